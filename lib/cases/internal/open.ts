import type { Desk } from "../../auth/desk";
import { type CaseKey, openText, sealText } from "../../crypto/content";
import { type CaseRef, enquiryPlace, eventPlace, letterPlace, notePlace } from "../../crypto/places";
import type { EnquiryDetails, LetterBody } from "../../intake/types";
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
  const place = letterPlace(ref, { id: row.id, author, seq: row.seq });
  const { text, details }: LetterBody = JSON.parse(openText(key, place, row.sealedBody));
  return { seq: row.seq, author, day: row.createdOn, text, details };
}

export function openNote(key: CaseKey, ref: CaseRef, row: { id: string; sealedBody: Uint8Array }): CaseNote {
  const body: Omit<CaseNote, "id"> = JSON.parse(openText(key, notePlace(ref, row.id), row.sealedBody));
  return { id: row.id, ...body };
}

export function openEvent(
  key: CaseKey,
  ref: CaseRef,
  row: { seq: number; sealedDetail: Uint8Array },
): CaseEvent {
  return { seq: row.seq, ...JSON.parse(openText(key, eventPlace(ref, row.seq), row.sealedDetail)) };
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
