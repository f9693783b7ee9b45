// Makes the database logins of sites that were added since the start. Runs in a process of its own, started by the
// launcher, which hands over the credentials of `owner` by message: they stand in no environment and no argument.
import pg from "pg";
import { provisionSiteLogins } from "../provision";
import { inTransaction, PREPARATION_LOCK } from "./transaction";

async function provisionSites(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // All or nothing: a login without its rights would look as if it were done.
    await inTransaction(client, async () => {
      await client.query("SELECT pg_advisory_xact_lock($1)", [PREPARATION_LOCK]);
      await provisionSiteLogins(client);
    });
  } finally {
    await client.end();
  }
}

process.once("message", async ({ ownerUrl }: { ownerUrl: string }) => {
  try {
    await provisionSites(ownerUrl);
    process.exit(0);
  } catch (error) {
    console.error(
      `Making the logins of new sites failed (${(error as { code?: string }).code ?? "no code"}).`,
    );
    process.exit(1);
  }
});
