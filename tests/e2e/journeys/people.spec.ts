import type { Page } from "@playwright/test";
import { isolate } from "@/components/staff/wording";
import { demoAccount } from "../../support/app";
import { caseBehind, type FoundCase, inDatabase } from "../../support/e2e/database";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { Lead } from "../../support/e2e/lead";
import { Newcomer } from "../../support/e2e/newcomer";
import { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";

const SITE = "luebeck";
const LEAD_NAME = "Leitung (Demo)";

async function givenCase(site: string, story: string): Promise<FoundCase> {
  return caseBehind(await receiptAfter(await (await openForm()).sends({ site, message: story })));
}

/** The code that a newcomer sees and reads out. */
async function digitsOf({ page }: Newcomer): Promise<string> {
  await page.goto("/de/account");
  return page.getByTestId("fingerprint").innerText();
}

async function expectReadable(page: Page, id: string, story: string): Promise<void> {
  await page.goto(`/de/dashboard/cases/${id}`);
  await expect(page.getByText(story)).toBeVisible();
}

/** Somebody new at a site, with all keys. */
async function givenColleague(lead: Lead, page: Page, name: string): Promise<Newcomer> {
  const neu = new Newcomer(page);
  await neu.joins(await lead.invites(name));
  await lead.grants(name, await digitsOf(neu));
  return neu;
}

for (const scripts of [true, false]) {
  const how = scripts ? "with" : "without";

  test(`it takes a colleague in by a link and twelve digits, ${how} scripts`, async ({ browserOf }) => {
    const story = unique("Geschrieben, bevor jemand dazukam");
    const { id } = await givenCase(SITE, story);
    const staff = new StaffMember(await browserOf({ scripts }), demoAccount("lead", SITE));
    const lead = new Lead(await staff.signsIn());
    const name = unique("Neue Person");
    const neu = new Newcomer(await browserOf({ scripts }));
    await neu.joins(await lead.invites(name));
    const digits = await digitsOf(neu);

    await lead.opensPerson(name);
    await expect(staff.page.getByText(staff.t("staff.people.state.waiting"))).toBeVisible();
    await lead.typesDigits("12345");
    await expect(staff.page.getByText(staff.t("staff.errors.fingerprintIncomplete"))).toBeVisible();
    await lead.typesDigits(digits.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10)));
    await expect(staff.page.getByText(staff.t("staff.people.refused.fingerprintDiffers"))).toBeVisible();
    await neu.opens("dashboard");
    await expect(neu.page).toHaveURL(/\/de\/account$/);
    await lead.typesDigits(digits);
    await expect(staff.page.getByText(staff.t("staff.people.state.here"))).toBeVisible();

    await expectReadable(neu.page, id, story);
    expect((await neu.page.request.get("/de/dashboard/people")).status()).toBe(404);
  });
}

test("it makes a link worthless that a lead withdraws", async ({ lead, browserOf }) => {
  const boss = new Lead(await lead(SITE));
  const { page, t } = boss.staff;
  const name = unique("Doch nicht");
  const link = await boss.invites(name);
  const list = page.getByRole("region", { name: t("staff.people.invitations.heading") });
  const invitation = list.getByRole("listitem").filter({ hasText: name });
  await invitation.getByRole("button", { name: t("staff.people.invitations.withdraw") }).click();
  await expect(invitation).toHaveCount(0);
  const late = await browserOf();
  await late.goto(`/de/${link}`);
  await expect(late.getByRole("heading", { name: t("staff.join.dead.unknown") })).toBeVisible();
});

test("it takes somebody's access away at once and hands their cases over", async ({ lead, browserOf }) => {
  const story = unique("Bleibt lesbar, wenn jemand geht");
  const { id } = await givenCase(SITE, story);
  const boss = new Lead(await lead(SITE));
  const name = unique("Geht bald");
  const leaver = await givenColleague(boss, await browserOf(), name);
  await expectReadable(leaver.page, id, story);
  await leaver.page.getByRole("button", { name: leaver.t("staff.case.assign.take") }).click();
  await expect(leaver.page.getByText(leaver.t("staff.status.assigned")).first()).toBeVisible();

  await boss.removes(name, LEAD_NAME);

  await leaver.opens(`dashboard/cases/${id}`);
  await expect(leaver.page).toHaveURL(/\/de\/sign-in/);
  const { page, t } = boss.staff;
  await expectReadable(page, id, story);
  await expect(page.getByText(t("staff.case.assignee", { name: isolate(LEAD_NAME) })).first()).toBeVisible();
  await boss.opensKeys();
  await expect(page.getByText(t("staff.siteKeys.health.moveNone"))).toBeVisible();
  await expect(page.getByRole("region", { name: t("staff.siteKeys.history.heading") })).toContainText(name);
});

