import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { addNote } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import { sealText } from "../../../lib/crypto/content";
import { formerEntryPlace } from "../../../lib/crypto/places";
import { verifyChains } from "../../../lib/journal/queries";
import { givenCase, mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { deskAt } from "../../support/sites";

// What a history from before the chain looks like once the migration has moved it.
const CHANGE = { action: "noted", account: "", at: NOW.toISOString() };

it("keeps what was recorded before the chain, and covers it from the first entry on", async () => {
  const desk = await deskAt("koeln");
  const { id, receipt } = await givenCase();
  const { caseKey } = await mailboxOf(receipt);
  await asSuperuser(async (client) => {
    for (const seq of [1, 2]) {
      const place = formerEntryPlace({ site: "koeln", caseId: id }, seq);
      await client.query(
        `INSERT INTO journal_entry (site_id, seq, case_id, former_seq, sealed_detail, hash)
           VALUES ('koeln', $1, $2, $1, $3, '')`,
        [seq, id, sealText(caseKey, place, JSON.stringify(CHANGE))],
      );
    }
    await client.query("INSERT INTO journal_head (site_id, seq, hash) VALUES ('koeln', 2, '')");
  });
  const ofKoeln = async () => (await verifyChains()).find(({ site }) => site === "koeln");
  expect(await ofKoeln()).toMatchObject({ entries: 2, vouchedFor: 0, broken: null });

  await addNote(desk, { caseId: id, noteId: randomUUID(), text: "neu" }, NOW);
  expect((await findCase(desk, id)).history.map(({ action }) => action)).toEqual(["noted", "noted", "noted"]);
  expect(await ofKoeln()).toMatchObject({ broken: null });

  await asSuperuser((client) =>
    client.query("UPDATE journal_entry SET sealed_detail = sealed_detail || '\\x00' WHERE former_seq = 1"),
  );
  expect(await ofKoeln()).toMatchObject({ broken: { seq: 3, fault: "changed" } });
});
