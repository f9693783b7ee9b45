import { describe, expect, it } from "vitest";
import {
  agreeAppointment,
  askConsent,
  changeDraft,
  draftReferral,
  finishReferral,
  recordAnswer,
  recordConsent,
} from "../../../lib/referrals/commands";
import { findReferral, listDueReferrals, listReferrals } from "../../../lib/referrals/queries";
import { NOW } from "../../support/clock";
import {
  BY_PHONE,
  EXPIRES_ON,
  type GivenReferral,
  givenConsent,
  referralOf,
  revoke,
  send,
  TODAY,
} from "../../support/referrals";
import { deskAt } from "../../support/sites";

describe("a referral of another site", () => {
  const commands: Record<string, (given: GivenReferral, desk: GivenReferral["desk"]) => Promise<unknown>> = {
    listReferrals: ({ ids }, desk) => listReferrals(desk, ids.caseId),
    findReferral: ({ ids }, desk) => findReferral(desk, ids.caseId, ids.referralId),
    draftReferral: ({ ids }, desk) =>
      draftReferral(
        desk,
        {
          ...ids,
          recipient: { name: "x", contact: "" },
          purpose: "x",
          partnerId: null,
          toSite: null,
          fields: [],
        },
        NOW,
      ),
    changeDraft: ({ ids }, desk) =>
      changeDraft(
        desk,
        {
          ...ids,
          version: 0,
          recipient: { name: "x", contact: "" },
          purpose: "x",
          partnerId: null,
          toSite: null,
          fields: [],
        },
        NOW,
      ),
    askConsent: ({ ids }, desk) => askConsent(desk, { ...ids, version: 0, expiresOn: EXPIRES_ON }, NOW),
    recordConsent: ({ ids }, desk) => recordConsent(desk, { ...ids, version: 0, ...BY_PHONE }, NOW),
    revokeConsent: ({ ids }, desk) => revoke({ ids, desk } as GivenReferral),
    markSent: ({ ids }, desk) => send({ ids, desk } as GivenReferral),
    agreeAppointment: ({ ids }, desk) =>
      agreeAppointment(desk, { ...ids, version: 0, on: TODAY, words: "" }, NOW),
    recordAnswer: ({ ids }, desk) =>
      recordAnswer(desk, { ...ids, version: 0, reply: "refused", on: TODAY, words: "" }, NOW),
    finishReferral: ({ ids }, desk) => finishReferral(desk, { ...ids, version: 0, result: "x" }, NOW),
  };

  it.each(Object.entries(commands))("is missing to %s, and stays as it is", async (_name, command) => {
    const given = await givenConsent();
    const before = await referralOf(given);
    await expect(command(given, await deskAt("bochum"))).rejects.toMatchObject({ code: "notFound" });
    expect(await referralOf(given)).toEqual(before);
  });

  it("is on no list of what is due", async () => {
    const given = await givenConsent();
    await send(given);
    expect(await listDueReferrals(await deskAt("bochum"), new Date("2099-01-01"))).toEqual([]);
  });

  it("cannot be reached through a case of one's own", async () => {
    const [mine, other] = [await givenConsent("bochum"), await givenConsent()];
    const ids = { caseId: mine.ids.caseId, referralId: other.ids.referralId };
    await expect(send({ ...mine, ids })).rejects.toMatchObject({ code: "notFound" });
  });
});
