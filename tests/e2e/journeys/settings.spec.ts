import type { Page } from "@playwright/test";
import { demoAccount } from "../../support/app";
import { inDatabase } from "../../support/e2e/database";
import { call } from "../../support/e2e/http";
import { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { words } from "../../support/e2e/words";

const t = words("de");
const HALF_A_MINUTE = 35_000;
const SITE = "saarland";

const save = (page: Page) => page.getByRole("button", { name: t("staff.site.save"), exact: true }).click();
const saved = (page: Page) => expect(page.getByText(t("staff.site.saved"))).toBeVisible();

for (const scripts of [true, false]) {
  const how = scripts ? "with scripts" : "without scripts";

  test(`a lead changes the hours, and everybody sees them, ${how}`, async ({ browserOf, person }) => {
    test.setTimeout(90_000);
    const leitung = await new StaffMember(await browserOf({ scripts }), demoAccount("lead", SITE)).signsIn();
    const { page } = leitung;
    await page.goto("/de/dashboard/site/offices");
    const office = page.getByRole("group", { name: t("staff.site.office", { digits: "1" }) });
    await office.getByText(t("staff.site.hours")).click();
    await office.getByLabel("Montag", { exact: true }).first().fill("immer");
    await save(page);
    await expect(page.getByText(t("staff.site.errors.hoursInvalid"))).toBeVisible();
    await expect(office.getByLabel("Montag", { exact: true }).first()).toHaveValue("immer");
    const [typed, shown] = scripts ? ["9-12", "09:00–12:00"] : ["10-13.30", "10:00–13:30"];
    await office.getByLabel("Montag", { exact: true }).first().fill(typed);
    await save(page);
    await saved(page);
    const jo = await person();
    await expect(async () => {
      await jo.page.goto(`/de/locations/${SITE}`);
      await expect(jo.page.locator("main")).toContainText(shown, { timeout: 500 });
    }).toPass({ timeout: HALF_A_MINUTE });
    await page.goto("/de/dashboard/site");
    const latest = page.locator(".settings-events > li").first();
    await latest.locator("summary").click();
    await expect(latest).toContainText(t("staff.site.parts.offices"));
    await expect(latest.getByText(shown)).toBeVisible();
  });
}

test("a lead sees a draft as everybody would, and nothing is stored", async ({ lead }) => {
  const { page } = await lead(SITE);
  await page.goto("/de/dashboard/site/notices");
  const group = page.getByRole("group", { name: t("staff.site.noticeNew") });
  await group.getByLabel(t("staff.site.lastDay")).fill("2099-12-31");
  await group.getByLabel(t("staff.site.textIn", { language: "Deutsch" })).fill("Wir ziehen um.");
  const opening = page.context().waitForEvent("page");
  await page.getByRole("button", { name: t("staff.site.preview") }).click();
  const preview = await opening;
  await expect(preview.getByText(t("public.preview.draft"))).toBeVisible();
  await expect(preview.getByText("Wir ziehen um.")).toBeVisible();
  const [row] = await inDatabase<{ notices: unknown }>("SELECT notices FROM site WHERE id = $1", [SITE]);
  expect(row?.notices).toEqual([]);
});

test("a lead who was slower sees both versions and decides", async ({ lead }) => {
  const [first, second] = [await lead(SITE), await lead(SITE)];
  for (const { page } of [first, second]) await page.goto("/de/dashboard/site/working");
  const months = (page: Page) => page.getByLabel(t("staff.site.fields.retentionMonths"));
  await months(first.page).fill("12");
  await save(first.page);
  await saved(first.page);
  await months(second.page).fill("24");
  await save(second.page);
  await expect(second.page.getByText(t("staff.site.changedMeanwhile"))).toBeVisible();
  await expect(months(second.page)).toHaveValue("24");
  await expect(second.page.getByText("12 Monate")).toBeVisible();
  await save(second.page);
  await saved(second.page);
});

test("a lead keeps texts for colleagues", async ({ lead }) => {
  const { page } = await lead(SITE);
  await page.goto("/de/dashboard/site/texts");
  const fresh = page.locator("form").last();
  await fresh.getByLabel(t("staff.site.texts.name")).fill("Gruß");
  await fresh.getByLabel(t("staff.site.texts.text")).fill("Guten Tag,");
  await fresh.getByRole("button", { name: t("staff.site.save") }).click();
  await saved(page);
  await page.locator("summary").filter({ hasText: "Gruß" }).click();
  await page.getByRole("button", { name: t("staff.site.texts.remove") }).click();
  await expect(page.locator("summary").filter({ hasText: "Gruß" })).toHaveCount(0);
});

test("a counsellor finds no settings", async ({ counsellor }) => {
  const { page } = await counsellor(SITE);
  const answer = await page.goto("/de/dashboard/site");
  expect(answer?.status()).toBe(404);
});

test("a coordinator creates a site, and its first lead gets a link", async ({ coordinator, person }) => {
  test.setTimeout(60_000);
  const { page } = await coordinator();
  await page.goto("/de/network/sites");
  await page.getByLabel(t("staff.networkSettings.fields.slug")).fill("koeln");
  await page.getByLabel(t("staff.networkSettings.fields.name"), { exact: true }).fill("weact Kassel");
  await page.getByLabel(t("staff.networkSettings.fields.stateCode")).selectOption("HE");
  await page.getByRole("button", { name: t("staff.networkSettings.sites.create") }).click();
  await expect(page.getByText(t("staff.networkSettings.refused.slugTaken"))).toBeVisible();
  await page.getByLabel(t("staff.networkSettings.fields.slug")).fill("kassel");
  await page.getByRole("button", { name: t("staff.networkSettings.sites.create") }).click();
  await expect(page.getByText(t("staff.networkSettings.saved"))).toBeVisible({ timeout: 40_000 });
  await page.getByRole("link", { name: "weact Kassel" }).click();
  // The launcher has made the login by now; the site waits for its first lead.
  await page.getByRole("button", { name: t("staff.networkSettings.invite.button") }).click();
  const link = await page.getByTestId("invitation").textContent();
  const { pathname } = new URL(link ?? "");
  expect(pathname).toMatch(/^\/de\/join\/[\w-]{43}$/);
  expect((await call(pathname)).status).toBe(200);
  const jo = await person();
  await jo.page.goto("/de/locations");
  await expect(jo.page.getByRole("link", { name: "weact Köln" }).first()).toBeVisible();
  await expect(jo.page.getByText("Kassel")).toHaveCount(0);
});

test("a coordinator cannot choose a colour that many could not read", async ({ coordinator }) => {
  const { page } = await coordinator();
  await page.goto("/de/network/branding");
  const colour = page.getByLabel(t("staff.networkSettings.fields.primary"), { exact: true });
  await colour.fill("#ffcc00");
  await page
    .getByRole("button", { name: t("staff.networkSettings.save") })
    .first()
    .click();
  await expect(page.getByText(t("staff.networkSettings.errors.contrastIs", { ratio: "1.30" }))).toBeVisible();
  await expect(colour).toHaveValue("#ffcc00");
});

test("a coordinator writes the imprint, and everybody reads it", async ({ coordinator, person }) => {
  const { page } = await coordinator();
  await page.goto("/de/network/texts");
  const imprint = page.getByRole("region", { name: t("staff.networkSettings.texts.imprint") });
  await imprint.getByLabel("Deutsch", { exact: true }).fill("## Anbieter\n\nVerein\nWeg 1\n\n- <b>eins</b>");
  await imprint.getByRole("button", { name: t("staff.networkSettings.save") }).click();
  await expect(page.getByText(t("staff.networkSettings.saved"))).toBeVisible();
  const jo = await person("tr");
  await jo.opensHome();
  await jo.page.getByRole("link", { name: words("tr")("public.texts.imprint") }).click();
  await expect(jo.page.getByRole("heading", { name: "Anbieter" })).toBeVisible();
  await expect(jo.page.getByRole("listitem").filter({ hasText: "<b>eins</b>" })).toBeVisible();
});

test("a coordinator's colour is on the public pages", async ({ coordinator, person }) => {
  test.setTimeout(60_000);
  const { page } = await coordinator();
  const paint = async (colour: string) => {
    await page.goto("/de/network/branding");
    await page.getByLabel(t("staff.networkSettings.fields.primary"), { exact: true }).fill(colour);
    await page
      .getByRole("button", { name: t("staff.networkSettings.save") })
      .first()
      .click();
    await expect(page.getByText(t("staff.networkSettings.saved"))).toBeVisible();
  };
  await paint("#004d40");
  const jo = await person();
  await expect(async () => {
    await jo.opensHome();
    const plum = await jo.page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--plum"),
    );
    expect(plum.trim()).toBe("#004d40");
  }).toPass({ timeout: HALF_A_MINUTE });
  await paint("");
});
