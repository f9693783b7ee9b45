import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openBytes, sealBytes } from "../../../lib/crypto/aead";
import { newCaseKey, openText, type Place, sealText } from "../../../lib/crypto/content";
import { SEALED_COLUMNS } from "../../../lib/crypto/contract";
import { MAX_TEXT_BYTES } from "../../../lib/crypto/padding";
import { MAX_LINE, MAX_MESSAGE, MAX_PARAGRAPH } from "../../../lib/intake/schema";

const key = newCaseKey();
const PLACE: Place = {
  column: "message.sealed_body",
  site: "koeln",
  caseId: "3f0c8a53-2a64-4c57-8a4f-0f8f1d4f8d11",
  recordId: "9d1f4f5e-8f1b-4a3c-9a77-0a8f1d4f8d22",
  author: "person",
  seq: 1,
};

const columns = Object.entries(SEALED_COLUMNS)
  .filter(([, by]) => by === "case")
  .map(([column]) => column) as Place["column"][];

const places = fc.record<Place>({
  column: fc.constantFrom(...columns),
  site: fc.constantFrom("koeln", "bochum", "bayern"),
  caseId: fc.uuid(),
  recordId: fc.uuid(),
  author: fc.constantFrom("person", "site"),
  seq: fc.nat(1000),
});

const broken = expect.objectContaining({ code: "sealBroken" });

/** Whole characters of every script, and anything else that is well-formed Unicode. */
const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.string({ unit: "binary", maxLength: 4_000 }),
);

describe("sealed text", () => {
  it("comes back the same in every script", () => {
    fc.assert(
      fc.property(texts, places, (text, place) => {
        expect(openText(key, place, sealText(key, place, text))).toBe(text);
      }),
    );
  });

  it.each([
    ["Arabic with marks", "السَّلامُ عَلَيْكُم‏"],
    ["Persian with a joiner", "می‌خواهم کمک"],
    ["Tigrinya", "ሓገዝ እደሊ"],
    ["Sorani", "یارمەتیم دەوێت"],
    ["Chinese beyond the basic plane", "𠮷野家"],
    ["an emoji of several code points", "👩🏽‍❤️‍💋‍👨🏿 🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["nothing at all", ""],
    ["what looks like padding", "\0\0\0\u0010"],
  ])("comes back the same: %s", (_name, text) => {
    expect(openText(key, PLACE, sealText(key, PLACE, text))).toBe(text);
  });

  it.each(["a", "ü", "あ", "😀"])(
    "holds the longest message of %s in the largest letter there can be",
    (character) => {
      const longest = (units: number) => character.repeat(Math.floor(units / character.length));
      const details = {
        ...{ name: longest(MAX_LINE), phone: longest(MAX_LINE), email: longest(MAX_LINE) },
        ...{ safeContact: longest(MAX_PARAGRAPH), setting: longest(MAX_PARAGRAPH), postalCode: "12345" },
        ...{ wish: "documentation", relation: "professional", anonymous: false },
        consent: { given: false, version: 1, language: "sr-Latn" },
      };
      const letter = JSON.stringify({ text: longest(MAX_MESSAGE), details });
      expect(Buffer.byteLength(letter)).toBeLessThanOrEqual(MAX_TEXT_BYTES);
      expect(openText(key, PLACE, sealText(key, PLACE, letter))).toBe(letter);
    },
  );

  it("opens nowhere else: not in another record, column, case, site, order or under another author", () => {
    fc.assert(
      fc.property(places, places, fc.string(), (place, other, text) => {
        const sealed = sealText(key, place, text);
        for (const field of Object.keys(place) as (keyof Place)[]) {
          if (place[field] === other[field]) continue;
          expect(() => openText(key, { ...place, [field]: other[field] }, sealed)).toThrow(broken);
        }
      }),
    );
  });

  it("does not open under another case's key", () => {
    expect(() => openText(newCaseKey(), PLACE, sealText(key, PLACE, "x"))).toThrow(broken);
  });

  it("does not open when two values have changed places", () => {
    fc.assert(
      fc.property(places, places, fc.string(), fc.string(), (here, there, one, two) => {
        fc.pre(JSON.stringify(here) !== JSON.stringify(there));
        const [first, second] = [sealText(key, here, one), sealText(key, there, two)];
        expect(() => openText(key, here, second)).toThrow(broken);
        expect(() => openText(key, there, first)).toThrow(broken);
      }),
    );
  });

  it("does not open with any bit flipped", () => {
    const sealed = sealText(key, PLACE, "Ich brauche Hilfe.");
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const altered = Uint8Array.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => openText(key, PLACE, altered)).toThrow(broken);
    }
  });

  it("does not open with anything cut off or added", () => {
    const sealed = sealText(key, PLACE, "Ich brauche Hilfe.");
    for (let length = 0; length < sealed.length; length++) {
      expect(() => openText(key, PLACE, sealed.subarray(0, length))).toThrow(broken);
    }
    expect(() => openText(key, PLACE, new Uint8Array([...sealed, 0]))).toThrow(broken);
  });

  it("differs each time, so that equal texts cannot be told", () => {
    const sealed = Array.from({ length: 100 }, () => Buffer.from(sealText(key, PLACE, "ja")).toString("hex"));
    expect(new Set(sealed).size).toBe(100);
  });

  it("says nothing about the length of a text within its size class", () => {
    const sizes = ["", "ja", "x".repeat(508)].map((text) => sealText(key, PLACE, text).length);
    expect(new Set(sizes).size).toBe(1);
  });
});

describe("sealed bytes", () => {
  it("open only under their key and for what they belong to", () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(bytes, bytes, bytes, (content, here, there) => {
        const own = randomBytes(32);
        const sealed = sealBytes(own, here, content);
        expect(new Uint8Array(openBytes(own, here, sealed))).toEqual(content);
        expect(() => openBytes(randomBytes(32), here, sealed)).toThrow(broken);
        if (!Buffer.from(here).equals(Buffer.from(there)))
          expect(() => openBytes(own, there, sealed)).toThrow(broken);
      }),
    );
  });

  it("refuse an unknown version or suite", () => {
    const sealed = sealBytes(key, new Uint8Array(), Buffer.from("x"));
    expect(() => openBytes(key, new Uint8Array(), sealed.with(0, 2))).toThrow(broken);
    expect(() => openBytes(key, new Uint8Array(), sealed.with(1, 2))).toThrow(broken);
  });
});
