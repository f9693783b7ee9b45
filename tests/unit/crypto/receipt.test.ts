import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCaseKey } from "../../../lib/crypto/content";
import {
  deriveReceiptKeys,
  formatReceipt,
  parseReceipt,
  receiptFor,
  unwrapWithReceipt,
  wrapForReceipt,
} from "../../../lib/crypto/receipt";

const receipts = fc.string({ minLength: 1 }).map((nonce) => receiptFor(nonce, "koeln"));
const receipt = receiptFor("a form", "koeln");

/** The ten digits of every numbering system this machine knows. */
const scripts = Intl.supportedValuesOf("numberingSystem").flatMap((numberingSystem): [string, string[]][] => {
  const format = new Intl.NumberFormat("en", { numberingSystem, useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, digit) => format.format(digit));
  return digits.every((digit) => /^\p{Nd}$/u.test(digit)) ? [[numberingSystem, digits]] : [];
});

describe("a receipt", () => {
  it("has 25 digits and a check digit, and reads as it was written", () => {
    fc.assert(
      fc.property(receipts, (one) => {
        expect(one).toMatch(/^\d{26}$/);
        expect(parseReceipt(one)).toBe(one);
        expect(formatReceipt(one)).toMatch(/^\d{5} \d{5} \d{5} \d{5} \d{6}$/);
        expect(parseReceipt(formatReceipt(one))).toBe(one);
      }),
    );
  });

  it("notices every single wrong digit", () => {
    fc.assert(
      fc.property(receipts, (one) => {
        for (let position = 0; position < one.length; position++) {
          for (let digit = 0; digit < 10; digit++) {
            if (one[position] === String(digit)) continue;
            expect(parseReceipt(one.slice(0, position) + digit + one.slice(position + 1))).toBeNull();
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("notices nearly every swap of neighbours", () => {
    let [swaps, noticed] = [0, 0];
    for (const one of fc.sample(receipts, 300)) {
      for (let position = 0; position + 1 < one.length; position++) {
        if (one[position] === one[position + 1]) continue;
        const swapped = `${one.slice(0, position)}${one[position + 1]}${one[position]}${one.slice(position + 2)}`;
        swaps += 1;
        if (parseReceipt(swapped) === null) noticed += 1;
      }
    }
    expect(noticed / swaps).toBeGreaterThan(0.97);
  });

  it("is the same for the same form and site, and another for another form or site", () => {
    expect(receiptFor("a form", "koeln")).toBe(receipt);
    expect(receiptFor("a form", "bochum")).not.toBe(receipt);
    expect(receiptFor("another form", "koeln")).not.toBe(receipt);
    expect(receiptFor("a", "b,c")).not.toBe(receiptFor("a,b", "c"));
  });

  it.each(scripts)("reads the digits of the numbering system %s", (_name, digits) => {
    const typed = Array.from(receipt, (digit) => digits[Number(digit)]).join("");
    expect(parseReceipt(typed)).toBe(receipt);
  });

  it("knows the numbering systems of the languages here", () => {
    expect(scripts.map(([name]) => name)).toEqual(
      expect.arrayContaining(["latn", "arab", "arabext", "deva", "fullwide"]),
    );
  });

  it.each([
    ["spaces", receipt.replace(/(.{4})/g, "$1 ")],
    ["dashes", receipt.replace(/(.{3})/g, "$1-")],
    ["dots and slashes", receipt.replace(/(.{5})/g, "$1./")],
    ["no-break spaces and line breaks", `\n${receipt.replace(/(.{5})/g, "$1\u00a0")}\r\n`],
    ["direction marks", `\u200f\u2067${receipt}\u2069\u200e`],
    ["long dashes", receipt.replace(/(.{5})/g, "$1—")],
  ])("reads %s between the digits", (_name, typed) => {
    expect(parseReceipt(typed)).toBe(receipt);
  });

  it.each([
    "",
    "1",
    receipt.slice(1),
    `${receipt}0`,
    `${receipt.slice(0, 25)}x`,
    "x".repeat(26),
    "½".repeat(26),
    "²".repeat(26),
  ])("refuses %j", (typed) => {
    expect(parseReceipt(typed)).toBeNull();
  });

  it("never throws, whatever is typed", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 80 }), (typed) => void parseReceipt(typed)));
  });
});

describe("the keys of a receipt", () => {
  it("are the same each time, independent of each other, and others for another receipt", async () => {
    const [keys, again, other] = await Promise.all(
      [receipt, receipt, receiptFor("x", "koeln")].map(deriveReceiptKeys),
    );
    expect(keys).toEqual(again);
    expect(keys?.lookupId.length).toBe(32);
    expect(keys?.key.length).toBe(32);
    expect(keys?.lookupId).not.toEqual(keys?.key);
    expect(keys?.lookupId).not.toEqual(other?.lookupId);
    expect(keys?.key).not.toEqual(other?.key);
  });

  it("open the case they were given for and no other", async () => {
    const [keys, other] = [
      await deriveReceiptKeys(receipt),
      await deriveReceiptKeys(receiptFor("x", "koeln")),
    ];
    const [ref, caseKey] = [{ site: "koeln", caseId: "one" }, newCaseKey()];
    const wrapped = wrapForReceipt(keys, ref, caseKey);
    expect(new Uint8Array(unwrapWithReceipt(keys.key, ref, wrapped))).toEqual(caseKey);
    const broken = expect.objectContaining({ code: "sealBroken" });
    expect(() => unwrapWithReceipt(other.key, ref, wrapped)).toThrow(broken);
    expect(() => unwrapWithReceipt(keys.lookupId, ref, wrapped)).toThrow(broken);
    expect(() => unwrapWithReceipt(keys.key, { ...ref, site: "bochum" }, wrapped)).toThrow(broken);
    expect(() => unwrapWithReceipt(keys.key, { ...ref, caseId: "two" }, wrapped)).toThrow(broken);
  });
});
