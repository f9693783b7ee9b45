import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { assignCase, changeStatus } from "../../../lib/cases/commands";
import { findCase, listCases } from "../../../lib/cases/queries";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
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
    await changeStatus(desk, { caseId, version: 0, status: "withdrawn" }, NOW);
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
    expect(history.map(({ action }) => action)).toEqual(["assigned", "assigned"]);
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
