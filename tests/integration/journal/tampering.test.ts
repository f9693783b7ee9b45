import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { addNote } from "../../../lib/cases/commands";
import { tidyHeads } from "../../../lib/crypto/heads";
import { env } from "../../../lib/env";
import { verifyChains } from "../../../lib/journal/queries";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { deskAt } from "../../support/sites";

let desk: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
});

const note = (at: Desk, caseId: string, text: string) =>
  addNote(at, { caseId, noteId: randomUUID(), text }, NOW);

const sql = (text: string) => asSuperuser((client) => client.query(text));

const ofKoeln = async () => (await verifyChains()).find(({ site }) => site === "koeln");

describe("the check", () => {
  let last: number;

  beforeEach(async () => {
    const { id } = await givenCase();
    for (const text of ["a", "b", "c"]) await note(desk, id, text);
    last = (await ofKoeln())?.entries ?? 0;
  });

  /** Does something to the database that nobody can do through the application, looks, and takes it back. */
  async function broken(...statements: string[]) {
    await sql("CREATE TABLE kept AS SELECT * FROM journal_entry");
    await sql("CREATE TABLE kept_head AS SELECT * FROM journal_head");
    try {
      for (const text of statements) await sql(text);
      return (await ofKoeln())?.broken;
    } finally {
      await sql("DELETE FROM journal_entry; DELETE FROM journal_head");
      await sql(
        "INSERT INTO journal_entry SELECT * FROM kept; INSERT INTO journal_head SELECT * FROM kept_head",
      );
      await sql("DROP TABLE kept, kept_head");
      expect(await ofKoeln()).toMatchObject({ broken: null });
    }
  }

  const at = (seq: number) => `site_id = 'koeln' AND seq = ${seq}`;
  const link = "site_id, case_id, letter, former_seq, sealed_detail, hash";

  it("notices an entry that was changed", async () => {
    const middle = last - 1;
    for (const change of [
      "sealed_detail = sealed_detail || '\\x00'",
      "case_id = gen_random_uuid()",
      "letter = 77",
      "hash = decode(repeat('00', 32), 'hex')",
    ])
      expect(await broken(`UPDATE journal_entry SET ${change} WHERE ${at(middle)}`)).toEqual({
        seq: middle,
        fault: "changed",
      });
  });

  it("notices an entry that was taken out of the middle, also when the others move up", async () => {
    const taken = last - 1;
    const take = `DELETE FROM journal_entry WHERE ${at(taken)}`;
    expect(await broken(take)).toEqual({ seq: taken, fault: "missing" });
    const moveUp = `UPDATE journal_entry SET seq = ${taken} WHERE ${at(last)}`;
    const head = `UPDATE journal_head SET seq = ${taken} WHERE site_id = 'koeln'`;
    expect(await broken(take, moveUp, head)).toEqual({ seq: taken, fault: "changed" });
  });

  it("notices entries that were cut off the end, also when the head in the database was set back", async () => {
    const cut = `DELETE FROM journal_entry WHERE site_id = 'koeln' AND seq >= ${last - 1}`;
    const head = `UPDATE journal_head SET seq = ${last - 2}, hash = (SELECT hash FROM journal_entry WHERE ${at(last - 2)})
      WHERE site_id = 'koeln'`;
    for (const statements of [[cut], [cut, head], ["DELETE FROM journal_entry", "DELETE FROM journal_head"]])
      expect(await broken(...statements)).toMatchObject({ fault: "cutOff" });
  });

  it("notices two entries that changed places", async () => {
    const swap = [
      `UPDATE journal_entry SET seq = 1000000 WHERE ${at(last - 1)}`,
      `UPDATE journal_entry SET seq = ${last - 1} WHERE ${at(last)}`,
      `UPDATE journal_entry SET seq = ${last} WHERE ${at(1_000_000)}`,
    ];
    expect(await broken(...swap)).toEqual({ seq: last - 1, fault: "changed" });
  });

  it("notices an entry that somebody made up", async () => {
    const forged = `INSERT INTO journal_entry (seq, ${link}) SELECT ${last + 1}, ${link} FROM journal_entry WHERE ${at(last)}`;
    expect(await broken(forged)).toEqual({ seq: last + 1, fault: "changed" });
    const asOld = `INSERT INTO journal_entry (seq, ${link}) SELECT ${last + 1}, site_id, case_id, letter, 1, sealed_detail, ''
      FROM journal_entry WHERE ${at(last)}`;
    expect(await broken(asOld)).toEqual({ seq: last + 1, fault: "unchained" });
  });

  it("notices an older end that others were added to, as after a backup that was put back", async () => {
    const { id } = await givenCase();
    await sql("CREATE TABLE backup AS SELECT * FROM journal_entry");
    await sql("CREATE TABLE backup_head AS SELECT * FROM journal_head");
    await note(desk, id, "lost");
    const reached = (await ofKoeln())?.entries ?? 0;
    await sql("DELETE FROM journal_entry; DELETE FROM journal_head");
    await sql(
      "INSERT INTO journal_entry SELECT * FROM backup; INSERT INTO journal_head SELECT * FROM backup_head",
    );
    await sql("DROP TABLE backup, backup_head");
    for (const text of ["d", "e"]) await note(desk, id, text);
    expect((await ofKoeln())?.broken).toMatchObject({ seq: reached, fault: "headDiffers" });
    rmSync(env().JOURNAL_HEADS_FILE);
    expect(await ofKoeln()).toMatchObject({ broken: null, vouchedFor: 0 });
    await note(desk, id, "f");
  });

  it("is content with the file after it was tidied", async () => {
    tidyHeads();
    expect(await ofKoeln()).toMatchObject({ broken: null, vouchedFor: last });
  });
});
