import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession } from "../../../lib/auth/commands";
import { findStaff, isDesk, openDesk, openNetworkDesk, type Staff } from "../../../lib/auth/queries";
import { findCase, listColleagues } from "../../../lib/cases/queries";
import { deriveRecoveryKey, unwrapUserKey } from "../../../lib/crypto/passphrase";
import { handIn, newForm } from "../../../lib/intake/commands";
import { type DemoAccount, ensureDemo } from "../../../scripts/demo";
import { mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser, ownerUrl } from "../../support/connections";
import { anEnquiry } from "../../support/forms";

let folder: string;
let accounts: DemoAccount[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "weact-demo-"));
  accounts = await ensureDemo(ownerUrl(), folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function signedIn(email: string): Promise<Staff> {
  const account = accounts.find((one) => one.email === email);
  if (!account) throw new Error(`${email} is no demo account`);
  const result = await openSession(account, "198.51.100.1", NOW);
  const staff = result.ok && (await findStaff(result.session.sessionId, result.session.sessionKey, NOW));
  if (!staff) throw new Error(`${email} could not sign in`);
  return staff;
}

async function deskOf(email: string) {
  const desk = await openDesk(await signedIn(email));
  if (!isDesk(desk)) throw new Error(`${email} has no desk`);
  return desk;
}

describe("the demo accounts", () => {
  it("are a counsellor and a lead for each site, and one coordinator", () => {
    expect(accounts.length).toBe(23);
    expect(accounts.filter(({ role }) => role === "coordinator").map(({ email }) => email)).toEqual([
      "coordinator@network.example",
    ]);
    expect(accounts.filter(({ site }) => site === "koeln").map(({ email }) => email)).toEqual([
      "counsellor@koeln.example",
      "lead@koeln.example",
    ]);
    expect(new Set(accounts.map(({ passphrase }) => passphrase)).size).toBe(accounts.length);
  });

  it("are kept in a file that only its owner reads", async () => {
    const file = path.join(folder, "demo-accounts.json");
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual(accounts);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("stand nowhere in the database with a passphrase, a recovery code or an address", async () => {
    const { rows } = await asSuperuser((client) =>
      client.query<{ row: string }>("SELECT a::text AS row FROM account a"),
    );
    const stored = rows.map(({ row }) => row).join();
    for (const { email, passphrase, recoveryCode } of accounts) {
      for (const secret of [email, passphrase, recoveryCode]) {
        expect(stored).not.toContain(secret);
        expect(stored).not.toContain(Buffer.from(secret).toString("hex"));
      }
    }
  });

  it("are the same at the next start", async () => {
    expect(await ensureDemo(ownerUrl(), folder)).toEqual(accounts);
  });

  it("open their site's cases, and no other's", async () => {
    const result = await handIn(anEnquiry({ site: "koeln", message: "Guten Tag" }), newForm(NOW), "de", NOW);
    if (!result.ok) throw new Error(result.reason);
    const { caseId } = await mailboxOf(result.receipt);
    for (const email of ["counsellor@koeln.example", "lead@koeln.example"]) {
      expect((await findCase(await deskOf(email), caseId)).letters[0]?.text).toBe("Guten Tag");
    }
    const elsewhere = await deskOf("counsellor@bochum.example");
    await expect(findCase(elsewhere, caseId)).rejects.toMatchObject({ code: "notFound" });
  });

  it("know each other within the site", async () => {
    const names = (await listColleagues(await deskOf("lead@koeln.example"))).map(({ name }) => name);
    expect(names.toSorted()).toEqual(["Berater*in (Demo)", "Leitung (Demo)"]);
  });

  it("give the coordinator the network's desk only", async () => {
    const staff = await signedIn("coordinator@network.example");
    expect(openNetworkDesk(staff)).not.toBeNull();
    expect(await openDesk(staff)).toBeNull();
  });

  it("have recovery codes that open the same user key", async () => {
    const account = accounts[1];
    const staff = await signedIn(account?.email ?? "");
    const { rows } = await asSuperuser((client) =>
      client.query<{ wrapped: Buffer }>("SELECT wrapped_by_recovery AS wrapped FROM account WHERE id = $1", [
        staff.accountId,
      ]),
    );
    const key = deriveRecoveryKey(account?.recoveryCode.toLowerCase() ?? "", staff.accountId);
    const wrapped = rows[0]?.wrapped ?? Buffer.alloc(0);
    const opened = unwrapUserKey("account.wrapped_by_recovery", staff.accountId, key, wrapped);
    expect(new Uint8Array(opened)).toEqual(new Uint8Array(staff.userKey));
  });
});
