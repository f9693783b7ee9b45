import { createHmac, randomBytes } from "node:crypto";
import { env } from "../env";

/** How often one network bucket may do something within the window. Shelters and mobile networks share addresses. */
const LIMITS = {
  handIn: { count: 30, windowMs: 10 * 60_000 },
  receipt: { count: 30, windowMs: 10 * 60_000 },
  letter: { count: 30, windowMs: 10 * 60_000 },
  language: { count: 120, windowMs: 10 * 60_000 },
  signIn: { count: 20, windowMs: 10 * 60_000 },
  code: { count: 10, windowMs: 60 * 60_000 },
  told: { count: 1, windowMs: 10 * 60_000 },
} as const;

/** What is limited by where it comes from; codes are limited by the account they are for. */
export type LimitKind = Exclude<keyof typeof LIMITS, "code" | "told">;

const SECRET_LIFETIME_MS = 3_600_000;
const MAX_BUCKETS = 100_000;
const FREE_FAILURES = 3;
const LONGEST_DELAY_MS = 60_000;
const LONGEST_DELAY_EVERYWHERE_MS = 10_000;

type Counter = { count: number; until: number };
type State = { secret: Buffer; since: number; uses: Map<string, Counter>; failures: Map<string, Counter> };

// One state for all of Next's bundles. It lives in memory only: no address is ever stored, and after an hour
// not even this process can tell whose bucket was whose.
const shared = globalThis as { weactLimits?: State };

/** Counts one use by an address, and says whether it is within the limit of its network and of the one around it. */
export function admits(kind: LimitKind, address: string, now: Date): boolean {
  const { count } = LIMITS[kind];
  const { small, large } = networksOf(address);
  const within = countUse(kind, small, now) <= count * env().LIMIT_FACTOR;
  // A hoster hands out thousands of small IPv6 networks; all of them together get ten times one's limit.
  return (large === small || countUse(kind, large, now) <= 10 * count * env().LIMIT_FACTOR) && within;
}

/**
 * Counts one try at the six digits of an authenticator app, and says whether the account has tries left. Six digits
 * bear few of them, wherever they come from; only somebody who holds the passphrase can use them up.
 */
export const admitsCode = (account: string, now: Date): boolean =>
  countUse("code", account, now) <= LIMITS.code.count * env().LIMIT_FACTOR;

/** Remembers that somebody was told of a code that it is right at another time. */
export const rememberTold = (account: string, code: string, now: Date): void =>
  void countUse("told", account + code, now);

/**
 * Whether somebody was told that. Such a code is never accepted: else guesses could be tried on codes to come, and the
 * right one be typed again when its time is there.
 */
export const wasTold = (account: string, code: string, now: Date): boolean => {
  const known = state(now).uses.get(bucketOf(now, "told", account + code));
  return known !== undefined && known.until > now.getTime();
};

function countUse(kind: keyof typeof LIMITS, network: string, now: Date): number {
  const { uses } = state(now);
  const bucket = bucketOf(now, kind, network);
  const known = uses.get(bucket);
  const counter =
    known && known.until > now.getTime() ? known : { count: 0, until: now.getTime() + LIMITS[kind].windowMs };
  counter.count += 1;
  keep(uses, bucket, counter);
  return counter.count;
}

/** Remembers a counter; when there are too many, the one not heard of for longest is forgotten. */
function keep(counters: Map<string, Counter>, bucket: string, counter: Counter): void {
  counters.delete(bucket);
  counters.set(bucket, counter);
  const oldest = counters.keys().next();
  if (counters.size > MAX_BUCKETS && !oldest.done) counters.delete(oldest.value);
}

/**
 * How long a sign-in has to wait, in seconds; 0 when it may be tried. Delays grow with failures per account
 * and network, and stay short per account from anywhere. The latter do not bind a browser that has signed in to
 * the account before, so that nobody can lock a counsellor out.
 */
export function signInWait(account: string, address: string, knownBrowser: boolean, now: Date): number {
  const { failures } = state(now);
  const [here, anywhere] = failureBuckets(account, address, now);
  const binding = knownBrowser ? [here] : [here, anywhere];
  const until = binding.map((bucket) => failures.get(bucket)?.until ?? 0);
  return Math.max(0, Math.ceil((Math.max(...until) - now.getTime()) / 1000));
}

export function recordFailure(account: string, address: string, now: Date): void {
  const { failures } = state(now);
  failureBuckets(account, address, now).forEach((bucket, index) => {
    const count = (failures.get(bucket)?.count ?? 0) + 1;
    const longest = index === 0 ? LONGEST_DELAY_MS : LONGEST_DELAY_EVERYWHERE_MS;
    const delay = count < FREE_FAILURES ? 0 : Math.min(1000 * 2 ** (count - FREE_FAILURES), longest);
    keep(failures, bucket, { count, until: now.getTime() + delay / env().LIMIT_FACTOR });
  });
}

export function forgetFailures(account: string, address: string, now: Date): void {
  const { failures } = state(now);
  for (const bucket of failureBuckets(account, address, now)) failures.delete(bucket);
}

const failureBuckets = (account: string, address: string, now: Date): [string, string] => [
  bucketOf(now, account, networksOf(address).small),
  bucketOf(now, account, "anywhere"),
];

function state(now: Date): State {
  const known = shared.weactLimits;
  if (known && now.getTime() - known.since < SECRET_LIFETIME_MS) return known;
  const fresh = { secret: randomBytes(32), since: now.getTime(), uses: new Map(), failures: new Map() };
  shared.weactLimits = fresh;
  return fresh;
}

const bucketOf = (now: Date, ...parts: string[]): string =>
  createHmac("sha256", state(now).secret).update(JSON.stringify(parts)).digest("base64");

/**
 * The networks an address belongs to: of IPv4 the /24; of IPv6 the /64 that a household has, and the /48 that a
 * customer of a hoster has.
 */
export function networksOf(address: string): { small: string; large: string } {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (plain.includes(".")) {
    const network = plain.split(".").slice(0, 3).join(".");
    return { small: network, large: network };
  }
  const groups = groupsOf(plain);
  return { small: groups.slice(0, 4).join(":"), large: groups.slice(0, 3).join(":") };
}

/** The groups of an IPv6 address, written out. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  const full = [...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...(tail?.split(":") ?? [])];
  return full.map((group) => Number.parseInt(group || "0", 16).toString(16));
}
