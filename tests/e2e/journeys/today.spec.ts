import type { Locator, Page } from "@playwright/test";
import { caseBehind } from "../../support/e2e/database";
import { openForm, readMailbox, receiptAfter } from "../../support/e2e/form";
import { allows, asks, givenPerson, opens } from "../../support/e2e/referring";
import type { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { remember, unique } from "../../support/e2e/typed";

const site = "bayern";

async function givenCase(message: string) {
  const receipt = await receiptAfter(await (await openForm()).sends({ site, message }));
  return { receipt, ...(await caseBehind(receipt)) };
}

const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin", dateStyle: "short" }).format(
    Date.now() + days * 86_400_000,
  );

async function plansFollowUp({ page, t }: StaffMember, id: string, text: string, day: string) {
  remember(text);
  await page.goto(`/de/dashboard/cases/${id}/follow-ups`);
  const form = page.locator("details", { hasText: t("staff.followUps.new") });
  if ((await form.getAttribute("open")) === null) await form.locator("summary").click();
  await form.getByLabel(t("staff.followUps.dueOn"), { exact: true }).fill(day);
  await form.getByLabel(t("staff.followUps.text"), { exact: true }).fill(text);
  await form.getByRole("button", { name: t("staff.followUps.save") }).click();
  await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
}

const section = (page: Page, name: string): Locator => page.getByRole("region", { name });

for (const scripts of [true, false]) {
  const how = scripts ? "with" : "without";

  test(`it shows a counsellor what is due, and is told that it is done, ${how} scripts`, async ({
    counsellor,
  }) => {
    const { id } = await givenCase(unique("Bitte nachfragen"));
    const berater = await counsellor(site, { scripts });
    const { page, t } = berater;
    const [late, today] = [unique("Seit gestern fällig"), unique("Heute anrufen")];
    await plansFollowUp(berater, id, late, dayFromNow(-1));
    await plansFollowUp(berater, id, today, dayFromNow(0));

    await berater.opensToday();
    const overdue = section(page, t("staff.today.headings.overdue"));
    await expect(overdue.getByRole("link", { name: late })).toBeVisible();
    await expect(section(page, t("staff.today.headings.today")).getByText(today)).toBeVisible();
    await overdue
      .getByRole("listitem")
      .filter({ hasText: late })
      .getByRole("button", { name: t("staff.followUps.finish") })
      .click();

    await expect(page.getByText(late)).toHaveCount(0);
    await expect(section(page, t("staff.today.headings.today")).getByText(today)).toBeVisible();
    await page.goto(`/de/dashboard/cases/${id}/follow-ups`);
    await page.getByText(t("staff.followUps.done"), { exact: true }).click();
    await expect(page.getByText(late)).toBeVisible();
  });

  test(`it shows the second of two who change a follow-up both versions, ${how} scripts`, async ({
    counsellor,
    lead,
  }) => {
    const { id } = await givenCase(unique("Zwei planen"));
    const [first, second] = [await lead(site), await counsellor(site, { scripts })];
    await plansFollowUp(first, id, unique("Anfang"), dayFromNow(3));
    for (const { page } of [first, second]) await page.goto(`/de/dashboard/cases/${id}/follow-ups`);
    const changes = async ({ page, t }: StaffMember, text: string) => {
      const item = page.getByRole("article").first();
      await item.locator("summary", { hasText: t("staff.followUps.change") }).click();
      await item.getByLabel(t("staff.followUps.text"), { exact: true }).fill(text);
      await item.getByRole("button", { name: t("staff.followUps.save") }).click();
    };
    const [theirs, mine] = [unique("Von der Leitung"), unique("Von der Beraterin")];
    await changes(first, theirs);
    await expect(first.page.getByRole("paragraph").filter({ hasText: theirs })).toBeVisible();
    await changes(second, mine);

    const { page, t } = second;
    await expect(page.getByText(t("staff.refused.changedMeanwhile"))).toBeVisible();
    await expect(page.getByText(theirs).first()).toBeVisible();
    await expect(page.getByRole("textbox").filter({ hasText: mine })).toHaveValue(mine);
    await page
      .getByRole("article")
      .first()
      .getByRole("button", { name: t("staff.followUps.save") })
      .click();
    await expect(page.getByRole("paragraph").filter({ hasText: mine })).toBeVisible();
  });

  test(`it marks what was ticked as spam, and names what it left, ${how} scripts`, async ({
    counsellor,
    lead,
  }) => {
    const [spam, real] = [await givenCase(unique("Billige Uhren")), await givenCase(unique("Echte Frage"))];
    const berater = await counsellor(site, { scripts });
    const { page, t } = berater;
    await berater.opensList("?status=received");
    const [leitung] = [await lead(site)];
    await leitung.page.goto(`/de/dashboard/cases/${real.id}`);
    await leitung.notes(unique("Ist kein Spam"));

    for (const { number } of [spam, real])
      await page.getByLabel(t("staff.bulk.choose", { number: String(number) }), { exact: true }).check();
    await page.getByRole("button", { name: t("staff.bulk.spam") }).click();

    await expect(page.getByText(`Nicht markiert: Fall ${real.number}.`)).toBeVisible();
    await expect(berater.line(spam.number)).toHaveCount(0);
    await expect(berater.line(real.number)).toHaveCount(1);
    await page.getByRole("button", { name: t("staff.bulk.spam") }).click();
    await expect(page.getByText(t("staff.bulk.noneChosen"))).toBeVisible();
  });
}

