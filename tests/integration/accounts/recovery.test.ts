import { describe, expect, it } from "vitest";
import {
  confirmRecoveryCode,
  makeRecoveryCode,
  proveByCode,
  proveByRecoveryCode,
  recoverAccess,
  replaceFactor,
} from "../../../lib/accounts/commands";
import { findAccess } from "../../../lib/accounts/queries";
import { isDesk, openDesk } from "../../../lib/auth/queries";
import type { Proof } from "../../../lib/auth/types";
import { findCase } from "../../../lib/cases/queries";
import { caller, provenBy, sessionOf, signedIn, staffBehind, staffOfAccount } from "../../support/access";
import { type Account, givenAccount, givenApp } from "../../support/accounts";
import { givenCase } from "../../support/cases";
import { daysAfter, minutesAfter, NOW } from "../../support/clock";

const PASSPHRASE = "badumo-tikela-sonipa-gurezo";

const prove = ({ email, recoveryCode }: Pick<Account, "email" | "recoveryCode">, now = NOW) =>
  proveByRecoveryCode({ email, recoveryCode }, caller(), now);

async function proofOf(account: Account): Promise<Proof> {
  const result = await prove(account);
  if (!result.ok) throw new Error(result.reason);
  return result.proof;
}

describe("a forgotten passphrase", () => {
  it("is replaced with recovery code and app, and old cases stay readable", async () => {
    const old = await givenCase({ site: "koeln", message: "von früher" });
    const account = await givenAccount({ site: "koeln" });
    const before = await signedIn(account);
    const app = await givenApp(account);
    const proof = await proofOf(account);
    expect(await recoverAccess(proof, PASSPHRASE, caller(), NOW)).toEqual({ ok: false, reason: "over" });

    const step = await proveByCode(proof, app(NOW), caller(), NOW);
    if (!step.ok || step.session) throw new Error("no new passphrase was asked for");
    expect(await recoverAccess(step.proof, "short", caller(), NOW)).toEqual({
      ok: false,
      reason: "tooShort",
    });
    const staff = await staffBehind(sessionOf(await recoverAccess(step.proof, PASSPHRASE, caller(), NOW)));
    if (!staff) throw new Error("not signed in");
    const desk = await openDesk(staff);
    if (!isDesk(desk)) throw new Error("no desk");
    expect((await findCase(desk, old.id)).letters[0]?.text).toBe("von früher");
    expect(staff).toMatchObject({ recoveryConfirmed: false, hasFactor: true });
    expect(await staffBehind(before)).toBeNull();
    await expect(provenBy(account)).rejects.toThrow();
    expect(await provenBy({ ...account, passphrase: PASSPHRASE })).toBeTruthy();
  });

  it("spends the code: neither it nor what it proved works again", async () => {
    const account = await givenAccount();
    const proof = await proofOf(account);
    expect(proof.factor).toBe(true);
    expect(await recoverAccess(proof, PASSPHRASE, caller(), NOW)).toMatchObject({ ok: true });
    expect(await recoverAccess(proof, PASSPHRASE, caller(), NOW)).toEqual({ ok: false, reason: "over" });
    expect(await prove(account)).toEqual({ ok: false, reason: "wrong" });
  });

  it("gets one answer for a wrong code, an unknown address, and an account without a code", async () => {
    const account = await givenAccount();
    const wrong = { ok: false, reason: "wrong" };
    expect(await prove({ ...account, recoveryCode: "0000-0000" })).toEqual(wrong);
    expect(await prove({ ...account, email: "nobody@somewhere.example" })).toEqual(wrong);
    await recoverAccess(await proofOf(account), PASSPHRASE, caller(), NOW);
    expect(await prove(account)).toEqual(wrong);
  });

  it("reads the code as people type it from paper", async () => {
    const account = await givenAccount();
    const typed = account.recoveryCode
      .toLowerCase()
      .replaceAll("-", " ")
      .replaceAll("0", "o")
      .replaceAll("1", "l");
    expect(await prove({ ...account, recoveryCode: typed })).toMatchObject({ ok: true });
  });

  it("has to wait after failures, like a sign-in, and finds a locked account locked", async () => {
    const account = await givenAccount();
    const here = caller();
    const attempt = (recoveryCode: string) =>
      proveByRecoveryCode({ email: account.email, recoveryCode }, here, NOW);
    for (let failure = 0; failure < 3; failure += 1) await attempt("wrong");
    expect(await attempt(account.recoveryCode)).toMatchObject({ ok: false, reason: "wait" });
    expect(await prove(account, daysAfter(91))).toEqual({ ok: false, reason: "locked" });
  });
});

