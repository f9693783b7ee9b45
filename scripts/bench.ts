// `npm run bench`: the figures of docs/performance.md. A copy of the project is built, started as `npm start` does
// it, and measured beside programs that do no more than the task needs.
import { startApplication } from "./bench/application";
import { makeCopy } from "./bench/copy";
import { adoptSettings } from "./bench/database";
import { documentFigures } from "./bench/document";
import type { Figure } from "./bench/figures";
import { machineLine } from "./bench/machine";
import { type Options, readOptions } from "./bench/options";
import { printFigures, printVerdict, writeFigures } from "./bench/report";
import { generateClient } from "./launch/build";
import { explain } from "./launch/failure";
import { currentStep, step } from "./launch/progress";
import { beforeExit, isStopping, stop, stopOnSignals } from "./launch/shutdown";

async function bench({ parts, rounds, json, docs, dir: kept }: Options): Promise<void> {
  console.log(`${machineLine()}; ${rounds} rounds\n`);
  await generateClient();
  const copy = await step("Copying the project", async () => makeCopy(kept));
  beforeExit(copy.remove);
  const app = await step("Starting the copy", () => startApplication(copy.dir));
  adoptSettings(app);

  // Loaded late: what is measured uses the database client that was generated above.
  const { MEASURES } = await import("./bench/measures");
  const figures: Figure[] = [];
  for (const part of parts) {
    const found = await step(`Measuring ${part}`, () => MEASURES[part](app, rounds));
    printFigures(found);
    figures.push(...found);
    writeFigures(json, rounds, figures);
  }
  if (docs) documentFigures(rounds, figures);
  printVerdict(figures);
  console.log(`The figures stand in ${json}.`);
}

stopOnSignals();
try {
  await bench(readOptions(process.argv.slice(2)));
  await stop(0);
} catch (error) {
  if (!isStopping()) {
    if (process.env.LOG_LEVEL === "debug") console.error(error);
    console.error(explain(error, currentStep()));
    await stop(1);
  }
}
