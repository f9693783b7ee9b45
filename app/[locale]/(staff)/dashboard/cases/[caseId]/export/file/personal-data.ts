import { getTranslations } from "next-intl/server";
import { channelName } from "@/components/cases/case-table";
import type { PrintedSection } from "@/components/documents/printed-sections";
import type { Lists } from "@/components/record/vocabulary";
import { formatShortDay, languageName, type StaffWords } from "@/components/staff/wording";
import type { Desk } from "@/lib/auth/desk";
import { findCase } from "@/lib/cases/queries";
import type { CaseFile } from "@/lib/cases/types";
import { listDocuments } from "@/lib/documents/queries";
import type { HandoutWords, PersonalData } from "@/lib/exports/types";
import { listFollowUps } from "@/lib/follow-ups/queries";
import { localeInfo, type StaffLocale } from "@/lib/i18n/locales";
import type { EnquiryDetails } from "@/lib/intake/types";
import { readRecord } from "@/lib/record/queries";
import { listReferrals } from "@/lib/referrals/queries";
import { siteName } from "@/lib/sites/queries";
import { berlinDay } from "@/lib/time/rules";
import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { documentSections, recordSections } from "../../case-sections";
import { followUpSections, referralSections } from "../../course-sections";
import { listsFor } from "../../record/lists";

type Reader = { t: StaffWords; locale: StaffLocale };
type Sections = PersonalData["sections"];

/**
 * What the site has stored about a person, in words. What is about others as well, notes and follow-ups, only where it
 * is asked for; the last section says what is not in it.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function personalData(
  desk: Desk,
  caseId: string,
  { locale, withNotes }: { locale: StaffLocale; withNotes: boolean },
  now: Date,
): Promise<PersonalData> {
  const [t, stored, lists, site] = await Promise.all([
    getTranslations({ locale, namespace: "staff" }),
    readStored(desk, caseId),
    listsFor(desk),
    siteName(desk.site, now),
  ]);
  const title = `${site} · ${t("print.export.case", { number: String(stored.caseFile.number) })}`;
  return { title, made: berlinDay(now), sections: storedSections({ t, locale, lists }, stored, withNotes) };
}

/** All that a case is made of, opened. */
export async function readStored(desk: Desk, caseId: string) {
  const [caseFile, record, documents, { referrals }, followUps] = await Promise.all([
    findCase(desk, caseId),
    readRecord(desk, caseId),
    listDocuments(desk, caseId),
    listReferrals(desk, caseId),
    listFollowUps(desk, caseId),
  ]);
  return { caseFile, record, documents, referrals, followUps };
}

type Stored = Awaited<ReturnType<typeof readStored>>;

/** The same in words. */
export function storedSections(
  reader: Reader & { lists: Lists },
  { caseFile, record, documents, referrals, followUps }: Stored,
  withNotes: boolean,
): Sections {
  const { t } = reader;
  return [
    caseSection(reader, caseFile),
    ...enquirySections(reader, caseFile),
    lettersSection(reader, caseFile),
    ...handed([
      ...recordSections(reader, record),
      ...referralSections(reader, referrals),
      ...documentSections(t, documents),
    ]),
    ...(withNotes ? [...noteSections(t, caseFile), ...handed(followUpSections(reader, followUps))] : []),
    missingSection(t, withNotes),
  ].filter(({ lines }) => lines.length > 0);
}

const handed = (sections: PrintedSection[]): Sections =>
  sections.map(({ heading, sayings }) => ({ heading, lines: sayings }));

const caseSection = (
  { t, locale }: Reader,
  { status, createdOn, language, channel }: CaseFile,
): Sections[number] => ({
  heading: t("list.case"),
  lines: [
    { label: t("list.status"), text: t(`status.${status}`) },
    { label: t("list.received"), text: formatShortDay(locale, createdOn) },
    { label: t("list.language"), text: languageName(locale, language, COUNSELLING_LANGUAGES[language]) },
    { label: t("list.channel"), text: channelName(t, channel) },
  ],
});

/** Whoever reads the file has to know that there is more, and where to ask for it. */
const missingSection = (t: StaffWords, withNotes: boolean): Sections[number] => ({
  heading: t("print.export.missing"),
  lines: [t("print.export.missingText"), ...(withNotes ? [] : [t("print.export.missingNotes")])].map(
    (text) => ({ label: "", text }),
  ),
});

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
