import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nested } from "../../../lib/http/nested";
import {
  codesIn,
  EMPTY_PARTS,
  formOf,
  partsOfCall,
  sameValues,
  tidyGrounds,
  wholePart,
} from "../../../lib/record/rules";
import { firstCallSchema, PART_SCHEMAS, RECORD_PARTS } from "../../../lib/record/schema";

const code = fc.stringMatching(/^[a-z][A-Za-z0-9]{1,12}$/);

describe("the form of a part", () => {
  it("gives back the values it was made of", () => {
    const grounds = fc.record({ main: code, others: fc.uniqueArray(code), note: fc.constant("x") });
    fc.assert(
      fc.property(grounds, (values) => {
        const read = PART_SCHEMAS.grounds.parse(nested(formOf(values)));
        expect({ ...read, others: read.others.toSorted() }).toEqual({
          ...values,
          others: values.others.toSorted(),
        });
      }),
    );
  });

  it.each(RECORD_PARTS)("of an empty part gives back an empty one: %s", (part) => {
    expect(PART_SCHEMAS[part].parse(nested(formOf(EMPTY_PARTS[part])))).toEqual(EMPTY_PARTS[part]);
  });
});

describe("a stored part", () => {
  it("has what an older version did not ask, empty, and not what is asked no longer", () => {
    const stored = { aim: "x", abandoned: "y" } as { aim: string };
    expect(wholePart("aim", stored)).toEqual({ steps: "", aim: "x" });
  });

  it("says the same, in whatever order its fields stand", () => {
    expect(sameValues({ a: "1", b: ["x"] }, { b: ["x"], a: "1" })).toBe(true);
    expect(sameValues({ a: "1", b: ["x"] }, { a: "1", b: ["y"] })).toBe(false);
  });
});

describe("grounds", () => {
  it("name the main one once", () => {
    const values = { main: "age", others: ["age", "woman"], note: "" };
    expect(tidyGrounds(values).others).toEqual(["woman"]);
  });

  it("are looked up in their list, with the others", () => {
    expect(codesIn("grounds", { main: "", others: ["woman"], note: "" })).toEqual({ ground: ["woman"] });
    expect(codesIn("area", { area: "work", forms: ["everyday"], level: "", note: "" })).toEqual({
      lifeArea: ["work"],
      form: ["everyday"],
      level: [],
    });
    expect(codesIn("aim", { steps: "x", aim: "y" })).toEqual({});
  });
});

describe("a first call", () => {
  it("fills in the parts it asked about, and no others", () => {
    expect(partsOfCall(firstCallSchema.parse({}))).toEqual([]);
    const call = firstCallSchema.parse({ mainGround: "age", incidentWhere: "Kalk" });
    expect(partsOfCall(call)).toEqual([
      { part: "grounds", values: { main: "age", others: [], note: "" } },
      { part: "incident", values: { ...EMPTY_PARTS.incident, where: "Kalk" } },
    ]);
  });
});
