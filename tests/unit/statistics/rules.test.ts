import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_INTERVENTION, EMPTY_PARTS, EMPTY_SESSION } from "../../../lib/record/rules";
import type { CaseRecord, Part, RecordPart } from "../../../lib/record/types";
import {
  type CountedCase,
  factOf,
  isDue,
  lastDue,
  nextQuarter,
  parentsIn,
  parseQuarter,
  quarterAt,
  quarterOf,
  releasableFrom,
} from "../../../lib/statistics/rules";
import { categoriesOf, exactTables, partsOfFact, TABLES } from "../../../lib/statistics/tables";
import type { Fact } from "../../../lib/statistics/types";
import {
  CASE_KINDS,
  CHANNELS,
  COUNSELLING_LANGUAGES,
  type ListName,
  RELATIONS,
  type VocabularyValue,
} from "../../../lib/vocabulary/types";

type Given = { list: ListName; code: string; parent?: string };

const FILE = path.resolve("lib/vocabulary/data/vocabulary.json");
const VOCABULARY = (JSON.parse(readFileSync(FILE, "utf8")).values as Given[]).map(
  ({ list, code, parent }): Pick<VocabularyValue, "list" | "code" | "parent"> => ({
    list,
    code,
    parent: parent ?? null,
  }),
);
const CATEGORIES = categoriesOf(VOCABULARY);
const codesOf = (list: ListName) => VOCABULARY.filter((value) => value.list === list).map(({ code }) => code);

const WRITTEN = { account: "a", at: "2025-03-14T11:00:00Z" };

type Told = {
  main?: string;
  others?: string[];
  area?: string;
  forms?: string[];
  howFound?: string;
  about?: string;
  outcomes?: string[];
  sessions?: number;
  wrong?: number;
  interventions?: string[];
};

function recordOf(told: Told): CountedCase["record"] {
  const part = <P extends RecordPart>(name: P, values: object): Part<P> => ({
    values: { ...EMPTY_PARTS[name], ...values },
    version: 1,
    written: WRITTEN,
  });
  const parts = {
    ...(Object.fromEntries(
      Object.keys(EMPTY_PARTS).map((name) => [name, part(name as RecordPart, {})]),
    ) as CaseRecord["parts"]),
    grounds: part("grounds", { main: told.main ?? "", others: told.others ?? [] }),
    area: part("area", { area: told.area ?? "", forms: told.forms ?? [] }),
    needs: part("needs", { howFound: told.howFound ?? "" }),
    concern: part("concern", { relation: told.about ?? "" }),
  };
  const entry = (removed: boolean) => ({
    id: "e",
    version: 1,
    written: WRITTEN,
    ...(removed ? { removed: WRITTEN } : {}),
  });
  const sessions = Array.from({ length: (told.sessions ?? 0) + (told.wrong ?? 0) }, (_, index) => ({
    ...entry(index >= (told.sessions ?? 0)),
    values: EMPTY_SESSION,
  }));
  const interventions = (told.interventions ?? []).map((intervention) => ({
    ...entry(intervention.startsWith("!")),
    values: { ...EMPTY_INTERVENTION, intervention: intervention.replace("!", "") },
  }));
  const outcomes = told.outcomes ? [{ id: "o", outcomes: told.outcomes, reason: "", written: WRITTEN }] : [];
  return { parts, sessions, interventions, outcomes };
}

function counted(told: Told = {}, row: Partial<CountedCase> = {}): Fact {
  const plain = {
    site: "koeln",
    quarter: "2025-Q1",
    kind: "report",
    channel: "phone",
    language: "de",
  } as const;
  return factOf({ ...plain, relation: undefined, ...row, record: recordOf(told) }, parentsIn(VOCABULARY));
}

