import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { addNote, answerPerson, assignCase, changeStatus, markRead } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
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

const given = async () => {
  const { id, receipt } = await givenCase({ message: "Frage" });
  return { caseId: id, receipt };
};

describe("a case of another site", () => {
  const invented = randomUUID();
  const commands: Record<string, (caseId: string) => Promise<unknown>> = {
    findCase: (caseId) => findCase(elsewhere, caseId),
    changeStatus: (caseId) => changeStatus(elsewhere, { caseId, version: 0, status: "spam" }, NOW),
    assignCase: (caseId) => assignCase(elsewhere, { caseId, version: 0, assignee: elsewhere.account }, NOW),
    answerPerson: (caseId) => answerPerson(elsewhere, { caseId, lastSeq: 1, text: "x" }, NOW),
    addNote: (caseId) => addNote(elsewhere, { caseId, noteId: randomUUID(), text: "x" }, NOW),
    markRead: (caseId) => markRead(elsewhere, { caseId, version: 0 }, NOW),
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