describe("a lost second factor", () => {
  it("is replaced with passphrase and recovery code", async () => {
    const account = await givenAccount({ site: "koeln" });
    await givenApp(account);
    const proof = await provenBy(account);
    expect(await replaceFactor(proof, "0000", caller(), NOW)).toEqual({ ok: false, reason: "wrong" });
    const session = sessionOf(await replaceFactor(proof, account.recoveryCode, caller(), NOW));
    expect(await staffBehind(session)).toMatchObject({ hasFactor: false, recoveryConfirmed: false });
    expect(await replaceFactor(proof, account.recoveryCode, caller(), NOW)).toMatchObject({ reason: "over" });
  });

  it("is not replaced by the recovery code alone", async () => {
    const account = await givenAccount();
    await givenApp(account);
    const proof = await proofOf(account);
    expect(await replaceFactor(proof, account.recoveryCode, caller(), NOW)).toEqual({
      ok: false,
      reason: "over",
    });
  });
});

describe("a recovery code", () => {
  it("counts once its owner shows that they hold it", async () => {
    const staff = await staffOfAccount(await givenAccount());
    const { code, ticket } = await makeRecoveryCode(staff, NOW);
    expect((await findAccess(staff)).recovery).toBe("unconfirmed");
    expect(await confirmRecoveryCode(staff, { ticket, lastGroup: "AAAA" }, NOW)).toEqual({
      ok: false,
      reason: "differs",
    });
    const lastGroup = ` ${code.slice(-4).toLowerCase()} `;
    expect(await confirmRecoveryCode(staff, { ticket, lastGroup }, NOW)).toEqual({ ok: true });
    expect((await findAccess(staff)).recovery).toBe("confirmed");
  });

  it("replaces the one before, which opens nothing and confirms nothing any more", async () => {
    const account = await givenAccount();
    const staff = await staffOfAccount(account);
    const first = await makeRecoveryCode(staff, NOW);
    const second = await makeRecoveryCode(staff, NOW);
    const over = { ok: false, reason: "over" };
    const typed = { ticket: first.ticket, lastGroup: first.code.slice(-4) };
    expect(await confirmRecoveryCode(staff, typed, NOW)).toEqual(over);
    expect(await prove(account)).toMatchObject({ ok: false });
    expect(await prove({ ...account, recoveryCode: first.code })).toMatchObject({ ok: false });
    expect(await prove({ ...account, recoveryCode: second.code })).toMatchObject({ ok: true });
  });

  it("is not confirmed by somebody else's ticket, or by a late one", async () => {
    const [staff, other] = [
      await staffOfAccount(await givenAccount()),
      await staffOfAccount(await givenAccount()),
    ];
    const { code, ticket } = await makeRecoveryCode(staff, NOW);
    const typed = { ticket, lastGroup: code.slice(-4) };
    const over = { ok: false, reason: "over" };
    expect(await confirmRecoveryCode(other, typed, NOW)).toEqual(over);
    expect(await confirmRecoveryCode(staff, { ...typed, ticket: "x" }, NOW)).toEqual(over);
    expect(await confirmRecoveryCode(staff, typed, minutesAfter(60))).toEqual(over);
  });
});