test("it ends a lost device, and opens an access again that was lost altogether", async ({
  lead,
  browserOf,
}) => {
  const site = "muenster";
  const story = unique("Älter als der neue Schlüssel");
  const { id } = await givenCase(site, story);
  const boss = new Lead(await lead(site));
  const name = unique("Verliert alles");
  const loser = await givenColleague(boss, await browserOf(), name);
  await boss.endsSessions(name);
  await loser.opens("dashboard");
  await expect(loser.page).toHaveURL(/\/de\/sign-in/);
  await loser.signsIn();
  await loser.page.waitForURL(/\/de\/dashboard$/);

  await loser.opens(await boss.resets(name));
  await loser.takesSuggestion();
  await loser.page
    .getByLabel(loser.t("staff.account.passphrase.label"), { exact: true })
    .fill(loser.passphrase);
  await loser.page.getByRole("button", { name: loser.t("staff.join.resetButton") }).click();
  await expect(loser.page.getByRole("heading", { name: loser.t("staff.join.stepFactor") })).toBeVisible();
  await boss.grants(name, await digitsOf(loser));

  await expectReadable(loser.page, id, story);
});

test("it locks out somebody who was away for long, until a lead unlocks them", async ({
  lead,
  browserOf,
}) => {
  const story = unique("Vor der langen Pause");
  const { id } = await givenCase("muenster", story);
  const boss = new Lead(await lead("muenster"));
  const name = unique("War lange weg");
  const away = await givenColleague(boss, await browserOf(), name);
  await away.opens("account");
  await away.signsOut();
  await boss.opensPerson(name);
  const { page, t } = boss.staff;
  const account = page.url().split("/").at(-1);
  await inDatabase("UPDATE account SET last_seen_on = current_date - 100 WHERE id = $1", [account]);

  await away.signsIn();
  await expect(away.page.getByText(away.t("staff.account.problems.locked"))).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: t("staff.people.unlock.button") }).click();
  await expect(page.getByText(t("staff.people.unlock.done"))).toBeVisible();
  await away.signsIn();
  await away.page.waitForURL(/\/de\/dashboard$/);
  await expectReadable(away.page, id, story);
});

test("it asks a lead who signed in long ago to do so again before anybody is let in", async ({ lead }) => {
  const boss = new Lead(await lead("braunschweig"));
  const { page, t } = boss.staff;
  await inDatabase(
    `UPDATE staff_session SET opened_at = opened_at - interval '20 minutes' WHERE account_id IN
       (SELECT account_id FROM membership WHERE site_id = 'braunschweig' AND role = 'lead')`,
  );
  await boss.opensTeam();
  const name = unique("Noch nicht");
  await page.getByLabel(t("staff.people.invite.name"), { exact: true }).fill(name);
  await page.getByRole("button", { name: t("staff.people.invite.button") }).click();
  await expect(page.getByText(t("staff.account.problems.stale"))).toBeVisible();
  await expect(page.getByLabel(t("staff.people.invite.name"), { exact: true })).toHaveValue(name);
  await boss.opensKeys();
  await page.getByRole("button", { name: t("staff.siteKeys.print.button") }).click();
  await expect(page.getByText(t("staff.account.problems.stale"))).toBeVisible();
  await expect(boss.sheets).toHaveCount(0);
});

test("it lets two leads let the same person in at once", async ({ lead, browserOf }) => {
  const story = unique("Zwei auf einmal");
  const { id } = await givenCase("muenster", story);
  const [first, second] = [new Lead(await lead("muenster")), new Lead(await lead("muenster"))];
  const name = unique("Doppelt willkommen");
  const neu = new Newcomer(await browserOf());
  await neu.joins(await first.invites(name));
  const digits = await digitsOf(neu);
  for (const boss of [first, second]) {
    await boss.opensPerson(name);
    await boss.staff.page.getByLabel(boss.staff.t("staff.people.grant.label")).fill(digits);
  }
  const button = first.staff.t("staff.people.grant.button");
  await Promise.all(
    [first, second].map(({ staff }) => staff.page.getByRole("button", { name: button }).click()),
  );
  for (const { staff } of [first, second]) {
    await expect(staff.page.getByText(staff.t("staff.people.state.here"))).toBeVisible();
  }
  await expectReadable(neu.page, id, story);
});