describe("what is counted of a case", () => {
  it.each([
    ["", "notStated"],
    ["racism", "racism"],
    ["antiBlack", "antiBlack"],
    ["belief", "belief"],
    ["islam", "belief"],
    ["oldAge", "age"],
    ["disability", "disability"],
    ["unheardOf", "unheardOf"],
  ])("has racism by its forms, and other grounds as a whole: %j is %s", (main, ground) => {
    expect(counted({ main }).ground).toBe(ground);
  });

  it.each([
    [{ main: "", others: [] }, "0-1"],
    [{ main: "notStated", others: [] }, "0-1"],
    [{ main: "antiBlack", others: [] }, "0-1"],
    [{ main: "", others: ["woman"] }, "0-1"],
    [{ main: "antiBlack", others: ["woman"] }, "2"],
    [{ main: "", others: ["woman", "oldAge"] }, "2"],
    [{ main: "antiBlack", others: ["woman", "oldAge", "trans"] }, "3+"],
  ])("says how many grounds were named: %j is %s", (told, grounds) => {
    expect(counted(told).grounds).toBe(grounds);
  });

  it.each([
    [[], "notStated"],
    [["crime"], "crime"],
    [["crime", "crime"], "crime"],
    [["crime", "direct"], "several"],
  ])("puts a case with several forms under one word: %j is %s", (forms, form) => {
    expect(counted({ forms }).form).toBe(form);
  });

  it("counts the outcome in the same way", () => {
    expect(counted({ outcomes: ["apology"] }).outcome).toBe("apology");
    expect(counted({ outcomes: ["apology", "settlement"] }).outcome).toBe("several");
    expect(counted().outcome).toBe("notStated");
  });

  it.each([
    [[], "none"],
    [["phoneCall"], "nonLegal"],
    [["phoneCall", "objection", "talk"], "outOfCourt"],
    [["objection", "lawsuit"], "inCourt"],
    [["!lawsuit", "talk"], "nonLegal"],
    [["!lawsuit"], "none"],
    [["referral"], "referral"],
    [["referral", "talk"], "nonLegal"],
    [["notStated"], "notStated"],
  ])("takes the highest level of intervention: %j is %s", (interventions, level) => {
    expect(counted({ interventions }).intervention).toBe(level);
  });

  it.each([
    [0, "0"],
    [1, "1"],
    [2, "2-3"],
    [3, "2-3"],
    [4, "4+"],
    [40, "4+"],
  ])("counts sessions in bands, without wrong ones: %i is %s", (sessions, band) => {
    expect(counted({ sessions, wrong: 3 }).sessions).toBe(band);
  });

  it.each([
    ["de", "de"],
    ["de-AT", "de"],
    ["sr-Latn", "sr-Latn"],
    ["sr", "sr-Latn"],
    ["ckb", "other"],
    ["gsg", "other"],
  ])("counts the languages of the pages, and all others together: %s is %s", (language, category) => {
    expect(counted({}, { language }).language).toBe(category);
  });

  it("believes the record before the enquiry about who reports", () => {
    expect(counted({ about: "witness" }, { relation: "self" }).relation).toBe("witness");
    expect(counted({}, { relation: "self" }).relation).toBe("self");
    expect(counted().relation).toBe("notStated");
  });

  it("says so where nothing was asked", () => {
    expect(counted({}, { channel: "unknown" })).toMatchObject({
      channel: "notStated",
      lifeArea: "notStated",
      howFound: "notStated",
    });
    expect(counted({ area: "school", howFound: "flyer" })).toMatchObject({
      lifeArea: "education",
      howFound: "flyer",
    });
  });
});

const aCode = (list: ListName) => fc.constantFrom("", ...codesOf(list));
const someCodes = (list: ListName) => fc.array(fc.constantFrom(...codesOf(list)), { maxLength: 4 });

