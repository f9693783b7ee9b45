import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { endSession, type NewSession, openSession, sweepSessions } from "../../../lib/auth/commands";
import { findStaff, openDesk, openNetworkDesk, type Staff } from "../../../lib/auth/queries";
import { sessionHash } from "../../../lib/crypto/lookup";
import { type Account, givenAccount } from "../../support/accounts";
import { minutesAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";

let network = 0;

/** Every attempt comes from a network of its own, unless a test is about where it comes from. */
const somewhere = (): string => `198.51.${network++}.1`;

async function signedIn(account: Account, now = NOW): Promise<NewSession> {
  const result = await openSession(account, somewhere(), now);
  if (!result.ok) throw new Error(result.reason);
  return result.session;
}

const staffOf = ({ sessionId, sessionKey }: NewSession, now = NOW): Promise<Staff | null> =>
  findStaff(sessionId, sessionKey, now);

describe("a session", () => {
  it("ends half an hour after the last sign of life", async () => {
    const session = await signedIn(await givenAccount());
    expect(await staffOf(session, minutesAfter(29))).not.toBeNull();
    expect(await staffOf(session, minutesAfter(58))).not.toBeNull();
    expect(await staffOf(session, minutesAfter(88))).toBeNull();
  });

  it("ends after ten hours however busy it is", async () => {
    const session = await signedIn(await givenAccount());
    for (let minute = 20; minute < 600; minute += 20)
      expect(await staffOf(session, minutesAfter(minute))).not.toBeNull();
    expect(await staffOf(session, minutesAfter(600))).toBeNull();
  });

  it("ends at once with sign-out, and with it no other one", async () => {
    const account = await givenAccount();
    const [one, other] = [await signedIn(account), await signedIn(account)];
    await endSession(one.sessionId);
    await endSession(one.sessionId);
    expect([await staffOf(one), (await staffOf(other))?.accountId]).toEqual([null, account.id]);
  });

  it("ends at once when the account is disabled", async () => {
    const account = await givenAccount({ site: "koeln" });
    const session = await signedIn(account);
    await asSuperuser((client) =>
      client.query("UPDATE account SET disabled_on = '2025-03-14' WHERE id = $1", [account.id]),
    );
    expect(await staffOf(session)).toBeNull();
  });

  it("opens no desk any more once the membership has ended", async () => {
    const account = await givenAccount({ site: "koeln" });
    const session = await signedIn(account);
    await asSuperuser((client) =>
      client.query("UPDATE membership SET active = false WHERE account_id = $1", [account.id]),
    );
    const staff = await staffOf(session);
    expect(staff?.memberships).toEqual([]);
    expect(staff && (await openDesk(staff))).toBeNull();
  });

  it("needs both halves: an id with another session's key opens nothing", async () => {
    const account = await givenAccount();
    const [one, other] = [await signedIn(account), await signedIn(await givenAccount())];
    const keys = [other.sessionKey, randomBytes(32).toString("base64url"), "", "x", `${one.sessionKey}AA`];
    for (const sessionKey of keys) expect(await staffOf({ ...one, sessionKey })).toBeNull();
    expect(await staffOf({ ...one, sessionId: "x" })).toBeNull();
    expect((await staffOf(one))?.accountId).toBe(account.id);
  });

  it("is stored without anything that works in a cookie, and without a readable user key", async () => {
    const account = await givenAccount();
    const session = await signedIn(account);
    const { rows } = await asSuperuser((client) =>
      client.query<{ row: string }>("SELECT s::text AS row FROM staff_session s WHERE account_id = $1", [
        account.id,
      ]),
    );
    const stored = rows.map(({ row }) => row).join();
    expect(stored).toContain(Buffer.from(sessionHash(session.sessionId)).toString("hex"));
    for (const secret of [session.sessionId, session.sessionKey]) {
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(Buffer.from(secret, "base64url").toString("hex"));
    }
    expect(stored).not.toContain(Buffer.from(account.userKey).toString("hex"));
  });

  it("is removed by the job once it has run out, and not before", async () => {
    await asSuperuser((client) => client.query("DELETE FROM staff_session"));
    const [old, idle, live] = [
      await signedIn(await givenAccount()),
      await signedIn(await givenAccount()),
      await signedIn(await givenAccount()),
    ];
    await asSuperuser(async (client) => {
      const set = "UPDATE staff_session SET opened_at = $2, seen_at = $3 WHERE id_hash = $1";
      await client.query(set, [sessionHash(old.sessionId), minutesAfter(-601), NOW]);
      await client.query(set, [sessionHash(idle.sessionId), minutesAfter(-60), minutesAfter(-31)]);
    });
    await sweepSessions(NOW);
    const { rows } = await asSuperuser((client) => client.query("SELECT id_hash FROM staff_session"));
    expect(rows.map(({ id_hash }) => new Uint8Array(id_hash))).toEqual([sessionHash(live.sessionId)]);
  });

  it("keeps what it stores out of the write-ahead log", async () => {
    const { rows } = await asSuperuser((client) =>
      client.query("SELECT relpersistence FROM pg_class WHERE oid = 'staff_session'::regclass"),
    );
    expect(rows).toEqual([{ relpersistence: "u" }]);
  });
});

describe("a coordinator", () => {
  it("gets the network's desk and none of a site", async () => {
    const staff = await staffOf(await signedIn(await givenAccount({ coordinator: true })));
    if (!staff) throw new Error("not signed in");
    expect(await openDesk(staff)).toBeNull();
    const desk = openNetworkDesk(staff);
    expect(desk).not.toBeNull();
    expect(await desk?.db.site.count()).toBe(11);
  });

  it("is nobody else: a counsellor gets no network's desk", async () => {
    const staff = await staffOf(await signedIn(await givenAccount({ site: "koeln" })));
    expect(staff && openNetworkDesk(staff)).toBeNull();
  });

  it("reads no case even with the whole client of the network's login", async () => {
    const staff = await staffOf(await signedIn(await givenAccount({ coordinator: true })));
    const db =
      staff && (openNetworkDesk(staff)?.db as unknown as Record<string, { count(): Promise<number> }>);
    for (const table of [
      "caseFile",
      "message",
      "note",
      "journalEntry",
      "mailboxKey",
      "membership",
      "account",
    ]) {
      await expect(db?.[table]?.count(), table).rejects.toThrow(/denied|access/i);
    }
  });
});
