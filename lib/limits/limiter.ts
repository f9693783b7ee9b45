import { createHmac, randomBytes } from "node:crypto";
import { env } from "../env";

/** How often one network bucket may do something within the window. Shelters and mobile networks share addresses. */
const LIMITS = {
  handIn: { count: 30, windowMs: 10 * 60_000 },
  receipt: { count: 30, windowMs: 10 * 60_000 },
  letter: { count: 30, windowMs: 10 * 60_000 },
  signIn: { count: 20, windowMs: 10 * 60_000 },
} as const;

export type LimitKind = keyof typeof LIMITS;

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

/** Counts one use by an address, and says whether it is within the limit. */
export function admits(kind: LimitKind, address: string, now: Date): boolean {
  const { count, windowMs } = LIMITS[kind];
  const { uses } = state(now);
  const bucket = bucketOf(now, kind, networkOf(address));
  const counter = uses.get(bucket);
  if (!counter || counter.until <= now.getTime()) {
    if (uses.size >= MAX_BUCKETS) uses.clear();
    uses.set(bucket, { count: 1, until: now.getTime() + windowMs });
    return true;
  }
  counter.count += 1;
  return counter.count <= count * env().LIMIT_FACTOR;
}

/**
 * How long a sign-in has to wait, in seconds; 0 when it may be tried. Delays grow with failures per account
 * and network; per account from anywhere they stay short, so that nobody can lock a counsellor out.
 */
export function signInWait(account: string, address: string, now: Date): number {
  const { failures } = state(now);
  const until = failureBuckets(account, address, now).map((bucket) => failures.get(bucket)?.until ?? 0);
  return Math.max(0, Math.ceil((Math.max(...until) - now.getTime()) / 1000));
}

export function recordFailure(account: string, address: string, now: Date): void {
  const { failures } = state(now);
  if (failures.size >= MAX_BUCKETS) failures.clear();
  failureBuckets(account, address, now).forEach((bucket, index) => {
    const count = (failures.get(bucket)?.count ?? 0) + 1;
    const longest = index === 0 ? LONGEST_DELAY_MS : LONGEST_DELAY_EVERYWHERE_MS;
    const delay = count < FREE_FAILURES ? 0 : Math.min(1000 * 2 ** (count - FREE_FAILURES), longest);
    failures.set(bucket, { count, until: now.getTime() + delay / env().LIMIT_FACTOR });
  });
}

export function forgetFailures(account: string, address: string, now: Date): void {
  const { failures } = state(now);
  for (const bucket of failureBuckets(account, address, now)) failures.delete(bucket);
}

const failureBuckets = (account: string, address: string, now: Date): [string, string] => [
  bucketOf(now, account, networkOf(address)),
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

/** The network an address belongs to: the first three bytes of IPv4, the first four groups of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (plain.includes(".")) return plain.split(".").slice(0, 3).join(".");
  const [head = "", tail] = plain.split("::");
  const groups = head.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  const full = [...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...(tail?.split(":") ?? [])];
  return full
    .slice(0, 4)
    .map((group) => Number.parseInt(group || "0", 16).toString(16))
    .join(":");
}
