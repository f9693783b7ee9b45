import type { Desk } from "../../auth/desk";
import { changedFields, seenOf } from "../../settings/rules";
import { berlinDay } from "../../time/rules";
import { listVocabulary } from "../../vocabulary/queries";
import type { ImportFile, ImportRefusal, PlannedChange } from "../types";
import { knownCodes } from "./columns";
import { readCsv } from "./csv";
import { type Cells, cellsByField, isId, readHeader } from "./import-rows";
import { type Known, type Plan, Planner } from "./planner";
import { offerOf, partnerOf } from "./rows";

/**
 * What a file would change, row by row. Nothing is stored. New ids derive from the form's nonce, so that the same form
 * sent twice adds each partner once.
 */
export async function planImport(
  desk: Desk,
  { text, nonce }: ImportFile,
  now: Date,
): Promise<Plan | ImportRefusal> {
  const table = readCsv(text);
  if (typeof table === "string") return { reason: table };
  const { header, unknown, missing } = readHeader(table.header);
  if (unknown.length + missing.length > 0)
    return { reason: "columnsUnknown", unknown: unknown.slice(0, 10), missing };
  const rows = table.rows.map(({ line, cells }) => ({ line, cells: cellsByField(header, cells) }));
  const [values, known] = await Promise.all([
    listVocabulary(desk.db),
    readKnown(
      desk,
      rows.map(({ cells }) => cells),
    ),
  ]);
  const planner = new Planner(known, knownCodes(values), nonce, berlinDay(now));
  for (const { line, cells } of rows) planner.add(line, cells);
  return { rows: rows.length, ...planner.result() };
}

/** The partners that a file may mean: by id, or by exactly this name. */
async function readKnown({ db }: Desk, rows: readonly Cells[]): Promise<Known[]> {
  const ids = rows.flatMap(({ partner: { id } }) => (id && isId(id) ? [id.toLowerCase()] : []));
  const names = rows.flatMap(({ partner: { name } }) => name ?? []);
  const found = await db.partner.findMany({
    where: { OR: [{ id: { in: [...new Set(ids)] } }, { name: { in: [...new Set(names)] } }] },
    include: { offers: true },
  });
  return found.map(({ offers, ...row }) => ({ ...partnerOf(row), offers: offers.map(offerOf) }));
}

/** The changes of a plan, in the order of the file. */
export const changesOf = ({ partners, offers }: Plan): PlannedChange[] =>
  [
    ...partners.map(({ line, before, facts, checkedOn, wasCheckedOn }): PlannedChange => {
      const shown = { ...facts, ...(checkedOn ? { checkedOn } : {}) };
      return {
        kind: "partner",
        line,
        name: facts.name,
        ...sides(before && { ...before, checkedOn: wasCheckedOn }, shown),
      };
    }),
    ...offers.map(
      ({ line, before, facts }): PlannedChange => ({
        kind: "offer",
        line,
        name: facts.title,
        ...sides(before, facts),
      }),
    ),
  ].toSorted((a, b) => a.line - b.line);

function sides(before: Record<string, unknown> | null, after: Record<string, unknown>) {
  return before ? changedFields(before, after) : { before: null, after };
}

/** What whoever confirms an import has seen. */
export const planSeen = ({ partners, offers, errors }: Plan): string =>
  seenOf([
    partners.map(({ known: _known, ...partner }) => partner),
    offers,
    errors.map(({ line, code }) => [line, code]),
  ]);
