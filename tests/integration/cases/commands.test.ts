import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import {
  addNote,
  answerPerson,
  assignCase,
  changeStatus,
  enterCase,
  markRead,
} from "../../../lib/cases/commands";
import { findCase, listCases } from "../../../lib/cases/queries";
import { type EnterCase, enterCaseSchema } from "../../../lib/cases/schema";
import { readThread, writeToSite } from "../../../lib/mailbox/commands";
import { givenCase, mailboxOf } from "../../support/cases";
import { minutesAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { aForm } from "../../support/forms";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let desk: Desk;
let colleague: Desk;
let elsewhere: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
  elsewhere = await deskAt("bochum");
});

const given = async () => {
  const { id, receipt } = await givenCase({ message: "Frage" });
  return { caseId: id, receipt };
};

const enquiryAtDesk = (typed: Partial<EnterCase> = {}): EnterCase => ({
  ...enterCaseSchema.parse({ ...aForm(), formId: randomUUID(), message: "am Telefon erzählt" }),
  ...typed,
});

describe("changing the status", () => {
  it("moves the case along its life cycle and says who did it when", async () => {
    const { caseId } = await given();
    expect(await changeStatus(desk, { caseId, version: 0, status: "counselling" }, NOW)).toEqual({
      ok: true,
    });
    expect(await findCase(colleague, caseId)).toMatchObject({
      status: "counselling",
      version: 1,
      unread: false,
      waitingSince: new Date("2025-03-14"),
      history: [
        {
          seq: 1,
          action: "statusChanged",
          from: "received",
          to: "counselling",
          account: desk.account,
          at: NOW.toISOString(),
        },
      ],
    });
  });

  it("ends the waiting when the case ends", async () => {
    const { caseId } = await given();
    await changeStatus(desk, { caseId, version: 0, status: "closed" }, NOW);
    expect((await findCase(desk, caseId)).waitingSince).toBeNull();
  });

  it("refuses a way that the life cycle does not have", async () => {
    const { caseId } = await given();
    const refused = { ok: false, reason: "statusNotPossible" };
    expect(await changeStatus(desk, { caseId, version: 0, status: "anonymised" }, NOW)).toEqual(refused);
    expect(await changeStatus(desk, { caseId, version: 0, status: "received" }, NOW)).toEqual(refused);
    expect((await findCase(desk, caseId)).history).toEqual([]);
  });

  it("is refused to the second of two who change at once", async () => {
    const { caseId } = await given();
    const results = await Promise.all([
      changeStatus(desk, { caseId, version: 0, status: "counselling" }, NOW),
      changeStatus(colleague, { caseId, version: 0, status: "spam" }, NOW),
    ]);
    expect(results.filter(({ ok }) => ok).length).toBe(1);
    expect(results).toContainEqual({ ok: false, reason: "changedMeanwhile" });
    const { history, version } = await findCase(desk, caseId);
    expect([history.length, version]).toEqual([1, 1]);
  });
});

describe("assigning", () => {
  it("gives the case to a colleague, and back to nobody", async () => {
    const { caseId } = await given();
    expect(await assignCase(desk, { caseId, version: 0, assignee: colleague.account }, NOW)).toEqual({
      ok: true,
    });
    expect(await findCase(desk, caseId)).toMatchObject({ assigneeId: colleague.account, status: "assigned" });
    expect(
      (await listCases(colleague, { sort: "newest", assignee: "me" })).cases.map(({ id }) => id),
    ).toEqual([caseId]);
    expect(await assignCase(desk, { caseId, version: 1, assignee: null }, NOW)).toEqual({ ok: true });
    const { assigneeId, history } = await findCase(desk, caseId);
    expect(assigneeId).toBeNull();
    expect(history.map(({ seq }) => seq)).toEqual([2, 1]);
  });

  it("refuses a counsellor of another site as it refuses somebody who does not exist", async () => {
    const { caseId } = await given();
    const refused = { ok: false, reason: "colleagueUnknown" };
    expect(await assignCase(desk, { caseId, version: 0, assignee: elsewhere.account }, NOW)).toEqual(refused);
    expect(await assignCase(desk, { caseId, version: 0, assignee: randomUUID() }, NOW)).toEqual(refused);
  });

  it("refuses a colleague who left", async () => {
    const gone = await givenCounsellor({ site: "koeln" });
    await asSuperuser((client) =>
      client.query("UPDATE membership SET active = false WHERE account_id = $1", [gone.accountId]),
    );
    const { caseId } = await given();
    const assigning = await assignCase(desk, { caseId, version: 0, assignee: gone.accountId }, NOW);
    expect(assigning).toEqual({ ok: false, reason: "colleagueUnknown" });
  });

  it("is refused to the second of two, who learns it", async () => {
    const { caseId } = await given();
    const results = await Promise.all(
      [desk, colleague].map((one) => assignCase(one, { caseId, version: 0, assignee: one.account }, NOW)),
    );
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual({ ok: false, reason: "changedMeanwhile" });
  });
});

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
    const notes = ["a", "b", "c", "d"].map((text) => ({ caseId, noteId: randomUUID(), text }));
    await Promise.all([...notes.map((note) => addNote(desk, note, NOW)), markRead(colleague, caseId, NOW)]);
    const opened = await findCase(desk, caseId);
    expect(opened.notes.map(({ text }) => text).toSorted()).toEqual(["a", "b", "c", "d"]);
    expect(opened.history.map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
  });
});

