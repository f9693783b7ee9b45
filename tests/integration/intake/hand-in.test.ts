import { beforeAll, describe, expect, it } from "vitest";
import { findCase, listCases } from "../../../lib/cases/queries";
import { parseReceipt } from "../../../lib/crypto/receipt";
import { handIn, newForm } from "../../../lib/intake/commands";
import { MAX_MESSAGE, MAX_PARAGRAPH } from "../../../lib/intake/schema";
import { readThread } from "../../../lib/mailbox/commands";
import { mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asOwner } from "../../support/connections";
import { anEnquiry } from "../../support/forms";
import { deskAt, givenSiteKey } from "../../support/sites";

beforeAll(async () => {
  await Promise.all(["koeln", "bochum"].map(deskAt));
});

const casesOf = async (site: string) => (await listCases(await deskAt(site), { sort: "newest" })).cases;

async function handedIn(nonce: string, typed: Parameters<typeof anEnquiry>[0] = {}, locale = "de") {
  const result = await handIn(anEnquiry(typed), nonce, locale, NOW);
  if (!result.ok) throw new Error(result.reason);
  return result.receipt;
}

describe("handing in", () => {
  it("reaches the chosen site, with everything the person said", async () => {
    const typed = {
      message: "مرحبا 😀",
      name: "N",
      phone: "0151 234567",
      language: "ar",
      channel: "video",
      consent: "yes",
    };
    const receipt = await handedIn(
      newForm(NOW),
      { ...typed, wish: "referral", setting: "barrierefrei" },
      "ar",
    );
    const { caseId } = await mailboxOf(receipt);
    const caseFile = await findCase(await deskAt("koeln"), caseId);
    expect(caseFile).toMatchObject({
      status: "received",
      kind: "referralCounselling",
      language: "ar",
      channel: "video",
      unread: true,
      version: 0,
      hasMailbox: true,
      details: {
        name: "N",
        phone: "0151 234567",
        setting: "barrierefrei",
        anonymous: false,
        wish: "referral",
      },
      letters: [{ seq: 1, author: "person", text: "مرحبا 😀" }],
      notes: [],
      history: [],
    });
    expect(caseFile.details.consent).toEqual({ given: true, version: 1, language: "ar" });
    expect(caseFile.createdOn.toISOString()).toBe("2025-03-14T00:00:00.000Z");
    await expect(findCase(await deskAt("bochum"), caseId)).rejects.toMatchObject({ code: "notFound" });
  });

  it("stores no name, phone or e-mail of somebody who stays anonymous", async () => {
    const receipt = await handedIn(newForm(NOW), {
      name: "N",
      phone: "0151 234567",
      email: "a@b.example",
      anonymous: "yes",
    });
    const { details } = await findCase(await deskAt("koeln"), (await mailboxOf(receipt)).caseId);
    expect(details.anonymous).toBe(true);
    expect(details).not.toMatchObject({ name: expect.anything() });
    expect(JSON.stringify(details)).not.toMatch(/0151|b\.example/);
  });

  it.each(["x", "あ", "😀", '"', "\n."])(
    "holds the longest form in the letter %j, and its repetition",
    async (letter) => {
      const fill = (units: number) => letter.repeat(Math.floor(units / letter.length));
      const nonce = newForm(NOW);
      const typed = {
        message: fill(MAX_MESSAGE),
        safeContact: fill(MAX_PARAGRAPH),
        setting: fill(MAX_PARAGRAPH),
      };
      const receipt = await handedIn(nonce, typed);
      await handedIn(nonce, { ...typed, setting: `${typed.setting.slice(2)}x` });
      const { letters } = await readThread(await mailboxOf(receipt));
      expect(letters.map(({ text }) => text)).toEqual([typed.message.trim(), typed.message.trim()]);
    },
  );

  it("numbers the cases of a site without gaps, and those of another by themselves", async () => {
    for (const site of ["koeln", "bochum"]) {
      const numbers = (await casesOf(site)).map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index));
    }
  });
});

describe("a form that cannot be accepted", () => {
  const counted = async () =>
    asOwner(
      async (client) =>
        (await client.query("SELECT sum(next_case_number) AS sum FROM site_counter")).rows[0].sum,
    );

  it.each(["", "x", `${"A".repeat(47)}B`])("has the forged nonce %j", async (nonce) => {
    const before = await counted();
    expect(await handIn(anEnquiry(), nonce, "de", NOW)).toEqual({ ok: false, reason: "expired" });
    expect(await counted()).toBe(before);
  });

  it.each(["nowhere", "", "KOELN", "koeln'; --", "site_koeln"])("names the unknown site %j", async (site) => {
    const enquiry = { ...anEnquiry(), site };
    expect(await handIn(enquiry, newForm(NOW), "de", NOW)).toEqual({ ok: false, reason: "siteUnknown" });
  });

  it("names a site that is no longer active, in the same words", async () => {
    await givenSiteKey("luebeck");
    await asOwner((client) => client.query("UPDATE site SET active = false WHERE id = 'luebeck'"));
    const result = await handIn(anEnquiry({ site: "luebeck" }), newForm(NOW), "de", NOW);
    expect(result).toEqual({ ok: false, reason: "siteUnknown" });
  });

  it("names a site that has no key yet", async () => {
    const result = await handIn(anEnquiry({ site: "bayern" }), newForm(NOW), "de", NOW);
    expect(result).toEqual({ ok: false, reason: "siteUnknown" });
  });
});

it("gives receipts that a person can type", async () => {
  const receipt = await handedIn(newForm(NOW));
  expect(parseReceipt(receipt)).toBe(receipt);
});
