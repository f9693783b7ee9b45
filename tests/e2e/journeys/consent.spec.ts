import { allows, asks, givenPerson } from "../../support/e2e/referring";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { type Locale, words } from "../../support/e2e/words";

const site = "neumuenster";

test("it keeps struck out what was, in another language and after an answer that did not count", async ({
  person,
  counsellor,
}) => {
  const { sema, receipt, id } = await givenPerson(person, site, "de");
  const berater = await counsellor(site);
  const href = `/de/dashboard/cases/${id}/referrals/new`;
  await asks(berater, href, "Mieterverein", unique("Hilfe bei der Wohnung"));
  await asks(berater, href, "Anwaltskanzlei", unique("Hilfe vor Gericht"));
  const { page } = sema;
  await sema.opensMailbox(receipt);
  await page.getByRole("link", { name: sema.t("public.consent.open") }).click();
  const boxes = (locale: Locale, field: "name" | "phone") =>
    page.getByLabel(words(locale)(`public.consent.names.${field}`));
  await boxes("de", "phone").nth(0).uncheck();
  await boxes("de", "name").nth(1).uncheck();

  await page.locator(".languages summary").click();
  await page.locator(".languages").getByRole("button", { name: "العربية", exact: true }).click();

  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(boxes("ar", "phone").nth(0)).not.toBeChecked();
  await expect(boxes("ar", "phone").nth(1)).toBeChecked();
  await expect(boxes("ar", "name").nth(0)).toBeChecked();
  await expect(boxes("ar", "name").nth(1)).not.toBeChecked();
  // The Enter key answers nothing by itself.
  await boxes("ar", "phone").nth(1).press("Enter");
  await expect(page.getByText(words("ar")("public.consent.problems.answerMissing"))).toBeVisible();
  await expect(boxes("ar", "phone").nth(0)).not.toBeChecked();
  await page
    .getByRole("button", { name: words("ar")("public.consent.yes") })
    .nth(1)
    .click();
  await expect(page.getByText(words("ar")("public.consent.done.given"))).toBeVisible();
  await expect(boxes("ar", "name")).toHaveCount(1);
  await expect(boxes("ar", "phone")).not.toBeChecked();
});

test("it writes the letter in German to whoever works in Arabic", async ({ person, counsellor }) => {
  const { sema, receipt, told, id } = await givenPerson(person, site, "de");
  const berater = await counsellor(site);
  const purpose = unique("Hilfe bei der Wohnung");
  await asks(berater, `/de/dashboard/cases/${id}/referrals/new`, "Mieterverein", purpose);
  await sema.opensMailbox(receipt);
  await allows(sema, told);
  const { page } = berater;
  await page.goto(`${page.url().replace("/de/", "/ar/")}/letter`);
  const t = words("ar");
  const letter = page.getByRole("article", { name: t("staff.referrals.letter.title") }).locator("> div");
  await expect(letter).toHaveAttribute("lang", "de");
  await expect(letter).toHaveAttribute("dir", "ltr");
  await expect(letter).toContainText(berater.t("staff.referrals.names.told"));
  await expect(letter).toContainText(`Verweisung: ${purpose}`);
  expect(await letter.innerText()).not.toMatch(/\p{Script=Arabic}|[٠-٩]/u);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("staff.referrals.letter.title"));
});
