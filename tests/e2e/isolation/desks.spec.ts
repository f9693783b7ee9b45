import { caseBehind } from "../../support/e2e/database";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";

/** A person wrote to a site. */
async function givenCaseAt(site: string) {
  const story = unique("Vertraulich");
  return {
    story,
    ...(await caseBehind(await receiptAfter(await (await openForm()).sends({ site, message: story })))),
  };
}

test("it hides a case from the counsellor of another site, by its address and in every list", async ({
  counsellor,
}) => {
  const { id, number } = await givenCaseAt("mannheim");
  const other = await counsellor("neumuenster");

  const answer = await other.page.goto(`/de/dashboard/cases/${id}`);
  expect(answer?.status()).toBe(404);
  await expect(other.page.getByRole("heading", { name: other.t("staff.notFound.heading") })).toBeVisible();
  for (const query of ["", "?status=open", "?sort=oldest", "?unread=yes", "?status=received"]) {
    await other.opensList(query);
    await expect(other.page.locator(`a[href*="cases/${id}"]`)).toHaveCount(0);
  }
  await other.opensToday();
  await expect(other.page.locator(`a[href*="cases/${id}"]`)).toHaveCount(0);
  const own = await counsellor("mannheim");
  await own.opens(number);
});

test("it shows the coordinator the public data of all sites and nothing else", async ({ coordinator }) => {
  const { id } = await givenCaseAt("mannheim");
  const leitstelle = await coordinator();
  await expect(leitstelle.page).toHaveURL(/\/de\/network$/);
  await leitstelle.page.goto("/de/network/sites");
  for (const name of ["weact Köln", "weact Mannheim", "weact Lübeck"]) {
    await expect(leitstelle.page.getByText(name).first()).toBeVisible();
  }
  for (const path of ["", "/cases", "/cases/new", `/cases/${id}`]) {
    expect((await leitstelle.page.goto(`/de/dashboard${path}`))?.status(), path).toBe(404);
  }
});

test("it does not lead a counsellor to the coordinator's desk", async ({ counsellor }) => {
  const { page } = await counsellor("mannheim");
  expect((await page.goto("/de/network"))?.status()).toBe(404);
});

test("it leads whoever is not signed in to the sign-in, in their language", async ({ browserOf }) => {
  const page = await browserOf();
  const { id } = await givenCaseAt("mannheim");
  for (const path of [
    "dashboard",
    "dashboard/cases",
    "dashboard/cases/new",
    `dashboard/cases/${id}`,
    "network",
  ]) {
    await page.goto(`/tr/${path}`);
    await expect(page).toHaveURL(/\/tr\/sign-in$/);
  }
});
