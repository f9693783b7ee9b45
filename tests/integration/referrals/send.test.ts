import type pg from "pg";
import { describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { assignCase } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import {
  agreeAppointment,
  answerAsPerson,
  finishReferral,
  markSent,
  recordAnswer,
} from "../../../lib/referrals/commands";
import { listDueReferrals, listOwnConsents } from "../../../lib/referrals/queries";
import { mailboxOf } from "../../support/cases";
import { daysAfter, NOW } from "../../support/clock";
import { asLogin } from "../../support/connections";
import {
  type GivenReferral,
  givenConsent,
  givenDraft,
  givenRequest,
  referralOf,
  revoke,
  send,
  TODAY,
} from "../../support/referrals";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

describe("sending", () => {
  it("is possible with a consent, once, however often the button is pressed", async () => {
    const given = await givenConsent();
    const results = await Promise.all([1, 2, 3].map(() => send(given)));
    expect(results).toEqual(results.map(() => ({ ok: true })));
    expect(await referralOf(given)).toMatchObject({ status: "sent", sentOn: new Date(TODAY), version: 1 });
    const due = await listDueReferrals(given.desk, new Date("2025-03-28"));
    expect(due.map(({ id }) => id)).toContain(given.ids.referralId);
    expect(await listDueReferrals(given.desk, new Date("2025-03-27"))).toEqual([]);
    const [own] = await listOwnConsents(await mailboxOf(given.caseFile.receipt), NOW);
    expect(own?.sentOn).toEqual(new Date(TODAY));
  });

  it("is not the same when way, words or the day of the answer differ", async () => {
    const given = await givenConsent();
    const sending = {
      ...given.ids,
      version: 0,
      on: TODAY,
      way: "letter",
      words: "",
      answerDueOn: "2025-03-28",
    } as const;
    expect(await markSent(given.desk, sending, NOW)).toEqual({ ok: true });
    expect(await markSent(given.desk, sending, NOW)).toEqual({ ok: true });
    for (const other of [{ way: "email" as const }, { words: "mit Vollmacht" }, { answerDueOn: null }])
      expect(await markSent(given.desk, { ...sending, ...other }, NOW)).toEqual({
        ok: false,
        reason: "changedMeanwhile",
      });
    expect((await referralOf(given)).body?.sent).toEqual({ way: "letter", words: "" });
  });

  it("is followed by an answer that is due to whoever has the case, or to everybody", async () => {
    const given = await givenConsent();
    await send(given);
    const { desk, ids, caseFile } = given;
    const colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
    const dueTo = async (at: Desk, whose: "mine" | "site", until = "2025-03-28") =>
      (await listDueReferrals(at, new Date(until), whose)).find(({ id }) => id === ids.referralId);

    expect(await dueTo(colleague, "mine")).toMatchObject({ caseId: caseFile.id, assigneeId: null });
    const { version } = await findCase(desk, caseFile.id);
    await assignCase(desk, { caseId: caseFile.id, version, assignee: desk.account }, NOW);
    expect(await dueTo(desk, "mine")).toMatchObject({ dueOn: new Date("2025-03-28") });
    expect(await dueTo(colleague, "mine")).toBeUndefined();
    expect(await dueTo(colleague, "site")).toMatchObject({ assigneeId: desk.account });
    expect(await dueTo(desk, "mine", "2025-03-27")).toBeUndefined();
    expect(await dueTo(await deskAt("bochum"), "site")).toBeUndefined();
  });

  it.each([
    ["a draft", givenDraft],
    ["while the person is being asked", givenRequest],
  ])("is refused: %s", async (_what, make) => {
    expect(await send(await make())).toEqual({ ok: false, reason: "noConsent" });
  });

  it("is refused after a revocation, and on a day on which the consent did not hold", async () => {
    const revoked = await givenConsent();
    await revoke(revoked);
    expect(await send(revoked)).toEqual({ ok: false, reason: "noConsent" });
    const given = await givenConsent();
    for (const on of ["2025-03-13", "2025-06-13", "2025-06-12"]) {
      const sending = await send(given, on, daysAfter(60));
      expect(sending, on).toEqual({ ok: false, reason: "dayNotPossible" });
    }
  });

  it("is followed by what came back, and by what became of it", async () => {
    const given = await givenConsent();
    const { desk, ids } = given;
    await agreeAppointment(desk, { ...ids, version: 0, on: "2025-03-20", words: "Wir gehen mit." }, NOW);
    expect(await send(given, TODAY, NOW, 1)).toEqual({ ok: true });
    const answered = { ...ids, reply: "noAnswer", on: TODAY, words: "" } as const;
    expect(await recordAnswer(desk, { ...answered, version: 2 }, NOW)).toEqual({ ok: true });
    const late = { ...answered, reply: "accepted", version: 3 } as const;
    expect(await recordAnswer(desk, late, NOW)).toEqual({ ok: true });
    expect(await finishReferral(desk, { ...ids, version: 4, result: "geholfen" }, NOW)).toEqual({ ok: true });
    expect(await referralOf(given)).toMatchObject({
      status: "done",
      body: { appointment: { on: "2025-03-20" }, result: "geholfen" },
    });
    await revoke(given, daysAfter(30));
    expect(await referralOf(given)).toMatchObject({ status: "revoked", sentOn: new Date(TODAY) });
  });
});

describe("revoking while the counsellor sends", () => {
  it("wins or comes after, and never leaves a referral sent without consent", async () => {
    for (let round = 0; round < 8; round += 1) {
      const given = await givenConsent();
      const mailbox = await mailboxOf(given.caseFile.receipt);
      const [own] = await listOwnConsents(mailbox, NOW);
      const back = { id: own?.id ?? "", answer: "revoked", locale: "de" } as const;
      const [sending, revoking] = await Promise.all([send(given), answerAsPerson(mailbox, back, NOW)]);
      expect(revoking).toBe("accepted");
      const after = await referralOf(given);
      expect(after.status).toBe("revoked");
      expect(after.sentOn !== null).toBe(sending.ok);
      if (!sending.ok) expect(["noConsent", "changedMeanwhile"]).toContain(sending.reason);
    }
  });

  it("wins when it came first and is not yet committed", async () => {
    const given = await givenConsent();
    await asLogin("site_koeln", async (client) => {
      await client.query("BEGIN");
      await revokeBySql(client, given);
      const sending = send(given);
      await new Promise((resolve) => setTimeout(resolve, 150));
      await client.query("COMMIT");
      expect(await sending).toEqual({ ok: false, reason: "noConsent" });
    });
    expect(await referralOf(given)).toMatchObject({ status: "revoked", sentOn: null });
  });

  it("wins over a hand-written statement too, at once and without a deadlock", async () => {
    const given = await givenConsent();
    await asLogin("site_koeln", (revoking) =>
      asLogin("site_koeln", async (sending) => {
        await revoking.query("BEGIN");
        await revoking.query("SELECT FROM consent WHERE case_id = $1 FOR UPDATE", [given.ids.caseId]);
        await expect(sendBySql(sending, given)).rejects.toThrow("could not obtain lock");
        await revokeBySql(revoking, given);
        await revoking.query("COMMIT");
        await expect(sendBySql(sending, given)).rejects.toThrow("cannot go this way");
      }),
    );
  });

  it("takes along what was sent just before", async () => {
    const given = await givenConsent();
    await asLogin("site_koeln", (revoking) =>
      asLogin("site_koeln", async (sending) => {
        await sending.query("BEGIN");
        await sendBySql(sending, given);
        const done = revokeBySql(revoking, given);
        await sending.query("COMMIT");
        await done;
      }),
    );
    expect(await referralOf(given)).toMatchObject({ status: "revoked", sentOn: new Date(TODAY) });
  });
});

const sendBySql = (client: pg.Client, { ids }: GivenReferral, set = "") =>
  client.query(`UPDATE referral SET status = 'sent', sent_on = '${TODAY}'${set} WHERE id = $1`, [
    ids.referralId,
  ]);
const revokeBySql = (client: pg.Client, { ids }: GivenReferral) =>
  client.query(
    `UPDATE consent SET status = 'revoked', revoked_on = '${TODAY}', revoked_by = 'site', sealed_revocation = ''
       WHERE case_id = $1`,
    [ids.caseId],
  );
