import Papa from "papaparse";
import { MOST_BYTES, MOST_ROWS } from "../schema";

const MOST_COLUMNS = 200;

export type Table = { header: string[]; rows: { line: number; cells: string[] }[] };

export type CsvRefusal = "fileEmpty" | "fileTooLarge" | "tooManyRows" | "quotesBroken";

/** The cells of a text, whichever of `;` and `,` divides them, without what guards them against being formulas. */
export function readCsv(text: string): Table | CsvRefusal {
  if (Buffer.byteLength(text) > MOST_BYTES) return "fileTooLarge";
  const body = text.replace(/^\uFEFF/, "");
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: delimiterOf(body),
    preview: MOST_ROWS + 3, // the header, and the empty line at the end
  });
  if (errors.some(({ type }) => type === "Quotes")) return "quotesBroken";
  const lines = data.map((cells, index) => ({
    line: index + 1,
    cells: cells.slice(0, MOST_COLUMNS).map(unguarded),
  }));
  const [header, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (!header || rows.length === 0) return "fileEmpty";
  if (rows.length > MOST_ROWS || data.length > MOST_ROWS + 2) return "tooManyRows";
  return { header: header.cells.map((cell) => cell.trim()), rows };
}

/** By the first line, which has the names of the columns, and those have neither in them. */
function delimiterOf(text: string): ";" | "," {
  const first = /^\s*[^\n]*/.exec(text)?.[0] ?? "";
  return first.split(";").length >= first.split(",").length ? ";" : ",";
}

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
