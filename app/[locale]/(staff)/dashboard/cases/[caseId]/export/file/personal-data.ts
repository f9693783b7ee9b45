import { getTranslations } from "next-intl/server";
import { formatShortDay, type StaffWords } from "@/components/staff/wording";
import type { Desk } from "@/lib/auth/desk";
import { findCase } from "@/lib/cases/queries";
import type { CaseFile } from "@/lib/cases/types";
import { listDocuments } from "@/lib/documents/queries";
import type { HandoutWords, PersonalData } from "@/lib/exports/types";
import { localeInfo, type StaffLocale } from "@/lib/i18n/locales";
import type { EnquiryDetails } from "@/lib/intake/types";
import { readRecord } from "@/lib/record/queries";
import { siteName } from "@/lib/sites/queries";
import { berlinDay } from "@/lib/time/rules";
import { documentSections, recordSections } from "../../case-sections";
import { listsFor } from "../../record/lists";

type Reader = { t: StaffWords; locale: StaffLocale };
type Sections = PersonalData["sections"];

/** Everything that the site has stored about a person, in words. Notes only where they are asked for. */
export async function personalData(
  desk: Desk,
  caseId: string,
  { locale, withNotes }: { locale: StaffLocale; withNotes: boolean },
  now: Date,
): Promise<PersonalData> {
  const [t, caseFile, record, documents, lists, site] = await Promise.all([
    getTranslations({ locale, namespace: "staff" }),
    findCase(desk, caseId),
    readRecord(desk, caseId),
    listDocuments(desk, caseId),
    listsFor(desk),
    siteName(desk.site, now),
  ]);
  const recorded = [...recordSections({ t, lists }, record), ...documentSections(t, documents)].map(
    ({ heading, sayings }) => ({ heading, lines: sayings }),
  );
  const sections = [
    ...enquirySections({ t, locale }, caseFile),
    lettersSection({ t, locale }, caseFile),
    ...recorded,
    ...(withNotes ? noteSections(t, caseFile) : []),
    { heading: t("journal.title"), lines: [{ label: "", text: t("print.export.history") }] },
  ].filter(({ lines }) => lines.length > 0);
  const title = `${site} · ${t("print.export.case", { number: String(caseFile.number) })}`;
  return { title, made: berlinDay(now), sections };
}

function enquirySections({ t, locale }: Reader, { details, letters, createdOn }: CaseFile): Sections {
  const changed = letters.flatMap((letter) =>
    letter.details ? [[letter.details, letter.day] as const] : [],
  );
  return [[details, createdOn] as const, ...changed].map(([told, day]) => ({
    heading: `${t("print.export.enquiry")} · ${formatShortDay(locale, day)}`,
    lines: detailLines(t, told),
  }));
}

function detailLines(t: StaffWords, told: EnquiryDetails) {
  const lines: [string, string | undefined][] = [
    [t("case.reach.name"), told.name],
    [t("case.reach.phone"), told.phone],
    [t("case.reach.email"), told.email],
    [t("case.details.safeContact"), told.safeContact],
    [t("case.details.postalCode"), told.postalCode],
    [t("case.reach.setting"), told.setting],
    [t("case.details.wish"), told.wish && t(`wish.${told.wish}`)],
    [t("case.details.relation"), told.relation && t(`relation.${told.relation}`)],
    [t("case.thread.told"), told.told],
  ];
  return lines.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

const lettersSection = ({ t, locale }: Reader, { letters }: CaseFile): Sections[number] => ({
  heading: t("print.export.letters"),
  lines: letters.flatMap(({ author, day, text }) => {
    const who = t(author === "site" ? "print.export.fromSite" : "print.export.fromPerson");
    return text ? [{ label: `${who} · ${formatShortDay(locale, day)}`, text }] : [];
  }),
});

const noteSections = (t: StaffWords, { notes }: CaseFile): Sections =>
  notes.flatMap(({ at, text }) =>
    text === null ? [] : [{ heading: t("print.export.note"), lines: [{ label: at.slice(0, 10), text }] }],
  );

/** The words of the page in the file. */
export async function handoutWords(locale: StaffLocale): Promise<HandoutWords> {
  const t = await getTranslations({ locale, namespace: "staff.print.export.file" });
  return {
    lang: locale,
    dir: localeInfo(locale).dir,
    heading: t("heading"),
    lead: t("lead"),
    label: t("label"),
    open: t("open"),
    wrong: t("wrong"),
    old: t("old"),
    save: t("save"),
  };
}
