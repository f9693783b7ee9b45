import type { Page } from "@playwright/test";
import { expectAccessible } from "../../support/e2e/accessible";
import { caseBehind } from "../../support/e2e/database";
import { openForm, receiptAfter } from "../../support/e2e/form";
import type { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { remember, unique } from "../../support/e2e/typed";

const site = "saarland";

async function givenCase(message: string) {
  const sent = await (await openForm()).sends({ site, message, language: "tr", channel: "phone" });
  return caseBehind(await receiptAfter(sent));
}

/** A part of the record, as a card of its page. */
const card = ({ page, t }: StaffMember, part: "aim" | "grounds" | "incident") =>
  page.getByRole("region", { name: t(`staff.record.parts.${part}`), exact: true });

async function receiptOn(page: Page): Promise<string> {
  const receipt = await page.getByTestId("receipt").innerText();
  remember(receipt);
  return receipt;
}

test("it records a first call with the keyboard alone", async ({ counsellor }) => {
  const { page, t } = await counsellor(site);
  const [told, phone] = [unique("Am Telefon erzählt"), "0681 987654"];
  remember(phone);
  const at = async (label: string) => expect(page.getByLabel(label)).toBeFocused();
  const tabTo = async (label: string) => {
    await page.keyboard.press("Tab");
    await at(label);
  };
  // The shortcuts are there once the page has its scripts.
  await expect(page.getByRole("button", { name: t("staff.keys.open") })).toBeVisible();
  const started = Date.now();
  await page.keyboard.press("n");
  await at(t("staff.enter.told"));
  await page.keyboard.type(told);
  await tabTo(t("staff.enter.language"));
  await page.keyboard.type("Arabisch");
  await tabTo(t("staff.enter.channel"));
  await page.keyboard.type(t("staff.channel.phone"));
  await tabTo(t("staff.enter.phone"));
  await page.keyboard.type(phone);
  await tabTo(t("staff.enter.name"));
  await tabTo(t("staff.enter.email"));
  await tabTo(t("staff.enter.safeContact"));
  await tabTo(t("staff.record.quick.mainGround"));
  await page.keyboard.type("Antisch");
  await tabTo(t("staff.record.quick.lifeArea"));
  await page.keyboard.type("Wohnungss");
  await page.keyboard.press("Control+Enter");

  await expect(page.getByRole("heading", { name: t("staff.enter.doneHeading") })).toBeFocused();
  const { id } = await caseBehind(await receiptOn(page));
  expect(Date.now() - started).toBeLessThan(120_000);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/cases/${id}$`));
  await expect(page.getByText(told)).toBeVisible();
  await expect(page.getByText("Arabisch").first()).toBeVisible();
  await page.goto(`/de/dashboard/cases/${id}/record`);
  await expect(page.getByText("Antischwarzer Rassismus").first()).toBeVisible();
  await expect(page.getByText("Wohnungssuche").first()).toBeVisible();
});

test("it sends the form for a call with Enter in a line, and keeps all of it when something is wrong", async ({
  counsellor,
}) => {
  const { page, t } = await counsellor(site);
  await page.goto("/de/dashboard/cases/new");
  await page.getByText(t("staff.record.quick.more")).click();
  const party = unique("Hausverwaltung");
  await page.getByLabel(t("staff.record.quick.party")).fill(party);
  await page.getByLabel(t("staff.enter.postalCode")).fill("66");
  await page.getByLabel(t("staff.enter.postalCode")).press("Enter");
  await expect(page.getByText(t("staff.errors.postalCodeInvalid"))).toBeVisible();
  await expect(page.getByLabel(t("staff.record.quick.party"))).toHaveValue(party);

  await page.getByLabel(t("staff.enter.told")).fill(unique("Nachgetragen"));
  await page.getByLabel(t("staff.enter.postalCode")).fill("66111");
  await page.getByLabel(t("staff.enter.postalCode")).press("Enter");

  const { id } = await caseBehind(await receiptOn(page));
  await page.goto(`/de/dashboard/cases/${id}/record`);
  await expect(page.getByText(party).first()).toBeVisible();
});

for (const scripts of [true, false]) {
  const how = scripts ? "with" : "without";
  // The test of accessibility is a script of its own.
  const isAccessible = async (page: Page, what: string) => scripts && expectAccessible(page, what);

  test(`it fills in the record part by part, ${how} scripts`, async ({ counsellor }) => {
    const { id } = await givenCase(unique("Nach und nach"));
    const berater = await counsellor(site, { scripts });
    const { page, t } = berater;
    await page.goto(`/de/dashboard/cases/${id}`);
    await page.getByRole("link", { name: t("staff.record.tabs.record"), exact: true }).click();
    await isAccessible(page, "record");

    const grounds = card(berater, "grounds");
    await grounds.getByText(t("staff.record.fill"), { exact: true }).click();
    await grounds.getByLabel(t("staff.record.fields.grounds.main")).selectOption("antiBlack");
    await grounds.getByLabel("Staatsangehörigkeit").check();
    await isAccessible(page, "record with an open form");
    await grounds.getByRole("button", { name: t("staff.record.save") }).click();
    await expect(grounds.getByText(t("staff.record.saved"))).toBeVisible();
    await expect(grounds.locator("dd").filter({ hasText: "Antischwarzer Rassismus" })).toBeVisible();
    await expect(grounds.locator("dd").filter({ hasText: "Staatsangehörigkeit" })).toBeVisible();

    const incident = card(berater, "incident");
    await incident.getByText(t("staff.record.fill"), { exact: true }).click();
    const what = unique("An der Tür abgewiesen");
    await incident.getByLabel(t("staff.record.fields.incident.what")).fill(what);
    await incident.getByLabel(t("staff.record.fields.incident.postalCode")).fill("123");
    await incident.getByRole("button", { name: t("staff.record.save") }).click();
    await expect(incident.getByText(t("staff.record.errors.postalCodeInvalid"))).toBeVisible();
    await expect(incident.getByLabel(t("staff.record.fields.incident.what"))).toHaveValue(what);
    await incident.getByLabel(t("staff.record.fields.incident.postalCode")).fill("66111");
    await incident.getByLabel(t("staff.record.fields.incident.on"), { exact: true }).fill("2026-03-01");
    await incident.getByRole("button", { name: t("staff.record.save") }).click();
    await expect(incident.getByText(t("staff.record.saved"))).toBeVisible();
    await expect(incident.locator("dd").filter({ hasText: "1. März 2026" })).toBeVisible();
  });

  test(`it shows the second of two who change a part both versions, ${how} scripts`, async ({
    counsellor,
    lead,
  }) => {
    const { id } = await givenCase(unique("Zwei schreiben zugleich"));
    const [first, second] = [await lead(site), await counsellor(site, { scripts })];
    const [theirs, mine] = [unique("Entschuldigung der Firma"), unique("Entschädigung")];
    for (const [member, text] of [
      [first, theirs],
      [second, mine],
    ] as const) {
      await member.page.goto(`/de/dashboard/cases/${id}/record`);
      await card(member, "aim").getByText(member.t("staff.record.fill"), { exact: true }).click();
      await card(member, "aim").getByLabel(member.t("staff.record.fields.aim.aim")).fill(text);
    }
    const saves = (member: StaffMember) =>
      card(member, "aim")
        .getByRole("button", { name: member.t("staff.record.save") })
        .click();
    await saves(first);
    await expect(card(first, "aim").getByText(first.t("staff.record.saved"))).toBeVisible();

    await saves(second);

    const { t } = second;
    await expect(card(second, "aim").getByText(t("staff.record.refused.changedMeanwhile"))).toBeVisible();
    await expect(card(second, "aim").locator("form").getByText(theirs)).toBeVisible();
    await expect(card(second, "aim").getByLabel(t("staff.record.fields.aim.aim"))).toHaveValue(mine);
    await saves(second);
    await expect(card(second, "aim").getByText(t("staff.record.saved"))).toBeVisible();
    await expect(card(second, "aim").locator("dd").filter({ hasText: mine })).toBeVisible();
  });
}
