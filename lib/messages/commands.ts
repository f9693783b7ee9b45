import type { Desk, NetworkDesk } from "../auth/desk";
import { AppError } from "../errors";
import { changeNetwork } from "../network/commands";
import { isoDay } from "../time/day";
import { berlinDay } from "../time/rules";
import { noteOf } from "./rules";
import type { MessageResult, NewMessage } from "./types";

const done: MessageResult = { ok: true };

/** Tells sites something. The same form sent twice is one message. */
export async function sendMessage(desk: NetworkDesk, message: NewMessage, now: Date): Promise<MessageResult> {
  const { sites, fromOn, untilOn, ...words } = message;
  const toSites = sites === "all" ? [] : [...new Set(sites)].toSorted();
  const known = await desk.db.site.findMany({ where: { id: { in: toSites } }, select: { id: true } });
  if (known.length !== toSites.length) return { ok: false, reason: "siteUnknown" };
  const row = {
    ...words,
    fromOn: new Date(fromOn),
    untilOn: new Date(untilOn),
    toAll: sites === "all",
    toSites,
    sentAt: now,
  };
  await changeNetwork(
    desk,
    { action: "messageSent", after: noteOf(message) },
    now,
    async (tx) => (await tx.networkMessage.createMany({ data: [row], skipDuplicates: true })).count === 1,
  );
  return done;
}

/** Takes a message back: sites see it no more. It stays in the coordinator's list. */
export async function withdrawMessage(desk: NetworkDesk, id: string, now: Date): Promise<MessageResult> {
  const row = await desk.db.networkMessage.findUnique({ where: { id } });
  if (!row) return { ok: false, reason: "gone" };
  if (row.withdrawnOn) return done;
  const note = {
    title: row.title,
    fromOn: isoDay(row.fromOn),
    untilOn: isoDay(row.untilOn),
    sites: row.toAll ? ("all" as const) : row.toSites,
  };
  const data = { withdrawnOn: new Date(berlinDay(now)) };
  await changeNetwork(
    desk,
    { action: "messageWithdrawn", before: note },
    now,
    async (tx) =>
      (await tx.networkMessage.updateMany({ where: { id, withdrawnOn: null }, data })).count === 1,
  );
  return done;
}

/**
 * Notes that whoever asks has read a message. Colleagues still see it as new: what one has read, the others have not.
 *
 * @throws AppError `notFound`, also for a message to other sites or a withdrawn one
 */
export async function markRead(desk: Desk, messageId: string): Promise<void> {
  if ((await desk.db.networkMessage.count({ where: { id: messageId } })) === 0)
    throw new AppError("notFound");
  const row = { siteId: desk.site, accountId: desk.account, messageId };
  await desk.db.messageReading.createMany({ data: [row], skipDuplicates: true });
}
