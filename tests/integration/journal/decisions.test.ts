import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { enterDecisions } from "../../../lib/cases/commands";
import { findCase, listHistory } from "../../../lib/cases/queries";
import { verifyChains } from "../../../lib/journal/queries";
import { writeToSite } from "../../../lib/mailbox/commands";
import { answerAsPerson } from "../../../lib/referrals/commands";
import { listReferrals } from "../../../lib/referrals/queries";
import { mailboxOf } from "../../support/cases";
import { daysAfter, NOW } from "../../support/clock";
import { asLogin, asSuperuser } from "../../support/connections";
import { type GivenReferral, givenRequest, ownConsent, saysYes, send } from "../../support/referrals";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let colleague: Desk;

beforeAll(async () => {
  await deskAt("koeln");
  colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
});

/** How many entries about a case are stored, without anybody opening it. */
const stored = async ({ ids }: GivenReferral): Promise<number> => {
  const count = "SELECT count(*)::int AS n FROM journal_entry WHERE case_id = $1 AND consent_id IS NOT NULL";
  const { rows } = await asSuperuser((client) => client.query<{ n: number }>(count, [ids.caseId]));
  return rows[0]?.n ?? 0;
};

/** What the person did, the oldest first. */
const deedsOf = async ({ desk, ids }: GivenReferral) =>
  (await listHistory(desk, ids.caseId)).entries
    .filter(({ action }) => action.startsWith("person"))
    .map(({ seq: _, ...entry }) => entry)
    .toReversed();

async function answers(given: GivenReferral, answer: "declined" | "revoked", now = NOW) {
  const { mailbox, consent } = await ownConsent(given, now);
  return answerAsPerson(mailbox, { id: consent.id, answer, locale: "tr" }, now);
}

const isWhole = async () => (await verifyChains()).every(({ broken }) => broken === null);

describe("what a person decides in the mailbox", () => {
  it("enters with the day and what was struck out when the case is opened, before that reading", async () => {
    const given = await givenRequest();
    await saysYes(given);
    expect(await stored(given)).toBe(0);
    await listReferrals(colleague, given.ids.caseId);
    expect(await stored(given)).toBe(1);
    const entries = (await listHistory(colleague, given.ids.caseId)).entries.map(({ action }) => action);
    expect(entries.indexOf("read")).toBeLessThan(entries.indexOf("personAgreed")); // the newest first
    expect(await deedsOf(given)).toContainEqual({
      ...{ action: "personAgreed", struck: ["phone"] },
      ...{ account: "", at: "2025-03-14" },
    });
  });

  it("enters with the page of the day, whoever looks at it, and nobody opens the case", async () => {
    const given = await givenRequest();
    await answers(given, "declined");
    await enterDecisions(colleague);
    expect(await stored(given)).toBe(1);
    expect((await deedsOf(given)).map(({ action }) => action)).toContain("personDeclined");
    await enterDecisions(colleague);
    expect(await stored(given)).toBe(1);
  });

  it("enters in the order in which it was done, letters before what was decided on the same day", async () => {
    const given = await givenRequest();
    const [tomorrow, later] = [daysAfter(1), daysAfter(3)];
    await saysYes(given, tomorrow);
    await answers(given, "revoked", later);
    const mailbox = await mailboxOf(given.caseFile.receipt);
    await writeToSite(mailbox, "Doch nicht.", "form", later);
    await findCase(colleague, given.ids.caseId);
    expect((await deedsOf(given)).slice(-3).map(({ action, at }) => [action, at])).toEqual([
      ["personAgreed", "2025-03-15"],
      ["personWrote", "2025-03-17"],
      ["personRevoked", "2025-03-17"],
    ]);
  });

  it("enters before what the site does because of it, when nobody has opened the case since", async () => {
    const given = await givenRequest();
    await saysYes(given);
    expect(await send(given)).toEqual({ ok: true });
    const actions = (await listHistory(given.desk, given.ids.caseId)).entries.map(({ action }) => action);
    expect(actions.indexOf("referralSent")).toBe(actions.indexOf("personAgreed") - 1);
  });

  it("enters once, however many come at once and by whatever way", async () => {
    const given = await givenRequest();
    await saysYes(given);
    const { caseId } = given.ids;
    await Promise.all([
      findCase(given.desk, caseId),
      findCase(colleague, caseId),
      listReferrals(colleague, caseId),
      enterDecisions(given.desk),
      enterDecisions(colleague),
      send(given),
    ]);
    expect(await stored(given)).toBe(1);
    expect(await isWhole()).toBe(true);
  });

  it("enters at its own site alone", async () => {
    const given = await givenRequest();
    await saysYes(given);
    const elsewhere = await deskAt("bochum");
    await enterDecisions(elsewhere);
    await expect(listReferrals(elsewhere, given.ids.caseId)).rejects.toMatchObject({ code: "notFound" });
    expect(await stored(given)).toBe(0);
    const planting = asLogin("site_bochum", (client) =>
      client.query(
        `INSERT INTO journal_entry (site_id, seq, case_id, consent_id, consent_part, sealed_detail, hash)
           VALUES ('koeln', 9999, $1, gen_random_uuid(), 'decision', '', decode(repeat('00', 32), 'hex'))`,
        [given.ids.caseId],
      ),
    );
    await expect(planting).rejects.toThrow("row-level security");
  });

  it("is never said to be theirs when it does not open as their words", async () => {
    const given = await givenRequest();
    const { consent } = await ownConsent(given);
    await asSuperuser((client) =>
      client.query(
        `UPDATE consent SET status = 'given', decided_on = '2025-03-14', decided_by = 'person', sealed_decision = '\\x01'
           WHERE id = $1`,
        [consent.id],
      ),
    );
    await enterDecisions(colleague);
    const [latest] = (await listHistory(given.desk, given.ids.caseId)).entries.filter(
      ({ action }) => action !== "read",
    );
    expect(latest?.action).toBe("unreadable");
  });

  it("is found when somebody moves its entry to another consent", async () => {
    const given = await givenRequest();
    await saysYes(given);
    await enterDecisions(colleague);
    expect(await isWhole()).toBe(true);
    const moved = "UPDATE journal_entry SET consent_id = $2 WHERE case_id = $1 AND consent_id IS NOT NULL";
    const move = (to: string) => asSuperuser((client) => client.query(moved, [given.ids.caseId, to]));
    const { consent } = await ownConsent(given);
    await move(given.ids.referralId);
    expect(await isWhole()).toBe(false);
    await move(consent.id);
    expect(await isWhole()).toBe(true);
  });
});
