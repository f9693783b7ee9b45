import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkCode, totpAddress, totpText } from "../../../lib/accounts/rules";
import { NOW } from "../../support/clock";
import { codesOf } from "../../support/codes";

const secret = new Uint8Array(randomBytes(20));
const codeAt = codesOf(secret);
const secondsAfter = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const check = (code: string, lastStep: number | null = null) => checkCode(secret, code, lastStep, NOW);
const STEP = Math.floor(NOW.getTime() / 30_000);

describe("a code of an authenticator app", () => {
  it("is that of RFC 6238", () => {
    const known = new Uint8Array(Buffer.from("12345678901234567890"));
    const at = new Date("2005-03-18T01:58:29Z"); // appendix B, of 8 digits: 07081804
    expect(checkCode(known, "081804", null, at)).toEqual({ ok: true, step: 37_037_036 });
  });

  it.each([0, -30, 30])("counts %d seconds from now", (seconds) => {
    expect(check(codeAt(secondsAfter(seconds)))).toEqual({ ok: true, step: STEP + seconds / 30 });
  });

  it.each([
    [60, 1],
    [-60, 1],
    [120, 2],
    [-120, 2],
    [300, 5],
  ])("is refused %d seconds off, with the minutes that the clock is wrong", (seconds, minutes) => {
    expect(check(codeAt(secondsAfter(seconds)))).toEqual({ ok: false, reason: "clock", minutes });
  });

  it("is wrong further off than five and a half minutes", () => {
    expect(check(codeAt(secondsAfter(400)))).toEqual({ ok: false, reason: "wrong" });
  });

  it("counts once, and an older one not after a newer", () => {
    expect(check(codeAt(NOW), STEP)).toEqual({ ok: false, reason: "codeUsed" });
    expect(check(codeAt(secondsAfter(-30)), STEP)).toEqual({ ok: false, reason: "codeUsed" });
    expect(check(codeAt(secondsAfter(30)), STEP)).toMatchObject({ ok: true });
  });

  it("is read with spaces between", () => {
    const code = codeAt(NOW);
    expect(check(` ${code.slice(0, 3)} ${code.slice(3)} `)).toMatchObject({ ok: true });
  });

  it.each(["", "12345", "1234567", "abcdef", "12 34"])("is wrong as %j", (typed) => {
    expect(check(typed)).toEqual({ ok: false, reason: "wrong" });
  });
});

describe("the setup of an app", () => {
  it("names us, and carries the secret in an address and in text", () => {
    const address = new URL(totpAddress(secret, "intake.example"));
    expect(address.protocol).toBe("otpauth:");
    expect(address.searchParams.get("issuer")).toBe("weact");
    expect(totpText(secret).replaceAll(" ", "")).toBe(address.searchParams.get("secret"));
  });
});
