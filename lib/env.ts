import { createHmac } from "node:crypto";
import { z } from "zod";

/**
 * The environment, parsed once. Nothing else in the project reads `process.env`.
 * Every variable is explained in `.env.example`.
 */
const schema = z.object({
  /** Where PostgreSQL listens. The server gets it without credentials: each login's password is derived. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The one secret everything else derives from: at least 32 random bytes, in hex or base64. */
  WEACT_SECRET: z.string().min(40),
  /** The address people use, such as https://intake.example. Decides cookie names and the Origin check. */
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
  /** How many proxies of ours stand before the server; their last entries of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Whether everybody who signs in needs a second factor, or may have one. Only the embedded demo lets it be. */
  SECOND_FACTOR: z.enum(["required", "offered"]).default("required"),
  /** Where the fingerprints of the sites' keys stand, outside the database (lib/crypto/pins.ts). */
  KEY_PINS_FILE: z.string().min(1).default(".data/key-pins"),
  /** How far each site's history goes, outside the database (lib/crypto/heads.ts). */
  JOURNAL_HEADS_FILE: z.string().min(1).default(".data/journal-heads"),
  /** Which quarters were released, outside the database (lib/statistics/internal/outside.ts). */
  RELEASES_FILE: z.string().min(1).default(".data/releases"),
  /** Multiplies every request limit; for load tests from one address. */
  LIMIT_FACTOR: z.coerce.number().positive().default(1),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug"]).default("info"),
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
});

type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The parsed environment.
 *
 * @throws Error that names the missing or wrong variables, never their values.
 */
export function env(): Env {
  parsed ??= parse();
  return parsed;
}

function parse(): Env {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
  throw new Error(`These settings are missing or wrong: ${names.join(", ")}. See .env.example.`);
}

/**
 * A 32-byte key for one purpose, derived from the one secret (HMAC-SHA-256 as a PRF).
 * A new purpose is a new name; a name is never reused for something else.
 */
export function deriveSecret(purpose: string): Buffer {
  return createHmac("sha256", env().WEACT_SECRET).update(`weact/${purpose}/v1`).digest();
}

/** `__Host-` cookies need https; on http the plain name is used, which is for loopback only. */
export const usesHttps = (): boolean => env().PUBLIC_ORIGIN.startsWith("https:");
