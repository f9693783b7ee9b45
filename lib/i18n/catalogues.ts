import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import deSimple from "@/messages/de-simple.json";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import fa from "@/messages/fa.json";
import fr from "@/messages/fr.json";
import kmr from "@/messages/kmr.json";
import pl from "@/messages/pl.json";
import ps from "@/messages/ps.json";
import ro from "@/messages/ro.json";
import ru from "@/messages/ru.json";
import sq from "@/messages/sq.json";
import srLatn from "@/messages/sr-Latn.json";
import tr from "@/messages/tr.json";
import uk from "@/messages/uk.json";
import type { Locale, StaffLocale } from "./locales";

/** German is the source: the others have the same keys, which a test proves. */
export type Messages = typeof de;

/** What people read who seek counselling: translated into every language. */
export type PublicMessages = Pick<Messages, "public">;

/**
 * Leichte Sprache begins each sentence on a line of its own; the stylesheet keeps the lines (styles/ground.css).
 * Labels such as "Impressum: Wer wir sind" are no sentences.
 */
const oneSentenceALine = (messages: PublicMessages): PublicMessages =>
  JSON.parse(
    JSON.stringify(messages, (_, text) =>
      typeof text === "string" && /[.?!]/.test(text) ? text.replace(SENTENCE_END, "\n") : text,
    ),
  );

const SENTENCE_END = /(?<=[.?!:][“)]?) (?=[\p{Lu}„<])/gu;

const STAFF: Record<StaffLocale, Messages> = { de, ar, en, fr, ru, tr };

const PUBLIC: Record<Locale, PublicMessages> = {
  ...STAFF,
  "de-simple": oneSentenceALine(deSimple),
  es,
  fa,
  kmr,
  pl,
  ps,
  ro,
  sq,
  "sr-Latn": srLatn,
  uk,
};

export const messagesOf = (locale: Locale): PublicMessages => PUBLIC[locale];

export const staffMessagesOf = (locale: StaffLocale): Messages => STAFF[locale];
