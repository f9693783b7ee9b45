import { readingsOf } from "../icu";

/** What a text in Leichte Sprache must not do. The rules find slips; only a Prüfgruppe can say that a text is easy. */
type Rule = { name: string; breaks: (sentence: string) => boolean };

const MOST_WORDS = 12;
const MOST_LETTERS = 14;

/** A letter neither before nor after: the end of a word also where it has umlauts. */
const word = (alternatives: string, flags = "u"): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, flags);

const without = (name: string, pattern: RegExp): Rule => ({
  name,
  breaks: (sentence) => pattern.test(sentence),
});

const COUNTS: Rule[] = [
  {
    name: "a long sentence",
    // A compound with hyphens is one word.
    breaks: (sentence) => (sentence.match(/[\p{L}\p{N}][\p{L}\p{N}@.-]*/gu) ?? []).length > MOST_WORDS,
  },
  {
    name: "a long word",
    // A hyphen starts anew, which is what it is for.
    breaks: (sentence) => (sentence.match(/\p{L}+/gu) ?? []).some(({ length }) => length > MOST_LETTERS),
  },
  {
    name: "a comma outside a list",
    breaks: (sentence) => {
      const commas = sentence.match(/,/g)?.length ?? 0;
      return commas > 1 || (commas === 1 && !/, [^,]+ (?:und|oder) /u.test(sentence));
    },
  },
];

const GRAMMAR: Rule[] = [
  without(
    "a genitive with an article",
    word(
      "(?:des|[mds]?eines|ihres|unseres|eures|dieses|jedes|keines|jenes) (?:\\p{Ll}+en )?\\p{Lu}[\\p{L}-]*[sn]",
    ),
  ),
  without(
    "a genitive after a noun",
    /(?<!\p{L})(?!(?:Mit|Bei|In|Nach|Von|Zu|Aus|Auf|An|Vor|Über|Unter|Für|Seit) )\p{Lu}[\p{L}-]+ (?:der|dieser|[dm]?einer|unserer|eurer) \p{Lu}/u,
  ),
  without(
    "a preposition with a genitive",
    word(
      "wegen|trotz|während|innerhalb|außerhalb|statt|anstatt|aufgrund|mithilfe|bezüglich|hinsichtlich|mittels",
      "iu",
    ),
  ),
  // Möcht- is allowed: everybody knows it as a present tense.
  without(
    "a subjunctive",
    word("(?:wär|hätt|würd|könnt|müsst|dürft|sollt|wollt|käm|gäb|bräucht|ließ)e(?:n|st|t)?|sei(?:en)?", "iu"),
  ),
  without("a passive or future tense", word("wird|wirst|werden?|werdet|wurden?|wurdest|worden", "iu")),
  // War and kam are allowed: the perfect is longer and no clearer.
  without(
    "a preterite",
    word(
      "konnte[nt]?|konntest|musste[nt]?|durfte[nt]?|ging(?:en)?|sagten?|schrieb(?:en)?|machten?|gab(?:en)?|sah(?:en)?|stand(?:en)?",
    ),
  ),
  without(
    "a subordinate clause",
    word(
      "dass|weil|wenn|ob|obwohl|bevor|nachdem|sobald|falls|indem|sodass|damit (?:du|wir|ihr|andere|jemand)",
      "iu",
    ),
  ),
  without(
    "a relative or question clause",
    /, (?:der|die|das|den|dem|deren|dessen|denen|was|wer|wo|wie|wen|wem|wann|warum|von wo|welche\p{L}*|(?:auf|mit|zu|von|für|bei) (?:der|die|das|dem|den)) /iu,
  ),
  without("an infinitive clause", word("(?:um|ohne) [^.:?!]{1,60} zu \\p{Ll}+en", "iu")),
  without(
    "an unusual negation",
    word(
      "niemals|nie|nirgends|nirgendwo|keinesfalls|keineswegs|weder|nicht-\\p{L}+|un(?:sicher|möglich|klar|bekannt|gültig|richtig|nötig|lesbar|vollständig)\\p{L}*",
      "iu",
    ),
  ),
];

