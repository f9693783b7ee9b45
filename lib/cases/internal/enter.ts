import type { Desk } from "../../auth/desk";
import { type CaseKey, newCaseKey, openText, sealText } from "../../crypto/content";
import { enquiryPlace, enteredCaseId } from "../../crypto/places";
import { deriveReceiptKeys, type Receipt, receiptFor, wrapForReceipt } from "../../crypto/receipt";
import { isUniqueViolation } from "../../db/errors";
import { CONSENT_VERSION, kindOf } from "../../intake/rules";
import type { EnquiryDetails } from "../../intake/types";
import { recordAction, witness } from "../../journal/commands";
import { berlinDay } from "../../time/rules";
import type { EnterCase } from "../schema";
import type { Tx } from "./change";
import { KEY_COLUMNS, openKeyForChange, refOf } from "./open";

/** What a new case is stored together with. */
export type AlsoStored = (tx: Tx, entered: { id: string; key: CaseKey }) => Promise<void>;

export type EnterCaseResult = { caseId: string; receipt: Receipt };

/** `differs` says that the form was there before, with other content. */
type Entry = EnterCaseResult & { differs: boolean };

/** Stores a case entered by hand with its own receipt, once. */
export async function insertEntry(
  desk: Desk,
  input: EnterCase,
  locale: string,
  now: Date,
  also: AlsoStored,
): Promise<Entry> {
  const receipt = receiptFor(input.nonce, desk.site);
  const caseId = enteredCaseId(input.nonce, desk.site);
  const details = JSON.stringify(detailsOf(input, locale));
  const entry = async (): Promise<Entry | null> => {
    const stored = await storedDetails(desk, caseId);
    return stored === null ? null : { caseId, receipt, differs: stored !== details };
  };
  const known = await entry();
  if (known) return known;

  const key = newCaseKey();
  const ref = { site: desk.site, caseId };
  const keys = await deriveReceiptKeys(receipt);
  const day = new Date(berlinDay(now));
  const caseFile = {
    siteId: desk.site,
    id: caseId,
    kind: kindOf(input),
    language: input.language,
    channel: input.channel ?? "unknown",
    createdOn: day,
    waitingSince: day,
    unread: false,
    version: 1,
    keyEpoch: desk.keys.epoch,
    wrappedKey: await desk.keys.sealCaseKey(caseId, key),
    sealedEnquiry: sealText(key, enquiryPlace(ref), details),
  };
  const mailbox = {
    siteId: desk.site,
    caseId,
    lookupId: keys.lookupId,
    wrappedKey: wrapForReceipt(keys, ref, key),
  };
  const inserting = desk.db.$transaction(async (tx) => {
    const { nextCaseNumber } = await tx.siteCounter.update({
      where: { siteId: desk.site },
      data: { nextCaseNumber: { increment: 1 } },
    });
    await tx.caseFile.createMany({ data: [{ ...caseFile, number: nextCaseNumber - 1 }] });
    await tx.mailboxKey.createMany({ data: [mailbox] });
    await also(tx, { id: caseId, key });
    return recordAction(tx, desk, { id: caseId, key }, { action: "entered" }, now);
  });
  try {
    witness(await inserting);
  } catch (error) {
    // The same form came twice at the same moment, and the other one was first.
    const first = isUniqueViolation(error) && (await entry());
    if (first) return first;
    throw error;
  }
  return { caseId, receipt, differs: false };
}

/** The details of a case as they were sealed, or null when there is no such case. */
async function storedDetails(desk: Desk, caseId: string): Promise<string | null> {
  const row = await desk.db.caseFile.findFirst({
    where: { id: caseId },
    select: { ...KEY_COLUMNS, sealedEnquiry: true },
  });
  if (!row) return null;
  return openText(await openKeyForChange(desk, row), enquiryPlace(refOf(desk, row)), row.sealedEnquiry);
}

function detailsOf(input: EnterCase, language: string): EnquiryDetails {
  const said = (value: string) => value || undefined;
  return {
    wish: input.wish,
    relation: input.relation,
    anonymous: false,
    name: said(input.name),
    phone: said(input.phone),
    email: said(input.email),
    safeContact: said(input.safeContact),
    postalCode: said(input.postalCode),
    setting: said(input.setting),
    told: input.message,
    consent: { given: input.consent === "yes", version: CONSENT_VERSION, language },
  };
}
