import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { listHistory } from "../../../lib/cases/queries";
import { saveDocument, takeDocument } from "../../../lib/documents/commands";
import { findDocument, listDocuments, listTemplates } from "../../../lib/documents/queries";
import { writeSiteText } from "../../../lib/settings/commands";
import { givenCase } from "../../support/cases";
import { minutesAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { givenLead, leadOf } from "../../support/people";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let desk: Desk;
let colleague: Desk;
let elsewhere: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
  elsewhere = await deskAt("bochum");
});

const given = async () => ({
  caseId: (await givenCase()).id,
  documentId: randomUUID(),
  seen: 0,
  title: "Beschwerde",
  text: "Sehr geehrte Damen und Herren",
});

describe("a letter", () => {
  it("is kept with who wrote it, and changed by whoever has seen its last version", async () => {
    const letter = await given();
    expect(await saveDocument(desk, letter, NOW)).toEqual({ ok: true, version: 1 });
    expect(await saveDocument(colleague, { ...letter, seen: 1, text: "Neu" }, minutesAfter(1))).toEqual({
      ok: true,
      version: 2,
    });
    const [stored, ...more] = await listDocuments(desk, letter.caseId);
    expect(more).toEqual([]);
    expect(stored).toMatchObject({
      version: 2,
      title: "Beschwerde",
      text: "Neu",
      account: colleague.account,
    });
    const actions = (await listHistory(desk, letter.caseId)).entries.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["documentChanged", "documentWritten"]));
  });

  it("is one, however often the same form is sent", async () => {
    const letter = await given();
    const results = await Promise.all(Array.from({ length: 4 }, () => saveDocument(desk, letter, NOW)));
    expect(results).toEqual(results.map(() => ({ ok: true, version: 1 })));
    expect((await listDocuments(desk, letter.caseId)).length).toBe(1);
    const { entries } = await listHistory(desk, letter.caseId);
    expect(entries.filter(({ action }) => action === "documentWritten").length).toBe(1);
  });

  it("is not written over by the second of two, who sees the other's", async () => {
    const letter = await given();
    await saveDocument(desk, letter, NOW);
    const results = await Promise.all([
      saveDocument(desk, { ...letter, seen: 1, text: "eine" }, NOW),
      saveDocument(colleague, { ...letter, seen: 1, text: "andere" }, NOW),
    ]);
    const refused = results.find(({ ok }) => !ok);
    const { text } = await findDocument(desk, letter.caseId, letter.documentId);
    expect(refused).toMatchObject({ reason: "changedMeanwhile", current: { version: 2, text } });
  });

  it("is sealed, each version for itself", async () => {
    const letter = await given();
    await saveDocument(desk, letter, NOW);
    const read = () =>
      asSuperuser((client) =>
        client.query<{ body: Buffer }>("SELECT sealed_body AS body FROM document WHERE id = $1", [
          letter.documentId,
        ]),
      );
    const first = (await read()).rows[0]?.body ?? Buffer.alloc(0);
    expect(first.toString("latin1")).not.toContain("geehrte");
    await saveDocument(desk, { ...letter, seen: 1, text: "Neu" }, NOW);
    await asSuperuser((client) =>
      client.query("UPDATE document SET sealed_body = $2 WHERE id = $1", [letter.documentId, first]),
    );
    expect(await findDocument(desk, letter.caseId, letter.documentId)).toMatchObject({ text: null });
  });

  it("leaves as a file for a word processor, which the history says", async () => {
    const letter = { ...(await given()), text: "Zeile eins\n\nمرحبا & <b>" };
    await saveDocument(desk, letter, NOW);
    const file = Buffer.from(await takeDocument(desk, letter, NOW));
    expect(file.subarray(0, 2).toString()).toBe("PK");
    expect(file.includes("word/document.xml")).toBe(true);
    const [latest] = (await listHistory(desk, letter.caseId)).entries.filter(
      ({ action }) => action !== "read",
    );
    expect(latest).toMatchObject({ action: "documentTaken", account: desk.account });
  });

  it("of another site is missing to every question and command", async () => {
    const letter = await given();
    await saveDocument(desk, letter, NOW);
    const attempts = [
      () => saveDocument(elsewhere, { ...letter, seen: 1 }, NOW),
      () => takeDocument(elsewhere, letter, NOW),
      () => listDocuments(elsewhere, letter.caseId),
      () => findDocument(elsewhere, letter.caseId, letter.documentId),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "notFound" });
    expect(await findDocument(desk, letter.caseId, letter.documentId)).toMatchObject({ version: 1 });
    const ownCase = (await givenCase({ site: "bochum" })).id;
    await expect(findDocument(elsewhere, ownCase, letter.documentId)).rejects.toMatchObject({
      code: "notFound",
    });
  });
});

describe("templates", () => {
  it("are the site's own, and ours only where it has none", async () => {
    const lead = await leadOf(await givenLead("koeln"));
    expect((await listTemplates(desk)).map(({ title }) => title)).toContain("Beschwerde");
    const text = {
      id: randomUUID(),
      kind: "letter" as const,
      title: "Hausbrief",
      text: "Hallo {name}",
      seen: "",
    };
    await writeSiteText(lead, text, NOW);
    expect((await listTemplates(desk)).map(({ title }) => title)).toEqual(["Hausbrief"]);
    expect((await listTemplates(elsewhere)).map(({ title }) => title)).not.toContain("Hausbrief");
  });
});
