import { expectAccessible } from "../../support/e2e/accessible";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { LOCALES } from "../../support/e2e/words";

const site = "neumuenster";

const PAGES = [
  "",
  "/locations",
  "/locations?q=30449&language=ar&channel=phone",
  "/locations?q=Hanovr",
  "/locations?q=Xyzxyz",
  "/locations/bayern",
  "/locations/bayern/poster",
  "/safety",
  "/privacy",
  "/accessibility",
  "/complaints",
  "/imprint",
];

for (const locale of LOCALES) {
  test(`it shows what can be read to everybody, in ${locale}`, async ({ browserOf }) => {
    test.setTimeout(180_000);
    const page = await browserOf();
    for (const path of PAGES) {
      await page.goto(`/${locale}${path}`);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await expectAccessible(page, path);
    }
  });

  test(`it shows the form and the mailbox to everybody, in ${locale}`, async ({ person }) => {
    test.setTimeout(120_000);
    const jo = await person(locale);
    const { page, t } = jo;
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
}
