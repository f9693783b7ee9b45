import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fingerprintOf, formatFingerprint, isFingerprint } from "../../../lib/crypto/fingerprint";
import { newKeyPair } from "../../../lib/crypto/hpke";

const account = randomUUID();

describe("a fingerprint", () => {
  it("is twelve digits, the same each time", async () => {
    const { publicKey } = await newKeyPair();
    const digits = await fingerprintOf(account, publicKey);
    expect(digits).toMatch(/^\d{12}$/);
    expect(await fingerprintOf(account, publicKey)).toBe(digits);
  });

  it("stays what it is in every version: it is compared by people on two machines", async () => {
    const publicKey = new Uint8Array(32).fill(7);
    expect(await fingerprintOf("00000000-0000-4000-8000-000000000000", publicKey)).toBe("317354124716");
  });

  it("is another for another key, and for the same key of another account", async () => {
    const [one, other] = await Promise.all([newKeyPair(), newKeyPair()]);
    const digits = await Promise.all([
      fingerprintOf(account, one.publicKey),
      fingerprintOf(account, other.publicKey),
      fingerprintOf(randomUUID(), one.publicKey),
    ]);
    expect(new Set(digits).size).toBe(3);
  });

  it("is read out in groups of three", () => {
    expect(formatFingerprint("012345678901")).toBe("012 345 678 901");
  });

  it.each(["012345678901", "012 345 678 901", "012-345-678-901", " 012345 678901\n"])(
    "may be typed as %j",
    (typed) => {
      expect(isFingerprint(typed, "012345678901")).toBe(true);
    },
  );

  it.each(["", " ", "012345678902", "12345678901", "0123456789010", "012345678901 x"])(
    "is not %j",
    (typed) => {
      expect(isFingerprint(typed, "012345678901")).toBe(false);
    },
  );
});
