import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chosenOf,
  consentedTexts,
  holdsOn,
  letterWords,
  mayGo,
  mayPrint,
  shownStatus,
} from "../../../lib/referrals/rules";
import {
  type Consent,
  type ConsentStatus,
  REFERRAL_STATUSES,
  type ReferralStatus,
  SHARED_FIELDS,
} from "../../../lib/referrals/types";

const SENT: ReferralStatus[] = ["sent", "accepted", "refused", "noAnswer", "done"];
const statuses = fc.constantFrom(...REFERRAL_STATUSES);
const consents = fc.constantFrom<ConsentStatus[]>("requested", "given", "declined", "revoked");

describe("the life cycle of a referral", () => {
  it("has no way to being sent but through a consent that was given", () => {
    fc.assert(
      fc.property(fc.array(statuses, { maxLength: 12 }), (wanted) => {
        const path: ReferralStatus[] = ["draft"];
        for (const next of wanted) if (mayGo(path.at(-1) ?? "draft", next)) path.push(next);
        const sent = path.findIndex((status) => SENT.includes(status));
        if (sent >= 0) expect(path.slice(0, sent)).toContain("consented");
      }),
    );
  });

  it("ends for good when it is revoked, and can be revoked from everywhere else", () => {
    fc.assert(
      fc.property(statuses, statuses, (status, next) => {
        expect(mayGo("revoked", next)).toBe(false);
        expect(status === "revoked" || mayGo(status, "revoked")).toBe(true);
      }),
    );
  });
});

const day = (text: string) => new Date(text);

describe("a consent", () => {
  const given = { status: "given", decidedOn: day("2025-03-14"), expiresOn: day("2025-06-12") } as const;

  it.each([
    ["2025-03-13", false],
    ["2025-03-14", true],
    ["2025-06-12", true],
    ["2025-06-13", false],
  ])("that was given until 12 June holds on %s: %s", (on, holds) => {
    expect(holdsOn(given, day(on))).toBe(holds);
  });

  it("lets nothing be printed once the referral was taken back, nor to another site, nor without it", () => {
    const consent = given as Consent;
    const on = day("2025-03-14");
    expect(mayPrint({ status: "consented", toSite: null, consent }, on)).toBe(true);
    expect(mayPrint({ status: "consented", toSite: null, consent }, day("2025-06-13"))).toBe(false);
    expect(mayPrint({ status: "revoked", toSite: null, consent }, on)).toBe(false);
    expect(mayPrint({ status: "consented", toSite: "bochum", consent }, on)).toBe(false);
    expect(mayPrint({ status: "draft", toSite: null, consent: null }, on)).toBe(false);
  });

  it("holds on no day when it was not given, or was revoked", () => {
    fc.assert(
      fc.property(consents, fc.date({ noInvalidDate: true }), (status, on) => {
        if (status !== "given") expect(holdsOn({ ...given, status }, on)).toBe(false);
      }),
    );
  });

  it.each([
    ["requested", "requested", "unanswered"],
    ["given", "given", "expired"],
    ["declined", "declined", "declined"],
    ["revoked", "revoked", "revoked"],
  ] as const)("that is %s is shown as %s on its last day, and as %s after it", (status, last, after) => {
    expect(shownStatus(status, given.expiresOn, day("2025-06-12"))).toBe(last);
    expect(shownStatus(status, given.expiresOn, day("2025-06-13"))).toBe(after);
  });

  const fieldTexts = fc.uniqueArray(
    fc.record({ field: fc.constantFrom(...SHARED_FIELDS), text: fc.string({ minLength: 1 }) }),
    { selector: ({ field }) => field },
  );

  it("lets through what was asked for and left in, word for word, and nothing else", () => {
    fc.assert(
      fc.property(fieldTexts, fc.subarray([...SHARED_FIELDS]), consents, (fields, left, status) => {
        const consent = { status, request: { fields }, decision: { fields: left } } as unknown as Consent;
        const texts = consentedTexts(consent);
        expect(texts).toEqual(status === "given" ? fields.filter(({ field }) => left.includes(field)) : []);
      }),
    );
  });

  it("cannot be given for what nobody asked", () => {
    fc.assert(
      fc.property(fieldTexts, fc.subarray([...SHARED_FIELDS]), (fields, ticked) => {
        const chosen = chosenOf(fields, (field) => ticked.includes(field));
        const asked = fields.map(({ field }) => field);
        expect(chosen.every((field) => asked.includes(field) && ticked.includes(field))).toBe(true);
      }),
    );
  });
});

describe("the letter", () => {
  it("says for what and until when, and leaves no gap", () => {
    const { subject, intro, close } = letterWords({
      purpose: "Hilfe bei der Wohnung",
      until: "12. Juni 2025",
    });
    expect(subject).toContain("Hilfe bei der Wohnung");
    expect(intro).toContain("Hilfe bei der Wohnung");
    expect(close).toContain("12. Juni 2025");
    expect([subject, intro, close].join()).not.toMatch(/[{}]/);
  });

  it("takes a purpose as it is written, with braces or dollar signs", () => {
    const purpose = "$& {until} {purpose}";
    expect(letterWords({ purpose, until: "12. Juni 2025" }).subject).toContain(purpose);
  });
});
