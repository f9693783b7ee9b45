import { formatWeekday } from "@/components/public/dates";
import { formatDay, isolate, languageName, type StaffWords } from "@/components/staff/wording";
import type { Locale } from "@/lib/i18n/locales";
import { PART_FIELDS, type SiteSettings, type SiteText } from "@/lib/settings/types";
import { ACCESSIBILITY, type Closure, type Notice, type Office, STATES } from "@/lib/sites/types";
import { CHANNELS, COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import type { Saying } from "./form-spec";

type Facts = Partial<SiteSettings> & { checkedOn?: string | null; text?: Partial<SiteText> | null };
type Reader = { t: StaffWords; locale: Locale };

const FIELDS = [...Object.values(PART_FIELDS).flat(), "checkedOn", "text"] as const;
type FieldName = (typeof FIELDS)[number];

/** What settings say, in words: for the overview, the history and a conflict. */
export const siteSayings = (reader: Reader, facts: Facts): Saying[] =>
  FIELDS.filter((field) => field in facts).map((field) => ({
    label: reader.t(`site.fields.${field}`),
    text: SAY[field](facts, reader) || reader.t("site.nothing"),
  }));

const SAY: Record<FieldName, (facts: Facts, reader: Reader) => string> = {
  publishAddress: ({ publishAddress }, { t }) => (publishAddress ? t("site.yes") : t("site.no")),
  offices: ({ offices = [] }, reader) => offices.map((office) => sayOffice(office, reader)).join("\n\n"),
  languages: ({ languages = [] }, { locale }) =>
    languages.map((tag) => languageName(locale, tag, COUNSELLING_LANGUAGES[tag])).join(", "),
  channels: ({ channels = [] }, { t }) =>
    CHANNELS.filter((channel) => channels.includes(channel))
      .map((channel) => t(`channel.${channel}`))
      .join(", "),
  website: ({ website }) => website ?? "",
  answerDays: ({ answerDays }, { t }) =>
    answerDays ? t("site.workingDays", { count: answerDays, digits: String(answerDays) }) : "",
  areaStates: ({ areaStates = [] }) => areaStates.map((code) => STATES[code] ?? code).join(", "),
  areaPostalCodes: ({ areaPostalCodes = [] }) => areaPostalCodes.join(", "),
  accessibility: ({ accessibility = [] }, { t }) =>
    ACCESSIBILITY.filter((code) => accessibility.includes(code))
      .map((code) => t(`site.accessibility.${code}`))
      .join(", "),
  closures: ({ closures = [] }, reader) => closures.map((closure) => sayClosure(closure, reader)).join("\n"),
  notices: ({ notices = [] }, reader) => notices.map((notice) => sayNotice(notice, reader)).join("\n\n"),
  retentionMonths: ({ retentionMonths = 0 }, { t }) =>
    t("site.months", { count: retentionMonths, digits: String(retentionMonths) }),
  videoUrl: ({ videoUrl }) => videoUrl ?? "",
  checkedOn: ({ checkedOn }, { locale }) => (checkedOn ? formatDay(locale, new Date(checkedOn)) : ""),
  text: ({ text }) => [text?.title, text?.text].filter(Boolean).join("\n"),
};

function sayOffice(office: Office, { t, locale }: Reader): string {
  const { label, street, postalCode, city, phones, emails, hours, wheelchair } = office;
  const times = (hours ?? []).map(({ days, opens, closes }) => {
    const names = days.map((day) => formatWeekday(locale, day)).join(", ");
    return `${names}: ${opens ? isolate(`${opens}–${closes}`) : t("site.byAppointment")}`;
  });
  const access = wheelchair ? t("site.wheelchairYes") : wheelchair === false ? t("site.wheelchairNo") : "";
  const place = [street, [postalCode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return [label, place, ...(phones ?? []), ...(emails ?? []), ...times, access].filter(Boolean).join("\n");
}

function sayClosure({ from, to, reason }: Closure, { locale }: Reader): string {
  const days = [...new Set([from, to])].map((day) => formatDay(locale, new Date(day))).join(" – ");
  return [days, reason].filter(Boolean).join(": ");
}

const sayNotice = ({ texts, until }: Notice, { t, locale }: Reader): string =>
  [t("site.noticeUntil", { day: formatDay(locale, new Date(until)) }), ...Object.values(texts)].join("\n");
