import type { DemoAccount } from "../database/prepare";
import type { Settings } from "./settings";

/** The last lines of a start: where to go and, in the embedded mode, how to sign in. */
export function printSummary(settings: Settings, accounts: readonly DemoAccount[]): void {
  console.log(`\nweact is ready at ${settings.publicOrigin} (Ctrl-C stops it).`);
  if (!accounts.length) return;
  const width = Math.max(...accounts.map(({ email }) => email.length));
  console.log("\nDemo accounts, for trying out only (kept in demo-accounts.json in the data folder):");
  for (const { email, passphrase } of accounts) console.log(`  ${email.padEnd(width)}  ${passphrase}`);
  console.log();
}
