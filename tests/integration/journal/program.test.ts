import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addNote } from "../../../lib/cases/commands";
import { env } from "../../../lib/env";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { runProgram } from "../../support/program";
import { holdRoles } from "../../support/roles";
import { deskAt } from "../../support/sites";

holdRoles("together");

const DATA_DIR = mkdtempSync(path.join(tmpdir(), "weact-audit-"));
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

const verify = (settings: Record<string, string> = {}) => runProgram("audit", [], { DATA_DIR, ...settings });

beforeAll(async () => {
  const desk = await deskAt("koeln");
  const { id } = await givenCase();
  for (const text of ["a", "b"]) await addNote(desk, { caseId: id, noteId: randomUUID(), text }, NOW);
});

it("ends with 0 while all chains are whole, and leaves one line a site in the file of heads", async () => {
  const lines = () => readFileSync(env().JOURNAL_HEADS_FILE, "utf8").split("\n").filter(Boolean);
  expect(lines().length).toBe(2);
  const { code, output, errors } = await verify();
  expect([code, errors]).toEqual([0, ""]);
  expect(output).toBe("ok  koeln  3 entries\n\nAll 1 chains are whole.\n");
  expect(lines().length).toBe(1);
});

it("ends with 1 where one is broken, and keeps what the file of heads says", async () => {
  await asSuperuser((client) => client.query("DELETE FROM journal_entry WHERE seq = 3"));
  const { code, output } = await verify();
  expect(code).toBe(1);
  expect(output).toMatch(/^BROKEN {2}koeln {2}entry 3: entries were cut off here\n/);
  expect((await verify()).code).toBe(1);
});

it("says in a sentence what keeps it from looking", async () => {
  const { code, errors } = await verify({ WEACT_SECRET: "" });
  expect(code).toBe(1);
  expect(errors).not.toMatch(/\n\s+at |node:internal/);
});
