import { expect } from "@playwright/test";
import type { Answer } from "./answer";

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** What only somebody who looks into the machine should see. */
const INSIDES = [
  /^\s*at .+:\d+:\d+\)?$/m,
  /node_modules|\.next\/server|scripts\/serve|webpack-internal/,
  /\bSELECT\b.+\bFROM\b|\bINSERT INTO\b|hand_in\(|mailbox_open\(/,
  /PrismaClient|prisma:|ECONNREFUSED|ECONNRESET|SQLSTATE|postgres(ql)?:\/\//,
  new RegExp(process.cwd().replace(/\W/g, "\\$&")),
];

/** What every answer owes, whoever made it: a policy, the usual headers, and nothing of our insides. */
export function expectDecent({ status, headers, text }: Answer, what: string): void {
  expect(headers, what).toMatchObject(ALWAYS);
  expect(headers["permissions-policy"], what).toContain("geolocation=()");
  expect(headers["x-powered-by"], what).toBeUndefined();
  expect(headers["cache-control"], what).toBeTruthy();
  expectStrictPolicy(headers["content-security-policy"], what);
  // Scripts and styles of a build are public, and may say anything about themselves.
  if (/javascript|css/.test(headers["content-type"] ?? "")) return;
  const shown = INSIDES.flatMap((inside) => inside.exec(text)?.[0] ?? []);
  expect(shown, `${what} answered ${status} with`).toEqual([]);
}

/** Nothing is allowed that is not named, and no inline code without a hash or a nonce. */
function expectStrictPolicy(policy: string | string[] | undefined, what: string): void {
  expect(policy, what).toMatch(/^default-src 'none'/);
  expect(policy, what).toMatch(/frame-ancestors 'none'/);
  expect(policy, what).toMatch(/base-uri 'none'/);
  expect(policy, what).toMatch(/form-action '(self|none)'/);
  expect(policy, what).not.toMatch(/unsafe-|https?:|\*/);
}

/** Personal pages stay in no cache. */
export const expectNotKept = ({ headers }: Answer): void =>
  expect(headers["cache-control"]).toContain("no-store");
