import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { inDatabase } from "../../support/e2e/database";
import { actionBody, type BuiltAction, builtActions, builtRoutes } from "../../support/e2e/entry-points";
import { call, fromOurPages, multipart } from "../../support/e2e/http";
import { Lead } from "../../support/e2e/lead";
import { Newcomer } from "../../support/e2e/newcomer";
import { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { remember, unique } from "../../support/e2e/typed";
import { words } from "../../support/e2e/words";

const t = words("de");
// Nobody else is invited to either while this runs. Whoever works at both begins at the first by its name.
const HERE = "koeln";
const THERE = "braunschweig";
const NAME_OF = { [HERE]: "weact Köln", [THERE]: "weact Braunschweig" };

/** Adds a partner, who is then there at every desk. @returns its id */
async function givenPartner(page: Page): Promise<string> {
  const name = unique("Beratungsstelle");
  await page.goto("/de/dashboard/partners/new");
  await page.getByLabel(t("staff.partners.fields.name")).fill(name);
  await page.getByRole("button", { name: t("staff.partners.form.save"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return page.url().split("/").at(-1) ?? "";
}

const sitesWithNote = (partner: string) =>
  inDatabase<{ site: string }>("SELECT site_id AS site FROM partner_note WHERE partner_id = $1", [partner]);

const countInvitations = async (site: string): Promise<number> =>
  (await inDatabase("SELECT id FROM invitation WHERE site_id = $1", [site])).length;

/** The way from another desk to the one of a site. */
const wayTo = (page: Page, site: keyof typeof NAME_OF) =>
  page.getByRole("button", { name: t("staff.nav.switchTo", { site: NAME_OF[site] }) });

/** Chooses a desk in another tab of the same browser. */
async function switchesTo(page: Page, site: keyof typeof NAME_OF): Promise<void> {
  const tab = await page.context().newPage();
  await tab.goto("/de/dashboard");
  await wayTo(tab, site).click();
  await expect(wayTo(tab, site === HERE ? THERE : HERE)).toBeVisible();
  await tab.close();
}

/** Somebody who leads one site and counsels at another. */
async function givenAtTwoSites(leads: Lead[], page: Page): Promise<Newcomer> {
  const neu = new Newcomer(page);
  const name = unique("An zwei Standorten");
  for (const [index, lead] of leads.entries()) {
    const link = await lead.invites(name, index === 0 ? "lead" : "counsellor");
    if (index === 0) await neu.joins(link);
    else {
      await neu.opens(link);
      await page.getByRole("button", { name: t("staff.join.alsoButton") }).click();
      await page.waitForURL(/\/de\/account$/);
    }
    await neu.opens("account");
    await lead.grants(name, await page.getByTestId("fingerprint").innerText());
  }
  return neu;
}

/** Invites at one's own desk, and sends it when another one is open, whose lead one is not. */
async function invitesTooLate(page: Page): Promise<void> {
  const name = page.getByLabel(t("staff.people.invite.name"), { exact: true });
  const button = page.getByRole("button", { name: t("staff.people.invite.button") });
  const invited = unique("Wer kommt");
  remember(invited);
  await switchesTo(page, HERE);
  await page.goto("/de/dashboard/people");
  await name.fill(invited);
  await switchesTo(page, THERE);
  const before = [await countInvitations(HERE), await countInvitations(THERE)];
  await button.click();
  await expect(page.getByText(t("staff.refused.otherDesk"))).toBeVisible();
  await expect(name).toHaveValue(invited);
  expect([await countInvitations(HERE), await countInvitations(THERE)]).toEqual(before);
  await switchesTo(page, HERE);
  await button.click();
  await expect(page.getByTestId("link")).toBeVisible();
}

/** Writes a note at one desk, and sends it without scripts when another one is open. */
async function notesTooLate(page: Page, partner: string): Promise<void> {
  const note = page.getByLabel(t("staff.partners.note.label"), { exact: true });
  const save = page.getByRole("button", { name: t("staff.partners.note.button") });
  const text = unique("Nur für uns");
  remember(text);
  await switchesTo(page, HERE);
  await page.goto(`/de/dashboard/partners/${partner}`);
  await note.fill(text);
  await switchesTo(page, THERE);
  await save.click();
  await expect(page.getByText(t("staff.refused.deskAgain"))).toBeVisible();
  await expect(note).toHaveValue(text);
  await expect(wayTo(page, THERE)).toBeVisible();
  expect(await sitesWithNote(partner)).toEqual([]);
  await save.click();
  await expect(page.getByText(t("staff.partners.note.done"))).toBeVisible();
  expect(await sitesWithNote(partner)).toEqual([{ site: HERE }]);
}

test("it saves nothing at another desk than the one it was typed at, and keeps what was typed", async ({
  lead,
  browserOf,
}) => {
  test.setTimeout(180_000);
  const page = await browserOf();
  const neu = await givenAtTwoSites([new Lead(await lead(HERE)), new Lead(await lead(THERE))], page);
  await invitesTooLate(page);

  const account = { email: neu.email, passphrase: neu.passphrase } as StaffMember["account"];
  const quiet = new StaffMember(await browserOf({ scripts: false }), account);
  await quiet.signsIn();
  await notesTooLate(quiet.page, await givenPartner(page));
});

test("it does nothing at all in the name of another site", async ({ lead }) => {
  const cookies = await (await lead(HERE)).cookies();
  const invitations = await countInvitations(HERE);
  const fields = { desk: THERE, id: randomUUID(), name: unique("Wer kommt"), role: "lead", seen: "0" };
  remember(fields.name);
  for (const action of builtActions().filter(({ name }) => name.startsWith("dashboard/"))) {
    const { status, text } = await callAction(action, fields, cookies);
    expect.soft([status, text.includes(t("staff.refused.otherDesk"))], action.name).toEqual([200, true]);
    expect.soft(text, action.name).toContain(fields.name);
  }
  expect(await inDatabase("SELECT id FROM partner WHERE id = $1", [fields.id])).toEqual([]);
  expect(await countInvitations(HERE)).toBe(invitations);
});

function callAction({ id, pages }: BuiltAction, fields: Record<string, string>, cookies: string[]) {
  const { body, type } = multipart(actionBody(fields));
  const headers = { "Content-Type": type, "Next-Action": id, Accept: "text/x-component", ...fromOurPages() };
  const page = (pages[0] ?? "").replace(/\/\([\w-]+\)|\/page$/g, "").replace("[locale]", "de");
  return call(page.replace(/\[\w+\]/g, fields.id ?? ""), { method: "POST", body, headers, cookies });
}

test("it tells with every form that belongs to no case at whose desk it was opened", async ({ lead }) => {
  const leitung = await lead(HERE);
  const partner = await givenPartner(leitung.page);
  const cookies = await leitung.cookies();
  const [colleague] = await inDatabase<{ id: string }>(
    "SELECT account_id AS id FROM membership WHERE site_id = $1 AND role = 'counsellor' AND active",
    [HERE],
  );
  const pages = builtRoutes()
    .filter(isOfDesk)
    .map(addressAt(partner, colleague?.id ?? ""));
  let forms = 0;
  for (const page of pages) {
    const { status, text } = await call(page, { cookies });
    expect.soft(status, page).toBe(200);
    for (const [form] of text.matchAll(/<form\b.*?<\/form>/gs)) {
      if (!form.includes('name="$ACTION_') || /class="sign-out"|name="(caseId|handoverId|case-)/.test(form))
        continue;
      forms += 1;
      expect.soft(form, page).toContain(`name="desk" value="${HERE}"`);
    }
  }
  expect(forms).toBeGreaterThan(15);
});

/** A page that is about no single case. A search changes nothing, and an offer's form is the one for a new offer. */
const isOfDesk = (route: string): boolean =>
  /\/dashboard\/(?!search).*page$/.test(route) && !/\[(caseId|offerId|\.\.\.rest)\]/.test(route);

const addressAt = (partner: string, colleague: string) => (route: string) =>
  `${route
    .replace(/\/\([\w-]+\)|\/page$/g, "")
    .replace("[locale]", "de")
    .replace("[partnerId]", partner)
    .replace("[accountId]", colleague)
    .replace("[part]", "offices")}?from=${colleague}`;
