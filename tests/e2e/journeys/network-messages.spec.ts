import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../../support/e2e/accessible";
import { inDatabase } from "../../support/e2e/database";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { words } from "../../support/e2e/words";

const t = words("de");
const [HERE, ELSEWHERE] = ["koeln", "bochum"];

const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin", dateStyle: "short" }).format(
    Date.now() + days * 86_400_000,
  );

const send = (page: Page) => page.getByRole("button", { name: t("staff.messages.send") }).click();
const message = (page: Page, title: string): Locator =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });

async function writes(page: Page, title: string, text: string): Promise<void> {
  await page.getByLabel(t("staff.messages.fields.title")).fill(title);
  await page.getByLabel(t("staff.messages.fields.text"), { exact: true }).fill(text);
  await page.getByLabel(t("staff.messages.fields.untilOn")).fill(dayFromNow(7));
}

for (const scripts of [true, false]) {
  const how = scripts ? "with" : "without";

  test(`a site sees what is addressed to it until somebody has read it or it is withdrawn, ${how} scripts`, async ({
    coordinator,
    counsellor,
    lead,
  }) => {
    test.setTimeout(90_000);
    const [title, text] = [unique("Fachtag"), unique("Bitte meldet euch an.")];
    const leitstelle = (await coordinator()).page;
    await leitstelle.goto("/de/network/messages");
    await expect(leitstelle.getByText(t("staff.messages.noCases"))).toBeVisible();
    await writes(leitstelle, title, text);
    await send(leitstelle);
    await expect(leitstelle.getByText(t("staff.messages.errors.sitesMissing"))).toBeVisible();
    await expect(leitstelle.getByLabel(t("staff.messages.fields.title"))).toHaveValue(title);
    await leitstelle.getByRole("checkbox", { name: /Köln/ }).check();
    await send(leitstelle);
    await expect(leitstelle.getByText(t("staff.messages.sentDone"))).toBeVisible();
    await expect(message(leitstelle, title)).toContainText("Köln");

    const { page } = await counsellor(HERE, { scripts });
    await expect(message(page, title)).toContainText(text);
    await message(page, title)
      .getByRole("button", { name: t("staff.messages.markRead") })
      .click();
    await expect(message(page, title)).toHaveCount(0);
    await page.goto("/de/dashboard/messages");
    await expect(message(page, title)).toContainText(text);
    await expect(message(page, title).getByRole("button")).toHaveCount(0);

    const colleague = (await lead(HERE)).page;
    await expect(message(colleague, title)).toBeVisible();
    const other = (await counsellor(ELSEWHERE)).page;
    await other.goto("/de/dashboard/messages");
    await expect(message(other, title)).toHaveCount(0);

    await message(leitstelle, title)
      .getByRole("button", { name: t("staff.messages.withdraw") })
      .click();
    await expect(message(leitstelle, title).getByText(t("staff.messages.state.withdrawn"))).toBeVisible();
    for (const each of [page, colleague]) {
      await each.goto("/de/dashboard/messages");
      await expect(message(each, title)).toHaveCount(0);
    }
    await leitstelle.goto("/de/network/history");
    for (const action of ["messageSent", "messageWithdrawn"] as const) {
      const what = `${t(`staff.networkSettings.history.actions.${action}`)}: ${title}`;
      await expect(leitstelle.getByText(what).first()).toBeVisible();
    }
  });
}

test("the coordinator sees which sites have not looked through what they publish, until a lead does", async ({
  coordinator,
  lead,
}) => {
  const site = "braunschweig";
  await inDatabase("UPDATE site SET checked_on = current_date - 200 WHERE id = $1", [site]);
  const { page } = await coordinator();
  await page.goto("/de/network/sites");
  const card = page.locator(`#${site}`);
  await expect(card).toContainText(t("staff.network.checkDue"));
  await expect(page.locator(".notice").getByRole("link", { name: /Braunschweig/ })).toBeVisible();

  const leitung = (await lead(site)).page;
  await leitung.goto("/de/dashboard/site");
  await leitung.getByRole("button", { name: t("staff.site.checked.button") }).click();
  await expect(leitung.getByText(t("staff.site.checked.done"))).toBeVisible();

  await page.reload();
  await expect(card).not.toContainText(t("staff.network.checkDue"));
  await expect(card).toContainText(String(new Date().getFullYear()));
});

test("a site sees its own figures, told that they are not for publication, and takes them along as a file", async ({
  counsellor,
}) => {
  const { page } = await counsellor(HERE);
  await page.getByRole("link", { name: t("staff.nav.figures") }).click();
  await expect(page.getByRole("heading", { name: t("staff.figures.warning.heading") })).toBeVisible();
  await page.getByLabel(t("staff.figures.choose.part"), { exact: true }).selectOption("H1");
  await page.getByRole("button", { name: t("staff.figures.choose.show") }).click();
  await expect(page).toHaveURL(/part=H1/);
  await expect(page.getByRole("heading", { level: 2, name: t("staff.figures.parts.H1") })).toBeVisible();
  await expectAccessible(page, "figures");

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: t("staff.figures.download") }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^eigene-zahlen-nicht-veroeffentlichen-\d{4}-H1\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).split("\r\n");
  expect(lines[0]).toContain(t("staff.figures.warning.heading"));
  expect(lines.some((line) => line.includes(t("staff.figures.arrived")))).toBe(true);
});
