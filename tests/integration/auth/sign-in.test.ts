import { describe, expect, it } from "vitest";
import { type NewSession, openSession } from "../../../lib/auth/commands";
import { findStaff, isDesk, openDesk, type Staff } from "../../../lib/auth/queries";
import { findCase } from "../../../lib/cases/queries";
import { type Account, givenAccount } from "../../support/accounts";
import { givenCase } from "../../support/cases";
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

describe("signing in", () => {
  it("opens the desk of the counsellor's site, with keys that open its cases and no others", async () => {
    const [here, there] = [
      await givenCase({ site: "koeln", message: "hier" }),
      await givenCase({ site: "bochum" }),
    ];
    const account = await givenAccount({ site: "koeln" });
    const staff = await staffOf(await signedIn(account));
    expect(staff).toMatchObject({
      accountId: account.id,
      coordinator: false,
      memberships: [{ siteId: "koeln", role: "counsellor" }],
    });
    const desk = staff && (await openDesk(staff));
    if (!isDesk(desk)) throw new Error("no desk");
    expect([desk.site, desk.account]).toEqual(["koeln", account.id]);
    expect((await findCase(desk, here.id)).letters[0]?.text).toBe("hier");
    await expect(findCase(desk, there.id)).rejects.toMatchObject({ code: "notFound" });
  });

  it("does not mind capitals and spaces around the address", async () => {
    const account = await givenAccount();
    const typed = { ...account, email: `  ${account.email.toUpperCase()} ` };
    expect(await openSession(typed, somewhere(), NOW)).toMatchObject({ ok: true });
  });

  it("gives one answer for a wrong passphrase, an unknown account and a disabled one", async () => {
    const [account, disabled] = [await givenAccount(), await givenAccount()];
    await asSuperuser((client) =>
      client.query("UPDATE account SET disabled_on = '2025-03-01' WHERE id = $1", [disabled.id]),
    );
    const wrong = { ok: false, reason: "wrong" };
    expect(await openSession({ ...account, passphrase: "x" }, somewhere(), NOW)).toEqual(wrong);
    expect(
      await openSession({ email: "nobody@somewhere.example", passphrase: "x" }, somewhere(), NOW),
    ).toEqual(wrong);
    expect(await openSession(disabled, somewhere(), NOW)).toEqual(wrong);
    expect(await openSession({ ...account, passphrase: "" }, somewhere(), NOW)).toEqual(wrong);
  });

  it("does the same work for an unknown account as for a wrong passphrase", async () => {
    const account = await givenAccount();
    const known: number[] = [];
    const unknown: number[] = [];
    const time = async (email: string): Promise<number> => {
      const start = process.cpuUsage();
      await openSession({ email, passphrase: "wrong" }, somewhere(), NOW);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    // Processor time, because what else the machine does must not decide; a key derivation dwarfs all the rest.
    for (let round = 0; round < 5; round++) {
      known.push(await time(account.email));
      unknown.push(await time(`nobody-${round}@somewhere.example`));
    }
    const ratio = median(unknown) / median(known);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it("asks to wait after failures, and refuses even the right passphrase until then", async () => {
    const account = await givenAccount();
    const address = somewhere();
    const attempt = (passphrase: string, now = NOW) => openSession({ ...account, passphrase }, address, now);
    for (let failure = 0; failure < 5; failure++) await attempt("wrong", minutesAfter(failure));
    const now = minutesAfter(4);
    expect(await attempt(account.passphrase, now)).toEqual({ ok: false, reason: "wait", seconds: 4 });
    expect(await attempt(account.passphrase, new Date(now.getTime() + 4_000))).toMatchObject({ ok: true });
    expect(await attempt(account.passphrase, now)).toMatchObject({ ok: true });
  });

  it("asks the same of an address that has no account", async () => {
    const address = somewhere();
    const attempt = () => openSession({ email: "who@somewhere.example", passphrase: "x" }, address, NOW);
    for (let failure = 0; failure < 3; failure++) await attempt();
    expect(await attempt()).toEqual({ ok: false, reason: "wait", seconds: 1 });
  });
});

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
