import { describe, expect, it } from "vitest";
import { beginTotp, confirmTotp, proveByCode, sameTotp } from "../../../lib/accounts/commands";
import { findAccess, findFactors } from "../../../lib/accounts/queries";
import { markOf, openSession } from "../../../lib/auth/commands";
import { openDesk } from "../../../lib/auth/queries";
import { emailLookup } from "../../../lib/crypto/lookup";
import { caller, provenBy, sessionOf, somewhere, staffBehind, staffOfAccount } from "../../support/access";
import { givenAccount, givenApp } from "../../support/accounts";
import { daysAfter, minutesAfter, NOW } from "../../support/clock";
import { codesOf } from "../../support/codes";
import { asSuperuser } from "../../support/connections";

const sessionsOf = async (id: string): Promise<number> => {
  const { rows } = await asSuperuser((client) =>
    client.query("SELECT count(*)::int AS n FROM staff_session WHERE account_id = $1", [id]),
  );
  return rows[0].n;
};

describe("signing in with a second factor", () => {
  it("opens no session before the code, and the desk after it", async () => {
    const account = await givenAccount({ site: "koeln" });
    const app = await givenApp(account);
    const proof = await provenBy(account);
    expect(await sessionsOf(account.id)).toBe(0);
    expect(await findFactors(proof, NOW)).toEqual({ totp: true, passkeys: false, recovery: true });
    const session = sessionOf(await proveByCode(proof, app(NOW), caller(), NOW));
    const staff = await staffBehind(session);
    expect(staff).toMatchObject({ accountId: account.id, hasFactor: true });
    expect(staff && (await openDesk(staff))).not.toBeNull();
  });

  it("takes a code once, also when it comes twice at the same moment", async () => {
    const account = await givenAccount();
    const app = await givenApp(account);
    const proof = await provenBy(account);
    const results = await Promise.all([1, 2, 3].map(() => proveByCode(proof, app(NOW), caller(), NOW)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await proveByCode(proof, app(NOW), caller(), NOW)).toEqual({ ok: false, reason: "codeUsed" });
  });

  it("says by how many minutes a clock is wrong, and counts it as a failure", async () => {
    const account = await givenAccount();
    const app = await givenApp(account);
    const proof = await provenBy(account);
    const here = caller();
    for (const minutes of [2, -2, 2])
      expect(await proveByCode(proof, app(minutesAfter(minutes)), here, NOW)).toEqual({
        ok: false,
        reason: "clock",
        minutes: 2,
      });
    expect(await proveByCode(proof, app(NOW), here, NOW)).toMatchObject({ ok: false, reason: "wait" });
  });

  it("never takes a code that it has called early, so that nobody can guess ahead", async () => {
    const account = await givenAccount();
    const app = await givenApp(account);
    const proof = await provenBy(account);
    const early = app(minutesAfter(2));
    expect(await proveByCode(proof, early, caller(), NOW)).toMatchObject({ reason: "clock" });
    const result = await proveByCode(proof, early, caller(), minutesAfter(2));
    expect(result).toEqual({ ok: false, reason: "codeUsed" });
    expect(await proveByCode(proof, app(minutesAfter(3)), caller(), minutesAfter(3))).toMatchObject({
      ok: true,
    });
  });

  it("does not forget wrong codes when the passphrase is given again", async () => {
    const account = await givenAccount();
    await givenApp(account);
    const here = caller();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const result = await openSession(account, here.address, NOW);
      if (result.ok || result.reason !== "factor") throw new Error("no second factor was asked for");
      await proveByCode(result.proof, "000000", here, NOW);
    }
    expect(await openSession(account, here.address, NOW)).toMatchObject({ ok: false, reason: "wait" });
  });

  it("gives an account ten tries at codes an hour, from wherever they come", async () => {
    const account = await givenAccount();
    const app = await givenApp(account);
    const proof = await provenBy(account);
    const known = () => ({ ...caller(), knownMark: markOf(emailLookup(account.email)) });
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await proveByCode(proof, "000000", known(), NOW)).toMatchObject({ reason: "wrong" });
    }
    expect(await proveByCode(proof, app(NOW), known(), NOW)).toEqual({ ok: false, reason: "tooMany" });
  });

  it("is over when the account changed since the passphrase was proven", async () => {
    const account = await givenAccount();
    const app = await givenApp(account);
    const proof = await provenBy(account);
    await asSuperuser((client) =>
      client.query("UPDATE account SET disabled_on = '2025-03-14' WHERE id = $1", [account.id]),
    );
    expect(await proveByCode(proof, app(NOW), caller(), NOW)).toEqual({ ok: false, reason: "over" });
    expect(await findFactors(proof, NOW)).toBeNull();
  });
});

describe("an account that nobody used for 90 days", () => {
  it("is locked, which only the right passphrase learns", async () => {
    const account = await givenAccount();
    expect(await openSession(account, somewhere(), daysAfter(90))).toMatchObject({ ok: true });
    const late = daysAfter(90 + 91);
    expect(await openSession(account, somewhere(), late)).toEqual({ ok: false, reason: "locked" });
    const guess = { ...account, passphrase: "x" };
    expect(await openSession(guess, somewhere(), late)).toEqual({ ok: false, reason: "wrong" });
  });
});

describe("setting an app up", () => {
  it("stores its secret after a right code, sealed, and asks for it from then on", async () => {
    const account = await givenAccount();
    const staff = await staffOfAccount(account);
    const setup = beginTotp(staff, NOW);
    expect(setup.qr).toContain("<svg");
    expect(sameTotp(staff, setup.ticket, NOW)).toEqual(setup);
    const app = codesOf(setup.text);
    expect(await confirmTotp(staff, { ticket: setup.ticket, code: "000000" }, NOW)).toMatchObject({
      ok: false,
    });
    expect((await findAccess(staff)).hasTotp).toBe(false);
    expect(await confirmTotp(staff, { ticket: setup.ticket, code: app(NOW) }, NOW)).toEqual({ ok: true });
    expect((await findAccess(staff)).hasTotp).toBe(true);

    const proof = await provenBy(account);
    expect(await proveByCode(proof, app(NOW), caller(), NOW)).toEqual({ ok: false, reason: "codeUsed" });
    const later = minutesAfter(1);
    expect(await proveByCode(proof, app(later), caller(), later)).toMatchObject({ ok: true });
  });

  it("does not take the ticket of somebody else, of another kind, or an old one", async () => {
    const [staff, other] = [
      await staffOfAccount(await givenAccount()),
      await staffOfAccount(await givenAccount()),
    ];
    const { ticket, text } = beginTotp(other, NOW);
    const code = codesOf(text)(NOW);
    expect(await confirmTotp(staff, { ticket, code }, NOW)).toEqual({ ok: false, reason: "over" });
    expect(await confirmTotp(staff, { ticket: "x", code }, NOW)).toEqual({ ok: false, reason: "over" });
    expect(await confirmTotp(other, { ticket, code }, minutesAfter(60))).toEqual({
      ok: false,
      reason: "over",
    });
  });
});
