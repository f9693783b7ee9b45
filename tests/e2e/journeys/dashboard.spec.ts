import { caseBehind } from "../../support/e2e/database";
import { openForm, readMailbox, receiptAfter } from "../../support/e2e/form";
import { expect, test } from "../../support/e2e/test";
import { remember, unique } from "../../support/e2e/typed";

const site = "mannheim";

async function givenCase(message: string, language = "de") {
  const sent = await (await openForm()).sends({ site, message, language, channel: "phone" });
  const receipt = await receiptAfter(sent);
  return { receipt, ...(await caseBehind(receipt)) };
}

for (const scripts of [true, false]) {
  const how = scripts ? "with" : "without";

  test(`it tells the second of two counsellors who change a case at once, ${how} scripts`, async ({
    counsellor,
    lead,
  }) => {
    const { id } = await givenCase(unique("Zwei lesen mich zugleich"));
    const [first, second] = [await lead(site), await counsellor(site, { scripts })];
    for (const { page } of [first, second]) await page.goto(`/de/dashboard/cases/${id}`);
    await first.moves("screened");
    await second.page.getByLabel(second.t("staff.case.status.label")).selectOption("withdrawn");

    await second.page.getByRole("button", { name: second.t("staff.case.status.button") }).click();

    await expect(second.page.getByText(second.t("staff.refused.changedMeanwhile"))).toBeVisible();
    await expect(second.page.getByText(second.t("staff.status.screened")).first()).toBeVisible();
  });

  test(`it keeps an answer when a new letter came meanwhile, ${how} scripts`, async ({
    counsellor,
    person,
  }) => {
    const { id, receipt } = await givenCase(unique("Ich schreibe gleich noch einmal"));
    const { page, t } = await counsellor(site, { scripts });
    await page.goto(`/de/dashboard/cases/${id}`);
    const answer = unique("Geantwortet, bevor der zweite Brief da war");
    await page.getByLabel(t("staff.case.answer.label")).fill(answer);
    const jo = await person("de", { scripts: false });
    await jo.opensMailbox(receipt);
    const letter = unique("Hier ist der zweite Brief");
    await jo.writesBack(letter);

    await page.getByRole("button", { name: t("staff.case.answer.button") }).click();

    await expect(page.getByText(t("staff.refused.newLetterMeanwhile"))).toBeVisible();
    await expect(page.getByText(letter)).toBeVisible();
    await expect(page.getByLabel(t("staff.case.answer.label"))).toHaveValue(answer);
    await page.getByRole("button", { name: t("staff.case.answer.button") }).click();
    await expect(page.getByText(t("staff.case.answer.done"))).toBeVisible();
    expect((await readMailbox(receipt)).text).toContain(answer);
  });

  test(`it records a case that came by phone, and gives a receipt for it, ${how} scripts`, async ({
    counsellor,
  }) => {
    const { page, t } = await counsellor(site, { scripts });
    await page.goto("/de/dashboard/cases/new");
    const told = unique("Am Telefon erzählt");
    await page.getByLabel(t("staff.enter.told")).fill(told);
    await page.getByLabel(t("staff.enter.email"), { exact: true }).fill("not-an-address");
    await page.getByRole("button", { name: t("staff.enter.button") }).click();
    await expect(page.getByText(t("staff.errors.emailInvalid"))).toBeVisible();
    await expect(page.getByLabel(t("staff.enter.told"))).toHaveValue(told);
    await page.getByLabel(t("staff.enter.email"), { exact: true }).fill("");
    await page.getByRole("button", { name: t("staff.enter.button") }).click();

    await expect(page.getByText(t("staff.enter.doneHeading"))).toBeVisible();
    const receipt = /\d{5} \d{5} \d{5} \d{5} \d{6}/.exec(await page.getByRole("main").innerText())?.[0] ?? "";
    remember(receipt);
    expect((await caseBehind(receipt)).site).toBe(site);
    expect((await readMailbox(receipt)).text).not.toContain(told);
  });
}

test("it finds cases by what is known without opening them", async ({ counsellor }) => {
  const [german, tigrinya] = [
    await givenCase(unique("Auf Deutsch")),
    await givenCase(unique("Auf Tigrinya"), "ti"),
  ];
  const berater = await counsellor(site);

  await berater.opensList("?language=ti");
  await expect(berater.line(tigrinya.number)).toHaveCount(1);
  await expect(berater.line(german.number)).toHaveCount(0);
  await berater.opensList("?unread=yes&channel=phone&sort=oldest");
  await expect(berater.line(german.number)).toHaveCount(1);
  await berater.opensList("?status=nonsense&sort=nonsense&after=nonsense&language=%00&assignee='--");
  await expect(berater.line(german.number)).toHaveCount(1);
});

test("it keeps a history of who did what, and who is responsible", async ({ counsellor }) => {
  const { id } = await givenCase(unique("Mit Geschichte"));
  const berater = await counsellor(site);
  const { page, t } = berater;
  await page.goto(`/de/dashboard/cases/${id}`);
  await page.getByRole("button", { name: t("staff.case.assign.take") }).click();
  await expect(page.getByText(t("staff.status.assigned")).first()).toBeVisible();
  await berater.notes(unique("Eine Notiz"));

  const history = page.getByRole("region", { name: t("staff.case.history.heading") });
  await expect(history).toContainText("übernommen");
  await expect(history).toContainText("eine Notiz geschrieben");
});
