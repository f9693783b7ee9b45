import type pg from "pg";
import { describe, expect, it } from "vitest";
import { asSuperuser, tentatively } from "../../support/connections";
import { drawMatrix } from "../../support/matrix/cells";
import { holdRoles } from "../../support/roles";

holdRoles("together");

/**
 * Every kind of row and every role that reaches the database while weact runs; `owner` only provisions.
 * Letters as in drawMatrix: S all sites' rows, s the own site's, (s) granted but no row, "." nothing.
 */
const EXPECTED = `
                            site_koeln  site_bochum  counselling  intake  intake_functions  mailbox  mailbox_functions  statistics_functions  auth  network  jobs  owner
_prisma_migrations          .           .            .            .       .                 .        .                  .                     .     .        .     SIUD
account, colleague          su          su           (su)         .       .                 .        .                  .                     SIU   .        .     SIUD
account, stranger           (su)        (su)         (su)         .       .                 .        .                  .                     SIU   .        .     SIUD
case_entry                  siu         siu          (siu)        .       .                 .        .                  .                     .     .        .     (siud)
case_file, new              siu         siu          (siu)        .       I                 .        SU                 .                     .     .        .     (siud)
case_file, in work          siu         siu          (siu)        .       (i)               .        SU                 .                     .     .        .     (siud)
case_link                   si          si           (si)         .       .                 .        .                  .                     .     .        .     (siud)
consent, asked              siu         siu          (siu)        .       .                 .        SU                 .                     .     .        .     (siud)
consent, given              s(i)u       s(i)u        (siu)        .       .                 .        SU                 .                     .     .        .     (siud)
document                    siu         siu          (siu)        .       .                 .        .                  .                     .     .        .     (siud)
follow_up                   siu         siu          (siu)        .       .                 .        .                  .                     .     .        .     (siud)
handover, held              (s)         (s)          (s)          .       .                 .        SIUD               .                     .     .        .     (siud)
handover, offered           s           s            (s)          .       .                 .        SIUD               .                     .     .        .     (siud)
invitation, first           sid         sid          (sid)        .       .                 .        .                  .                     SU    I        .     SIUD
invitation, named           sid         sid          (sid)        .       .                 .        .                  .                     SU    (i)      .     SIUD
journal_entry               si          si           (si)         .       .                 .        .                  .                     .     .        S     (siud)
journal_head                siu         siu          (siu)        .       .                 .        .                  .                     .     .        S     (siud)
legal_deadline              S           S            S            S       .                 .        .                  .                     .     SIU      .     (s)I(ud)
mailbox_key                 si          si           (si)         .       SI                .        S                  .                     .     .        .     (siud)
membership                  su          su           (su)         .       .                 .        .                  .                     SIU   .        .     SIUD
message, first              s(i)        s(i)         (si)         .       I                 .        SI                 .                     .     .        .     (siud)
message, by person          s(i)        s(i)         (si)         .       (i)               .        SI                 .                     .     .        .     (siud)
message, by site            si          si           (si)         .       (i)               .        S(i)               .                     .     .        .     (siud)
message_reading             si          si           (si)         .       .                 .        .                  .                     .     .        .     (siud)
network_event               .           .            .            .       .                 .        .                  .                     .     SI       .     (siud)
network_invitation          .           .            .            .       .                 .        .                  .                     SD    .        .     SIUD
network_message, to all     S           S            S            .       .                 .        .                  .                     .     SIU      .     (siud)
network_message, to one     s           s            (s)          .       .                 .        .                  .                     .     SIU      .     (siud)
network_message, withdrawn  (s)         (s)          (s)          .       .                 .        .                  .                     .     SIU      .     (siud)
network_setting             S           S            S            S       .                 .        .                  .                     .     SIU      .     (siud)
note                        si          si           (si)         .       .                 .        .                  .                     .     .        .     (siud)
offer                       SIU         SIU          SIU          .       .                 .        .                  .                     .     .        .     (siud)
partner                     SiU         SiU          S(i)U        .       .                 .        .                  .                     .     .        .     (siud)
partner_event               Si          Si           S(i)         .       .                 .        .                  .                     .     .        .     (siud)
partner_note                siu         siu          (siu)        .       .                 .        .                  .                     .     .        .     (siud)
passkey                     .           .            .            .       .                 .        .                  .                     SIUD  .        .     (siud)
referral, draft             siu         siu          (siu)        .       .                 .        SU                 .                     .     .        .     (siud)
referral, sent              s(i)u       s(i)u        (siu)        .       .                 .        SU                 .                     .     .        .     (siud)
site, offered               Su          Su           S(u)         S       .                 .        .                  .                     .     S(i)U    S     SIUD
site, new                   Su          Su           S(u)         S       .                 .        .                  .                     .     SIU      S     SIUD
site_counter                su          su           (su)         .       SU                .        .                  .                     .     .        .     SIUD
site_event                  si          si           (si)         .       .                 .        .                  .                     .     .        .     (siud)
site_key                    si          si           (si)         S       .                 .        .                  .                     .     S        .     SIUD
site_key_grant              sid         sid          (sid)        .       .                 .        .                  .                     SD    .        .     SIUD
site_key_recovery           sid         sid          (sid)        .       .                 .        .                  .                     .     .        .     SIUD
site_recovery               siud        siud         (siud)       .       .                 .        .                  .                     .     .        .     SIUD
site_text                   siud        siud         (siud)       .       .                 .        .                  .                     .     .        .     (siud)
staff_session, colleague    sd          sd           (sd)         .       .                 .        .                  .                     SIUD  .        SD    SIUD
staff_session, stranger     (sd)        (sd)         (sd)         .       .                 .        .                  .                     SIUD  .        SD    SIUD
statistic_cell              .           .            .            .       .                 .        .                  SI                    .     S        .     (siud)
statistic_fact              .           .            .            .       .                 .        .                  SID                   .     .        S     (siud)
statistic_refusal           .           .            .            .       .                 .        .                  SID                   .     S        S     (siud)
statistic_release           .           .            .            .       .                 .        .                  SI                    .     S        S     (siud)
vocabulary_value            S           S            S            S       .                 .        .                  .                     .     SIU      S     (s)I(ud)
`.slice(1, -1);

