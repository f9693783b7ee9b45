import type pg from "pg";
import { Failure } from "../launch/failure";
import type { Role } from "./arguments";
import { requireSite } from "./find-site";
import { makeCoordinatorLink, makeSiteLink } from "./links";

/**
 * Makes a link to join a site. It bears no name, because only somebody with the site's keys can seal one; whoever
 * takes it gets no keys either, until a lead of the site grants them.
 *
 * @throws Failure for an unknown site, and for a first person who is no lead: nobody else can make the site's keys
 */
export async function inviteToSite(
  client: pg.Client,
  { site, role }: { site: string; role: Role | null },
  now: Date,
): Promise<string> {
  const { hasKeys } = await requireSite(client, site);
  if (!hasKeys && role === "counsellor")
    throw new Failure(
      `${site} has no keys yet, and only a lead can make them: invite a lead first (--role lead).`,
    );
  const chosen = role ?? (hasKeys ? "counsellor" : "lead");
  const link = await makeSiteLink(client, { site, role: chosen }, now);
  const next = hasKeys
    ? `Whoever joins sees no case until a lead of ${site} has compared the fingerprint with them and granted the keys.`
    : `The lead makes the keys of ${site} after joining. A coordinator, or site restore, then offers it to the public.`;
  return `A link to join ${site} as ${chosen}:\n\n${link}\n\n${next}`;
}

/** Makes a link by which somebody becomes a coordinator of the network. */
export async function inviteCoordinator(client: pg.Client, now: Date): Promise<string> {
  return `A link to become a coordinator of the network:\n\n${await makeCoordinatorLink(client, now)}`;
}
