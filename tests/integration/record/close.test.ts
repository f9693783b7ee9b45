import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { changeStatus } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import { closeCase } from "../../../lib/record/commands";
import { readRecord } from "../../../lib/record/queries";
import type { CloseCase } from "../../../lib/record/schema";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { deskAt } from "../../support/sites";

let desk: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
});

const given = async (): Promise<string> => (await givenCase({ message: "Frage" })).id;

const closing = (caseId: string, typed: Partial<CloseCase> = {}): CloseCase => ({
  ...{
    caseId,
    version: 0,
    entry: randomUUID(),
    outcomes: ["apology"],
    reason: "Die Firma hat sich entschuldigt.",
  },
  ...typed,
});

describe("closing a case", () => {
  it("keeps what came of it and why, and ends the waiting", async () => {
    const caseId = await given();
    expect(await closeCase(desk, closing(caseId, { outcomes: ["apology", "strengthened"] }), NOW)).toEqual({
      ok: true,
    });
    expect(await findCase(desk, caseId)).toMatchObject({
      status: "closed",
      waitingSince: null,
      unread: false,
      version: 1,
    });
    expect((await findCase(desk, caseId)).history).toContainEqual(
      expect.objectContaining({ action: "statusChanged", from: "received", to: "closed" }),
    );
    expect((await readRecord(desk, caseId)).outcomes).toMatchObject([
      {
        outcomes: ["apology", "strengthened"],
        reason: "Die Firma hat sich entschuldigt.",
        written: { account: desk.account, at: NOW.toISOString() },
      },
    ]);
  });

  it.each([
    ["without an outcome", { outcomes: [] }, "outcomeMissing"],
    ["without a reason", { reason: " " }, "outcomeMissing"],
    ["with an outcome that no list has", { outcomes: ["apology", "victory"] }, "codeUnknown"],
  ] as const)("is refused %s, and nothing is stored", async (_how, typed, reason) => {
    const caseId = await given();
    const input = closing(caseId, typed as Partial<CloseCase>);
    expect(await closeCase(desk, input, NOW)).toEqual({ ok: false, reason });
    const { outcomes, caseFile } = await readRecord(desk, caseId);
    expect([outcomes, caseFile.status, caseFile.version]).toEqual([[], "received", 0]);
  });

  it("has no other way, not even for a direct call", async () => {
    const caseId = await given();
    expect(await changeStatus(desk, { caseId, version: 0, status: "closed" }, NOW)).toEqual({
      ok: false,
      reason: "outcomeMissing",
    });
    expect((await findCase(desk, caseId)).status).toBe("received");
  });

  it("is done once, however often the form is sent", async () => {
    const caseId = await given();
    const input = closing(caseId);
    const results = await Promise.all([closeCase(desk, input, NOW), closeCase(desk, input, NOW)]);
    expect([...results, await closeCase(desk, input, NOW)]).toEqual(Array(3).fill({ ok: true }));
    const { outcomes, caseFile } = await readRecord(desk, caseId);
    expect([outcomes.length, caseFile.version]).toEqual([1, 1]);
  });

  it("is refused when somebody changed the case meanwhile", async () => {
    const caseId = await given();
    await changeStatus(desk, { caseId, version: 0, status: "counselling" }, NOW);
    expect(await closeCase(desk, closing(caseId), NOW)).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect((await readRecord(desk, caseId)).outcomes).toEqual([]);
  });

  it("can be taken back, and the outcome stays as history", async () => {
    const caseId = await given();
    await closeCase(desk, closing(caseId, { reason: "zuerst" }), NOW);
    expect(await changeStatus(desk, { caseId, version: 1, status: "counselling" }, NOW)).toEqual({
      ok: true,
    });
    const later = new Date(NOW.getTime() + 60_000);
    await closeCase(desk, closing(caseId, { version: 2, reason: "dann", outcomes: ["settlement"] }), later);
    expect((await readRecord(desk, caseId)).outcomes.map(({ reason }) => reason)).toEqual(["dann", "zuerst"]);
  });

  it("cannot be taken back once the case is anonymised", async () => {
    const caseId = await given();
    await asSuperuser((client) =>
      client.query("UPDATE case_file SET status = 'anonymised' WHERE id = $1", [caseId]),
    );
    const refused = { ok: false, reason: "statusNotPossible" };
    expect(await changeStatus(desk, { caseId, version: 0, status: "counselling" }, NOW)).toEqual(refused);
    expect(await closeCase(desk, closing(caseId), NOW)).toEqual(refused);
  });
});
