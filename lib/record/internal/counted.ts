import type { Desk } from "../../auth/desk";
import type { OpenedCase, Tx } from "../../cases/commands";
import { openDetailsOrNull } from "../../cases/queries";
import { isHandedOver } from "../../handovers/queries";
import { count, countLate, recount, takeBack } from "../../statistics/commands";
import { factOf, parentsIn, quarterAt } from "../../statistics/rules";
import type { Fact, Quarter } from "../../statistics/types";
import type { ListName } from "../../vocabulary/types";
import { openEntry } from "./entry";
import { recordOf } from "./sorted";

type Opened = Pick<OpenedCase, "id" | "key">;

/** Counts a case that is being closed, as the last of the transaction. What another site takes on is counted there. */
export async function countWithin(tx: Tx, desk: Desk, opened: Opened, now: Date): Promise<void> {
  const elsewhere = await isHandedOver(tx, opened.id);
  const fact = elsewhere ? null : await factWithin(tx, desk, opened, quarterAt(now));
  await count(tx, desk, opened, fact, now);
}

/** Counts a closed case as it has become; one that is at work is not counted. The last of the transaction. */
export async function recountClosed(tx: Tx, desk: Desk, opened: Opened, status: string): Promise<void> {
  if (status !== "closed") return;
  await recount(tx, desk, opened, (quarter) => factWithin(tx, desk, opened, quarter));
}

/**
 * Counts a closed case where it belongs once its handover has gone on: at the other site while that has it or may take
 * it, here when it came back. The last of the transaction.
 */
export async function countAfterHandover(
  tx: Tx,
  desk: Desk,
  opened: Opened,
  status: string,
  now: Date,
): Promise<void> {
  if (status !== "closed") return;
  if (await isHandedOver(tx, opened.id)) await takeBack(tx, desk, opened, now);
  else await countLate(tx, desk, opened, () => factWithin(tx, desk, opened, quarterAt(now)), now);
}

/** What is counted of a case as it stands within a transaction. */
async function factWithin(tx: Tx, desk: Desk, { id, key }: Opened, quarter: Quarter): Promise<Fact> {
  const ref = { site: desk.site, caseId: id };
  const { entries, sealedEnquiry, kind, channel, language } = await tx.caseFile.findUniqueOrThrow({
    where: { siteId_id: { siteId: desk.site, id } },
    select: { kind: true, channel: true, language: true, sealedEnquiry: true, entries: true },
  });
  const below = await tx.vocabularyValue.findMany({ where: { parent: { not: null } } });
  const record = recordOf(entries.map((row) => ({ ...row, body: openEntry(key, ref, row) })));
  const relation = openDetailsOrNull(key, ref, sealedEnquiry)?.relation;
  const counted = { site: desk.site, quarter, kind, channel, language, relation, record };
  return factOf(counted, parentsIn(below.map((value) => ({ ...value, list: value.list as ListName }))));
}