/** Rights to some columns of a table only. */
const EXPECTED_COLUMNS = `
auth INSERT membership: account_id, active, role, site_id
auth SELECT invitation: account_id, expires_at, id, resets, role, site_id, token_hash, used
auth SELECT membership: account_id, active, role, site_id
auth SELECT site_key_grant: account_id
auth UPDATE account: coordinator, kdf_salt, last_seen_on, locale, public_key, recovery_confirmed_on, sealed_totp, totp_step, verifier, wrapped_by_passphrase, wrapped_by_recovery
auth UPDATE invitation: account_id, used
auth UPDATE membership: active, role
auth UPDATE passkey: counter, used_on, wrapped_by_prf
auth UPDATE staff_session: seen_at
counselling INSERT journal_entry: case_id, consent_id, consent_part, hash, letter, sealed_detail, seq, site_id
counselling SELECT account: coordinator, id, last_seen_on, public_key, recovery_confirmed_on
counselling SELECT handover: expires_on, from_site, id, key_epoch, language, lookup_id, mailbox_key, offered_on, sealed_enquiry, site_id, status, wrapped_key
counselling SELECT invitation: account_id, expires_at, id, key_epoch, resets, role, sealed_name, site_id, used
counselling SELECT mailbox_key: case_id, site_id
counselling SELECT staff_session: account_id
counselling UPDATE account: last_seen_on
counselling UPDATE case_entry: sealed_body, version
counselling UPDATE case_file: assignee_id, follow_up_on, key_epoch, status, unread, version, waiting_since, wrapped_key
counselling UPDATE consent: decided_by, decided_on, revoked_by, revoked_on, sealed_decision, sealed_revocation, status
counselling UPDATE document: sealed_body, version
counselling UPDATE follow_up: assignee_id, done_on, due_on, sealed_body, version
counselling UPDATE journal_head: hash, seq
counselling UPDATE membership: active, key_epoch, role, sealed_name
counselling UPDATE offer: accessibility, changed_by, channels, cost, data, grounds, help, languages, lat, life_areas, lon, postal_codes, retired, states, title, version, warmth
counselling UPDATE partner: alliances, changed_by, checked_on, data, lat, lon, name, retired, search, version
counselling UPDATE partner_note: key_epoch, sealed_body, version
counselling UPDATE referral: answer_due_on, consent_id, partner_id, sealed_body, sent_on, status, version
counselling UPDATE site: accessibility, answer_days, area_postal_codes, area_states, channels, checked_on, closures, languages, notices, offices, publish_address, retention_months, video_url, website
counselling UPDATE site_counter: changes, next_case_number
counselling UPDATE site_recovery: confirmed_on, outdated
counselling UPDATE site_text: key_epoch, kind, sealed_body
intake SELECT site_key: epoch, public_key, site_id
intake_functions SELECT mailbox_key: lookup_id
jobs SELECT site: active, id
jobs SELECT staff_session: id_hash, opened_at, seen_at
mailbox_functions SELECT case_file: created_on, id, site_id, status, version, waiting_since
mailbox_functions SELECT referral: case_id, consent_id, id, reply, sent_on, site_id, status, to_site
mailbox_functions UPDATE case_file: unread, version, waiting_since
mailbox_functions UPDATE consent: decided_by, decided_on, revoked_by, revoked_on, sealed_decision, sealed_revocation, status
mailbox_functions UPDATE handover: offered_on, status
mailbox_functions UPDATE referral: reply, status
network SELECT site_key: epoch, site_id
network UPDATE legal_deadline: amount, counts_from, labels, retired, source, unit, version
network UPDATE network_message: withdrawn_on
network UPDATE network_setting: value, version
network UPDATE site: active, carriers, name, state, state_code
network UPDATE vocabulary_value: labels, position, retired, version
`.trim();

