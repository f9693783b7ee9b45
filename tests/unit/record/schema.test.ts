import { describe, expect, it } from "vitest";
import { nested } from "../../../lib/http/nested";
import { EMPTY_PARTS } from "../../../lib/record/rules";
import {
  closeCaseSchema,
  firstCallSchema,
  interventionSchema,
  PART_SCHEMAS,
  RECORD_PARTS,
  sessionSchema,
} from "../../../lib/record/schema";

const TODAY = "2026-03-14";

const errorsOf = (schema: { safeParse: (value: unknown) => { error?: unknown } }, typed: object) => {
  const { error } = schema.safeParse(typed) as { error?: { issues: { path: unknown[]; message: string }[] } };
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
};

describe("a part of the record", () => {
  it.each(RECORD_PARTS)("may stay empty: %s", (part) => {
    expect(PART_SCHEMAS[part].parse({})).toEqual(EMPTY_PARTS[part]);
  });

  it("reads boxes by their dotted names", () => {
    const form = { main: "antiBlack", "others.woman": "yes", "others.age": "no", note: " x " };
    expect(PART_SCHEMAS.grounds.parse(nested(form))).toEqual({
      main: "antiBlack",
      others: ["woman"],
      note: "x",
    });
  });

  it("drops what can be no value of a list", () => {
    const form = { main: "'; DROP", "others.X!": "yes" };
    expect(PART_SCHEMAS.grounds.parse(nested(form))).toMatchObject({ main: "", others: [] });
  });

  it.each([
    ["2026-03-01", "2026-03-01"],
    ["1.3.2026", "2026-03-01"],
    ["01. 03. 2026", "2026-03-01"],
    ["٢٠٢٦-٠٣-٠١", "2026-03-01"],
    ["", ""],
  ])("takes a day as people write it: %s", (typed, day) => {
    expect(PART_SCHEMAS.incident.parse({ on: typed }).on).toBe(day);
  });

  it.each(["31.02.2026", "2026-13-01", "gestern", "0001-01-01", "2026-3-1"])(
    "refuses what is no day: %s",
    (on) => {
      expect(errorsOf(PART_SCHEMAS.incident, { on })).toEqual(["on: dayInvalid"]);
    },
  );

  it("refuses at its longest text what is larger than an entry", () => {
    const what = "漢".repeat(16_000);
    expect(errorsOf(PART_SCHEMAS.incident, { what })).toEqual([]);
    expect(errorsOf(PART_SCHEMAS.incident, { what: `"`.repeat(16_000) })).toEqual([]);
    const quoted = `${"漢".repeat(14_000)}${"\u2028".repeat(2_000)}`;
    expect(errorsOf(PART_SCHEMAS.incident, { what: quoted, where: "x" })).toEqual([]);
    expect(errorsOf(PART_SCHEMAS.incident, { what: "x".repeat(16_001) })).toEqual(["what: textTooLong"]);
  });
});

describe("a session", () => {
  const session = sessionSchema(TODAY);

  it("needs a day, and nothing else", () => {
    expect(session.parse({ day: TODAY })).toEqual({
      ...{ day: TODAY, channel: "", minutes: null, language: "", interpreter: "" },
      ...{ who: "", content: "", next: "" },
    });
    expect(errorsOf(session, {})).toEqual(["day: dayInvalid"]);
  });

  it("has taken place", () => {
    expect(errorsOf(session, { day: "2026-03-15" })).toEqual(["day: dayInFuture"]);
  });

  it.each(["0", "1441", "-5", "1.5", "fünf"])("does not last %s minutes", (minutes) => {
    expect(errorsOf(session, { day: TODAY, minutes })).toEqual(["minutes: numberInvalid"]);
  });

  it("lasts as long as somebody writes, in the digits of any script", () => {
    expect(session.parse({ day: TODAY, minutes: " ٤٥ " }).minutes).toBe(45);
  });

  it("is larger than an entry with two long texts of three bytes a sign", () => {
    const typed = { day: TODAY, content: "漢".repeat(16_000), next: "漢".repeat(2_000) };
    expect(errorsOf(session, typed)).toEqual([]);
    expect(errorsOf(session, { ...typed, who: "漢".repeat(300), next: "\u0001".repeat(2_000) })).toEqual([
      "content: textTooLong",
    ]);
  });
});

it("an intervention is of some kind", () => {
  expect(errorsOf(interventionSchema(TODAY), { day: TODAY })).toEqual(["intervention: choiceMissing"]);
});

it("closing needs an outcome and a reason", () => {
  const ids = { caseId: crypto.randomUUID(), entry: crypto.randomUUID(), version: "3" };
  expect(errorsOf(closeCaseSchema, { ...ids, reason: " " })).toEqual([
    "outcomes: choiceMissing",
    "reason: textEmpty",
  ]);
  expect(closeCaseSchema.parse(nested({ ...ids, "outcomes.apology": "yes", reason: "x" }))).toEqual({
    ...ids,
    version: 3,
    outcomes: ["apology"],
    reason: "x",
  });
});

it("a first call may ask nothing beyond the enquiry", () => {
  expect(Object.values(firstCallSchema.parse({})).join("")).toBe("");
});
