import { beforeAll, describe, expect, it } from "vitest";
import { listSiteEvents } from "../../../lib/audit/queries";
import { assignCase, handOverCases } from "../../../lib/cases/commands";
import { findCase, listColleagues } from "../../../lib/cases/queries";
import { rewrapCases } from "../../../lib/keys/commands";
import {
  changeRole,
  endSessionsOf,
  invite,
  removeColleague,
  resetAccess,
  unlock,
} from "../../../lib/people/commands";
import { listInvitations, listPeople } from "../../../lib/people/queries";
import { givenCase } from "../../support/cases";
import { daysAfter, NOW } from "../../support/clock";
import { asOwner } from "../../support/connections";
import {
  countSessions,
  givenColleague,
  givenLead,
  givenMember,
  givenSession,
  leadOf,
  placeOf,
} from "../../support/people";
import { type Counsellor, deskOf } from "../../support/sites";

let lead: Counsellor;
beforeAll(async () => {
  lead = await givenLead("koeln");
});

const personOf = async ({ accountId }: Counsellor, now = NOW) =>
  (await listPeople(await leadOf(lead), now)).find((person) => person.accountId === accountId);

describe("leaving", () => {
  it("ends sessions, takes the keys away and starts a new epoch, and those who stay read everything", async () => {
    const leaver = await givenColleague(await leadOf(lead), { name: "Geht" });
    const [before, desk] = [await givenCase(), await leadOf(lead)];
    await givenSession(leaver);
    const held = await deskOf(leaver);

    expect(await removeColleague(desk, { account: leaver.accountId }, NOW)).toEqual({ ok: true });

    expect(await countSessions(leaver)).toBe(0);
    expect(await personOf(leaver)).toMatchObject({ state: "left" });
    const after = await givenCase({ message: "Nach dem Abschied." });
    const stays = await deskOf(lead);
    expect(stays.keys.epoch).toBe(desk.keys.epoch + 1);
    expect((await findCase(stays, before.id)).letters).toHaveLength(1);
    expect((await findCase(stays, after.id)).letters[0]?.text).toBe("Nach dem Abschied.");
    // Even with the keys they held and the rows of the database, what came later stays closed.
    await expect(findCase(held, after.id)).rejects.toMatchObject({ code: "sealBroken" });
    expect(await asGrants(leaver)).toBe(0);
  });

  it("makes every link worthless that nobody has used, whoever made it", async () => {
    const boss = await leadOf(lead);
    const leaver = await givenColleague(boss, { role: "lead" });
    const stays = await givenColleague(boss);
    await invite(await leadOf(leaver), { name: "Hintertür", role: "lead" }, NOW);
    await resetAccess(await leadOf(leaver), stays.accountId, NOW);
    expect(await listInvitations(boss, NOW)).toHaveLength(2);
    await removeColleague(boss, { account: leaver.accountId }, NOW);
    expect(await listInvitations(await leadOf(lead), NOW)).toEqual([]);
  });

  it("moves open cases under the new key, so that the old one opens them no more", async () => {
    const leaver = await givenColleague(await leadOf(lead));
    const held = await deskOf(leaver);
    const { id } = await givenCase();
    await removeColleague(await leadOf(lead), { account: leaver.accountId }, NOW);
    const desk = await deskOf(lead);
    while ((await rewrapCases(desk)) > 0);
    expect((await findCase(desk, id)).letters).toHaveLength(1);
    await expect(findCase(held, id)).rejects.toMatchObject({ code: "sealBroken" });
  });

  it("leaves the open cases to be handed over, each with its entry in the history", async () => {
    const leaver = await givenColleague(await leadOf(lead));
    const { id } = await givenCase();
    const input = { caseId: id, version: 0, assignee: leaver.accountId };
    await assignCase(await deskOf(leaver), input, NOW);
    await removeColleague(await leadOf(lead), { account: leaver.accountId }, NOW);
    expect(await personOf(leaver)).toMatchObject({ state: "left", openCases: 1 });

    const desk = await leadOf(lead);
    const order = { from: leaver.accountId, to: lead.accountId };
    expect(await handOverCases(desk, order, NOW)).toEqual({ ok: true, moved: 1 });
    const { assigneeId, history } = await findCase(desk, id);
    expect(assigneeId).toBe(lead.accountId);
    expect(history[0]).toMatchObject({ action: "assigned", to: lead.accountId, account: lead.accountId });
    expect(await handOverCases(desk, order, NOW)).toEqual({ ok: true, moved: 0 });
    const toNobody = handOverCases(desk, { from: lead.accountId, to: leaver.accountId }, NOW);
    expect(await toNobody).toEqual({ ok: false, reason: "colleagueUnknown" });
  });

  it("still names those who left", async () => {
    const leaver = await givenColleague(await leadOf(lead), { name: "Früher hier" });
    await removeColleague(await leadOf(lead), { account: leaver.accountId }, NOW);
    const colleagues = await listColleagues(await deskOf(lead));
    expect(colleagues).toContainEqual({ accountId: leaver.accountId, active: false, name: "Früher hier" });
  });

  it("lets one of two leads be first who remove each other at the same moment", async () => {
    const other = await givenColleague(await leadOf(lead), { role: "lead" });
    const results = await Promise.all([
      removeColleague(await leadOf(lead), { account: other.accountId }, NOW),
      removeColleague(await leadOf(other), { account: lead.accountId }, NOW),
    ]);
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual({ ok: false, reason: "changedMeanwhile" });
    if (results[1]?.ok) lead = other;
  });
});

