import { randomUUID } from "node:crypto";
import type { Desk } from "../auth/desk";
import { rowIdsOf, sealFact } from "./internal/fact";
import { type FactTx, type OpenedCase, readLink, writeLink } from "./internal/link";
import type { Fact, Quarter } from "./types";

// Each of these is the last thing that a transaction does: from here until it ends, nobody else in the network counts.

/**
 * Counts a case that is closed: a row for each table, which nothing connects but a random secret within the sealed
 * case. A case that was counted in an earlier quarter has been counted for good.
 *
 * @param fact null where the case is counted elsewhere or not at all
 */
export async function count(
  tx: FactTx,
  desk: Desk,
  opened: OpenedCase,
  fact: Fact | null,
  now: Date,
): Promise<void> {
  const stored = await readLink(tx, desk, opened);
  // A damaged link must not keep a case from being closed, nor count it a second time.
  if (stored && !stored.link) return;
  if (stored?.link?.fact) {
    await changeFact(tx, stored.link.fact, fact);
    return;
  }
  const secret = fact && randomUUID();
  const written = { kind: "fact", fact: secret, quarter: fact?.quarter ?? null } as const;
  await writeLink(tx, desk, opened, { link: written, seen: stored?.version ?? 0 }, now);
  if (!secret) return;
  const { ids, sealed } = sealFact(secret, fact);
  await tx.$executeRaw`SELECT put_facts(${ids}::uuid[], ${sealed}::bytea[])`;
}

/** Counts a closed case that is not counted here so far, because it was to be counted elsewhere. */
export async function countLate(
  tx: FactTx,
  desk: Desk,
  opened: OpenedCase,
  readFact: () => Promise<Fact>,
  now: Date,
): Promise<void> {
  const link = (await readLink(tx, desk, opened))?.link;
  // Without a link it was closed before anything was counted.
  if (link && !link.fact) await count(tx, desk, opened, await readFact(), now);
}

/** Counts a closed case anew after it was changed, in the quarter in which it was closed. */
export async function recount(
  tx: FactTx,
  desk: Desk,
  opened: OpenedCase,
  factIn: (quarter: Quarter) => Promise<Fact>,
): Promise<void> {
  const link = (await readLink(tx, desk, opened))?.link;
  if (link?.fact && link.quarter) await changeFact(tx, link.fact, await factIn(link.quarter));
}

/** Takes back what was counted of a case that goes on, unless its quarter has been released meanwhile. */
export async function takeBack(tx: FactTx, desk: Desk, opened: OpenedCase, now: Date): Promise<void> {
  const stored = await readLink(tx, desk, opened);
  if (!stored?.link?.fact || !(await changeFact(tx, stored.link.fact, null))) return;
  const none = { kind: "fact", fact: null, quarter: null } as const;
  await writeLink(tx, desk, opened, { link: none, seen: stored.version }, now);
}

/** All rows of a case, in one statement. @returns whether it was still waiting to be counted */
async function changeFact(tx: FactTx, secret: string, fact: Fact | null): Promise<boolean> {
  const sealed = fact && sealFact(secret, fact).sealed;
  const [row] = await tx.$queryRaw<{ waiting: boolean }[]>`
    SELECT change_facts(${rowIdsOf(secret)}::uuid[], ${sealed}::bytea[]) AS waiting`;
  return row?.waiting ?? false;
}
