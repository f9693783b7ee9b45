import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { assignCase, takeOverCases } from "../../../lib/cases/commands";
import { findCase, listCases } from "../../../lib/cases/queries";
import { addFollowUp, adoptDeadline, changeFollowUp, finishFollowUp } from "../../../lib/follow-ups/commands";
import { listFollowUps, offerDeadlines } from "../../../lib/follow-ups/queries";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asOwner, asSuperuser } from "../../support/connections";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let desk: Desk;
let colleague: Desk;
let elsewhere: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
  elsewhere = await deskAt("bochum");
  await asOwner((client) =>
    client.query(
      `INSERT INTO legal_deadline (code, labels, amount, unit, counts_from, source)
         VALUES ('aggClaim', '{"de": "AGG"}', 2, 'months', 'incident', '§ 15'),
                ('objection', '{"de": "Widerspruch"}', 1, 'months', 'decision', '§ 70')
         ON CONFLICT DO NOTHING`,
    ),
  );
});

const given = async () => (await givenCase({ message: "Frage" })).id;

type Typed = { dueOn?: string; text?: string; assignee?: string | null; followUpId?: string };

async function add(caseId: string, typed: Typed = {}): Promise<string> {
  const input = { caseId, followUpId: randomUUID(), dueOn: "2025-03-20", text: "Nachfragen" };
  await addFollowUp(desk, { ...input, assignee: desk.account, ...typed }, NOW);
  const { open } = await listFollowUps(desk, caseId);
  return open.find(({ text }) => text === (typed.text ?? input.text))?.id ?? "";
}

const nextOf = async (caseId: string) => (await listFollowUps(desk, caseId)).caseFile.followUpOn;

describe("a follow-up", () => {
  it("says what, until when, who and whose, and gives the case its day", async () => {
    const caseId = await given();
    await add(caseId);
    const { open, caseFile } = await listFollowUps(colleague, caseId);
    expect(open).toMatchObject([
      { text: "Nachfragen", kind: "followUp", account: desk.account, assigneeId: desk.account, version: 0 },
    ]);
    expect(caseFile.followUpOn).toEqual(new Date("2025-03-20"));
  });

  it("is stored sealed", async () => {
    const caseId = await given();
    await add(caseId, { text: "Schule anrufen" });
    const { rows } = await asSuperuser((client) =>
      client.query("SELECT row_to_json(f)::text AS row FROM follow_up f WHERE case_id = $1", [caseId]),
    );
    expect(rows.length).toBe(1);
    const bytes = Buffer.from(/"sealed_body":"\\\\x([0-9a-f]+)"/.exec(rows[0].row)?.[1] ?? "", "hex");
    expect(bytes.length).toBeGreaterThan(40);
    expect(rows[0].row + bytes.toString("latin1")).not.toContain("Schule");
  });

  it("is one when its form is sent twice, also at once", async () => {
    const caseId = await given();
    const followUpId = randomUUID();
    await Promise.all([add(caseId, { followUpId }), add(caseId, { followUpId })]);
    await add(caseId, { followUpId });
    expect((await listFollowUps(desk, caseId)).open.length).toBe(1);
  });

  it("is the next of its case while it is the earliest open one", async () => {
    const caseId = await given();
    const later = await add(caseId, { text: "später", dueOn: "2025-04-20" });
    const sooner = await add(caseId, { text: "früher", dueOn: "2025-03-20" });
    expect(await nextOf(caseId)).toEqual(new Date("2025-03-20"));
    await finishFollowUp(desk, { caseId, followUpId: sooner, version: 0, done: "yes" }, NOW);
    expect(await nextOf(caseId)).toEqual(new Date("2025-04-20"));
    await changeFollowUp(
      desk,
      { caseId, followUpId: later, version: 0, dueOn: "2025-05-02", text: "später" },
      NOW,
    );
    expect(await nextOf(caseId)).toEqual(new Date("2025-05-02"));
    await finishFollowUp(desk, { caseId, followUpId: sooner, version: 1, done: "no" }, NOW);
    expect(await nextOf(caseId)).toEqual(new Date("2025-03-20"));
    for (const [followUpId, version] of [
      [sooner, 2],
      [later, 1],
    ] as const)
      await finishFollowUp(desk, { caseId, followUpId, version, done: "yes" }, NOW);
    expect(await nextOf(caseId)).toBeNull();
    expect((await listFollowUps(desk, caseId)).done.length).toBe(2);
  });

  it("is refused to the second of two who change it, and keeps what the first wrote", async () => {
    const caseId = await given();
    const followUpId = await add(caseId);
    const change = { caseId, followUpId, version: 0, dueOn: "2025-03-21" };
    const results = await Promise.all([
      changeFollowUp(desk, { ...change, text: "von der einen" }, NOW),
      changeFollowUp(colleague, { ...change, text: "von der anderen" }, NOW),
    ]);
    expect(results.filter(({ ok }) => ok).length).toBe(1);
    expect(results).toContainEqual({ ok: false, reason: "changedMeanwhile" });
    const { open } = await listFollowUps(desk, caseId);
    expect(open[0]?.text).toBe(results[0]?.ok ? "von der einen" : "von der anderen");
    expect(open[0]?.version).toBe(1);
  });

  it("is done once by a double click", async () => {
    const caseId = await given();
    const followUpId = await add(caseId);
    const done = { caseId, followUpId, version: 0, done: "yes" } as const;
    expect(await finishFollowUp(desk, done, NOW)).toEqual({ ok: true });
    expect(await finishFollowUp(desk, done, NOW)).toEqual({ ok: true });
    expect((await listFollowUps(desk, caseId)).done[0]?.version).toBe(1);
  });

  it("is refused for somebody who does not work here", async () => {
    const caseId = await given();
    const input = { caseId, followUpId: randomUUID(), dueOn: "2025-03-20", text: "x" };
    expect(await addFollowUp(desk, { ...input, assignee: elsewhere.account }, NOW)).toEqual({
      ok: false,
      reason: "colleagueUnknown",
    });
  });

  it("does not open where an earlier version was put in its place", async () => {
    const caseId = await given();
    const followUpId = await add(caseId);
    await changeFollowUp(desk, { caseId, followUpId, version: 0, dueOn: "2025-03-20", text: "neu" }, NOW);
    await asSuperuser((client) =>
      client.query("UPDATE follow_up SET version = 0 WHERE case_id = $1", [caseId]),
    );
    expect((await listFollowUps(desk, caseId)).open[0]?.text).toBeNull();
  });
});

