// node --import tsx tests/support/e2e/release-quarter.ts running|due|turned: what the night would make of a quarter of the
// installation in DATA_DIR: of the one that runs, or of the last that is due. `turned` has the waiting cases closed in
// that one first, because the database does not let anybody turn the clock forward. Prints what came of it.
import type { Quarter } from "@/lib/statistics/types";
import { openInstallation } from "@/scripts/admin/installation";
import { inDatabase } from "./database";

openInstallation();
const { openPart, sealPart } = await import("@/lib/statistics/internal/fact");
const { releaseQuarter } = await import("@/lib/statistics/release");
const { lastDue, quarterAt } = await import("@/lib/statistics/rules");
const { closeClients } = await import("@/lib/db/client");

/** Makes room for the quarter where the made-up figures are, and moves what waits there. */
async function turnBackTo(quarter: Quarter): Promise<void> {
  const work = (sql: string, values?: unknown[]) =>
    inDatabase<{ id: string; sealed: Buffer }>(sql, values, process.env.DATA_DIR);
  await work(`SET session_replication_role = replica; DELETE FROM statistic_cell WHERE quarter = '${quarter}';
    DELETE FROM statistic_release WHERE quarter = '${quarter}'`);
  for (const { id, sealed } of await work("SELECT id, sealed_fact AS sealed FROM statistic_fact")) {
    const part = { ...openPart(id, sealed), quarter };
    await work("UPDATE statistic_fact SET sealed_fact = $2 WHERE id = $1", [id, sealPart(id, part)]);
  }
}

const today = new Date();
const [, , which] = process.argv;
const quarter = which === "running" ? quarterAt(today) : lastDue(today);
if (which === "turned") await turnBackTo(quarter);
process.stdout.write(JSON.stringify(await releaseQuarter(quarter, today)));
await closeClients();
