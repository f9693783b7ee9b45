import { readFileSync, writeFileSync } from "node:fs";
import { type Figure, PARTS, type Part } from "./figures";
import { machineLine } from "./machine";
import { HEAD, programsOf, rowsOf } from "./table";

const DOCUMENT = "docs/performance.md";

/** What stands between these lines is replaced. */
const PLACE = /(<!-- figures -->\n)[\s\S]*(<!-- end of figures -->)/;

const TITLES: Readonly<Record<Part, string>> = {
  pages: "Public pages on a cheap phone and a slow line",
  finder: "An answer of the location finder",
  "hand-in": "Handing in",
  mailbox: "Opening a mailbox",
  cases: "The list of cases",
  case: "A case with 50 sessions and 200 letters",
  search: "Free-text search",
  partners: "Partners",
  statistics: "Release of a quarter",
  network: "Statistics of the network with 40 quarters of 11 sites",
  start: "Start and memory",
};

/** Puts the figures of a run into docs/performance.md. */
export function documentFigures(rounds: number, figures: readonly Figure[]): void {
  const parts = PARTS.map((part) => figures.filter((figure) => figure.part === part));
  const sections = parts.filter((own) => own.length > 0).map(sectionOf);
  const day = new Date().toISOString().slice(0, 10);
  const head = `Measured on ${day} with ${rounds} rounds on ${machineLine()}.\n`;
  const text = readFileSync(DOCUMENT, "utf8");
  writeFileSync(
    DOCUMENT,
    text.replace(PLACE, (_, start, end) => `${start}${[head, ...sections].join("\n")}${end}`),
  );
}

function sectionOf(figures: readonly Figure[]): string {
  const [first] = figures;
  const programs = programsOf(figures);
  return [
    `### ${first ? TITLES[first.part] : ""}\n`,
    ...[HEAD, HEAD.map(() => "---"), ...rowsOf(figures)].map((cells) => `| ${cells.join(" | ")} |`),
    "",
    ...(programs.length > 0 ? [`Limit programs: ${programs.join("; ")}.\n`] : []),
  ].join("\n");
}
