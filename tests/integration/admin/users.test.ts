import { describe, expect, it } from "vitest";
import { findInvitation } from "../../../lib/accounts/queries";
import { openSession } from "../../../lib/auth/commands";
import { findStaff } from "../../../lib/auth/queries";
import { INVITATION_MS } from "../../../lib/crypto/invitation";
import { givenAccount } from "../../support/accounts";
import { daysAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { says, tokenIn } from "../../support/operator";
import { givenSiteKey } from "../../support/sites";

const LATE = new Date(NOW.getTime() + INVITATION_MS);

describe("user invite", () => {
  it.each(["lead", "counsellor"] as const)(
    "makes a link to join a site as %s, for 72 hours",
    async (role) => {
      await givenSiteKey("koeln");
      const text = await says("user", "invite", "--site", "koeln", "--role", role);
      const token = tokenIn(text);
      const invitation = { kind: "site", siteId: "koeln", role };
      expect(await findInvitation(token, new Date(LATE.getTime() - 1))).toEqual({ ok: true, invitation });
      expect(await findInvitation(token, LATE)).toMatchObject({ ok: false, reason: "late" });
      expect(text).toContain("Monday");
    },
  );

  it("stores no link that works, and no name", async () => {
    const token = tokenIn(await says("user", "invite", "--site", "koeln"));
    const { rows } = await asSuperuser((client) =>
      client.query("SELECT i::text AS row, sealed_name, resets, used, account_id FROM invitation i"),
    );
    expect(rows.length).toBeGreaterThan(0);
    const plain = { sealed_name: null, resets: false, used: false, account_id: null };
    for (const row of rows) expect(row).toMatchObject(plain);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString("hex"));
  });

  it("takes the first person of a site for its lead, and nobody else", async () => {
    const text = await says("user", "invite", "--site", "saarland");
    expect(await findInvitation(tokenIn(text), NOW)).toMatchObject({ invitation: { role: "lead" } });
    const asking = says("user", "invite", "--site", "saarland", "--role", "counsellor");
    await expect(asking).rejects.toThrow("only a lead can make them");
  });

  it("takes further people for counsellors, who wait for a lead", async () => {
    const text = await says("user", "invite", "--site", "koeln");
    expect(await findInvitation(tokenIn(text), NOW)).toMatchObject({ invitation: { role: "counsellor" } });
    expect(text).toContain("sees no case until a lead of koeln");
  });

  it("makes a link to become a coordinator", async () => {
    const token = tokenIn(await says("user", "invite", "--coordinator"));
    expect(await findInvitation(token, NOW)).toEqual({ ok: true, invitation: { kind: "network" } });
    expect(await findInvitation(token, LATE)).toMatchObject({ ok: false, reason: "late" });
  });

  it("knows no other sites than there are", async () => {
    await expect(says("user", "invite", "--site", "nowhere")).rejects.toThrow("There is no site nowhere.");
  });
});

describe("user disable and user enable", () => {
  const signIn = (account: { email: string; passphrase: string }, now = NOW, network = "203.0.113.1") =>
    openSession(account, network, now);

  it("end somebody's sessions at once, keep them out, and let them in again", async () => {
    const account = await givenAccount({ site: "koeln" });
    const other = await givenAccount({ site: "koeln" });
    const [mine, theirs] = [await signIn(account), await signIn(other)];
    if (!mine.ok || !theirs.ok) throw new Error("nobody could sign in");

    const text = await says("user", "disable", ` ${account.email.toUpperCase()}`.trim());
    expect(text).toMatch(
      /^They cannot sign in any more\.\nSessions ended: 1\.\nThey belong to koeln \(counsellor\)\./,
    );
    expect(text).toContain("Ask a lead of each site");
    const staffOf = ({ session }: typeof mine) => findStaff(session.sessionId, session.sessionKey, NOW);
    expect(await staffOf(mine)).toBeNull();
    expect(await staffOf(theirs)).not.toBeNull();
    expect(await signIn(account, NOW, "203.0.114.1")).toEqual({ ok: false, reason: "wrong" });

    expect(await says("user", "enable", account.email)).toContain("They can sign in again.");
    expect(await signIn(account, daysAfter(1), "203.0.115.1")).toMatchObject({ ok: true });
  });

  it("take no keys away, and say so", async () => {
    const account = await givenAccount({ site: "koeln" });
    await says("user", "disable", account.email);
    const { rows } = await asSuperuser((client) =>
      client.query("SELECT epoch FROM site_key_grant WHERE account_id = $1", [account.id]),
    );
    expect(rows).toEqual([{ epoch: 1 }]);
  });

  it("change nothing the second time", async () => {
    const account = await givenAccount({ coordinator: true });
    expect(await says("user", "disable", account.email)).toContain("They are a coordinator");
    expect(await says("user", "disable", account.email)).toContain("They were disabled already.");
    await says("user", "enable", account.email);
    expect(await says("user", "enable", account.email)).toContain("They were not disabled");
  });

  it("open the lock of somebody who was away for long, which for coordinators nobody else can", async () => {
    const account = await givenAccount({ coordinator: true });
    await asSuperuser((client) =>
      client.query("UPDATE account SET last_seen_on = '2024-01-01' WHERE id = $1", [account.id]),
    );
    expect(await signIn(account, NOW, "203.0.116.1")).toEqual({ ok: false, reason: "locked" });
    await says("user", "enable", account.email);
    expect(await signIn(account, NOW, "203.0.117.1")).toMatchObject({ ok: true });
  });

  it.each(["disable", "enable"])("%s: knows nobody by an address that is unknown", async (verb) => {
    const asking = says("user", verb, "nobody@somewhere.example");
    await expect(asking).rejects.toThrow("Nobody signs in with this e-mail address.");
  });
});
