import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openPart, rowIdsOf, sealFact } from "../../../lib/statistics/internal/fact";
import { partsOfFact, TABLES } from "../../../lib/statistics/tables";
import type { Fact } from "../../../lib/statistics/types";

const code = fc.stringMatching(/^[a-z][A-Za-z0-9]{1,40}$/);
const fact = fc
  .record(Object.fromEntries(TABLES.map((table) => [table, code])))
  .map((categories) => ({ site: "koeln", quarter: "2025-Q1", ...categories }) as unknown as Fact);

const opened = (secret: string, told: Fact) => {
  const { ids, sealed } = sealFact(secret, told);
  return ids.map((id, place) => openPart(id, sealed[place] ?? new Uint8Array()));
};

describe("a sealed fact", () => {
  it("is a row for every table, each opening to its part, under its own id only", () => {
    fc.assert(
      fc.property(fact, (told) => {
        const secret = randomUUID();
        const { ids, sealed } = sealFact(secret, told);
        expect(opened(secret, told)).toEqual(partsOfFact(told));
        expect(partsOfFact(told).map(({ table }) => table)).toEqual(TABLES);
        const [first = new Uint8Array(), second = new Uint8Array()] = sealed;
        expect(() => openPart(ids[1] ?? "", first)).toThrow();
        expect(() => openPart(ids[0] ?? "", second)).toThrow();
        expect(sealFact(secret, told).sealed).not.toEqual(sealed);
      }),
    );
  });

  it("has rows of one size, whatever they say, with room for the longest words there can be", () => {
    const longest = Object.fromEntries(TABLES.map((table) => [table, "x".repeat(41)]));
    const shortest = Object.fromEntries(TABLES.map((table) => [table, "0"]));
    const facts = [
      { site: "s".repeat(42), quarter: "2025-Q1", ...longest },
      { site: "ab", quarter: "2025-Q1", ...shortest },
    ] as unknown as Fact[];
    const sizes = facts.flatMap((told) => sealFact(randomUUID(), told).sealed).map(({ length }) => length);
    expect(new Set(sizes)).toEqual(new Set([158]));
  });

  it("is found again by its secret, and by nothing that another one has", () => {
    const [one, other] = [randomUUID(), randomUUID()];
    expect(rowIdsOf(one)).toEqual(sealFact(one, {} as Fact).ids);
    expect(new Set([...rowIdsOf(one), ...rowIdsOf(other), one, other]).size).toBe(2 * TABLES.length + 2);
  });
});
