import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import {
  closeCase,
  markWrong,
  savePart,
  writeIntervention,
  writeSession,
} from "../../../lib/record/commands";
import { readRecord } from "../../../lib/record/queries";
import { EMPTY_PARTS } from "../../../lib/record/rules";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asLogin } from "../../support/connections";
import { anIntervention, aSession } from "../../support/record";
import { deskAt } from "../../support/sites";

let desk: Desk;
let elsewhere: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  elsewhere = await deskAt("bochum");
});

async function given() {
  const [{ id: caseId }, entry] = [await givenCase({ message: "Frage" }), randomUUID()];
  await writeSession(desk, { caseId, entry, seen: 0, values: aSession("erzählt") }, NOW);
  return { caseId, entry };
}

describe("the record of a case of another site", () => {
  const commands: Record<string, (caseId: string, entry: string) => Promise<unknown>> = {
    readRecord: (caseId) => readRecord(elsewhere, caseId),
    savePart: (caseId) =>
      savePart(elsewhere, { caseId, part: "aim", values: { ...EMPTY_PARTS.aim }, seen: 0 }, NOW),
    writeSession: (caseId, entry) =>
      writeSession(elsewhere, { caseId, entry, seen: 1, values: aSession("gekapert") }, NOW),
    writeIntervention: (caseId) =>
      writeIntervention(elsewhere, { caseId, entry: randomUUID(), seen: 0, values: anIntervention() }, NOW),
    markWrong: (caseId, entry) => markWrong(elsewhere, { caseId, entry, seen: 1, wrong: true }, NOW),
    closeCase: (caseId) =>
      closeCase(
        elsewhere,
        { caseId, version: 1, entry: randomUUID(), outcomes: ["apology"], reason: "x" },
        NOW,
      ),
  };

  it.each(Object.entries(commands))(
    "is missing to %s, like one that never was, and stays as it is",
    async (_name, command) => {
      const { caseId, entry } = await given();
      const before = await readRecord(desk, caseId);
      for (const id of [caseId, randomUUID()]) {
        await expect(command(id, entry)).rejects.toMatchObject({ name: "AppError", code: "notFound" });
      }
      expect(await readRecord(desk, caseId)).toEqual(before);
    },
  );

  it("is out of reach of the other site's login, and of every other", async () => {
    const { caseId } = await given();
    const values = [caseId];
    const seen = await asLogin("site_bochum", (client) =>
      client.query("SELECT FROM case_entry WHERE case_id = $1", values),
    );
    expect(seen.rowCount).toBe(0);
    const written = await asLogin("site_bochum", (client) =>
      client.query("UPDATE case_entry SET version = 9 WHERE case_id = $1", values),
    );
    expect(written.rowCount).toBe(0);
    for (const login of ["intake", "mailbox", "network", "jobs", "auth"] as const) {
      const reading = asLogin(login, (client) => client.query("SELECT FROM case_entry"));
      await expect(reading, login).rejects.toThrow("permission denied");
    }
  });

  it("cannot be planted from elsewhere, nor its entries taken away or given another day", async () => {
    const { caseId } = await given();
    const planting = asLogin("site_bochum", (client) =>
      client.query(
        `INSERT INTO case_entry (site_id, case_id, id, created_on, sealed_body)
           VALUES ('koeln', $1, gen_random_uuid(), current_date, '')`,
        [caseId],
      ),
    );
    await expect(planting).rejects.toThrow("row-level security");
    for (const sql of ["DELETE FROM case_entry", "UPDATE case_entry SET created_on = current_date"]) {
      await expect(asLogin("site_koeln", (client) => client.query(sql))).rejects.toThrow("permission denied");
    }
  });
});
