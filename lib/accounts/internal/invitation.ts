import { invitationHash } from "../../crypto/invitation";
import { surfaceDb } from "../../db/client";
import type { FoundInvitation, Invitation } from "../types";

/** An invitation as it is stored, as far as sign-in may read it: its name is sealed to the site. */
const COLUMNS = {
  siteId: true,
  id: true,
  role: true,
  resets: true,
  expiresAt: true,
  accountId: true,
  used: true,
} as const;

export type StoredInvitation = {
  siteId: string;
  id: string;
  role: string;
  resets: boolean;
  expiresAt: Date;
  accountId: string | null;
  used: boolean;
};

export type Opened =
  | { ok: true; invitation: Invitation; stored: StoredInvitation | null; tokenHash: Uint8Array<ArrayBuffer> }
  | Extract<FoundInvitation, { ok: false }>;

/** Reads what a link is for, and whether it still counts. */
export async function openInvitation(token: string, now: Date): Promise<Opened> {
  const tokenHash = invitationHash(token);
  const db = surfaceDb("auth");
  const stored = await db.invitation.findUnique({ where: { tokenHash }, select: COLUMNS });
  if (stored) {
    const refusal = await refusalOf(stored, now);
    return refusal ?? { ok: true, invitation: whatFor(stored), stored, tokenHash };
  }
  const network = await db.networkInvitation.findUnique({ where: { tokenHash } });
  if (!network) return { ok: false, reason: "unknown", usedBy: null };
  if (now >= network.expiresAt) return { ok: false, reason: "late", usedBy: null };
  return { ok: true, invitation: { kind: "network" }, stored: null, tokenHash };
}

async function refusalOf(
  { used, accountId, expiresAt, resets, siteId }: StoredInvitation,
  now: Date,
): Promise<Extract<FoundInvitation, { ok: false }> | null> {
  if (used) return { ok: false, reason: "used", usedBy: accountId };
  if (now >= expiresAt) return { ok: false, reason: "late", usedBy: null };
  if (!resets) return null;
  // A site's login can write this row for any account it can name; only its own people it may set up anew.
  const places = await surfaceDb("auth").membership.findMany({
    where: { accountId: accountId ?? "", active: true, account: { disabledOn: null } },
    select: { siteId: true },
  });
  if (!places.some((place) => place.siteId === siteId)) return { ok: false, reason: "unknown", usedBy: null };
  // A new key would take the keys of another site away as well, for which this site's lead cannot speak.
  return places.length === 1 ? null : { ok: false, reason: "elsewhere", usedBy: null };
}

const whatFor = ({ siteId, role, resets }: StoredInvitation): Invitation =>
  resets
    ? { kind: "reset", siteId }
    : { kind: "site", siteId, role: role === "lead" ? "lead" : "counsellor" };
