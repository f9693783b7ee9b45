import type { z } from "zod";
import { fieldOf, nested } from "../../http/nested";
import { type FormValues, NO_OFFER, NO_PARTNER, offerForm, partnerForm } from "../partner-form";
import { offerSchema, partnerIdSchema, partnerSchema } from "../schema";
import type { ImportError, OfferFacts, PartnerFacts } from "../types";
import { COLUMNS, type Column, type KnownCodes } from "./columns";

/** The columns of a file in its order. */
export type Header = (Column | undefined)[];

/** @returns the names that are no columns; a file without the name of an organisation is of another kind */
export function readHeader(names: readonly string[]): {
  header: Header;
  unknown: string[];
  missing: string[];
} {
  const header = names.map((name) =>
    COLUMNS.find((column) => column.header.toLowerCase() === name.toLowerCase()),
  );
  const unknown = names.filter((name, index) => name !== "" && !header[index]);
  const missing = header.some((column) => column?.of === "partner" && column.field === "name")
    ? []
    : ["Organisation"];
  return { header, unknown, missing };
}

export type Cells = { partner: Record<string, string>; offer: Record<string, string> };

/** The cells of a row by field; only those that the file has a column for. */
export function cellsByField(header: Header, cells: readonly string[]): Cells {
  const row: Cells = { partner: {}, offer: {} };
  for (const [index, column] of header.entries()) {
    if (column) row[column.of][column.field] = (cells[index] ?? "").trim();
  }
  return row;
}

type Read<Facts> = { facts: Facts } | { errors: ImportError[] };

/** What a row says over what is known of a partner; what the file has no column for stays. */
export function partnerFrom(
  line: number,
  cells: Record<string, string>,
  known: PartnerFacts | null,
  today: string,
): Read<PartnerFacts> & { checkedOn?: string | null } {
  const values = overlaid("partner", partnerForm(known ?? NO_PARTNER), cells);
  const checkedOn = cells.checkedOn ? dayOf(cells.checkedOn) : undefined;
  const errors =
    checkedOn === null || (checkedOn ?? "") > today
      ? [errorAt(line, "partner", "checkedOn", "dateInvalid")]
      : [];
  const result = checked(line, "partner", partnerSchema.safeParse(nested(values)), errors);
  return checkedOn ? { ...result, checkedOn } : result;
}

export function offerFrom(
  line: number,
  cells: Record<string, string>,
  known: OfferFacts | null,
  codes: KnownCodes,
): Read<OfferFacts> {
  const { ticked, errors } = tickedIn(line, cells, codes);
  const values = {
    ...overlaid("offer", offerForm(known ?? NO_OFFER), { ...cells, ...ticked.single }),
    ...ticked.lists,
  };
  const all = (field: string) => [...new Set(codes.get(field)?.values())];
  const schema = offerSchema({ help: all("help"), lifeArea: all("lifeAreas"), ground: all("grounds") });
  return checked(line, "offer", schema.safeParse(nested(values)), errors);
}

/** Form values with the cells over them. */
function overlaid(of: Column["of"], known: FormValues, cells: Record<string, string>): FormValues {
  const values = { ...known };
  for (const { field, holds, of: owner } of COLUMNS) {
    const cell = cells[field];
    if (owner !== of || cell === undefined || holds === "id" || holds === "day") continue;
    if (holds === "codes") {
      for (const name of Object.keys(values)) if (name.startsWith(`${field}.`)) delete values[name];
    } else if (holds === "yes") values[field] = /^(ja|yes|x|1)$/i.test(cell) ? "yes" : "";
    else if (holds === "several") values[field] = cell.replaceAll("|", "\n");
    else values[field] = cell;
  }
  return values;
}

type Ticked = { lists: FormValues; single: FormValues };

/** The codes that cells name, by code or by word. */
function tickedIn(line: number, cells: Record<string, string>, codes: KnownCodes) {
  const ticked: Ticked = { lists: {}, single: {} };
  const errors: ImportError[] = [];
  for (const { of, field, holds } of COLUMNS) {
    const cell = cells[field];
    if (of !== "offer" || !cell || (holds !== "codes" && holds !== "code")) continue;
    // A word of the vocabulary may have a comma in it, so the whole cell is tried first.
    const known = codes.get(field);
    const parts = known?.has(cell.toLowerCase()) ? [cell] : cell.split(/[,;|\n]/);
    for (const part of parts.map((each) => each.trim()).filter(Boolean)) {
      const code = known?.get(part.toLowerCase());
      if (!code) errors.push(errorAt(line, of, field, "codeUnknown", part));
      else if (holds === "code") ticked.single[field] = code;
      else ticked.lists[`${field}.${code}`] = "yes";
    }
  }
  return { ticked, errors };
}

function checked<Facts>(
  line: number,
  of: Column["of"],
  result: z.ZodSafeParseResult<Facts>,
  errors: ImportError[],
): Read<Facts> {
  const issues = result.success
    ? []
    : result.error.issues.map(({ path, message }) =>
        errorAt(line, of, fieldOf(path).split(".")[0] ?? "", message),
      );
  const all = [...errors, ...issues];
  return all.length === 0 && result.success ? { facts: result.data } : { errors: all };
}

const errorAt = (line: number, of: Column["of"], field: string, code: string, value = ""): ImportError => ({
  line,
  column: COLUMNS.find((column) => column.of === of && column.field === field)?.header ?? field,
  code,
  value: value.slice(0, 60),
});

/** A day as `2025-03-14` or `14.03.2025`; null for what is none. */
export function dayOf(typed: string): string | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed);
  const [, day = "", month = "", year = ""] = german ?? [];
  const iso = german ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : typed;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}

/** Whether what stands in a column of ids is one, or nothing. */
export const isId = (text: string | undefined): boolean => !text || partnerIdSchema.safeParse(text).success;

export const idError = (line: number, of: Column["of"]): ImportError => errorAt(line, of, "id", "idInvalid");
export const contradiction = (line: number): ImportError => errorAt(line, "partner", "name", "contradiction");
