import { createHash, randomBytes } from "node:crypto";

/** How long a link to join is good for: 72 hours. */
export const INVITATION_MS = 72 * 3_600_000;

/** The secret part of a link to join: 256 random bits. Shown once and stored as a hash. */
export const newInvitationToken = (): string => randomBytes(32).toString("base64url");

/** A link to join, as its holder gets it and as it is stored. */
export function newInvitation(now: Date) {
  const token = newInvitationToken();
  const expiresAt = new Date(now.getTime() + INVITATION_MS);
  return { token, stored: { tokenHash: invitationHash(token), expiresAt } };
}

/** The hash that an invitation is stored under: a dump holds no link that works. */
export const invitationHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token).digest());
