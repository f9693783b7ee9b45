import type pg from "pg";
import { newSiteSchema } from "../../lib/network/schema";
import { STATES } from "../../lib/sites/types";
import { inTransaction, PREPARATION_LOCK } from "../database/transaction";
import { Failure } from "../launch/failure";
import { provisionSiteLogins } from "../provision";
import { requireSite } from "./find-site";
import { makeSiteLink } from "./links";

const UNIQUE_VIOLATION = "23505";

type NewSite = { slug: string; name: string; land: string; carriers: string[] };

/**
 * Adds a site that is not offered to the public yet, with its database login and the link for its first lead: all of
 * it or nothing.
 *
 * @throws Failure when the slug is taken, or something about the site is not as it has to be
 */
export async function addSite(client: pg.Client, order: NewSite, now: Date): Promise<string> {
  const site = checked(order);
  const link = await inTransaction(client, async () => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [PREPARATION_LOCK]);
    await insert(client, site);
    await provisionSiteLogins(client);
    return makeSiteLink(client, { site: site.slug, role: "lead" }, now);
  });
  return `The site ${site.slug} was added. The public does not see it yet. A link for its first lead:

${link}

The lead makes the site's keys after joining. Then a coordinator offers the site to the public, or you do with
npm run admin -- site restore ${site.slug}`;
}

function checked({ slug, name, land, carriers }: NewSite) {
  const typed = { slug, name, stateCode: land.trim().toUpperCase(), carriers: carriers.join("\n") };
  const result = newSiteSchema.safeParse(typed);
  if (result.success) return result.data;
  switch (result.error.issues[0]?.path[0]) {
    case "slug":
      throw new Failure(
        "The slug becomes an address and a database login: 2 to 41 letters a to z, digits and hyphens, a letter first.",
      );
    case "stateCode":
      throw new Failure(`The Land is one of ${Object.keys(STATES).join(", ")}.`);
    case "name":
      throw new Failure("The name has 1 to 80 characters.");
    default:
      throw new Failure("The carriers have 1000 characters at most.");
  }
}

async function insert(client: pg.Client, site: ReturnType<typeof checked>): Promise<void> {
  const { slug, name, carriers, stateCode } = site;
  try {
    await client.query(
      `INSERT INTO site (id, name, carriers, state_code, state, channels, languages, publish_address, offices, sources,
         active) VALUES ($1, $2, $3, $4, $5, '{}', '{}', false, '[]', '[]', false)`,
      [slug, name, carriers, stateCode, STATES[stateCode]],
    );
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION)
      throw new Failure(`There is a site called ${slug} already.`);
    throw error;
  }
}

/** Takes a site out of the public pages. */
export async function retireSite(client: pg.Client, slug: string): Promise<string> {
  const { active } = await requireSite(client, slug);
  if (!active) return `${slug} is not offered to the public; nothing was changed.`;
  await client.query("UPDATE site SET active = false WHERE id = $1", [slug]);
  return `${slug} is no longer offered to the public, and gets no new enquiries; the pages follow within half a minute.
Its cases, keys, people and database login stay: they work on, and who wrote to it still reaches their mailbox.
npm run admin -- site restore ${slug} takes this back.`;
}

/** @throws Failure for a site that could not read what people would write to it */
export async function restoreSite(client: pg.Client, slug: string): Promise<string> {
  const { active, hasKeys, hasLogin } = await requireSite(client, slug);
  if (active) return `${slug} is offered to the public already; nothing was changed.`;
  if (!hasLogin) throw new Failure(`${slug} has no database login yet: npm start makes it.`);
  if (!hasKeys)
    throw new Failure(
      `${slug} has no keys yet, so nobody could read what people write: its first lead makes them (user invite).`,
    );
  await client.query("UPDATE site SET active = true WHERE id = $1", [slug]);
  return `${slug} is offered to the public; the pages follow within half a minute.`;
}
