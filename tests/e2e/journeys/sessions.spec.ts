import type { Page } from "@playwright/test";
import { expectAccessible } from "../../support/e2e/accessible";
import { caseBehind } from "../../support/e2e/database";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";

const site = "saarland";

async function givenCase(message: string) {
  const sent = await (await openForm()).sends({ site, message, language: "tr", channel: "phone" });
  return caseBehind(await receiptAfter(sent));
}

for (const scripts of [true, false]) {
  const how = scripts ? "with" : "without";
  // The test of accessibility is a script of its own.
  const isAccessible = async (page: Page, what: string) => scripts && expectAccessible(page, what);

  test(`it documents sessions and interventions, mends and marks them, ${how} scripts`, async ({
    counsellor,
  }) => {
    const { id } = await givenCase(unique("Mehrere Gespräche"));
    const { page, t } = await counsellor(site, { scripts });
    await page.goto(`/de/dashboard/cases/${id}/sessions`);
    const content = unique("Erstes Gespräch");
    await page.getByText(t("staff.record.sessions.new")).click();
    const form = page.locator("#new-session-day").locator("xpath=ancestor::form");
    await form.getByLabel(t("staff.record.sessions.fields.day")).fill("2020-05-04");
    await form.getByLabel(t("staff.record.sessions.fields.minutes")).fill("fünf");
    await form.getByLabel(t("staff.record.sessions.fields.content")).fill(content);
    await form.getByRole("button", { name: t("staff.record.save") }).click();
    await expect(form.getByText(t("staff.record.errors.numberInvalid"))).toBeVisible();
    await form.getByLabel(t("staff.record.sessions.fields.minutes")).fill("45");
    await form.getByRole("button", { name: t("staff.record.save") }).click();
    const entry = page.getByRole("listitem").filter({ hasText: content });
    await expect(entry).toContainText("4. Mai 2020");
    await expect(entry).toContainText("45 Minuten");

    await page.getByText(t("staff.record.interventions.new")).click();
    await page.locator("#new-intervention-intervention").selectOption("complaintLetter");
    await page.getByLabel(t("staff.record.interventions.fields.addressee")).fill(unique("Hausverwaltung"));
    await page
      .locator("#new-intervention-intervention")
      .locator("xpath=ancestor::form")
      .getByRole("button", { name: t("staff.record.save") })
      .click();
    await expect(page.getByRole("listitem").filter({ hasText: "Beschwerdebrief" })).toBeVisible();
    await isAccessible(page, "sessions");

    await entry.getByRole("link", { name: t("staff.record.entry.edit") }).click();
    await isAccessible(page, "a session being changed");
    const mended = unique("Erstes Gespräch, genauer");
    await entry
      .or(page.locator("li:has(form)"))
      .getByLabel(t("staff.record.sessions.fields.content"))
      .fill(mended);
    await page
      .locator("li form")
      .getByRole("button", { name: t("staff.record.save") })
      .click();
    const mendedEntry = page.getByRole("listitem").filter({ hasText: mended });
    await expect(mendedEntry.getByText(t("staff.record.saved"))).toBeVisible();
    await mendedEntry.getByRole("link", { name: t("staff.record.entry.edit") }).click();
    await page.getByRole("button", { name: t("staff.record.entry.wrong") }).click();
    await expect(page.getByText(t("staff.record.sessions.empty"))).toBeVisible();
    await expect(page.getByText(t("staff.record.entry.removed", { count: 1 }))).toBeVisible();
    await expect(page.getByText(mended)).toBeVisible();
  });

  test(`it closes a case only with what came of it, ${how} scripts`, async ({ counsellor }) => {
    const { id } = await givenCase(unique("Zu Ende beraten"));
    const { page, t } = await counsellor(site, { scripts });
    await page.goto(`/de/dashboard/cases/${id}`);
    await expect(page.getByLabel(t("staff.case.status.label")).locator("option[value=closed]")).toHaveCount(
      0,
    );
    await page.locator("summary", { hasText: t("staff.record.close.summary") }).click();
    const form = page.locator("form").filter({ hasText: t("staff.record.close.outcomes") });
    const reason = unique("Die Firma hat sich entschuldigt");
    await form.getByLabel(t("staff.record.close.reason")).fill(reason);
    await form.getByRole("button", { name: t("staff.record.close.button") }).click();
    await expect(form.getByText(t("staff.record.errors.choiceMissing"))).toBeVisible();
    await expect(form.getByLabel(t("staff.record.close.reason"))).toHaveValue(reason);
    await form.getByLabel("Entschuldigung").check();
    await form.getByRole("button", { name: t("staff.record.close.button") }).click();

    await expect(page.getByText(t("staff.status.closed")).first()).toBeVisible();
    await page.getByRole("link", { name: t("staff.record.close.see") }).click();
    await expect(page.getByRole("region", { name: t("staff.record.outcome.heading") })).toContainText(reason);
  });
}
