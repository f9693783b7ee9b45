import type pg from "pg";
import { emailLookup } from "../../../lib/crypto/lookup";
import { COUNSELLING_LANGUAGES } from "../../../lib/vocabulary/types";
import type { Application } from "../application";
import { asSuperuser } from "../database";

/** A site with many cases and a site with few. */
export const BIG = { site: "koeln", cases: 100_000 };
export const SMALL = { site: "luebeck", cases: 100 };

/**
 * What the combined filter finds: sixty cases at either site, spread evenly over its numbers, so that both pages
 * are full and the big site's are hard to find.
 */
export const NEEDLES = { status: "counselling", language: "ti", count: 60 };

export type FilledSite = { readonly site: string; readonly account: string };

/** Fills both sites with cases, letters and mailboxes in the sizes that sealing gives them. */
export const fillSites = (app: Application): Promise<readonly [FilledSite, FilledSite]> =>
  asSuperuser(app, async (client) => {
    // Every row refers to one that was made just before, so nothing is looked up again.
    await client.query("SET session_replication_role = replica");
    const filled = [await fillSite(client, SMALL), await fillSite(client, BIG)] as const;
    await client.query("VACUUM (ANALYZE) case_file, message, mailbox_key, follow_up");
    await client.query("CHECKPOINT");
    return filled;
  });

async function fillSite(client: pg.Client, { site, cases }: typeof BIG): Promise<FilledSite> {
  const account = await accountOf(client, `counsellor@${site}.example`);
  const colleague = await accountOf(client, `lead@${site}.example`);
  await client.query("BEGIN");
  await client.query(INSERT_CASES, [
    site,
    cases,
    account,
    colleague,
    ORDINARY_LANGUAGES,
    NEEDLES.language,
    NEEDLES.count,
  ]);
  await client.query(INSERT_MAILBOXES, [site]);
  await client.query(INSERT_LETTERS, [site]);
  await client.query(INSERT_FOLLOW_UPS, [site]);
  await client.query("UPDATE site_counter SET next_case_number = $2 WHERE site_id = $1", [site, cases + 1]);
  await client.query("COMMIT");
  return { site, account };
}

async function accountOf(client: pg.Client, email: string): Promise<string> {
  const found = await client.query<{ id: string }>("SELECT id FROM account WHERE email_lookup = $1", [
    emailLookup(email),
  ]);
  return found.rows[0]?.id ?? "";
}

const ORDINARY_LANGUAGES = Object.keys(COUNSELLING_LANGUAGES).filter(
  (language) => language !== NEEDLES.language,
);

/** Bytes that look sealed: they cannot be compressed away more than real ones, and nobody opens a list's rows. */
const sealed = (bytes: number): string =>
  `substring(decode(repeat(md5(random()::text || n), ${Math.ceil(bytes / 16)}), 'hex') FROM 1 FOR ${bytes})`;

/**
 * A site as it is after years: most cases are closed, the newest fiftieth is open, and a few old ones are as
 * well. One in four waits for an answer while it is open, and for most of them somebody has planned something.
 */
const INSERT_CASES = `
  INSERT INTO case_file (site_id, id, number, kind, status, language, channel, assignee_id, created_on, waiting_since,
      follow_up_on, unread, version, key_epoch, wrapped_key, sealed_enquiry)
    SELECT $1, gen_random_uuid(), n, 'firstContact',
        CASE WHEN needle THEN '${NEEDLES.status}' ELSE status END,
        CASE WHEN needle THEN $6 ELSE ($5::text[])[1 + (chance[1] ^ 3 * array_length($5, 1))::int % array_length($5, 1)] END,
        (ARRAY['phone', 'inPerson', 'email', 'video', 'unknown'])[1 + floor(chance[2] ^ 2 * 5)::int],
        CASE WHEN needle OR chance[3] < 0.6 THEN $3::uuid WHEN chance[3] < 0.97 THEN $4::uuid END,
        day, CASE WHEN open AND chance[4] < 0.25 THEN day END,
        CASE WHEN open AND chance[5] < 0.7 THEN current_date - 10 + floor(chance[5] * 60)::int END, open AND chance[4] < 0.1, 3, 1, ${sealed(82)}, ${sealed(542)}
      FROM (SELECT n, ARRAY[random(), random(), random(), random(), random()] AS chance,
              n * $7::int / $2::int <> (n - 1) * $7::int / $2::int AS needle,
              n > $2::int * 0.98 OR n % 700 = 0 AS open,
              current_date - (($2::int - n) * 3000 / $2::int)::int AS day
            FROM generate_series(1::bigint, $2::int) n) AS plan,
        LATERAL (SELECT CASE WHEN NOT open THEN (ARRAY['closed', 'closed', 'closed', 'withdrawn', 'spam'])[1 + n % 5]
            ELSE (ARRAY['received', 'assigned', 'waiting', 'scheduled', 'counselling', 'dormant'])[1 + n % 6] END AS status) AS life
      ORDER BY n`;

const INSERT_MAILBOXES = `
  INSERT INTO mailbox_key (site_id, case_id, lookup_id, wrapped_key)
    SELECT site_id, id, sha256(id::text::bytea), ${sealed(62)} FROM (SELECT *, number AS n FROM case_file) c WHERE site_id = $1`;

const INSERT_LETTERS = `
  INSERT INTO message (site_id, case_id, seq, id, author, created_on, sealed_body)
    SELECT site_id, id, 1, gen_random_uuid(), 'person', created_on, ${sealed(1054)}
      FROM (SELECT *, number AS n FROM case_file) c WHERE site_id = $1`;

const INSERT_FOLLOW_UPS = `
  INSERT INTO follow_up (site_id, case_id, id, due_on, assignee_id, created_on, sealed_body)
    SELECT site_id, id, gen_random_uuid(), follow_up_on, assignee_id, current_date - 30, ${sealed(286)}
      FROM (SELECT *, number AS n FROM case_file) c WHERE site_id = $1 AND follow_up_on IS NOT NULL`;
