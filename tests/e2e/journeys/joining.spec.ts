import { demoAccount } from "../../support/app";
import { expectAccessible } from "../../support/e2e/accessible";
import { Device } from "../../support/e2e/device";
import { givenInvitation } from "../../support/e2e/invitation";
import { Newcomer } from "../../support/e2e/newcomer";
import { OwnApp } from "../../support/e2e/own-app";
import { expect, test } from "../../support/e2e/test";

const SITE = "bielefeld";

test("it takes a newcomer in without scripts: passphrase, app, recovery code, then the waiting", async ({
  browserOf,
}) => {
  const link = await givenInvitation(SITE);
  const neu = new Newcomer(await browserOf({ scripts: false }));
  const { page, t } = neu;
  await neu.joins(link);
  await neu.setsUpApp();
  await expect(page.getByRole("heading", { name: t("staff.join.stepRecovery") })).toBeVisible();
  await neu.writesRecoveryCodeDown();
  await neu.expectWaiting();

  await neu.opens("dashboard");
  await expect(page).toHaveURL(/\/de\/account$/);
  await neu.expectWaiting();
  await neu.signsOut();
  await neu.signsIn();
  await neu.typesCode();
  await neu.expectWaiting();
});

test("it lets a newcomer take a passkey instead of an app", async ({ browserOf }) => {
  const link = await givenInvitation(SITE, "lead");
  const page = await browserOf();
  const neu = new Newcomer(page);
  const device = await Device.of(page, { unlocks: true });
  await neu.joins(link);
  await expectAccessible(page, "choice of the second factor");
  await neu.makesPasskey();
  await expect(page.getByRole("heading", { name: neu.t("staff.join.stepRecovery") })).toBeVisible();
  expect(await device.countPasskeys()).toBe(1);
  await neu.makesRecoveryCode();
  await expectAccessible(page, "recovery code");
  await neu.confirmsRecoveryCode();
  await neu.expectWaiting();
  await expectAccessible(page, "waiting for a colleague");
});

test("it keeps what was typed, and says what is wrong with it", async ({ browserOf }) => {
  const link = await givenInvitation(SITE);
  for (const scripts of [true, false]) {
    const page = await browserOf({ scripts });
    const { t, ...neu } = new Newcomer(page);
    await page.goto(`/de/${link}`);
    const [email, passphrase] = [
      page.getByLabel(t("staff.signIn.email")),
      page.getByLabel(t("staff.account.passphrase.label"), { exact: true }),
    ];
    await email.fill(neu.email);
    await passphrase.fill("password12345");
    await page.getByRole("button", { name: t("staff.join.button") }).click();
    await expect(page.getByText(t("staff.account.problems.common"))).toBeVisible();
    await expect(email).toHaveValue(neu.email);
    await expect(passphrase).toHaveValue("");
    if (scripts) await expectAccessible(page, "joining with an error");
    await email.fill("kein@");
    await passphrase.fill("badumo-tikela-sonipa-gurezo");
    await page.getByRole("button", { name: t("staff.join.button") }).click();
    await expect(page.getByText(t("staff.account.problems.emailInvalid"))).toBeVisible();
    await expect(email).toHaveValue("kein@");
  }
});

test("it says of a link that was used, and of one that never was, what to do", async ({ browserOf }) => {
  const link = await givenInvitation(SITE);
  await new Newcomer(await browserOf()).joins(link);
  const { page, t, ...late } = new Newcomer(await browserOf(), "tr");
  await page.goto(`/${late.locale}/${link}`);
  await expect(page.getByRole("heading", { name: t("staff.join.dead.used") })).toBeVisible();
  await page.goto(`/${late.locale}/join/nothing`);
  await expect(page.getByRole("heading", { name: t("staff.join.dead.unknown") })).toBeVisible();
});

test("it takes somebody who works at one site to a second, and lets them switch", async ({ counsellor }) => {
  const berater = await counsellor("bielefeld");
  const { page, t } = berater;
  await page.goto(`/de/${await givenInvitation("saarland")}`);
  await page.getByRole("button", { name: t("staff.join.alsoButton") }).click();
  await expect(page).toHaveURL(/\/de\/account$/);
  await expect(page.getByTestId("fingerprint")).toBeVisible();
  await page.getByRole("button", { name: t("staff.account.sites.button") }).click();
  await page.waitForURL(/\/de\/dashboard$/);
  await expect(page.getByText("weact Bielefeld").first()).toBeVisible();
});

test("it opens no desk where a second factor is required and missing", async ({ browserOf }) => {
  test.setTimeout(180_000);
  const app = await OwnApp.start({ SECOND_FACTOR: "required" });
  try {
    const page = await browserOf({ baseURL: app.url });
    const berater = new Newcomer(page);
    const account = demoAccount("counsellor", SITE, app.dataDir);
    berater.passphrase = account.passphrase;
    await berater.signsIn(account.email);
    await page.waitForURL(/\/de\/account$/);
    await page.goto("/de/dashboard/cases");
    await expect(page).toHaveURL(/\/de\/account$/);
    await berater.setsUpApp();
    await expect(page.getByText(berater.t("staff.account.factors.totpOn"))).toBeVisible();
    await page.goto("/de/dashboard");
    await expect(page).toHaveURL(/\/de\/dashboard$/);
  } finally {
    await app.end();
  }
});
