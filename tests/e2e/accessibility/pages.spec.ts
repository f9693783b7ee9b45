import { demoAccount } from "../../support/app";
import { expectAccessible } from "../../support/e2e/accessible";
import { caseBehind } from "../../support/e2e/database";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { LOCALES } from "../../support/e2e/words";

const site = "neumuenster";

for (const locale of LOCALES) {
  test(`it shows every public page to everybody, in ${locale}`, async ({ person }) => {
    test.setTimeout(120_000);
    const jo = await person(locale);
    const { page, t } = jo;
    await jo.opensHome();
    await expectAccessible(page, "home");
    await jo.opensForm(site);
    await expectAccessible(page, "form");
    await jo.choosesSite("");
    await jo.fills({ email: "jo@", phone: "12", postalCode: "1", anonymous: "no", name: "x".repeat(400) });
    await jo.sends();
    await expect(page.getByRole("alert")).toContainText(t("public.contact.errors.emailInvalid"));
    await expectAccessible(page, "form with errors");
    const receipt = await jo.writesTo(site, {
      message: unique(`Ein Wort ${"sehrlangohneleerzeichen".repeat(8)}`),
    });
    await expectAccessible(page, "receipt");
    await page.getByRole("button", { name: t("public.received.forget") }).click();
    await expect(page.getByText(t("public.received.forgotten.heading"))).toBeVisible();
    await expectAccessible(page, "receipt taken off the device");
    await page.goto(`/${locale}/contact/received`);
    await expectAccessible(page, "no receipt");
    await jo.opensMailbox("1234");
    await expect(page.getByText(t("public.mailbox.problems.wrong"))).toBeVisible();
    await expectAccessible(page, "mailbox entry with an error");
    await jo.opensMailbox(receipt);
    await expect(jo.letters).toHaveCount(1);
    await jo.writesBack(" ");
    await expect(page.getByRole("alert")).toBeVisible();
    await expectAccessible(page, "mailbox with an error");
    await jo.endsMailbox();
    await expect(page.getByText(t("public.mailbox.problems.endedByYou"))).toBeVisible();
    await expectAccessible(page, "mailbox ended");
    await page.goto(`/${locale}/nothing`);
    await expectAccessible(page, "not found");
  });

  test(`it shows every page to all who work here, in ${locale}`, async ({ browserOf }) => {
    test.setTimeout(120_000);
    const message = unique(`نص عربي ${"sehrlangohneleerzeichen".repeat(8)}`);
    const sent = await (await openForm()).sends({
      site,
      message,
      language: "ar",
      email: "jo@person.example",
    });
    const { id } = await caseBehind(await receiptAfter(sent));
    const berater = new StaffMember(await browserOf(), demoAccount("counsellor", site), locale);
    const { page, t } = berater;
    await berater.triesToSignIn("wrong");
    await expect(page.getByText(t("staff.signIn.wrong"))).toBeVisible();
    await expectAccessible(page, "sign-in with an error");
    await berater.signsIn();
    await expectAccessible(page, "inbox");
    await berater.opensList();
    await expectAccessible(page, "cases");
    await berater.opensList("?language=rom&status=spam");
    await expectAccessible(page, "no cases");
    await page.goto(`/${locale}/dashboard/cases/new`);
    await page.getByRole("button", { name: t("staff.enter.button") }).click();
    await expect(page.getByText(t("staff.errors.textEmpty")).first()).toBeVisible();
    await expectAccessible(page, "new case with an error");
    await page.goto(`/${locale}/dashboard/cases/${id}`);
    await berater.answers(unique("Antwort"));
    await berater.notes(unique("Notiz"));
    await expectAccessible(page, "case");
    await page.goto(`/${locale}/dashboard/nothing`);
    await expectAccessible(page, "not found");
  });

  test(`it shows the coordinator's page to everybody, in ${locale}`, async ({ coordinator }) => {
    const { page } = await coordinator();
    await page.goto(`/${locale}/network`);
    await expectAccessible(page, "network");
  });
}
