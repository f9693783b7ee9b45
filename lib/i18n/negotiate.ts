import { isLocale, type Locale, SOURCE_LOCALE } from "./locales";

/** Languages that browsers name otherwise than we do, or whose readers can read one of ours. */
const READ_AS: Readonly<Record<string, Locale>> = {
  sr: "sr-Latn",
  bs: "sr-Latn",
  hr: "sr-Latn",
  sh: "sr-Latn",
  cnr: "sr-Latn",
  ku: "kmr",
  prs: "fa",
  mo: "ro",
};

/** The first language of `Accept-Language` that we have, by weight (RFC 9110, section 12.5.4); German otherwise. */
export function preferredLocale(headers: Headers): Locale {
  const wanted = (headers.get("accept-language") ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", weight] = entry.trim().split(/\s*;\s*q=/);
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted.map(({ tag }) => localeOf(tag)).find((locale) => locale !== undefined) ?? SOURCE_LOCALE;
}

/** Leichte Sprache is asked for by its whole name alone; of every other tag the language counts. */
function localeOf(tag: string): Locale | undefined {
  if (isLocale(tag)) return tag;
  const language = tag.split("-")[0] ?? "";
  return READ_AS[language] ?? (isLocale(language) ? language : undefined);
}
