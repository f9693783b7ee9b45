import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { EMPTY_INTERVENTION, EMPTY_PARTS, EMPTY_SESSION, tidyGrounds } from "../../../lib/record/rules";
import { closeCaseSchema, PART_SCHEMAS } from "../../../lib/record/schema";
import { factOf, parentsIn } from "../../../lib/statistics/rules";
import { type Categories, categoriesOf, TABLES } from "../../../lib/statistics/tables";
import type { Fact, StatisticsTable } from "../../../lib/statistics/types";
import type { VocabularyValue } from "../../../lib/vocabulary/types";
import { MADE_UP_CATEGORIES, madeUpFacts } from "../../../scripts/statistics/made-up";
import { seeded } from "../../../scripts/statistics/seeded";

const FILE = path.resolve("lib/vocabulary/data/vocabulary.json");
const VOCABULARY = (
  JSON.parse(readFileSync(FILE, "utf8")).values as Pick<VocabularyValue, "list" | "code" | "parent">[]
).map(({ list, code, parent }) => ({ list, code, parent: parent ?? null }));
const CATEGORIES = categoriesOf(VOCABULARY);

type Wanted = Readonly<Record<StatisticsTable, string>>;

const WRITTEN = { account: "a", at: "2025-03-14T11:00:00Z" };
const ENTRY = { id: "e", version: 1, written: WRITTEN };
const ticked = (codes: readonly string[]) => Object.fromEntries(codes.map((code) => [code, "yes"]));
const given = (category: string) => (category === "notStated" ? "" : category);
const pick = (table: "form" | "outcome", category: string) =>
  category === "several" ? CATEGORIES[table].slice(0, 2) : [category];

/** As the form of a record would take it: so many grounds, of which the main one may be missing. */
function groundsOf({ ground, grounds }: Wanted) {
  const main = given(ground);
  const named = { "0-1": 1, "2": 2, "3+": 3 }[grounds] ?? 0;
  const others = ["lesbian", "union", "faith"].slice(0, named - (main ? 1 : 0));
  return tidyGrounds(PART_SCHEMAS.grounds.parse({ main, others: ticked(others), note: "" }));
}

/** What is counted of a case that somebody documents so that it falls into the categories wanted, if that is possible. */
function countedLike(wanted: Wanted): Fact {
  const part = <Values>(values: Values) => ({ values, version: 1, written: WRITTEN });
  const { form, outcome, intervention, sessions } = wanted;
  const area = { area: given(wanted.lifeArea), forms: ticked(pick("form", form)), level: "", note: "" };
  const closing = {
    caseId: ID,
    version: 0,
    entry: ID,
    outcomes: ticked(pick("outcome", outcome)),
    reason: "x",
  };
  const record = {
    parts: {
      ...PARTS,
      grounds: part(groundsOf(wanted)),
      area: part(PART_SCHEMAS.area.parse(area)),
      needs: part({ ...EMPTY_PARTS.needs, howFound: given(wanted.howFound) }),
      concern: part({ ...EMPTY_PARTS.concern, relation: given(wanted.relation) }),
    },
    sessions: Array(Number.parseInt(sessions, 10)).fill({ ...ENTRY, values: EMPTY_SESSION }),
    interventions: (intervention === "none" ? [] : [intervention]).map((code) => ({
      ...ENTRY,
      values: { ...EMPTY_INTERVENTION, intervention: code },
    })),
    outcomes: [{ ...ENTRY, reason: "x", outcomes: closeCaseSchema.parse(closing).outcomes }],
  };
  const channel = given(wanted.channel) || "unknown";
  const { kind, language } = wanted;
  const row = { site: "koeln", quarter: "2025-Q1", kind, channel, language, relation: undefined } as const;
  return factOf({ ...row, record }, parentsIn(VOCABULARY));
}

const ID = "00000000-0000-4000-8000-000000000000";
const PARTS = Object.fromEntries(
  Object.entries(EMPTY_PARTS).map(([name, values]) => [name, { values, version: 0, written: null }]),
) as unknown as Parameters<typeof factOf>[0]["record"]["parts"];

const pairs = TABLES.flatMap((one, place) => TABLES.slice(place + 1).map((other) => [one, other] as const));
/** The categories of all tables, each drawn by itself. */
const anyOf = (categories: Categories, random: (below: number) => number): Wanted =>
  Object.fromEntries(
    TABLES.map((table) => [table, categories[table][random(categories[table].length)]]),
  ) as Wanted;

it("no two tables are tied: a case can be in any category of the one and any of the other", () => {
  const random = seeded(7);
  for (const [one, other] of pairs)
    for (const a of CATEGORIES[one])
      for (const b of CATEGORIES[other]) {
        // Whatever stands in the other ten tables.
        const wanted = { ...anyOf(CATEGORIES, random), [one]: a, [other]: b };
        expect(countedLike(wanted)).toMatchObject(wanted);
      }
});

it("made-up cases are tied neither: not all that are in some category are in one category of another table", () => {
  const facts = madeUpFacts("2026-Q1", [{ site: "a", cases: 6_000 }], seeded(3));
  for (const [one, other] of pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))
    for (const category of MADE_UP_CATEGORIES[one]) {
      const beside = new Set(facts.filter((fact) => fact[one] === category).map((fact) => fact[other]));
      expect(beside.size, `${one} ${category}, ${other}`).toBeGreaterThan(1);
    }
});
