import { type Grant, siteKeyring } from "../crypto/keyring";
import { sessionHash } from "../crypto/lookup";
import { checkPin } from "../crypto/pins";
import { unwrapForSession } from "../crypto/session";
import { siteDb, surfaceDb } from "../db/client";
import { AppError } from "../errors";
import type { Desk, LeadDesk, NetworkDesk, Seat, StaffRole } from "./desk";
import { hasFactor, isLive, SEEN_STEP_MS } from "./rules";

/** Who a live session belongs to, as the database says at this moment. */
export type Staff = {
  accountId: string;
  userKey: Uint8Array;
  coordinator: boolean;
  /** Whether something besides the passphrase proves who this is. */
  hasFactor: boolean;
  /** Whether the person has said that they hold their printed recovery code. */
  recoveryConfirmed: boolean;
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
          recoveryConfirmedOn: true,
          sealedTotp: true,
          _count: { select: { passkeys: true } }, // counted in the same statement, on every request
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
  const { id, coordinator, memberships, sealedTotp, _count, recoveryConfirmedOn } = session.account;
  return {
    accountId: id,
    userKey,
    coordinator,
    hasFactor: hasFactor({ sealedTotp, passkeys: { length: _count.passkeys } }),
    recoveryConfirmed: recoveryConfirmedOn !== null,
    memberships: memberships as Staff["memberships"],
  };
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

/** The site that somebody works at now: the one they chose, if it is theirs, and else their first. */
export const siteOf = (
  { memberships }: Staff,
  chosen: string | undefined,
): Staff["memberships"][number] | null =>
  memberships.find(({ siteId }) => siteId === chosen) ?? memberships[0] ?? null;

/**
 * Opens the desk of a counsellor at a site of theirs. Null for somebody who belongs to none; a seat for somebody to
 * whom nobody has granted the site's newest key.
 */
export async function openDesk(staff: Staff, chosen?: string): Promise<Desk | Seat | null> {
  const membership = siteOf(staff, chosen);
  if (!membership) return null;
  const { siteId: site, role } = membership;
  const db = siteDb(site);
  const epochs = await db.siteKey.findMany({
    orderBy: { epoch: "desc" },
    select: {
      epoch: true,
      publicKey: true,
      grants: { where: { accountId: staff.accountId }, select: { sealedSiteKey: true } },
    },
  });
  const keys = siteKeyring(
    { site, accountId: staff.accountId, privateKey: staff.userKey },
    epochs.flatMap(({ epoch, publicKey, grants }) =>
      grants.map(({ sealedSiteKey }): Grant => ({ epoch, publicKey, sealedSiteKey })),
    ),
  );
  const place = { site, account: staff.accountId, role, db };
  const [newest] = epochs;
  if (!newest || keys.epoch !== newest.epoch) return { ...place, userKey: staff.userKey } as Seat;
  // Nothing may be sealed to a key that this app did not make, or that a newer one has replaced.
  if (checkPin(site, newest.epoch, newest.publicKey) !== "known") throw new AppError("keyUnknown");
  return { ...place, keys } as Desk;
}

/** Whether a place at a site has its keys. */
export const isDesk = (place: Desk | Seat | null): place is Desk => place !== null && "keys" in place;

/** The same desk for somebody who leads the site; null for everybody else. */
export const leadDesk = (desk: Desk): LeadDesk | null => (desk.role === "lead" ? (desk as LeadDesk) : null);

/** The desk of a coordinator; null for everybody else. */
export const openNetworkDesk = (staff: Staff): NetworkDesk | null =>
  staff.coordinator ? ({ account: staff.accountId, db: surfaceDb("network") } as NetworkDesk) : null;
