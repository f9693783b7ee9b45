import type pg from "pg";
import { beforeAll, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { listCases } from "../../../lib/cases/queries";
import type { CaseFilter } from "../../../lib/cases/schema";
import { readToday } from "../../../lib/follow-ups/queries";
import { planOf } from "../../../scripts/bench/cases/plan";
import { statementsOf } from "../../../scripts/bench/cases/statement";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asLogin, asSuperuser } from "../../support/connections";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

/** Counting ends at a hundred; what is shown is less. */
const COUNTED = 100;
/** What stands in an index and belongs into another section: new enquiries, letters that nobody has read. */
const PASSED_OVER = 60;
const CASES = 20_000;

let desk: Desk;

// A site after years: most cases are closed; of those in work most are somebody else's.
beforeAll(async () => {
  desk = await deskAt("koeln");
  const other = await deskOf(await givenCounsellor({ site: "koeln", name: "Andere" }));
  const { id } = await givenCase({ site: "koeln" });
  await asSuperuser(async (client) => {
    await client.query(
      `INSERT INTO case_file (site_id, id, number, kind, status, language, channel, created_on, waiting_since, unread,
           version, key_epoch, wrapped_key, sealed_enquiry, assignee_id)
         SELECT site_id, gen_random_uuid(), n + 1, kind, CASE WHEN n % 4 = 0 THEN 'counselling' ELSE 'closed' END, language,
             channel, created_on, CASE WHEN n % 12 = 0 THEN created_on END, n % 20 = 0, 0, key_epoch, wrapped_key,
             sealed_enquiry, CASE WHEN n % 50 = 0 THEN $3::uuid WHEN n % 51 = 0 THEN NULL ELSE $4::uuid END
           FROM case_file, generate_series(1, $2::int) n WHERE id = $1`,
      [id, CASES, desk.account, other.account],
    );
    await client.query(
      `INSERT INTO follow_up (site_id, case_id, id, due_on, created_on, sealed_body, assignee_id)
         SELECT site_id, id, gen_random_uuid(), '2025-03-14'::date - 200 + number % 250, '2025-03-01', '\\x00', assignee_id
           FROM case_file WHERE status = 'counselling' AND number % 3 = 0`,
    );
    await client.query("VACUUM (ANALYZE) case_file, follow_up");
  });
}, 120_000);

/** What reads cases, or what is to be done in them. */
const TO_DO = /SELECT.+(case_file|follow_up)/s;

const costOf = (statements: Awaited<ReturnType<typeof statementsOf>>) =>
  asLogin("site_koeln", async (client: pg.Client) => {
    const plans = [];
    for (const statement of statements) plans.push(await planOf(client, statement));
    return plans;
  });

it.each(["mine", "site"] as const)(
  "reads no more of the database than it shows of what is %s",
  async (whose) => {
    const statements = await statementsOf(() => readToday(desk, whose, NOW), TO_DO);
    expect(statements.length).toBeGreaterThan(6);
    for (const [index, { rowsRead, nodes }] of (await costOf(statements)).entries()) {
      expect
        .soft(rowsRead, `${statements[index]?.text}\n${nodes}`)
        .toBeLessThanOrEqual(COUNTED + PASSED_OVER);
    }
  },
);

it.each<[string, CaseFilter]>([
  ["sorted by the next follow-up", { sort: "followUp" }],
  ["overdue", { sort: "followUp", followUp: "overdue" }],
  ["due soon", { sort: "followUp", followUp: "soon" }],
  ["without a follow-up", { sort: "oldest", status: "open", followUp: "none" }],
])("reads no more than a page of a list that is %s", async (_what, filter) => {
  const [plan] = await costOf(await statementsOf(() => listCases(desk, filter, NOW), TO_DO));
  expect(plan?.rowsRead, plan?.nodes).toBeLessThanOrEqual(51);
});
