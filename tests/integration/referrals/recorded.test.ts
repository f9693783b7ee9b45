import { describe, expect, it } from "vitest";
import { recordConsent, revokeConsent } from "../../../lib/referrals/commands";
import type { SharedField } from "../../../lib/referrals/types";
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

  it.each([
    ["more is struck out", { fields: ["name"] as SharedField[] }],
    ["it was said otherwise", { way: "inPerson" as const }],
    ["it was explained in another language", { language: "de" }],
    ["it was another day", { on: "2025-03-13" }],
    ["it ends on another day", { expiresOn: "2025-05-12" }],
    ["the words differ", { words: "Nur den Namen." }],
  ])("stays as it was recorded, and a correction comes back: %s", async (_what, correction) => {
    const given = await givenDraft();
    const recording = { ...given.ids, version: 0, ...BY_PHONE };
    await recordConsent(given.desk, recording, NOW);
    const correcting = await recordConsent(given.desk, { ...recording, ...correction }, NOW);
    expect(correcting).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect((await referralOf(given)).consent?.decision?.fields).toEqual(["name", "phone"]);
  });

  it("needs no last day of its own while the mailbox asks, and cannot do without one on a draft", async () => {
    const asked = { ...BY_PHONE, expiresOn: null };
    const [request, draft] = [await givenRequest(), await givenDraft()];
    expect(await recordConsent(request.desk, { ...request.ids, version: 0, ...asked }, NOW)).toEqual({
      ok: true,
    });
    const drafting = await recordConsent(draft.desk, { ...draft.ids, version: 0, ...asked }, NOW);
    expect(drafting).toEqual({ ok: false, reason: "dayNotPossible" });
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
