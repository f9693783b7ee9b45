// Counts, rounds and checks a made-up quarter, and says how much memory the process had at most, in MB.
import { checkRelease } from "../../lib/statistics/gate";
import { roundRelease } from "../../lib/statistics/rounding";
import { madeUpTables } from "./statistics";

const [sites = 0, cases = 0] = process.argv.slice(2).map(Number);
const cells = roundRelease(madeUpTables({ sites, cases }));
const verdict = await checkRelease(cells.map((cell) => ({ ...cell, quarter: "2026-Q1" })));
if (!verdict.ok) throw new Error("the gate refused made-up numbers");
console.log(process.resourceUsage().maxRSS / 1024);
