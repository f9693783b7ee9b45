import { expect, it } from "vitest";
import { catalogueOf } from "../../support/i18n/catalogue";
import { usageIn } from "../../support/i18n/usage";

it("every text of the catalogue is used somewhere", () => {
  const isUsed = usageIn(["app", "components", "lib", "scripts"]);
  expect([...catalogueOf("de").keys()].filter((key) => !isUsed(key))).toEqual([]);
});
