import { setTimeout as pause } from "node:timers/promises";

/** Longer than making a dozen logins takes, in ms. */
const PATIENCE = 30_000;

/**
 * How this process has the database logins of new sites made: by asking whoever started it, because the
 * credentials that can do it are no part of the process that serves requests. scripts/serve.ts puts it here.
 */
const shared = globalThis as { weactProvisionSites?: () => Promise<boolean> };

/** Has every site in the table given its login. @returns false when that could not be done, or not in time */
export async function provisionSites(): Promise<boolean> {
  const provision = shared.weactProvisionSites;
  if (!provision) return false;
  const stop = new AbortController();
  const late = pause(PATIENCE, false, { signal: stop.signal, ref: false }).catch(() => false);
  try {
    return await Promise.race([provision(), late]);
  } catch {
    return false;
  } finally {
    stop.abort();
  }
}
