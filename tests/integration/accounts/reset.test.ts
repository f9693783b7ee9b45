import { describe, expect, it } from "vitest";
import { acceptInvitation, acceptReset, proveByCode } from "../../../lib/accounts/commands";
import { findInvitation, listPlaces } from "../../../lib/accounts/queries";
import { storeSession } from "../../../lib/auth/commands";
import { isDesk, openDesk } from "../../../lib/auth/queries";
import { caller, provenBy, sessionOf, signedIn, staffBehind, staffOfAccount } from "../../support/access";
import { givenAccount, givenApp, givenInvitation } from "../../support/accounts";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";

const PASSPHRASE = "badumo-tikela-sonipa-gurezo";
const reset = (token: string, passphrase = PASSPHRASE) => acceptReset({ token, passphrase }, caller(), NOW);

async function countOf(table: string, accountId: string): Promise<number> {
  const { rows } = await asSuperuser((client) =>
    client.query(`SELECT count(*)::int AS n FROM ${table} WHERE account_id = $1`, [accountId]),
  );
  return rows[0].n;
}

describe("a reset by the lead's link", () => {
  it("makes a new key, and leaves nothing that opened the old one", async () => {
    const account = await givenAccount({ site: "koeln" });
    await givenAccount({ site: "koeln" });
    const old = await signedIn(account);
    await givenApp(account);
    const { token } = await givenInvitation({ site: "koeln", resets: account.id });
    expect(await findInvitation(token, NOW)).toEqual({
      ok: true,
      invitation: { kind: "reset", siteId: "koeln" },
    });

    const session = sessionOf(await reset(token));
    expect(await staffBehind(old)).toBeNull();
    expect(await countOf("site_key_grant", account.id)).toBe(0);
    const staff = await staffBehind(session);
    expect(staff).toMatchObject({ hasFactor: false, recoveryConfirmed: false });
    expect(Buffer.from(staff?.userKey ?? []).equals(account.userKey)).toBe(false);
    if (!staff) throw new Error("not signed in");
    expect(isDesk(await openDesk(staff))).toBe(false);
    expect(await listPlaces(staff)).toMatchObject([{ state: "waiting" }]);
    await expect(signedIn(account)).rejects.toThrow("wrong");
    expect((await signedIn({ ...account, passphrase: PASSPHRASE })).accountId).toBe(account.id);
  });

  it("works once, and only with a passphrase that will do", async () => {
    const account = await givenAccount({ site: "koeln" });
    const { token } = await givenInvitation({ site: "koeln", resets: account.id });
    expect(await reset(token, "password12345")).toEqual({ ok: false, reason: "common" });
    expect(await countOf("site_key_grant", account.id)).toBe(1);
    expect(await reset(token)).toMatchObject({ ok: true });
    expect(await reset(token)).toEqual({ ok: false, reason: "used" });
  });

  it("is worth nothing for somebody who does not belong to the site", async () => {
    const stranger = await givenAccount({ site: "bochum" });
    const { token } = await givenInvitation({ site: "koeln", resets: stranger.id });
    expect(await findInvitation(token, NOW)).toMatchObject({ ok: false, reason: "unknown" });
    expect(await reset(token)).toEqual({ ok: false, reason: "unknown" });
    expect(await countOf("site_key_grant", stranger.id)).toBe(1);
    expect(await signedIn(stranger)).toBeTruthy();
  });

  it("takes nothing from somebody who works at another site as well", async () => {
    const account = await givenAccount({ site: "koeln" });
    await asSuperuser((client) =>
      client.query("INSERT INTO membership (site_id, account_id, role) VALUES ('bochum', $1, 'counsellor')", [
        account.id,
      ]),
    );
    const { token } = await givenInvitation({ site: "koeln", resets: account.id });
    expect(await reset(token)).toEqual({ ok: false, reason: "elsewhere" });
    expect(await countOf("site_key_grant", account.id)).toBe(1);
  });

  it("does not hand a coordinator's office to whoever holds the link", async () => {
    const account = await givenAccount({ site: "koeln", coordinator: true });
    const { token } = await givenInvitation({ site: "koeln", resets: account.id });
    expect(await reset(token)).toMatchObject({ ok: true });
    expect(await staffOfAccount({ ...account, passphrase: PASSPHRASE })).toMatchObject({
      coordinator: false,
    });
  });

  it("makes a proof worthless that was given before", async () => {
    const account = await givenAccount({ site: "koeln" });
    const app = await givenApp(account);
    const proof = await provenBy(account);
    const { token } = await givenInvitation({ site: "koeln", resets: account.id });
    await reset(token);
    expect(await proveByCode(proof, app(NOW), caller(), NOW)).toEqual({ ok: false, reason: "over" });
  });

  it("opens no session for what was proven a moment before", async () => {
    const account = await givenAccount({ site: "koeln" });
    const { token } = await givenInvitation({ site: "koeln", resets: account.id });
    const proven = { accountId: account.id, userKey: account.userKey, mark: "anything" };
    await expect(storeSession(proven, "computer", NOW)).resolves.toBeTruthy();
    const otherPassphrase = { ...proven, verifier: new Uint8Array(32) };
    await expect(storeSession(otherPassphrase, "computer", NOW)).rejects.toMatchObject({ code: "notFound" });
    await reset(token);
    await expect(storeSession(proven, "computer", NOW)).rejects.toMatchObject({ code: "notFound" });
    expect(await countOf("staff_session", account.id)).toBe(1);
  });

  it("is not a link to join with, nor the other way round", async () => {
    const account = await givenAccount({ site: "koeln" });
    const [resetting, joining] = [
      await givenInvitation({ site: "koeln", resets: account.id }),
      await givenInvitation({ site: "koeln" }),
    ];
    const newcomer = { email: "x@new.example", passphrase: PASSPHRASE, locale: "de" };
    const joined = await acceptInvitation({ token: resetting.token, ...newcomer }, caller(), NOW);
    expect(joined).toEqual({ ok: false, reason: "unknown" });
    expect(await reset(joining.token)).toEqual({ ok: false, reason: "unknown" });
  });
});
