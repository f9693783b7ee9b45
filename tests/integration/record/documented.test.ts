import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { findCase } from "../../../lib/cases/queries";
import { markWrong, savePart, writeIntervention, writeSession } from "../../../lib/record/commands";
import { readRecord } from "../../../lib/record/queries";
import { EMPTY_PARTS } from "../../../lib/record/rules";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { anIntervention, aSession } from "../../support/record";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

const LATER = new Date(NOW.getTime() + 3_600_000);

let desk: Desk;
let colleague: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
});

const given = async (): Promise<string> => (await givenCase({ message: "Frage" })).id;

async function givenSession(content = "erzählt") {
  const [caseId, entry] = [await given(), randomUUID()];
  await writeSession(desk, { caseId, entry, seen: 0, values: aSession(content) }, NOW);
  return { caseId, entry };
}

describe("a session", () => {
  it("is one, however often the form is sent, and another content of the same form is a conflict", async () => {
    const { caseId, entry } = await givenSession();
    const again = () => writeSession(desk, { caseId, entry, seen: 0, values: aSession("erzählt") }, NOW);
    expect(await Promise.all([again(), again()])).toEqual([{ ok: true }, { ok: true }]);
    const other = { caseId, entry, seen: 0, values: aSession("anders") };
    expect(await writeSession(desk, other, NOW)).toEqual({ ok: false, reason: "changedMeanwhile" });
    const { sessions, caseFile } = await readRecord(desk, caseId);
    expect(sessions.map(({ values }) => values.content)).toEqual(["erzählt"]);
    expect(caseFile.version).toBe(1);
  });

  it("names who entered it and who changed it", async () => {
    const { caseId, entry } = await givenSession();
    const values = { ...aSession("genauer"), minutes: 60 };
    expect(await writeSession(colleague, { caseId, entry, seen: 1, values }, LATER)).toEqual({ ok: true });
    expect((await readRecord(desk, caseId)).sessions).toEqual([
      {
        id: entry,
        version: 2,
        values,
        written: { account: desk.account, at: NOW.toISOString() },
        changed: { account: colleague.account, at: LATER.toISOString() },
        removed: undefined,
      },
    ]);
    const stale = { caseId, entry, seen: 1, values: aSession("zu spät") };
    expect(await writeSession(desk, stale, LATER)).toEqual({ ok: false, reason: "changedMeanwhile" });
  });

  it("stays in sight when it is marked as wrong, and counts again when that is taken back", async () => {
    const { caseId, entry } = await givenSession();
    expect(await markWrong(colleague, { caseId, entry, seen: 1, wrong: true }, LATER)).toEqual({ ok: true });
    const [marked] = (await readRecord(desk, caseId)).sessions;
    expect(marked).toMatchObject({
      values: aSession("erzählt"),
      written: { account: desk.account },
      removed: { account: colleague.account, at: LATER.toISOString() },
    });
    expect(await markWrong(desk, { caseId, entry, seen: 1, wrong: false }, LATER)).toEqual({
      ok: false,
      reason: "changedMeanwhile",
    });
    expect(await markWrong(desk, { caseId, entry, seen: 2, wrong: false }, LATER)).toEqual({ ok: true });
    expect((await readRecord(desk, caseId)).sessions[0]?.removed).toBeUndefined();
    expect((await findCase(desk, caseId)).history.filter(({ action }) => action === "documented")).toEqual(
      ["restored", "removed", "added"].map((how) =>
        expect.objectContaining({ action: "documented", what: "session", how }),
      ),
    );
  });

  it("takes an interpreter that the network's list has, and no other", async () => {
    const caseId = await given();
    const values = { ...aSession("x"), interpreter: "parrot" };
    expect(await writeSession(desk, { caseId, entry: randomUUID(), seen: 0, values }, NOW)).toEqual({
      ok: false,
      reason: "codeUnknown",
    });
  });
});

describe("an intervention", () => {
  it("is kept apart from the sessions", async () => {
    const { caseId, entry } = await givenSession();
    const id = randomUUID();
    await writeIntervention(desk, { caseId, entry: id, seen: 0, values: anIntervention("Antwort") }, NOW);
    expect((await readRecord(desk, caseId)).interventions).toMatchObject([
      { id, values: anIntervention("Antwort") },
    ]);
    const asSession = writeIntervention(desk, { caseId, entry, seen: 1, values: anIntervention() }, NOW);
    await expect(asSession).rejects.toMatchObject({ code: "notFound" });
  });

  it("is not what a part of the record is", async () => {
    const caseId = await given();
    await savePart(desk, { caseId, part: "aim", values: { ...EMPTY_PARTS.aim, aim: "x" }, seen: 0 }, NOW);
    const marking = markWrong(desk, { caseId, entry: randomUUID(), seen: 1, wrong: true }, NOW);
    await expect(marking).rejects.toMatchObject({ code: "notFound" });
  });
});
