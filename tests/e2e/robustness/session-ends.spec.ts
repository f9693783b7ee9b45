import { demoAccount } from "../../support/app";
import { caseBehind, inDatabase } from "../../support/e2e/database";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";

/** What a browser keeps when its session has run out on the server: half of it is as good as none. */
const runsOut = ({ page }: StaffMember) => page.context().clearCookies({ name: "weact-session" });

const aim = ({ page, t }: StaffMember) =>
  page.getByRole("region", { name: t("staff.record.parts.aim"), exact: true });

/** Somebody fills a part of the record in, and sends it when their session is over. */
async function sendsTooLate(berater: StaffMember, id: string, text: string): Promise<void> {
  const { page, t } = berater;
  await page.goto(`/de/dashboard/cases/${id}/record`);
  const fold = aim(berater).locator("summary");
  if ((await aim(berater).getByRole("textbox").first().isVisible()) === false) await fold.first().click();
  await aim(berater).getByRole("textbox").first().fill(text);
  await runsOut(berater);
  await aim(berater)
    .getByRole("button", { name: t("staff.record.save") })
    .click();
}

async function givenRecord(site: string): Promise<string> {
  const sent = await (await openForm()).sends({ site, message: unique("Im Amt") });
  return (await caseBehind(await receiptAfter(sent))).id;
}

test("it keeps a part of the record while its writer signs in in another tab", async ({ counsellor }) => {
  const id = await givenRecord("braunschweig");
  const berater = await counsellor("braunschweig");
  const { page, t } = berater;
  const text = unique("Einen Brief schreiben");
  await sendsTooLate(berater, id, text);
  await expect(page.getByText(t("staff.refused.signedOut"))).toBeVisible();
  await expect(aim(berater).getByRole("textbox").first()).toHaveValue(text);

  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: t("staff.refused.signInLink") }).click();
  await new StaffMember(await opening, berater.account).signsIn();
  await aim(berater)
    .getByRole("button", { name: t("staff.record.save") })
    .click();

  await expect(aim(berater).getByText(t("staff.record.saved"), { exact: true })).toBeVisible();
  await page.reload();
  await expect(aim(berater).getByText(text).first()).toBeVisible();
});

test("it brings a part of the record back after the sign-in without scripts, unsaved", async ({
  counsellor,
}) => {
  const id = await givenRecord("braunschweig");
  const berater = await counsellor("braunschweig", { scripts: false });
  const { page, t } = berater;
  const text = unique("Einen\nBrief schreiben");
  await sendsTooLate(berater, id, text);

  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByText(t("staff.signIn.interrupted"))).toBeVisible();
  expect(await page.content()).not.toContain("Brief schreiben");
  await berater.triesToSignIn();
  await page.waitForURL(/\/sign-in\/kept$/);
  await expect(page.getByText("Brief schreiben")).toBeVisible();
  await page.getByRole("button", { name: t("staff.signIn.kept.button") }).click();

  await expect(page.getByText(t("staff.refused.back"))).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/cases/${id}/record$`));
  await expect(aim(berater).getByRole("textbox").first()).toHaveValue(text);
  const stored = await inDatabase("SELECT id FROM case_entry WHERE case_id = $1", [id]);
  expect(stored.length).toBe(0);
  await aim(berater)
    .getByRole("button", { name: t("staff.record.save") })
    .click();
  await expect(aim(berater).getByText(t("staff.record.saved"), { exact: true })).toBeVisible();
  await page.goto("/de/sign-in");
  await expect(page).toHaveURL(/\/dashboard$/);
});

test("it gives what was written to nobody else who signs in with the same browser", async ({
  counsellor,
}) => {
  const id = await givenRecord("braunschweig");
  const berater = await counsellor("braunschweig", { scripts: false });
  const text = unique("Nur für mich");
  await sendsTooLate(berater, id, text);
  const other = new StaffMember(berater.page, demoAccount("lead", "braunschweig"));
  await other.signsIn();
  await other.page.goto("/de/sign-in/kept");
  await expect(other.page).toHaveURL(/\/dashboard$/);
  await expect(other.page.getByText(text)).toHaveCount(0);
});
