import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { NetworkDesk } from "../../../lib/auth/desk";
import { invitationHash } from "../../../lib/crypto/invitation";
import {
  changeSiteBasics,
  createSite,
  inviteFirstLead,
  offerSite,
  provisionLogin,
  retireSite,
} from "../../../lib/network/commands";
import { listNetworkEvents, listNetworkSites } from "../../../lib/network/queries";
import { findSite } from "../../../lib/sites/queries";
import { provisionSiteLogins } from "../../../scripts/provision";
import { NOW } from "../../support/clock";
import { asLogin, asOwner, asSuperuser } from "../../support/connections";
import { holdRoles } from "../../support/roles";
import { coordinatorDesk } from "../../support/settings-desks";
import { givenSiteKey } from "../../support/sites";

// The login of a new site belongs to the server, which other files look at.
holdRoles("alone");

const shared = globalThis as { weactProvisionSites?: (() => Promise<boolean>) | undefined };
const asLauncher = () => asOwner(provisionSiteLogins).then(() => true);

let desk: NetworkDesk;
beforeAll(async () => {
  desk = await coordinatorDesk();
});
afterEach(() => {
  shared.weactProvisionSites = undefined;
});
afterAll(async () => {
  await asSuperuser((client) =>
    client.query("DROP OWNED BY site_kassel; DROP ROLE IF EXISTS site_kassel"),
  ).catch(() => undefined);
});

const kassel = { slug: "kassel", name: "weact Kassel", stateCode: "HE", carriers: ["Verein"] };
const siteNow = async (id = "kassel") => (await listNetworkSites(desk)).find((site) => site.id === id);

describe("a new site", () => {
  it("stays when its login could not be made, and says so", async () => {
    expect(await createSite(desk, kassel, NOW)).toEqual({ ok: false, reason: "loginFailed" });
    expect(await siteNow()).toMatchObject({ active: false, hasLogin: false, hasKeys: false });
    expect(await inviteFirstLead(desk, "kassel", NOW)).toEqual({ ok: false, reason: "noLogin" });
  });

  it("gets its login when that is tried again", async () => {
    shared.weactProvisionSites = asLauncher;
    expect(await provisionLogin()).toEqual({ ok: true });
    expect(await siteNow()).toMatchObject({ hasLogin: true });
    const own = await asLogin("site_kassel", (client) => client.query("SELECT FROM site_counter"));
    expect(own.rowCount).toBe(1);
  });

  it("says that it failed when the launcher does not answer or refuses", async () => {
    shared.weactProvisionSites = () => Promise.reject(new Error("no launcher"));
    expect(await provisionLogin()).toMatchObject({ reason: "loginFailed" });
    shared.weactProvisionSites = async () => false;
    expect(await provisionLogin()).toMatchObject({ reason: "loginFailed" });
  });

  it("cannot take the name of another", async () => {
    expect(await createSite(desk, { ...kassel, slug: "koeln" }, NOW)).toEqual({
      ok: false,
      reason: "slugTaken",
    });
  });

  it("is not offered before it has keys", async () => {
    expect(await offerSite(desk, "kassel", NOW)).toEqual({ ok: false, reason: "noKeys" });
    await asOwner((client) => client.query("UPDATE site SET active = true WHERE id = 'kassel'"));
    expect(await findSite("kassel", NOW)).toBeNull();
    await asOwner((client) => client.query("UPDATE site SET active = false WHERE id = 'kassel'"));
  });

  it("invites its first lead by a link of which only the hash is stored", async () => {
    const invited = await inviteFirstLead(desk, "kassel", NOW);
    if (!invited.ok) throw new Error(invited.reason);
    const { rows } = await asOwner((client) =>
      client.query("SELECT * FROM invitation WHERE token_hash = $1", [invitationHash(invited.token)]),
    );
    expect(rows).toMatchObject([
      { site_id: "kassel", role: "lead", sealed_name: null, used: false, resets: false },
    ]);
    expect(rows[0]?.expires_at).toEqual(new Date(NOW.getTime() + 72 * 3_600_000));
  });

  it("is offered, retired and offered again once it has keys", async () => {
    await givenSiteKey("kassel");
    expect(await inviteFirstLead(desk, "kassel", NOW)).toEqual({ ok: false, reason: "hasKeys" });
    expect(await offerSite(desk, "kassel", NOW)).toEqual({ ok: true });
    expect(await findSite("kassel", NOW)).toMatchObject({ name: "weact Kassel", state: "Hessen" });
    expect(await offerSite(desk, "kassel", NOW)).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await retireSite(desk, "kassel", NOW)).toEqual({ ok: true });
    expect(await findSite("kassel", NOW)).toBeNull();
  });

  it("stands in the history step by step", async () => {
    const actions = (await listNetworkEvents(desk)).map(({ action }) => action);
    expect(actions.toSorted()).toEqual(["leadInvited", "siteCreated", "siteOffered", "siteRetired"]);
  });
});

