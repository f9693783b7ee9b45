import type { surfaceDb } from "../../db/client";
import type { Opened } from "./invitation";

type Auth = ReturnType<typeof surfaceDb<"auth">>;
export type Tx = Parameters<Parameters<Auth["$transaction"]>[0]>[0];

/** Somebody else was faster with the same link. */
export class AlreadyUsed extends Error {}

/** The person belongs to the site already: the link stays good for somebody else. */
export class AlreadyMember extends Error {}

/**
 * Uses a link up, on the condition that it is still good, and gives its holder their place. Throws where it is not,
 * so that the transaction is taken back.
 */
export async function claimInvitation(
  tx: Tx,
  { stored, tokenHash }: Extract<Opened, { ok: true }>,
  accountId: string,
  now: Date,
): Promise<void> {
  if (!stored) {
    const { count } = await tx.networkInvitation.deleteMany({ where: { tokenHash, expiresAt: { gt: now } } });
    if (count !== 1) throw new AlreadyUsed();
    return;
  }
  const { siteId, id, role, resets } = stored;
  const { count } = await tx.invitation.updateMany({
    where: { siteId, id, used: false, expiresAt: { gt: now } },
    data: { used: true, accountId },
  });
  if (count !== 1) throw new AlreadyUsed();
  if (!resets) await takePlace(tx, siteId, accountId, role);
}

/** A place of one's own at the site; somebody who left and comes back has theirs again. */
async function takePlace(tx: Tx, siteId: string, accountId: string, role: string): Promise<void> {
  const known = await tx.membership.findFirst({ where: { siteId, accountId }, select: { active: true } });
  if (known?.active) throw new AlreadyMember();
  if (known) {
    await tx.membership.updateMany({ where: { siteId, accountId }, data: { role, active: true } });
  } else {
    await tx.membership.createMany({ data: [{ siteId, accountId, role, active: true }] });
  }
}
