import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { addNote, answerPerson, changeStatus } from "../../../lib/cases/commands";
import { listHistory } from "../../../lib/cases/queries";
import { searchCases } from "../../../lib/search/queries";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let desk: Desk;
let reader: Desk;
let elsewhere: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  reader = await deskOf(await givenCounsellor({ site: "koeln", name: "Leserin" }));
  elsewhere = await deskAt("bochum");
});

const search = async (at: Desk, words: string, clock?: () => number) =>
  searchCases(at, { words, after: undefined, over: false }, NOW, clock);

/** The cases found, and where in them. */
const foundBy = async (at: Desk, words: string) =>
  (await search(at, words)).hits.map(({ caseFile, in: where }) => [caseFile.id, where]);

describe("searching", () => {
  it("finds what was handed in, written, and noted", async () => {
    const { id } = await givenCase({
      message: "Der Türsteher war grob",
      name: "Zoë Ångström",
      postalCode: "50667",
    });
    await answerPerson(desk, { caseId: id, lastSeq: 1, text: "Wir rufen im Weißdornweg an" }, NOW);
    await addNote(desk, { caseId: id, noteId: randomUUID(), text: "Wiedervorlage beim Ausschuss" }, NOW);
    expect(await foundBy(desk, "TURSTEHER")).toEqual([[id, "letter"]]);
    expect(await foundBy(desk, "zoe angstrom")).toEqual([[id, "enquiry"]]);
    expect(await foundBy(desk, "weissdorn")).toEqual([[id, "letter"]]);
    expect(await foundBy(desk, "ausschuss türsteher")).toEqual([[id, "note"]]);
    expect(await foundBy(desk, "türsteher jobcenter")).toEqual([]);
  });

  it("finds nothing of another site, and nothing that is over", async () => {
    const { id } = await givenCase({ message: "Geheimwort Quittenbaum" });
    expect(await foundBy(elsewhere, "quittenbaum")).toEqual([]);
    await changeStatus(desk, { caseId: id, version: 0, status: "spam" }, NOW);
    expect(await foundBy(desk, "quittenbaum")).toEqual([]);
  });

  it("finds in what is over when that is wanted, and never in spam", async () => {
    const [over, spam, there] = [
      await givenCase({ message: "Mispel" }),
      await givenCase({ message: "Mispel" }),
      await givenCase({ site: "bochum", message: "Mispel" }),
    ];
    await asSuperuser((client) =>
      client.query(
        "UPDATE case_file SET status = CASE id WHEN $1 THEN 'withdrawn' ELSE 'spam' END WHERE id = ANY ($2)",
        [over.id, [over.id, spam.id]],
      ),
    );
    const found = async (at: Desk) => {
      const { hits, whole, searched } = await searchCases(
        at,
        { words: "mispel", after: undefined, over: true },
        NOW,
      );
      expect(searched).toBe(whole);
      return hits.map(({ caseFile }) => caseFile.id);
    };
    expect(await foundBy(desk, "mispel")).toEqual([]);
    expect(await found(desk)).toEqual([over.id]);
    expect(await found(elsewhere)).toEqual([there.id]);
  });

  it("says of whose text it showed that it was read, and of nobody else's", async () => {
    const [shown, other] = [
      await givenCase({ message: "Holunder" }),
      await givenCase({ message: "Flieder" }),
    ];
    await search(reader, "holunder");
    await search(reader, "holunder");
    const readers = async (id: string) =>
      (await listHistory(desk, id)).entries.filter(
        ({ action, account }) => action === "read" && account === reader.account,
      );
    expect((await readers(shown.id)).length).toBe(1);
    expect(await readers(other.id)).toEqual([]);
  });

  it("is not stopped by a case that does not open", async () => {
    const [whole, damaged] = [
      await givenCase({ message: "Lavendel" }),
      await givenCase({ message: "Lavendel" }),
    ];
    await asSuperuser((client) =>
      client.query("UPDATE case_file SET wrapped_key = '\\x00' WHERE id = $1", [damaged.id]),
    );
    expect(await foundBy(desk, "lavendel")).toEqual([[whole.id, "letter"]]);
  });

  it("says how far it came, and goes on from there", async () => {
    for (let index = 0; index < 110; index += 1) await givenCase({ message: `Reihe ${index} Ende` });
    const { rows } = await asSuperuser((client) =>
      client.query(
        "SELECT count(*)::int FROM case_file WHERE site_id = 'koeln' AND status NOT IN ('spam', 'withdrawn')",
      ),
    );
    const whole = await search(desk, "nirgends");
    expect(whole).toMatchObject({ searched: rows[0]?.count, whole: rows[0]?.count, next: null });

    // A clock on which every look takes longer than a whole search may.
    let time = 0;
    const slow = () => {
      time += 3_000;
      return time;
    };
    const first = await search(desk, "nirgends", slow);
    expect(first.searched).toBe(100);
    expect(first.next).not.toBeNull();
    const rest = await searchCases(
      desk,
      { words: "nirgends", after: first.next ?? undefined, over: false },
      NOW,
    );
    expect(first.searched + rest.searched).toBe(whole.whole);
    expect(rest.next).toBeNull();
  }, 60_000);
});
