import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProgram } from "../../support/program";
import { holdRoles } from "../../support/roles";
import { givenSiteKey } from "../../support/sites";

holdRoles("together");

const DATA_DIR = mkdtempSync(path.join(tmpdir(), "weact-admin-"));
const STACK = /\n\s+at |node:internal|Error:/;

beforeAll(() => givenSiteKey("koeln"));
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

const admin = (args: string[], settings: Record<string, string> = {}) =>
  runProgram("admin", args, { DATA_DIR, ...settings });

describe("npm run admin", () => {
  it("prints a link and ends with 0", async () => {
    const { code, output, errors } = await admin(["user", "invite", "--site", "koeln"]);
    expect(output).toMatch(/^ {2}https:\/\/intake\.example\/de\/join\/[\w-]{43}$/m);
    expect([code, errors]).toEqual([0, ""]);
  });

  it("prints the table of keys and ends with 0", async () => {
    const { code, output, errors } = await admin(["keys", "status"]);
    expect(output).toMatch(/^site +offered +key +since +people +print +older +pin +fingerprint\n/);
    expect(output).toMatch(/^koeln +yes +1 +2025-01-01 +0 +none +0 +ok +[0-9a-f]{4} /m);
    expect([code, errors]).toEqual([0, ""]);
  });

  it("has the doctor end with 1 where something is wrong, and say what to do", async () => {
    const { code, output, errors } = await admin(["doctor"]);
    expect(output).toMatch(
      /^problem +keys +Nobody who may sign in has the key, and no print was confirmed: koeln\.$/m,
    );
    expect(output).toMatch(/^What to do:\n- keys: /m);
    expect([code, errors]).toEqual([1, ""]);
  });

  it("explains itself", async () => {
    const { code, output } = await admin(["--help"]);
    expect(output).toMatch(/^Usage: npm run admin -- site add/);
    expect(code).toBe(0);
  });

  it.each([
    ["what it does not know", ["site", "explode"], {}, 2, /^There is no command "site explode"\.\n\nUsage: /],
    ["an unknown site", ["site", "retire", "nowhere"], {}, 1, /^There is no site nowhere\./],
    ["a missing secret", ["keys", "status"], { WEACT_SECRET: "" }, 1, /^WEACT_SECRET is missing: .+\n$/],
    [
      "a wrong setting",
      ["keys", "status"],
      { TRUSTED_PROXIES: "9" },
      1,
      /^These settings .+: TRUSTED_PROXIES\. .+\n$/,
    ],
    [
      "no database that answers",
      ["keys", "status"],
      { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c" },
      1,
      /^No PostgreSQL answers .+\n$/,
    ],
    [
      "an embedded database that does not run",
      ["keys", "status"],
      { DATABASE_URL: "" },
      1,
      /^The embedded database is not running: .+\n$/,
    ],
  ])("refuses %s in plain words, without a stack", async (_what, args, settings, expected, words) => {
    const { code, output, errors } = await admin(args, settings);
    expect(errors).toMatch(words);
    expect(errors).not.toMatch(STACK);
    expect([code, output]).toEqual([expected, ""]);
  });

  it.each([
    [{ WEACT_SECRET: "" }, /^problem +settings +WEACT_SECRET is missing/m],
    [
      { SECOND_FACTOR: "perhaps" },
      /^problem +settings +These settings are missing or wrong: SECOND_FACTOR\./m,
    ],
    [
      { PUBLIC_ORIGIN: "http://intake.example" },
      /^problem +address +http:\/\/intake\.example is not encrypted/m,
    ],
    [{ DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c" }, /^problem +database +No PostgreSQL answers/m],
    [{ WEACT_SECRET: "x".repeat(64) }, /^problem +logins +They do not get in/m],
  ])("has the doctor look at what it can with %j", async (settings, words) => {
    const { code, output, errors } = await admin(["doctor"], settings);
    expect(output).toMatch(words);
    expect(output).toMatch(/^ok +node /m);
    expect(output + errors).not.toMatch(STACK);
    expect(code).toBe(1);
  });
});
