import type pg from "pg";
import type { PinVerdict } from "../../lib/crypto/pins";
import { countOlderCases, readSiteKeys, type SiteKeys } from "./site-keys";
import { formatTable } from "./table";

const HEADING = ["site", "offered", "key", "since", "people", "print", "older", "pin", "fingerprint"];

/** As they stand in the table; the legend below it says what they mean. */
const VERDICTS: Record<PinVerdict, string> = { known: "ok", unknown: "UNKNOWN", superseded: "OLD" };

const LEGEND = `key     number of the site's newest key; every renewal counts up
people  how many can open it and may sign in: two at least, or a forgotten passphrase can cost the site everything
print   day on which somebody said that the printed recovery key is in hand
older   open cases still sealed under an older key; they move while somebody of the site is signed in
pin     ok: the key that weact made. UNKNOWN: another one stands in the database. OLD: a newer one was in use already.
        With anything but ok nothing is sealed to the site: npm run admin -- doctor says what to do`;

/** How each site's keys are kept, as a table. */
export async function keysStatus(client: pg.Client): Promise<string> {
  const rows: string[][] = [];
  for (const site of await readSiteKeys(client)) rows.push(await rowOf(site));
  return `${formatTable([HEADING, ...rows])}\n\n${LEGEND}`;
}

async function rowOf({ site, active, key }: SiteKeys): Promise<string[]> {
  const offered = active ? "yes" : "no";
  if (!key) return [site, offered, "none", ...Array(6).fill("-")];
  const older = await countOlderCases(site, key.epoch);
  return [
    site,
    offered,
    String(key.epoch),
    key.since,
    String(key.people),
    key.printedOn ?? "none",
    older === null ? "?" : String(older),
    VERDICTS[key.pin],
    key.fingerprint,
  ];
}
