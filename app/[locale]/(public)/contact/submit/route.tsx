import { formatReceipt, type Receipt } from "@/lib/crypto/receipt";
import { sealTicket } from "@/lib/crypto/ticket";
import { refusePost } from "@/lib/http/admit";
import { latinDigits } from "@/lib/http/clean";
import { readCookie, setCookie } from "@/lib/http/cookies";
import { reportFault, requestId } from "@/lib/http/fault";
import { readForm } from "@/lib/http/form";
import { handIn, newForm } from "@/lib/intake/commands";
import { CONTACT_FIELDS, type ContactForm, type Enquiry, parseContact } from "@/lib/intake/schema";
import { publicRoute, type Visit } from "../../public-route";
import { seeOther } from "../../respond";
import { showContact } from "../contact-page";

/** How long the page with the receipt can be reloaded on the same device. */
const SHOWN_SECONDS = 15 * 60;

export const POST = publicRoute(async (visit) => {
  const refusal = refusePost(visit.request, "handIn", visit.now);
  const { nonce, ...typed } = await readForm(visit.request, [...CONTACT_FIELDS, "nonce"]);
  const form = { ...typed, phone: latinDigits(typed.phone), postalCode: latinDigits(typed.postalCode) };
  if (refusal) return showContact(visit, { form, nonce, ...refusal });

  const parsed = parseContact(form);
  if (!parsed.ok) return showContact(visit, { form, nonce, errors: parsed.errors, status: 422 });
  return handInOrExplain(visit, form, parsed.enquiry, nonce);
});

async function handInOrExplain(
  visit: Visit,
  form: ContactForm,
  enquiry: Enquiry,
  nonce: string,
): Promise<Response> {
  const browser = readCookie(visit.request, "form") ?? "";
  try {
    const result = await handIn(enquiry, nonce, visit.locale, visit.now, browser);
    if (result.ok) {
      const cookie = result.mayShow ? receivedCookie(result.receipt, enquiry.site, visit.now) : undefined;
      return seeOther(`/${visit.locale}/contact/received`, cookie);
    }
    if (result.reason === "siteUnknown") {
      return showContact(visit, { form, nonce, errors: { site: "siteUnknown" }, status: 422 });
    }
    // Too old or not ours: with a fresh nonce the same text can be sent again.
    return showContact(visit, { form, nonce: newForm(visit.now, browser), problem: "expired", status: 422 });
  } catch (error) {
    // Whatever went wrong, what was typed comes back.
    const status = reportFault(error, requestId(visit.request.headers));
    return showContact(visit, { form, nonce, problem: "unavailable", status });
  }
}

function receivedCookie(receipt: Receipt, site: string, now: Date): string {
  const expires = new Date(now.getTime() + SHOWN_SECONDS * 1000);
  return setCookie(
    "received",
    sealTicket("received", { receipt: formatReceipt(receipt), site }, expires),
    SHOWN_SECONDS,
  );
}
