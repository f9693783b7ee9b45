import { describe, expect, it } from "vitest";
import { addFollowUpSchema, deadlineDaysSchema, firstFollowUpSchema } from "../../../lib/follow-ups/schema";

const ID = "00000000-0000-4000-8000-000000000001";
const typed = { caseId: ID, followUpId: ID, dueOn: "2025-03-14", text: "Anrufen", assignee: "" };

/** The codes of what is wrong, by field. */
function wrongIn(fields: Record<string, string>): Record<string, string> {
  const { error } = addFollowUpSchema.safeParse({ ...typed, ...fields });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

describe("a follow-up as it was typed", () => {
  it("takes a day as browsers send it and as people write it", () => {
    for (const dueOn of ["2025-03-14", "14.3.2025", "14. 03. 2025", "١٤.٣.٢٠٢٥"])
      expect(addFollowUpSchema.parse({ ...typed, dueOn }).dueOn).toBe("2025-03-14");
  });

  it.each(["", "bald", "2025-02-30", "31.4.2025", "0025-03-14", "20250-03-14", "1999-12-31", "2100-01-01"])(
    "refuses %j as a day",
    (dueOn) => {
      expect(wrongIn({ dueOn })).toEqual({ dueOn: "dayInvalid" });
    },
  );

  it("refuses no words, and too many", () => {
    expect(wrongIn({ text: " " })).toEqual({ text: "textEmpty" });
    expect(wrongIn({ text: "x".repeat(2_001) })).toEqual({ text: "textTooLong" });
  });

  it("stands on nobody's list when nobody was chosen", () => {
    expect(addFollowUpSchema.parse(typed).assignee).toBeNull();
  });
});

it("counts nothing from what is no day", () => {
  expect(deadlineDaysSchema.parse({ incident: "14.3.2025", claim: "bald", decision: ["a"] })).toEqual({
    incident: "2025-03-14",
    claim: undefined,
    decision: undefined,
  });
});

it("asks for nothing in the form of a first call", () => {
  expect(firstFollowUpSchema.parse({})).toEqual({ followUpOn: "", nextStep: "" });
  expect(firstFollowUpSchema.safeParse({ followUpOn: "bald" }).success).toBe(false);
});
