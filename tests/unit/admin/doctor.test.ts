import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { describe as describeFindings } from "../../../scripts/admin/doctor";
import { judgeClock } from "../../../scripts/admin/doctor/database";
import { look, ok, problem, warn } from "../../../scripts/admin/doctor/finding";
import { judgeKeys } from "../../../scripts/admin/doctor/keys";
import { checkDisk, checkFiles, checkMemory, checkNode } from "../../../scripts/admin/doctor/machine";
import { checkSettings } from "../../../scripts/admin/doctor/settings";
import type { NewestKey, SiteKeys } from "../../../scripts/admin/site-keys";
import { Failure } from "../../../scripts/launch/failure";
import { NOW } from "../../support/clock";

const MIB = 2 ** 20;
const statesOf = (findings: { subject: string; state: string }[]) =>
  findings.map(({ subject, state }) => `${subject}: ${state}`);

describe("settings", () => {
  const EXTERNAL = { external: { ownerUrl: "", secret: "" } };
  const GOOD = {
    PUBLIC_ORIGIN: "https://intake.example",
    SECOND_FACTOR: "required",
    TRUSTED_PROXIES: 1,
    LIMIT_FACTOR: 1,
  } as const;

  it("are good as they should be in earnest", () => {
    const findings = checkSettings(GOOD, EXTERNAL);
    expect(findings.filter(({ state }) => state !== "ok")).toEqual([]);
  });

  it.each([
    ["http beyond this machine", { PUBLIC_ORIGIN: "http://intake.example" }, "address: problem"],
    [
      "a name that only looks like this machine",
      { PUBLIC_ORIGIN: "http://127.0.0.1.example" },
      "address: problem",
    ],
    ["no second factor", { SECOND_FACTOR: "offered" as const }, "second factor: problem"],
    ["a proxy that nobody counted", { TRUSTED_PROXIES: 0 }, "proxies: warn"],
    ["limits that are off", { LIMIT_FACTOR: 1000 }, "limits: warn"],
  ])("with %s are not", (_what, change, expected) => {
    expect(statesOf(checkSettings({ ...GOOD, ...change }, EXTERNAL))).toContain(expected);
  });

  it.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])(
    "may do without encryption at %s",
    (PUBLIC_ORIGIN) => {
      expect(statesOf(checkSettings({ ...GOOD, PUBLIC_ORIGIN }, EXTERNAL))).toContain("address: ok");
    },
  );

  it("of the embedded mode are for trying things out", () => {
    expect(statesOf(checkSettings({ ...GOOD, SECOND_FACTOR: "offered" }, {}))).toEqual(
      expect.arrayContaining(["mode: warn", "second factor: warn"]),
    );
  });
});

describe("the machine", () => {
  it.each([
    ["18.20.0", "problem"],
    ["20.18.9", "problem"],
    ["20.19.0", "ok"],
    ["22.1.0", "ok"],
  ])("with Node.js %s is: %s", (version, state) => {
    expect(checkNode(version)[0]?.state).toBe(state);
  });

  it.each([
    [50, "problem"],
    [300, "warn"],
    [5000, "ok"],
  ])("with %d MiB of free memory is: %s", (free, state) => {
    expect(checkMemory(free * MIB)[0]?.state).toBe(state);
  });

  it.each([
    [100, "problem"],
    [500, "warn"],
    [50_000, "ok"],
  ])("with %d MiB of free disk is: %s", (free, state) => {
    expect(checkDisk("/data", free * MIB)[0]?.state).toBe(state);
  });

  it("tells the space of a folder that is not there yet", () => {
    expect(checkDisk(path.join(tmpdir(), "not", "there", "yet"))[0]?.subject).toBe("disk");
  });
});

describe("files with secrets", () => {
  function folder(): { dir: string; pins: string; envFile: string } {
    const dir = mkdtempSync(path.join(tmpdir(), "weact-doctor-"));
    const [pins, envFile] = [path.join(dir, "key-pins"), path.join(dir, ".env")];
    for (const file of [pins, envFile, path.join(dir, "secrets.json")])
      writeFileSync(file, "WEACT_SECRET=x\n", { mode: 0o600 });
    return { dir, pins, envFile };
  }

  it("are all closed", () => {
    const { dir, pins, envFile } = folder();
    expect(statesOf(checkFiles(dir, pins, envFile))).toEqual(["files: ok"]);
  });

  it.each(["key-pins", ".env", "secrets.json"])("are named when others can read them: %s", (name) => {
    const { dir, pins, envFile } = folder();
    chmodSync(path.join(dir, name), 0o640);
    const [finding, ...more] = checkFiles(dir, pins, envFile);
    expect(finding).toMatchObject({ state: "problem", todo: `Close it: chmod 600 ${path.join(dir, name)}` });
    expect(more).toEqual([]);
  });

  it("are not those settings that hold none", () => {
    const { dir, pins, envFile } = folder();
    writeFileSync(envFile, "PORT=4000\n#WEACT_SECRET=\n");
    chmodSync(envFile, 0o644);
    expect(statesOf(checkFiles(dir, pins, envFile))).toEqual(["files: ok"]);
  });
});

