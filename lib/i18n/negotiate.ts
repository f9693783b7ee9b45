import { isLocale, type Locale, SOURCE_LOCALE } from "./locales";

/** The first language of `Accept-Language` that we have, by weight (RFC 9110, section 12.5.4); German otherwise. */
export function preferredLocale(headers: Headers): Locale {
  const wanted = (headers.get("accept-language") ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", weight] = entry.trim().split(/\s*;\s*q=/);
      return {
        language: tag.split("-")[0]?.toLowerCase() ?? "",
        weight: weight === undefined ? 1 : Number(weight),
      };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLocale) ?? SOURCE_LOCALE;
}
