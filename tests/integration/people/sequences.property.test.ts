import fc from "fast-check";
import { expect, it } from "vitest";
import type { Desk, LeadDesk } from "../../../lib/auth/desk";
import { isDesk, leadDesk } from "../../../lib/auth/queries";
import { assignCase, handOverCases } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import { renewKeys, rewrapCases } from "../../../lib/keys/commands";
import { changeRole, grantKeys, removeColleague } from "../../../lib/people/commands";
import { confirmRecovery, printRecovery, restoreFromPrint } from "../../../lib/prints/commands";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { givenLead, givenMember, givenNewcomer, givenNewKey, placeOf, readsOut } from "../../support/people";
import type { Counsellor } from "../../support/sites";

/** What one random step does; `who` and `whom` are taken modulo the people there are. */
const step = fc.record({
  does: fc.constantFrom(
    "enquiry",
    "join",
    "grant",
    "leave",
    "renew",
    "reset",
    "rewrap",
    "print",
    "restore",
    "promote",
    "handOver",
  ),
  who: fc.nat(20),
  whom: fc.nat(20),
});
type Step = { does: string; who: number; whom: number };

/** What should be true, kept apart from the application: who is here, and who was given the keys. */
type Somebody = { person: Counsellor; here: boolean; granted: boolean };
type World = { people: Somebody[]; cases: string[]; shares: [string, string] | null };

const SITE = "koeln";

const pick = <T>(list: T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

async function leads(world: World): Promise<{ somebody: Somebody; desk: LeadDesk }[]> {
  const found = await Promise.all(
    world.people.map(async (somebody) => {
      const place = somebody.here && somebody.granted ? await placeOf(somebody.person) : null;
      const desk = isDesk(place) ? leadDesk(place) : null;
      return desk ? [{ somebody, desk }] : [];
    }),
  );
  return found.flat();
}

/** Somebody whom a lead may do something to: not themselves. */
const otherThan = (world: World, { person }: Somebody, whom: number, which: (one: Somebody) => boolean) =>
  pick(
    world.people.filter((one) => one.here && one.person.accountId !== person.accountId && which(one)),
    whom,
  );

async function take(world: World, { does, who, whom }: Step): Promise<void> {
  if (does === "enquiry") world.cases.push((await givenCase({ site: SITE })).id);
  const acting = pick(await leads(world), who);
  if (does === "restore") await restore(world, who);
  if (!acting) return;
  const { somebody, desk } = acting;
  if (does === "join") {
    world.people.push({ person: await givenNewcomer(desk), here: true, granted: false });
  } else if (does === "grant") {
    const waiting = otherThan(world, somebody, whom, ({ granted }) => !granted);
    if (waiting) {
      const input = { account: waiting.person.accountId, fingerprint: await readsOut(waiting.person) };
      expect(await grantKeys(desk, input, NOW)).toEqual({ ok: true });
      waiting.granted = true;
    }
  } else if (does === "leave") {
    const leaving = otherThan(world, somebody, whom, () => true);
    if (leaving) {
      expect(await removeColleague(desk, { account: leaving.person.accountId }, NOW)).toEqual({ ok: true });
      Object.assign(leaving, { here: false, granted: false });
    }
  } else if (does === "reset") {
    const resetting = otherThan(world, somebody, whom, () => true);
    if (resetting) Object.assign(resetting, { person: await givenNewKey(resetting.person), granted: false });
  } else if (does === "promote") {
    const promoted = otherThan(world, somebody, whom, () => true);
    if (promoted) {
      await changeRole(desk, { account: promoted.person.accountId, role: "lead" }, NOW);
      promoted.person = { ...promoted.person, role: "lead" };
    }
  } else if (does === "renew") expect(await renewKeys(desk, NOW)).toBe(true);
  else if (does === "rewrap") await rewrapCases(desk, 2);
  else if (does === "print") await print(world, desk);
  else if (does === "handOver") await handOver(world, desk, who);
}

/** A case of the lead's goes to somebody else who has the keys, who then gives all of theirs back. */
async function handOver({ cases, people }: World, desk: LeadDesk, who: number): Promise<void> {
  const to = pick(
    people.filter(({ granted }) => granted),
    who,
  )?.person.accountId;
  const caseId = pick(cases, who);
  if (!to || !caseId) return;
  const { version } = await findCase(desk, caseId);
  expect(await assignCase(desk, { caseId, version, assignee: to }, NOW)).toEqual({ ok: true });
  const handedOver = await handOverCases(desk, { from: to, to: desk.account }, NOW);
  expect(handedOver).toMatchObject({ ok: true });
  expect((await findCase(desk, caseId)).assigneeId).toBe(desk.account);
}

async function print(world: World, desk: LeadDesk): Promise<void> {
  const printed = await printRecovery(desk, NOW);
  if (!printed) throw new Error("nothing was printed");
  const groups = printed.shares.map((share) => share.split("-").at(-1) ?? "");
  expect(await confirmRecovery(desk, { ticket: printed.ticket, groups }, NOW)).toEqual({ ok: true });
  world.shares = [printed.shares[0], printed.shares[2]];
}

/** Everybody has lost their keys; an operator invites a new lead, who has the print. */
async function restore(world: World, who: number): Promise<void> {
  if (!world.shares || who % 3 !== 0) return;
  for (const somebody of world.people.filter(({ here }) => here)) {
    Object.assign(somebody, { person: await givenNewKey(somebody.person), granted: false });
  }
  const person = await givenMember(SITE, "lead");
  const seat = await placeOf(person);
  if (!seat || isDesk(seat)) throw new Error("a newcomer has keys");
  expect(await restoreFromPrint(seat, { shares: world.shares, name: "Neu" }, NOW)).toEqual({ ok: true });
  world.people.push({ person, here: true, granted: true });
}

/** Exactly the people who should can open exactly what they should. */
async function check({ people, cases }: World): Promise<void> {
  for (const { person, here, granted } of people) {
    const place = await placeOf({ ...person });
    expect(isDesk(place)).toBe(granted);
    if (!here) continue;
    if (isDesk(place)) for (const id of cases) await opens(place, id);
  }
  // Everything ever sealed stays readable to somebody.
  if (cases.length > 0) expect(people.some(({ granted }) => granted)).toBe(true);
}

const opens = async (desk: Desk, id: string) => expect((await findCase(desk, id)).letters).toHaveLength(1);

/** Whoever left or was reset finds no grant of theirs that their old keys would open. */
async function expectNoLeftovers({ people }: World): Promise<void> {
  const gone = people.filter(({ granted }) => !granted).map(({ person }) => person.accountId);
  const { rows } = await asSuperuser((client) =>
    client.query("SELECT 1 FROM site_key_grant WHERE account_id = ANY ($1)", [gone]),
  );
  expect(rows).toEqual([]);
}

it("opens everything to exactly those who hold the keys, whatever people do in whatever order", async () => {
  const first = await givenLead(SITE);
  const world: World = { people: [{ person: first, here: true, granted: true }], cases: [], shares: null };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10 }), async (steps) => {
      for (const next of steps) {
        await take(world, next);
        await check(world);
        await expectNoLeftovers(world);
      }
      // Keeps the world small enough to look at all of it after each step.
      world.cases.splice(0, Math.max(0, world.cases.length - 6));
      world.people = world.people.filter(({ here }) => here);
    }),
    { numRuns: 20, endOnFailure: true },
  );
}, 120_000);
