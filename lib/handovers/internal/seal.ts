import { randomUUID } from "node:crypto";
import { newCaseKey, sealText } from "../../crypto/content";
import { sealCaseKeyTo } from "../../crypto/keyring";
import { enquiryPlace } from "../../crypto/places";
import { furtherLookup, type ReceiptKeys, wrapForReceipt } from "../../crypto/receipt";
import { findSealingKey } from "../../intake/commands";
import { CONSENT_VERSION } from "../../intake/rules";
import type { EnquiryDetails } from "../../intake/types";
import type { SharedField, SharedText } from "../../referrals/types";
import type { SealedHandover } from "../types";

type Told = {
  site: string;
  texts: readonly SharedText[];
  /** The language of the case, which only goes along if the person left it in. */
  language: string;
  /** The person's own, when they agreed in the mailbox. */
  receipt: Pick<ReceiptKeys, "key"> | null;
};

/**
 * Seals what was agreed on as a case of the other site, under a key that nobody keeps: whoever hands it over cannot
 * read it later, however they come by its row.
 *
 * @returns null when the site cannot be written to
 */
export async function seal({ site, texts, language, receipt }: Told): Promise<SealedHandover | null> {
  const sealing = await findSealingKey(site);
  if (!sealing) return null;
  const key = newCaseKey();
  const ref = { site, caseId: randomUUID() };
  const { epoch } = sealing;
  const spoken = texts.some(({ field }) => field === "language") ? language : "de";
  return {
    ...ref,
    language: spoken,
    epoch,
    wrappedKey: await sealCaseKeyTo(sealing.publicKey, { ...ref, epoch }, key),
    sealedEnquiry: sealText(key, enquiryPlace(ref), JSON.stringify(detailsOf(texts, spoken))),
    thread: receipt && {
      lookupId: furtherLookup(receipt.key, ref),
      mailboxKey: wrapForReceipt(receipt, ref, key),
    },
  };
}

const DETAILS: SharedField[] = ["name", "phone", "email", "safeContact", "postalCode"];

/** What was agreed on, as the details of an enquiry. What has no place of its own there is told in the text. */
function detailsOf(texts: readonly SharedText[], language: string): EnquiryDetails {
  const said = (field: SharedField) => texts.find((shared) => shared.field === field)?.text;
  // The words about the language as well: they may say more than a code can, such as who has to interpret.
  const others = texts.filter(({ field }) => !DETAILS.includes(field));
  return {
    anonymous: !(said("name") || said("phone") || said("email")),
    name: said("name"),
    phone: said("phone"),
    email: said("email"),
    safeContact: said("safeContact"),
    postalCode: said("postalCode"),
    told: others.map(({ text }) => text).join("\n\n"),
    consent: { given: true, version: CONSENT_VERSION, language },
  };
}
