import { expect, it } from "vitest";
import { catalogueOf } from "../../support/i18n/catalogue";
import { usageIn } from "../../support/i18n/usage";

const isUsed = usageIn(["app", "components", "lib", "scripts"]);

it("every text of the catalogue is used somewhere", () => {
  expect([...catalogueOf("de").keys()].filter((key) => !isUsed(key))).toEqual([]);
});

it("a text that nobody asks for is noticed", () => {
  expect(["public.home.unheardOf", "staff.unheardOf", "staff.case.unheardOf"].filter(isUsed)).toEqual([]);
});
