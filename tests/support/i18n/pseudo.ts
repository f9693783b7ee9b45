import { createTranslator } from "next-intl";
import type { PublicMessages } from "../../../lib/i18n/catalogues";
import { type Locale, SOURCE_LOCALE } from "../../../lib/i18n/locales";
import type { Translator } from "../../../lib/i18n/translator";
import { withTexts } from "../icu";
import { type Tree, treeOf } from "./catalogue";

/** Around every message of the pseudo catalogue. */
export const MESSAGE = ["⟦", "⟧"] as const;

/** Around everything that comes from the test's own data: names, addresses, what somebody wrote. */
export const GIVEN = ["‹", "›"] as const;

/** Marks a text as data: it is not for the catalogue to say. */
export const given = (text: string): string => GIVEN[0] + text + GIVEN[1];

const PLAIN = "abcdefghijklmnoprstuvwyzäöüABCDEFGHIJKLMNOPRSTUVWYZÄÖÜ";
const ACCENTED = "áƀćďéƒğĥíĵķĺɱńóƥŕśţúṽŵýžǟȫǘÁƁĆĎÉƑĞĤÍĴĶĹṀŃÓƤŔŚŢÚṼŴÝŽǞȪǗ";
const ACCENTS = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index] ?? letter]));

/**
 * German that can still be read, but not be taken for German, and is about 40 % longer: each vowel is there twice.
 * An address stays as it is, as it would in any language.
 */
const strange = (text: string): string =>
  text.replace(/\S+@\S+|\p{L}/gu, (part) => {
    const accented = ACCENTS.get(part) ?? part;
    return /^[aeiouäöü]$/i.test(part) ? accented + accented.toLowerCase() : accented;
  });

/** A message in the pseudo language. Arguments and tags stay what they are. */
export const pseudoMessage = (message: string): string =>
  MESSAGE[0] + withTexts(message, strange) + MESSAGE[1];

const pseudoTree = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === "string" ? pseudoMessage(value) : pseudoTree(value),
    ]),
  );

/** Speaks the pseudo language, and writes numbers and days as a real one does. */
export const pseudoTranslator = (locale: Locale): Translator =>
  createTranslator({ locale, messages: pseudoTree(treeOf(SOURCE_LOCALE)) as unknown as PublicMessages });