describe("entering a case by hand", () => {
  it("keeps what was told, and gives a receipt for the person", async () => {
    const input = enquiryAtDesk({ name: "N", channel: "phone", language: "tr", consent: "yes" });
    const { caseId, receipt } = await enterCase(desk, input, "tr", NOW);
    expect(await findCase(desk, caseId)).toMatchObject({
      status: "received",
      language: "tr",
      channel: "phone",
      unread: false,
      hasMailbox: true,
      letters: [],
      details: {
        name: "N",
        told: "am Telefon erzählt",
        consent: { given: true, version: 1, language: "tr" },
      },
      history: [{ seq: 1, action: "entered", account: desk.account }],
    });
    expect(await answerPerson(desk, { caseId, lastSeq: 0, text: "Guten Tag" }, NOW)).toEqual({ ok: true });
    expect((await readThread(await mailboxOf(receipt))).letters.map(({ text }) => text)).toEqual([
      "Guten Tag",
    ]);
  });

  it("is one case with one receipt, however often the same form is sent", async () => {
    const input = enquiryAtDesk();
    const results = await Promise.all(Array.from({ length: 5 }, () => enterCase(desk, input, "de", NOW)));
    expect(new Set(results.map(({ caseId, receipt }) => `${caseId} ${receipt}`)).size).toBe(1);
    expect(await enterCase(desk, input, "de", NOW)).toEqual(results[0]);
    expect((await findCase(desk, input.formId)).details.told).toBe("am Telefon erzählt");
  });

  it("at two sites with the same form are two cases, each of which knows nothing of the other", async () => {
    const input = enquiryAtDesk();
    const [here, there] = [
      await enterCase(desk, input, "de", NOW),
      await enterCase(elsewhere, { ...input, message: "dort" }, "de", NOW),
    ];
    expect(here.receipt).not.toBe(there.receipt);
    expect((await findCase(desk, input.formId)).details.told).toBe("am Telefon erzählt");
    expect((await findCase(elsewhere, input.formId)).details.told).toBe("dort");
  });
});

describe("a case of another site", () => {
  const invented = randomUUID();
  const commands: Record<string, (caseId: string) => Promise<unknown>> = {
    findCase: (caseId) => findCase(elsewhere, caseId),
    changeStatus: (caseId) => changeStatus(elsewhere, { caseId, version: 0, status: "spam" }, NOW),
    assignCase: (caseId) => assignCase(elsewhere, { caseId, version: 0, assignee: elsewhere.account }, NOW),
    answerPerson: (caseId) => answerPerson(elsewhere, { caseId, lastSeq: 1, text: "x" }, NOW),
    addNote: (caseId) => addNote(elsewhere, { caseId, noteId: randomUUID(), text: "x" }, NOW),
    markRead: (caseId) => markRead(elsewhere, caseId, NOW),
  };

  it.each(Object.entries(commands))(
    "is missing to %s, like one that never was, and stays as it is",
    async (_name, command) => {
      const { caseId } = await given();
      const before = await findCase(desk, caseId);
      const errors = await Promise.all(
        [caseId, invented].map((id) => command(id).catch((error: unknown) => error)),
      );
      for (const error of errors)
        expect(error).toMatchObject({ name: "AppError", code: "notFound", message: "notFound" });
      expect(await findCase(desk, caseId)).toEqual(before);
    },
  );

  it("does not open even if its rows were moved to the site that asks", async () => {
    const { caseId } = await given();
    await asSuperuser(async (client) => {
      await client.query("BEGIN; SET LOCAL session_replication_role = replica");
      await client.query("UPDATE case_file SET site_id = 'bochum', number = 9999 WHERE id = $1", [caseId]);
      await client.query("COMMIT");
    });
    await expect(findCase(elsewhere, caseId)).rejects.toMatchObject({ code: "sealBroken" });
  });
});
