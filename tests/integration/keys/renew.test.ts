import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { isDesk } from "../../../lib/auth/queries";
import { findCase } from "../../../lib/cases/queries";
import { newKeyPair } from "../../../lib/crypto/hpke";
import { foundSite, renewKeys, rewrapCases } from "../../../lib/keys/commands";
import { findKeyHealth } from "../../../lib/keys/queries";
import { keyWarnings } from "../../../lib/keys/rules";
import { removeColleague } from "../../../lib/people/commands";
import { givenCase, mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { interruptedAt } from "../../support/interrupted";
import { givenColleague, givenLead, givenMember, leadOf, placeOf, seatOf } from "../../support/people";
import { type Counsellor, deskOf } from "../../support/sites";

let lead: Counsellor;
let colleague: Counsellor;
beforeAll(async () => {
  lead = await givenLead("koeln");
  colleague = await givenColleague(await leadOf(lead));
});

const renew = async (desk: Desk) => expect(await renewKeys(desk, NOW)).toBe(true);

describe("renewing the keys", () => {
  it("keeps everything readable, and new enquiries come under the new key", async () => {
    const before = await givenCase();
    const old = await deskOf(lead);
    await renew(old);
    const after = await givenCase();
    for (const person of [lead, colleague]) {
      const desk = await deskOf(person);
      expect(desk.keys.epoch).toBe(old.keys.epoch + 1);
      expect((await findCase(desk, before.id)).letters).toHaveLength(1);
      expect((await findCase(desk, after.id)).letters).toHaveLength(1);
    }
    await expect(findCase(old, after.id)).rejects.toMatchObject({ code: "sealBroken" });
  });

  it("is refused at a desk that was opened before somebody else renewed them", async () => {
    const [one, other] = [await deskOf(lead), await deskOf(colleague)];
    const results = await Promise.all([renewKeys(one, NOW), renewKeys(other, NOW)]);
    expect(results.toSorted()).toEqual([false, true]);
    expect((await deskOf(lead)).keys.epoch).toBe(one.keys.epoch + 1);
  });

  it("gives nothing to a key that was swapped in the database", async () => {
    const { publicKey, privateKey } = await newKeyPair();
    await setPublicKey(colleague, publicKey);
    await renew(await deskOf(lead));
    const thief = { ...colleague, userKey: privateKey };
    expect(isDesk(await placeOf(thief))).toBe(false);
    expect(isDesk(await placeOf(colleague))).toBe(false); // asked for the code again

    lead = { ...lead };
    colleague = await givenColleague(await leadOf(lead));
  });

  it("moves open cases under the new key and leaves the person's receipt working", async () => {
    const { id, receipt } = await givenCase();
    await renew(await deskOf(lead));
    const desk = await deskOf(lead);
    expect((await findKeyHealth(desk)).toRewrap).toBeGreaterThan(0);
    while ((await rewrapCases(desk, 2)) > 0);
    expect((await findKeyHealth(desk)).toRewrap).toBe(0);
    expect((await findCase(desk, id)).letters).toHaveLength(1);
    expect((await mailboxOf(receipt)).caseId).toBe(id);
  });
});

describe("a renewal that is cut short", () => {
  it("has not happened, or has happened, and nothing is unreadable, wherever it is cut", async () => {
    const { id } = await givenCase();
    let cut = 0;
    for (let done = false; !done; cut += 1) {
      const desk = await deskOf(lead);
      const outcome = await interruptedAt(desk, cut, (interrupted) => renewKeys(interrupted, NOW));
      done = outcome === "finished";
      for (const person of [lead, colleague]) {
        const now = await deskOf(person);
        expect(now.keys.epoch).toBe(desk.keys.epoch + (done ? 1 : 0));
        expect((await findCase(now, id)).letters).toHaveLength(1);
      }
      const fresh = await givenCase();
      expect((await findCase(await deskOf(lead), fresh.id)).letters).toHaveLength(1);
    }
    expect(cut).toBeGreaterThan(8);
  });

  it("goes on later where cases were being moved", async () => {
    const ids = [await givenCase(), await givenCase(), await givenCase()].map(({ id }) => id);
    await renew(await deskOf(lead));
    for (let cut = 0; ; cut += 1) {
      const desk = await deskOf(lead);
      const outcome = await interruptedAt(desk, cut, (interrupted) => rewrapCases(interrupted, 2));
      for (const id of ids) expect((await findCase(desk, id)).letters).toHaveLength(1);
      if (outcome === "finished" && (await findKeyHealth(desk)).toRewrap === 0) break;
    }
  });

  it("takes nothing from anybody when it was somebody's leaving", async () => {
    const leaver = await givenColleague(await leadOf(lead));
    for (let cut = 0; ; cut += 1) {
      const desk = await leadOf(lead);
      const outcome = await interruptedAt(desk, cut, (interrupted) =>
        removeColleague(interrupted as typeof desk, { account: leaver.accountId }, NOW),
      );
      expect((await leadOf(lead)).keys.epoch).toBe(desk.keys.epoch + (outcome === "finished" ? 1 : 0));
      if (outcome === "finished") break;
      expect(isDesk(await placeOf(leaver))).toBe(true);
    }
  });
});

describe("a site without keys", () => {
  it("is founded once, by a lead, and can be written to from then on", async () => {
    const [one, other] = [await givenMember("bochum", "lead"), await givenMember("bochum", "lead")];
    const counsellor = await givenMember("bochum");
    const refused = await foundSite(await seatOf(counsellor), "Beratung", NOW);
    expect(refused).toEqual({ ok: false, reason: "leadsOnly" });
    const results = await Promise.all([
      foundSite(await seatOf(one), "Erste", NOW),
      foundSite(await seatOf(other), "Zweite", NOW),
    ]);
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual({ ok: false, reason: "founded" });
    const founder = results[0]?.ok ? one : other;
    const { rows } = await asSuperuser((client) =>
      client.query<{ count: number }>("SELECT count(*)::int FROM site_key WHERE site_id = 'bochum'"),
    );
    expect(rows[0]?.count).toBe(1);
    const desk = await deskOf(founder);
    expect(keyWarnings(await findKeyHealth(desk))).toEqual(["tooFewPeople", "noRecoveryPrint"]);
  });
});

const setPublicKey = ({ accountId }: Counsellor, publicKey: Uint8Array) =>
  asSuperuser((client) =>
    client.query("UPDATE account SET public_key = $2 WHERE id = $1", [accountId, publicKey]),
  );
