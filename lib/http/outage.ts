/** Kinds of the driver adapter, and classes of PostgreSQL's codes, that say "not now" rather than "never". */
const OUTAGE_KIND = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
]);
const OUTAGE_SQLSTATE = /^(08|53|57P|58)/;

/** The driver throws these two without any code. */
const OUTAGE_MESSAGE = /^(Connection terminated|timeout exceeded when trying to connect)/;

type DriverCause = { kind?: unknown; originalCode?: unknown };

/** Whether an error of the database client means that the database cannot be reached at the moment. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (OUTAGE_MESSAGE.test(error.message)) return true;
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: { cause?: DriverCause } } };
  if (code === "P2024" || code === "P2028") return true; // no connection, or no transaction, to be had in time
  const { kind, originalCode } = meta?.driverAdapterError?.cause ?? {};
  return OUTAGE_KIND.has(String(kind)) || OUTAGE_SQLSTATE.test(String(originalCode));
}
