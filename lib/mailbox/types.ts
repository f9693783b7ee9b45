import type { CaseStatus } from "../vocabulary/types";

/** One letter of the thread. `text` is null where it cannot be opened. */
export type Letter = { seq: number; author: "person" | "site"; day: Date; text: string | null };

/** What a receipt shows: where the case stands, and the letters in their order. */
export type Thread = { site: string; status: CaseStatus; createdOn: Date; letters: Letter[] };
