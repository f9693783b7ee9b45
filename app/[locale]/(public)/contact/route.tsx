import { newForm } from "@/lib/intake/commands";
import { CONTACT_FIELDS, type ContactForm } from "@/lib/intake/schema";
import { findSite } from "@/lib/sites/queries";
import { publicRoute } from "../public-route";
import { showContact } from "./contact-page";

export const GET = publicRoute(async (visit) => {
  const chosen = new URL(visit.request.url).searchParams.get("site") ?? "";
  const site = chosen && (await findSite(chosen, visit.now)) ? chosen : "";
  const empty = Object.fromEntries(CONTACT_FIELDS.map((field) => [field, ""])) as ContactForm;
  return showContact(visit, { form: { ...empty, site, language: visit.locale }, nonce: newForm(visit.now) });
});
