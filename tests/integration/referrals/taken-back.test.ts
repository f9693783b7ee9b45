import { describe, expect, it } from "vitest";
import { answerAsPerson, askConsent, recordConsent, revokeConsent } from "../../../lib/referrals/commands";
import { mayPrint } from "../../../lib/referrals/rules";
import type { RevokeConsent } from "../../../lib/referrals/schema";
import { mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asLogin } from "../../support/connections";
import {
  BY_PHONE,
  EXPIRES_ON,
  type GivenReferral,
  givenConsent,
  givenDraft,
  ownConsent,
  referralOf,
  saysYes,
  TODAY,
} from "../../support/referrals";

const CHANGED = { ok: false, reason: "changedMeanwhile" };
const REASON = "Die Stelle nimmt gerade niemanden auf.";

const giveUp = ({ desk, ids }: GivenReferral, other: Partial<RevokeConsent> = {}) =>
  revokeConsent(desk, { ...ids, version: 0, way: "ours", on: TODAY, words: REASON, ...other }, NOW);
const record = ({ desk, ids }: GivenReferral) =>
  recordConsent(desk, { ...ids, version: 0, ...BY_PHONE }, NOW);
const ask = ({ desk, ids }: GivenReferral) =>
  askConsent(desk, { ...ids, version: 0, expiresOn: EXPIRES_ON }, NOW);

/** Both wait for the case; the first gets it first, and what the second read is old by then. */
async function oneAfterTheOther<T>(given: GivenReferral, ...works: (() => Promise<T>)[]): Promise<T[]> {
  return asLogin("site_koeln", async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT FROM case_file WHERE id = $1 FOR UPDATE", [given.ids.caseId]);
    const running: Promise<T>[] = [];
    for (const work of works) {
      running.push(work());
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await client.query("COMMIT");
    return Promise.all(running);
  });
}

/** Nothing may go out, nobody is asked any more, and no later yes counts. */
async function expectNothingLeft(given: GivenReferral): Promise<void> {
  const referral = await referralOf(given);
  expect(referral.status).toBe("revoked");
  expect(["revoked", undefined]).toContain(referral.consent?.status);
  expect(mayPrint(referral, new Date(TODAY))).toBe(false);
  if (!referral.consent) return;
  expect((await ownConsent(given)).consent.status).toBe("revoked");
  expect(await saysYes(given)).toBe("stands");
}

describe("taking a draft back", () => {
  it.each([
    ["records a yes", record],
    ["asks", ask],
  ])("wins while a colleague %s, whoever comes first", async (_what, other) => {
    for (let round = 0; round < 12; round += 1) {
      const given = await givenDraft();
      const [revoking] = await Promise.all([giveUp(given), other(given)]);
      expect(revoking).toEqual({ ok: true });
      await expectNothingLeft(given);
    }
  });

  it.each([
    ["recorded a yes", record],
    ["asked", ask],
  ])("takes along that a colleague %s a moment before", async (_what, other) => {
    const given = await givenDraft();
    const results = await oneAfterTheOther(
      given,
      () => other(given),
      () => giveUp(given),
    );
    expect(results).toEqual([{ ok: true }, { ok: true }]);
    await expectNothingLeft(given);
    expect((await referralOf(given)).consent?.revocation).toMatchObject({ way: "ours", words: REASON });
  });

  it("leaves nothing to those who were about to ask or to record", async () => {
    for (const other of [record, ask]) {
      const given = await givenDraft();
      const results = await oneAfterTheOther(
        given,
        () => giveUp(given),
        () => other(given),
      );
      expect(results).toEqual([{ ok: true }, CHANGED]);
      expect((await referralOf(given)).consent).toBeNull();
    }
  });
});

describe("the reason of who takes back", () => {
  const declined = async () => {
    const given = await givenDraft();
    await recordConsent(given.desk, { ...given.ids, version: 0, ...BY_PHONE, answer: "declined" }, NOW);
    return given;
  };

  it.each([
    ["a draft", givenDraft],
    ["a refused one", declined],
  ])("stays with %s", async (_what, make) => {
    const given = await make();
    expect(await giveUp(given)).toEqual({ ok: true });
    expect(await giveUp(given)).toEqual({ ok: true });
    const { status, body } = await referralOf(given);
    expect(status).toBe("revoked");
    expect(body?.revocation).toMatchObject({
      ...{ way: "ours", on: TODAY, words: REASON, account: given.desk.account },
    });
  });

  it("comes back where it was taken back already, unless it is the same", async () => {
    const [draft, consented] = [await givenDraft(), await givenConsent()];
    for (const given of [draft, consented]) {
      const results = await Promise.all([giveUp(given), giveUp(given, { words: "Zu weit weg." })]);
      expect(results.toSorted((a, b) => Number(b.ok) - Number(a.ok))).toEqual([{ ok: true }, CHANGED]);
      expect(await giveUp(given, { way: "phone" })).toEqual(CHANGED);
      expect(await giveUp(given, { on: "2025-03-13" })).toEqual(CHANGED);
    }
  });

  it("comes back where the person took it back a moment before", async () => {
    const given = await givenConsent();
    const { consent } = await ownConsent(given);
    const mailbox = await mailboxOf(given.caseFile.receipt);
    await answerAsPerson(mailbox, { id: consent.id, answer: "revoked", locale: "tr" }, NOW);
    expect(await giveUp(given)).toEqual(CHANGED);
    expect((await referralOf(given)).consent?.revocation).toMatchObject({ way: "mailbox", words: "" });
  });
});
