import { type CaseKey, openTextOrNull, sealText } from "../../crypto/content";
import { type CaseRef, followUpPlace } from "../../crypto/places";
import type { FollowUp, FollowUpKind } from "../types";

/** What is sealed of a follow-up. */
export type FollowUpBody = {
  text: string;
  kind: FollowUpKind;
  deadline?: string | undefined;
  account: string;
  /** An ISO instant. */
  at: string;
};

export type FollowUpRow = {
  id: string;
  caseId: string;
  dueOn: Date;
  doneOn: Date | null;
  assigneeId: string | null;
  version: number;
  sealedBody: Uint8Array;
};

export const sealBody = (key: CaseKey, ref: CaseRef, id: string, version: number, body: FollowUpBody) =>
  sealText(key, followUpPlace(ref, id, version), JSON.stringify(body));

export function openBody(key: CaseKey, ref: CaseRef, row: FollowUpRow): FollowUpBody | null {
  const sealed = openTextOrNull(key, followUpPlace(ref, row.id, row.version), row.sealedBody);
  return sealed === null ? null : JSON.parse(sealed);
}

/** @param key null where the case itself cannot be opened */
export function openFollowUp(key: CaseKey | null, ref: CaseRef, row: FollowUpRow): FollowUp {
  const { sealedBody, ...clear } = row;
  const body = key && openBody(key, ref, row);
  if (!body) return { ...clear, kind: "followUp", text: null, account: "" };
  const { text, kind, deadline, account } = body;
  return { ...clear, kind, text, deadline, account };
}
