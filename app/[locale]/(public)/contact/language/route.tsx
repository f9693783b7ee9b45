import { refusePost } from "@/lib/http/admit";
import { readForm } from "@/lib/http/form";
import { isLocale, spokenLanguage } from "@/lib/i18n/locales";
import { CONTACT_FIELDS } from "@/lib/intake/schema";
import { publicRoute } from "../../public-route";
import { showContact } from "../contact-page";

/**
 * The form in another language, with everything that was typed. Nothing is looked at or stored: whoever changes the
 * language is not done yet.
 */
export const POST = publicRoute(async (visit) => {
  const refusal = refusePost(visit.request, "language", visit.now);
  const { nonce, ...form } = await readForm(visit.request, [...CONTACT_FIELDS, "nonce"]);
  const from = new URL(visit.request.url).searchParams.get("from") ?? "";
  // Who never chose a language to speak in means the one of the page.
  const untouched = isLocale(from) && form.language === spokenLanguage(from);
  const language = untouched ? spokenLanguage(visit.locale) : form.language;
  return showContact(visit, { form: { ...form, language }, nonce, ...refusal });
});
