import type { Desk } from "../../auth/desk";
import { type CaseKey, openText, openTextOrNull } from "../../crypto/content";
import { type CaseRef, enquiryPlace, letterPlace, notePlace } from "../../crypto/places";
import type { EnquiryDetails } from "../../intake/types";
import { recordReadings } from "../../journal/commands";
import type { CaseLetter, CaseNote } from "../types";

/** Columns of a case that its key is opened with. */
export const KEY_COLUMNS = { id: true, keyEpoch: true, wrappedKey: true } as const;

type KeyRow = { id: string; keyEpoch: number; wrappedKey: Uint8Array };
type LetterRow = { seq: number; id: string; author: string; createdOn: Date; sealedBody: Uint8Array };

export const refOf = (desk: Desk, { id }: { id: string }): CaseRef => ({ site: desk.site, caseId: id });

/** Opens a case to somebody who reads it, which the history says from then on. */
export async function openKey(desk: Desk, row: KeyRow, now = new Date()): Promise<CaseKey> {
  const key = await openKeyForChange(desk, row);
  await recordReadings(desk, [{ id: row.id, key }], now);
  return key;
}

/** The same for what changes a case: the history then says what was done. */
export const openKeyForChange = (desk: Desk, row: KeyRow): Promise<CaseKey> =>
  desk.keys.openCaseKey(row.keyEpoch, row.id, row.wrappedKey);

export const openDetails = (key: CaseKey, ref: CaseRef, sealed: Uint8Array): EnquiryDetails =>
  JSON.parse(openText(key, enquiryPlace(ref), sealed));

/** The same, where a damaged enquiry must not hide the rest of a case. */
export function openDetailsOrNull(key: CaseKey, ref: CaseRef, sealed: Uint8Array): EnquiryDetails | null {
  const text = openTextOrNull(key, enquiryPlace(ref), sealed);
  return text === null ? null : JSON.parse(text);
}

export function openLetter(key: CaseKey, ref: CaseRef, row: LetterRow): CaseLetter {
  const author = row.author as CaseLetter["author"];
  const sealed = openTextOrNull(key, letterPlace(ref, { id: row.id, author, seq: row.seq }), row.sealedBody);
  const { text, details }: { text: string | null; details?: EnquiryDetails } =
    sealed === null ? { text: null } : JSON.parse(sealed);
  return { seq: row.seq, author, day: row.createdOn, text, details };
}

export function openNote(key: CaseKey, ref: CaseRef, row: { id: string; sealedBody: Uint8Array }): CaseNote {
  const sealed = openTextOrNull(key, notePlace(ref, row.id), row.sealedBody);
  return { id: row.id, ...(sealed === null ? { account: "", at: "", text: null } : JSON.parse(sealed)) };
}
