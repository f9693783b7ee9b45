import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase32, inGroups, symbolsOf, toBase32 } from "../../../lib/crypto/base32";

/** Crockford's base 32, bit by bit, as slowly as it is defined. */
function reference(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups
    .map((group) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Number.parseInt(group.padEnd(5, "0"), 2)])
    .join("");
}

const bytes = fc.uint8Array({ maxLength: 64 });

describe("base 32", () => {
  it("is as Crockford defined it", () => {
    fc.assert(fc.property(bytes, (value) => toBase32(value) === reference(value)));
  });

  it("comes back as what it was made of", () => {
    fc.assert(fc.property(bytes, (value) => Buffer.from(fromBase32(toBase32(value)) ?? "?").equals(value)));
  });

  it("may be typed in groups, in small letters, with look-alikes and full-width letters", () => {
    const value = new Uint8Array(randomBytes(20));
    const printed = inGroups(toBase32(value));
    const typed = [
      printed.toLowerCase().replaceAll("-", " "),
      printed.replaceAll("-", ""),
      printed.replaceAll("0", "o").replaceAll("1", "l"),
      printed.replaceAll("1", "I").replaceAll("0", "O"),
      printed.replace(/[0-9A-Z]/g, (symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0)),
      ` ${printed}\n`,
    ];
    for (const text of typed) expect(fromBase32(text)).toEqual(value);
  });

  it("has no letter U, which stands for nothing", () => {
    expect(fromBase32("ABCU")).toBeNull();
    expect(symbolsOf("abcu")).toBe("ABCU");
  });

  it("is nothing where nothing was typed", () => {
    expect(fromBase32(" - ")).toEqual(new Uint8Array());
    expect(toBase32(new Uint8Array())).toBe("");
    expect(inGroups("")).toBe("");
  });
});
