import { describe, expect, it } from "vitest";
import { isOfBrowser, isOurNonce, issueNonce } from "../../../lib/intake/internal/nonce";
import { daysAfter, minutesAfter, NOW } from "../../support/clock";

const nonce = issueNonce("browser", NOW);

describe("a form's nonce", () => {
  it("counts for seven days", () => {
    expect(isOurNonce(nonce, NOW)).toBe(true);
    expect(isOurNonce(nonce, minutesAfter(-1, daysAfter(7)))).toBe(true);
    expect(isOurNonce(nonce, daysAfter(7))).toBe(false);
  });

  it("does not count before it was issued, but for clocks that differ a little", () => {
    expect(isOurNonce(nonce, new Date(NOW.getTime() - 30_000))).toBe(true);
    expect(isOurNonce(nonce, minutesAfter(-5))).toBe(false);
  });

  it("is another for every form", () => {
    expect(new Set(Array.from({ length: 500 }, () => issueNonce("browser", NOW))).size).toBe(500);
  });

  it("knows the browser that it went to, and no other", () => {
    expect(isOfBrowser(nonce, "browser")).toBe(true);
    expect(isOfBrowser(nonce, "another")).toBe(false);
    expect(isOfBrowser(nonce, "")).toBe(false);
    expect(isOfBrowser(issueNonce("", NOW), "")).toBe(false);
  });

  it("is refused with any bit changed", () => {
    const bytes = Buffer.from(nonce, "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(isOurNonce(altered.toString("base64url"), NOW)).toBe(false);
    }
  });

  it("is refused in another spelling of the same bytes, which would give another receipt", () => {
    const spellings = [
      `${nonce}=`,
      `${nonce}==`,
      ` ${nonce}`,
      `${nonce}\n`,
      Buffer.from(nonce, "base64url").toString("base64"),
    ];
    for (const spelling of spellings.filter((one) => one !== nonce))
      expect(isOurNonce(spelling, NOW)).toBe(false);
  });

  it.each(["", "x", "A".repeat(70), "😀", "../../etc/passwd"])("is not %j", (forged) => {
    expect(isOurNonce(forged, NOW)).toBe(false);
  });
});
