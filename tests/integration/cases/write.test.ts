import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { addNote, answerPerson, markRead } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import { readThread, writeToSite } from "../../../lib/mailbox/commands";
import { givenCase, mailboxOf } from "../../support/cases";
import { minutesAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let desk: Desk;
let colleague: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
});

const given = async () => {
  const { id, receipt } = await givenCase({ message: "Frage" });
  return { caseId: id, receipt };
};

describe("answering", () => {
  it("reaches the person, and ends the waiting", async () => {
    const { caseId, receipt } = await given();
    expect(await answerPerson(desk, { caseId, lastSeq: 1, text: "Guten Tag 😀" }, NOW)).toEqual({ ok: true });
    const { letters } = await readThread(await mailboxOf(receipt));
    expect(letters.map(({ author, text }) => [author, text])).toEqual([
      ["person", "Frage"],
      ["site", "Guten Tag 😀"],
    ]);
    expect(await findCase(desk, caseId)).toMatchObject({ unread: false, waitingSince: null });
  });

  it("is one letter, however often the same answer is sent", async () => {
    const { caseId } = await given();
    const answer = { caseId, lastSeq: 1, text: "Guten Tag" };
    const results = await Promise.all(Array.from({ length: 5 }, () => answerPerson(desk, answer, NOW)));
    expect(results).toEqual(results.map(() => ({ ok: true })));
    expect(await answerPerson(desk, answer, NOW)).toEqual({ ok: true });
    const { letters, history } = await findCase(desk, caseId);
    expect([letters.length, history.length]).toEqual([2, 1]);
  });

  it("is refused when the person has written since", async () => {
    const { caseId, receipt } = await given();
    await writeToSite(await mailboxOf(receipt), "noch etwas", "form", NOW);
    const refused = { ok: false, reason: "newLetterMeanwhile" };
    expect(await answerPerson(desk, { caseId, lastSeq: 1, text: "Guten Tag" }, NOW)).toEqual(refused);
    expect(await findCase(desk, caseId)).toMatchObject({ unread: true, version: 1, history: [] });
    expect(await answerPerson(desk, { caseId, lastSeq: 2, text: "Guten Tag" }, NOW)).toEqual({ ok: true });
  });

  it("is refused to the second of two who answer at once, with other words", async () => {
    const { caseId } = await given();
    const results = await Promise.all([
      answerPerson(desk, { caseId, lastSeq: 1, text: "eine" }, NOW),
      answerPerson(colleague, { caseId, lastSeq: 1, text: "andere" }, NOW),
    ]);
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual({ ok: false, reason: "newLetterMeanwhile" });
    expect((await findCase(desk, caseId)).letters.length).toBe(2);
  });
});

describe("noting", () => {
  it("keeps the note for the site, and from the person", async () => {
    const { caseId, receipt } = await given();
    const note = { caseId, noteId: randomUUID(), text: "intern" };
    expect(await addNote(desk, note, NOW)).toEqual({ ok: true });
    await addNote(colleague, { ...note, noteId: randomUUID(), text: "später" }, minutesAfter(5));
    const { notes, letters } = await findCase(colleague, caseId);
    expect(notes.map(({ account, text }) => [account, text])).toEqual([
      [colleague.account, "später"],
      [desk.account, "intern"],
    ]);
    expect(letters.length).toBe(1);
    expect(JSON.stringify(await readThread(await mailboxOf(receipt)))).not.toContain("intern");
  });

  it("is one note, however often the same form is sent", async () => {
    const { caseId } = await given();
    const note = { caseId, noteId: randomUUID(), text: "intern" };
    await Promise.all(Array.from({ length: 5 }, () => addNote(desk, note, NOW)));
    const { notes, history, version } = await findCase(desk, caseId);
    expect([notes.length, history.length, version]).toEqual([1, 1, 1]);
  });

  it("loses nothing when the same form comes back with other words", async () => {
    const { caseId } = await given();
    const note = { caseId, noteId: randomUUID(), text: "erste Fassung" };
    await addNote(desk, note, NOW);
    await addNote(desk, { ...note, text: "zweite Fassung" }, NOW);
    const texts = (await findCase(desk, caseId)).notes.map(({ text }) => text);
    expect(texts.toSorted()).toEqual(["erste Fassung", "zweite Fassung"]);
  });

  it("loses nothing when several change the case at once", async () => {
    const { caseId } = await given();
    const notes = ["a", "b", "c", "d", "e"].map((text) => ({ caseId, noteId: randomUUID(), text }));
    await Promise.all(notes.map((note, index) => addNote(index % 2 ? desk : colleague, note, NOW)));
    const opened = await findCase(desk, caseId);
    expect(opened.notes.map(({ text }) => text).toSorted()).toEqual(["a", "b", "c", "d", "e"]);
    expect(opened.history.map(({ action }) => action)).toEqual(notes.map(() => "noted"));
  });
});

describe("marking as read", () => {
  it("leaves a letter unread that came after the page was opened", async () => {
    const { caseId, receipt } = await given();
    const { version } = await findCase(desk, caseId);
    await writeToSite(await mailboxOf(receipt), "noch etwas", randomUUID(), NOW);
    expect(await markRead(desk, { caseId, version }, NOW)).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await findCase(desk, caseId)).toMatchObject({ unread: true });
    expect(await markRead(desk, { caseId, version: version + 1 }, NOW)).toEqual({ ok: true });
    expect(await findCase(desk, caseId)).toMatchObject({ unread: false });
  });
});

describe("answering", () => {
  it("takes a new case out of the inbox, and leaves every other status as it is", async () => {
    const { caseId } = await given();
    await answerPerson(desk, { caseId, lastSeq: 1, text: "Guten Tag" }, NOW);
    expect(await findCase(desk, caseId)).toMatchObject({ status: "screened" });
    await asSuperuser((client) =>
      client.query("UPDATE case_file SET status = 'counselling' WHERE id = $1", [caseId]),
    );
    await answerPerson(desk, { caseId, lastSeq: 2, text: "Noch etwas" }, NOW);
    expect(await findCase(desk, caseId)).toMatchObject({ status: "counselling" });
  });
});