test("it works periods of law out from a day, and makes one a follow-up with one press", async ({
  counsellor,
}) => {
  const { id } = await givenCase(unique("Vor kurzem geschehen"));
  const { page, t } = await counsellor(site);
  await page.goto(`/de/dashboard/cases/${id}/follow-ups`);
  await expect(page.getByText(t("staff.followUps.deadlines.noAdvice"))).toBeVisible();
  await page.getByLabel(t("staff.followUps.deadlines.days.incident")).fill(dayFromNow(-3));
  await page.getByRole("button", { name: t("staff.followUps.deadlines.count") }).click();

  const offer = page.getByRole("listitem").filter({ hasText: "AGG § 15" });
  await offer.getByRole("button", { name: t("staff.followUps.deadlines.adopt") }).click();
  const planned = page.getByRole("article").filter({ hasText: "AGG § 15" });
  await expect(planned).toBeVisible();
  await expect(planned.getByText(t("staff.followUps.deadline"), { exact: true })).toBeVisible();
});

test("it plans the next step of a first call together with the call", async ({ counsellor }) => {
  const berater = await counsellor(site);
  const { page, t } = berater;
  const step = unique("Rückruf zugesagt");
  remember(step);
  await page.goto("/de/dashboard/cases/new");
  await page.getByLabel(t("staff.enter.told")).fill(unique("Am Telefon"));
  await page.getByLabel(t("staff.followUps.first.step")).fill(step);
  await page.getByRole("button", { name: t("staff.enter.button") }).click();
  await expect(page.getByText(t("staff.record.errors.dayInvalid"))).toBeVisible();
  await expect(page.getByLabel(t("staff.followUps.first.step"))).toHaveValue(step);
  await page.getByLabel(t("staff.followUps.first.on")).fill(dayFromNow(0));
  await page.getByRole("button", { name: t("staff.enter.button") }).click();
  await expect(page.getByText(t("staff.enter.doneHeading"))).toBeVisible();
  remember(/\d{5} \d{5} \d{5} \d{5} \d{6}/.exec(await page.getByRole("main").innerText())?.[0] ?? "");

  await berater.opensToday();
  await expect(section(page, t("staff.today.headings.today")).getByText(step)).toBeVisible();
});