describe("clocks", () => {
  it.each([
    [0, true, "ok"],
    [-29_000, true, "ok"],
    [31_000, true, "warn"],
    [-120_000, true, "problem"],
    [120_000, false, "ok"],
  ])("that differ by %d ms (remote: %s) are: %s", (difference, remote, state) => {
    expect(judgeClock(difference, remote).state).toBe(state);
  });
});

describe("keys", () => {
  const KEPT: NewestKey = {
    epoch: 2,
    since: "2025-01-01",
    people: 2,
    leads: 1,
    printedOn: "2025-01-02",
    pin: "known",
    fingerprint: "",
  };
  const site = (change: Partial<NewestKey> | null, name = "koeln"): SiteKeys => ({
    site: name,
    active: true,
    key: change && { ...KEPT, ...change },
  });

  it("are kept well", () => {
    expect(judgeKeys([site({}), site({}, "bochum")], true, NOW)).toEqual([
      ok("keys", "2 sites, each with keys that are kept well."),
    ]);
  });

  it.each([
    ["another key than the pinned one", { pin: "unknown" as const }, "problem", "Another key"],
    ["an older key", { pin: "superseded" as const }, "problem", "An older key"],
    ["nobody and no print", { people: 0, printedOn: null }, "problem", "and no print was confirmed"],
    ["nobody but a print", { people: 0 }, "problem", "Nobody who may sign in has the key:"],
    ["one person", { people: 1 }, "warn", "Only one person"],
    ["no lead", { leads: 0 }, "warn", "No lead who may sign in"],
    ["no print", { printedOn: null }, "warn", "Nobody has confirmed"],
    ["a key of more than a year", { since: "2024-03-13" }, "warn", "older than a year"],
  ])("have %s", (_what, change, state, words) => {
    const findings = judgeKeys([site(change), site({}, "bochum")], true, NOW);
    expect(findings).toEqual([expect.objectContaining({ state, says: expect.stringContaining(words) })]);
    expect(findings[0]?.says).toMatch(/: koeln\.$/);
    expect(findings[0]?.todo).toBeTruthy();
  });

  it("are missing while people are offered the site", () => {
    const findings = judgeKeys([site(null), { ...site(null, "bochum"), active: false }], true, NOW);
    expect(findings).toEqual([
      expect.objectContaining({ state: "warn", says: "No keys yet, so nobody can write to: koeln." }),
    ]);
  });

  it("are not looked at one by one when the pins are gone", () => {
    const findings = judgeKeys([site({ pin: "unknown" }), site({ pin: "unknown" }, "bochum")], false, NOW);
    expect(findings).toEqual([
      expect.objectContaining({ state: "problem", says: expect.stringContaining("KEY_PINS_FILE") }),
    ]);
  });
});

describe("what the doctor says", () => {
  it("is one line a finding, then what to do, the problems first", () => {
    const findings = [
      ok("node", "Good."),
      warn("mail", "Odd.", "Look."),
      problem("keys", "Bad.", "Run.\n  Now."),
    ];
    expect(describeFindings(findings)).toEqual({
      text: `ok       node  Good.
warn     mail  Odd.
problem  keys  Bad.

What to do:
- keys: Bad.
  Run.
  Now.

Also worth doing:
- mail: Odd.
  Look.

Problems: 1, warnings: 1.`,
      code: 1,
    });
  });

  it("ends with 0 where nothing is wrong", () => {
    expect(describeFindings([ok("node", "Good.")])).toEqual({
      text: "ok  node  Good.\n\nNo problem, warnings: 0.",
      code: 0,
    });
  });

  it.each([
    [new Failure("The sentence."), "The sentence."],
    [Object.assign(new Error("secret"), { code: "42P01" }), "Tables of this version are missing."],
    [Object.assign(new Error("secret"), { code: "08006" }), "It could not be looked at (08006)."],
    [new TypeError("secret"), "It could not be looked at (TypeError)."],
  ])("never shows the message of an error that nobody foresaw", async (error, says) => {
    const findings = await look("keys", () => Promise.reject(error));
    expect(findings).toEqual([expect.objectContaining({ subject: "keys", state: "problem", says })]);
  });
});
