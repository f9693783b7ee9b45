import { afterEach, beforeEach, expect, it, vi } from "vitest";

const before = { ...process.env };
beforeEach(() => vi.resetModules());
afterEach(() => {
  process.env = { ...before };
});

/** The settings are read once a process, so each test loads them anew. */
async function envWith(settings: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return import("../../lib/env");
}

it.each([
  [{ WEACT_SECRET: undefined }, "WEACT_SECRET"],
  [{ WEACT_SECRET: "too short to be one" }, "WEACT_SECRET"],
  [{ DATABASE_URL: undefined }, "DATABASE_URL"],
  [{ DATABASE_URL: "mysql://localhost/x" }, "DATABASE_URL"],
  [{ PUBLIC_ORIGIN: "intake.example" }, "PUBLIC_ORIGIN"],
  [{ LIMIT_FACTOR: "0" }, "LIMIT_FACTOR"],
  [{ WEACT_SECRET: undefined, DATABASE_URL: undefined }, "DATABASE_URL, WEACT_SECRET"],
])("names what is missing or wrong with %o, and never its value", async (settings, names) => {
  const { env } = await envWith(settings);
  expect(env).toThrow(`These settings are missing or wrong: ${names}. See .env.example.`);
});

it("takes the origin of the address people use", async () => {
  const { env, usesHttps } = await envWith({ PUBLIC_ORIGIN: "https://intake.example/de/" });
  expect(env().PUBLIC_ORIGIN).toBe("https://intake.example");
  expect(usesHttps()).toBe(true);
});

it("derives for every purpose a secret of its own, which another secret changes", async () => {
  const { deriveSecret } = await envWith({});
  const [one, two] = [deriveSecret("one"), deriveSecret("two")];
  expect([one.length, one.equals(two), one.equals(deriveSecret("one"))]).toEqual([32, false, true]);
  vi.resetModules();
  const other = await envWith({ WEACT_SECRET: "another-secret-another-secret-another-secret" });
  expect(other.deriveSecret("one").equals(one)).toBe(false);
});
