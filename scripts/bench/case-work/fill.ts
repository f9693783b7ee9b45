import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type CaseKey, newCaseKey, sealText } from "../../../lib/crypto/content";
import { sealCaseKeyTo } from "../../../lib/crypto/keyring";
import { caseEntryPlace, enquiryPlace, letterPlace, notePlace } from "../../../lib/crypto/places";
import type { Application } from "../application";
import { asSuperuser } from "../database";

/** How much is written in a case. */
export type Volume = { letters: number; sessions: number; notes: number };

/** A word that is in a few cases of each site. */
export const NEEDLE = "Quittenbaum";
const NEEDLES = 5;

const SENTENCE =
  "Die Wohnungsgesellschaft hat die Bewerbung abgelehnt, nachdem sie den Nachnamen gehört hatte. ";
const LETTER = SENTENCE.repeat(7);

/**
 * Adds open cases that a desk of the site really opens: sealed as the form and the desk seal them.
 *
 * @returns the ids of the cases
 */
export const fillCases = (app: Application, site: string, count: number, volume: Volume): Promise<string[]> =>
  asSuperuser(app, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query("BEGIN");
    const publicKey = await publicKeyOf(client, site);
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const text = index % Math.ceil(count / NEEDLES) === 0 ? `${LETTER}${NEEDLE}` : LETTER;
      ids.push(await insertCase(client, { site, publicKey, volume, text }));
    }
    await client.query("COMMIT");
    await client.query("VACUUM (ANALYZE) case_file, message, note, case_entry");
    return ids;
  });

async function publicKeyOf(client: pg.Client, site: string): Promise<Uint8Array> {
  const { rows } = await client.query<{ key: Buffer }>(
    "SELECT public_key AS key FROM site_key WHERE site_id = $1 AND epoch = 1",
    [site],
  );
  return new Uint8Array(rows[0]?.key ?? Buffer.alloc(0));
}

type NewCase = { site: string; publicKey: Uint8Array; volume: Volume; text: string };

async function insertCase(client: pg.Client, { site, publicKey, volume, text }: NewCase): Promise<string> {
  const [caseId, key] = [randomUUID(), newCaseKey()];
  const wrapped = await sealCaseKeyTo(publicKey, { site, epoch: 1, caseId }, key);
  const details = {
    anonymous: false,
    name: "Alex Muster",
    consent: { given: true, version: 1, language: "de" },
  };
  await client.query(
    `INSERT INTO case_file (site_id, id, number, kind, status, language, channel, created_on, unread, version, key_epoch,
         wrapped_key, sealed_enquiry)
       SELECT $1, $2, next_case_number, 'firstContact', 'counselling', 'de', 'phone', current_date, false, 1, 1, $3, $4
         FROM site_counter WHERE site_id = $1`,
    [site, caseId, wrapped, sealText(key, enquiryPlace({ site, caseId }), JSON.stringify(details))],
  );
  await client.query("UPDATE site_counter SET next_case_number = next_case_number + 1 WHERE site_id = $1", [
    site,
  ]);
  const opened = { client, site, caseId, key };
  for (let seq = 1; seq <= volume.letters; seq += 1) await insertLetter(opened, seq, text);
  for (let index = 0; index < volume.notes; index += 1) await insertNote(opened);
  for (let index = 0; index < volume.sessions; index += 1) await insertSession(opened);
  return caseId;
}

type Opened = { client: pg.Client; site: string; caseId: string; key: CaseKey };

async function insertLetter({ client, site, caseId, key }: Opened, seq: number, text: string): Promise<void> {
  const [id, author] = [randomUUID(), seq % 2 ? "person" : "site"] as const;
  const sealed = sealText(key, letterPlace({ site, caseId }, { id, author, seq }), JSON.stringify({ text }));
  await client.query(
    `INSERT INTO message (site_id, case_id, seq, id, author, created_on, sealed_body)
       VALUES ($1, $2, $3, $4, $5, current_date, $6)`,
    [site, caseId, seq, id, author, sealed],
  );
}

async function insertNote({ client, site, caseId, key }: Opened): Promise<void> {
  const id = randomUUID();
  const body = { account: randomUUID(), at: new Date().toISOString(), text: SENTENCE };
  await client.query(
    "INSERT INTO note (site_id, case_id, id, created_on, sealed_body) VALUES ($1, $2, $3, current_date, $4)",
    [site, caseId, id, sealText(key, notePlace({ site, caseId }, id), JSON.stringify(body))],
  );
}

async function insertSession({ client, site, caseId, key }: Opened): Promise<void> {
  const entry = { id: randomUUID(), version: 1 };
  const told = { day: "2025-03-14", channel: "phone", minutes: 45, language: "de", interpreter: "" };
  const values = { ...told, who: "", content: SENTENCE.repeat(3), next: SENTENCE };
  const body = { kind: "session", values, account: randomUUID(), at: new Date().toISOString() };
  await client.query(
    "INSERT INTO case_entry (site_id, case_id, id, version, created_on, sealed_body) VALUES ($1, $2, $3, 1, current_date, $4)",
    [site, caseId, entry.id, sealText(key, caseEntryPlace({ site, caseId }, entry), JSON.stringify(body))],
  );
}
