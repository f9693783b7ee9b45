import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { addNote, markRead } from "../../../lib/cases/commands";
import { findCase, listHistory } from "../../../lib/cases/queries";
import { readHeads } from "../../../lib/crypto/heads";
import { verifyChains } from "../../../lib/journal/queries";
import { writeToSite } from "../../../lib/mailbox/commands";
import { givenCase, mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asLogin, asSuperuser } from "../../support/connections";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let desk: Desk;
let colleague: Desk;
let elsewhere: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
  elsewhere = await deskAt("bochum");
});

const note = (at: Desk, caseId: string, text: string) =>
  addNote(at, { caseId, noteId: randomUUID(), text }, NOW);

const sql = (text: string, values: unknown[] = []) =>
  asSuperuser((client) => client.query<Record<string, unknown>>(text, values));

const ofKoeln = async () => (await verifyChains()).find(({ site }) => site === "koeln");

describe("the history of a site", () => {
  it("is one chain without gaps, vouched for outside the database to its end", async () => {
    const [one, other] = [await givenCase(), await givenCase()];
    await note(desk, one.id, "a");
    await note(colleague, other.id, "b");
    await findCase(desk, one.id);
    const { rows } = await sql("SELECT seq FROM journal_entry WHERE site_id = 'koeln' ORDER BY seq");
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(await ofKoeln()).toMatchObject({ entries: rows.length, vouchedFor: rows.length, broken: null });
  });

  it("stays one chain when many write at once", async () => {
    const cases = await Promise.all(Array.from({ length: 4 }, () => givenCase()));
    await Promise.all(
      cases.flatMap(({ id }, index) =>
        ["a", "b", "c"].map((text) => note(index % 2 ? desk : colleague, id, text)),
      ),
    );
    expect(await ofKoeln()).toMatchObject({ broken: null });
    for (const { id } of cases) expect((await findCase(desk, id)).history.length).toBe(3);
  });

  it("leaves nothing behind of what was not done", async () => {
    const { id } = await givenCase();
    const before = readHeads().get("koeln")?.end;
    expect(await markRead(desk, { caseId: id, version: 99 }, NOW)).toMatchObject({ ok: false });
    expect(readHeads().get("koeln")?.end).toBe(before);
    expect(await ofKoeln()).toMatchObject({ broken: null });
  });

  it("can be read and added to by its own site alone, and changed by none", async () => {
    await note(elsewhere, (await givenCase({ site: "bochum" })).id, "x");
    const seen = await asLogin("site_koeln", (client) =>
      client.query("SELECT DISTINCT site_id FROM journal_entry"),
    );
    expect(seen.rows).toEqual([{ site_id: "koeln" }]);
    const touching = [
      "UPDATE journal_entry SET hash = ''",
      "DELETE FROM journal_entry",
      "DELETE FROM journal_head",
    ];
    for (const text of touching)
      await expect(asLogin("site_koeln", (client) => client.query(text))).rejects.toThrow(
        "permission denied",
      );
    const adding = asLogin("site_koeln", (client) =>
      client.query(
        `INSERT INTO journal_entry (site_id, seq, case_id, sealed_detail, hash)
           VALUES ('bochum', 99, gen_random_uuid(), '', decode(repeat('00', 32), 'hex'))`,
      ),
    );
    await expect(adding).rejects.toThrow("row-level security");
  });

  it("shows whoever checks it nothing that opens", async () => {
    const { id } = await givenCase();
    await note(desk, id, "a");
    const { rows } = await asLogin("jobs", (client) => client.query("SELECT * FROM journal_entry"));
    const stored = JSON.stringify(rows.map((row) => Buffer.from(row.sealed_detail).toString("latin1")));
    for (const word of ["noted", desk.account, "2025-03-14"]) expect(stored).not.toContain(word);
    const further = asLogin("jobs", (client) => client.query("SELECT wrapped_key FROM case_file"));
    await expect(further).rejects.toThrow("permission denied");
  });
});

describe("reading", () => {
  const historyOf = async (at: Desk, caseId: string) =>
    (await listHistory(at, caseId)).entries.map(({ action, account }) => [action, account]);

  it("is recorded once a day for each who reads, and not among the changes", async () => {
    const { id } = await givenCase();
    await Promise.all([findCase(desk, id), findCase(desk, id), findCase(colleague, id)]);
    await findCase(desk, id);
    const entries = await historyOf(desk, id);
    expect(
      entries
        .filter(([action]) => action === "read")
        .map(([, who]) => who)
        .toSorted(),
    ).toEqual([desk.account, colleague.account].toSorted());
    expect((await findCase(desk, id)).history).toEqual([]);
  });

  it("brings the person's letters into the history, each once", async () => {
    const { id, receipt } = await givenCase({ message: "Frage" });
    await Promise.all([findCase(desk, id), findCase(colleague, id)]);
    await writeToSite(await mailboxOf(receipt), "noch etwas", "form", NOW);
    await findCase(colleague, id);
    await findCase(desk, id);
    const arrivals = (await listHistory(desk, id)).entries.filter(({ action }) => action === "personWrote");
    expect(arrivals.map(({ account, at }) => [account, at])).toEqual([
      ["", "2025-03-14"],
      ["", "2025-03-14"],
    ]);
    expect(await ofKoeln()).toMatchObject({ broken: null });
  });

  it("of a case of another site is neither possible nor recorded", async () => {
    const { id } = await givenCase();
    await expect(listHistory(elsewhere, id)).rejects.toMatchObject({ code: "notFound" });
    expect(await historyOf(desk, id)).toEqual([
      ["read", desk.account],
      ["personWrote", ""],
    ]);
  });
});
