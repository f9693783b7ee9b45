import { describe, expect, it } from "vitest";
import { messageOf, partsOf, readingsOf, shapeOf, withTexts } from "../../support/icu";

describe("the reader of messages", () => {
  it.each([
    ["Hallo", { arguments: [], tags: [], plurals: [] }],
    ["Hallo {name}, <b>du</b>", { arguments: ["name"], tags: ["b"], plurals: [] }],
    [
      "{n, plural, =0 {keine} one {ein {x}} other {# <i>y</i>}}",
      { arguments: ["n", "x"], tags: ["i"], plurals: [["=0", "one", "other"]] },
    ],
    ["{when, date, short} '{kein}' it''s", { arguments: ["when"], tags: [], plurals: [] }],
    ["1 < 2", { arguments: [], tags: [], plurals: [] }],
  ])("understands %s", (message, shape) => {
    expect(shapeOf(message)).toEqual(shape);
    expect(messageOf(partsOf(message))).toBe(message);
  });

  it.each(["{n", "n}", "{n, plural, one {x}", "{}"])("refuses %s", (message) => {
    expect(() => shapeOf(message)).toThrow();
  });

  it("changes the texts and nothing else", () => {
    const message = "Da: {n, plural, one {ein <b>Fall</b>} other {{n} Fälle}}";
    expect(withTexts(message, (text) => text.toUpperCase())).toBe(
      "DA: {n, plural, one {EIN <b>FALL</b>} other {{n} FÄLLE}}",
    );
  });

  it("reads every branch as a text of its own", () => {
    expect(readingsOf("{n, plural, one {ein <b>Fall</b>} other {{n} Fälle}} da")).toEqual([
      "ein Fall da",
      "X Fälle da",
    ]);
  });
});
