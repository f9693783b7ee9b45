import { describe, expect, it } from "vitest";
import type { ChainFault, ChainFinding } from "../../../lib/journal/types";
import { reportOf } from "../../../scripts/audit/report";

const whole: ChainFinding = { site: "koeln", entries: 12, vouchedFor: 12, broken: null };
const FAULTS: ChainFault[] = ["missing", "changed", "unchained", "cutOff", "headDiffers"];

describe("what audit:verify prints", () => {
  it("is a line for each site, and ends with 0 when all is whole", () => {
    const { text, code } = reportOf([whole, { ...whole, site: "bochum", entries: 3, vouchedFor: 2 }]);
    expect(code).toBe(0);
    expect(text).toContain("ok  koeln   12 entries\n");
    expect(text).toContain("ok  bochum  3 entries; the last 1 are not yet known outside the database");
    expect(text).toContain("All 2 chains are whole.");
  });

  it("says where nothing outside the database knows of an end", () => {
    expect(reportOf([{ ...whole, vouchedFor: 0 }]).text).toContain(
      "nothing outside the database says where it ends",
    );
    expect(reportOf([])).toMatchObject({ code: 0 });
  });

  it.each(FAULTS)("names the first broken place and what to do: %s", (fault) => {
    const { text, code } = reportOf([whole, { ...whole, site: "bochum", broken: { seq: 7, fault } }]);
    expect(code).toBe(1);
    expect(text).toMatch(/BROKEN +bochum +entry 7: \w/);
    expect(text).toContain("Keep a copy of the database");
    expect(text).toContain("Broken: 1 of 2 sites.");
  });
});
