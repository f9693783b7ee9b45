import { type Grant, siteKeyring } from "../crypto/keyring";
import { sessionHash } from "../crypto/lookup";
import { unwrapForSession } from "../crypto/session";
import { siteDb, surfaceDb } from "../db/client";
import type { Desk, NetworkDesk, StaffRole } from "./desk";
import { isLive, SEEN_STEP_MS } from "./rules";

/** Who a live session belongs to, as the database says at this moment. */
export type Staff = {
  accountId: string;
  userKey: Uint8Array;
  coordinator: boolean;
  memberships: { siteId: string; role: StaffRole }[];
};

/**
 * The person behind a session, or null when the session is over, the account disabled or the key not the
 * session's. Read on every request: a withdrawn role or a sign-out elsewhere must work at once.
 */
export async function findStaff(sessionId: string, sessionKey: string, now: Date): Promise<Staff | null> {
  const db = surfaceDb("auth");
  const idHash = sessionHash(sessionId);
  const session = await db.staffSession.findUnique({
    where: { idHash },
    include: {
      account: {
        select: {
          id: true,
          coordinator: true,
          disabledOn: true,
          memberships: {
            where: { active: true },
            select: { siteId: true, role: true },
            orderBy: { siteId: "asc" },
          },
        },
      },
    },
  });
  if (!session || session.account.disabledOn || !isLive(session, now)) return null;

  const userKey = openUserKey(session.account.id, idHash, sessionKey, session.sealedUserKey);
  if (!userKey) return null;
  if (now.getTime() - session.seenAt.getTime() > SEEN_STEP_MS) {
    await db.staffSession.updateMany({ where: { idHash }, data: { seenAt: now } });
  }
  const { id, coordinator, memberships } = session.account;
  return { accountId: id, userKey, coordinator, memberships: memberships as Staff["memberships"] };
}

function openUserKey(
  accountId: string,
  idHash: Uint8Array,
  sessionKey: string,
  sealed: Uint8Array,
): Uint8Array | null {
  try {
    return unwrapForSession({ idHash, accountId, sessionKey: Buffer.from(sessionKey, "base64url") }, sealed);
  } catch {
    return null; // another session's cookie
  }
}

/** Opens the desk of a counsellor at the site they belong to; null for somebody without one. */
export async function openDesk(staff: Staff): Promise<Desk | null> {
  const membership = staff.memberships[0];
  if (!membership) return null;
  const db = siteDb(membership.siteId);
  const grants = await db.siteKeyGrant.findMany({
    where: { accountId: staff.accountId },
    select: { epoch: true, sealedSiteKey: true, key: { select: { publicKey: true } } },
  });
  const keys = siteKeyring(
    { site: membership.siteId, accountId: staff.accountId, privateKey: staff.userKey },
    grants.map(
      ({ epoch, sealedSiteKey, key }): Grant => ({ epoch, sealedSiteKey, publicKey: key.publicKey }),
    ),
  );
  return { site: membership.siteId, account: staff.accountId, role: membership.role, db, keys } as Desk;
}

/** The desk of a coordinator; null for everybody else. */
export const openNetworkDesk = (staff: Staff): NetworkDesk | null =>
  staff.coordinator ? ({ account: staff.accountId, db: surfaceDb("network") } as NetworkDesk) : null;
