import { randomUUID } from "node:crypto";
import type pg from "pg";
import { newInvitation } from "../../lib/crypto/invitation";
import { env } from "../../lib/env";
import type { Role } from "./arguments";

const MOMENT = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Berlin",
  dateStyle: "full",
  timeStyle: "short",
});

/** Stores an invitation to a site, without a name. @returns the lines to print */
export async function makeSiteLink(
  client: pg.Client,
  { site, role }: { site: string; role: Role },
  now: Date,
): Promise<string> {
  const { token, stored } = newInvitation(now);
  await client.query(
    "INSERT INTO invitation (site_id, id, token_hash, role, expires_at) VALUES ($1, $2, $3, $4, $5)",
    [site, randomUUID(), stored.tokenHash, role, stored.expiresAt],
  );
  return describeLink(token, stored.expiresAt);
}

/** Stores an invitation to coordinate the network. @returns the lines to print */
export async function makeCoordinatorLink(client: pg.Client, now: Date): Promise<string> {
  const { token, stored } = newInvitation(now);
  await client.query("INSERT INTO network_invitation (token_hash, expires_at) VALUES ($1, $2)", [
    stored.tokenHash,
    stored.expiresAt,
  ]);
  return describeLink(token, stored.expiresAt);
}

const describeLink = (token: string, expiresAt: Date): string =>
  `  ${env().PUBLIC_ORIGIN}/de/join/${token}

It works once, until ${MOMENT.format(expiresAt)} (Berlin), and is shown only here. Whoever opens it first joins: give
it to nobody else, by a way that nobody else reads.`;
