import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerPerson } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import { acceptHandover, declineHandover } from "../../../lib/handovers/commands";
import { countHandovers, isHandedOver, listHandovers } from "../../../lib/handovers/queries";
import { readThread } from "../../../lib/mailbox/commands";
import {
  answerAsPerson,
  askConsent,
  draftReferral,
  finishReferral,
  recordAnswer,
} from "../../../lib/referrals/commands";
import { mailboxOf } from "../../support/cases";
import { daysAfter, NOW } from "../../support/clock";
import { asLogin, asSuperuser } from "../../support/connections";
import {
  givenHandover,
  givenHandoverByPhone,
  givenHandoverDraft,
  givenOffer,
  threadThere,
} from "../../support/handovers";
import {
  accepted,
  EXPIRES_ON,
  FIELDS,
  type GivenReferral,
  ownConsent,
  referralOf,
  revoke,
  saysYes,
  send,
  TODAY,
} from "../../support/referrals";
import { deskAt } from "../../support/sites";

/** When nobody is agreed with any more. */
const AFTER = daysAfter(200);

const takesBack = async (given: GivenReferral) => {
  const { mailbox, consent } = await ownConsent(given);
  return answerAsPerson(mailbox, { id: consent.id, answer: "revoked", locale: "tr" }, NOW);
};

/** What Bochum is offered of this case. */
async function offered(given: GivenReferral) {
  const id = await handoverId(given);
  return (await listHandovers(await deskAt("bochum"), NOW)).find((handover) => handover.id === id);
}

const rowsOf = ({ ids }: GivenReferral) =>
  asSuperuser((client) => client.query("SELECT * FROM handover WHERE referral_id = $1", [ids.referralId]));
const handoverId = async (given: GivenReferral): Promise<string> => (await rowsOf(given)).rows[0]?.id;

describe("a handover", () => {
  it("shows the other site nothing before it was let go, and then what the person left in", async () => {
    const given = await givenHandover();
    expect(await offered(given)).toBeUndefined();
    await send(given);
    expect(await offered(given)).toMatchObject({
      fromSite: "koeln",
      hasMailbox: true,
      details: { name: "Sema", told: "Im Bus wurde ich beschimpft.", anonymous: false },
    });
    expect(JSON.stringify(await offered(given))).not.toContain("0151");
  });

  it("names the site as the network does, whatever was typed", async () => {
    const { body, toSite } = await referralOf(await givenHandoverDraft());
    expect(toSite).toBe("bochum");
    expect(body?.recipient.name).not.toBe("Mieterverein");
  });

  it.each(["koeln", "nowhere"])("is not possible to %s", async (toSite) => {
    const { desk, ids } = await givenHandoverDraft();
    const draft = { recipient: { name: "x", contact: "" }, purpose: "x", partnerId: null, fields: [] };
    const drafting = draftReferral(desk, { ...ids, referralId: randomUUID(), ...draft, toSite }, NOW);
    expect(await drafting).toEqual({ ok: false, reason: "siteUnknown" });
  });

  it("is not let go without a yes", async () => {
    expect(await send(await givenHandoverDraft())).toEqual({ ok: false, reason: "noConsent" });
  });

  it("goes now, whatever day is typed, and never once the time of the yes is over", async () => {
    const given = await givenHandover();
    expect(await send(given, TODAY, AFTER)).toEqual({ ok: false, reason: "dayNotPossible" });
    accepted(await send(given, "2025-03-10"));
    expect((await referralOf(given)).sentOn).toEqual(new Date(TODAY));
  });

  it("is shown and accepted no longer than the person agreed", async () => {
    const given = await givenOffer();
    const bochum = await deskAt("bochum");
    const handover = { handoverId: await handoverId(given) };
    expect(await countHandovers(bochum, NOW)).toBeGreaterThan(0);
    expect(await countHandovers(bochum, AFTER)).toBe(0);
    expect((await listHandovers(bochum, AFTER)).map(({ id }) => id)).not.toContain(handover.handoverId);
    expect(await acceptHandover(bochum, handover, AFTER)).toEqual({ ok: false, reason: "gone" });
    const byHand = await asLogin("site_bochum", (client) =>
      client.query("SELECT answer_handover($1, NULL, '2025-09-30') AS outcome", [handover.handoverId]),
    );
    expect(byHand.rows).toEqual([{ outcome: "gone" }]);
    expect((await referralOf(given)).status).toBe("sent");
    expect(await acceptHandover(bochum, handover, NOW)).toMatchObject({ ok: true });
  });

  it("tells the words about the language and its code, and neither when that is struck out", async () => {
    const words = { field: "language", text: "Kurmancî, bitte mit Dolmetscherin" } as const;
    const given = await givenHandoverDraft([...FIELDS, words]);
    await asSuperuser((client) =>
      client.query("UPDATE case_file SET language = 'ar' WHERE id = $1", [given.ids.caseId]),
    );
    accepted(await askConsent(given.desk, { ...given.ids, version: 0, expiresOn: EXPIRES_ON }, NOW));
    await saysYes(given, NOW, ["name", "language"]);
    accepted(await send(given));
    const told = await offered(given);
    expect(told).toMatchObject({
      language: "ar",
      details: { told: words.text, consent: { language: "ar" } },
    });

    const struck = await givenHandoverDraft([...FIELDS, words]);
    accepted(await askConsent(struck.desk, { ...struck.ids, version: 0, expiresOn: EXPIRES_ON }, NOW));
    await saysYes(struck);
    accepted(await send(struck));
    expect(JSON.stringify(await offered(struck))).not.toMatch(/Kurmancî|"(tr|ar)"/);
  });

  it("is gone when the person takes it back, before and after it was let go", async () => {
    for (const given of [await givenHandover(), await givenOffer()]) {
      const id = await handoverId(given);
      await revoke(given);
      expect((await rowsOf(given)).rowCount).toBe(0);
      const taking = acceptHandover(await deskAt("bochum"), { handoverId: id }, NOW);
      expect(await taking).toEqual({ ok: false, reason: "gone" });
    }
  });
});

