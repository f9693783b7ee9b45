// `npm run admin -- …`: what operators do by hand. Operators hold no keys, so nothing here reads a case.
import { parseOrder, WrongUsage } from "./admin/arguments";
import { carryOut } from "./admin/commands";
import { explain } from "./launch/failure";
import { loadEnvFile } from "./launch/settings";

/** 0: done. 1: refused, or the doctor found a problem. 2: the command was not understood. */
async function main(): Promise<number> {
  try {
    loadEnvFile();
    const { text, code } = await carryOut(parseOrder(process.argv.slice(2)), new Date());
    console.log(text);
    return code;
  } catch (error) {
    if (process.env.LOG_LEVEL === "debug") console.error(error);
    console.error(explain(error, "carrying this out"));
    return error instanceof WrongUsage ? 2 : 1;
  }
}

process.exit(await main());
