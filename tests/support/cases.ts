import { deriveReceiptKeys, parseReceipt, type Receipt } from "../../lib/crypto/receipt";
import { handIn, newForm } from "../../lib/intake/commands";
import type { ContactForm } from "../../lib/intake/schema";
import { findMailbox, type Mailbox } from "../../lib/mailbox/commands";
import { NOW } from "./clock";
import { anEnquiry } from "./forms";
import { givenSiteKey } from "./sites";

export type GivenCase = { id: string; site: string; receipt: Receipt };

/** A case that came by the public form. */
export async function givenCase(typed: Partial<ContactForm> = {}, now = NOW): Promise<GivenCase> {
  const enquiry = anEnquiry(typed);
  await givenSiteKey(enquiry.site);
  const result = await handIn(enquiry, newForm(now), "de", now);
  if (!result.ok) throw new Error(`the enquiry was refused: ${result.reason}`);
  const { caseId, site } = await mailboxOf(result.receipt);
  return { id: caseId, site, receipt: result.receipt };
}

/** The mailbox that a receipt opens, as the person types it. */
export async function mailboxOf(receipt: string): Promise<Mailbox> {
  const parsed = parseReceipt(receipt);
  const mailbox = parsed && (await findMailbox(await deriveReceiptKeys(parsed)));
  if (!mailbox) throw new Error("the receipt opens nothing");
  return mailbox;
}
