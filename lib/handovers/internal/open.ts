import type { Desk } from "../../auth/desk";
import { openDetailsOrNull } from "../../cases/queries";
import { AppError } from "../../errors";
import { berlinDay } from "../../time/rules";
import type { Handover } from "../types";

/** The columns that the receiving site may read; which case of the other it came from is not among them. */
export const COLUMNS = {
  id: true,
  fromSite: true,
  offeredOn: true,
  expiresOn: true,
  language: true,
  keyEpoch: true,
  wrappedKey: true,
  sealedEnquiry: true,
  lookupId: true,
  mailboxKey: true,
} as const;

/** What may be read on a day: whoever agreed to it said until when. */
export const agreedOn = (now: Date) => ({ expiresOn: { gte: new Date(berlinDay(now)) } });

export type HandoverRow = {
  id: string;
  fromSite: string;
  offeredOn: Date | null;
  expiresOn: Date;
  language: string;
  keyEpoch: number;
  wrappedKey: Uint8Array<ArrayBuffer>;
  sealedEnquiry: Uint8Array<ArrayBuffer>;
  lookupId: Uint8Array<ArrayBuffer> | null;
  mailboxKey: Uint8Array<ArrayBuffer> | null;
};

/** What is offered, opened; one that was sealed for somebody else shows nothing and hides no other. */
export async function openRow(desk: Desk, row: HandoverRow): Promise<Handover> {
  return {
    id: row.id,
    fromSite: row.fromSite,
    offeredOn: row.offeredOn ?? new Date(0),
    expiresOn: row.expiresOn,
    language: row.language,
    hasMailbox: row.lookupId !== null,
    details: await detailsOf(desk, row),
  };
}

async function detailsOf(desk: Desk, { id, keyEpoch, wrappedKey, sealedEnquiry }: HandoverRow) {
  try {
    const key = await desk.keys.openCaseKey(keyEpoch, id, wrappedKey);
    return openDetailsOrNull(key, { site: desk.site, caseId: id }, sealedEnquiry);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
