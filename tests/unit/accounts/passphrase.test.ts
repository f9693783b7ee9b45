import { describe, expect, it } from "vitest";
import { commonPasswords } from "../../../lib/accounts/internal/common-passwords";
import { judgePassphrase, suggestPassphrase } from "../../../lib/accounts/rules";

const common = await commonPasswords();
const judge = (passphrase: string, own: string[] = []) =>
  judgePassphrase(passphrase, (word) => common.has(word), own);

describe("a passphrase", () => {
  it.each([
    "correct horse battery staple",
    "nur zwölf zei",
    "密码短语应该足够长而且不常见",
    "جملة طويلة لا يعرفها أحد",
    "badumo-tikela-sonipa-gurezo",
    "my dog ate 3 sheets",
    "0815-4711-2303-9982",
  ])("may be %s", (passphrase) => {
    expect(judge(passphrase)).toBeNull();
  });

  it.each(["", "short", "elf zeichen", "           a", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"])(
    "is too short as %j",
    (passphrase) => {
      expect(judge(passphrase)).toBe("tooShort");
    },
  );

  it("counts characters as people see them, not bytes", () => {
    expect(judge("🙂🐑🌊🎈🍀🚲🔑📚🎻🧭🪁🧵")).toBeNull();
    expect(judge("ａｂｃｄｅｆｇｈｉｊｋ")).toBe("tooShort");
  });

  it("is bounded, so that nobody can keep the server busy", () => {
    expect(judge("ab cd ef gh ".repeat(90))).toBe("tooLong");
  });

  it.each([
    "1qaz2wsx3edc",
    "Pass Word Pass Word",
    "passwordpassword",
    "Password2024!!",
    "dragon20252026",
    "aaaaaaaaaaaaaa",
    "abcabcabcabc",
    "12341234123412",
    "qwertyuiop123456",
    "iloveyou iloveyou",
    "ＰＡＳＳＷＯＲＤ１２３４５",
  ])("is common as %s", (passphrase) => {
    expect(judge(passphrase)).toBe("common");
  });

  it.each([
    "jo.meyer@beratung.example",
    "Jo.Meyer 123456",
    "jomeyerjomeyer",
    "Neumuenster 2026",
    "weact weact weact",
  ])("is personal as %s", (passphrase) => {
    expect(judge(passphrase, ["jo.meyer@beratung.example", "neumuenster"])).toBe("personal");
  });
});

describe("a suggestion", () => {
  it("is four groups of three syllables, which pass every rule and do not repeat", () => {
    const made = Array.from({ length: 200 }, suggestPassphrase);
    for (const passphrase of made) {
      expect(passphrase).toMatch(/^([bdfgklmnprstvz][aeiou]){3}(-([bdfgklmnprstvz][aeiou]){3}){3}$/);
      expect(judge(passphrase)).toBeNull();
    }
    expect(new Set(made).size).toBe(made.length);
  });

  it("has at least 70 bits", () => {
    expect(12 * Math.log2(14 * 5)).toBeGreaterThan(70);
  });
});
