import { describe, expect, it } from "vitest";
import { isDesk } from "../../../lib/auth/queries";
import { findCase } from "../../../lib/cases/queries";
import { newKeyPair } from "../../../lib/crypto/hpke";
import { grantKeys } from "../../../lib/people/commands";
import { listPeople } from "../../../lib/people/queries";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import {
  givenLead,
  givenMember,
  givenNewcomer,
  leadOf,
  placeOf,
  readsOut,
  seatOf,
} from "../../support/people";
import { deskOf } from "../../support/sites";

const lead = await givenLead("koeln", "Ayşe");

describe("granting the keys", () => {
  it("lets a newcomer read what was there before them", async () => {
    const { id } = await givenCase({ message: "Bitte helft mir." });
    const desk = await leadOf(lead);
    const newcomer = await givenNewcomer(desk, { name: "Samir" });
    await seatOf(newcomer);

    const input = { account: newcomer.accountId, fingerprint: await readsOut(newcomer) };
    expect(await grantKeys(desk, input, NOW)).toEqual({ ok: true });

    const caseFile = await findCase(await deskOf(newcomer), id);
    expect(caseFile.letters[0]?.text).toBe("Bitte helft mir.");
    const people = await listPeople(desk, NOW);
    expect(people.find(({ accountId }) => accountId === newcomer.accountId)).toMatchObject({
      name: "Samir",
      state: "here",
    });
  });

  it("refuses a code that was read out wrong", async () => {
    const desk = await leadOf(lead);
    const newcomer = await givenNewcomer(desk);
    const input = { account: newcomer.accountId, fingerprint: "123456789012" };
    expect(await grantKeys(desk, input, NOW)).toEqual({ ok: false, reason: "fingerprintDiffers" });
    await seatOf(newcomer);
  });

  it("refuses a key that was swapped in the database after the code was read out", async () => {
    const desk = await leadOf(lead);
    const newcomer = await givenNewcomer(desk);
    const fingerprint = await readsOut(newcomer);
    const { publicKey } = await newKeyPair();
    await asSuperuser((client) =>
      client.query("UPDATE account SET public_key = $2 WHERE id = $1", [newcomer.accountId, publicKey]),
    );
    const granting = grantKeys(desk, { account: newcomer.accountId, fingerprint }, NOW);
    expect(await granting).toEqual({ ok: false, reason: "fingerprintDiffers" });
  });

  it("is done once when two leads do it at the same moment", async () => {
    const other = await givenLead("koeln", "Zweite Leitung");
    const desk = await leadOf(lead);
    const newcomer = await givenNewcomer(desk);
    const input = { account: newcomer.accountId, fingerprint: await readsOut(newcomer) };
    const results = await Promise.all([
      grantKeys(desk, input, NOW),
      grantKeys(await leadOf(other), input, NOW),
    ]);
    expect(results).toEqual([{ ok: true }, { ok: true }]);
    expect(isDesk(await placeOf(newcomer))).toBe(true);
  });

  it("reports somebody of another site as missing", async () => {
    const stranger = await givenMember("bochum");
    const granting = grantKeys(
      await leadOf(lead),
      { account: stranger.accountId, fingerprint: await readsOut(stranger) },
      NOW,
    );
    await expect(granting).rejects.toMatchObject({ code: "notFound" });
  });
});
