import { randomUUID } from "node:crypto";
import type { Desk } from "../../lib/auth/desk";
import { closeCase } from "../../lib/record/commands";
import { openPart, sealFact } from "../../lib/statistics/internal/fact";
import { TABLES } from "../../lib/statistics/tables";
import type { Fact, FactPart, StatisticsTable } from "../../lib/statistics/types";
import { givenCase } from "./cases";
import { NOW } from "./clock";
import { asSuperuser } from "./connections";

export type WaitingPart = { id: string; part: FactPart; xmin: string; place: string; sealed: Buffer };

/** Everything that waits to be counted, in the order in which it stands in the file, opened. */
export async function waitingParts(): Promise<WaitingPart[]> {
  const { rows } = await asSuperuser((client) =>
    client.query<Omit<WaitingPart, "part">>(
      `SELECT id, sealed_fact AS sealed, xmin::text AS xmin, ctid::text AS place FROM statistic_fact ORDER BY ctid`,
    ),
  );
  return rows.map((row) => ({ ...row, part: openPart(row.id, row.sealed) }));
}

/** The page of the file on which a row stands, and its place there. */
export const placeOf = ({ place }: WaitingPart): number[] => place.slice(1, -1).split(",").map(Number);

/** The transactions that wrote them. */
export const xmins = (parts: readonly WaitingPart[]): string[] => [...new Set(parts.map(({ xmin }) => xmin))];

/** What waits in one table: a row for each case. */
export const waitingIn = async (table: StatisticsTable): Promise<FactPart[]> =>
  (await waitingParts()).map(({ part }) => part).filter((part) => part.table === table);

/** How many cases wait. @throws when some case is not in every table, in the same quarter of the same site */
export async function waitingCases(): Promise<number> {
  const parts = (await waitingParts()).map(({ part }) => part);
  const cases = TABLES.map((name) =>
    parts.filter(({ table }) => table === name).map(({ site, quarter }) => `${site} ${quarter}`),
  ).map((each) => each.toSorted());
  for (const each of cases) if (each.join() !== cases[0]?.join()) throw new Error("half a case waits");
  return cases[0]?.length ?? 0;
}

/** All that waits, where it is of a single case: then only can it be put together. */
export async function onlyFact(): Promise<Fact> {
  if ((await waitingCases()) !== 1) throw new Error("not one case waits");
  const parts = (await waitingParts()).map(({ part }) => part);
  const [{ site, quarter } = { site: "", quarter: "2025-Q1" as const }] = parts;
  const categories = parts.map(({ table, category }) => [table, category]);
  return { site, quarter, ...Object.fromEntries(categories) };
}

export const versionOf = async (desk: Desk, caseId: string): Promise<number> =>
  (await desk.db.caseFile.findFirstOrThrow({ where: { id: caseId }, select: { version: true } })).version;

/** Closes a case with an apology, unless told otherwise. */
export async function close(desk: Desk, caseId: string, outcomes = ["apology"], now = NOW): Promise<void> {
  const version = await versionOf(desk, caseId);
  const input = { caseId, version, entry: randomUUID(), outcomes, reason: "Erledigt." };
  const result = await closeCase(desk, input, now);
  if (!result.ok) throw new Error(result.reason);
}

/** A case that came by the form and was closed at once. */
export async function givenClosed(desk: Desk, now = NOW): Promise<string> {
  const { id } = await givenCase({ site: desk.site }, now);
  await close(desk, id, ["apology"], now);
  return id;
}

/** A fact of Köln's first quarter, unless told otherwise. */
export const aFact = (told: Partial<Fact>): Fact => ({
  site: "koeln",
  quarter: "2025-Q1",
  ground: "antiBlack",
  lifeArea: "housing",
  form: "direct",
  channel: "phone",
  language: "de",
  relation: "self",
  kind: "firstContact",
  outcome: "apology",
  intervention: "none",
  howFound: "internet",
  sessions: "1",
  grounds: "0-1",
  ...told,
});

/** Has facts wait without cases behind them. */
export const givenFacts = (facts: readonly Fact[]): Promise<void> =>
  asSuperuser(async (client) => {
    for (const fact of facts) {
      const { ids, sealed } = sealFact(randomUUID(), fact);
      await client.query("INSERT INTO statistic_fact SELECT * FROM unnest($1::uuid[], $2::bytea[])", [
        ids,
        sealed.map((row) => Buffer.from(row)),
      ]);
    }
  });