const anyCase = fc
  .record({
    told: fc.record({
      main: aCode("ground"),
      others: someCodes("ground"),
      area: aCode("lifeArea"),
      forms: someCodes("form"),
      howFound: aCode("howFound"),
      about: fc.constantFrom("", ...RELATIONS),
      outcomes: someCodes("outcome"),
      sessions: fc.nat(6),
      wrong: fc.nat(2),
      interventions: someCodes("intervention"),
    }),
    row: fc.record({
      site: fc.constantFrom("koeln", "bochum", "bayern"),
      kind: fc.constantFrom(...CASE_KINDS),
      channel: fc.constantFrom("unknown", ...CHANNELS),
      language: fc.constantFrom(...Object.keys(COUNSELLING_LANGUAGES)),
    }),
  })
  .map(({ told, row }) => counted(told, row));

describe("every case", () => {
  it("has one category of those that are released in every table", () => {
    fc.assert(
      fc.property(anyCase, (fact) => {
        for (const table of TABLES) expect(CATEGORIES[table], table).toContain(fact[table]);
      }),
    );
  });

  it("is counted once in each table, at its site and no other", () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 30 }), (facts) => {
        const parts = facts.flatMap(partsOfFact);
        for (const { table, rows } of exactTables(parts, ["koeln", "bochum", "saarland"], CATEGORIES)) {
          for (const { site, counts } of rows) {
            const own = facts.filter((fact) => site === null || fact.site === site).length;
            expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(own);
            expect([...counts.keys()]).toEqual([...CATEGORIES[table]].toSorted());
          }
          expect(rows.map(({ site }) => site)).toContain(table === "grounds" ? null : "saarland");
        }
      }),
    );
  });

  it("keeps its column when the value is retired, with and without cases", () => {
    const ground = { list: "ground", code: "formerGround", parent: null } as const;
    const categories = categoriesOf([...VOCABULARY, ground]);
    for (const facts of [[], [counted({ main: "formerGround" })]]) {
      const [table] = exactTables(facts.flatMap(partsOfFact), ["bochum"], categories);
      expect(table?.rows.at(-1)?.counts.get("formerGround")).toBe(facts.length);
    }
  });

  it("adds no column by a code that no list has: that would tell that there is a case", () => {
    const [ground] = exactTables(partsOfFact(counted({ main: "formerGround" })), ["bochum"], CATEGORIES);
    expect(ground?.rows.map(({ counts }) => counts.get("notStated"))).toEqual([0, 1]);
    expect(ground?.rows.map(({ counts }) => counts.has("formerGround"))).toEqual([false, false]);
  });
});

describe("a quarter", () => {
  it.each([
    ["2025-01-01", "2025-Q1"],
    ["2025-03-31", "2025-Q1"],
    ["2025-04-01", "2025-Q2"],
    ["2025-12-31", "2025-Q4"],
  ])("holds the day %s: %s", (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter);
  });

  it("begins with the German day", () => {
    expect(quarterAt(new Date("2025-12-31T23:30:00Z"))).toBe("2026-Q1");
    expect(nextQuarter("2025-Q4")).toBe("2026-Q1");
  });

  it.each([
    ["2025-Q1", "2025-04-14"],
    ["2025-Q2", "2025-07-14"],
    ["2025-Q3", "2025-10-14"],
    ["2025-Q4", "2026-01-14"],
  ] as const)("%s is released from %s on", (quarter, day) => {
    expect(releasableFrom(quarter)).toBe(day);
    expect(isDue(quarter, new Date(`${day}T12:00:00Z`))).toBe(true);
    expect(isDue(quarter, new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000))).toBe(false);
  });

  it("before the last stays the last that is due for two weeks", () => {
    expect(lastDue(new Date("2025-04-13T12:00:00Z"))).toBe("2024-Q4");
    expect(lastDue(new Date("2025-04-14T12:00:00Z"))).toBe("2025-Q1");
  });

  it.each(["", "2025", "2025-Q5", "2025-q1", "1999-Q1", "2025-Q1 "])("is not written like %j", (typed) => {
    expect(parseQuarter(typed)).toBeNull();
  });
});
