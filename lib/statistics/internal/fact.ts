import { sealFact as seal, openFact as unseal } from "../../crypto/fact";
import { type Fact, NATIONAL_TABLES, type Quarter, SITE_TABLES, type StatisticsTable } from "../types";

const TABLES: readonly StatisticsTable[] = [...SITE_TABLES, ...NATIONAL_TABLES];

/** A list without names, in the order of the tables: so it fits into one size with the longest codes there can be. */
export const sealFact = (id: string, fact: Fact): Uint8Array<ArrayBuffer> =>
  seal(id, JSON.stringify([1, fact.site, fact.quarter, ...TABLES.map((table) => fact[table])]));

/** @throws AppError `sealBroken` when it was not sealed here under this id */
export function openFact(id: string, sealed: Uint8Array): Fact {
  const [, site, quarter, ...categories] = JSON.parse(unseal(id, sealed)) as [number, string, Quarter];
  const answers = TABLES.map((table, index) => [table, categories[index] ?? "notStated"]);
  return { site, quarter, ...Object.fromEntries(answers) };
}
