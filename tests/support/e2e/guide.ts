import type { Locator, Page } from "@playwright/test";
import { demoAccount } from "../app";
import { caseBehind, inDatabase } from "./database";
import { openForm, receiptAfter } from "./form";
import { shoot } from "./guide-picture";
import { givenInvitation } from "./invitation";
import { Lead } from "./lead";
import { Newcomer } from "./newcomer";
import { StaffMember } from "./staff";
import { expect, test } from "./test";
import { words } from "./words";

// The pictures of docs/guide. Everything in them belongs to a database that is thrown away after the run.
const SITE = "luebeck";
const [COLLEAGUE, SUCCESSOR] = ["Neue Kolleg*in (Demo)", "Berater*in (Demo)"];
const COMPUTER = { locale: "de-DE", viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, userAgent: "Mozilla/5.0 (iPhone) Mobile" };
const t = words("de");

test.describe.configure({ timeout: 180_000 });

test("it shows how somebody is let in, is locked out and leaves", async ({ browserOf }) => {
  const staff = new StaffMember(await browserOf(COMPUTER), demoAccount("lead", SITE));
  const [lead, { page }] = [new Lead(await staff.signsIn()), staff];
  const link = await lead.invites(COLLEAGUE);
  await shoot(page.locator(".made-link"), "einladungslink");
  const neu = await joins(await browserOf(PHONE), link);
  await shoot(neu.page.locator(".waiting"), "pruefcode");
  const digits = await neu.page.getByTestId("fingerprint").innerText();
  await lead.opensPerson(COLLEAGUE);
  await page.getByLabel(t("staff.people.grant.label")).fill(digits);
  await shoot(card(page, t("staff.people.grant.button")), "freischalten");
  await lead.grants(COLLEAGUE, digits);
  await takesCase(neu);
  await lead.opensTeam();
  await shoot(page, "team");
  await lead.opensPerson(COLLEAGUE);
  await shoot(card(page, t("staff.people.device.button")), "geraet-leitung");
  await lead.resets(COLLEAGUE);
  await shoot(card(page, t("staff.people.reset.button")), "neu-einrichten");
  await isAwayForLong(page);
  await shoot(card(page, t("staff.people.unlock.button")), "gesperrt");
  await page.getByRole("link", { name: t("staff.people.leave.link") }).click();
  await page.getByLabel(t("staff.people.leave.casesTo")).selectOption({ label: SUCCESSOR });
  await shoot(page.locator(".person-page"), "zugang-entziehen");
  await lead.removes(COLLEAGUE, SUCCESSOR);
  await shoot(page.locator(".person-page"), "weggegangen");
});

test("it shows what somebody can do about their own access", async ({ browserOf, counsellor }) => {
  const { page } = await counsellor(SITE, COMPUTER);
  await counsellor(SITE, PHONE);
  await page.goto("/de/account");
  await shoot(card(page, t("staff.account.sessions.endOthers")), "anmeldungen");
  const neu = new Newcomer(await browserOf(PHONE));
  await neu.opens("recover");
  await shoot(neu.page.locator("main"), "passphrase-vergessen");
  const link = await givenInvitation(SITE);
  await neu.opens(link);
  await fill(neu.page, { [t("staff.signIn.email")]: "beratung@traeger.example" });
  await shoot(neu.page.locator("main"), "beitreten");
  await joins(neu.page, link, neu);
  await neu.signsOut();
  await neu.signsIn();
  await neu.page.getByText(t("staff.signIn.second.lostHeading")).click();
  await shoot(neu.page.locator("main"), "zweiter-schritt-verloren");
});

test("it shows how a site is founded, and opened again with two sheets", async ({ browserOf }) => {
  const coordinator = demoAccount("coordinator");
  const { page } = await new StaffMember(await browserOf(COMPUTER), coordinator).signsIn();
  const leitung = await joins(await browserOf(COMPUTER), await createsSite(page));
  await foundsSite(leitung.page);
  const shares = await printsKey(new Lead(new StaffMember(leitung.page, coordinator)));
  await page.reload();
  await shoot(page.locator(".settings-check"), "freigeben");

  const next = await joins(await browserOf(COMPUTER), await givenInvitation("kassel", "lead"));
  await next.opens("account/site-keys");
  await fill(next.page, {
    [t("staff.siteKeys.restore.share0")]: shares[0] ?? "",
    [t("staff.siteKeys.restore.share1")]: shares[2] ?? "",
    [t("staff.siteKeys.found.name")]: "Neue Leitung (Demo)",
  });
  await shoot(next.page.locator(".person-page"), "notfall-oeffnen");
});

test("it shows what a lead says about their site", async ({ browserOf }) => {
  const { page } = await new StaffMember(
    await browserOf(COMPUTER),
    demoAccount("lead", "saarland"),
  ).signsIn();
  await page.goto("/de/dashboard/site");
  await shoot(page, "standort");
  await page.goto("/de/dashboard/site/offices");
  const office = page.getByRole("group", { name: t("staff.site.office", { digits: "1" }) });
  await office.getByText(t("staff.site.hours")).click();
  await office.getByLabel("Montag", { exact: true }).first().fill("9–12, 14:30–17");
  await shoot(office.locator("details"), "oeffnungszeiten");
  await page.goto("/de/dashboard/site/notices");
  await fill(page.getByRole("group", { name: t("staff.site.noticeNew") }), {
    [t("staff.site.lastDay")]: "2099-08-31",
    [t("staff.site.textIn", { language: "Deutsch" })]: "Im August sind wir nur am Telefon für dich da.",
  });
  await shoot(page.locator(".settings-form"), "hinweis");
  const opening = page.context().waitForEvent("page");
  await page.getByRole("button", { name: t("staff.site.preview") }).click();
  const preview = await opening;
  await expect(preview.getByText(t("public.preview.draft"))).toBeVisible();
  await shoot(preview.locator("main"), "vorschau");
});

