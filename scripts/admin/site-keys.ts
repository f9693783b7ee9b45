import { createHash } from "node:crypto";
import pg from "pg";
import { OPEN_STATUSES } from "../../lib/cases/rules";
import { checkPin, type PinVerdict } from "../../lib/crypto/pins";
import { loginUrl, siteLogin } from "../../lib/db/logins";

/** How a site's newest key is kept. */
export type SiteKeys = {
  site: string;
  /** Whether the site is offered to the public. */
  active: boolean;
  /** Null for a site whose first lead has not made the keys. */
  key: NewestKey | null;
};

export type NewestKey = {
  epoch: number;
  /** The day on which it was made, as `YYYY-MM-DD`. */
  since: string;
  /** How many people hold it who may sign in. */
  people: number;
  /** How many of them lead the site. */
  leads: number;
  /** The day on which somebody said that a print that opens it is in hand; null when nobody has. */
  printedOn: string | null;
  pin: PinVerdict;
  /** 64 bits of the public key's hash, to be compared with a note or with another table. */
  fingerprint: string;
};

type Row = Omit<NewestKey, "pin" | "fingerprint"> & {
  site: string;
  active: boolean;
  publicKey: Buffer | null;
};

/** The newest key of each site, in the order of their slugs. Nothing of this needs a key. */
export async function readSiteKeys(client: pg.Client): Promise<SiteKeys[]> {
  const { rows } = await client.query<Row>(
    `SELECT s.id AS site, s.active, k.epoch, k.public_key AS "publicKey", k.created_on::text AS since,
       h.people, h.leads, (SELECT max(r.confirmed_on)::text FROM site_recovery r JOIN site_key_recovery c
          ON c.site_id = r.site_id AND c.recovery_id = r.id AND c.epoch = k.epoch
          WHERE r.site_id = s.id AND NOT r.outdated) AS "printedOn"
     FROM site s
       LEFT JOIN LATERAL (SELECT * FROM site_key WHERE site_id = s.id ORDER BY epoch DESC LIMIT 1) k ON true
       LEFT JOIN LATERAL (SELECT count(*)::int AS people, (count(*) FILTER (WHERE m.role = 'lead'))::int AS leads
         FROM site_key_grant g JOIN membership m USING (site_id, account_id) JOIN account a ON a.id = g.account_id
         WHERE g.site_id = s.id AND g.epoch = k.epoch AND m.active AND a.disabled_on IS NULL) h ON true
     ORDER BY s.id`,
  );
  return rows.map(({ site, active, publicKey, ...key }) => {
    if (!publicKey) return { site, active, key: null };
    const pin = checkPin(site, key.epoch, publicKey);
    return { site, active, key: { ...key, pin, fingerprint: fingerprintOf(publicKey) } };
  });
}

function fingerprintOf(publicKey: Uint8Array): string {
  const digits = createHash("sha256").update(publicKey).digest("hex").slice(0, 16);
  return (digits.match(/.{4}/g) ?? []).join(" ");
}

/**
 * How many open cases are sealed under an older key. The owner may not look at cases, so this asks through the login
 * of the site, and asks for a number only.
 *
 * @returns null when the site's login does not get in
 */
export async function countOlderCases(site: string, epoch: number): Promise<number | null> {
  const client = new pg.Client({
    connectionString: loginUrl(siteLogin(site)),
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM case_file WHERE key_epoch < $1 AND status = ANY ($2)",
      [epoch, OPEN_STATUSES],
    );
    return rows[0]?.count ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