describe("a lead", () => {
  it("cannot take their own access or role away", async () => {
    const desk = await leadOf(lead);
    const refused = { ok: false, reason: "notYourself" };
    expect(await removeColleague(desk, { account: lead.accountId }, NOW)).toEqual(refused);
    expect(await changeRole(desk, { account: lead.accountId, role: "counsellor" }, NOW)).toEqual(refused);
    expect(await resetAccess(desk, lead.accountId, NOW)).toEqual(refused);
  });

  it("ends all sessions of a colleague", async () => {
    const colleague = await givenColleague(await leadOf(lead));
    await givenSession(colleague);
    await givenSession(colleague);
    await endSessionsOf(await leadOf(lead), colleague.accountId, NOW);
    expect(await countSessions(colleague)).toBe(0);
    expect(await personOf(colleague)).toMatchObject({ state: "here" });
  });

  it("sees who has not been here for long, and unlocks them", async () => {
    const colleague = await givenColleague(await leadOf(lead));
    expect(await personOf(colleague, daysAfter(20))).toMatchObject({ presence: "recent" });
    expect(await personOf(colleague, daysAfter(60))).toMatchObject({ presence: "quiet" });
    expect(await personOf(colleague, daysAfter(100))).toMatchObject({ presence: "locked" });
    await unlock(await leadOf(lead), colleague.accountId, daysAfter(100));
    expect(await personOf(colleague, daysAfter(100))).toMatchObject({ presence: "recent" });
  });

  it("makes a colleague a lead", async () => {
    const colleague = await givenColleague(await leadOf(lead));
    await changeRole(await leadOf(lead), { account: colleague.accountId, role: "lead" }, NOW);
    expect(await personOf(colleague)).toMatchObject({ role: "lead" });
  });

  it("makes one link at a time to set an access up anew, and none for a coordinator", async () => {
    const colleague = await givenColleague(await leadOf(lead), { name: "Vergesslich" });
    const desk = await leadOf(lead);
    await resetAccess(desk, colleague.accountId, NOW);
    expect(await resetAccess(desk, colleague.accountId, NOW)).toMatchObject({ ok: true });
    const links = (await listInvitations(desk, NOW)).filter(({ resets }) => resets);
    expect(links).toMatchObject([{ name: "Vergesslich", late: false }]);
    expect((await listInvitations(desk, daysAfter(3)))[0]?.late).toBe(true);

    const account = colleague.accountId;
    await asOwner((client) => client.query("UPDATE account SET coordinator = true WHERE id = $1", [account]));
    expect(await resetAccess(desk, account, NOW)).toEqual({ ok: false, reason: "coordinator" });
  });

  it("reports somebody of another site as missing, whatever is asked", async () => {
    const { accountId } = await givenMember("bochum");
    const desk = await leadOf(lead);
    const missing = { code: "notFound" };
    await expect(removeColleague(desk, { account: accountId }, NOW)).rejects.toMatchObject(missing);
    await expect(changeRole(desk, { account: accountId, role: "lead" }, NOW)).rejects.toMatchObject(missing);
    await expect(endSessionsOf(desk, accountId, NOW)).rejects.toMatchObject(missing);
    await expect(unlock(desk, accountId, NOW)).rejects.toMatchObject(missing);
    await expect(resetAccess(desk, accountId, NOW)).rejects.toMatchObject(missing);
    expect((await listPeople(desk, NOW)).map((person) => person.accountId)).not.toContain(accountId);
  });

  it("finds what was done in the history of the site, with who did it", async () => {
    const events = await listSiteEvents(await deskOf(lead));
    expect(events.every(({ action }) => action !== "unreadable")).toBe(true);
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["left", "unlocked", "sessionsEnded"]),
    );
    expect(await placeOf(lead)).not.toBeNull();
  });
});

const asGrants = ({ accountId }: Counsellor): Promise<number> =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::int FROM site_key_grant WHERE account_id = $1",
      [accountId],
    );
    return rows[0]?.count ?? -1;
  });