test("it gives the cases of somebody who is away to a colleague, after saying how many", async ({
  counsellor,
  lead,
}) => {
  const { id } = await givenCase(unique("Wird übernommen"));
  const [away, other] = [await counsellor(site), await lead(site)];
  await away.page.goto(`/de/dashboard/cases/${id}`);
  await away.page.getByRole("button", { name: away.t("staff.case.assign.take") }).click();
  await expect(away.page.getByText(away.t("staff.status.assigned")).first()).toBeVisible();

  const { page, t } = other;
  await page.goto("/de/dashboard/cases/take-over");
  const colleagues = page.getByLabel(t("staff.bulk.takeOver.from"));
  const successor = await page
    .getByLabel(t("staff.bulk.takeOver.to"))
    .evaluate((select: HTMLSelectElement) => select.value);
  const options = await colleagues
    .locator("option")
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  await colleagues.selectOption(options.find((value) => value !== successor) ?? "");
  await page.getByRole("button", { name: t("staff.bulk.takeOver.count") }).click();
  await page.getByRole("button", { name: /übergeben/ }).click();
  await expect(page.getByText(/ist übergeben|sind übergeben/)).toBeVisible();

  await page.goto(`/de/dashboard/cases/${id}`);
  await expect(page.getByLabel(t("staff.case.assign.label"))).toHaveValue(successor);
});

test("it lets one case go up into another of the same person, and both receipts still work", async ({
  counsellor,
}) => {
  const [first, second] = [
    await givenCase(unique("Zuerst geschrieben")),
    await givenCase(unique("Noch einmal geschrieben")),
  ];
  const berater = await counsellor(site);
  const { page, t } = berater;
  const todo = unique("Nicht vergessen");
  await plansFollowUp(berater, second.id, todo, dayFromNow(2));
  await page.goto(`/de/dashboard/cases/${second.id}`);
  await page.getByRole("link", { name: t("staff.merge.link") }).click();
  await page.getByLabel(t("staff.merge.into")).fill(String(first.number));
  await page.getByRole("button", { name: t("staff.merge.compare") }).click();
  await page
    .getByRole("button", { name: new RegExp(`Fall ${second.number} in Fall ${first.number}`) })
    .click();

  await page.waitForURL(new RegExp(`/cases/${first.id}$`));
  const answer = unique("Hier geht es weiter");
  await berater.answers(answer);
  await page.goto(`/de/dashboard/cases/${first.id}/follow-ups`);
  await expect(page.getByRole("paragraph").filter({ hasText: todo })).toBeVisible();
  await page.goto(`/de/dashboard/cases/${second.id}`);
  await expect(page.getByText(t("staff.status.closed")).first()).toBeVisible();
  await page.getByRole("link", { name: t("staff.merge.other", { number: String(first.number) }) }).click();
  await page.waitForURL(new RegExp(`/cases/${first.id}$`));

  expect((await readMailbox(first.receipt)).text).toContain(answer);
  expect((await readMailbox(second.receipt)).text).toContain("Noch einmal geschrieben");
});

test("it lists the answer to a referral where follow-ups of that day stand, and knows what the person decided", async ({
  person,
  counsellor,
}) => {
  test.setTimeout(120_000);
  const { sema, receipt, told, id, number } = await givenPerson(person, site, "de");
  const berater = await counsellor(site);
  const { page, t } = berater;
  await asks(berater, `/de/dashboard/cases/${id}/referrals/new`, "Mieterverein", unique("Wohnung"));
  await sema.opensMailbox(receipt);
  await allows(sema, told);
  await page.goto(page.url());
  await opens(berater, t("staff.referrals.send.summary"));
  await page.getByLabel(t("staff.referrals.send.answerDueOn")).fill(dayFromNow(0));
  await page.getByRole("button", { name: t("staff.referrals.send.button") }).click();
  await expect(page.getByText(t("staff.referrals.status.sent"), { exact: true }).first()).toBeVisible();

  await berater.opensToday();
  const due = section(page, t("staff.today.headings.today"))
    .getByRole("listitem")
    .filter({ hasText: t("staff.list.caseNumber", { number: String(number) }) });
  await due.getByRole("link", { name: t("staff.today.referralAnswer") }).click();
  await page.waitForURL(new RegExp(`/cases/${id}/referrals$`));

  await page.goto(`/de/dashboard/cases/${id}/history`);
  const decided = t("staff.case.history.personAgreedWithout", { fields: t("staff.referrals.names.phone") });
  await expect(page.getByText(decided)).toBeVisible();
});
