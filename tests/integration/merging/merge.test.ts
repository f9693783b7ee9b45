import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { addNote, answerPerson, changeStatus } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import { addFollowUp } from "../../../lib/follow-ups/commands";
import { listFollowUps } from "../../../lib/follow-ups/queries";
import { openMailbox, readThread, writeToSite } from "../../../lib/mailbox/commands";
import { mergeCases } from "../../../lib/merging/commands";
import { findCaseByNumber, findMergeSide, listLinks } from "../../../lib/merging/queries";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { deskAt } from "../../support/sites";

let desk: Desk;
let elsewhere: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  elsewhere = await deskAt("bochum");
});

async function givenTwo() {
  const [second, first] = [
    await givenCase({ message: "Zweite Anfrage" }),
    await givenCase({ message: "Erste Anfrage" }),
  ];
  return { second, first, input: await inputFor(second.id, first.id) };
}

async function inputFor(caseId: string, into: string) {
  const [from, to] = [await findCase(desk, caseId), await findCase(desk, into)];
  return { caseId, version: from.version, into, intoVersion: to.version };
}

describe("merging two enquiries of one person", () => {
  it("closes one into the other, with a link both ways and an entry in both histories", async () => {
    const { first, second, input } = await givenTwo();
    expect(await mergeCases(desk, input, NOW)).toEqual({ ok: true });

    const [gone, kept] = [await findCase(desk, second.id), await findCase(desk, first.id)];
    expect(gone).toMatchObject({ status: "closed", unread: false, waitingSince: null });
    expect(kept).toMatchObject({ status: "received", waitingSince: new Date("2025-03-14") });
    expect(await listLinks(desk, second.id)).toMatchObject([
      { kind: "mergedInto", otherId: first.id, number: kept.number },
    ]);
    expect(await listLinks(desk, first.id)).toMatchObject([
      { kind: "mergedFrom", otherId: second.id, number: gone.number },
    ]);
    const actions = [gone, kept].map(({ history }) =>
      history.map(({ action }) => action).filter((action) => action.startsWith("merged")),
    );
    expect(actions).toEqual([["mergedInto"], ["mergedFrom"]]);
  });

  it("leaves both receipts opening what they opened, and answering works in both threads", async () => {
    const { first, second, input } = await givenTwo();
    await mergeCases(desk, input, NOW);
    const words = { [first.id]: "Erste Anfrage", [second.id]: "Zweite Anfrage" };
    for (const { id, receipt } of [first, second]) {
      const mailbox = await openMailbox(receipt);
      if (!mailbox) throw new Error("the mailbox is gone");
      expect(JSON.stringify(await readThread(mailbox))).toContain(words[id]);
      await writeToSite(mailbox, "Noch eine Frage", randomUUID(), NOW);
      expect(await answerPerson(desk, { caseId: id, lastSeq: 2, text: "Unsere Antwort" }, NOW)).toEqual({
        ok: true,
      });
      expect(JSON.stringify(await readThread(mailbox))).toContain("Unsere Antwort");
    }
  });

  it("shows a letter that comes later in the case that was closed", async () => {
    const { second, input } = await givenTwo();
    await mergeCases(desk, input, NOW);
    const mailbox = await openMailbox(second.receipt);
    if (mailbox) await writeToSite(mailbox, "Noch eine Frage", randomUUID(), NOW);
    expect(await findCase(desk, second.id)).toMatchObject({ status: "closed", unread: true });
  });

  it("moves what is still to be done, and leaves what is done", async () => {
    const { first, second } = await givenTwo();
    const ofSecond = { caseId: second.id, assignee: desk.account };
    await addFollowUp(
      desk,
      { ...ofSecond, followUpId: randomUUID(), dueOn: "2025-03-20", text: "offen" },
      NOW,
    );
    expect(await mergeCases(desk, await inputFor(second.id, first.id), NOW)).toEqual({ ok: true });

    const [gone, kept] = [await listFollowUps(desk, second.id), await listFollowUps(desk, first.id)];
    expect(kept.open).toMatchObject([
      { text: "offen", dueOn: new Date("2025-03-20"), account: desk.account, assigneeId: desk.account },
    ]);
    expect(kept.caseFile.followUpOn).toEqual(new Date("2025-03-20"));
    expect([gone.open, gone.done.map(({ text }) => text), gone.caseFile.followUpOn]).toEqual([
      [],
      ["offen"],
      null,
    ]);
  });

  it("is one merging when the form is sent twice, and is refused when somebody was first", async () => {
    const { first, second, input } = await givenTwo();
    const twice = await Promise.all([mergeCases(desk, input, NOW), mergeCases(desk, input, NOW)]);
    expect(twice.some(({ ok }) => ok)).toBe(true);
    expect(await mergeCases(desk, input, NOW)).toEqual({ ok: true });
    expect((await listLinks(desk, first.id)).length).toBe(1);

    const others = await givenTwo();
    await addNote(desk, { caseId: others.first.id, noteId: randomUUID(), text: "x" }, NOW);
    expect(await mergeCases(desk, others.input, NOW)).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect((await findCase(desk, others.second.id)).status).toBe("received");
    expect(second.id).not.toBe(others.second.id);
  });

  it("comes to an end when two merge the same two cases into each other at once", async () => {
    const { first, second, input } = await givenTwo();
    const back = {
      caseId: first.id,
      version: input.intoVersion,
      into: second.id,
      intoVersion: input.version,
    };
    const results = await Promise.all([mergeCases(desk, input, NOW), mergeCases(desk, back, NOW)]);
    expect(results.filter(({ ok }) => ok).length).toBe(1);
    const statuses = [await findCase(desk, first.id), await findCase(desk, second.id)].map(
      ({ status }) => status,
    );
    expect(statuses.toSorted()).toEqual(["closed", "received"]);
  });

  it("is refused for one case, and for cases that are over", async () => {
    const { first, second, input } = await givenTwo();
    expect(await mergeCases(desk, { ...input, into: second.id, intoVersion: input.version }, NOW)).toEqual({
      ok: false,
      reason: "sameCase",
    });
    await changeStatus(desk, { caseId: first.id, version: input.intoVersion, status: "spam" }, NOW);
    expect(await mergeCases(desk, await inputFor(second.id, first.id), NOW)).toEqual({
      ok: false,
      reason: "notOpen",
    });
  });

  it("stores its links sealed", async () => {
    const { first, second, input } = await givenTwo();
    await mergeCases(desk, input, NOW);
    const { rows } = await asSuperuser((client) =>
      client.query("SELECT id, sealed_body FROM case_link WHERE case_id = $1", [second.id]),
    );
    expect(rows.length).toBe(1);
    expect(Buffer.from(rows[0].sealed_body).toString("latin1")).not.toContain(first.id);
    expect(rows[0].id).not.toBe(first.id);
  });
});

describe("a case of another site", () => {
  it("is missing from either side of a merging, by its number, and in its links", async () => {
    const { first, second, input } = await givenTwo();
    const own = (await givenCase({ site: "bochum", message: "Eigene" })).id;
    const ends = [
      { caseId: own, version: 0, into: first.id, intoVersion: input.intoVersion },
      { caseId: second.id, version: input.version, into: own, intoVersion: 0 },
      { caseId: own, version: 0, into: randomUUID(), intoVersion: 0 },
    ];
    for (const end of ends)
      await expect(mergeCases(elsewhere, end, NOW)).rejects.toMatchObject({ code: "notFound" });
    await expect(findMergeSide(elsewhere, first.id)).rejects.toMatchObject({ code: "notFound" });
    await mergeCases(desk, input, NOW);
    expect(await listLinks(elsewhere, second.id)).toEqual([]);
    const { number } = await findCase(desk, first.id);
    expect(await findCaseByNumber(desk, number)).toBe(first.id);
    expect([first.id, second.id]).not.toContain(await findCaseByNumber(elsewhere, number));
  });
});
