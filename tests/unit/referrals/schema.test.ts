import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pad } from "../../../lib/crypto/padding";
import {
  askedOf,
  draftReferralSchema,
  ownAnswerOf,
  ownAnswerSchema,
  ownTickOf,
  recordConsentSchema,
  textOf,
  tickedIn,
  tickOf,
} from "../../../lib/referrals/schema";
import { type ConsentRequest, SHARED_FIELDS, type SharedField } from "../../../lib/referrals/types";

const IDS = { caseId: crypto.randomUUID(), referralId: crypto.randomUUID() };
const DRAFT = { ...IDS, recipientName: "Mieterverein", recipientContact: "", purpose: "Hilfe" };

describe("the form of a draft", () => {
  it("shares what is ticked, keeps aside what is only written, and takes no tick without words", () => {
    const texts = fc.record(
      Object.fromEntries(SHARED_FIELDS.map((field) => [field, fc.constantFrom("", " ", "Ja", " x ")])),
    );
    fc.assert(
      fc.property(texts, fc.subarray([...SHARED_FIELDS]), (said, ticked) => {
        const form = Object.fromEntries([
          ...SHARED_FIELDS.map((field) => [textOf(field), said[field]]),
          ...ticked.map((field) => [tickOf(field), "yes"]),
        ]);
        const wordless = ticked.filter((field) => !said[field]?.trim());
        const { data, error } = draftReferralSchema.safeParse({ ...DRAFT, ...form });
        expect(error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []).toEqual(
          wordless.map((field) => [textOf(field), "textEmpty"]),
        );
        if (!data) return;
        const written = SHARED_FIELDS.filter((field) => said[field]?.trim());
        const texts = (fields: SharedField[]) =>
          fields.map((field) => ({ field, text: said[field]?.trim() }));
        expect(data.fields).toEqual(texts(written.filter((field) => ticked.includes(field))));
        expect(data.unticked).toEqual(texts(written.filter((field) => !ticked.includes(field))));
      }),
    );
  });

  it("takes as much as fits under one seal, with everything that is written down later", () => {
    const told = "ش".repeat(15_000);
    const form = { ...DRAFT, [tickOf("told")]: "yes", [textOf("told")]: told };
    const { caseId: _case, referralId: _referral, ...draft } = draftReferralSchema.parse(form);
    const words = "ก".repeat(2_000);
    const answers = [words, words];
    const whole = { ...draft, ...IDS, sent: words, appointment: words, answers, result: words };
    expect(() => pad(Buffer.from(JSON.stringify(whole)))).not.toThrow();
    for (const tick of [{}, { [tickOf("incident")]: "yes" }]) {
      const more = { ...form, ...tick, [textOf("incident")]: told };
      expect(draftReferralSchema.safeParse(more).error?.issues[0]?.message).toBe("tooMuch");
    }
  });

  it.each([
    ["recipientName", "", "textEmpty"],
    ["purpose", " ", "textEmpty"],
    ["recipientContact", "x".repeat(2_001), "textTooLong"],
  ])("refuses %s that is %j", (field, value, message) => {
    const parsed = draftReferralSchema.safeParse({ ...DRAFT, [field]: value });
    expect(parsed.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
      [field, message],
    ]);
  });
});

describe("the form of an answer", () => {
  const ANSWER = {
    ...{ ...IDS, version: "0", answer: "given", way: "phone", on: "2025-03-14" },
    ...{ expiresOn: "2025-06-12", language: "tr", words: "Ja." },
  };

  it("takes what is ticked", () => {
    const { fields } = recordConsentSchema.parse({
      ...ANSWER,
      [tickOf("phone")]: "yes",
      [tickOf("aim")]: "no",
    });
    expect(fields).toEqual(["phone"]);
  });

  it.each([
    ["words", ""],
    ["on", "2025-02-30"],
    ["way", "mailbox"],
    ["answer", "revoked"],
  ])("refuses %s that is %j", (field, value) => {
    expect(recordConsentSchema.safeParse({ ...ANSWER, [field]: value }).success).toBe(false);
  });
});

describe("the form of all questions in a mailbox", () => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  const asking = (id: string) => ({
    id,
    request: { fields: SHARED_FIELDS.slice(0, 5).map((field) => ({ field, text: "x" })) } as ConsentRequest,
  });
  const someFields = fc.subarray([...SHARED_FIELDS]);

  it("keeps what is ticked in each question apart, and only what was asked for", () => {
    fc.assert(
      fc.property(someFields, someFields, (here, there) => {
        const sent = new Set([
          ...[first, second].map(askedOf),
          ...here.map((field) => ownTickOf(first, field)),
          ...there.map((field) => ownTickOf(second, field)),
        ]);
        const asked = SHARED_FIELDS.slice(0, 5);
        expect(tickedIn([asking(first), asking(second)], (name) => (sent.has(name) ? "yes" : ""))).toEqual({
          [first]: asked.filter((field) => here.includes(field)),
          [second]: asked.filter((field) => there.includes(field)),
        });
      }),
    );
  });

  it("strikes nothing out of a question that came after it", () => {
    const said = (name: string) => (name === askedOf(first) ? "yes" : "");
    expect(tickedIn([asking(first), asking(second)], said)).toEqual({ [first]: [] });
  });

  it("says with the button what is answered to which question", () => {
    for (const answer of ["given", "declined", "revoked"] as const) {
      expect(ownAnswerSchema.parse(ownAnswerOf(first, answer))).toEqual({ answer, consent: first });
    }
    for (const pressed of ["", "given", `sent:${first}`, "given:1", `:${first}`]) {
      expect(ownAnswerSchema.safeParse(pressed).success).toBe(false);
    }
  });
});
