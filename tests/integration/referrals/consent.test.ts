import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findCase } from "../../../lib/cases/queries";
import { answerAsPerson, askConsent, changeDraft, draftReferral } from "../../../lib/referrals/commands";
import { listOwnConsents } from "../../../lib/referrals/queries";
import { consentedTexts } from "../../../lib/referrals/rules";
import { mailboxOf } from "../../support/cases";
import { daysAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import {
  EXPIRES_ON,
  FIELDS,
  givenDraft,
  givenRequest,
  ownConsent,
  referralOf,
  saysYes,
} from "../../support/referrals";

const DRAFT = {
  recipient: { name: "Mieterverein", contact: "" },
  purpose: "anders",
  partnerId: null,
  toSite: null,
};

describe("a draft", () => {
  it("is one, however often its form is sent", async () => {
    const { desk, ids } = await givenDraft();
    const typed = { ...ids, ...DRAFT, recipient: { name: "Mieterverein", contact: "Am Markt 1" } };
    const same = { ...typed, purpose: "Beratung zum Mietrecht", fields: FIELDS };
    expect(await draftReferral(desk, same, NOW)).toEqual({ ok: true });
    const other = await draftReferral(desk, { ...same, purpose: "etwas anderes" }, NOW);
    expect(other).toEqual({ ok: false, reason: "changedMeanwhile" });
  });

  it("keeps what the first of two wrote who change it at once", async () => {
    const given = await givenDraft();
    const { desk, ids } = given;
    const results = await Promise.all(
      ["eins", "zwei"].map((purpose) =>
        changeDraft(desk, { ...ids, version: 0, ...DRAFT, purpose, fields: FIELDS }, NOW),
      ),
    );
    expect(results.filter(({ ok }) => ok).length).toBe(1);
    expect(results).toContainEqual({ ok: false, reason: "changedMeanwhile" });
    expect((await referralOf(given)).version).toBe(1);
  });

  it("cannot be changed once the person was asked", async () => {
    const { desk, ids } = await givenRequest();
    const changing = await changeDraft(desk, { ...ids, version: 0, ...DRAFT, fields: FIELDS }, NOW);
    expect(changing).toEqual({ ok: false, reason: "changedMeanwhile" });
  });

  it("asks nobody for nothing, nor for longer than a year", async () => {
    const empty = await givenDraft("koeln", []);
    const ask = { ...empty.ids, version: 0, expiresOn: EXPIRES_ON };
    expect(await askConsent(empty.desk, ask, NOW)).toEqual({ ok: false, reason: "nothingToShare" });
    const given = await givenDraft();
    for (const expiresOn of ["2025-03-13", "2026-03-16"]) {
      const asking = await askConsent(given.desk, { ...given.ids, version: 0, expiresOn }, NOW);
      expect(asking).toEqual({ ok: false, reason: "dayNotPossible" });
    }
  });

  it("is asked for once, however often the button is pressed", async () => {
    const given = await givenDraft();
    const ask = { ...given.ids, version: 0, expiresOn: EXPIRES_ON };
    const results = await Promise.all([1, 2, 3].map(() => askConsent(given.desk, ask, NOW)));
    expect(results).toEqual(results.map(() => ({ ok: true })));
    const longer = await askConsent(given.desk, { ...ask, expiresOn: "2025-07-12" }, NOW);
    expect(longer).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect((await listOwnConsents(await mailboxOf(given.caseFile.receipt), NOW)).length).toBe(1);
  });
});

describe("in the mailbox, the person", () => {
  it("sees exactly what would be sent to whom and for what", async () => {
    const { consent } = await ownConsent(await givenRequest());
    expect(consent).toMatchObject({
      status: "requested",
      request: {
        recipient: { name: "Mieterverein", contact: "Am Markt 1" },
        purpose: "Beratung zum Mietrecht",
        fields: FIELDS,
      },
      chosen: null,
    });
  });

  it("strikes out a field and says yes; the counsellor sees so", async () => {
    const given = await givenRequest();
    expect(await saysYes(given)).toBe("accepted");
    const referral = await referralOf(given);
    expect(referral.status).toBe("consented");
    expect(referral.consent?.decision).toMatchObject({ way: "mailbox", language: "tr", textVersion: 1 });
    const texts = referral.consent && consentedTexts(referral.consent);
    expect(texts).toEqual(FIELDS.filter(({ field }) => field !== "phone"));
    expect(await findCase(given.desk, given.ids.caseId)).toMatchObject({ unread: true });
  });

  it("answers once, however often the button is pressed, and stays with it", async () => {
    const given = await givenRequest();
    const answers = await Promise.all([1, 2, 3].map(() => saysYes(given)));
    expect(answers.toSorted()).toEqual(["accepted", "repeated", "repeated"]);
    const { mailbox, consent } = await ownConsent(given);
    const no = { id: consent.id, answer: "declined", locale: "tr" } as const;
    expect(await answerAsPerson(mailbox, no, NOW)).toBe("stands");
  });

  it("says no, and nothing is sent", async () => {
    const given = await givenRequest();
    const { mailbox, consent } = await ownConsent(given);
    const no = { id: consent.id, answer: "declined", locale: "tr" } as const;
    expect(await answerAsPerson(mailbox, no, NOW)).toBe("accepted");
    const referral = await referralOf(given);
    expect(referral.status).toBe("declined");
    expect(referral.consent && consentedTexts(referral.consent)).toEqual([]);
  });

  it("takes a yes back later", async () => {
    const given = await givenRequest();
    await saysYes(given);
    const { mailbox, consent } = await ownConsent(given);
    const back = { id: consent.id, answer: "revoked", locale: "tr" } as const;
    expect(await answerAsPerson(mailbox, back, daysAfter(5))).toBe("accepted");
    expect(await answerAsPerson(mailbox, back, daysAfter(5))).toBe("repeated");
    const referral = await referralOf(given);
    expect(referral).toMatchObject({ status: "revoked", consent: { revocation: { way: "mailbox" } } });
    expect(referral.consent?.revokedOn).toEqual(new Date("2025-03-19"));
  });

  it("is not asked any more when the time is over", async () => {
    const given = await givenRequest("koeln", "2025-03-20");
    expect((await ownConsent(given, daysAfter(6))).consent.status).toBe("requested");
    expect((await ownConsent(given, daysAfter(7))).consent.status).toBe("unanswered");
    expect(await saysYes(given, daysAfter(7))).toBe("stands");
  });

  it("sees that the time of a yes is over, and can still take it back", async () => {
    const given = await givenRequest("koeln", "2025-03-20");
    await saysYes(given);
    expect((await ownConsent(given, daysAfter(6))).consent.status).toBe("given");
    const { mailbox, consent } = await ownConsent(given, daysAfter(7));
    expect(consent.status).toBe("expired");
    const back = { id: consent.id, answer: "revoked", locale: "tr" } as const;
    expect(await answerAsPerson(mailbox, back, daysAfter(7))).toBe("accepted");
  });

  it("reaches what belongs to another receipt by no id", async () => {
    const [mine, other] = [await givenRequest(), await givenRequest("bochum")];
    const { mailbox } = await ownConsent(mine);
    const { consent } = await ownConsent(other);
    const own = { id: consent.id, answer: "given", fields: [], locale: "de" } as const;
    expect(await answerAsPerson(mailbox, { ...own, fields: [] }, NOW)).toBe("unknown");
    expect(await answerAsPerson(mailbox, { ...own, id: randomUUID(), fields: [] }, NOW)).toBe("unknown");
    expect((await referralOf(other)).status).toBe("consentRequested");
  });
});

it("stores nothing of it in a way that can be read", async () => {
  const given = await givenRequest();
  await saysYes(given);
  const { rows } = await asSuperuser((client) =>
    client.query("SELECT c::text || r::text AS row FROM consent c JOIN referral r ON r.consent_id = c.id"),
  );
  const hex = (text: string) => Buffer.from(text).toString("hex");
  for (const { row } of rows)
    for (const word of ["Sema", "Mieterverein", "mailbox", "0151 234567"]) {
      expect(row).not.toContain(word);
      expect(row).not.toContain(hex(word));
    }
});
