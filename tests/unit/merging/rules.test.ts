import { describe, expect, it } from "vitest";
import { isOpen } from "../../../lib/cases/rules";
import { whyNotMerge } from "../../../lib/merging/rules";
import { CASE_STATUSES } from "../../../lib/vocabulary/types";

describe("two cases", () => {
  it("can be merged while both are worked on, whatever else they are", () => {
    for (const from of CASE_STATUSES)
      for (const into of CASE_STATUSES)
        expect(whyNotMerge({ id: "a", status: from }, { id: "b", status: into })).toBe(
          isOpen(from) && isOpen(into) ? null : "notOpen",
        );
  });

  it("have to be two", () => {
    expect(whyNotMerge({ id: "a", status: "received" }, { id: "a", status: "received" })).toBe("sameCase");
  });
});
