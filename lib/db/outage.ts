/** Codes of Prisma and of PostgreSQL (class 08, 53, 57P, 58) that say "not now" rather than "never". */
const PRISMA_OUTAGE = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"]);
const OUTAGE = /^(08|53|57P|58)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/** Whether an error means that the database cannot be reached at the moment. */
export function isOutage(error: unknown): boolean {
  for (let cause = error; cause instanceof Object; cause = (cause as { cause?: unknown }).cause) {
    const { code, message } = cause as { code?: unknown; message?: unknown };
    if (typeof code === "string" && (PRISMA_OUTAGE.has(code) || OUTAGE.test(code))) return true;
    if (typeof message === "string" && /DatabaseNotReachable|connection timeout|terminat|Connection refused/i.test(message)) {
      return true;
    }
    const originalCode = (cause as { originalCode?: unknown }).originalCode;
    if (typeof originalCode === "string" && OUTAGE.test(originalCode)) return true;
  }
  return false;
}
