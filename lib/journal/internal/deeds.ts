import { type CaseKey, openTextOrNull } from "../../crypto/content";
import { consentPlace } from "../../crypto/places";
import { sql } from "../../db/client";
import { isoDay } from "../../time/day";
import type { NewEntry, OpenedCase } from "./entry";

/** What asks the database: a transaction, or the desk itself. */
type Asking = {
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): Promise<T>;
};

type DeedRow = {
  case_id: string;
  day: Date;
  letter: number | null;
  consent: string | null;
  part: "decision" | "revocation" | null;
  declined: boolean | null;
  sealed_request: Uint8Array | null;
  sealed: Uint8Array | null;
};

/** Which decisions of a person, of a consent `c`, the history does not know yet. */
export const DECIDED = sql`c.decided_by = 'person' AND NOT EXISTS (SELECT FROM journal_entry j
  WHERE j.site_id = c.site_id AND j.case_id = c.case_id AND j.consent_id = c.id AND j.consent_part = 'decision')`;
export const REVOKED = sql`c.revoked_by = 'person' AND NOT EXISTS (SELECT FROM journal_entry j
  WHERE j.site_id = c.site_id AND j.case_id = c.case_id AND j.consent_id = c.id AND j.consent_part = 'revocation')`;

/**
 * What people did themselves in these cases and the history does not know: letters that they wrote, and what they
 * decided in the mailbox. The mailbox has no way to the chain, so whoever at the site comes next brings it in.
 */
export const unknownDeeds = (db: Asking, caseIds: readonly string[]): Promise<DeedRow[]> =>
  db.$queryRaw<DeedRow[]>`
    SELECT m.case_id, m.created_on AS day, m.seq AS letter, NULL::uuid AS consent, NULL AS part, NULL AS declined,
        NULL::bytea AS sealed_request, NULL::bytea AS sealed
      FROM message m
      WHERE m.case_id = ANY (${caseIds}::uuid[]) AND m.author = 'person' AND NOT EXISTS (SELECT FROM journal_entry j
        WHERE j.site_id = m.site_id AND j.case_id = m.case_id AND j.letter = m.seq)
    UNION ALL
    SELECT c.case_id, c.decided_on, NULL, c.id, 'decision', c.status = 'declined', c.sealed_request, c.sealed_decision
      FROM consent c WHERE c.case_id = ANY (${caseIds}::uuid[]) AND ${DECIDED}
    UNION ALL
    SELECT c.case_id, c.revoked_on, NULL, c.id, 'revocation', NULL, NULL, c.sealed_revocation
      FROM consent c WHERE c.case_id = ANY (${caseIds}::uuid[]) AND ${REVOKED}`;

/** The same as entries, in the order in which it was done as far as anybody knows that. */
export async function entriesOfDeeds(
  db: Asking,
  site: string,
  cases: readonly OpenedCase[],
): Promise<NewEntry[]> {
  const keys = new Map(cases.map(({ id, key }) => [id, key]));
  const rows = await unknownDeeds(db, [...keys.keys()]);
  const deeds = rows.flatMap((row) => {
    const key = keys.get(row.case_id);
    return key ? [row.part === null ? letterDeed(key, row) : decisionDeed(key, site, row)] : [];
  });
  return deeds.toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(({ entry }) => entry);
}

type Deed = { order: string; entry: NewEntry };

/** When a letter came is known by the day only; who wrote it has no account. */
function letterDeed(key: CaseKey, row: DeedRow): Deed {
  const letter = row.letter ?? 0;
  return {
    order: `${isoDay(row.day)} 1 ${String(letter).padStart(9, "0")}`,
    entry: { caseId: row.case_id, key, letter, detail: detailOf({ action: "personWrote" }, row) },
  };
}

type Sealed = { at?: string; fields?: string[] | { field: string }[] };

/** What was decided, the moment of which is sealed with it: it orders what happened on one day, and stays sealed. */
function decisionDeed(key: CaseKey, site: string, row: DeedRow): Deed {
  const { case_id: caseId, consent, part, sealed, sealed_request: request } = row;
  const open = (
    of: "request" | "decision" | "revocation",
    author: "site" | "person",
    bytes: Uint8Array | null,
  ) => {
    const text =
      bytes && openTextOrNull(key, consentPlace({ site, caseId }, consent ?? "", of, author), bytes);
    return text ? (JSON.parse(text) as Sealed) : {};
  };
  const written = open(part ?? "decision", "person", sealed);
  const asked = open("request", "site", request);
  return {
    order: `${isoDay(row.day)} 2 ${written.at ?? ""}`,
    entry: {
      caseId,
      key,
      decision: { id: consent ?? "", part: part ?? "decision" },
      // What does not open as the person's own words is never said to be theirs.
      detail: detailOf(written.at ? saidBy(row, struckOut(asked, written)) : { action: "unreadable" }, row),
    },
  };
}

function saidBy({ part, declined }: DeedRow, struck: string[]) {
  if (part === "revocation") return { action: "personRevoked" };
  return declined ? { action: "personDeclined" } : { action: "personAgreed", struck };
}

/** Which kinds of things somebody struck out, never what they say. */
function struckOut(asked: Sealed, written: Sealed): string[] {
  const left = new Set((written.fields ?? []) as string[]);
  return ((asked.fields ?? []) as { field: string }[])
    .map(({ field }) => field)
    .filter((field) => !left.has(field));
}

const detailOf = (action: { action: string }, row: DeedRow): string =>
  JSON.stringify({ ...action, account: "", at: isoDay(row.day) });
