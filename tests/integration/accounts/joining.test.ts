import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { acceptAlso, acceptInvitation } from "../../../lib/accounts/commands";
import { findInvitation, listPlaces, ownFingerprint } from "../../../lib/accounts/queries";
import { isDesk, openDesk, openNetworkDesk } from "../../../lib/auth/queries";
import { newInvitationToken } from "../../../lib/crypto/invitation";
import { caller, sessionOf, signedIn, staffBehind, staffOfAccount } from "../../support/access";
import { givenAccount, givenInvitation, givenNetworkInvitation } from "../../support/accounts";
import { daysAfter, minutesAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { givenSiteKey } from "../../support/sites";

const PASSPHRASE = "badumo-tikela-sonipa-gurezo";
const newEmail = (): string => `${randomUUID()}@new.example`;

const join = (token: string, given: { email?: string; passphrase?: string } = {}, now = NOW) =>
  acceptInvitation(
    { token, email: newEmail(), passphrase: PASSPHRASE, locale: "tr", ...given },
    caller(),
    now,
  );

const accounts = async (): Promise<number> => {
  const { rows } = await asSuperuser((client) => client.query("SELECT count(*)::int AS n FROM account"));
  return rows[0].n;
};

describe("an invitation", () => {
  it("makes an account that belongs to the site, waits for its keys and opens nothing", async () => {
    await givenSiteKey("koeln");
    const given = await givenAccount({ site: "koeln" });
    expect(given.id).toBeTruthy();
    const { token } = await givenInvitation({ site: "koeln", role: "lead" });
    const email = newEmail();
    const session = sessionOf(await join(token, { email }));
    const staff = await staffBehind(session);
    expect(staff).toMatchObject({
      coordinator: false,
      hasFactor: false,
      recoveryConfirmed: false,
      memberships: [{ siteId: "koeln", role: "lead" }],
    });
    if (!staff) throw new Error("not signed in");
    expect(isDesk(await openDesk(staff))).toBe(false);
    expect(await listPlaces(staff)).toEqual([{ siteId: "koeln", role: "lead", state: "waiting" }]);
    expect(await ownFingerprint(staff)).toMatch(/^\d{3} \d{3} \d{3} \d{3}$/);
    expect(await signedIn({ email: email.toUpperCase(), passphrase: PASSPHRASE })).toBeTruthy();
  });

  it("works once: the second time there is no second account", async () => {
    const { token } = await givenInvitation({ site: "koeln" });
    const { accountId } = sessionOf(await join(token));
    const before = await accounts();
    expect(await join(token)).toEqual({ ok: false, reason: "used" });
    expect(await accounts()).toBe(before);
    expect(await findInvitation(token, NOW)).toEqual({ ok: false, reason: "used", usedBy: accountId });
  });

  it("works once also when it is used twice at the same moment", async () => {
    const { token } = await givenInvitation({ site: "koeln" });
    const before = await accounts();
    const results = await Promise.all([join(token), join(token), join(token)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await accounts()).toBe(before + 1);
  });

  it("is late after 72 hours", async () => {
    const { token } = await givenInvitation({ site: "koeln" });
    expect(await findInvitation(token, minutesAfter(72 * 60 - 1))).toMatchObject({ ok: true });
    expect(await join(token, {}, minutesAfter(72 * 60))).toEqual({ ok: false, reason: "late" });
  });

  it("that nobody made leads nowhere", async () => {
    for (const token of ["", "x", newInvitationToken(), "x".repeat(200)]) {
      expect(await findInvitation(token, NOW)).toEqual({ ok: false, reason: "unknown", usedBy: null });
      expect(await join(token)).toEqual({ ok: false, reason: "unknown" });
    }
  });

  it("is not used up by a bad passphrase or an address that is taken", async () => {
    const { token } = await givenInvitation({ site: "koeln" });
    const somebody = await givenAccount();
    expect(await join(token, { passphrase: "short" })).toEqual({ ok: false, reason: "tooShort" });
    expect(await join(token, { passphrase: "password12345" })).toEqual({ ok: false, reason: "common" });
    const personal = { email: "jo.meyer@new.example", passphrase: "Jo.Meyer@new.example" };
    expect(await join(token, personal)).toEqual({ ok: false, reason: "personal" });
    expect(await join(token, { email: ` ${somebody.email.toUpperCase()}` })).toEqual({
      ok: false,
      reason: "emailTaken",
    });
    expect(await join(token)).toMatchObject({ ok: true });
  });

  it("takes somebody who has an account to a second site, and not twice to the same", async () => {
    const account = await givenAccount({ site: "koeln" });
    const staff = await staffOfAccount(account);
    const { token } = await givenInvitation({ site: "bochum" });
    expect(await acceptAlso(staff, token, NOW)).toEqual({ ok: true, siteId: "bochum" });
    const again = await staffOfAccount(account);
    expect(again.memberships.map(({ siteId }) => siteId)).toEqual(["bochum", "koeln"]);
    const own = await givenInvitation({ site: "koeln" });
    expect(await acceptAlso(again, own.token, NOW)).toEqual({ ok: false, reason: "member" });
    expect(await findInvitation(own.token, NOW)).toMatchObject({ ok: true });
    expect(await acceptAlso(again, token, NOW)).toEqual({ ok: false, reason: "used" });
  });

  it("gives somebody who left and comes back their place again, without keys", async () => {
    const account = await givenAccount({ site: "luebeck" });
    await givenAccount({ site: "luebeck" });
    await asSuperuser(async (client) => {
      await client.query("UPDATE membership SET active = false WHERE account_id = $1", [account.id]);
      await client.query("DELETE FROM site_key_grant WHERE account_id = $1", [account.id]);
    });
    const { token } = await givenInvitation({ site: "luebeck", role: "lead" });
    expect(await acceptAlso(await staffOfAccount(account), token, NOW)).toMatchObject({ ok: true });
    expect(await listPlaces(await staffOfAccount(account))).toEqual([
      { siteId: "luebeck", role: "lead", state: "waiting" },
    ]);
  });

  it("tells apart a site without a key and one where nobody holds it any more", async () => {
    const first = await givenInvitation({ site: "saarland", role: "lead" });
    const founder = await staffBehind(sessionOf(await join(first.token)));
    expect(founder && (await listPlaces(founder))).toMatchObject([{ state: "founding" }]);
    await givenSiteKey("muenster");
    const next = await givenInvitation({ site: "muenster" });
    const alone = await staffBehind(sessionOf(await join(next.token)));
    expect(alone && (await listPlaces(alone))).toMatchObject([{ state: "abandoned" }]);
  });
});

describe("an invitation to the network", () => {
  it("makes a coordinator of no site, once and within 72 hours", async () => {
    const token = await givenNetworkInvitation();
    expect(await join(token, {}, daysAfter(3))).toEqual({ ok: false, reason: "late" });
    const staff = await staffBehind(sessionOf(await join(token)));
    expect(staff).toMatchObject({ coordinator: true, memberships: [] });
    expect(staff && openNetworkDesk(staff)).not.toBeNull();
    expect(await join(token)).toEqual({ ok: false, reason: "unknown" });
  });

  it("makes a coordinator of somebody who counsels already", async () => {
    const account = await givenAccount({ site: "koeln" });
    const token = await givenNetworkInvitation();
    expect(await acceptAlso(await staffOfAccount(account), token, NOW)).toEqual({ ok: true, siteId: null });
    expect(await staffOfAccount(account)).toMatchObject({
      coordinator: true,
      memberships: [{ siteId: "koeln" }],
    });
  });
});
