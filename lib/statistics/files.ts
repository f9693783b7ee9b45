import writeXlsxFile, { type Row } from "write-excel-file/node";
import { writeCsv } from "../http/csv";
import type { Sheet, SheetPart, SheetRow } from "./types";

/** For spreadsheets of any kind: what has to be known stands above the tables, each table after an empty line. */
export function csvOf({ title, facts, notes, parts }: Sheet): string {
  const above = [[title], ...facts.map(([label, text]) => [label, text]), ...notes.map((note) => [note])];
  const tables = parts.flatMap(({ title: name, note, columns, rows }) => [
    [],
    [name],
    [note],
    [...columns],
    ...rows.map((row) => valuesOf(row, columns).map((value) => (value === null ? "" : String(value)))),
  ]);
  return writeCsv([...above, ...tables], true);
}

type Value = string | number | null;

/** As many values as there are columns. */
const valuesOf = ({ name, value, share, before }: SheetRow, columns: readonly string[]): Value[] =>
  [name, value, before, share].slice(0, columns.length);

const BOLD = { fontWeight: "bold" } as const;
const WIDTHS = [{ width: 52 }, { width: 12 }, { width: 12 }, { width: 12 }];

/** One workbook: a sheet that says what it is about, and one for each table. */
export async function xlsxOf(sheet: Sheet, rightToLeft: boolean): Promise<Buffer> {
  const common = { rightToLeft, columns: WIDTHS };
  const sheets = [
    { ...common, sheet: tabName(sheet.title, 0), data: aboutOf(sheet) },
    ...sheet.parts.map((part, index) => ({
      ...common,
      sheet: tabName(part.title, index + 1),
      data: tableOf(part),
    })),
  ];
  return writeXlsxFile(sheets).toBuffer();
}

/** Spreadsheets take 31 characters, none of these, and no name twice. */
const tabName = (title: string, index: number): string =>
  `${index ? `${index} ` : ""}${title.replace(/[\\/?*[\]:]/g, " ")}`.slice(0, 31).trim();

const aboutOf = ({ title, facts, notes }: Sheet): Row[] => [
  [{ value: title, ...BOLD }],
  ...facts.map(([label, text]): Row => [{ value: label }, { value: text }]),
  ...notes.map((note): Row => [{ value: note, wrap: true }]),
];

const tableOf = ({ title, note, columns, rows }: SheetPart): Row[] => [
  [{ value: title, ...BOLD }],
  [{ value: note, wrap: true }],
  columns.map((column) => ({ value: column, ...BOLD })),
  ...rows.map(
    (row): Row =>
      valuesOf(row, columns).map((value) => (value === null ? null : { value, ...(row.sum && BOLD) })),
  ),
];
