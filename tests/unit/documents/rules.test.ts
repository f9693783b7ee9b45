import fc from "fast-check";
import { describe, expect, it } from "vitest";
import letters from "../../../lib/documents/data/letters.json";
import { fillTemplate, gapsIn } from "../../../lib/documents/rules";
import { LETTER_FIELDS } from "../../../lib/documents/types";

describe("filling in a template", () => {
  it("puts in what is known and leaves a gap for what is not", () => {
    const filled = fillTemplate("Für {name} am {day} an {party}.", { name: "Ayşe", day: "" });
    expect(filled).toBe("Für Ayşe am {day} an {party}.");
    expect(gapsIn(filled)).toEqual(["{day}", "{party}"]);
  });

  it("leaves alone what is no field of a case", () => {
    const text = "{constructor} {toString} {} {a b} {{name}} $& {amount}";
    expect(fillTemplate(text, { name: "N" })).toBe("{constructor} {toString} {} {a b} {N} $& {amount}");
  });

  it("takes what was told as it is, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, aim) => {
        fc.pre(name !== "" && aim !== "");
        expect(fillTemplate("{name}|{aim}", { name, aim })).toBe(`${name}|${aim}`);
      }),
    );
    expect(fillTemplate("{name} {aim}", { name: "{aim}", aim: "$1" })).toBe("{aim} $1");
  });

  it("knows the fields of our own letters, but for what only the counsellor can say", () => {
    const known = LETTER_FIELDS.map((field) => `{${field}}`);
    const others = letters.flatMap(({ text }) => gapsIn(text)).filter((gap) => !known.includes(gap));
    expect(others).toEqual(["{amount}", "{recipient}"]);
  });
});
