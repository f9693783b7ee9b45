import { beforeEach, describe, expect, it } from "vitest";
import { admits, forgetFailures, networksOf, recordFailure, signInWait } from "../../../lib/limits/limiter";
import { minutesAfter, NOW } from "../../support/clock";

type Shared = { weactLimits?: { secret: Buffer } | undefined };
const shared = globalThis as Shared;

beforeEach(() => {
  shared.weactLimits = undefined;
});

const times = (count: number, once: (index: number) => void): void => {
  for (let index = 0; index < count; index++) once(index);
};

describe("networksOf", () => {
  it.each([
    ["203.0.113.7", "203.0.113"],
    ["::ffff:203.0.113.200", "203.0.113"],
    ["::FFFF:203.0.113.200", "203.0.113"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:DB8:0001:0002::1", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["2001:db8:1::9:8", "2001:db8:1:0"],
    ["::1", "0:0:0:0"],
    ["::", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
  ])("takes %s for %s", (address, network) => {
    expect(networksOf(address).small).toBe(network);
  });
});

describe("a limit", () => {
  it("admits thirty within ten minutes, and again after", () => {
    times(30, () => expect(admits("handIn", "203.0.113.7", NOW)).toBe(true));
    expect(admits("handIn", "203.0.113.7", NOW)).toBe(false);
    expect(admits("handIn", "203.0.113.7", minutesAfter(9.9))).toBe(false);
    expect(admits("handIn", "203.0.113.7", minutesAfter(10))).toBe(true);
  });

  it("counts a network together, and each network and purpose by itself", () => {
    times(31, () => admits("handIn", "203.0.113.7", NOW));
    expect(admits("handIn", "203.0.113.99", NOW)).toBe(false);
    expect(admits("handIn", "203.0.114.7", NOW)).toBe(true);
    expect(admits("receipt", "203.0.113.7", NOW)).toBe(true);
  });

  it("is ten times as high for all small networks of one IPv6 customer together", () => {
    times(300, (index) => expect(admits("handIn", `2001:db8:1:${index.toString(16)}::1`, NOW)).toBe(true));
    expect(admits("handIn", "2001:db8:1:ffff::1", NOW)).toBe(false);
    expect(admits("handIn", "2001:db8:2::1", NOW)).toBe(true);
  });

  it("keeps its secret for an hour and then begins anew", () => {
    admits("handIn", "203.0.113.7", NOW);
    const before = shared.weactLimits?.secret;
    admits("handIn", "203.0.113.7", minutesAfter(59));
    expect(shared.weactLimits?.secret).toBe(before);
    admits("handIn", "203.0.113.7", minutesAfter(60));
    expect(shared.weactLimits?.secret).not.toEqual(before);
  });

  it("remembers no address", () => {
    times(5, () => admits("handIn", "203.0.113.7", NOW));
    recordFailure("account", "203.0.113.7", NOW);
    const { uses, failures } = shared.weactLimits as unknown as Record<string, Map<string, unknown>>;
    const keys = [...(uses?.keys() ?? []), ...(failures?.keys() ?? [])];
    expect(keys.length).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });
});

describe("sign-in delays", () => {
  const fail = (count: number, address = "203.0.113.7") =>
    times(count, () => recordFailure("account", address, NOW));
  const wait = (address = "203.0.113.7", now = NOW) => signInWait("account", address, false, now);

  it("begin with the third failure and double", () => {
    const waits = Array.from({ length: 8 }, () => {
      fail(1);
      return wait();
    });
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32]);
  });

  it("never grow beyond a minute, and end", () => {
    fail(50);
    expect(wait()).toBe(60);
    expect(wait("203.0.113.7", minutesAfter(1))).toBe(0);
  });

  it("stay short for everybody else, so that nobody can be locked out", () => {
    fail(50);
    expect(wait("198.51.100.1")).toBe(10);
    expect(signInWait("another account", "203.0.113.7", false, NOW)).toBe(0);
  });

  it("do not bind a browser that signed in before, except for what happened in its own network", () => {
    fail(50);
    expect(signInWait("account", "198.51.100.1", true, NOW)).toBe(0);
    expect(signInWait("account", "203.0.113.7", true, NOW)).toBe(60);
  });

  it("are forgotten after a success", () => {
    fail(10);
    forgetFailures("account", "203.0.113.7", NOW);
    expect(wait()).toBe(0);
  });
});
