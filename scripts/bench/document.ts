import { readFileSync, writeFileSync } from "node:fs";
import { type Figure, PARTS, type Part } from "./figures";
import { machineLine } from "./machine";
import { HEAD, programsOf, rowsOf } from "./table";

const DOCUMENT = "docs/performance.md";

/** What stands between these lines is replaced. */
const END = "<!-- end of figures -->";
const PLACE = new RegExp(`(<!-- figures -->\\n)[\\s\\S]*(${END})`);

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

/** Puts the figures of a run into docs/performance.md. Parts that were not measured keep what stands there. */
export function documentFigures(rounds: number, figures: readonly Figure[]): void {
  const text = readFileSync(DOCUMENT, "utf8");
  const standing = (PLACE.exec(text)?.[0] ?? "").split(/^(?=### )/m).slice(1);
  const sections = PARTS.flatMap((part) => {
    const own = figures.filter((figure) => figure.part === part);
    if (own.length > 0) return [sectionOf(part, rounds, own)];
    return standing.filter((section) => section.startsWith(`### ${TITLES[part]}\n`)).map(withoutEnd);
  });
  writeFileSync(
    DOCUMENT,
    text.replace(PLACE, (_, start, end) => [start, ...sections, end].join("\n")),
  );
}

const withoutEnd = (section: string): string => section.replace(END, "").trimEnd().concat("\n");

function sectionOf(part: Part, rounds: number, figures: readonly Figure[]): string {
  const programs = programsOf(figures);
  const day = new Date().toISOString().slice(0, 10);
  return [
    `### ${TITLES[part]}\n`,
    `Measured on ${day} with ${rounds} rounds on ${machineLine()}.\n`,
    ...[HEAD, HEAD.map(() => "---"), ...rowsOf(figures)].map((cells) => `| ${cells.join(" | ")} |`),
    "",
    ...(programs.length > 0 ? [`Limit programs: ${programs.join("; ")}.\n`] : []),
  ].join("\n");
}
