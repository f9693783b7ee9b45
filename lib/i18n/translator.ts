import { createTranslator } from "next-intl";
import { messagesOf, type PublicMessages } from "./catalogues";
import type { Locale } from "./locales";

const create = (locale: Locale, brand?: string) =>
  createTranslator({
    locale,
    messages: brand ? branded(messagesOf(locale), brand) : messagesOf(locale),
  });

/** The network's own name in place of the app's. It has no brackets (lib/network/schema.ts), which would be arguments. */
const branded = (messages: PublicMessages, brand: string): PublicMessages => ({
  public: { ...messages.public, brand: brand.replaceAll("'", "''") },
});

export type Translator = ReturnType<typeof create>;

const translators = new Map<string, Translator>();

/**
 * The translator of the public documents: all keys, by their full path. Kept, because it parses what it translates.
 *
 * @param brand the name of the network, where it has given itself one
 */
export function translator(locale: Locale, brand?: string): Translator {
  const key = `${locale} ${brand ?? ""}`;
  const known = translators.get(key);
  if (known) return known;
  // Names change rarely; what was made for an earlier one is not kept.
  for (const old of translators.keys()) if (old.startsWith(`${locale} `) && brand) translators.delete(old);
  const made = create(locale, brand);
  translators.set(key, made);
  return made;
}
