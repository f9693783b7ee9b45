import type { SiteDb } from "../db/client";
import type { Labels, LegalDeadline, ListName, VocabularyValue } from "./types";

type VocabularyDb = Pick<SiteDb, "vocabularyValue">;

/** The values of all lists in their order, also those that are no longer offered. */
export async function listVocabulary(db: VocabularyDb): Promise<VocabularyValue[]> {
  const rows = await db.vocabularyValue.findMany({
    orderBy: [{ list: "asc" }, { position: "asc" }, { code: "asc" }],
  });
  return rows.map((row) => ({ ...row, list: row.list as ListName, labels: row.labels as Labels }));
}

/** The periods of law, by their codes. */
export async function listDeadlines(db: Pick<SiteDb, "legalDeadline">): Promise<LegalDeadline[]> {
  const rows = await db.legalDeadline.findMany({ orderBy: { code: "asc" } });
  return rows.map((row) => ({ ...(row as unknown as LegalDeadline), labels: row.labels as Labels }));
}
