import { expect, it } from "vitest";
import { isCheckDue } from "../../../lib/sites/rules";

it.each([
  [null, true],
  ["2025-03-14", false],
  ["2024-09-12", false],
  ["2024-09-11", true],
])("a site that was checked on %s has to be looked through again: %s", (checkedOn, due) => {
  expect(isCheckDue(checkedOn, "2025-03-14")).toBe(due);
});
