import { formatWeekday } from "@/components/public/dates";
import type { FieldSpec, Option } from "@/components/settings/form-spec";
import { languageName, type StaffWords } from "@/components/staff/wording";
import { type Locale, localeInfo } from "@/lib/i18n/locales";
import { MOST_CLOSURES, MOST_NOTICES, MOST_OFFICES } from "@/lib/settings/schema";
import type { SitePart, SiteSettings } from "@/lib/settings/types";
import { ACCESSIBILITY, STATES, WEEKDAYS } from "@/lib/sites/types";
import { CHANNELS, COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { languageFields } from "../../language-fields";

type Drawn = { t: StaffWords; locale: Locale; settings: SiteSettings };

/** The fields of a part's form. Lists show what there is and an empty row for one more: it works without scripts. */
export const PART_FORMS: Record<SitePart, (drawn: Drawn) => FieldSpec[]> = {
  offices: ({ t, locale, settings }) => [
    {
      kind: "check",
      name: "publishAddress",
      label: t("site.fields.publishAddress"),
      help: t("site.help.publishAddress"),
    },
    ...rowsOf(settings.offices.length, 1, MOST_OFFICES, (index, isNew) =>
      officeGroup(t, locale, index, isNew),
    ),
  ],
  counselling: ({ t, locale }) => [
    boxes("languages", t("site.fields.languages"), languageOptions(locale), t("site.help.unconfirmed")),
    boxes(
      "channels",
      t("site.fields.channels"),
      CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
    ),
    line("website", t("site.fields.website"), { type: "url", ltr: true }),
    line("answerDays", t("site.fields.answerDays"), { numeric: true, help: t("site.help.answerDays") }),
  ],
  area: ({ t }) => [
    boxes("areaStates", t("site.fields.areaStates"), stateOptions()),
    {
      kind: "paragraph",
      name: "areaPostalCodes",
      label: t("site.fields.areaPostalCodes"),
      help: t("site.help.areaPostalCodes"),
      rows: 3,
      ltr: true,
    },
  ],
  access: ({ t }) => [
    boxes(
      "accessibility",
      t("site.fields.accessibility"),
      ACCESSIBILITY.map((value) => ({ value, label: t(`site.accessibility.${value}`) })),
      t("site.help.unconfirmed"),
    ),
  ],
  closures: ({ t, settings }) =>
    rowsOf(settings.closures.length, 2, MOST_CLOSURES, (index, isNew) => ({
      kind: "group",
      legend: t(isNew ? "site.closureNew" : "site.closure", { digits: String(index + 1) }),
      fields: [
        line(`closures.${index}.from`, t("site.from"), { type: "date", ltr: true }),
        line(`closures.${index}.to`, t("site.to"), { type: "date", ltr: true }),
        line(`closures.${index}.reason`, t("site.reason"), { wide: true }),
      ],
    })),
  notices: ({ t, settings }) =>
    rowsOf(settings.notices.length, 1, MOST_NOTICES, (index, isNew) => ({
      kind: "group",
      legend: t(isNew ? "site.noticeNew" : "site.notice", { digits: String(index + 1) }),
      fields: [
        line(`notices.${index}.until`, t("site.lastDay"), { type: "date", ltr: true }),
        ...languageFields(
          t("site.otherLanguages"),
          (locale): FieldSpec => ({
            kind: "paragraph",
            name: `notices.${index}.texts.${locale}`,
            label: t("site.textIn", { language: localeInfo(locale).autonym }),
            rows: 2,
            lang: locale,
          }),
        ),
      ],
    })),
  working: ({ t }) => [
    line("retentionMonths", t("site.fields.retentionMonths"), {
      numeric: true,
      help: t("site.help.retentionMonths"),
    }),
    line("videoUrl", t("site.fields.videoUrl"), { type: "url", ltr: true, help: t("site.help.videoUrl") }),
  ],
};

function officeGroup(t: StaffWords, locale: Locale, index: number, isNew: boolean): FieldSpec {
  const at = (name: string) => `offices.${index}.${name}`;
  const wheelchair: Option[] = [
    { value: "", label: t("site.unknown") },
    { value: "yes", label: t("site.yes") },
    { value: "no", label: t("site.no") },
  ];
  return {
    kind: "group",
    legend: t(isNew ? "site.officeNew" : "site.office", { digits: String(index + 1) }),
    help: t(isNew ? "site.help.officeNew" : "site.help.office"),
    fields: [
      line(at("label"), t("site.officeName")),
      line(at("city"), t("site.city")),
      line(at("street"), t("site.street")),
      line(at("postalCode"), t("site.postalCode"), { numeric: true, ltr: true }),
      { kind: "paragraph", name: at("phones"), label: t("site.phones"), rows: 2, ltr: true },
      { kind: "paragraph", name: at("emails"), label: t("site.emails"), rows: 2, ltr: true },
      { kind: "choice", name: at("wheelchair"), label: t("site.wheelchair"), options: wheelchair },
      hoursGroup(t, locale, at),
    ],
  };
}

const hoursGroup = (t: StaffWords, locale: Locale, at: (name: string) => string): FieldSpec => ({
  kind: "group",
  legend: t("site.hours"),
  folded: true,
  fields: [
    ...WEEKDAYS.map((day): FieldSpec => line(at(`times.${day}`), formatWeekday(locale, day), { ltr: true })),
    boxes(
      at("appointment"),
      t("site.byAppointment"),
      WEEKDAYS.map((value) => ({ value, label: formatWeekday(locale, value) })),
      t("site.help.hours"),
    ),
  ],
});

/** As many rows as there are, and empty ones after them, up to the most there may be. */
const rowsOf = (
  filled: number,
  empty: number,
  most: number,
  row: (index: number, isNew: boolean) => FieldSpec,
): FieldSpec[] =>
  Array.from({ length: Math.min(filled + empty, most) }, (_, index) => row(index, index >= filled));

type LineOptions = Omit<Extract<FieldSpec, { kind: "line" }>, "kind" | "name" | "label">;

export const line = (name: string, label: string, options: LineOptions = {}): FieldSpec => ({
  kind: "line",
  name,
  label,
  ...options,
});

const boxes = (name: string, legend: string, options: Option[], help?: string): FieldSpec => ({
  kind: "boxes",
  name,
  legend,
  options,
  ...(help ? { help } : {}),
});

const languageOptions = (locale: Locale): Option[] =>
  Object.entries(COUNSELLING_LANGUAGES)
    .map(([value, autonym]) => ({ value, label: languageName(locale, value, autonym) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));

export const stateOptions = (): Option[] =>
  Object.entries(STATES).map(([value, label]) => ({ value, label }));