const EXPECTED_FUNCTIONS = `
answer_handover: counselling
change_facts: counselling
current_site: counselling
desk_hand_over: counselling
hand_in: intake
is_releasable: jobs, statistics_functions
mailbox_append: mailbox
mailbox_consents: mailbox
mailbox_decide: mailbox
mailbox_hand_over: mailbox
mailbox_letters: mailbox
mailbox_open: mailbox
put_facts: counselling
refuse_release: jobs
release_quarter: jobs
shuffle_facts: jobs
`.trim();

/** Each of dozens of policies is dropped once, and the matrix of its table drawn anew. */
const LONG = 90_000;

const HEADING = EXPECTED.split("\n")[0] ?? "";
const ROLES = HEADING.trim().split(/\s+/);

const draw = (client: pg.Client, only?: string) => drawMatrix(client, ROLES, ["koeln", "bochum"], only);

/** The lines of one table, without what the alignment adds. */
const linesOf = (matrix: string, table: string): string[] =>
  matrix
    .split("\n")
    .slice(1)
    .map((line) => line.replace(/\s+/g, " "))
    .filter((line) => line.startsWith(`${table} `) || line.startsWith(`${table},`));

describe("the matrix of rights", () => {
  it("is what is expected, for every table, login, operation and row", async () => {
    const matrix = await tentatively((client) => draw(client));
    expect(matrix).toBe(EXPECTED);
  });

  it("covers every login but those of the other sites, which differ in nothing", async () => {
    const { rows } = await asSuperuser((client) =>
      client.query(
        `SELECT rolname AS name, rolcanlogin AS login, ARRAY(SELECT roleid::regrole::text FROM pg_auth_members
             WHERE member = r.oid AND roleid::regrole::text NOT LIKE 'site\\_%') AS groups
           FROM pg_roles r WHERE rolname !~ '^pg_' AND NOT rolsuper`,
      ),
    );
    const others = rows.filter(({ name }) => !ROLES.includes(name));
    expect(others.length).toBe(9);
    for (const other of others) expect(other).toMatchObject({ login: true, groups: ["counselling"] });
  });

  it("names the columns where rights end at some of them", async () => {
    const { rows } = await asSuperuser((client) =>
      client.query<{ line: string }>(
        `SELECT grantee::regrole || ' ' || privilege_type || ' ' || c.relname || ': ' ||
             string_agg(attname, ', ' ORDER BY attname) AS line
           FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, aclexplode(a.attacl)
           WHERE c.relnamespace = 'public'::regnamespace GROUP BY grantee, privilege_type, c.relname ORDER BY 1`,
      ),
    );
    expect(rows.map(({ line }) => line).join("\n")).toBe(EXPECTED_COLUMNS);
  });

  it("names who may call which function", async () => {
    const { rows } = await asSuperuser((client) =>
      client.query<{ line: string }>(
        `SELECT proname || ': ' || string_agg(grantee::regrole::text, ', ') AS line
           FROM pg_proc p, aclexplode(coalesce(proacl, acldefault('f', proowner)))
           WHERE pronamespace = 'public'::regnamespace AND grantee <> proowner GROUP BY proname ORDER BY 1`,
      ),
    );
    expect(rows.map(({ line }) => line).join("\n")).toBe(EXPECTED_FUNCTIONS);
  });
});

