import { demoAccount } from "../../support/app";
import { expectAccessible } from "../../support/e2e/accessible";
import { caseBehind } from "../../support/e2e/database";
import { Device } from "../../support/e2e/device";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { givenInvitation } from "../../support/e2e/invitation";
import { Newcomer } from "../../support/e2e/newcomer";
import { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";

const SITE = "bielefeld";

test("it lets a passkey that can unlock sign in by itself, and another not", async ({ browserOf }) => {
  for (const unlocks of [true, false]) {
    const page = await browserOf();
    const neu = new Newcomer(page);
    await Device.of(page, { unlocks });
    await neu.joins(await givenInvitation(SITE));
    await neu.makesPasskey();
    await neu.writesRecoveryCodeDown();
    await neu.expectWaiting();
    await neu.opens("account");
    await expect(page.getByText(neu.t("staff.account.factors.unlocks"))).toHaveCount(unlocks ? 1 : 0);
    await neu.signsOut();
    await page.getByRole("button", { name: neu.t("staff.signIn.passkey") }).click();
    if (unlocks) await neu.expectWaiting();
    else await expect(page.getByText(neu.t("staff.signIn.passkeyRefused"))).toBeVisible();
  }
});

test("it asks for the code of the app when the passkey is gone from the device", async ({ browserOf }) => {
  const page = await browserOf();
  const neu = new Newcomer(page);
  const device = await Device.of(page, { unlocks: false });
  await neu.joins(await givenInvitation(SITE));
  await neu.makesPasskey();
  await neu.writesRecoveryCodeDown();
  await neu.opens("account");
  await page.getByText(neu.t("staff.account.factors.totpHeading"), { exact: true }).click();
  await neu.setsUpApp();
  await expect(page.getByText(neu.t("staff.account.factors.totpOn"))).toBeVisible();
  await neu.signsOut();

  await neu.signsIn();
  await page.getByRole("button", { name: neu.t("staff.signIn.second.passkey") }).click();
  await neu.expectWaiting();
  await neu.signsOut();
  await device.forgetsPasskeys();
  await neu.signsIn();
  await page.getByRole("button", { name: neu.t("staff.signIn.second.passkey") }).click();
  await expect(page.getByText(neu.t("staff.signIn.second.passkeyFailedApp"))).toBeVisible();
  await expectAccessible(page, "second factor");
  await neu.typesCode("000000");
  await expect(page.getByText(neu.t("staff.account.problems.wrongCode"))).toBeVisible();
  await neu.typesCode();
  await neu.expectWaiting();
});

test("it replaces a lost phone with passphrase and recovery code", async ({ browserOf }) => {
  const page = await browserOf({ scripts: false });
  const neu = new Newcomer(page);
  await neu.joins(await givenInvitation(SITE));
  await neu.setsUpApp();
  await neu.writesRecoveryCodeDown();
  await neu.opens("account");
  await neu.signsOut();
  await neu.signsIn();
  await page.getByText(neu.t("staff.signIn.second.lostHeading")).click();
  await page.getByRole("link", { name: neu.t("staff.signIn.second.lostLink") }).click();
  await neu.typesRecoveryCode("AAAA-BBBB");
  await page.getByRole("button", { name: neu.t("staff.recover.factorButton") }).click();
  await expect(page.getByText(neu.t("staff.recover.wrongCode"))).toBeVisible();
  await neu.typesRecoveryCode();
  await page.getByRole("button", { name: neu.t("staff.recover.factorButton") }).click();
  await expect(page).toHaveURL(/\/de\/account$/);
  await expect(page.getByRole("heading", { name: neu.t("staff.join.stepFactor") })).toBeVisible();
});

test("it lets somebody back in who forgot their passphrase, and who then reads an old case", async ({
  browserOf,
}) => {
  const site = "luebeck";
  const account = demoAccount("counsellor", site);
  const message = unique("Das war letzte Woche");
  const { number } = await caseBehind(await receiptAfter(await (await openForm()).sends({ site, message })));
  const page = await browserOf();
  const berater = new Newcomer(page);
  berater.passphrase = account.passphrase;
  await berater.signsIn(account.email);
  await page.waitForURL(/\/de\/dashboard$/);
  await berater.opens("account");
  await berater.setsUpApp();
  await expect(page.getByRole("heading", { name: berater.t("staff.account.factors.heading") })).toBeVisible();
  await berater.signsOut();

  await page.getByRole("link", { name: berater.t("staff.signIn.forgot") }).click();
  await expectAccessible(page, "recovery");
  await page.getByLabel(berater.t("staff.signIn.email")).fill(account.email);
  await berater.typesRecoveryCode(account.recoveryCode);
  await page.getByRole("button", { name: berater.t("staff.recover.button") }).click();
  await berater.typesCode();
  await page.waitForURL(/\/recover\/passphrase$/);
  await expectAccessible(page, "new passphrase");
  await berater.takesSuggestion();
  await page.getByLabel(berater.t("staff.account.passphrase.new")).fill(berater.passphrase);
  await page.getByRole("button", { name: berater.t("staff.recover.newButton") }).click();
  await page.waitForURL(/\/de\/dashboard$/);
  await new StaffMember(page, account).opens(number);
  await expect(page.getByText(message)).toBeVisible();

  await berater.opens("account");
  await expectAccessible(page, "one's own access");
  await expect(page.getByRole("heading", { name: berater.t("staff.join.stepRecovery") })).toBeVisible();
});
