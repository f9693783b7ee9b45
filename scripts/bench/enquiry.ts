import { newForm } from "../../lib/intake/commands";

/**
 * Where enquiries go: all sites but the two whose lists are measured. A site numbers its cases one after the
 * other, so those of one site wait for each other's commit.
 */
export const HAND_IN_SITES = [
  "bochum",
  "bayern",
  "bielefeld",
  "braunschweig",
  "hannover",
  "mannheim",
  "muenster",
  "saarland",
] as const;

const MESSAGE = `Ich habe mich in den letzten Wochen auf mehrere Wohnungen beworben. Immer wenn ich meinen Namen gesagt habe,
war die Wohnung auf einmal vergeben. Eine Freundin hat danach mit einem anderen Namen angerufen und sofort einen Termin
zur Besichtigung bekommen. Ich habe die E-Mails und die Anzeigen aufgehoben. Ich möchte wissen, was ich jetzt tun kann, ob
es eine Frist gibt, und ob jemand mit mir zusammen der Hausverwaltung schreiben kann. Am besten erreicht man mich abends
oder mit einer Nachricht. Bitte ruft mich nicht bei der Arbeit an.`;

let made = 0;

/** A contact form as somebody fills it in, with a nonce of its own: no two are the same enquiry. */
export const newEnquiry = (
  site: string = HAND_IN_SITES[made++ % HAND_IN_SITES.length] ?? "",
): Record<string, string> & { nonce: string; site: string } => ({
  nonce: newForm(new Date()),
  site,
  message: MESSAGE,
  language: "tr",
  channel: "phone",
  anonymous: "",
  name: "A. B.",
  phone: "01234 567890",
  email: "",
  safeContact: "Nur abends, nie bei der Arbeit",
  postalCode: "44787",
  relation: "self",
  wish: "counselling",
  setting: "",
  consent: "yes",
});
