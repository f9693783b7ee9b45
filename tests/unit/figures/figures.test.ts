import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countTables, daysOf, isWithin, yearBefore } from "../../../lib/figures/rules";
import { figurePeriodSchema } from "../../../lib/figures/schema";
import type { YEAR_PARTS } from "../../../lib/figures/types";
import { type Fact, NATIONAL_TABLES, SITE_TABLES } from "../../../lib/statistics/types";

const TABLES = [...SITE_TABLES, ...NATIONAL_TABLES];

const aFact = (told: Partial<Fact> = {}): Fact =>
  ({
    ...Object.fromEntries(TABLES.map((table) => [table, "notStated"])),
    ...{ site: "koeln", quarter: "2025-Q1" },
    ...told,
  }) as Fact;

describe("a period", () => {
  it("is part of a year: quarters make up halves, and halves the year", () => {
    const days = (part: (typeof YEAR_PARTS)[number]) => daysOf({ year: 2025, part });
    expect(days("Q1")).toEqual({ from: "2025-01-01", to: "2025-03-31" });
    for (const [whole, first, last] of [
      ["year", "H1", "H2"],
      ["H1", "Q1", "Q2"],
      ["H2", "Q3", "Q4"],
    ] as const) {
      expect(days(whole)).toEqual({ from: days(first).from, to: days(last).to });
      expect(Date.parse(days(last).from) - Date.parse(days(first).to)).toBe(86_400_000);
    }
    expect(yearBefore({ year: 2025, part: "H2" })).toEqual({ year: 2024, part: "H2" });
  });

  it("has its first and its last day in it", () => {
    const days = daysOf({ year: 2024, part: "Q1" });
    expect(
      ["2023-12-31", "2024-01-01", "2024-03-31", "2024-04-01"].map((day) => isWithin(days, day)),
    ).toEqual([false, true, true, false]);
  });

  it("is the whole of this year where an address says anything else", () => {
    const schema = figurePeriodSchema(2025);
    for (const asked of [{}, { year: "1999", part: "x" }, { year: "2026" }, { year: ["1"], part: ["Q1"] }])
      expect(schema.parse(asked)).toEqual({ year: 2025, part: "year" });
    expect(schema.parse({ year: "2023", part: "Q4" })).toEqual({ year: 2023, part: "Q4" });
  });
});

describe("counting", () => {
  it("puts every case into one category of every table", () => {
    const facts = fc.array(
      fc.record({ ground: fc.constantFrom("antiBlack", "gender"), sessions: fc.constantFrom("0", "4+") }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(facts, facts, (now, before) => {
        const tables = countTables(now.map(aFact), before.map(aFact));
        for (const table of TABLES) {
          const rows = tables.get(table) ?? [];
          expect(rows.reduce((sum, { value }) => sum + value, 0)).toBe(now.length);
          expect(rows.reduce((sum, row) => sum + (row.before ?? 0), 0)).toBe(before.length);
        }
      }),
    );
  });

  it("compares with nothing where the year before was not counted to the end", () => {
    const [row] = countTables([aFact({ ground: "age" })], null).get("ground") ?? [];
    expect(row).toEqual({ category: "age", value: 1, before: null });
  });

  it("shows what there was only in the year before", () => {
    const tables = countTables([aFact({ ground: "age" })], [aFact({ ground: "gender" })]);
    expect(tables.get("ground")).toEqual([
      { category: "age", value: 1, before: 0 },
      { category: "gender", value: 0, before: 1 },
    ]);
  });
});