describe("whose list a follow-up stands on", () => {
  it("changes with the case, unless it was somebody else's", async () => {
    const caseId = await given();
    const mine = await add(caseId, { text: "von niemandem", assignee: null });
    await add(caseId, { text: "fest", assignee: colleague.account });
    const { version } = await findCase(desk, caseId);
    await assignCase(desk, { caseId, version, assignee: desk.account }, NOW);
    const { open } = await listFollowUps(desk, caseId);
    const whose = new Map(open.map(({ text, assigneeId }) => [text, assigneeId]));
    expect(whose.get("von niemandem")).toBe(desk.account);
    expect(whose.get("fest")).toBe(colleague.account);
    expect(mine).not.toBe("");
  });

  it("changes when the cases of somebody who is away are taken over, also in cases of others", async () => {
    const away = await deskOf(await givenCounsellor({ site: "koeln", name: "Im Urlaub" }));
    const [own, other] = [await given(), await given()];
    const { version } = await findCase(desk, own);
    await assignCase(desk, { caseId: own, version, assignee: away.account }, NOW);
    await add(own, { assignee: away.account });
    await add(other, { assignee: away.account });
    const wish = { from: away.account, to: colleague.account };

    expect(await takeOverCases(desk, { ...wish, expected: 3 }, NOW)).toEqual({
      ok: false,
      reason: "changedMeanwhile",
    });
    expect(await takeOverCases(desk, { ...wish, expected: 1 }, NOW)).toEqual({ ok: true, moved: 1 });

    for (const caseId of [own, other])
      expect((await listFollowUps(desk, caseId)).open[0]?.assigneeId).toBe(colleague.account);
    expect((await findCase(desk, own)).assigneeId).toBe(colleague.account);
    expect((await findCase(desk, other)).assigneeId).toBeNull();
  });
});

