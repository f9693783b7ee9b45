import type pg from "pg";

/**
 * One kind of row that the matrix tries. Of a table with several kinds, each is tried by itself. `beside` are rows of
 * other tables that have to be there for it to be this kind.
 */
export type Probe = {
  label: string;
  table: string;
  row: Row;
  site: string;
  beside: { table: string; row: Row }[];
};

export type Row = Record<string, string | null>;

const TO_NOBODY: Row = { to_site: null, reply: null };
const NOT_REVOKED: Row = { revoked_on: null, revoked_by: null, sealed_revocation: null };

const VARIANTS: Record<string, Record<string, Row>> = {
  message: {
    "message, first": { author: "person", seq: "1" },
    "message, by person": { author: "person", seq: "2" },
    "message, by site": { author: "site", seq: "2" },
  },
  // A first lead, whom the network invites; a colleague, whom the site does.
  invitation: {
    "invitation, first": {
      resets: "false",
      used: "false",
      account_id: null,
      key_epoch: null,
      sealed_name: null,
    },
    "invitation, named": {},
  },
  account: { "account, colleague": {}, "account, stranger": {} },
  staff_session: { "staff_session, colleague": {}, "staff_session, stranger": {} },
  site: { "site, offered": { active: "true" }, "site, new": { active: "false" } },
  consent: {
    "consent, asked": { decided_on: null, decided_by: null, sealed_decision: null, ...NOT_REVOKED },
    "consent, given": { status: "given", ...NOT_REVOKED },
  },
  referral: {
    "referral, draft": { consent_id: null, sent_on: null, answer_due_on: null, ...TO_NOBODY },
    "referral, sent": { status: "sent", ...TO_NOBODY },
  },
  // What came in with an entry is one thing: here a letter.
  journal_entry: { journal_entry: { consent_id: null, consent_part: null } },
  handover: {
    "handover, held": { status: "held", offered_on: null },
    "handover, offered": { status: "offered" },
  },
  network_message: {
    "network_message, to all": { to_all: "true", to_sites: "{}", withdrawn_on: null },
    "network_message, to one": { to_all: "false", withdrawn_on: null },
    "network_message, withdrawn": { to_all: "true", to_sites: "{}" },
  },
  case_file: { "case_file, new": { status: "received" }, "case_file, in work": { status: "counselling" } },
};

/** What makes somebody a colleague: that they belong to the site. */
const BESIDE: Record<string, string> = {
  "account, colleague": "membership",
  "staff_session, colleague": "membership",
};

const VALUES: Record<string, string> = {
  uuid: "00000000-0000-4000-8000-000000000001",
  integer: "1",
  boolean: "true",
  date: "2025-03-14",
  "timestamp with time zone": "2025-03-14T11:00:00Z",
  "timestamp(0) with time zone": "2025-03-14T11:00:00Z",
  text: "x",
  "text[]": "{}",
  jsonb: "{}",
  "double precision": "50.5",
  bytea: "\\x01",
};

/** Values that a check constraint asks for. */
const SPECIAL: Record<string, string> = {
  "offer.cost": "free",
  "offer.warmth": "joint",
  "case_file.kind": "report",
  "case_file.language": "de",
  "case_file.channel": "phone",
  "case_file.status": "received",
  "consent.status": "requested",
  "consent.decided_by": "site",
  "consent.revoked_by": "site",
  "referral.status": "draft",
  "handover.from_site": "elsewhere",
  "handover.language": "de",
  "handover.lookup_id": `\\x${"00".repeat(32)}`,
  "membership.role": "lead",
  "staff_session.device": "computer",
  "passkey.device": "computer",
  "invitation.role": "lead",
  "invitation.token_hash": `\\x${"00".repeat(32)}`,
  "network_invitation.token_hash": `\\x${"00".repeat(32)}`,
  "site_text.kind": "block",
  "legal_deadline.unit": "months",
  "legal_deadline.counts_from": "incident",
  "journal_entry.hash": "\\x",
  "journal_head.hash": "\\x",
  "statistic_fact.sealed_fact": `\\x${"00".repeat(158)}`,
  "statistic_release.quarter": "2025-Q1",
  "statistic_cell.quarter": "2025-Q1",
  "statistic_cell.site": "",
  "statistic_cell.value": "5",
  "statistic_refusal.quarter": "2025-Q1",
  "mailbox_key.lookup_id": `\\x${"00".repeat(32)}`,
};

/** Columns of other names that say which site a row is of, or from. */
const OWN_SITE = ["site.id", "partner.created_by", "partner_event.by_site"];

/** A row of every table for one site, made from the catalogue, so that a new table joins in by itself. */
export async function probesFor(client: pg.Client, site: string): Promise<Probe[]> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
         AND NOT a.attisdropped
       ORDER BY c.relname, a.attnum`,
  );
  const tables = new Map<string, Row>();
  for (const { table, name, type } of rows) {
    const value =
      name === "site_id" || OWN_SITE.includes(`${table}.${name}`)
        ? site
        : name === "to_sites"
          ? `{${site}}`
          : SPECIAL[`${table}.${name}`];
    tables.set(table, {
      ...tables.get(table),
      [name]: value ?? VALUES[type.replace(/character varying.*/, "text")] ?? "",
    });
  }
  return [...tables].flatMap(([table, row]) =>
    Object.entries(VARIANTS[table] ?? { [table]: {} }).map(([label, more]) => {
      const other = BESIDE[label] ?? "";
      const companion = tables.get(other);
      const beside = companion ? [{ table: other, row: companion }] : [];
      return { label, table, row: { ...row, ...more }, site, beside };
    }),
  );
}
