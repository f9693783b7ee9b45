import { demoAccount } from "../../support/app";
import { caseBehind, inDatabase } from "../../support/e2e/database";
import { keptIn, openForm, receiptAfter } from "../../support/e2e/form";
import { givenInvitation } from "../../support/e2e/invitation";
import { Lead } from "../../support/e2e/lead";
import { Newcomer } from "../../support/e2e/newcomer";
import { OwnApp } from "../../support/e2e/own-app";
import { Person } from "../../support/e2e/person";
import { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { remember, unique } from "../../support/e2e/typed";
import { words } from "../../support/e2e/words";

const t = words("de");
/** Sites whose keys no other test touches. */
const [PRINTED, RENEWED, SWAPPED] = ["mannheim", "hannover", "bayern"];

for (const scripts of [true, false]) {
  const how = scripts ? "with" : "without";

  test(`two of the three sheets open an old case when nobody gets in any more, ${how} scripts`, async ({
    browserOf,
  }) => {
    test.setTimeout(90_000);
    const story = unique("Was niemand mehr öffnen kann");
    const { id } = await caseBehind(
      await receiptAfter(await (await openForm()).sends({ site: PRINTED, message: story })),
    );
    const staff = new StaffMember(await browserOf({ scripts }), demoAccount("lead", PRINTED));
    const boss = new Lead(await staff.signsIn());
    const shares = await boss.printsSheets();
    const ends = shares.map((share) => share.slice(-4));
    await boss.confirmsSheets([ends[0] ?? "", "AAAA", ends[2] ?? ""]);
    await expect(staff.page.getByText(t("staff.siteKeys.print.differs", { digits: "2" }))).toBeVisible();
    await boss.confirmsSheets(ends);
    await expect(staff.page.getByText(t("staff.siteKeys.print.done"))).toBeVisible();

    // The keys of everybody at the site are lost with their passphrases; an operator invites a new lead.
    const neu = new Newcomer(await browserOf({ scripts }));
    await neu.joins(await givenInvitation(PRINTED, "lead"));
    await neu.opens("account");
    await neu.page.getByRole("link", { name: t("staff.account.waiting.lostLink") }).click();
    const [first, second] = [neu.page.getByLabel(t("staff.siteKeys.restore.share0")), shareTwo(neu)];
    const name = unique("Neue Leitung");
    remember(name);
    await neu.page.getByLabel(t("staff.siteKeys.found.name")).fill(name);
    const press = () => neu.page.getByRole("button", { name: t("staff.siteKeys.restore.button") }).click();

    await first.fill(shares[0] ?? "");
    await second.fill(shares[0] ?? "");
    await press();
    await expect(neu.page.getByText(t("staff.siteKeys.restore.sameTwice"))).toBeVisible();
    await expect(first).toHaveValue(shares[0] ?? "");
    await second.fill(misread(shares[2] ?? ""));
    await press();
    await expect(neu.page.getByText(t("staff.siteKeys.restore.unreadable"))).toBeVisible();
    await second.fill((shares[2] ?? "").toLowerCase());
    await press();

    await neu.page.waitForURL(/\/dashboard\/keys$/);
    await expect(neu.page.getByText(t("staff.siteKeys.health.printNo"))).toBeVisible();
    await neu.opens(`dashboard/cases/${id}`);
    await expect(neu.page.getByText(story)).toBeVisible();
  });
}

test("old and new cases can be read after the key is renewed", async ({ lead, counsellor }) => {
  const before = unique("Vor dem neuen Schlüssel");
  const old = await caseBehind(
    await receiptAfter(await (await openForm()).sends({ site: RENEWED, message: before })),
  );
  const boss = new Lead(await lead(RENEWED));
  await boss.opensKeys();
  await boss.staff.page.getByRole("button", { name: t("staff.siteKeys.renew.button") }).click();
  await expect(boss.staff.page.getByText(t("staff.siteKeys.renew.done"))).toBeVisible();
  const after = unique("Nach dem neuen Schlüssel");
  const young = await caseBehind(
    await receiptAfter(await (await openForm()).sends({ site: RENEWED, message: after })),
  );
  const berater = await counsellor(RENEWED);
  for (const [found, story] of [
    [old, before],
    [young, after],
  ] as const) {
    await berater.page.goto(`/de/dashboard/cases/${found.id}`);
    await expect(berater.page.getByText(story)).toBeVisible();
  }
  await boss.opensKeys();
  await expect(boss.staff.page.getByText(t("staff.siteKeys.health.moveNone"))).toBeVisible();
});

test("nothing is sealed with a key that somebody swapped in the database, and no text is lost", async () => {
  const keyOf = async (site: string): Promise<Uint8Array | undefined> =>
    (
      await inDatabase<{ key: Uint8Array }>(
        "SELECT public_key AS key FROM site_key WHERE site_id = $1 ORDER BY epoch DESC LIMIT 1",
        [site],
      )
    )[0]?.key;
  const setKey = (key: Uint8Array | undefined) =>
    inDatabase("UPDATE site_key SET public_key = $2 WHERE site_id = $1", [SWAPPED, key]);
  const own = await keyOf(SWAPPED);
  const [form, message] = [await openForm(), unique("Nur für euch")];
  await setKey(await keyOf("koeln"));
  try {
    const refused = await form.sends({ site: SWAPPED, message });
    expect(refused.status).toBe(500);
    expect(refused.text).toContain(t("public.contact.problems.unavailable"));
    expect(keptIn(refused.text, "message")).toBe(message);
  } finally {
    await setKey(own);
  }
  expect((await form.sends({ site: SWAPPED, message })).status).toBe(303);
});

test("a site is founded: created, key made, sheets printed, offered, written to, read", async ({
  browserOf,
}) => {
  test.setTimeout(180_000);
  const app = await OwnApp.start();
  try {
    const network = new StaffMember(
      await browserOf({ baseURL: app.url }),
      demoAccount("coordinator", undefined, app.dataDir),
    );
    await network.signsIn();
    const { page } = network;
    await page.goto("/de/network/sites");
    await page.getByLabel(t("staff.networkSettings.fields.slug")).fill("kassel");
    await page.getByLabel(t("staff.networkSettings.fields.name"), { exact: true }).fill("weact Kassel");
    await page.getByLabel(t("staff.networkSettings.fields.stateCode")).selectOption("HE");
    await page.getByRole("button", { name: t("staff.networkSettings.sites.create") }).click();
    await expect(page.getByText(t("staff.networkSettings.saved"))).toBeVisible({ timeout: 40_000 });
    await page.getByRole("link", { name: "weact Kassel" }).click();
    await page.getByRole("button", { name: t("staff.networkSettings.invite.button") }).click();
    const link = new URL((await page.getByTestId("invitation").textContent()) ?? "");

    const leitung = new Newcomer(await browserOf({ baseURL: app.url }));
    await leitung.joins(link.pathname.replace("/de/", ""));
    await leitung.opens("account");
    await leitung.page.getByRole("link", { name: t("staff.account.waiting.foundLink") }).click();
    await leitung.page.getByLabel(t("staff.siteKeys.found.name")).fill(remembered("Erste Leitung"));
    await leitung.page.getByRole("button", { name: t("staff.siteKeys.found.button") }).click();
    await leitung.page.waitForURL(/\/dashboard\/keys$/);
    await expect(leitung.page.getByText(t("staff.keyWarnings.noRecoveryPrint"))).toBeVisible();
    const boss = new Lead(
      new StaffMember(leitung.page, {
        ...network.account,
        email: leitung.email,
        passphrase: leitung.passphrase,
      }),
    );
    const shares = await boss.printsSheets();
    await boss.confirmsSheets(shares.map((share) => share.slice(-4)));
    await expect(leitung.page.getByText(t("staff.siteKeys.print.done"))).toBeVisible();

    await page.reload();
    await page.getByRole("button", { name: t("staff.networkSettings.offer.button") }).click();
    await expect(
      page.getByRole("heading", { name: t("staff.networkSettings.retire.heading") }),
    ).toBeVisible();
    const jo = new Person(await browserOf({ baseURL: app.url }), "de");
    const story = unique("Der erste Fall in Kassel");
    await jo.writesTo("kassel", { message: story });
    await leitung.opens("dashboard");
    await leitung.page.getByRole("link", { name: /#?1\b/ }).first().click();
    await expect(leitung.page.getByText(story)).toBeVisible();
  } finally {
    await app.end();
  }
});

const shareTwo = ({ page }: Newcomer) => page.getByLabel(t("staff.siteKeys.restore.share1"));

/** A sheet with one character misread. */
const misread = (share: string): string => (share.startsWith("A") ? "B" : "A") + share.slice(1);

function remembered(text: string): string {
  const own = unique(text);
  remember(own);
  return own;
}
