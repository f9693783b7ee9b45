import { createHash } from "node:crypto";
import { surfaceDb } from "../../db/client";
import { AppError } from "../../errors";
import { berlinDay } from "../../time/rules";
import type { ListName } from "../../vocabulary/types";
import type { RoundedCell } from "../rounding";
import { type Categories, categoriesOf } from "../tables";
import type { FactPart, Quarter, Refusal, StatisticsTable } from "../types";
import { openPart } from "./fact";
import { refusalOf } from "./refusal";

/** A row as it lay there when it was read, and what it says of some case in one table. */
export type WaitingPart = { readonly id: string; readonly digest: string; readonly part: FactPart };

/**
 * What waits to be counted, table by table. Rows that do not open were not sealed here: with a stolen login anybody of a
 * site could put them there. They are never counted, and stay for somebody to look at.
 */
export async function readWaiting(): Promise<{ waiting: WaitingPart[]; unreadable: number }> {
  const rows = await surfaceDb("jobs").statisticFact.findMany();
  const waiting = rows.flatMap(({ id, sealedFact }) => {
    const part = openOrNull(id, sealedFact);
    const digest = createHash("sha256").update(sealedFact).digest("hex");
    return part ? [{ id, digest, part }] : [];
  });
  return { waiting, unreadable: rows.length - waiting.length };
}

function openOrNull(id: string, sealed: Uint8Array): FactPart | null {
  try {
    return openPart(id, sealed);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The sites that get a row, and the categories that get a column: zeros where nothing was counted. */
export async function readFrame(): Promise<{ sites: string[]; categories: Categories }> {
  const db = surfaceDb("jobs");
  const [sites, values] = await Promise.all([
    // Retired ones as well: one that is there only while it has cases would tell that its number is not 0.
    db.site.findMany({ select: { id: true } }),
    db.vocabularyValue.findMany({ orderBy: [{ position: "asc" }, { code: "asc" }] }),
  ]);
  const categories = categoriesOf(values.map((value) => ({ ...value, list: value.list as ListName })));
  return { sites: sites.map(({ id }) => id), categories };
}

export type StoredRelease = { quarter: Quarter; releasedOn: Date; demo: boolean };

/** All releases, the oldest first. */
export async function listReleases(): Promise<StoredRelease[]> {
  const rows = await surfaceDb("jobs").statisticRelease.findMany({ orderBy: { quarter: "asc" } });
  return rows.map((row) => ({ ...row, quarter: row.quarter as Quarter }));
}

export async function listRefusals(): Promise<Refusal[]> {
  const rows = await surfaceDb("jobs").statisticRefusal.findMany({ orderBy: { quarter: "asc" } });
  return rows.map(refusalOf);
}

export type NewRelease = {
  quarter: Quarter;
  demo: boolean;
  cells: readonly RoundedCell[];
  counted: readonly Pick<WaitingPart, "id" | "digest">[];
};

/**
 * What came of publishing. `early`: the quarter is not over for long enough by the clock of the database. `late`: this or a
 * later quarter is there already. `moved`: a fact has changed since it was read.
 */
type Outcome = "released" | "early" | "late" | "moved";

/** Publishes a quarter and removes what was counted in it, in one statement: it is done, or nothing is. */
export async function storeRelease(
  { quarter, demo, cells, counted }: NewRelease,
  now: Date,
): Promise<Outcome> {
  const [row] = await surfaceDb("jobs").$queryRaw<{ outcome: Outcome }[]>`
    SELECT CASE WHEN is_releasable(${quarter}) THEN
      release_quarter(${quarter}, ${berlinDay(now)}::date, ${demo}, ${cells.map(({ table }) => table)}::text[],
        ${cells.map(({ site }) => site ?? "")}::text[], ${cells.map(({ category }) => category)}::text[],
        ${cells.map(({ value }) => value)}::int[], ${counted.map(({ id }) => id)}::uuid[],
        ${counted.map(({ digest }) => digest)}::text[])
      ELSE 'early' END AS outcome`;
  if (!row) throw new Error("the release gave no answer");
  return row.outcome;
}

/** Keeps in sight that a quarter was not released, and which table was the reason. */
export async function storeRefusal(quarter: Quarter, table: StatisticsTable, now: Date): Promise<void> {
  await surfaceDb("jobs").$queryRaw`
    SELECT refuse_release(${quarter}, ${berlinDay(now)}::date, ${table})::text`;
}

/** Puts the waiting facts into a new random order. */
export async function shuffleFacts(): Promise<void> {
  await surfaceDb("jobs").$queryRaw`SELECT shuffle_facts()::text`;
}