describe("a period of law", () => {
  it("is worked out for the days that are known, and for the Land of the site", async () => {
    const { offers } = await offerDeadlines(desk, { incident: "2025-08-01", decision: undefined });
    expect(offers.map(({ code }) => code)).toContain("aggClaim");
    expect(offers.map(({ code }) => code)).not.toContain("objection");
    // All Saints' Day is a holiday in Nordrhein-Westfalen, and a Saturday in 2025.
    const november = await offerDeadlines(desk, { incident: "2025-09-01" });
    expect(november.offers.find(({ code }) => code === "aggClaim")).toMatchObject({
      counted: "2025-11-01",
      lastDay: "2025-11-03",
    });
  });

  it("becomes a follow-up on its last day, as the server counts it", async () => {
    const caseId = await given();
    const input = { caseId, followUpId: randomUUID(), code: "aggClaim", from: "2025-01-15", text: "AGG" };
    await adoptDeadline(desk, input, NOW);
    await adoptDeadline(desk, input, NOW);
    expect((await listFollowUps(desk, caseId)).open).toMatchObject([
      { kind: "deadline", deadline: "aggClaim", dueOn: new Date("2025-03-17"), text: "AGG" },
    ]);
  });

  it("is refused when the network has no such", async () => {
    const caseId = await given();
    const input = { caseId, followUpId: randomUUID(), code: "invented", from: "2025-01-15", text: "x" };
    await expect(adoptDeadline(desk, input, NOW)).rejects.toMatchObject({ code: "notFound" });
  });
});

it("narrows the list of cases by the next follow-up, page by page", async () => {
  const [before, on, after, none] = [await given(), await given(), await given(), await given()];
  await add(before, { dueOn: "2025-03-13" });
  await add(on, { dueOn: "2025-03-14" });
  await add(after, { dueOn: "2025-03-21" });
  const idsOf = async (followUp: "overdue" | "today" | "soon" | "none") =>
    (await listCases(desk, { sort: followUp === "none" ? "newest" : "followUp", followUp }, NOW)).cases.map(
      ({ id }) => id,
    );
  expect(await idsOf("overdue")).toEqual([before]);
  expect(await idsOf("today")).toEqual([on]);
  expect(await idsOf("soon")).toContain(after);
  expect(await idsOf("none")).toContain(none);
  const sorted = await listCases(desk, { sort: "followUp", after: "2025-03-13.999999" }, NOW);
  expect(sorted.cases[0]?.id).toBe(on);
});

describe("the follow-ups of a case of another site", () => {
  it("are missing, like those of one that never was, and stay as they are", async () => {
    const caseId = await given();
    const followUpId = await add(caseId);
    const commands = (id: string): Promise<unknown>[] => [
      listFollowUps(elsewhere, id),
      addFollowUp(
        elsewhere,
        { caseId: id, followUpId: randomUUID(), dueOn: "2025-03-20", text: "x", assignee: null },
        NOW,
      ),
      changeFollowUp(elsewhere, { caseId: id, followUpId, version: 0, dueOn: "2025-03-20", text: "x" }, NOW),
      finishFollowUp(elsewhere, { caseId: id, followUpId, version: 0, done: "yes" }, NOW),
      adoptDeadline(
        elsewhere,
        { caseId: id, followUpId, code: "aggClaim", from: "2025-01-15", text: "x" },
        NOW,
      ),
    ];
    const before = await listFollowUps(desk, caseId);
    const outcomes = await Promise.allSettled([...commands(caseId), ...commands(randomUUID())]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "notFound" } });
    expect(await listFollowUps(desk, caseId)).toEqual(before);
  });

  it("cannot be reached by another case of one's own", async () => {
    const [theirs, own] = [await given(), (await givenCase({ site: "bochum" })).id];
    const followUpId = await add(theirs);
    const finishing = finishFollowUp(elsewhere, { caseId: own, followUpId, version: 0, done: "yes" }, NOW);
    await expect(finishing).rejects.toMatchObject({ code: "notFound" });
  });
});
