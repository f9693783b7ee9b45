import { type CaseKey, openTextOrNull, sealText } from "../../crypto/content";
import { type CaseRef, documentPlace } from "../../crypto/places";
import type { CaseDocument } from "../types";

/** What is sealed of a letter. */
export type DocumentBody = { title: string; text: string; account: string; at: string };

export type DocumentRow = { id: string; version: number; createdOn: Date; sealedBody: Uint8Array };

export const sealDocument = (
  key: CaseKey,
  ref: CaseRef,
  { id, version }: { id: string; version: number },
  body: DocumentBody,
): Uint8Array<ArrayBuffer> => sealText(key, documentPlace(ref, id, version), JSON.stringify(body));

export function openDocument(key: CaseKey, ref: CaseRef, row: DocumentRow): CaseDocument {
  const { id, version, createdOn, sealedBody } = row;
  const body = openTextOrNull(key, documentPlace(ref, id, version), sealedBody);
  const opened = body === null ? { title: "", text: null, account: "", at: "" } : JSON.parse(body);
  return { id, version, createdOn, ...opened };
}
