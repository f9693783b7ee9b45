import type { PrintedSection } from "@/components/documents/printed-sections";
import { interventionSayings, partSayings, sessionSayings } from "@/components/record/record-sayings";
import { type Lists, labelOf } from "@/components/record/vocabulary";
import type { StaffWords } from "@/components/staff/wording";
import type { CaseDocument } from "@/lib/documents/types";
import { RECORD_PARTS } from "@/lib/record/schema";
import type { CaseRecord } from "@/lib/record/types";

type Reader = { t: StaffWords; lists: Lists };

/** The record of a case in words, as it goes on paper or to the person. What was marked as wrong stays out. */
export function recordSections({ t, lists }: Reader, record: CaseRecord): PrintedSection[] {
  const parts = RECORD_PARTS.map((part) => ({
    id: part,
    heading: t(`record.parts.${part}`),
    sayings: partSayings({ t, lists }, part, record.parts[part].values),
  }));
  const sessions = record.sessions
    .filter(({ removed }) => !removed)
    .map(({ id, values }) => ({
      id,
      heading: t("print.session"),
      sayings: sessionSayings({ t, lists }, values),
    }));
  const interventions = record.interventions
    .filter(({ removed }) => !removed)
    .map(({ id, values }) => ({
      id,
      heading: t("print.intervention"),
      sayings: interventionSayings({ t, lists }, values),
    }));
  const outcomes = record.outcomes.map(({ id, outcomes: codes, reason }) => ({
    id,
    heading: t("print.outcome"),
    sayings: [{ label: codes.map((code) => labelOf(lists, "outcome", code)).join(", "), text: reason }],
  }));
  return [...parts, ...sessions, ...interventions, ...outcomes];
}

/** The letters that the site wrote in a case, as far as they open. */
export const documentSections = (t: StaffWords, documents: CaseDocument[]): PrintedSection[] =>
  documents.flatMap(({ id, title, text }) =>
    text === null ? [] : [{ id, heading: t("print.document"), sayings: [{ label: title, text }] }],
  );
