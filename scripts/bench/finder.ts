import { type Gazetteer, gazetteer } from "../../lib/locations/internal/gazetteer";
import { findLocations } from "../../lib/locations/queries";
import { NO_FACTS, publicOn } from "../../lib/sites/rules";
import type { PublicSite, SiteRecord } from "../../lib/sites/types";
import type { Application } from "./application";
import { type Figure, quantile } from "./figures";
import { nearestSites } from "./limits/nearest-sites";
import { interleave } from "./rounds";

/** Questions of each kind in a round: enough for a p95 that says something, and done within a second. */
const QUESTIONS = 120;
const WARM_UP = 2;
const LONGEST_ANSWER = 5; // ms

/** A swap of two letters, which is how many names are misspelt on a small keyboard. */
const misspell = (name: string): string => name.replace(/^(.{2})(.)(.)/, "$1$3$2");

/** An answer of the finder, by what was typed, without HTTP and page; no database is asked. */
export async function measureFinder(_app: Application, rounds: number): Promise<Figure[]> {
  const started = performance.now();
  const book = await gazetteer();
  const loading = performance.now() - started;
  const sites = await publicSites();
  const ask = async (q: string) => void (await findLocations({ q, language: "tr", channel: "phone" }, sites));
  const nearest = nearestSites(book, sites);
  const figures: Figure[] = [];
  for (const [kind, typed] of Object.entries(questions(book))) {
    const programs = { ours: () => timeEach(typed, ask), limit: () => timeEach(typed, nearest) };
    figures.push(...figuresOf(kind, await interleave(rounds, programs, WARM_UP)));
  }
  const note = "once, when the finder is first opened";
  return [
    ...figures,
    { part: "finder", name: "arranging the postal codes", unit: "ms", values: [loading], note },
  ];
}

/** Spread evenly over the country. */
function questions({ codes, towns }: Gazetteer): Record<string, string[]> {
  const some = <T>(all: readonly T[]) =>
    Array.from({ length: QUESTIONS }, (_, index) => all[Math.floor((index * all.length) / QUESTIONS)] as T);
  const names = some(towns).map(({ name }) => name);
  return { "postal code": some([...codes.keys()]), name: names, "misspelt name": names.map(misspell) };
}

async function timeEach(typed: readonly string[], ask: (q: string) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const q of typed) {
    const started = performance.now();
    await ask(q);
    times.push(performance.now() - started);
  }
  return times;
}

function figuresOf(kind: string, results: (name: string) => number[][]): Figure[] {
  const at = (share: number, name: string) => results(name).map((times) => quantile(times, share));
  const program = "Maps of codes and names, one edit distance for each name, sites sorted by distance";
  const figure = (name: string, share: number): Figure => ({
    part: "finder",
    name: `${kind}, ${name}`,
    unit: "ms",
    values: at(share, "ours"),
    limit: { program, values: at(share, "limit") },
  });
  return [figure("p50", 0.5), { ...figure("p95", 0.95), bound: { kind: "value", atMost: LONGEST_ANSWER } }];
}

/** The sites as they are loaded into a new database. */
async function publicSites(): Promise<PublicSite[]> {
  const { default: records } = await import("../../lib/sites/data/sites.json");
  return (records as SiteRecord[]).map(({ slug, publishAddress, channels, languages, ...record }) => {
    const site = { ...NO_FACTS, ...record, id: slug, channels: channels ?? [], languages: languages ?? [] };
    return publicOn("", site, publishAddress);
  });
}
