import { describe, expect, it } from "vitest";
import { detailsOf, kindOf } from "../../../lib/intake/rules";
import { CONTACT_FIELDS, type ContactForm, parseContact } from "../../../lib/intake/schema";
import { aForm, anEnquiry } from "../../support/forms";

const errorsOf = (typed: Partial<ContactForm>) => {
  const parsed = parseContact(aForm(typed));
  return parsed.ok ? {} : parsed.errors;
};

describe("the contact form", () => {
  it("has the field names that pages in use send", () => {
    expect(CONTACT_FIELDS).toEqual([
      ...["site", "message", "language", "channel", "anonymous", "name", "phone", "email", "safeContact"],
      ...["postalCode", "relation", "wish", "setting", "consent"],
    ]);
  });

  it("asks for a site and for one thing: a message or a way to answer", () => {
    expect(errorsOf({ message: "x" })).toEqual({});
    expect(errorsOf({ message: "", phone: "0151 234567" })).toEqual({});
    expect(errorsOf({ message: "", email: "a@b.example" })).toEqual({});
    expect(errorsOf({ message: "" })).toEqual({ message: "messageOrContact" });
    expect(errorsOf({ message: " \n " })).toEqual({ message: "messageOrContact" });
    expect(errorsOf({ site: "" })).toEqual({ site: "siteRequired" });
  });

  it("does not take a way to answer from somebody who stays anonymous", () => {
    expect(errorsOf({ message: "", phone: "0151 234567", anonymous: "yes" })).toEqual({
      message: "messageOrContact",
    });
  });

  it("names every error at once", () => {
    const errors = errorsOf({ site: "", message: "", phone: "abc", email: "x", postalCode: "1" });
    expect(Object.keys(errors).toSorted()).toEqual(["email", "phone", "postalCode", "site"]);
    expect(errorsOf({ site: "", message: "" })).toEqual({
      site: "siteRequired",
      message: "messageOrContact",
    });
  });

  it.each([
    [{ message: "x".repeat(16_000) }, {}],
    [{ message: "x".repeat(16_001) }, { message: "messageTooLong" }],
    [{ message: "😀".repeat(8_000) }, {}],
    [{ message: "😀".repeat(8_001) }, { message: "messageTooLong" }],
    [{ name: "x".repeat(301) }, { name: "textTooLong" }],
    [{ safeContact: "x".repeat(2_001) }, { safeContact: "textTooLong" }],
    [{ setting: "x".repeat(2_001) }, { setting: "textTooLong" }],
    [{ email: `${"x".repeat(300)}@b.example` }, { email: "emailInvalid" }],
    [{ phone: "1234" }, { phone: "phoneInvalid" }],
    [{ phone: "+49 (0)151/234-56.78" }, {}],
    [{ phone: "0151 Mama" }, { phone: "phoneInvalid" }],
    [{ email: "name@beispiel" }, { email: "emailInvalid" }],
    [{ postalCode: "30449" }, {}],
    [{ postalCode: "304 49" }, { postalCode: "postalCodeInvalid" }],
  ])("judges form %#", (typed, errors) => {
    expect(errorsOf(typed)).toEqual(errors);
  });

  it("takes an unknown choice for none, so that an older form still arrives", () => {
    expect(anEnquiry({ channel: "fax", relation: "friend", wish: "money", language: "tlh" })).toMatchObject({
      channel: undefined,
      relation: undefined,
      wish: undefined,
      language: "de",
    });
  });

  it.each(["yes", "on", "1", "true", "ja"])("understands anonymous=%s as yes", (anonymous) => {
    expect(anEnquiry({ anonymous }).anonymous).toBe(true);
  });

  it.each(["", "no", "false", "0", " No "])("understands anonymous=%j as no", (anonymous) => {
    expect(anEnquiry({ anonymous }).anonymous).toBe(false);
  });
});

describe("what is sealed", () => {
  const contact = { name: "N", phone: "0151 234567", email: "a@b.example", safeContact: "mornings" };

  it("has name, phone and e-mail of somebody who gives them", () => {
    expect(detailsOf(anEnquiry(contact), "tr")).toMatchObject(contact);
  });

  it("has none of them of somebody who stays anonymous, whatever was sent along", () => {
    const details = detailsOf(anEnquiry({ ...contact, anonymous: "yes" }), "tr");
    expect(JSON.stringify(details)).not.toMatch(/"N"|0151|b\.example/);
    expect(details.safeContact).toBe("mornings");
  });

  it("says in which language and to which words somebody consented", () => {
    expect(detailsOf(anEnquiry({ consent: "yes" }), "tr").consent).toEqual({
      given: true,
      version: 1,
      language: "tr",
    });
    expect(detailsOf(anEnquiry(), "de").consent.given).toBe(false);
  });
});

it.each([
  ["documentation", "report"],
  ["referral", "referralCounselling"],
  ["counselling", "firstContact"],
  [undefined, "firstContact"],
] as const)("makes of the wish %s a %s", (wish, kind) => {
  expect(kindOf({ wish })).toBe(kind);
});
