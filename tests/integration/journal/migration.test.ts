import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { findCase } from "../../../lib/cases/queries";
import { sealText } from "../../../lib/crypto/content";
import { formerEntryPlace } from "../../../lib/crypto/places";
import { verifyChains } from "../../../lib/journal/queries";
import { givenCase, mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asOwner, asSuperuser } from "../../support/connections";
import { deskAt } from "../../support/sites";

const MIGRATIONS = ["0011_journal", "0013_decisions_in_history"];

/** The table that the migration finds. */
const BEFORE = `
  DROP TABLE journal_entry, journal_head;
  DROP INDEX consent_site_id_idx;
  CREATE TABLE case_event (site_id text NOT NULL, case_id uuid NOT NULL, seq int NOT NULL, sealed_detail bytea NOT NULL,
    PRIMARY KEY (site_id, case_id, seq));
  ALTER TABLE case_event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY desk ON case_event FOR ALL TO counselling USING (site_id = current_site())`;

it("brings every entry of before over into one chain a site, and each still opens", async () => {
  const cases = [await givenCase(), await givenCase(), await givenCase({ site: "bochum" })];
  await asOwner((client) => client.query(BEFORE));
  for (const { id, site, receipt } of cases) {
    const { caseKey } = await mailboxOf(receipt);
    for (const seq of [1, 2, 3]) {
      const detail = JSON.stringify({ action: "noted", account: "", at: NOW.toISOString() });
      const sealed = sealText(caseKey, formerEntryPlace({ site, caseId: id }, seq), detail);
      await asSuperuser((client) =>
        client.query("INSERT INTO case_event VALUES ($1, $2, $3, $4)", [site, id, seq, sealed]),
      );
    }
  }

  for (const name of MIGRATIONS)
    await asOwner((client) => client.query(readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8")));

  for (const { id, site } of cases) {
    const { history } = await findCase(await deskAt(site), id);
    expect(history.map(({ action }) => action)).toEqual(["noted", "noted", "noted"]);
  }
  // Opening them has added who did, and the letters that came.
  expect(await verifyChains()).toEqual([
    { site: "bochum", entries: 5, vouchedFor: 5, broken: null },
    { site: "koeln", entries: 10, vouchedFor: 10, broken: null },
  ]);
  const { rows } = await asSuperuser((client) =>
    client.query("SELECT relname FROM pg_class WHERE relname = 'case_file' AND relforcerowsecurity"),
  );
  expect(rows.length).toBe(1);
});
