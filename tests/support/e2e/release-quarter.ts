// node --import tsx tests/support/e2e/release-quarter.ts today|turned: what the night would make of the running quarter
// of the installation in DATA_DIR, today or on the first day on which it is due. Prints what came of it.
import { openInstallation } from "@/scripts/admin/installation";

openInstallation();
const { releaseQuarter } = await import("@/lib/statistics/release");
const { quarterAt, releasableFrom } = await import("@/lib/statistics/rules");
const { closeClients } = await import("@/lib/db/client");
const today = new Date();
const quarter = quarterAt(today);
const now = process.argv[2] === "turned" ? new Date(`${releasableFrom(quarter)}T12:00:00Z`) : today;
process.stdout.write(JSON.stringify(await releaseQuarter(quarter, now)));
await closeClients();
