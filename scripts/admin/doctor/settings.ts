import type { env } from "../../../lib/env";
import type { Settings } from "../../launch/settings";
import { type Finding, ok, problem, warn } from "./finding";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

type Told = Pick<
  ReturnType<typeof env>,
  "PUBLIC_ORIGIN" | "SECOND_FACTOR" | "TRUSTED_PROXIES" | "LIMIT_FACTOR"
>;

/** Settings that can be read, and are not wise all the same. */
export const checkSettings = (told: Told, { external }: Pick<Settings, "external">): Finding[] => [
  checkMode(external !== undefined),
  checkOrigin(told.PUBLIC_ORIGIN),
  checkSecondFactor(told.SECOND_FACTOR, external !== undefined),
  ...(isPublic(told.PUBLIC_ORIGIN) ? [checkProxies(told.TRUSTED_PROXIES)] : []),
  ...(told.LIMIT_FACTOR === 1 ? [] : [limitsAreOff(told.LIMIT_FACTOR)]),
];

const isPublic = (origin: string): boolean => !LOOPBACK.test(new URL(origin).hostname);

const checkMode = (external: boolean): Finding =>
  external
    ? ok("mode", "A PostgreSQL of your own (DATABASE_URL).")
    : warn(
        "mode",
        "The embedded mode, with demo accounts whose passphrases stand in a file.",
        "Use it to try things out only. To work with it, set DATABASE_URL and WEACT_SECRET (see .env.example).",
      );

function checkOrigin(origin: string): Finding {
  const { protocol } = new URL(origin);
  if (protocol === "https:") return ok("address", `${origin}.`);
  if (!isPublic(origin)) return ok("address", `${origin}, on this machine only.`);
  return problem(
    "address",
    `${origin} is not encrypted: what people write, and passphrases, cross the network in the clear.`,
    "Put a proxy with a certificate in front, and set PUBLIC_ORIGIN to its https address.",
  );
}

function checkSecondFactor(factor: Told["SECOND_FACTOR"], external: boolean): Finding {
  if (factor === "required") return ok("second factor", "Everybody who signs in needs one.");
  const todo = "Leave SECOND_FACTOR out, or set it to required.";
  const says = "A passphrase alone is enough to sign in.";
  return external ? problem("second factor", says, todo) : warn("second factor", says, todo);
}

/** weact speaks http only, so an https address means that a proxy stands before it. */
const checkProxies = (proxies: number): Finding =>
  proxies > 0
    ? ok("proxies", `${proxies} before this server; nobody must reach it past them.`)
    : warn(
        "proxies",
        "No proxy is believed, so that all visitors seem to come from one address and share one limit.",
        "Set TRUSTED_PROXIES to the number of your proxies, 1 in most cases.",
      );

const limitsAreOff = (factor: number): Finding =>
  warn(
    "limits",
    `Request limits are multiplied by ${factor}.`,
    "Leave LIMIT_FACTOR out; it is for load tests.",
  );
