import { expect } from "@playwright/test";
import type { StaffMember } from "./staff";
import { unique } from "./typed";

/** Closes a case, with an apology as what came of it. */
export async function closes({ page, t }: StaffMember, href: string): Promise<void> {
  await page.goto(href);
  await page.locator("summary", { hasText: t("staff.record.close.summary") }).click();
  const form = page.locator("form").filter({ hasText: t("staff.record.close.outcomes") });
  await form.getByLabel("Entschuldigung").check();
  await form.getByLabel(t("staff.record.close.reason")).fill(unique("Der Vermieter hat sich entschuldigt"));
  await form.getByRole("button", { name: t("staff.record.close.button") }).click();
  await expect(page.getByRole("link", { name: t("staff.record.close.see") })).toBeVisible();
}
