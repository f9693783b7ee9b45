import { describe, expect, it } from "vitest";
import {
  askForFactor,
  askToRegister,
  askToSignIn,
  askToUnlock,
  openSessionByPasskey,
  proveByPasskey,
  registerPasskey,
  removePasskey,
  unlockWithPasskey,
} from "../../../lib/accounts/commands";
import { findAccess } from "../../../lib/accounts/queries";
import type { Staff } from "../../../lib/auth/queries";
import { caller, provenBy, sessionOf, staffBehind, staffOfAccount } from "../../support/access";
import { type Account, givenAccount } from "../../support/accounts";
import { Authenticator } from "../../support/authenticator";
import { daysAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";

async function givenPasskey(account: Account): Promise<{ passkey: Authenticator; staff: Staff; id: string }> {
  const [staff, passkey] = [await staffOfAccount(account), new Authenticator()];
  const { options, ceremony } = await askToRegister(staff);
  const made = await registerPasskey(staff, ceremony, passkey.register(options), caller(), NOW);
  if (!made.ok) throw new Error("the passkey was refused");
  return { passkey, staff, id: made.id };
}

async function givenUnlocking(account: Account) {
  const given = await givenPasskey(account);
  const { options, ceremony } = await askToUnlock(given.staff, given.id);
  const { prf } = given.passkey;
  const unlocked = await unlockWithPasskey(given.staff, ceremony, given.passkey.sign(options), prf, NOW);
  if (!unlocked.ok) throw new Error("the passkey does not unlock");
  return given;
}

async function signsIn(passkey: Authenticator, prf: Uint8Array | undefined = passkey.prf, now = NOW) {
  const { options, ceremony } = await askToSignIn();
  return openSessionByPasskey(ceremony, passkey.sign(options), prf, caller(), now);
}

const refused = { ok: false, reason: "notUsable" };

describe("a new passkey", () => {
  it("is listed with its device and day, and can be removed by its owner alone", async () => {
    const { staff, id } = await givenPasskey(await givenAccount());
    const access = await findAccess(staff);
    expect(access.passkeys).toEqual([
      { id, device: "computer", unlocks: false, createdOn: new Date("2025-03-14"), usedOn: null },
    ]);
    await removePasskey({ accountId: (await givenAccount()).id }, id);
    expect((await findAccess(staff)).passkeys).toHaveLength(1);
    await removePasskey(staff, id);
    expect((await findAccess(staff)).passkeys).toHaveLength(0);
  });

  it("is refused for another page, another challenge, another account, or without asking its owner", async () => {
    const [staff, other] = [
      await staffOfAccount(await givenAccount()),
      await staffOfAccount(await givenAccount()),
    ];
    const { options, ceremony } = await askToRegister(staff);
    const passkey = new Authenticator();
    const register = (told: object, by = staff, given = ceremony) =>
      registerPasskey(by, given, passkey.register({ ...options, ...told }), caller(), NOW);
    expect(await register({ origin: "https://elsewhere.example" })).toEqual({ ok: false });
    expect(await register({ challenge: "AAAA" })).toEqual({ ok: false });
    expect(await register({ verified: false })).toEqual({ ok: false });
    expect(await register({}, other)).toEqual({ ok: false });
    expect(await register({}, staff, { ...ceremony, purpose: "unlock" })).toEqual({ ok: false });
    expect(await register({})).toMatchObject({ ok: true });
    expect(await register({})).toEqual({ ok: false });
  });
});

describe("a passkey as the second factor", () => {
  it("opens a session after the passphrase", async () => {
    const account = await givenAccount({ site: "koeln" });
    const { passkey } = await givenPasskey(account);
    const proof = await provenBy(account);
    const asked = await askForFactor(proof, NOW);
    if (!asked) throw new Error("no passkey was asked for");
    const result = await proveByPasskey(proof, asked.ceremony, passkey.sign(asked.options), caller(), NOW);
    expect((await staffBehind(sessionOf(result)))?.accountId).toBe(account.id);
  });

  it("is refused when its counter goes back, as a copy's does", async () => {
    const account = await givenAccount();
    const { passkey } = await givenPasskey(account);
    const attempt = async () => {
      const proof = await provenBy(account);
      const asked = await askForFactor(proof, NOW);
      if (!asked) throw new Error("no passkey was asked for");
      return proveByPasskey(proof, asked.ceremony, passkey.sign(asked.options), caller(), NOW);
    };
    passkey.counter = 7;
    expect(await attempt()).toMatchObject({ ok: true });
    passkey.counter = 5;
    expect(await attempt()).toEqual(refused);
    passkey.counter = 7;
    expect(await attempt()).toEqual(refused);
    expect(await attempt()).toMatchObject({ ok: true });
  });

  it("answers once: the same answer twice at a moment opens one session", async () => {
    const account = await givenAccount();
    const { passkey } = await givenPasskey(account);
    const proof = await provenBy(account);
    const asked = await askForFactor(proof, NOW);
    if (!asked) throw new Error("no passkey was asked for");
    const answer = passkey.sign(asked.options);
    const results = await Promise.all(
      [1, 2, 3].map(() => proveByPasskey(proof, asked.ceremony, answer, caller(), NOW)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is refused when it is somebody else's, or was asked for something else", async () => {
    const [account, other] = [await givenAccount(), await givenAccount()];
    await givenPasskey(account);
    const { passkey: foreign } = await givenPasskey(other);
    const proof = await provenBy(account);
    const asked = await askForFactor(proof, NOW);
    if (!asked) throw new Error("no passkey was asked for");
    const answer = foreign.sign(asked.options);
    expect(await proveByPasskey(proof, asked.ceremony, answer, caller(), NOW)).toEqual(refused);
    expect(await proveByPasskey(proof, null, answer, caller(), NOW)).toEqual(refused);
    const signIn = await askToSignIn();
    const given = foreign.sign(signIn.options);
    expect(await proveByPasskey(proof, signIn.ceremony, given, caller(), NOW)).toEqual(refused);
  });
});

describe("a passkey by itself", () => {
  it("opens a session where its PRF opens the user key", async () => {
    const account = await givenAccount({ site: "koeln" });
    const { passkey, staff } = await givenUnlocking(account);
    expect((await findAccess(staff)).passkeys).toMatchObject([{ unlocks: true }]);
    const again = await staffBehind(sessionOf(await signsIn(passkey)));
    expect(Buffer.from(again?.userKey ?? []).equals(account.userKey)).toBe(true);
  });

  it("opens nothing without the PRF, with another's, or without asking its owner", async () => {
    const { passkey } = await givenUnlocking(await givenAccount());
    const { passkey: plain } = await givenPasskey(await givenAccount());
    expect(await signsIn(passkey, new Uint8Array(32))).toEqual(refused);
    expect(await signsIn(plain)).toEqual(refused);
    expect(await signsIn(new Authenticator())).toEqual(refused);
    const { options, ceremony } = await askToSignIn();
    const unverified = passkey.sign({ ...options, verified: false });
    expect(await openSessionByPasskey(ceremony, unverified, passkey.prf, caller(), NOW)).toEqual(refused);
    const answer = passkey.sign(options);
    expect(await openSessionByPasskey(ceremony, answer, undefined, caller(), NOW)).toEqual(refused);
    expect(await openSessionByPasskey(null, answer, passkey.prf, caller(), NOW)).toEqual(refused);
  });

  it("opens nothing once it was removed, the account is disabled, or locked", async () => {
    const [account, disabled] = [await givenAccount(), await givenAccount()];
    const { passkey, staff, id } = await givenUnlocking(account);
    const { passkey: late } = await givenUnlocking(disabled);
    expect(await signsIn(passkey, passkey.prf, daysAfter(91))).toEqual({ ok: false, reason: "locked" });
    await removePasskey(staff, id);
    expect(await signsIn(passkey)).toEqual(refused);
    await asSuperuser((client) =>
      client.query("UPDATE account SET disabled_on = '2025-03-14' WHERE id = $1", [disabled.id]),
    );
    expect(await signsIn(late)).toEqual(refused);
  });
});
