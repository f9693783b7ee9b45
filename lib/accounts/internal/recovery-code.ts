import { timingSafeEqual } from "node:crypto";
import type { Staff } from "../../auth/queries";
import { symbolsOf } from "../../crypto/base32";
import { deriveRecoveryKey, newRecoveryCode, wrapUserKey } from "../../crypto/passphrase";
import { openTicket, sealTicket } from "../../crypto/ticket";
import { surfaceDb } from "../../db/client";
import { berlinDay } from "../../time/rules";

const CONFIRM_MS = 60 * 60_000;
const LAST_GROUP = 4;

type Expected = { purpose: "recovery"; accountId: string; lastGroup: string; wrap: string };

/** Makes a recovery code, which replaces the one before. It is shown this once; only what it opens is stored. */
export async function makeRecoveryCode(
  { accountId, userKey }: Staff,
  now: Date,
): Promise<{ code: string; ticket: string }> {
  const code = newRecoveryCode();
  const wrap = wrapUserKey(
    "account.wrapped_by_recovery",
    accountId,
    deriveRecoveryKey(code, accountId),
    userKey,
  );
  await surfaceDb("auth").account.updateMany({
    where: { id: accountId },
    data: { wrappedByRecovery: wrap, recoveryConfirmedOn: null },
  });
  const lastGroup = symbolsOf(code).slice(-LAST_GROUP);
  const expected: Expected = { purpose: "recovery", accountId, lastGroup, wrap: printOf(wrap) };
  return { code, ticket: sealTicket("ceremony", expected, new Date(now.getTime() + CONFIRM_MS)) };
}

/** Somebody shows that they hold the print, by its last group. */
export async function confirmRecoveryCode(
  { accountId }: Staff,
  { ticket, lastGroup }: { ticket: string; lastGroup: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "differs" | "over" }> {
  const expected = openTicket("ceremony", ticket, now) as Expected | null;
  if (expected?.purpose !== "recovery" || expected.accountId !== accountId)
    return { ok: false, reason: "over" };
  const typed = Buffer.from(symbolsOf(lastGroup).slice(-LAST_GROUP).padStart(LAST_GROUP));
  if (!timingSafeEqual(typed, Buffer.from(expected.lastGroup))) return { ok: false, reason: "differs" };
  const db = surfaceDb("auth");
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { wrappedByRecovery: true },
  });
  // Another code was made since this one was shown: what is in hand opens nothing.
  if (printOf(account?.wrappedByRecovery) !== expected.wrap) return { ok: false, reason: "over" };
  await db.account.updateMany({
    where: { id: accountId },
    data: { recoveryConfirmedOn: new Date(berlinDay(now)) },
  });
  return { ok: true };
}

/** Enough of a wrap to tell it from another; it is random. */
const printOf = (wrap: Uint8Array | null | undefined): string =>
  Buffer.from(wrap?.slice(0, 14) ?? []).toString("base64");
