import { randomUUID } from "node:crypto";
import type { Desk } from "../../lib/auth/desk";
import { closeCase } from "../../lib/record/commands";
import { openFact, sealFact } from "../../lib/statistics/internal/fact";
import type { Fact } from "../../lib/statistics/types";
import { givenCase } from "./cases";
import { NOW } from "./clock";
import { asSuperuser } from "./connections";

export type WaitingFact = { id: string; fact: Fact; xmin: string; place: string; sealed: Buffer };

/** All facts that wait to be counted, in the order in which they stand in the file, opened. */
export async function waitingFacts(): Promise<WaitingFact[]> {
  const { rows } = await asSuperuser((client) =>
    client.query<Omit<WaitingFact, "fact">>(
      `SELECT id, sealed_fact AS sealed, xmin::text AS xmin, ctid::text AS place FROM statistic_fact ORDER BY ctid`,
    ),
  );
  return rows.map((row) => ({ ...row, fact: openFact(row.id, row.sealed) }));
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
      const id = randomUUID();
      await client.query("INSERT INTO statistic_fact VALUES ($1, $2)", [id, sealFact(id, fact)]);
    }
  });
