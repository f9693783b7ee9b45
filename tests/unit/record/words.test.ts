import { expect, it } from "vitest";
import { labelOf, optionsOf } from "../../../components/record/vocabulary";
import { EMPTY_INTERVENTION, EMPTY_PARTS, EMPTY_SESSION } from "../../../lib/record/rules";
import type { VocabularyValue } from "../../../lib/vocabulary/types";
import { catalogueOf } from "../../support/i18n/catalogue";

const value = (code: string, parent: string | null = null, retired = false): VocabularyValue => ({
  list: "ground",
  code,
  parent,
  position: 0,
  labels: { de: `Wort für ${code}` },
  retired,
  version: 1,
});

const lists = {
  locale: "de",
  values: [value("racism"), value("antiBlack", "racism"), value("old", "racism", true), value("age")],
  general: (name: string) => `${name} (allgemein)`,
};

it("every field of the record has a label", () => {
  const fields = [
    ...Object.entries(EMPTY_PARTS).flatMap(([part, values]) =>
      Object.keys(values).map((field) => `fields.${part}.${field}`),
    ),
    ...Object.keys(EMPTY_SESSION).map((field) => `sessions.fields.${field}`),
    ...Object.keys(EMPTY_INTERVENTION).map((field) => `interventions.fields.${field}`),
  ];
  const known = catalogueOf("de");
  expect(fields.filter((field) => !known.has(`staff.record.${field}`))).toEqual([]);
});

it("a value with others below it can be chosen as well", () => {
  expect(optionsOf(lists, "ground", [])).toEqual([
    {
      label: "Wort für racism",
      options: [
        { value: "racism", label: "Wort für racism (allgemein)" },
        { value: "antiBlack", label: "Wort für antiBlack" },
      ],
    },
    { value: "age", label: "Wort für age" },
  ]);
});

it("what is offered no longer stays where it was chosen, and keeps its words", () => {
  const [racism] = optionsOf(lists, "ground", ["old"]);
  expect(racism).toMatchObject({ options: [{}, {}, { value: "old" }] });
  expect(labelOf(lists, "ground", "old")).toBe("Wort für old");
  expect(labelOf(lists, "ground", "unknown")).toBe("unknown");
});
