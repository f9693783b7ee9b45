import { closes } from "../../support/e2e/closing";
import { caseBehind } from "../../support/e2e/database";
import { allows, asks, opens } from "../../support/e2e/referring";
import type { StaffMember } from "../../support/e2e/staff";
import { expect, test } from "../../support/e2e/test";
import { remember, unique } from "../../support/e2e/typed";

const site = "hannover";

/** Somebody calls: their words, name and number, and a main ground. */
async function recordsCall({ page, t }: StaffMember) {
  const told = { message: unique("Abgewiesen am Telefon"), name: unique("Elif"), phone: "0511 445566" };
  remember(told.phone);
  await page.goto("/de/dashboard/cases/new");
  await page.getByLabel(t("staff.enter.told")).fill(told.message);
  await page.getByLabel(t("staff.enter.language")).selectOption("tr");
  await page.getByLabel(t("staff.enter.channel")).selectOption("phone");
  await page.getByLabel(t("staff.enter.phone")).fill(told.phone);
  await page.getByLabel(t("staff.enter.name")).fill(told.name);
  await page.getByLabel(t("staff.record.quick.mainGround")).selectOption("antiMuslim");
  await page.getByRole("button", { name: t("staff.enter.button"), exact: true }).click();
  const receipt = await page.getByTestId("receipt").innerText();
  remember(receipt);
  return { told, receipt, ...(await caseBehind(receipt)) };
}

async function documentsSession({ page, t }: StaffMember, id: string, day: string) {
  const content = unique("Gesprochen");
  await page.goto(`/de/dashboard/cases/${id}/sessions`);
  await page.getByText(t("staff.record.sessions.new")).click();
  const form = page.locator("#new-session-day").locator("xpath=ancestor::form");
  await form.getByLabel(t("staff.record.sessions.fields.day")).fill(day);
  await form.getByLabel(t("staff.record.sessions.fields.minutes")).fill("50");
  await form.getByLabel(t("staff.record.sessions.fields.content")).fill(content);
  await form.getByRole("button", { name: t("staff.record.save") }).click();
  await expect(page.getByRole("listitem").filter({ hasText: content })).toBeVisible();
}

/** Sends what was allowed, records that it was accepted, and what came of it. */
async function refers(berater: StaffMember) {
  const { page, t } = berater;
  const step = async (name: "send" | "answer" | "finish", status: "sent" | "accepted" | "done") => {
    await opens(berater, t(`staff.referrals.${name}.summary`));
    if (name === "finish") {
      await page.getByLabel(t("staff.referrals.finish.result")).fill(unique("Die Wohnung ist wieder frei"));
    }
    await page.getByRole("button", { name: t(`staff.referrals.${name}.button`) }).click();
    await expect(
      page.getByText(t(`staff.referrals.status.${status}`), { exact: true }).first(),
    ).toBeVisible();
  };
  await step("send", "sent");
  await step("answer", "accepted");
  await step("finish", "done");
}

test("a case goes from the first call to its outcome, and passes on only what the person left in", async ({
  person,
  counsellor,
}) => {
  test.setTimeout(180_000);
  const berater = await counsellor(site);
  const { page, t } = berater;
  const { told, receipt, id } = await recordsCall(berater);
  for (const day of ["2025-02-03", "2025-02-10", "2025-02-17"]) await documentsSession(berater, id, day);

  await asks(
    berater,
    `/de/dashboard/cases/${id}/referrals/new`,
    "Mieterverein",
    unique("Hilfe bei der Miete"),
  );
  const elif = await person("tr", { scripts: false });
  await elif.opensMailbox(receipt);
  await allows(elif, told);

  await page.goto(page.url());
  await page.getByRole("link", { name: t("staff.referrals.letter.link") }).click();
  const sheet = page.getByRole("article", { name: t("staff.referrals.letter.title") });
  await expect(sheet).toContainText(told.name);
  await expect(page.getByRole("main")).not.toContainText(told.phone);
  await page.goBack();
  await refers(berater);
  await closes(berater, `/de/dashboard/cases/${id}`);

  await page.goto(`/de/dashboard/cases/${id}/sessions`);
  await expect(page.getByText("50 Minuten")).toHaveCount(3);
  await elif.page.goto("/tr/mailbox");
  await expect(elif.page.getByText(elif.t("public.mailbox.statuses.closed"))).toBeVisible();
});
