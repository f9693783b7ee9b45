import type { Desk, NetworkDesk } from "../auth/desk";
import { isoDay } from "../time/day";
import { berlinDay } from "../time/rules";
import type { NetworkMessage, SentMessage, SiteMessage } from "./types";

const LATEST = 100;

const NEWEST_FIRST = [{ fromOn: "desc" as const }, { sentAt: "desc" as const }, { id: "asc" as const }];

const SHOWN = { id: true, title: true, text: true, fromOn: true, untilOn: true } as const;

type Row = Pick<NetworkMessage, "id" | "title" | "text"> & { fromOn: Date; untilOn: Date };

const messageOf = ({ id, title, text, fromOn, untilOn }: Row): NetworkMessage => ({
  ...{ id, title, text },
  ...{ fromOn: isoDay(fromOn), untilOn: isoDay(untilOn) },
});

/** What the network told its sites lately, the newest first, withdrawn messages included. */
export async function listSentMessages({ db }: NetworkDesk): Promise<SentMessage[]> {
  const rows = await db.networkMessage.findMany({ orderBy: NEWEST_FIRST, take: LATEST });
  return rows.map((row) => ({
    ...messageOf(row),
    sites: row.toAll ? "all" : row.toSites,
    sentAt: row.sentAt,
    withdrawn: row.withdrawnOn !== null,
  }));
}

/**
 * What the network told this site, the newest first. Whom a message is addressed to, and that it was not withdrawn, is
 * decided by row security.
 */
export async function listMessages(desk: Desk, now: Date): Promise<SiteMessage[]> {
  const rows = await desk.db.networkMessage.findMany({
    where: { fromOn: { lte: new Date(berlinDay(now)) } },
    orderBy: NEWEST_FIRST,
    take: LATEST,
    select: { ...SHOWN, readings: { where: { accountId: desk.account }, select: { accountId: true } } },
  });
  return rows.map(({ readings, ...row }) => ({ ...messageOf(row), read: readings.length > 0 }));
}

/** What is news today and has not been read by whoever asks. */
export async function listUnreadMessages(desk: Desk, now: Date): Promise<NetworkMessage[]> {
  const today = new Date(berlinDay(now));
  const rows = await desk.db.networkMessage.findMany({
    where: {
      fromOn: { lte: today },
      untilOn: { gte: today },
      readings: { none: { accountId: desk.account } },
    },
    orderBy: NEWEST_FIRST,
    take: LATEST,
    select: SHOWN,
  });
  return rows.map(messageOf);
}
