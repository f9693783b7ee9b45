import type { Desk } from "../../auth/desk";
import { type CaseKey, openText, openTextOrNull, sealText } from "../../crypto/content";
import { type CaseRef, enquiryPlace, eventPlace, letterPlace, notePlace } from "../../crypto/places";
import type { EnquiryDetails } from "../../intake/types";
import type { CaseAction, CaseEvent, CaseLetter, CaseNote } from "../types";

/** Columns of a case that its key is opened with. */
export const KEY_COLUMNS = { id: true, keyEpoch: true, wrappedKey: true } as const;

type KeyRow = { id: string; keyEpoch: number; wrappedKey: Uint8Array };
type LetterRow = { seq: number; id: string; author: string; createdOn: Date; sealedBody: Uint8Array };

export const refOf = (desk: Desk, { id }: { id: string }): CaseRef => ({ site: desk.site, caseId: id });

export const openKey = (desk: Desk, row: KeyRow): Promise<CaseKey> =>
  desk.keys.openCaseKey(row.keyEpoch, row.id, row.wrappedKey);

export const openDetails = (key: CaseKey, ref: CaseRef, sealed: Uint8Array): EnquiryDetails =>
  JSON.parse(openText(key, enquiryPlace(ref), sealed));

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

export function openEvent(
  key: CaseKey,
  ref: CaseRef,
  row: { seq: number; sealedDetail: Uint8Array },
): CaseEvent {
  const sealed = openTextOrNull(key, eventPlace(ref, row.seq), row.sealedDetail);
  return {
    seq: row.seq,
    ...(sealed === null ? { action: "unreadable", account: "", at: "" } : JSON.parse(sealed)),
  };
}

/** A row of the history: who did what when, sealed for its number. */
export function sealEvent(
  desk: Desk,
  key: CaseKey,
  caseId: string,
  seq: number,
  action: CaseAction,
  now: Date,
) {
  const detail = JSON.stringify({ ...action, account: desk.account, at: now.toISOString() });
  const sealedDetail = sealText(key, eventPlace({ site: desk.site, caseId }, seq), detail);
  return { siteId: desk.site, caseId, seq, sealedDetail };
}
