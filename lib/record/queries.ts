import type { Desk } from "../auth/desk";
import { openKey } from "../cases/queries";
import type { CaseSummary } from "../cases/types";
import { AppError } from "../errors";
import { type EntryBody, openEntry } from "./internal/entry";
import { EMPTY_PARTS, wholePart } from "./rules";
import type { CaseRecord, CounsellingSession, Entry, Intervention, Part, RecordPart } from "./types";

type Row = CaseSummary & {
  keyEpoch: number;
  wrappedKey: Uint8Array;
  entryId: string | null;
  entryVersion: number;
  sealedBody: Uint8Array;
};

/**
 * Everything documented about a case. One question to the database, however many entries there are.
 *
 * @throws AppError `notFound`, also when the case belongs to another site
 */
export async function readRecord(desk: Desk, caseId: string): Promise<CaseRecord> {
  const rows = await desk.db.$queryRaw<Row[]>`
    SELECT c.id, c.number, c.kind, c.status, c.language, c.channel, c.assignee_id AS "assigneeId",
        c.created_on AS "createdOn", c.waiting_since AS "waitingSince", c.follow_up_on AS "followUpOn", c.unread,
        c.version, c.key_epoch AS "keyEpoch", c.wrapped_key AS "wrappedKey",
        e.id AS "entryId", e.version AS "entryVersion", e.sealed_body AS "sealedBody"
      FROM case_file c LEFT JOIN case_entry e ON e.site_id = c.site_id AND e.case_id = c.id
      WHERE c.site_id = ${desk.site} AND c.id = ${caseId}::uuid`;
  const [first] = rows;
  if (!first) throw new AppError("notFound");

  const {
    keyEpoch,
    wrappedKey,
    entryId: _id,
    entryVersion: _version,
    sealedBody: _body,
    ...caseFile
  } = first;
  const key = await openKey(desk, { id: caseFile.id, keyEpoch, wrappedKey });
  const ref = { site: desk.site, caseId: caseFile.id };
  const entries = rows.flatMap(({ entryId: id, entryVersion: version, sealedBody }) =>
    id === null ? [] : [{ id, version, body: openEntry(key, ref, { id, version, sealedBody }) }],
  );
  return { caseFile, ...sorted(entries) };
}

type Opened = { id: string; version: number; body: EntryBody | null };

/** The entries by what they are. */
function sorted(entries: Opened[]): Omit<CaseRecord, "caseFile"> {
  const parts: Partial<Record<RecordPart, Part>> = {};
  for (const part of Object.keys(EMPTY_PARTS) as RecordPart[]) {
    parts[part] = { values: wholePart(part, {}), version: 0, written: null };
  }
  const sessions: CounsellingSession[] = [];
  const interventions: Intervention[] = [];
  const outcomes: CaseRecord["outcomes"] = [];
  for (const { id, version, body } of entries) {
    if (!body) continue;
    const { account, at } = body;
    const written = { account, at };
    if (body.kind === "part")
      parts[body.part] = { values: wholePart(body.part, body.values), version, written };
    else if (body.kind === "session") sessions.push(entryOf({ id, version, written }, body));
    else if (body.kind === "intervention") interventions.push(entryOf({ id, version, written }, body));
    else outcomes.push({ id, outcomes: body.outcomes, reason: body.reason, written });
  }
  return {
    parts: parts as CaseRecord["parts"],
    sessions: sessions.toSorted(newestFirst),
    interventions: interventions.toSorted(newestFirst),
    outcomes: outcomes.toSorted((a, b) => b.written.at.localeCompare(a.written.at)),
    unreadable: entries.filter(({ body }) => !body).length,
  };
}

const entryOf = <Values>(
  entry: Pick<Entry<Values>, "id" | "version" | "written">,
  { values, changed, removed }: Pick<Entry<Values>, "values" | "changed" | "removed">,
): Entry<Values> => ({ ...entry, values, changed, removed });

/** By the day that something happened, and on one day by when it was entered. */
const newestFirst = (a: Entry<{ day: string }>, b: Entry<{ day: string }>): number =>
  b.values.day.localeCompare(a.values.day) || b.written.at.localeCompare(a.written.at);
