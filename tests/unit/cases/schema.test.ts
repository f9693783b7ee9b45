import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  addNoteSchema,
  assignCaseSchema,
  caseFilterSchema,
  changeStatusSchema,
  enterCaseSchema,
} from "../../../lib/cases/schema";
import { aForm } from "../../support/forms";

const caseId = randomUUID();

describe("a list's filter", () => {
  it("takes what it does not know for nothing", () => {
    const filter = caseFilterSchema.parse({
      status: "gone",
      language: "xx",
      channel: "fax",
      assignee: "you",
      unread: "1",
      sort: "x",
    });
    expect(filter).toEqual({ sort: "newest" });
  });

  it("takes what it knows", () => {
    const typed = {
      status: "open",
      language: "ar",
      channel: "unknown",
      assignee: "me",
      unread: "yes",
      sort: "waiting",
    };
    expect(caseFilterSchema.parse(typed)).toEqual(typed);
  });
});

describe("a counsellor's form", () => {
  it("refuses an id that is none, and a status that does not exist", () => {
    expect(changeStatusSchema.safeParse({ caseId: "1", version: "0", status: "closed" }).success).toBe(false);
    expect(changeStatusSchema.safeParse({ caseId, version: "-1", status: "closed" }).success).toBe(false);
    expect(changeStatusSchema.safeParse({ caseId, version: "0", status: "gone" }).success).toBe(false);
    expect(changeStatusSchema.parse({ caseId, version: "3", status: "closed" })).toEqual({
      caseId,
      version: 3,
      status: "closed",
    });
  });

  it("can give a case to nobody", () => {
    expect(assignCaseSchema.parse({ caseId, version: "0", assignee: "" }).assignee).toBeNull();
    expect(assignCaseSchema.safeParse({ caseId, version: "0", assignee: "somebody" }).success).toBe(false);
  });

  it("refuses an empty note and one that is too long", () => {
    const note = (text: string) => addNoteSchema.safeParse({ caseId, noteId: randomUUID(), text }).success;
    expect([note(" \n"), note("x"), note("x".repeat(16_000)), note("x".repeat(16_001))]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("enters a case only with what was told", () => {
    const entered = { ...aForm(), nonce: "n".repeat(48) };
    expect(enterCaseSchema.safeParse(entered).success).toBe(true);
    expect(enterCaseSchema.safeParse({ ...entered, message: "" }).success).toBe(false);
    expect(enterCaseSchema.parse(entered).consent).toBeUndefined();
    expect(enterCaseSchema.parse({ ...entered, consent: "yes" }).consent).toBe("yes");
  });
});
