// Prints the public pages as JSON. A process of its own, because Playwright reads JSX in a way of its own.
// `pseudo` prints them in the pseudo language, once from left to right and once the other way; `real` in every language.
import { LOCALES, type Locale } from "../../../lib/i18n/locales";
import { translator } from "../../../lib/i18n/translator";
import { pseudoTranslator } from "./pseudo";
import { publicPages } from "./public-pages";

const locales: readonly Locale[] = process.argv[2] === "pseudo" ? ["de", "ar"] : LOCALES;
const translatorOf = process.argv[2] === "pseudo" ? pseudoTranslator : translator;

const printed = await Promise.all(
  locales.map(async (locale) => {
    const pages = await publicPages({ locale, t: translatorOf(locale) });
    return pages.map((page) => ({ ...page, name: `${page.name} (${locale})` }));
  }),
);
process.stdout.write(JSON.stringify(printed.flat()));
