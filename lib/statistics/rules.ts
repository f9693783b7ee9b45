import type { CaseRecord } from "../record/types";
import { isoDay } from "../time/day";
import { berlinDay } from "../time/rules";
import type { ListName, VocabularyValue } from "../vocabulary/types";
import { spokenFold } from "./languages";
import { partsOf, shifted } from "./periods";
import type { Fact, Quarter } from "./types";

/** How long after its end a quarter is released: until then, what happened in it is usually documented. */
export const DAYS_UNTIL_RELEASE = 14;

/** A closed case as far as it is counted. */
export type CountedCase = {
  readonly site: string;
  /** In which it was closed. */
  readonly quarter: Quarter;
  readonly kind: string;
  readonly channel: string;
  readonly language: string;
  /** What the person said in the enquiry; what the record says wins. */
  readonly relation: string | undefined;
  readonly record: Pick<CaseRecord, "parts" | "sessions" | "interventions" | "outcomes">;
};

/** The value of the same list that a value belongs under; null for one of the first level. */
export type ParentOf = (list: ListName, code: string) => string | null;

export function parentsIn(
  vocabulary: readonly Pick<VocabularyValue, "list" | "code" | "parent">[],
): ParentOf {
  const parents = new Map(vocabulary.map(({ list, code, parent }) => [`${list}/${code}`, parent]));
  return (list, code) => parents.get(`${list}/${code}`) ?? null;
}

/**
 * What is counted of a case: one category in each table, whatever the record says or leaves out. The outcome is that
 * of the last closing.
 */
export function factOf(counted: CountedCase, parentOf: ParentOf): Fact {
  const { parts, sessions, interventions, outcomes } = counted.record;
  const { grounds, area, concern, needs } = parts;
  const tops = (list: ListName, codes: readonly string[]) => codes.map((code) => topOf(list, code, parentOf));
  const held = interventions.filter(({ removed }) => !removed).map(({ values }) => values.intervention);
  return {
    site: counted.site,
    quarter: counted.quarter,
    ground: groundOf(grounds.values.main, parentOf),
    lifeArea: onlyOne(tops("lifeArea", [area.values.area])),
    form: onlyOne(tops("form", area.values.forms)),
    channel: counted.channel === "unknown" ? NOT_STATED : onlyOne([counted.channel]),
    language: spokenFold(counted.language),
    relation: onlyOne([concern.values.relation || (counted.relation ?? "")]),
    kind: onlyOne([counted.kind]),
    outcome: onlyOne(tops("outcome", outcomes[0]?.outcomes ?? [])),
    intervention: highestOf(tops("intervention", held)),
    howFound: onlyOne(tops("howFound", [needs.values.howFound])),
    sessions: sessionBand(sessions.filter(({ removed }) => !removed).length),
    grounds: groundBand(countNamed([grounds.values.main, ...grounds.values.others])),
  };
}

export const NOT_STATED = "notStated";
export const SEVERAL = "several";

const topOf = (list: ListName, code: string, parentOf: ParentOf): string => parentOf(list, code) || code;

/** Racism is counted by its forms, every other ground as a whole (docs/decisions/0060). */
function groundOf(main: string, parentOf: ParentOf): string {
  const parent = parentOf("ground", main);
  return parent && parent !== "racism" ? parent : main || NOT_STATED;
}

/** The one answer there is, or that there are several, or none. */
function onlyOne(answers: readonly string[]): string {
  const given = [...new Set(answers.filter((code) => code !== ""))];
  return given.length > 1 ? SEVERAL : (given[0] ?? NOT_STATED);
}

/** The levels of intervention, the highest last. What is none of these stands below all of them. */
export const INTERVENTION_LEVELS = ["nonLegal", "outOfCourt", "inCourt"] as const;

function highestOf(levels: readonly string[]): string {
  const highest = INTERVENTION_LEVELS.findLast((level) => levels.includes(level));
  const others = levels.filter((level) => level !== NOT_STATED).toSorted();
  return highest ?? others[0] ?? (levels.length > 0 ? NOT_STATED : "none");
}

const sessionBand = (held: number): string => (held <= 1 ? String(held) : held <= 3 ? "2-3" : "4+");

const countNamed = (codes: readonly string[]): number =>
  new Set(codes.filter((code) => code !== "" && code !== NOT_STATED)).size;

/**
 * None and one are one band. A case for which nobody named a ground has no main ground either: in a band of its own it
 * would be a part of that count, and both together would tell more than each (docs/decisions/0061).
 */
export const groundBand = (named: number): string => (named <= 1 ? "0-1" : named === 2 ? "2" : "3+");

/** The quarter of a day that is written as `YYYY-MM-DD`. */
export function quarterOf(day: string): Quarter {
  const number = Math.ceil(Number(day.slice(5, 7)) / 3) as 1 | 2 | 3 | 4;
  return `${Number(day.slice(0, 4))}-Q${number}`;
}

/** The quarter that a moment belongs to in Germany. */
export const quarterAt = (now: Date): Quarter => quarterOf(berlinDay(now));

export const nextQuarter = (quarter: Quarter): Quarter => shifted(quarter, 1);

/** The day from which a quarter may be released, as `YYYY-MM-DD`. */
export function releasableFrom(quarter: Quarter): string {
  const { year, number } = partsOf(quarter);
  // The last day of the quarter is the one before the first of the next.
  return isoDay(new Date(Date.UTC(year, number * 3, DAYS_UNTIL_RELEASE)));
}

export const isDue = (quarter: Quarter, now: Date): boolean => releasableFrom(quarter) <= berlinDay(now);

/** The last quarter that may be released. */
export function lastDue(now: Date): Quarter {
  const current = quarterAt(now);
  const before = shifted(current, -1);
  return isDue(before, now) ? before : shifted(current, -2);
}

/** A quarter as somebody typed it, or null. */
export function parseQuarter(typed: string): Quarter | null {
  return /^20\d\d-Q[1-4]$/.test(typed) ? (typed as Quarter) : null;
}
