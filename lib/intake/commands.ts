import { checkPin } from "../crypto/pins";
import { deriveReceiptKeys, type Receipt, type ReceiptKeys, receiptFor } from "../crypto/receipt";
import { surfaceDb } from "../db/client";
import { AppError } from "../errors";
import { addOnce, findMailbox } from "../mailbox/commands";
import { berlinDay } from "../time/rules";
import { isOfBrowser, isOurNonce, issueNonce } from "./internal/nonce";
import { contentOf, type SealingKey, sealEnquiry } from "./internal/seal";
import { detailsOf, kindOf } from "./rules";
import type { Enquiry } from "./schema";
import type { SealedEnquiry } from "./types";

export type HandInResult =
  | {
      ok: true;
      receipt: Receipt;
      /** Whether the one who posted may be shown the receipt: see `handIn`. */
      mayShow: boolean;
    }
  | { ok: false; reason: "expired" | "siteUnknown" };

/**
 * The nonce of a fresh form: what makes sending it twice the same as sending it once.
 *
 * @param browser a random value that only the browser holds which the form goes to
 */
export const newForm = (now: Date, browser = ""): string => issueNonce(browser, now);

/**
 * Hands an enquiry in, sealed to its site. The answer comes after the commit, so what was acknowledged is
 * durable. The same form sent again gives the same receipt; if something in it was changed meanwhile, the
 * change is added to the thread as a further letter.
 *
 * The receipt of a form that was handed in before is shown to whoever sends the very same again, or to the
 * browser that the form went to: a nonce read over somebody's shoulder must not open their thread.
 *
 * @param locale the language in which the consent was read
 * @param browser the value that the form was made for
 */
export async function handIn(
  enquiry: Enquiry,
  nonce: string,
  locale: string,
  now: Date,
  browser = "",
): Promise<HandInResult> {
  if (!isOurNonce(nonce, now)) return { ok: false, reason: "expired" };
  const sealing = await findSealingKey(enquiry.site);
  if (!sealing) return { ok: false, reason: "siteUnknown" };

  const receipt = receiptFor(nonce, enquiry.site);
  const keys = await deriveReceiptKeys(receipt);
  const details = detailsOf(enquiry, locale);
  const sealed = await sealEnquiry(enquiry.site, sealing, keys, enquiry.message, details);

  const outcome = await store(enquiry, sealed, keys, now);
  if (outcome === "unknownSite") return { ok: false, reason: "siteUnknown" };
  if (outcome === "accepted") return { ok: true, receipt, mayShow: true };

  const mailbox = await findMailbox(keys);
  // The case of this form has been anonymised: what was sent now needs a form, and a case, of its own.
  if (!mailbox) return { ok: false, reason: "expired" };
  const content = contentOf(enquiry.message, details);
  const isNew = await addOnce(mailbox, content, { text: enquiry.message, details }, now);
  return { ok: true, receipt, mayShow: !isNew || isOfBrowser(nonce, browser) };
}

/**
 * The newest key of a site.
 *
 * @throws AppError `keyUnknown` when the database holds a key that this app did not make: somebody swapped it, and
 *   would read what is sealed to it
 */
export async function findSealingKey(site: string): Promise<SealingKey | null> {
  const key = await surfaceDb("intake").siteKey.findFirst({
    where: { siteId: site, site: { active: true } },
    orderBy: { epoch: "desc" },
    select: { epoch: true, publicKey: true },
  });
  if (key && checkPin(site, key.epoch, key.publicKey) !== "known") throw new AppError("keyUnknown");
  return key;
}

async function store(
  enquiry: Enquiry,
  sealed: SealedEnquiry,
  { lookupId }: ReceiptKeys,
  now: Date,
): Promise<string> {
  const [row] = await surfaceDb("intake").$queryRaw<{ outcome: string }[]>`
    SELECT hand_in(${enquiry.site}, ${sealed.caseId}::uuid, ${kindOf(enquiry)}, ${enquiry.language},
      ${enquiry.channel ?? "unknown"}, ${berlinDay(now)}::date, ${sealed.epoch}, ${sealed.wrappedKey}, ${sealed.sealedDetails},
      ${lookupId}, ${sealed.mailboxKey}, ${sealed.letterId}::uuid, ${sealed.sealedLetter}) AS outcome`;
  return row?.outcome ?? "";
}
