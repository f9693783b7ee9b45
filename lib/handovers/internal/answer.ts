import type { Desk } from "../../auth/desk";
import type { Tx } from "../../cases/commands";
import { isUniqueViolation } from "../../db/errors";
import { recordAction, witness } from "../../journal/commands";
import { berlinDay } from "../../time/rules";
import type { AcceptHandover } from "../schema";
import type { HandoverResult, Reply } from "../types";
import { agreedOn, COLUMNS, type HandoverRow } from "./open";

const GONE: HandoverResult = { ok: false, reason: "gone" };

class Gone extends Error {}

/** Makes a case of what is offered, and says so to the other site, in one transaction: it is never in both places or none. */
export async function accept(desk: Desk, { handoverId }: AcceptHandover, now: Date): Promise<HandoverResult> {
  const row = await desk.db.handover.findFirst({
    where: { id: handoverId, ...agreedOn(now) },
    select: COLUMNS,
  });
  if (!row) return (await hasCase(desk, handoverId)) ? { ok: true, caseId: handoverId } : GONE;
  const key = await desk.keys.openCaseKey(row.keyEpoch, row.id, row.wrappedKey);
  try {
    witness(
      await desk.db.$transaction(async (tx) => {
        await insertCase(tx, desk, row, now);
        if ((await answerWithin(tx, row.id, null, now)) === "gone") throw new Gone();
        return recordAction(tx, desk, { id: row.id, key }, { action: "takenOver" }, now);
      }),
    );
    return { ok: true, caseId: row.id };
  } catch (error) {
    // Taken back meanwhile; or the button was pressed twice, and the case is there.
    if (!(error instanceof Gone) && !isUniqueViolation(error)) throw error;
    return (await hasCase(desk, handoverId)) ? { ok: true, caseId: handoverId } : GONE;
  }
}

const hasCase = async (desk: Desk, id: string): Promise<boolean> =>
  (await desk.db.caseFile.count({ where: { id } })) === 1;

async function insertCase(tx: Tx, desk: Desk, row: HandoverRow, now: Date): Promise<void> {
  const { nextCaseNumber } = await tx.siteCounter.update({
    where: { siteId: desk.site },
    data: { nextCaseNumber: { increment: 1 } },
  });
  const day = new Date(berlinDay(now));
  const caseFile = {
    ...{
      siteId: desk.site,
      id: row.id,
      number: nextCaseNumber - 1,
      kind: "firstContact",
      status: "received",
    },
    ...{ language: row.language, channel: row.lookupId ? "chat" : "unknown", version: 1 },
    ...{ createdOn: day, waitingSince: day, unread: true },
    ...{ keyEpoch: row.keyEpoch, wrappedKey: row.wrappedKey, sealedEnquiry: row.sealedEnquiry },
  };
  await tx.caseFile.createMany({ data: [caseFile] });
  if (!row.lookupId || !row.mailboxKey) return;
  const mailbox = { siteId: desk.site, caseId: row.id, lookupId: row.lookupId, wrappedKey: row.mailboxKey };
  await tx.mailboxKey.createMany({ data: [mailbox] });
}

/** The answer as part of a transaction; `null` says yes. */
async function answerWithin(
  tx: Pick<Tx, "$queryRaw">,
  id: string,
  reply: Reply | null,
  now: Date,
): Promise<string> {
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`
    SELECT answer_handover(${id}::uuid, ${reply}, ${berlinDay(now)}::date) AS outcome`;
  return row?.outcome ?? "gone";
}

/** Says no and why. What was offered is deleted; nothing of it stays. */
export async function decline(desk: Desk, id: string, reply: Reply, now: Date): Promise<HandoverResult> {
  return (await answerWithin(desk.db, id, reply, now)) === "gone" ? GONE : { ok: true, caseId: id };
}
