import { randomUUID } from "node:crypto";
import { newCaseKey, sealText } from "../../crypto/content";
import { sealCaseKeyTo } from "../../crypto/keyring";
import { enquiryPlace, letterIdFor, letterPlace } from "../../crypto/places";
import { type ReceiptKeys, wrapForReceipt } from "../../crypto/receipt";
import type { EnquiryDetails, LetterBody, SealedEnquiry } from "../types";

export type SealingKey = { epoch: number; publicKey: Uint8Array };

/** Seals a new enquiry to its site and to its receipt; nothing that opens it is kept. */
export async function sealEnquiry(
  site: string,
  sealing: SealingKey,
  receipt: ReceiptKeys,
  message: string,
  details: EnquiryDetails,
): Promise<SealedEnquiry> {
  const key = newCaseKey();
  const ref = { site, caseId: randomUUID() };
  const letterId = letterIdFor(key, contentOf(message, details));
  const body: LetterBody = { text: message };
  return {
    caseId: ref.caseId,
    epoch: sealing.epoch,
    wrappedKey: await sealCaseKeyTo(sealing.publicKey, { ...ref, epoch: sealing.epoch }, key),
    sealedDetails: sealText(key, enquiryPlace(ref), JSON.stringify(details)),
    mailboxKey: wrapForReceipt(receipt, ref, key),
    letterId,
    sealedLetter: sealText(
      key,
      letterPlace(ref, { id: letterId, author: "person", seq: 1 }),
      JSON.stringify(body),
    ),
  };
}

/** What makes two posts of a form the same: everything the person said. */
export const contentOf = (message: string, details: EnquiryDetails): string =>
  JSON.stringify([message, details]);
