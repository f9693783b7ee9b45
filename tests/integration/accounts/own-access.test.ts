import { describe, expect, it } from "vitest";
import { changePassphrase, endOtherSessions, endOwnSession } from "../../../lib/accounts/commands";
import { listOwnSessions } from "../../../lib/accounts/queries";
import { openSession } from "../../../lib/auth/commands";
import { sessionHash } from "../../../lib/crypto/lookup";
import { signedIn, somewhere, staffBehind } from "../../support/access";
import { type Account, givenAccount } from "../../support/accounts";
import { minutesAfter, NOW } from "../../support/clock";

const PASSPHRASE = "badumo-tikela-sonipa-gurezo";

async function atWork(account: Account) {
  const session = await signedIn(account);
  const staff = await staffBehind(session);
  if (!staff) throw new Error("not signed in");
  return { session, staff, hash: sessionHash(session.sessionId) };
}

describe("changing the passphrase", () => {
  it("keeps this session, ends the others, and only the new one signs in", async () => {
    const account = await givenAccount({ site: "koeln" });
    const other = await signedIn(account);
    const { session, staff, hash } = await atWork(account);
    const change = { current: account.passphrase, passphrase: PASSPHRASE };
    const here = { address: somewhere(), sessionHash: hash };
    expect(await changePassphrase(staff, change, here, NOW)).toEqual({ ok: true });
    expect([await staffBehind(other), (await staffBehind(session))?.accountId]).toEqual([null, account.id]);
    await expect(signedIn(account)).rejects.toThrow("wrong");
    const again = await staffBehind(await signedIn({ ...account, passphrase: PASSPHRASE }));
    expect(Buffer.from(again?.userKey ?? []).equals(account.userKey)).toBe(true);
  });

  it("needs the old one and a good new one, and has to wait after failures", async () => {
    const account = await givenAccount();
    const { staff, hash } = await atWork(account);
    const here = { address: somewhere(), sessionHash: hash };
    const change = (current: string, passphrase = PASSPHRASE) =>
      changePassphrase(staff, { current, passphrase }, here, NOW);
    expect(await change(account.passphrase, "short")).toEqual({ ok: false, reason: "tooShort" });
    for (let failure = 0; failure < 3; failure += 1)
      expect(await change("wrong")).toEqual({ ok: false, reason: "currentWrong" });
    expect(await change(account.passphrase)).toMatchObject({ ok: false, reason: "wait" });
    expect(await signedIn(account, minutesAfter(1))).toBeTruthy();
  });
});

describe("one's own sessions", () => {
  it("are listed with day and kind of device, without those that are over", async () => {
    const account = await givenAccount();
    const { staff, hash } = await atWork(account);
    await openSession(account, somewhere(), minutesAfter(1), false, "phone");
    const listed = await listOwnSessions(staff, hash, minutesAfter(2));
    expect(listed).toEqual([
      { id: expect.any(String), device: "phone", openedOn: new Date("2025-03-14"), current: false },
      { id: expect.any(String), device: "computer", openedOn: new Date("2025-03-14"), current: true },
    ]);
    expect(await listOwnSessions(staff, hash, minutesAfter(40))).toEqual([]);
  });

  it("are ended one by one or all but this, and never somebody else's", async () => {
    const [account, stranger] = [await givenAccount(), await givenAccount()];
    const foreign = await atWork(stranger);
    const { session, staff, hash } = await atWork(account);
    const [one, two] = [await signedIn(account), await signedIn(account)];
    const idOf = (sessionId: string) => Buffer.from(sessionHash(sessionId)).toString("base64url");
    await endOwnSession(staff, idOf(one.sessionId));
    expect([await staffBehind(one), Boolean(await staffBehind(two))]).toEqual([null, true]);
    await endOwnSession(staff, idOf(foreign.session.sessionId));
    await endOtherSessions(staff, hash);
    expect(await staffBehind(two)).toBeNull();
    expect(await staffBehind(session)).not.toBeNull();
    expect(await staffBehind(foreign.session)).not.toBeNull();
  });
});
