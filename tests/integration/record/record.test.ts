import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { findCase } from "../../../lib/cases/queries";
import { savePart, writeIntervention, writeSession } from "../../../lib/record/commands";
import { readRecord } from "../../../lib/record/queries";
import { EMPTY_PARTS } from "../../../lib/record/rules";
import { RECORD_PARTS } from "../../../lib/record/schema";
import type { PartValues } from "../../../lib/record/types";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { anIntervention, aSession } from "../../support/record";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let desk: Desk;
let colleague: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
});

const given = async (): Promise<string> => (await givenCase({ message: "Frage" })).id;

const aim = (text: string): PartValues["aim"] => ({ steps: "", aim: text });

describe("a part of the record", () => {
  it("is empty until somebody fills it in", async () => {
    const { caseFile, parts, ...rest } = await readRecord(desk, await given());
    expect(caseFile).toMatchObject({ status: "received", language: "de", version: 0 });
    for (const part of RECORD_PARTS) {
      expect(parts[part]).toEqual({ values: EMPTY_PARTS[part], version: 0, written: null });
    }
    const nothing = { sessions: [], interventions: [], outcomes: [], countedIn: null, unreadable: 0 };
    expect(rest).toEqual(nothing);
  });

  it("is saved by itself, with who did it when, and a line in the history", async () => {
    const caseId = await given();
    expect(
      await savePart(desk, { caseId, part: "aim", values: aim("Entschuldigung"), seen: 0 }, NOW),
    ).toEqual({
      ok: true,
    });
    const { parts } = await readRecord(colleague, caseId);
    expect(parts.aim).toEqual({
      values: aim("Entschuldigung"),
      version: 1,
      written: { account: desk.account, at: NOW.toISOString() },
    });
    expect(parts.incident.version).toBe(0);
    expect((await findCase(desk, caseId)).history).toContainEqual(
      expect.objectContaining({ action: "partSaved", part: "aim", account: desk.account }),
    );
  });

  it("is refused to the second of two who change it at once, and saved over when they decide so", async () => {
    const caseId = await given();
    const save = (one: Desk, text: string, seen: number) =>
      savePart(one, { caseId, part: "aim", values: aim(text), seen }, NOW);
    const results = await Promise.all([save(desk, "meins", 0), save(colleague, "ihres", 0)]);
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual({ ok: false, reason: "changedMeanwhile" });
    const { parts } = await readRecord(desk, caseId);
    expect(parts.aim.version).toBe(1);
    expect(await save(colleague, "beides", 1)).toEqual({ ok: true });
    expect((await readRecord(desk, caseId)).parts.aim).toMatchObject({ values: aim("beides"), version: 2 });
  });

  it("is changed once, however often the same is sent", async () => {
    const caseId = await given();
    const send = () => savePart(desk, { caseId, part: "aim", values: aim("einmal"), seen: 0 }, NOW);
    expect(await Promise.all([send(), send(), send()])).toEqual(Array(3).fill({ ok: true }));
    const { parts, caseFile } = await readRecord(desk, caseId);
    expect([parts.aim.version, caseFile.version]).toEqual([1, 1]);
  });

  it("takes values that the network's lists have, and no others", async () => {
    const caseId = await given();
    const grounds = { main: "antiBlack", others: ["woman", "antiBlack"], note: "" };
    expect(await savePart(desk, { caseId, part: "grounds", values: grounds, seen: 0 }, NOW)).toEqual({
      ok: true,
    });
    expect((await readRecord(desk, caseId)).parts.grounds.values.others).toEqual(["woman"]);
    const invented = { main: "invented", others: [], note: "" };
    expect(await savePart(desk, { caseId, part: "grounds", values: invented, seen: 1 }, NOW)).toEqual({
      ok: false,
      reason: "codeUnknown",
    });
  });
});

describe("what is documented", () => {
  it("can be read nowhere in the table, and not opened as another version, case or entry", async () => {
    const [caseId, other] = [await given(), await given()];
    const values = { ...EMPTY_PARTS.incident, what: "geheimnisvoll", where: "Rathaus" };
    await savePart(desk, { caseId, part: "incident", values, seen: 0 }, NOW);
    await writeSession(
      desk,
      { caseId, entry: randomUUID(), seen: 0, values: aSession("geheimnisvoll") },
      NOW,
    );
    const { rows } = await asSuperuser((client) =>
      client.query<{ row: string; body: Buffer }>(
        "SELECT e::text AS row, sealed_body AS body FROM case_entry e WHERE case_id = $1",
        [caseId],
      ),
    );
    expect(rows.length).toBe(2);
    for (const { row, body } of rows) {
      for (const word of ["geheimnis", "Rathaus", "incident", "session", desk.account]) {
        expect(row).not.toContain(word);
        expect(body.toString("latin1")).not.toContain(word);
      }
    }
    expect((await readRecord(desk, caseId)).unreadable).toBe(0);
    await asSuperuser((client) =>
      client.query("UPDATE case_entry SET version = 2 WHERE case_id = $1", [caseId]),
    );
    expect((await readRecord(desk, caseId)).unreadable).toBe(2);
    await asSuperuser((client) =>
      client.query("UPDATE case_entry SET version = 1, case_id = $2 WHERE case_id = $1", [caseId, other]),
    );
    const moved = await readRecord(desk, other);
    expect([moved.unreadable, moved.parts.incident.version, moved.sessions.length]).toEqual([2, 0, 0]);
  });

  it("is read with as many questions to the database as an empty record, however much there is", async () => {
    const [caseId, empty] = [await given(), await given()];
    for (let number = 1; number <= 12; number += 1) {
      const values = { ...aSession(`Kontakt ${number}`), day: `2025-02-${String(number).padStart(2, "0")}` };
      await writeSession(desk, { caseId, entry: randomUUID(), seen: 0, values }, NOW);
    }
    // The first reading of a day is noted in the history; what counts is the one after it.
    for (const id of [caseId, empty]) await readRecord(desk, id);
    const [full, none] = [await asked(caseId), await asked(empty)];
    expect(full.questions).toBe(none.questions);
    expect(full.record.sessions.map(({ values }) => values.day.slice(-2))).toEqual([
      "12",
      "11",
      "10",
      "09",
      "08",
      "07",
      "06",
      "05",
      "04",
      "03",
      "02",
      "01",
    ]);
  });

  it("leaves no gap in the numbers of the history when two write at once", async () => {
    const caseId = await given();
    await Promise.all(
      [desk, colleague, desk, colleague].map((one, index) =>
        index % 2
          ? writeSession(one, { caseId, entry: randomUUID(), seen: 0, values: aSession(`${index}`) }, NOW)
          : writeIntervention(one, { caseId, entry: randomUUID(), seen: 0, values: anIntervention() }, NOW),
      ),
    );
    const { sessions, interventions, caseFile } = await readRecord(desk, caseId);
    expect([sessions.length, interventions.length, caseFile.version]).toEqual([2, 2, 4]);
  });
});

/** The record of a case, and how many questions it took. */
async function asked(caseId: string) {
  let questions = 0;
  const db = desk.db.$extends({
    query: {
      $allOperations({ args, query }) {
        questions += 1;
        return query(args);
      },
    },
  });
  return { record: await readRecord({ ...desk, db } as unknown as Desk, caseId), questions };
}
