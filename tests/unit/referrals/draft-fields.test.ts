import { expect, it } from "vitest";
import {
  draftValues,
  ownValues,
} from "../../../app/[locale]/(staff)/dashboard/cases/[caseId]/referrals/draft-fields";
import { draftReferralSchema, textOf, tickOf } from "../../../lib/referrals/schema";

const OFFERED = { name: "Sema", told: "Im Bus\nwurde ich beschimpft." };
const HIDDEN = { caseId: crypto.randomUUID(), referralId: crypto.randomUUID() };
const EMPTY = { recipient: { name: "Mieterverein", contact: "" }, purpose: "Hilfe", fields: [] };

/** What is stored of a form, and what the form says when it is opened again. */
function saved(typed: Record<string, string>) {
  const values = { ...HIDDEN, ...draftValues(EMPTY, OFFERED), ...typed };
  const stored = draftReferralSchema.parse(ownValues(values, OFFERED));
  return { stored, again: draftValues(stored, OFFERED) };
}

it("keeps nothing of what the case offers and nobody touched", () => {
  const { stored, again } = saved({ [textOf("told")]: "Im Bus\nwurde ich beschimpft. " });
  expect([stored.fields, stored.unticked]).toEqual([[], []]);
  expect(again[textOf("told")]).toBe(OFFERED.told);
});

it.each([
  ["note", "Bitte erst anrufen."],
  ["told", "Im Bus."],
] as const)("shows %s again as it was written, and not ticked", (field, text) => {
  const { stored, again } = saved({ [textOf(field)]: text });
  expect([stored.fields, stored.unticked]).toEqual([[], [{ field, text }]]);
  expect([again[tickOf(field)], again[textOf(field)]]).toEqual(["", text]);
});

it("shares what is ticked, changed or not", () => {
  const { stored, again } = saved({
    [tickOf("name")]: "yes",
    [tickOf("told")]: "yes",
    [textOf("told")]: "Im Bus.",
  });
  expect(stored.fields).toEqual([
    { field: "name", text: "Sema" },
    { field: "told", text: "Im Bus." },
  ]);
  expect([again[tickOf("told")], again[textOf("told")]]).toEqual(["yes", "Im Bus."]);
});
