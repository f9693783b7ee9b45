// `npm run audit:verify`: whether anything was taken out of the history of cases, put in or changed.
import { tidyHeads } from "../lib/crypto/heads";
import { openInstallation } from "./admin/installation";
import { reportOf } from "./audit/report";
import { explain } from "./launch/failure";
import { loadEnvFile } from "./launch/settings";

/** 0: every chain is whole. 1: one is broken, or could not be looked at. */
async function main(): Promise<number> {
  try {
    loadEnvFile();
    openInstallation();
    const { verifyChains } = await import("../lib/journal/queries");
    const { text, code } = reportOf(await verifyChains());
    console.log(text);
    if (code === 0) tidyHeads();
    return code;
  } catch (error) {
    if (process.env.LOG_LEVEL === "debug") console.error(error);
    console.error(explain(error, "checking the history"));
    return 1;
  }
}

process.exit(await main());
