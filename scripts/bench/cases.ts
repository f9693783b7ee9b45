import type { Application } from "./application";
import { type FilledSite, fillSites, NEEDLES } from "./cases/fill";
import { measureLists } from "./cases/lists";
import { examinePlans } from "./cases/plans";
import { signIn } from "./cases/sign-in";
import type { Figure } from "./figures";
import { get } from "./http";
import { type Batch, p50, p95, runBatch, wholeCpu } from "./load";
import { interleave } from "./rounds";

/** One client, so that a page's time is its own and not its place in a queue. */
const LOAD = { clients: 1, turns: 40 };
const WARM_UP = 3;
const BIG_TO_SMALL = 1.2;
const OURS_TO_CONSTANT = 4;

export const LIST = "/de/dashboard/cases";
const TODAY = "/de/dashboard";
const FEW = "the same page of a site with 100 cases";
const PAGES = {
  list: LIST,
  "filtered list": `${LIST}?status=${NEEDLES.status}&language=${NEEDLES.language}&assignee=me`,
};

/** The list of cases of a site with many and of one with few: pages over HTTP, queries by themselves, plans. */
export async function measureCases(app: Application, rounds: number): Promise<Figure[]> {
  const [small, big] = await fillSites(app);
  return [
    ...(await measurePages(app, small, big, rounds)),
    ...(await measureToday(app, small, big, rounds)),
    ...(await measureLists(big, rounds)),
    ...(await examinePlans(big)),
  ];
}

async function measurePages(
  app: Application,
  small: FilledSite,
  big: FilledSite,
  rounds: number,
): Promise<Figure[]> {
  const cookies = { small: await signIn(app, small.site), big: await signIn(app, big.site) };
  const show = (path: string, cookie: string) => () => runBatch(app, LOAD, () => showPage(app, path, cookie));
  const programs = Object.entries(PAGES).flatMap(([page, path]) => [
    [`small ${page}`, show(path, cookies.small)],
    [`big ${page}`, show(path, cookies.big)],
  ]);
  const results = await interleave<Batch>(
    rounds,
    {
      ...Object.fromEntries(programs),
      constant: show("/de/bench", ""),
    },
    WARM_UP,
  );
  return Object.keys(PAGES).flatMap((page) =>
    figuresOf(page, results(`big ${page}`), results(`small ${page}`), results("constant")),
  );
}

/** The page "today", whose sections are full at the big site and not at the small one. */
async function measureToday(
  app: Application,
  small: FilledSite,
  big: FilledSite,
  rounds: number,
): Promise<Figure[]> {
  const cookies = { small: await signIn(app, small.site), big: await signIn(app, big.site) };
  const show = (cookie: string) => () => runBatch(app, LOAD, () => showPage(app, TODAY, cookie));
  const results = await interleave<Batch>(
    rounds,
    { small: show(cookies.small), big: show(cookies.big) },
    WARM_UP,
  );
  const figure = (name: string, pick: (batch: Batch) => number): Figure => ({
    part: "cases",
    name: `today: ${name}, 100,000 cases beside 100`,
    unit: "ms",
    values: results("big").map(pick),
    limit: { program: FEW, values: results("small").map(pick) },
  });
  return [figure("processor time", wholeCpu), figure("answer, p50", p50), figure("answer, p95", p95)];
}

async function showPage({ url }: Application, path: string, cookie: string): Promise<void> {
  const { status } = await get(url + path, cookie);
  if (status !== 200) throw new Error(`${path} was answered with ${status}`);
}

function figuresOf(page: string, big: Batch[], small: Batch[], constant: Batch[]): Figure[] {
  const beside = (
    name: string,
    pick: (batch: Batch) => number,
    program: string,
    other: Batch[],
    atMost: number,
  ): Figure => ({
    part: "cases",
    name: `${page}: ${name}`,
    unit: "ms",
    values: big.map(pick),
    limit: { program, values: other.map(pick) },
    bound: { kind: "ratio", atMost },
  });
  return [
    beside("processor time, 100,000 cases beside 100", wholeCpu, FEW, small, BIG_TO_SMALL),
    beside("answer, p50, 100,000 cases beside 100", p50, FEW, small, BIG_TO_SMALL),
    beside(
      "answer, p50, beside 50 constant rows",
      p50,
      "a page of 50 constant rows, same build",
      constant,
      OURS_TO_CONSTANT,
    ),
  ];
}
