import Papa from "papaparse";
import { unguarded } from "../../http/csv";
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
