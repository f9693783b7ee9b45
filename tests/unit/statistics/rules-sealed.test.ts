import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFact, sealFact } from "../../../lib/statistics/internal/fact";
import { type Fact, NATIONAL_TABLES, SITE_TABLES } from "../../../lib/statistics/types";

const code = fc.stringMatching(/^[a-z][A-Za-z0-9]{1,40}$/);
const fact = fc
  .record(Object.fromEntries([...SITE_TABLES, ...NATIONAL_TABLES].map((table) => [table, code])))
  .map((categories) => ({ site: "koeln", quarter: "2025-Q1", ...categories }) as unknown as Fact);

/** Only these come from lists that a network can add to; the others have short words of the application's own. */
const OWN_WORDS = ["channel", "language", "relation", "kind", "sessions", "grounds"];

describe("a sealed fact", () => {
  it("opens to what was sealed, under its own id only, and is of one size", () => {
    fc.assert(
      fc.property(fact, (drawn) => {
        const short = Object.fromEntries(OWN_WORDS.map((table) => [table, "word"]));
        const told = { ...drawn, ...short } as Fact;
        const id = randomUUID();
        const sealed = sealFact(id, told);
        expect(openFact(id, sealed)).toEqual(told);
        expect(sealed.length).toBe(542);
        expect(() => openFact(randomUUID(), sealed)).toThrow();
        expect(sealFact(id, told)).not.toEqual(sealed);
      }),
    );
  });

  it("has room for the longest words there can be", () => {
    const longest = Object.fromEntries(
      [...SITE_TABLES, ...NATIONAL_TABLES].map((table) => [table, "x".repeat(41)]),
    );
    const short = Object.fromEntries(OWN_WORDS.map((table) => [table, "x".repeat(19)]));
    const told = { site: "s".repeat(42), quarter: "2025-Q1", ...longest, ...short } as unknown as Fact;
    expect(sealFact(randomUUID(), told).length).toBe(542);
  });
});
