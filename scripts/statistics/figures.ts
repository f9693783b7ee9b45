// The figures of docs/statistics.md, from made-up cases and a fixed seed: `npx tsx scripts/statistics/figures.ts`.
import { measureAccuracy } from "./accuracy";
import { measureBounds } from "./bounds";
import { measureGuesses } from "./guesses";
import { measureInsider } from "./insider";
import { USUAL_NETWORK } from "./made-up";
import { METHODS } from "./methods";
import { measureOutsiders } from "./outside";
import { seeded } from "./seeded";

const SEED = 5;
const YEARS = 200;
const QUARTERS = 24;
const QUARTERS_KNOWN = 12;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [head, head.map(() => "---"), ...rows];
  console.log(`${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`);
}

console.log(`Root mean square error over ${YEARS} made-up years\n`);
const accuracy = measureAccuracy(YEARS, USUAL_NETWORK, seeded(SEED));
for (const period of ["quarter", "year"])
  printTable(
    [`one ${period}`, ...Object.keys(METHODS)],
    accuracy
      .filter((line) => line.period === period)
      .map(({ reading, errors }) => [reading, ...errors.map((error) => error.toFixed(1))]),
  );

console.log("What stands behind a published number of site × ground\n");
printTable(
  ["published", "of so many cells", "exactly that", "nobody"],
  measureGuesses(YEARS, USUAL_NETWORK, seeded(SEED)).map(({ published, cells, exact, nobody }) => [
    published,
    String(cells),
    percent(exact),
    percent(nobody),
  ]),
);

console.log("How often the numbers prove a case to somebody who knows all others of the site\n");
printTable(
  ["cases of the site", "by the site's total", "by one table", "by all eleven tables"],
  measureInsider(YEARS, USUAL_NETWORK, seeded(SEED)).map(({ site, total, oneTable, allTables }) => [
    String(site.cases),
    ...[total, oneTable, allTables].map(percent),
  ]),
);

console.log(
  `What stays of a site's cells for people who know some numbers, over ${QUARTERS_KNOWN} quarters\n`,
);
printTable(
  ["who knows", "cells with fewer than five values", "with one"],
  (await measureOutsiders(QUARTERS_KNOWN, USUAL_NETWORK, seeded(SEED))).map(({ knowing, fewer, single }) => [
    knowing,
    percent(fewer),
    percent(single),
  ]),
);

console.log(
  `Possible values of each cell and total, by linear programs, over ${QUARTERS} made-up quarters\n`,
);
const bounds = await measureBounds(QUARTERS, USUAL_NETWORK, seeded(SEED));
printTable(
  ["possible values", "cells and totals"],
  [...bounds].map(([values, count]) => [String(values), String(count)]),
);
