/** A letter of a case as it was saved last. `text` is null where it cannot be opened. */
export type CaseDocument = {
  id: string;
  /** Counts every change; what a form was opened on. */
  version: number;
  createdOn: Date;
  title: string;
  text: string | null;
  /** Who saved it last, and when (an ISO instant). */
  account: string;
  at: string;
};

/** What a letter begins as: one of the site's templates, or one of ours where the site has none. */
export type LetterTemplate = { id: string; title: string; text: string };

/** What may stand in braces in a template. */
export const LETTER_FIELDS = [
  "name",
  "day",
  "site",
  "case",
  "counsellor",
  "incidentDay",
  "incident",
  "where",
  "postalCode",
  "party",
  "steps",
  "aim",
] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];

/** What is known for each of them; what is not known is absent or empty. */
export type LetterFields = Partial<Record<LetterField, string>>;

export type SaveResult =
  | { ok: true; version: number }
  | { ok: false; reason: "changedMeanwhile"; current: CaseDocument };
