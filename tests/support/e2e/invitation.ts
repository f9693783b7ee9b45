import { randomUUID } from "node:crypto";
import { INVITATION_MS, invitationHash, newInvitationToken } from "@/lib/crypto/invitation";
import { inDatabase } from "./database";

/** A link to join a site, as a lead would hand it over: the path after the language. */
export async function givenInvitation(
  site: string,
  role: "counsellor" | "lead" = "counsellor",
): Promise<string> {
  const token = newInvitationToken();
  await inDatabase(
    `INSERT INTO invitation (site_id, id, token_hash, role, expires_at) VALUES ($1, $2, $3, $4, $5)`,
    [site, randomUUID(), invitationHash(token), role, new Date(Date.now() + INVITATION_MS)],
  );
  return `join/${token}`;
}
