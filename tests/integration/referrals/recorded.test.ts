import { describe, expect, it } from "vitest";
import { recordConsent, revokeConsent } from "../../../lib/referrals/commands";
import { NOW } from "../../support/clock";
import { BY_PHONE, givenDraft, givenRequest, referralOf, saysYes, TODAY } from "../../support/referrals";

describe("outside the mailbox, a consent", () => {
  it("is recorded with the day and the words, on a draft or while the mailbox asks", async () => {
    for (const given of [await givenDraft(), await givenRequest()]) {
      const recording = { ...given.ids, version: 0, ...BY_PHONE };
      expect(await recordConsent(given.desk, recording, NOW)).toEqual({ ok: true });
      expect(await recordConsent(given.desk, recording, NOW)).toEqual({ ok: true });
      const referral = await referralOf(given);
      expect(referral).toMatchObject({
        status: "consented",
        consent: {
          status: "given",
          decision: { way: "phone", words: BY_PHONE.words, fields: ["name", "phone"] },
        },
      });
      expect(referral.consent?.decidedOn).toEqual(new Date(TODAY));
    }
  });

  it("does not take back what the person said in the mailbox meanwhile", async () => {
    const given = await givenRequest();
    await saysYes(given);
    const recording = { ...given.ids, version: 0, ...BY_PHONE, answer: "declined" } as const;
    const result = await recordConsent(given.desk, recording, NOW);
    expect(result).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect((await referralOf(given)).status).toBe("consented");
  });

  it.each([
    ["on a day to come", { on: "2025-03-15" }],
    ["after the day on which it ends", { on: TODAY, expiresOn: "2025-03-13" }],
  ])("is not recorded %s", async (_when, days) => {
    const given = await givenDraft();
    const result = await recordConsent(given.desk, { ...given.ids, version: 0, ...BY_PHONE, ...days }, NOW);
    expect(result).toEqual({ ok: false, reason: "dayNotPossible" });
  });

  it("is taken back by whoever calls, whatever was the case", async () => {
    for (const given of [await givenDraft(), await givenRequest()]) {
      const back = { ...given.ids, version: 0, way: "phone", on: TODAY, words: "Lieber nicht." } as const;
      expect(await revokeConsent(given.desk, back, NOW)).toEqual({ ok: true });
      expect(await revokeConsent(given.desk, back, NOW)).toEqual({ ok: true });
      expect((await referralOf(given)).status).toBe("revoked");
    }
  });
});
