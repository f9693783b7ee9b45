import { openFactRow, sealFactRow } from "../../crypto/fact";
import { factRowId } from "../../crypto/places";
import { partsOfFact, TABLES } from "../tables";
import type { Fact, FactPart, Quarter, StatisticsTable } from "../types";

/** The ids of the rows in which a fact waits, one for each table. Only its secret tells that they belong together. */
export const rowIdsOf = (secret: string): string[] => TABLES.map((table) => factRowId(secret, table));

/** A fact as it is stored: always a row for every table, each sealed by itself. */
export function sealFact(
  secret: string,
  fact: Fact,
): { ids: readonly string[]; sealed: readonly Uint8Array<ArrayBuffer>[] } {
  const rows = partsOfFact(fact).map((part) => {
    const id = factRowId(secret, part.table);
    return { id, sealed: sealPart(id, part) };
  });
  return { ids: rows.map(({ id }) => id), sealed: rows.map(({ sealed }) => sealed) };
}

/** A list without names, so that it fits into one size with the longest codes there can be. */
export const sealPart = (id: string, { site, quarter, table, category }: FactPart) =>
  sealFactRow(id, JSON.stringify([site, quarter, table, category]));

/** @throws AppError `sealBroken` when it was not sealed here under this id */
export function openPart(id: string, sealed: Uint8Array): FactPart {
  const [site, quarter, table, category] = JSON.parse(openFactRow(id, sealed)) as [
    string,
    Quarter,
    StatisticsTable,
    string,
  ];
  return { site, quarter, table, category };
}
