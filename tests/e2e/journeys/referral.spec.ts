import { expectAccessible } from "../../support/e2e/accessible";
import { allows, asks, givenPerson, opens } from "../../support/e2e/referring";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";

const site = "neumuenster";

test("it asks in Turkish, sends what was left in and nothing else, and follows it to the end", async ({
  person,
  counsellor,
}) => {
  test.setTimeout(120_000);
  const { sema, receipt, told, id } = await givenPerson(person, site, "tr", true);
  const berater = await counsellor(site);
  const { page, t } = berater;
  await asks(
    berater,
    `/de/dashboard/cases/${id}/referrals/new`,
    "Mieterverein",
    unique("Hilfe bei der Wohnung"),
  );
  await expectAccessible(page, "a referral");
  await expect(page.locator("summary", { hasText: t("staff.referrals.send.summary") })).toHaveCount(0);

  await sema.opensMailbox(receipt);
  await sema.page.getByRole("link", { name: sema.t("public.consent.open") }).click();
  await expectAccessible(sema.page, "the question");
  await sema.page.goBack();
  await allows(sema, told);

  await page.goto(page.url());
  await expect(page.getByText(t("staff.referrals.status.consented"), { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: t("staff.referrals.letter.link") }).click();
  const sheet = page.getByRole("article", { name: t("staff.referrals.letter.title") });
  await expect(sheet).toContainText(told.name);
  await expect(sheet).toContainText(told.message);
  await expect(page.getByRole("main")).not.toContainText(told.phone);
  await expect(page.getByLabel(t("staff.referrals.letter.copy"))).not.toHaveValue(new RegExp(told.phone));
  await page.goBack();

  await opens(berater, t("staff.referrals.send.summary"));
  await page.getByRole("button", { name: t("staff.referrals.send.button") }).click();
  await expect(page.getByText(t("staff.referrals.status.sent"), { exact: true }).first()).toBeVisible();
  await opens(berater, t("staff.referrals.answer.summary"));
  await page.getByRole("button", { name: t("staff.referrals.answer.button") }).click();
  await expect(page.getByText(t("staff.referrals.status.accepted"), { exact: true }).first()).toBeVisible();
  await opens(berater, t("staff.referrals.finish.summary"));
  await page.getByLabel(t("staff.referrals.finish.result")).fill("Der Vermieter hat eingelenkt.");
  await page.getByRole("button", { name: t("staff.referrals.finish.button") }).click();
  await expect(page.getByText(t("staff.referrals.status.done"), { exact: true }).first()).toBeVisible();
});

for (const scripts of [true, false]) {
  test(`it sends nothing any more once the person took it back, ${scripts ? "with" : "without"} scripts`, async ({
    person,
    counsellor,
  }) => {
    const { sema, receipt, told, id } = await givenPerson(person, site, "de");
    const berater = await counsellor(site, { scripts });
    const { page, t } = berater;
    await asks(
      berater,
      `/de/dashboard/cases/${id}/referrals/new`,
      "Mieterverein",
      unique("Hilfe bei der Wohnung"),
    );
    await sema.opensMailbox(receipt);
    await allows(sema, told);
    await page.goto(page.url());
    await opens(berater, t("staff.referrals.send.summary"));
    const words = unique("Mit der Bitte um Rückruf");
    await page.getByLabel(t("staff.referrals.send.words")).fill(words);
    await sema.page.getByRole("button", { name: sema.t("public.consent.back") }).click();
    await expect(sema.page.getByText(sema.t("public.consent.done.revoked"))).toBeVisible();

    await page.getByRole("button", { name: t("staff.referrals.send.button") }).click();

    await expect(page.getByText(t("staff.referrals.revokedBefore"))).toBeVisible();
    // What came too late is not lost: it stands there, and cannot be sent.
    await expect(page.getByText(t("staff.referrals.over"))).toBeVisible();
    await expect(page.getByLabel(t("staff.referrals.send.words"))).toHaveValue(words);
    await expect(page.getByRole("button", { name: t("staff.referrals.send.button") })).toHaveCount(0);
    await expect(page.getByText(t("staff.referrals.status.revoked"), { exact: true }).first()).toBeVisible();
    const letter = await page.goto(`${page.url()}/letter`);
    expect(letter?.status()).toBe(404);
  });
}

test("it keeps what was written without a tick with the draft, and takes no tick without words", async ({
  person,
  counsellor,
}) => {
  const { id } = await givenPerson(person, site, "de");
  const berater = await counsellor(site, { scripts: false });
  const { page, t } = berater;
  const names = { note: t("staff.referrals.names.note"), where: t("staff.referrals.names.where") };
  const note = page.getByLabel(t("staff.referrals.draft.text", { field: names.note }));
  const remark = unique("Bitte erst anrufen");
  await page.goto(`/de/dashboard/cases/${id}/referrals/new`);
  await page.getByLabel(t("staff.referrals.draft.recipientName")).fill("Mieterverein");
  await page.getByLabel(t("staff.referrals.draft.purpose")).fill(unique("Hilfe bei der Wohnung"));
  await opens(berater, t("staff.referrals.draft.more"));
  await note.fill(remark);
  await page.getByRole("button", { name: t("staff.referrals.draft.save") }).click();
  await page.waitForURL(/referrals\/[0-9a-f-]{36}$/);
  const hint = t("staff.referrals.draft.unticked", { fields: names.note });
  await expect(page.getByText(hint, { exact: true })).toBeVisible();

  await opens(berater, t("staff.referrals.draft.edit"));
  await expect(note).toHaveValue(remark);
  await opens(berater, t("staff.referrals.draft.more"));
  await page.getByLabel(t("staff.referrals.draft.share", { field: names.where }), { exact: true }).check();
  await page.getByRole("button", { name: t("staff.referrals.draft.save") }).click();
  await expect(page.getByText(t("staff.referrals.errors.textEmpty"))).toBeVisible();
  await expect(note).toHaveValue(remark);
});

test("it keeps everything to itself when the person says no, or strikes everything out", async ({
  person,
  counsellor,
}) => {
  const { sema, receipt, id } = await givenPerson(person, site, "de");
  const berater = await counsellor(site);
  await asks(
    berater,
    `/de/dashboard/cases/${id}/referrals/new`,
    "Mieterverein",
    unique("Hilfe bei der Wohnung"),
  );
  const { page, t } = sema;
  await sema.opensMailbox(receipt);
  await page.getByRole("link", { name: t("public.consent.open") }).click();
  for (const field of ["name", "phone", "told"] as const) {
    await page.getByLabel(t(`public.consent.names.${field}`)).uncheck();
  }
  await page.getByRole("button", { name: t("public.consent.yes") }).click();
  await expect(page.getByText(t("public.consent.problems.nothingChosen"))).toBeVisible();
  await page.getByRole("button", { name: t("public.consent.no") }).click();
  await expect(page.getByText(t("public.consent.done.declined"))).toBeVisible();

  await berater.page.goto(berater.page.url());
  const declined = berater.t("staff.referrals.status.declined");
  await expect(berater.page.getByText(declined, { exact: true }).first()).toBeVisible();
});

test("it hands a case over to another site, where the receipt opens the thread too", async ({
  person,
  counsellor,
}) => {
  test.setTimeout(120_000);
  const { sema, receipt, told, id } = await givenPerson(person, site, "de");
  const here = await counsellor(site);
  await asks(here, `/de/dashboard/cases/${id}/referrals/new?to=muenster`, null, unique("Sie ist umgezogen"));
  await sema.opensMailbox(receipt);
  await allows(sema, told);
  await here.page.goto(here.page.url());
  await opens(here, here.t("staff.handovers.send.summary"));
  await here.page.getByRole("button", { name: here.t("staff.handovers.send.button"), exact: true }).click();
  await expect(
    here.page.getByText(here.t("staff.referrals.status.sent"), { exact: true }).first(),
  ).toBeVisible();

  const there = await counsellor("muenster");
  await there.page.getByRole("link", { name: there.t("staff.nav.handovers", { count: "1" }) }).click();
  await expect(there.page.getByText(told.name)).toBeVisible();
  await expect(there.page.getByText(told.phone)).toHaveCount(0);
  await expectAccessible(there.page, "a handover");
  await there.page.getByRole("button", { name: there.t("staff.handovers.accept") }).click();
  await there.page.waitForURL(/cases\/[0-9a-f-]{36}$/);
  const answer = unique("Hier ist Münster");
  await there.answers(answer);

  await here.page.goto(here.page.url());
  await expect(
    here.page.getByText(here.t("staff.referrals.status.accepted"), { exact: true }).first(),
  ).toBeVisible();
  const foreign = await here.page.goto(there.page.url());
  expect(foreign?.status()).toBe(404);

  await sema.page.goto("/de/mailbox");
  await sema.page.getByRole("link", { name: sema.t("public.consent.all") }).click();
  await sema.page.locator('form[action$="/mailbox/thread"] button').click();
  await expect(sema.page.getByText(answer)).toBeVisible();
});
