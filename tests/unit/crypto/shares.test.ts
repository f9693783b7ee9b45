import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { newKeyPair } from "../../../lib/crypto/hpke";
import { combineShares, splitRecoveryKey } from "../../../lib/crypto/shares";

type Print = { privateKey: Uint8Array; shares: [string, string, string] };

async function print(): Promise<Print> {
  const { privateKey, publicKey } = await newKeyPair();
  const [first = "", second = "", third = ""] = await splitRecoveryKey(privateKey, publicKey);
  return { privateKey, shares: [first, second, third] };
}

let one: Print;
let other: Print;
beforeAll(async () => {
  [one, other] = await Promise.all([print(), print()]);
});

describe("the shares of a recovery key", () => {
  it("are three different texts in groups of four, which one can read out", () => {
    expect(new Set(one.shares).size).toBe(3);
    for (const share of one.shares)
      expect(share).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){15}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it.each([
    [0, 1],
    [1, 0],
    [0, 2],
    [2, 0],
    [1, 2],
    [2, 1],
  ] as const)("give the key by any two of them: %d and %d", async (a, b) => {
    const result = await combineShares([one.shares[a], one.shares[b]]);
    expect(result).toEqual({ ok: true, privateKey: new Uint8Array(one.privateKey) });
  });

  it("may be typed carelessly", async () => {
    const [first, second] = one.shares;
    const typed: [string, string] = [
      first.toLowerCase().replaceAll("-", "  "),
      ` ${second.replaceAll("0", "O").replaceAll("1", "l")}\n`,
    ];
    expect(await combineShares(typed)).toMatchObject({
      ok: true,
      privateKey: new Uint8Array(one.privateKey),
    });
  });

  it("do not hold the key, nor any part of it, by themselves", async () => {
    const again = await splitRecoveryKey(one.privateKey, one.privateKey);
    // The same secret split anew: each share is fresh randomness.
    for (const share of again) expect(one.shares).not.toContain(share);
  });
});

describe("shares that do not fit", () => {
  it("are of two prints", async () => {
    expect(await combineShares([one.shares[0], other.shares[1]])).toEqual({
      ok: false,
      problem: "otherSet",
      which: 1,
    });
  });

  it("are the same one typed twice, also in other letters", async () => {
    const [share] = one.shares;
    expect(await combineShares([share, share.toLowerCase().replaceAll("-", "")])).toEqual({
      ok: false,
      problem: "sameTwice",
      which: 1,
    });
  });

  it.each([0, 1] as const)("say which of them cannot be read: %d", async (which) => {
    const typed: [string, string] = [one.shares[0], one.shares[1]];
    for (const wrong of ["", "Ü", "1234", one.shares[which].slice(0, -5), `${one.shares[which]}-0000`]) {
      typed[which] = wrong;
      expect(await combineShares(typed)).toEqual({ ok: false, problem: "unreadable", which });
    }
  });

  it("never give a wrong key for a mistyped one: any wrong letter and any swap is noticed", async () => {
    const [share, second] = one.shares;
    const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const places = [...share].flatMap((symbol, place) => (symbol === "-" ? [] : [place]));
    const slip = fc.record({ place: fc.constantFrom(...places), symbol: fc.constantFrom(...symbols) });
    await fc.assert(
      fc.asyncProperty(slip, async ({ place, symbol }) => {
        const typed = share.slice(0, place) + symbol + share.slice(place + 1);
        fc.pre(typed !== share);
        expect(await combineShares([typed, second])).toMatchObject({ ok: false, problem: "unreadable" });
      }),
      { numRuns: 500 },
    );
    for (let place = 0; place + 1 < share.length; place += 1) {
      const swapped = `${share.slice(0, place)}${share[place + 1]}${share[place]}${share.slice(place + 2)}`;
      if (swapped.replaceAll("-", "") === share.replaceAll("-", "")) continue;
      expect(await combineShares([swapped, second])).toMatchObject({ ok: false });
    }
  });
});
