import type { Figure } from "../figures";
import { PAGES } from "./list";
import type { Sample, Visited } from "./types";
import type { Visit } from "./visit";

const SLOWER_THAN_BARE = 1.15;
const WHOLE_PAGE = { kind: "value", atMost: 38, aim: 14 } as const; // KB
const OWN_SCRIPT = 5; // KB
const LONGEST_TASK = 50; // ms

const part = "pages";
const program = "bare static HTML with the same text";

/** When a page is ready, and when a letter typed into a form shows. */
export const timeFigures = (visited: readonly Visited[], latency: number): Figure[] =>
  visited.flatMap(({ page, locale, own, bare }) => {
    const at = `${page.name}, ${locale}, ${latency / 1000} s`;
    const figure = (name: string, pick: (visit: Visit) => number): Figure => ({
      part,
      name,
      unit: "ms",
      values: own.map(pick),
      limit: { program, values: bare.map(pick) },
      bound: { kind: "ratio", atMost: SLOWER_THAN_BARE },
    });
    const ready = ({ ready }: Visit) => ready;
    if (!page.form) return [figure(`ready, ${at}`, ready)];
    const typed = ({ typed }: Visit) => typed ?? Number.NaN;
    return [figure(`fields painted, ${at}`, ready), figure(`a typed letter shows, ${at}`, typed)];
  });

/** Everything a page loads, with icon and manifest (weight.ts). */
export const sizeFigures = (visited: readonly Visited[]): Figure[] =>
  visited.map(({ page, locale, own, bare, linkBytes }) => ({
    part,
    name: `whole page, ${page.name}, ${locale}`,
    unit: "KB",
    values: own.map(({ bytes }) => (bytes + linkBytes) / 1000),
    limit: { program, values: bare.map(({ bytes }) => bytes / 1000) },
    bound: WHOLE_PAGE,
  }));

/** Tasks: the worst of all languages in each round. What moves once is too much, so of that the worst of all rounds. */
export const smoothnessFigures = (visited: readonly Visited[]): Figure[] => [
  ...PAGES.map((page): Figure => {
    const shown = visited.filter((each) => each.page === page);
    const longest = ({ longestTask }: Visit) => longestTask;
    return {
      part,
      name: `longest task, ${page.name} (0: none over ${LONGEST_TASK} ms)`,
      unit: "ms",
      values: worstOf(shown.map(({ own }) => own.map(longest))),
      limit: { program, values: worstOf(shown.map(({ bare }) => bare.map(longest))) },
      bound: { kind: "value", atMost: LONGEST_TASK },
    };
  }),
  ...PAGES.map((page) => {
    const shown = visited.filter((each) => each.page === page);
    return none(`layout shift, ${page.name}`, shown, ({ shift }) => shift);
  }),
  none("fonts and blocking resources, any page", visited, ({ holdingUp }) => holdingUp),
];

const none = (name: string, visited: readonly Visited[], pick: (visit: Visit) => number): Figure => ({
  part,
  name,
  unit: "",
  values: [Math.max(...visited.flatMap(({ own }) => own.map(pick)))],
  bound: { kind: "value", atMost: 0 },
});

const worstOf = (visits: readonly (readonly number[])[]): number[] =>
  (visits[0] ?? []).map((_, round) => Math.max(...visits.map((values) => values[round] ?? Number.NaN)));

/** The page with the most script. */
export const scriptFigure = (samples: readonly Sample[]): Figure => ({
  part,
  name: "our own script, uncompressed, any page",
  unit: "KB",
  values: [Math.max(...samples.map(({ scriptBytes }) => scriptBytes)) / 1000],
  bound: { kind: "value", atMost: OWN_SCRIPT },
});
