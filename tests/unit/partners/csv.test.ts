import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { guarded, unguarded, writeCsv } from "../../../lib/http/csv";
import { readCsv } from "../../../lib/partners/internal/csv";
import { dayOf, readHeader } from "../../../lib/partners/internal/import-rows";
import { decodeCsv } from "../../../lib/partners/rules";
import { MOST_ROWS } from "../../../lib/partners/schema";

const TEXT = "Organisation;Ort\nBüro für Öffentlichkeit;Köln";

const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.stringMatching(/^[=+\-@'";,\n\t ＝]{0,4}[a-z]{0,3}$/),
);

describe("a file", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`)],
    ["Windows-1252", Buffer.from(TEXT, "latin1")],
    ["UTF-8 with other ends of lines", Buffer.from(TEXT.replaceAll("\n", "\r\n"))],
    ["with commas", Buffer.from(TEXT.replaceAll(";", ","))],
  ])("is read as %s", (_what, bytes) => {
    expect(readCsv(decodeCsv(bytes))).toEqual({
      header: ["Organisation", "Ort"],
      rows: [{ line: 2, cells: ["Büro für Öffentlichkeit", "Köln"] }],
    });
  });

  it("comes back as it was written, whatever stands in it", () => {
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const filled = rows.map((cells) => [...cells, "x"]);
        const read = readCsv(writeCsv([["Organisation", "Ort"], ...filled], true));
        if (typeof read === "string") throw new Error(read);
        expect(read.rows.map(({ cells }) => cells)).toEqual(filled);
      }),
    );
  });

  it("holds no formula", () => {
    fc.assert(
      fc.property(cell, (text) => {
        const written = writeCsv([[text, "x"]], false);
        const [stored = ""] = Papa.parse<string[]>(written, { delimiter: ";" }).data[0] ?? [];
        expect(stored).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }),
    );
  });

  it.each(["=1+1", "+49 221", "-", "@a", "'=x", "''+", "＝1", "'", "it's"])(
    "guards %s and takes the guard off",
    (text) => {
      expect(unguarded(guarded(text))).toBe(text);
    },
  );

  it.each([
    ["", "fileEmpty"],
    ["Organisation;Ort\n", "fileEmpty"],
    ["\n \n", "fileEmpty"],
    [`Organisation\n${"x\n".repeat(50_000)}`, "tooManyRows"],
    [`Organisation\n${"x".repeat(1_000_001)}`, "fileTooLarge"],
    ['Organisation;Ort\n"offen;Köln', "quotesBroken"],
  ])("is refused in words that say why (%#)", (text, reason) => {
    expect(readCsv(text)).toBe(reason);
  });

  it("takes as many rows as are promised", () => {
    const read = readCsv(`Organisation\n${"x\n".repeat(MOST_ROWS)}`);
    expect(typeof read === "string" ? read : read.rows.length).toBe(MOST_ROWS);
  });

  it("is read in no time, also when it is broken in every line", () => {
    const started = performance.now();
    readCsv(`Organisation\n${'";"'.repeat(240_000)}`);
    readCsv(`${";".repeat(900_000)}\nx`);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

it("names the columns that are none, and the one that is missing", () => {
  expect(readHeader(["organisation", "PLZ", ""])).toMatchObject({ unknown: [], missing: [] });
  expect(readHeader(["Firma", "PLZ"])).toMatchObject({ unknown: ["Firma"], missing: ["Organisation"] });
});

it.each([
  ["2025-03-14", "2025-03-14"],
  ["14.3.2025", "2025-03-14"],
  ["31.02.2025", null],
  ["gestern", null],
])("reads the day %s", (typed, expected) => {
  expect(dayOf(typed)).toBe(expected);
});
