import type { Desk } from "../auth/desk";
import { openKey } from "../cases/queries";
import type { CaseSummary } from "../cases/types";
import type { CaseKey } from "../crypto/content";
import type { CaseRef } from "../crypto/places";
import { AppError } from "../errors";
import { type EntryRow, openEntry } from "./internal/entry";
import { recordOf } from "./internal/sorted";
import type { CaseRecord } from "./types";

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
  return { caseFile, ...recordOf(entries) };
}

/** What is documented in a case of which somebody has the rows and the key at hand. */
export const recordIn = (
  key: CaseKey,
  ref: CaseRef,
  entries: readonly EntryRow[],
): Omit<CaseRecord, "caseFile"> =>
  recordOf(
    entries.map(({ id, version, sealedBody }) => ({
      id,
      version,
      body: openEntry(key, ref, { id, version, sealedBody }),
    })),
  );
