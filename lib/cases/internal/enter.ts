import type { Desk } from "../../auth/desk";
import { newCaseKey, sealText } from "../../crypto/content";
import { enquiryPlace } from "../../crypto/places";
import { deriveReceiptKeys, type Receipt, receiptFor, wrapForReceipt } from "../../crypto/receipt";
import { CONSENT_VERSION, kindOf } from "../../intake/rules";
import type { EnquiryDetails } from "../../intake/types";
import { berlinDay } from "../../time/rules";
import type { EnterCase } from "../schema";
import { isUniqueViolation } from "./change";
import { sealEvent } from "./open";

export type EnterCaseResult = { caseId: string; receipt: Receipt };

/** Stores a case entered by hand with its own receipt, once. */
export async function insertEntry(
  desk: Desk,
  input: EnterCase,
  locale: string,
  now: Date,
): Promise<EnterCaseResult> {
  const receipt = receiptFor(`desk/${input.formId}`, desk.site);
  const result = { caseId: input.formId, receipt };
  if (await desk.db.caseFile.count({ where: { id: input.formId } })) return result;

  const key = newCaseKey();
  const ref = { site: desk.site, caseId: input.formId };
  const keys = await deriveReceiptKeys(receipt);
  const day = new Date(berlinDay(now));
  const caseFile = {
    siteId: desk.site,
    id: input.formId,
    kind: kindOf(input),
    language: input.language,
    channel: input.channel ?? "unknown",
    createdOn: day,
    waitingSince: day,
    unread: false,
    version: 1,
    keyEpoch: desk.keys.epoch,
    wrappedKey: await desk.keys.sealCaseKey(input.formId, key),
    sealedEnquiry: sealText(key, enquiryPlace(ref), JSON.stringify(detailsOf(input, locale))),
  };
  const mailbox = {
    siteId: desk.site,
    caseId: input.formId,
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
    await tx.caseEvent.createMany({
      data: [sealEvent(desk, key, input.formId, 1, { action: "entered" }, now)],
    });
  });
  await inserting.catch((error: unknown) => {
    // The same form came twice at the same moment, and the other one was first.
    if (!isUniqueViolation(error)) throw error;
  });
  return result;
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