test("it shows what a coordinator settles for all sites", async ({ browserOf }) => {
  const page = await browserOf({ ...COMPUTER, viewport: { width: 1280, height: 640 } });
  await new StaffMember(page, demoAccount("coordinator")).signsIn();
  await page.goto("/de/network/branding");
  await shoot(page, "erscheinungsbild");
  await page.goto("/de/network/vocabulary?list=lifeArea");
  await page.locator(".settings-texts summary").first().click();
  await shoot(page, "begriffe");
  await page.goto("/de/network/texts");
  const imprint = page.getByRole("region", { name: t("staff.networkSettings.texts.imprint") });
  await fill(imprint, { Deutsch: "## Anbieter\n\nName des Trägers\nStraße und Hausnummer\n\n- Telefon" });
  await shoot(page, "rechtliches");
});

/** The card with a button. */
const card = (page: Page, button: string): Locator =>
  page.locator("section.card").filter({ has: page.getByRole("button", { name: button }) });

async function fill(form: Page | Locator, typed: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(typed)) await form.getByLabel(label, { exact: true }).fill(text);
}

async function joins(page: Page, link: string, neu = new Newcomer(page)): Promise<Newcomer> {
  await neu.joins(link);
  await neu.opens("account");
  await neu.setsUpApp();
  await neu.writesRecoveryCodeDown();
  await expect(page.locator(".waiting")).toBeVisible();
  return neu;
}

/** So that there is something to hand over. */
async function takesCase({ page }: Newcomer): Promise<void> {
  const sent = await (await openForm()).sends({ site: SITE, message: "Ich brauche Rat." });
  const { id } = await caseBehind(await receiptAfter(sent));
  await page.goto(`/de/dashboard/cases/${id}`);
  await page.getByRole("button", { name: t("staff.case.assign.take") }).click();
  await expect(page.getByText(t("staff.status.assigned")).first()).toBeVisible();
}

/** Somebody whose page is open was last here a hundred days ago. */
async function isAwayForLong(page: Page): Promise<void> {
  const account = page.url().split("/").at(-1);
  await inDatabase("UPDATE account SET last_seen_on = current_date - 100 WHERE id = $1", [account]);
  await page.reload();
}

/** @returns the path of the link for the first lead, after the language */
async function createsSite(page: Page): Promise<string> {
  await page.goto("/de/network/sites");
  await shoot(page, "netz-standorte");
  const form = page.locator(".settings-form").last();
  await fill(form, {
    [t("staff.networkSettings.fields.slug")]: "kassel",
    [t("staff.networkSettings.fields.name")]: "weact Kassel",
    [t("staff.networkSettings.fields.carriers")]: "Träger (Demo)",
  });
  await form.getByLabel(t("staff.networkSettings.fields.stateCode")).selectOption("HE");
  await shoot(form, "standort-anlegen");
  await form.getByRole("button", { name: t("staff.networkSettings.sites.create") }).click();
  await expect(page.getByText(t("staff.networkSettings.saved"))).toBeVisible({ timeout: 40_000 });
  await page.getByRole("link", { name: "weact Kassel" }).click();
  await page.getByRole("button", { name: t("staff.networkSettings.invite.button") }).click();
  const { pathname } = new URL((await page.getByTestId("invitation").textContent()) ?? "");
  await shoot(page.locator(".settings-check"), "erste-leitung");
  return pathname.replace("/de/", "");
}

async function foundsSite(page: Page): Promise<void> {
  await page.goto("/de/account/site-keys");
  await fill(page, { [t("staff.siteKeys.found.name")]: "Leitung (Demo)" });
  await shoot(page.locator(".person-page"), "schluessel-anlegen");
  await page.getByRole("button", { name: t("staff.siteKeys.found.button") }).click();
  await page.waitForURL(/\/dashboard\/keys$/);
  await shoot(page.locator(".key-warnings"), "schluessel-warnungen");
  await shoot(page.locator(".key-print"), "notfall-drucken");
}

/** @returns the text of each sheet */
async function printsKey(lead: Lead): Promise<string[]> {
  const { page } = lead.staff;
  const shares = await lead.printsSheets();
  await shoot(page.locator(".key-sheet").first(), "notfall-blatt");
  const ends = shares.map((share) => share.slice(-4));
  await fill(page, { [t("staff.siteKeys.print.lastFour", { digits: "1" })]: ends[0] ?? "" });
  await shoot(page.locator(".key-confirm"), "notfall-bestaetigen");
  await lead.confirmsSheets(ends);
  await expect(page.getByText(t("staff.siteKeys.print.done"))).toBeVisible();
  await lead.opensKeys();
  await shoot(page.locator("section.card").first(), "schluessel-stand");
  await shoot(card(page, t("staff.siteKeys.renew.button")), "schluessel-erneuern");
  return shares;
}
