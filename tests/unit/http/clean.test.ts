import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, latinDigits } from "../../../lib/http/clean";

describe("cleanText", () => {
  it("bounds the marks on a letter, whose composing would take the square of their number", () => {
    const started = process.cpuUsage();
    const cleaned = cleanText(`a${"\u0301\u0323".repeat(150_000)}b`);
    expect(cleaned.length).toBeLessThan(40);
    expect(cleaned.endsWith("b")).toBe(true);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000); // microseconds; unbounded it was a minute
  });

  it.each([
    ["control characters", "a\0b\u0007c\u001b[31md\u007fe\u0085f", "abc[31mdef"],
    ["line breaks of every kind", "a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["tabs, which it keeps", "a\tb", "a\tb"],
    ["unpaired surrogates", "a\ud800b\udc00c", "a\ufffdb\ufffdc"],
    ["letters taken apart", "u\u0308", "ü"],
    ["joiners and direction marks, which it keeps", "می\u200cخواهم\u200f", "می\u200cخواهم\u200f"],
  ])("minds %s", (_name, typed, clean) => {
    expect(cleanText(typed)).toBe(clean);
  });

  it("is well-formed and without control characters, and stays the same when cleaned again", () => {
    const units = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(units, fc.string({ unit: "binary" })), (typed) => {
        const clean = cleanText(typed);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[^\P{Cc}\n\t]/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

it("reads Arabic and Persian digits as numbers", () => {
  expect(latinDigits("٠١٢٣٤٥٦٧٨٩")).toBe("0123456789");
  expect(latinDigits("۰۱۲۳۴۵۶۷۸۹")).toBe("0123456789");
  expect(latinDigits("+49 ١٢a")).toBe("+49 12a");
});
