import type pg from "pg";
import { siteLogin } from "../../lib/db/logins";
import { Failure } from "../launch/failure";

type FoundSite = { active: boolean; hasKeys: boolean; hasLogin: boolean };

/** @throws Failure that names the sites there are */
export async function requireSite(client: pg.Client, slug: string): Promise<FoundSite> {
  const { rows } = await client.query<FoundSite>(
    `SELECT active, EXISTS (SELECT FROM site_key WHERE site_id = id) AS "hasKeys",
       EXISTS (SELECT FROM pg_roles WHERE rolname = $2 AND rolcanlogin) AS "hasLogin" FROM site WHERE id = $1`,
    [slug, siteLogin(slug)],
  );
  if (rows[0]) return rows[0];
  const sites = await client.query<{ id: string }>("SELECT id FROM site ORDER BY id");
  throw new Failure(`There is no site ${slug}. There are: ${sites.rows.map(({ id }) => id).join(", ")}.`);
}