const WORDS: Rule[] = [
  without(
    "an abbreviation",
    /z\. ?B\.|d\. ?h\.|u\. ?a\.|(?<!\p{L})(?:usw|bzw|ggf|etc|evtl|inkl|max|min|Tel|Nr|Std|Min|ca|ggfs|vgl|bspw)\./u,
  ),
  // A sentence may begin with „Sie“ for she or they.
  without("a formal address", /(?<![.?!:] )(?<!^)(?<!\p{L})(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)(?!\p{L})/u),
  without("a gender sign", /\p{L}[*:_·/]-?\p{Ll}|\p{Ll}In(?:nen)?(?!\p{L})/u),
  without("a sign that is hard to read", /[;–—…"'’&%/]|[!?]{2}/u),
  // Ein and beide are allowed.
  without(
    "a number in letters",
    word("zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreimal", "iu"),
  ),
  without(
    "a compound without its hyphen",
    word(
      "Beratungsstellen?|Telefonnummern?|Postleitzahl(?:en)?|Post-Fach|Hautfarbe|Kopftuch|Arztpraxis|Vorname|Werktage?n?|Startseite|Webseite|Internetseite|Gebärdensprache|Datenschutz|Krankenwagen|Freundeskreis|Umschalttaste|Hörgerät|Höranlage|Geheimschrift|Internetanschluss|Assistenzhunde?",
    ),
  ),
  without(
    "another word for the same thing",
    word(
      "Empfangs-Code|Kennwort|Passwort|Mailbox|Brief-?[Kk]asten|Website|Link|Anliegen|Vorfall|Ziffern?|Rettungs-?[Dd]ienst|Häkchen|notier\\p{L}*|abschick\\p{L}*|abgeschickt|Beratenden?|Ratsuchenden?|Smartphone",
    ),
  ),
  without(
    "a hard or foreign word",
    word(
      "barrierefrei\\p{L}*|vereinbar\\p{L}*|unternehmen|jederzeit|hinterlass\\p{L}*|Absprache|Institution\\p{L}*|Kontakt\\p{L}*|Feedback|Account|Login|Tool|Status|Option\\p{L}*|Dokument\\p{L}*|Information\\p{L}*|registrier\\p{L}*|identifizier\\p{L}*|Support|[Oo]nline|Chat|beziehungsweise|gegebenenfalls|sowie|jedoch|dennoch|somit|erfolg(?:t|en)|anonymisier\\p{L}*",
    ),
  ),
];

export const RULES: readonly Rule[] = [...COUNTS, ...GRAMMAR, ...WORDS];

/** Words that stay because there is no easier one; each is explained in every text in which it stands. */
export const EXPLAINED: readonly (readonly [word: RegExp, explanation: RegExp])[] = [
  [/Browser/u, /Der Browser ist das Programm für das Internet\./u],
  [/Verlauf/u, /Der Verlauf zeigt: /u],
  [/Server/u, /Ein Server ist /u],
  [/Cookie/u, /Ein Cookie ist /u],
  [/Screenreader/u, /Ein Screenreader ist /u],
  [/JavaScript/u, /JavaScript ist /u],
  [/WLAN/u, /WLAN heißt: /u],
  [/IP-Adresse/u, /Das ist eine Nummer im Internet\./u],
  [/Prüf-Gruppe/u, /In einer Prüf-Gruppe sind /u],
  [/Therapie/u, /Therapie heißt: /u],
  [/[Vv]erschlüssel/u, /[Vv]erschlüssel(?:n|t) heißt: /u],
  [/QR-Code/u, /QR-Code: ein Bild|heißt QR-Code/u],
  [/Werk-Tag/u, /Montag bis Freitag/u],
  [/Community/u, /Communitys\. Das heißt: /u],
  [/\d Zeichen/u, /Zeichen sind /u],
  [/[Vv]ertraulich/u, /Vertraulich: /u],
  [/Impressum/u, /Impressum: /u],
  [
    /[Aa]nonym/u,
    /[Aa]nonym[^.]*(?:: ohne deinen Namen|heißt: |\. Das heißt: )|„Ich möchte anonym bleiben“|^Ich möchte anonym bleiben$/u,
  ],
];

/** A colon ends a sentence too, as in “Das heißt: …” and “Wir überlegen: Wer …?”; a single letter before a dot does not. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!:][“)]?)(?<!(?<!\p{L})\p{L}\.)\s+/u);

/** What a message breaks, each with the sentence that does; nothing when it follows all the rules. */
export function slipsIn(message: string): string[] {
  const texts = readingsOf(message);
  const slips = texts
    .flatMap(sentencesOf)
    .flatMap((sentence) =>
      RULES.filter((rule) => rule.breaks(sentence)).map(({ name }) => `${name}: ${sentence}`),
    );
  const unexplained = texts.flatMap((text) =>
    EXPLAINED.filter(([hard, explanation]) => hard.test(text) && !explanation.test(text)).map(
      ([hard]) => `not explained: ${hard.source}`,
    ),
  );
  return [...new Set([...slips, ...unexplained])];
}
