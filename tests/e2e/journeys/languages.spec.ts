import type { Page } from "@playwright/test";
import { expect, test } from "../../support/e2e/test";
import { remember, unique } from "../../support/e2e/typed";
import { LOCALES, words } from "../../support/e2e/words";

/** Chooses another language where every page offers it. */
async function switches(page: Page, autonym: string, role: "link" | "button"): Promise<void> {
  await page.locator(".languages summary").click();
  await page.locator(".languages").getByRole(role, { name: autonym, exact: true }).click();
}

for (const [how, scripts] of [
  ["with scripts", true],
  ["without scripts", false],
] as const) {
  test(`the language changes in the middle of the form, and nothing typed is lost, ${how}`, async ({
    person,
  }) => {
    const story = unique("Erst auf Deutsch begonnen");
    const jo = await person("de", { scripts });
    const { page } = jo;
    await jo.opensForm("bochum");
    await jo.fills({ message: story, email: "jo@", relation: "witness", consent: "yes", anonymous: "no" });
    await switches(page, "Türkçe", "button");

    await expect(page.locator("html")).toHaveAttribute("lang", "tr");
    await expect(jo.field("message")).toHaveValue(story);
    await expect(jo.field("email")).toHaveValue("jo@");
    await expect(jo.field("site")).toHaveValue("bochum");
    await expect(jo.field("consent")).toBeChecked();
    await expect(page.locator('[name="relation"][value="witness"]')).toBeChecked();
    // Nobody had chosen a language to speak in, so it is the one of the page.
    await expect(jo.field("language")).toHaveValue("tr");

    await jo.field("language").selectOption("kmr");
    await switches(page, "Українська", "button");
    await expect(jo.field("language")).toHaveValue("kmr");
    await jo.fills({ email: "" });
    await page.getByRole("button", { name: words("uk")("public.contact.send.button") }).click();
    await expect(page).toHaveURL(/\/uk\/contact\/received$/);
    await expect(page.getByTestId("receipt")).toHaveText(/^\d{5} /);
  });
}

test("the Enter key in a field sends the form and changes no language", async ({ person }) => {
  const jo = await person("ar", { scripts: false });
  await jo.opensForm("bochum");
  await jo.fills({ message: unique("رسالة قصيرة"), name: "Amal" });
  await jo.field("name").press("Enter");
  expect(await jo.receipt()).toMatch(/^\d{5} /);
});

test("an answer that is being written is there in another language too", async ({ person }) => {
  const draft = unique("Noch nicht fertig");
  const jo = await person("de", { scripts: false });
  const receipt = await jo.writesTo("bochum", { message: unique("Erste Nachricht") });
  await jo.opensMailbox(receipt);
  remember(draft);
  await jo.page.getByLabel(jo.t("public.mailbox.thread.write")).fill(draft);
  await switches(jo.page, "Polski", "button");

  const t = words("pl");
  await expect(jo.page.getByLabel(t("public.mailbox.thread.write"))).toHaveValue(draft);
  await expect(jo.letters).toHaveCount(1);
  await jo.page.getByRole("button", { name: t("public.mailbox.thread.send") }).click();
  await expect(jo.letters).toHaveCount(2);
});

test("a code that is being typed stays in the field", async ({ person }) => {
  const jo = await person("de", { scripts: false });
  await jo.page.goto("/de/mailbox");
  await jo.page.getByLabel(jo.t("public.mailbox.entry.receipt")).fill("12345 67");
  await switches(jo.page, "Shqip", "button");
  await expect(jo.page.getByLabel(words("sq")("public.mailbox.entry.receipt"))).toHaveValue("12345 67");
});

test("every language leads to every other, by its own name and without cookies", async ({ browserOf }) => {
  const page = await browserOf({ scripts: false });
  for (const locale of LOCALES) {
    await page.goto(`/${locale}/safety`);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    const others = await page
      .locator(".languages li a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(others.toSorted()).toEqual(
      LOCALES.filter((other) => other !== locale)
        .map((other) => `/${other}/safety`)
        .toSorted(),
    );
  }
  expect(await page.context().cookies()).toEqual([]);
});

test("those who work here go on in German where their language has no dashboard", async ({ browserOf }) => {
  const page = await browserOf();
  await page.goto("/kmr/sign-in");
  await expect(page).toHaveURL(/\/de\/sign-in$/);
  await page.goto("/ru/sign-in");
  await expect(
    page.getByRole("button", { name: words("ru")("staff.signIn.button"), exact: true }),
  ).toBeVisible();
});
