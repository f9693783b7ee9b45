import { describe, expect, it } from "vitest";
import {
  isOpen,
  mayMove,
  nextStatuses,
  OPEN_STATUSES,
  statusAfterAssignment,
} from "../../../lib/cases/rules";
import { CASE_STATUSES, type CaseStatus } from "../../../lib/vocabulary/types";

const AT_WORK: CaseStatus[] = ["waiting", "scheduled", "counselling", "referring", "accompanying", "dormant"];
const SIDE_EXITS: CaseStatus[] = ["withdrawn", "notResponsible", "spam"];

describe("the life cycle of a case", () => {
  it("can reach every status but the erased one, which is a job's to give", () => {
    const reached = new Set<CaseStatus>(["received"]);
    for (const status of reached) for (const next of nextStatuses(status)) reached.add(next);
    expect(CASE_STATUSES.filter((status) => !reached.has(status))).toEqual(["anonymised"]);
  });

  it("ends with the erased case", () => {
    expect(nextStatuses("anonymised")).toEqual([]);
  });

  it("lets nothing move to where it is", () => {
    for (const status of CASE_STATUSES) expect(mayMove(status, status)).toBe(false);
  });

  it("goes back to nobody having looked from nowhere", () => {
    for (const status of CASE_STATUSES) expect(mayMove(status, "received")).toBe(false);
  });

  it("moves freely between the phases of work, and from each to its end", () => {
    for (const from of AT_WORK) {
      for (const to of [...AT_WORK, "closed", ...SIDE_EXITS] as CaseStatus[])
        expect(mayMove(from, to)).toBe(from !== to);
    }
  });

  it("can be taken up again from every end", () => {
    for (const status of ["closed", ...SIDE_EXITS] as CaseStatus[]) {
      const next = nextStatuses(status);
      expect(next.length).toBeGreaterThan(0);
      expect(next.every(isOpen)).toBe(true);
    }
  });

  it("counts as open until an end", () => {
    expect(OPEN_STATUSES.toSorted()).toEqual(["received", "screened", "assigned", ...AT_WORK].toSorted());
    expect(CASE_STATUSES.filter((status) => !isOpen(status)).toSorted()).toEqual(
      ["anonymised", "closed", ...SIDE_EXITS].toSorted(),
    );
  });
});

it("moves a case that nobody had begun when it is given to somebody", () => {
  expect(statusAfterAssignment("received", "somebody")).toBe("assigned");
  expect(statusAfterAssignment("screened", "somebody")).toBe("assigned");
  expect(statusAfterAssignment("counselling", "somebody")).toBe("counselling");
  expect(statusAfterAssignment("received", null)).toBe("received");
});