describe("accepting", () => {
  it("makes a case with a new key there, and changes nothing here but the answer", async () => {
    const given = await givenOffer();
    const before = await findCase(given.desk, given.ids.caseId);
    const bochum = await deskAt("bochum");
    const id = await handoverId(given);
    const results = await Promise.all([1, 2].map(() => acceptHandover(bochum, { handoverId: id }, NOW)));
    expect(results).toEqual(results.map(() => ({ ok: true, caseId: id })));
    expect(await acceptHandover(bochum, { handoverId: id }, NOW)).toEqual({ ok: true, caseId: id });

    expect(await findCase(bochum, id)).toMatchObject({
      status: "received",
      details: { name: "Sema" },
      hasMailbox: true,
    });
    const after = await findCase(given.desk, given.ids.caseId);
    expect({ ...after, version: 0, unread: false }).toEqual({ ...before, version: 0, unread: false });
    expect(after.unread).toBe(true);
    expect((await referralOf(given)).status).toBe("accepted");
    expect((await rowsOf(given)).rowCount).toBe(0);
  });

  it("lets the receipt open the thread there too, and the one here as before", async () => {
    const given = await givenOffer();
    const bochum = await deskAt("bochum");
    const caseId = await handoverId(given);
    expect(await threadThere(given)).toBeNull();
    await acceptHandover(bochum, { handoverId: caseId }, NOW);
    await answerPerson(bochum, { caseId, lastSeq: 0, text: "Hallo aus Bochum" }, NOW);
    const there = await threadThere(given);
    expect(there?.site).toBe("bochum");
    expect(there && (await readThread(there)).letters.map(({ text }) => text)).toEqual(["Hallo aus Bochum"]);
    const here = await readThread(await mailboxOf(given.caseFile.receipt));
    expect(here.site).toBe("koeln");
    expect(JSON.stringify(here)).not.toContain("Bochum");
  });

  it("keeps the person's way to the thread there when their yes is taken back afterwards", async () => {
    for (const takeBack of [revoke, takesBack]) {
      const given = await givenOffer();
      const bochum = await deskAt("bochum");
      await acceptHandover(bochum, { handoverId: await handoverId(given) }, NOW);
      await takeBack(given);
      expect((await ownConsent(given)).consent.status).toBe("revoked");
      expect((await threadThere(given))?.site).toBe("bochum");
      expect((await referralOf(given)).status).toBe("accepted");
    }
  });

  it("works without a thread when the yes was said on the phone", async () => {
    const given = await givenOffer(givenHandoverByPhone);
    const id = await handoverId(given);
    await acceptHandover(await deskAt("bochum"), { handoverId: id }, NOW);
    expect(await findCase(await deskAt("bochum"), id)).toMatchObject({
      hasMailbox: false,
      details: { name: "Sema", phone: "0151 234567" },
    });
    expect(await threadThere(given)).toBeNull();
  });
});

