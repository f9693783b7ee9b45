import { inflateRawSync } from "node:zlib";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { inOrder, shareOf } from "../../../lib/statistics/definitions";
import { csvOf, xlsxOf } from "../../../lib/statistics/files";
import { periodNames, periodOf, quartersBetween, shifted } from "../../../lib/statistics/periods";
import type { Sheet } from "../../../lib/statistics/types";

const SHEET: Sheet = {
  title: "Statistik",
  facts: [["N", "25"]],
  notes: ["0 heißt 0 bis 4."],
  parts: [
    {
      title: "Form: [alle]",
      note: "N = 25.",
      columns: ["Angabe", "Fälle", "Vorjahr"],
      rows: [
        { name: "=HYPERLINK(1)", value: 20, share: null, before: 15 },
        { name: "Mehrere", value: 5, share: null, before: 0 },
        { name: "Zusammen", value: 25, share: null, before: 15, sum: true },
      ],
    },
  ],
};

describe("a file", () => {
  it("for spreadsheets is known as UTF-8, has semicolons, and no formula", () => {
    const csv = csvOf(SHEET);
    expect(csv.startsWith("\uFEFFStatistik\r\n")).toBe(true);
    const rows = Papa.parse<string[]>(csv.slice(1), { delimiter: ";" }).data;
    expect(rows).toContainEqual(["'=HYPERLINK(1)", "20", "15"]);
    expect(rows).toContainEqual(["0 heißt 0 bis 4."]);
  });

  it("for Excel has a sheet for each table, with numbers that are numbers and text that is text", async () => {
    const read = filesIn(await xlsxOf(SHEET, true));
    expect(read.get("xl/workbook.xml")).toContain('name="1 Form   alle"');
    const sheet = read.get("xl/worksheets/sheet2.xml");
    expect(sheet).toContain('rightToLeft="1"');
    expect(sheet).toContain("<v>20</v>");
    expect(sheet).not.toContain("<f>");
  });
});

describe("a period", () => {
  it("goes on over the turn of the year", () => {
    expect(shifted("2025-Q4", 1)).toBe("2026-Q1");
    expect(shifted("2025-Q1", -4)).toBe("2024-Q1");
    expect(quartersBetween("2025-Q3", "2026-Q1")).toEqual(["2025-Q3", "2025-Q4", "2026-Q1"]);
  });

  it("is a year or a half of one by its name", () => {
    expect(periodOf("2025-2")).toEqual({ from: "2025-Q3", to: "2025-Q4" });
    expect(periodOf("2025-3")).toBeNull();
    expect(periodNames(["2024-Q4", "2025-Q1"])).toEqual(["2025", "2025-1", "2024", "2024-2"]);
  });
});

describe("the order of rows", () => {
  it("is by size, with what says nothing more behind, and by step where there are steps", () => {
    const rows = (...names: string[]) => names.map((category, index) => ({ category, value: index * 5 }));
    const names = (sorted: { category: string }[]) => sorted.map(({ category }) => category);
    expect(names(inOrder("form", rows("crime", "direct", "several", "notStated")))).toEqual([
      "direct",
      "crime",
      "several",
      "notStated",
    ]);
    expect(names(inOrder("sessions", rows("4+", "1", "0")))).toEqual(["0", "1", "4+"]);
    expect(names(inOrder("intervention", rows("referral", "inCourt", "none")))).toEqual([
      "none",
      "inCourt",
      "referral",
    ]);
  });
});

it("gives no share of fewer than a hundred cases", () => {
  expect(shareOf(50, 95)).toBeNull();
  expect(shareOf(25, 100)).toBe(25);
});

/** What a ZIP archive holds, by name, as its central directory says. */
function filesIn(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, name, extra, note] = [20, 28, 30, 32].map((field, index) =>
      index === 0 ? zip.readUInt32LE(at + field) : zip.readUInt16LE(at + field),
    ) as [number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    const text = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    files.set(zip.toString("utf8", at + 46, at + 46 + name), text.toString("utf8"));
    at += 46 + name + extra + note;
  }
  return files;
}