describe("the matrix of rights notices", () => {
  const changed = (table: string, sql: string) =>
    tentatively(async (client) => {
      await client.query(sql);
      return linesOf(await draw(client, table), table).join() !== linesOf(EXPECTED, table).join();
    });

  it(
    "when any one policy is dropped",
    async () => {
      const { rows: policies } = await asSuperuser((client) =>
        client.query<{ policyname: string; tablename: string }>(
          "SELECT policyname, tablename FROM pg_policies",
        ),
      );
      const unnoticed: string[] = [];
      for (const { policyname, tablename } of policies) {
        const noticed = await changed(tablename, `DROP POLICY ${policyname} ON ${tablename}`);
        if (!noticed) unnoticed.push(`${policyname} on ${tablename}`);
      }
      expect(unnoticed).toEqual([]);
      expect(policies.length).toBeGreaterThan(20);
    },
    LONG,
  );

  it(
    "when row security is switched off, or no longer forced, on any one table",
    async () => {
      const { rows: tables } = await asSuperuser((client) =>
        client.query<{ name: string }>(
          "SELECT oid::regclass::text AS name FROM pg_class WHERE relrowsecurity",
        ),
      );
      expect(tables.length).toBeGreaterThan(8);
      const unnoticed: string[] = [];
      for (const { name } of tables) {
        if (!(await changed(name, `ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`))) unnoticed.push(name);
      }
      // Whoever may touch these invitations at all may touch all of them; that row security is on there, too, is
      // what tests/integration/database/catalogue.test.ts insists on.
      expect(unnoticed).toEqual(["network_invitation"]);
      expect(await changed("case_file", "ALTER TABLE case_file NO FORCE ROW LEVEL SECURITY")).toBe(true);
    },
    LONG,
  );

  it("nothing when nothing changed", async () => {
    expect(await changed("case_file", "SELECT 1")).toBe(false);
    expect(await changed("site", "SELECT 1")).toBe(false);
  });

  it.each([
    ["case_file", "GRANT DELETE ON case_file TO counselling"],
    ["note", "CREATE POLICY planted ON note FOR SELECT TO counselling USING (true)"],
    ["message", "ALTER POLICY desk_writes ON message WITH CHECK (site_id = current_site())"],
    ["message", "ALTER POLICY handing_in ON message WITH CHECK (author = 'person')"],
    ["case_file", "ALTER POLICY handing_in ON case_file WITH CHECK (true)"],
    ["site_key", "GRANT SELECT ON site_key TO jobs; CREATE POLICY planted ON site_key TO jobs USING (true)"],
    ["passkey", "GRANT SELECT (account_id) ON passkey TO counselling"],
  ])("a wider right on %s: %s", async (table, sql) => {
    expect(await changed(table, sql)).toBe(true);
  });
});
