import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addNote } from "../../../lib/cases/commands";
import { env } from "../../../lib/env";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser, ownerUrl } from "../../support/connections";
import { holdRoles } from "../../support/roles";
import { TEST_SECRET } from "../../support/secret";
import { deskAt } from "../../support/sites";

holdRoles("together");

const DATA_DIR = mkdtempSync(path.join(tmpdir(), "weact-audit-"));
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

type Ended = { code: number | null; output: string; errors: string };

function verify(settings: Record<string, string> = {}): Promise<Ended> {
  const own = {
    ...{ DATABASE_URL: ownerUrl(), WEACT_SECRET: TEST_SECRET, PUBLIC_ORIGIN: "https://intake.example" },
    ...{ TRUSTED_PROXIES: "1", DATA_DIR, LOG_LEVEL: "info" },
  };
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/audit.ts"], {
    env: { ...process.env, ...own, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output, errors })));
}

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
