import { randomBytes } from "node:crypto";
import { readCookie, setCookie } from "@/lib/http/cookies";
import { spokenLanguage } from "@/lib/i18n/locales";
import { newForm } from "@/lib/intake/commands";
import { CONTACT_FIELDS, type ContactForm } from "@/lib/intake/schema";
import { findSite } from "@/lib/sites/queries";
import { publicRoute } from "../public-route";
import { showContact } from "./contact-page";

const DAY_SECONDS = 24 * 3600;

export const GET = publicRoute(async (visit) => {
  const chosen = new URL(visit.request.url).searchParams.get("site") ?? "";
  const site = chosen && (await findSite(chosen, visit.now)) ? chosen : "";
  const empty = Object.fromEntries(CONTACT_FIELDS.map((field) => [field, ""])) as ContactForm;
  // A random value by which the form knows its own browser again; it says nothing about anybody.
  const browser = readCookie(visit.request, "form") || randomBytes(16).toString("base64url");
  return showContact(visit, {
    form: { ...empty, site, language: spokenLanguage(visit.locale) },
    nonce: newForm(visit.now, browser),
    found: site === "",
    cookie: setCookie("form", browser, DAY_SECONDS),
  });
});
