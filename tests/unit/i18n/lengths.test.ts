import { describe, expect, it } from "vitest";
import { LOCALES, localeInfo } from "../../../lib/i18n/locales";
import { catalogueOf } from "../../support/i18n/catalogue";
import { readingsOf } from "../../support/icu";

type Limit = { keys: RegExp; most: number; because: string };

/** Where the layout has room for so many characters and no more. Everywhere else text may take the room it needs. */
const LIMITS: Limit[] = [
  {
    keys: /^public\.exit\.label$/,
    most: 28,
    because: "the exit stays in one line beside its sign on a phone of 320 px, and covers nothing",
  },
  {
    keys: /^public\.(footer\.(?!label|promise)|texts\.(imprint|privacy)$)/,
    most: 35,
    because: "a link of the footer is one line on a phone of 320 px",
  },
  {
    keys: /^public\.home\.actions\.(write|find|mailbox)$/,
    most: 20,
    because: "the title of a door is set large and stands in one line",
  },
  {
    keys: /^public\.(contact\.send\.button|received\.(copy|copied|backLink)|notice\.home|locations\.form\.button)$/,
    most: 30,
    because: "a button is one line on a phone of 320 px",
  },
  {
    keys: /^public\.mailbox\.(entry\.button|thread\.(send|close|hiddenLink))$/,
    most: 30,
    because: "a button is one line on a phone of 320 px",
  },
  {
    keys: /^public\.received\.forget$/,
    most: 56,
    because: "this one button has to say what it does, in two lines at most",
  },
  {
    keys: /^public\.(contact\.who\.siteNone|locations\.form\.any)$/,
    most: 24,
    because: "a closed list shows one line and cuts what is longer",
  },
  {
    keys: /^public\.contact\.wishes\.channels\.(?!none)/,
    most: 40,
    because: "the finder offers these in a list, of which phones show one line an entry",
  },
  {
    keys: /^public\.locations\.poster\.heading$/,
    most: 52,
    because: "two lines of the largest type on A4",
  },
  {
    keys: /^public\.(home\.facts\.(?!label)|locations\.poster\.(yourLanguage|scan)$)/,
    most: 42,
    because: "a fact, or the words below the picture, are one line on the poster",
  },
  {
    keys: /^public\.home\.principles\.(?!heading$)\w+(?<!Text)$/,
    most: 22,
    because: "the name of a principle stands in one line beside its text",
  },
  {
    keys: /^public\.home\.ways\.(?!heading$|note$)\w+(?<!Text)$/,
    most: 36,
    because: "the name of a way stands in one line above its text on a phone of 320 px",
  },
  {
    keys: /^public\.(\w+\.)?title$/,
    most: 24,
    because: "a tab of the browser shows no more, and the list of visited pages little more",
  },
  {
    keys: /^staff\.nav\.(?!label$|switch)/,
    most: 20,
    because: "an entry of the dashboard’s rail is one line",
  },
];

const longest = (text: string): number => Math.max(...readingsOf(text, "").map((reading) => reading.length));

describe.each(LOCALES)("the texts of %s", (locale) => {
  it.each(LIMITS)("that match $keys have at most $most characters, because $because", ({ keys, most }) => {
    const limited = [...catalogueOf(locale)].filter(([key]) => keys.test(key));
    expect(limited.filter(([, text]) => longest(text) > most)).toEqual([]);
  });
});

describe("the limits", () => {
  it("are each about some text", () => {
    const keys = [...catalogueOf("de").keys()];
    expect(LIMITS.filter((limit) => !keys.some((key) => limit.keys.test(key)))).toEqual([]);
  });

  it("hold for the names of the languages, which are one line on a phone", () => {
    const names = LOCALES.map((locale) => localeInfo(locale).autonym);
    expect(names.filter((name) => name.length > 28)).toEqual([]);
  });
});
