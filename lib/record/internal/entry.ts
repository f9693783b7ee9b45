import type { Desk } from "../../auth/desk";
import { type CaseKey, openTextOrNull, sealText } from "../../crypto/content";
import { type CaseRef, caseEntryIdFor, caseEntryPlace } from "../../crypto/places";
import type { CountingLink } from "../../statistics/types";
import type { InterventionValues, PartValues, RecordPart, SessionValues, Written } from "../types";

/** What is sealed in a row. Nothing outside the seal says which of these it is. */
export type EntryBody = Written &
  (
    | { kind: "part"; part: RecordPart; values: PartValues[RecordPart] }
    | ({ kind: "session"; values: SessionValues } & Later)
    | ({ kind: "intervention"; values: InterventionValues } & Later)
    | { kind: "outcome"; outcomes: string[]; reason: string }
    | CountingLink
  );

type Later = { changed?: Written | undefined; removed?: Written | undefined };

export type EntryRow = { id: string; version: number; sealedBody: Uint8Array };

/** A part is one row, however often it is saved. */
export const partId = (key: CaseKey, part: RecordPart): string => caseEntryIdFor(key, `part/${part}`);

export const writtenBy = (desk: Desk, now: Date): Written => ({
  account: desk.account,
  at: now.toISOString(),
});

export const sealEntry = (
  key: CaseKey,
  ref: CaseRef,
  entry: { id: string; version: number },
  body: EntryBody,
): Uint8Array<ArrayBuffer> => sealText(key, caseEntryPlace(ref, entry), JSON.stringify(body));

/** @returns null where it cannot be opened: one damaged row must not close the others */
export function openEntry(key: CaseKey, ref: CaseRef, row: EntryRow): EntryBody | null {
  const sealed = openTextOrNull(key, caseEntryPlace(ref, row), row.sealedBody);
  return sealed === null ? null : JSON.parse(sealed);
}
