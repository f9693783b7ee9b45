import { demoAccount } from "../../support/app";
import { expectAccessible } from "../../support/e2e/accessible";
import { caseBehind } from "../../support/e2e/database";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { givenInvitation } from "../../support/e2e/invitation";
import { Lead } from "../../support/e2e/lead";
import { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { STAFF_LOCALES, words } from "../../support/e2e/words";

const site = "neumuenster";

for (const locale of STAFF_LOCALES) {
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
    await expectAccessible(page, "today");
    await berater.opensList();
    await expectAccessible(page, "cases");
    await page.goto(`/${locale}/dashboard/cases/take-over`);
    await expectAccessible(page, "taking over");
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
    for (const part of ["record", "sessions", "follow-ups", "merge", "referrals", "referrals/new"]) {
      await page.goto(`/${locale}/dashboard/cases/${id}/${part}`);
      for (const summary of await page.locator("main summary").all()) await summary.click();
      await expectAccessible(page, part);
    }
    for (const place of ["messages", "figures"]) {
      await page.goto(`/${locale}/dashboard/${place}`);
      await expectAccessible(page, place);
    }
    await page.goto(`/${locale}/dashboard/nothing`);
    await expectAccessible(page, "not found");
  });

  test(`it shows the ways in to everybody, in ${locale}`, async ({ browserOf, counsellor }) => {
    const page = await browserOf();
    for (const place of ["sign-in", "recover", await givenInvitation(site), "join/nothing"]) {
      await page.goto(`/${locale}/${place}`);
      for (const summary of await page.locator("main summary").all()) await summary.click();
      await expectAccessible(page, place.split("/", 1)[0] ?? "");
    }
    const own = (await counsellor(site)).page;
    await own.goto(`/${locale}/account`);
    for (const summary of await own.locator("main summary").all()) await summary.click();
    await expectAccessible(own, "one's own access");
  });

  test(`it shows the settings of a site to everybody, in ${locale}`, async ({ lead }) => {
    test.setTimeout(120_000);
    const { page } = await lead(site);
    for (const place of [
      "",
      "/offices",
      "/counselling",
      "/area",
      "/closures",
      "/notices",
      "/working",
      "/texts",
    ]) {
      await page.goto(`/${locale}/dashboard/site${place}`);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await expectAccessible(page, `settings${place}`);
    }
    await page.goto(`/${locale}/preview`);
    await expectAccessible(page, "preview");
  });

  test(`it shows the people and keys of a site to everybody, in ${locale}`, async ({ lead }) => {
    test.setTimeout(120_000);
    const boss = new Lead(await lead(site));
    const { page } = boss.staff;
    await page.goto(`/${locale}/dashboard/people`);
    await expectAccessible(page, "people");
    await page.locator("a[href*='/dashboard/people/']").first().click();
    await expect(page).toHaveURL(/people\/[\w-]+$/);
    await expectAccessible(page, "somebody's access");
    await page.goto(`${page.url()}/leave`);
    await expectAccessible(page, "leaving");
    await page.goto(`/${locale}/dashboard/keys`);
    await expectAccessible(page, "keys");
    await page.getByRole("button", { name: words(locale)("staff.siteKeys.print.button") }).click();
    await expect(boss.sheets).toHaveCount(3);
    await expectAccessible(page, "sheets of the emergency key");
  });

  test(`it shows the coordinator's pages to everybody, in ${locale}`, async ({ coordinator }) => {
    test.setTimeout(120_000);
    const { page } = await coordinator();
    const places = [
      "sites",
      "sites/koeln",
      "messages",
      "definitions",
      "report",
      "branding",
      "texts",
      "vocabulary?list=level",
      "deadlines",
      "history",
    ];
    for (const place of ["", ...places.map((name) => `/${name}`)]) {
      await page.goto(`/${locale}/network${place}`);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await expectAccessible(page, `network${place}`);
    }
  });
}