describe("the sending site", () => {
  it("cannot read the case later, neither by its rows nor with its keys", async () => {
    const given = await givenOffer();
    const id = await handoverId(given);
    await acceptHandover(await deskAt("bochum"), { handoverId: id }, NOW);
    await expect(findCase(given.desk, id)).rejects.toMatchObject({ code: "notFound" });
    const { rows } = await asSuperuser((client) =>
      client.query("SELECT wrapped_key FROM case_file WHERE id = $1", [id]),
    );
    // Even with the row in hand, none of its keys opens it.
    const opening = given.desk.keys.openCaseKey(1, id, rows[0].wrapped_key);
    await expect(opening).rejects.toMatchObject({ code: "sealBroken" });
  });

  it("sees nothing of what it offers, and cannot answer for the other", async () => {
    const given = await givenOffer();
    const seen = await asLogin("site_koeln", (client) => client.query("SELECT site_id FROM handover"));
    expect(seen.rowCount).toBe(0);
    const id = await handoverId(given);
    expect(await acceptHandover(given.desk, { handoverId: id }, NOW)).toEqual({ ok: false, reason: "gone" });
    for (const answer of ["accepted", "refused", "noAnswer"] as const) {
      const said = { ...given.ids, version: 1, reply: answer, on: TODAY, words: "" };
      expect(await recordAnswer(given.desk, said, NOW)).toEqual({ ok: false, reason: "notPossible" });
      const byHand = asLogin("site_koeln", (client) =>
        client.query("UPDATE referral SET status = $2 WHERE id = $1", [given.ids.referralId, answer]),
      );
      await expect(byHand).rejects.toMatchObject({ code: "23514" });
    }
  });

  it("hands over by hand only what was agreed on, once", async () => {
    const given = await givenHandoverByPhone();
    const { consent } = await referralOf(given);
    for (const caseId of [given.ids.caseId, randomUUID()]) {
      const byHand = asLogin("site_koeln", (client) =>
        client.query("SELECT desk_hand_over($1, $2, gen_random_uuid(), 'de', 1, '', '')", [
          caseId,
          consent?.id,
        ]),
      );
      await expect(byHand).rejects.toMatchObject({ code: "23514" });
    }
  });
});

describe("the receiving site", () => {
  it("does not learn which case of the other it came from", async () => {
    const given = await givenOffer();
    for (const column of ["from_case", "referral_id"]) {
      const asking = asLogin("site_bochum", (client) => client.query(`SELECT ${column} FROM handover`));
      await expect(asking).rejects.toMatchObject({ code: "42501" });
    }
    expect(JSON.stringify(await offered(given))).not.toContain(given.ids.caseId);
  });

  it("keeps no copy of what it declines, and the other learns why", async () => {
    const given = await givenOffer();
    const bochum = await deskAt("bochum");
    const id = await handoverId(given);
    expect(await declineHandover(bochum, { handoverId: id, reply: "noCapacity" }, NOW)).toEqual({
      ok: true,
      caseId: id,
    });
    expect((await rowsOf(given)).rowCount).toBe(0);
    await expect(findCase(bochum, id)).rejects.toMatchObject({ code: "notFound" });
    const kept = await asSuperuser((client) =>
      client.query("SELECT FROM mailbox_key WHERE case_id = $1", [id]),
    );
    expect(kept.rowCount).toBe(0);
    expect(await referralOf(given)).toMatchObject({ status: "refused", reply: "noCapacity" });
    expect(await acceptHandover(bochum, { handoverId: id }, NOW)).toEqual({ ok: false, reason: "gone" });
  });

  it("is one of two: a third sees and answers nothing", async () => {
    const given = await givenOffer();
    const third = await deskAt("muenster");
    const id = await handoverId(given);
    expect(await listHandovers(third, NOW)).toEqual([]);
    expect(await acceptHandover(third, { handoverId: id }, NOW)).toEqual({ ok: false, reason: "gone" });
    expect(await declineHandover(third, { handoverId: id, reply: "other" }, NOW)).toEqual({
      ok: false,
      reason: "gone",
    });
    expect((await rowsOf(given)).rowCount).toBe(1);
  });
});

it("does not count as taken over once it was declined, also when the referral is finished", async () => {
  const given = await givenOffer();
  const handover = { handoverId: await handoverId(given), reply: "noCapacity" } as const;
  expect(await isHandedOver(given.desk.db, given.ids.caseId)).toBe(true);
  await declineHandover(await deskAt("bochum"), handover, NOW);
  const { version } = await referralOf(given);
  accepted(
    await finishReferral(given.desk, { ...given.ids, version, result: "Wir bleiben zuständig." }, NOW),
  );
  expect(await isHandedOver(given.desk.db, given.ids.caseId)).toBe(false);
  expect((await ownConsent(given)).consent.thread).toBeNull();
});

it("is taken back or accepted when both happen at once, never half", async () => {
  for (let round = 0; round < 4; round += 1) {
    const given = await givenOffer();
    const bochum = await deskAt("bochum");
    const id = await handoverId(given);
    const [taken] = await Promise.all([acceptHandover(bochum, { handoverId: id }, NOW), revoke(given)]);
    expect((await referralOf(given)).status).toBe(taken.ok ? "accepted" : "revoked");
    expect((await ownConsent(given)).consent.status).toBe("revoked");
    expect((await rowsOf(given)).rowCount).toBe(0);
    const there = await findCase(bochum, id).then(
      () => true,
      () => false,
    );
    expect(there).toBe(taken.ok);
  }
});
