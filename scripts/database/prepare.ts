// Runs in a process of its own: what it needs (the database client, key derivation, every site's
// data) would otherwise stay in the memory of the launcher for as long as weact runs.
import pg from "pg";
import { explain, Failure } from "../launch/failure";
import { currentStep, step } from "../launch/progress";
import { checkLogins } from "./check-logins";
import { requireHeadsFile } from "./heads";
import { migrate } from "./migrate";
import { adoptSiteKeys, requirePinsFile } from "./pins";
import { PREPARATION_LOCK } from "./transaction";

export type PrepareOrder = { readonly ownerUrl: string; readonly dataDir: string; readonly demo: boolean };

export type DemoAccount = {
  readonly email: string;
  readonly passphrase: string;
  readonly recoveryCode: string;
  readonly role: string;
  readonly site?: string | null;
};

export type PrepareAnswer = { readonly accounts: readonly DemoAccount[] } | { readonly failure: string };

/** Of several instances that start at once on one database, one prepares it at a time. */
async function prepareAlone(order: PrepareOrder): Promise<PrepareAnswer> {
  const client = new pg.Client({ connectionString: order.ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PREPARATION_LOCK]);
    return await prepare(order);
  } finally {
    await client.end();
  }
}

async function prepare({ ownerUrl, dataDir, demo }: PrepareOrder): Promise<PrepareAnswer> {
  const { provision, provisionRoles } = await import("../provision");
  await step("Migrating the database", async () => {
    // The migrations grant rights to the base roles, so these come first.
    await provisionRoles(ownerUrl);
    await migrate(ownerUrl);
  });
  const adopted = await step("Provisioning logins and sites", async () => {
    await provision(ownerUrl);
    // A login that row security does not bind would make every promise of this app untrue.
    const [problem] = await checkLogins();
    if (problem) throw new Failure(problem);
    requirePinsFile();
    requireHeadsFile();
    return adoptSiteKeys(ownerUrl);
  });
  if (adopted) console.log(`  The site keys found in the database are believed from now on (${adopted}).`);
  if (!demo) return { accounts: [] };
  const { ensureDemo } = await import("../demo");
  const accounts = await step("Preparing demo accounts", () => ensureDemo(ownerUrl, dataDir));
  const { isDemoUnfinished } = await import("../demo/quarters");
  if (await isDemoUnfinished()) {
    const { ensureDemoReleases } = await import("../demo/releases");
    await step("Preparing demo figures", () => ensureDemoReleases(new Date()));
  }
  return { accounts };
}

process.once("message", async (order: PrepareOrder) => {
  const answer = await prepareAlone(order).catch((error: unknown) => {
    if (process.env.LOG_LEVEL === "debug") console.error(error);
    return { failure: explain(error, currentStep()) };
  });
  process.send?.(answer, () => process.exit(0));
});
