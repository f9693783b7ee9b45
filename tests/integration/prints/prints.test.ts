import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { findCase } from "../../../lib/cases/queries";
import { newKeyPair } from "../../../lib/crypto/hpke";
import { renewKeys } from "../../../lib/keys/commands";
import { findKeyHealth } from "../../../lib/keys/queries";
import { removeColleague } from "../../../lib/people/commands";
import { confirmRecovery, printRecovery, restoreFromPrint } from "../../../lib/prints/commands";
import type { RecoveryPrint } from "../../../lib/prints/types";
import { givenCase } from "../../support/cases";
import { daysAfter, minutesAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { givenColleague, givenLead, givenMember, leadOf, placeOf, seatOf } from "../../support/people";
import { type Counsellor, deskOf } from "../../support/sites";

let lead: Counsellor;
beforeAll(async () => {
  lead = await givenLead("koeln");
});

async function printed(): Promise<RecoveryPrint> {
  const print = await printRecovery(await leadOf(lead), NOW);
  if (!print) throw new Error("nothing was printed");
  return print;
}

const lastGroups = ({ shares }: RecoveryPrint): string[] =>
  shares.map((share) => share.split("-").at(-1) ?? "");

async function confirmed(): Promise<RecoveryPrint> {
  const print = await printed();
  const input = { ticket: print.ticket, groups: lastGroups(print) };
  expect(await confirmRecovery(await leadOf(lead), input, NOW)).toEqual({ ok: true });
  return print;
}

const restored = async (shares: [string, string], person?: Counsellor) => {
  const newcomer = person ?? (await givenMember("koeln", "lead"));
  return {
    newcomer,
    result: await restoreFromPrint(await seatOf(newcomer), { shares, name: "Neue Leitung" }, NOW),
  };
};

describe("a confirmed print", () => {
  it.each([
    [0, 1],
    [0, 2],
    [2, 1],
  ] as const)(
    "gives everything back from sheets %i and %i, also what came before and after it",
    async (a, b) => {
      const before = await givenCase();
      const { shares } = await confirmed();
      await renewKeys(await deskOf(lead), NOW);
      const after = await givenCase();

      const { newcomer, result } = await restored([shares[a], shares[b]]);
      expect(result).toEqual({ ok: true });
      const desk = await deskOf(newcomer);
      for (const { id } of [before, after]) expect((await findCase(desk, id)).letters).toHaveLength(1);
    },
  );

  it.each(["swapped", "added"])(
    "keeps the next key from a print that somebody %s in the database",
    async (how) => {
      await confirmed();
      const foreign = await newKeyPair();
      await asSuperuser(async (client) => {
        if (how === "swapped") {
          await client.query("UPDATE site_recovery SET public_key = $1 WHERE site_id = 'koeln'", [
            foreign.publicKey,
          ]);
        } else {
          await client.query(
            "INSERT INTO site_recovery VALUES ('koeln', $1, $2, '2025-03-14', '2025-03-14')",
            [randomUUID(), foreign.publicKey],
          );
        }
      });
      const desk = await deskOf(lead);
      await renewKeys(desk, NOW);
      const { rows } = await asSuperuser((client) =>
        client.query(
          `SELECT c.epoch FROM site_key_recovery c JOIN site_recovery r ON (r.site_id, r.id) = (c.site_id, c.recovery_id)
           WHERE r.site_id = 'koeln' AND r.public_key = $1 AND c.epoch > $2`,
          [foreign.publicKey, desk.keys.epoch],
        ),
      );
      expect(rows).toEqual([]);
    },
  );

  it("keeps the next key from sheets that were never confirmed", async () => {
    const { shares } = await confirmed();
    const kept = await printed();
    await renewKeys(await deskOf(lead), daysAfter(2));
    expect((await restored([kept.shares[0], kept.shares[1]])).result).toEqual({
      ok: false,
      reason: "unknownPrint",
    });
    expect((await restored([shares[0], shares[1]])).result).toEqual({ ok: true });
  });

  it("has to be printed anew when a lead leaves, who may have kept it", async () => {
    await confirmed();
    const other = await givenColleague(await leadOf(lead), { role: "lead" });
    await removeColleague(await leadOf(lead), { account: other.accountId }, NOW);
    expect((await findKeyHealth(await deskOf(lead))).recoveryConfirmedOn).toBeNull();
  });

  it("has to be printed anew once it has been typed in", async () => {
    const { shares } = await confirmed();
    expect((await findKeyHealth(await deskOf(lead))).recoveryConfirmedOn).not.toBeNull();
    await restored([shares[0], shares[1]]);
    expect((await findKeyHealth(await deskOf(lead))).recoveryConfirmedOn).toBeNull();
  });

  it("makes earlier prints worthless", async () => {
    const earlier = await confirmed();
    await confirmed();
    const { result } = await restored([earlier.shares[0], earlier.shares[1]]);
    expect(result).toEqual({ ok: false, reason: "unknownPrint" });
  });

  it("goes on working until the next one is confirmed", async () => {
    const earlier = await confirmed();
    const later = await printed();
    const wrong = { ticket: later.ticket, groups: [...lastGroups(later).slice(0, 2), "0000"] };
    expect(await confirmRecovery(await leadOf(lead), wrong, NOW)).toEqual({
      ok: false,
      reason: "differs",
      which: [2],
    });
    expect((await restored([earlier.shares[1], earlier.shares[2]])).result).toEqual({ ok: true });
    expect((await restored([later.shares[1], later.shares[2]])).result).toEqual({ ok: true });
  });

  it("is confirmed within two hours, at the site that it belongs to", async () => {
    const print = await printed();
    const input = { ticket: print.ticket, groups: lastGroups(print) };
    const late = await confirmRecovery(await leadOf(lead), input, minutesAfter(121));
    expect(late).toEqual({ ok: false, reason: "late" });
    const elsewhere = await leadOf(await givenLead("bochum"));
    expect(await confirmRecovery(elsewhere, input, NOW)).toEqual({ ok: false, reason: "late" });
  });
});

describe("restoring", () => {
  it("says which sheet cannot be read, and what else is wrong", async () => {
    const print = await confirmed();
    const [first, second] = print.shares;
    const other = (await printed()).shares;
    const mistyped = first.replace(/.$/, (last) => (last === "7" ? "8" : "7"));
    expect((await restored([mistyped, second])).result).toMatchObject({ reason: "unreadable", which: 0 });
    expect((await restored([first, "1234"])).result).toMatchObject({ reason: "unreadable", which: 1 });
    expect((await restored([first, first])).result).toMatchObject({ reason: "sameTwice", which: 1 });
    expect((await restored([first, other[1]])).result).toMatchObject({ reason: "otherSet", which: 1 });
  });

  it("is for leads only, and opens no other site", async () => {
    const [a, b] = (await confirmed()).shares;
    const counsellor = await givenMember("koeln", "counsellor");
    expect((await restored([a, b], counsellor)).result).toEqual({ ok: false, reason: "leadsOnly" });
    const stranger = await givenMember("bielefeld", "lead");
    expect((await restored([a, b], stranger)).result).toEqual({ ok: false, reason: "unknownPrint" });
    expect(await placeOf(stranger)).not.toHaveProperty("keys");
  });

  it("takes no key that somebody else sealed to the print", async () => {
    const [a, b] = (await confirmed()).shares;
    // Whoever writes the database can seal a key of their own to the print's public key, but not swap the site's.
    await asSuperuser((client) =>
      client.query("UPDATE site_key SET public_key = $1 WHERE site_id = 'koeln'", [Buffer.alloc(32, 9)]),
    );
    expect((await restored([a, b])).result).toEqual({ ok: false, reason: "unknownPrint" });
  });
});