describe("what the network says about a site", () => {
  it("is changed by who has seen it", async () => {
    const seen = (await siteNow())?.seen ?? "";
    const { slug: _slug, ...basics } = kassel;
    const change = { ...basics, site: "kassel", seen, name: "weact Nordhessen" };
    expect(await changeSiteBasics(desk, change, NOW)).toEqual({ ok: true });
    expect(await changeSiteBasics(desk, change, NOW)).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await siteNow()).toMatchObject({ name: "weact Nordhessen" });
  });
});

describe("the network's login", () => {
  const attempt = (sql: string, values: unknown[] = []) =>
    asLogin("network", (client) => client.query(sql, values));

  it("invites nobody to a site that has keys, and resets nobody", async () => {
    const invite = (site: string, more = "") =>
      attempt(
        `INSERT INTO invitation (site_id, id, token_hash, role, resets, expires_at, account_id)
           VALUES ($1, $2, $3, ${more || "'lead', false"}, now(), NULL)`,
        [site, randomUUID(), Buffer.alloc(32, 9)],
      );
    await givenSiteKey("koeln");
    await expect(invite("koeln")).rejects.toThrow("row-level security");
    await expect(invite("muenster", "'counsellor', false")).rejects.toThrow("row-level security");
    await expect(invite("muenster", "'lead', true")).rejects.toThrow("row-level security");
    await expect(attempt("SELECT * FROM invitation")).rejects.toThrow("permission denied");
  });

  it("reads and writes nothing of a site but what is public", async () => {
    for (const table of [
      "site_text",
      "site_event",
      "membership",
      "site_key_grant",
      "site_recovery",
      "account",
    ]) {
      await expect(attempt(`SELECT FROM ${table}`), table).rejects.toThrow("permission denied");
    }
    await expect(attempt("SELECT public_key FROM site_key")).rejects.toThrow("permission denied");
    await expect(attempt("UPDATE site SET offices = '[]'")).rejects.toThrow("permission denied");
    await expect(attempt("DELETE FROM site")).rejects.toThrow("permission denied");
    const adding = attempt(
      `INSERT INTO site (id, name, state_code, state, publish_address, offices, sources, active)
         VALUES ('fertig', 'x', 'HE', 'Hessen', false, '[]', '[]', true)`,
    );
    await expect(adding).rejects.toThrow("row-level security");
  });
});

describe("the list of sites", () => {
  it("says what people are shown, and no street that is not to be published", async () => {
    await asOwner((client) =>
      client.query("UPDATE site SET publish_address = false, offices = $1 WHERE id = 'luebeck'", [
        JSON.stringify([{ label: "Büro", city: "Lübeck", street: "Weg 1", postalCode: "23552" }]),
      ]),
    );
    const { shown } = (await siteNow("luebeck")) ?? {};
    expect(shown?.offices).toMatchObject([{ city: "Lübeck", street: null, postalCode: null }]);
  });

  it("tells which sites have not looked through it for half a year, once there is somebody to look", async () => {
    const checked = (on: string | null) =>
      asOwner((client) => client.query("UPDATE site SET checked_on = $1 WHERE id = 'luebeck'", [on]));
    const due = async () => (await listNetworkSites(desk, NOW)).find(({ id }) => id === "luebeck")?.checkDue;
    expect(await due()).toBe(false);
    await givenSiteKey("luebeck");
    expect(await due()).toBe(true);
    await checked("2025-01-02");
    expect(await due()).toBe(false);
    await checked("2024-08-31");
    expect(await due()).toBe(true);
  });
});
