import { readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import type { LegalDeadline, VocabularyValue } from "../lib/vocabulary/types";

const FILE = path.join(import.meta.dirname, "../lib/vocabulary/data/vocabulary.json");

type Vocabulary = {
  values: Omit<VocabularyValue, "retired" | "version">[];
  deadlines: Omit<LegalDeadline, "retired" | "version">[];
};

/** Adds the values that a network starts with and does not have; what it has changed since is left alone. */
export async function insertVocabulary(client: pg.Client): Promise<void> {
  const { values, deadlines }: Vocabulary = JSON.parse(await readFile(FILE, "utf8"));
  await client.query(
    `INSERT INTO vocabulary_value (list, code, parent, position, labels)
       SELECT list, code, parent, position, labels
         FROM jsonb_to_recordset($1) AS v(list text, code text, parent text, position int, labels jsonb)
       ON CONFLICT DO NOTHING`,
    [JSON.stringify(values)],
  );
  await client.query(
    `INSERT INTO legal_deadline (code, labels, amount, unit, counts_from, source)
       SELECT code, labels, amount, unit, "countsFrom", source
         FROM jsonb_to_recordset($1)
           AS d(code text, labels jsonb, amount int, unit text, "countsFrom" text, source text)
       ON CONFLICT DO NOTHING`,
    [JSON.stringify(deadlines)],
  );
}
