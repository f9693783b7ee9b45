import { randomUUID } from "node:crypto";
import { INVITATION_MS, invitationHash, newInvitationToken } from "../../crypto/invitation";

/** The invitation of a site's first person: a lead without a name, for the site has no key to seal one to. */
export function newInvitation(siteId: string, now: Date) {
  const token = newInvitationToken();
  const row = {
    siteId,
    id: randomUUID(),
    tokenHash: invitationHash(token),
    role: "lead",
    expiresAt: new Date(now.getTime() + INVITATION_MS),
  };
  return { token, row };
}
