import { expect } from "@playwright/test";
import { caseBehind } from "./database";
import type { Person } from "./person";
import type { StaffMember } from "./staff";
import { remember, unique } from "./typed";
import type { Locale } from "./words";

/** What somebody gave that a referral asks about. */
type Told = { message: string; name: string; phone: string };

/** Somebody who gave their name and number, with their receipt and their case. */
export async function givenPerson(
  person: (locale: Locale, device: { scripts: boolean }) => Promise<Person>,
  site: string,
  locale: Locale,
  scripts = false,
) {
  const told = {
    message: unique("Im Amt hat man mich weggeschickt"),
    name: unique("Sema"),
    phone: "04321 445566",
  };
  remember(told.phone);
  const sema = await person(locale, { scripts });
  const receipt = await sema.writesTo(site, told);
  return { sema, receipt, told, ...(await caseBehind(receipt)) };
}

/** Opens one of the forms below a referral. */
export const opens = ({ page }: StaffMember, summary: string) =>
  page.locator("summary", { hasText: summary }).click();

/** Writes a draft with the name, the number and what the person wrote, and asks in the mailbox. */
export async function asks(berater: StaffMember, href: string, recipient: string | null, purpose: string) {
  const { page, t } = berater;
  await page.goto(href);
  if (recipient) await page.getByLabel(t("staff.referrals.draft.recipientName")).fill(recipient);
  await page.getByLabel(t("staff.referrals.draft.purpose")).fill(purpose);
  for (const field of ["name", "phone", "told"] as const) {
    const name = t(`staff.referrals.names.${field}`);
    await page.getByLabel(t("staff.referrals.draft.share", { field: name }), { exact: true }).check();
  }
  await page.getByRole("button", { name: t("staff.referrals.draft.save") }).click();
  await page.waitForURL(/referrals\/[0-9a-f-]{36}$/);
  await opens(berater, t("staff.referrals.ask.summary"));
  await page.getByRole("button", { name: t("staff.referrals.ask.button") }).click();
  await expect(
    page.getByText(t("staff.referrals.status.consentRequested"), { exact: true }).first(),
  ).toBeVisible();
}

/** Reads the question in the mailbox, strikes the number out, and says yes. */
export async function allows({ page, t }: Person, told: Told) {
  await page.getByRole("link", { name: t("public.consent.open") }).click();
  for (const text of Object.values(told)) await expect(page.getByText(text)).toBeVisible();
  await page.getByLabel(t("public.consent.names.phone")).uncheck();
  await page.getByRole("button", { name: t("public.consent.yes") }).click();
  await expect(page.getByText(t("public.consent.done.given"))).toBeVisible();
}
