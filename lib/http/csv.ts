import Papa from "papaparse";

/** A text with a mark at its beginning, by which spreadsheets know UTF-8. */
export const writeCsv = (lines: readonly string[][], first: boolean): string =>
  `${first ? "\uFEFF" : ""}${Papa.unparse(
    lines.map((cells) => cells.map(guarded)),
    { delimiter: ";", newline: "\r\n" },
  )}\r\n`;

/**
 * What a spreadsheet would take for a formula, in the forms of East Asian keyboards as well. An apostrophe before it
 * makes it text; what begins so with one already gets another, so that reading takes off what writing put on.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/u;

export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
