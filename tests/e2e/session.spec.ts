import { demoAccount } from "../support/app";
import { caseBehind, inDatabase } from "../support/e2e/database";
import { openForm, receiptAfter } from "../support/e2e/form";
import { call } from "../support/e2e/http";
import { StaffMember } from "../support/e2e/staff";
import { expect, test } from "../support/e2e/test";
import { unique } from "../support/e2e/typed";

const SIGN_IN = "/de/sign-in";

/** Where a request with these cookies is led, or its status when it is let in. */
async function asksFor(path: string, cookies: string[]): Promise<string | number> {
  const { status, headers } = await call(path, { cookies });
  return headers.location ?? status;
}

/** The account behind a membership: addresses are not stored. */
const OF_LEAD = "(SELECT account_id FROM membership WHERE site_id = $1 AND role = 'lead')";

test("it ends a copied session with the sign-out", async ({ counsellor }) => {
  const berater = await counsellor("neumuenster");
  const copied = await berater.cookies();
  expect(await asksFor("/de/dashboard", copied)).toBe(200);

  await berater.signsOut();

  expect(await asksFor("/de/dashboard", copied)).toBe(SIGN_IN);
  await berater.page.goBack();
  await berater.page.reload();
  await expect(berater.page).toHaveURL(/\/sign-in$/);
});

test("it ends only the session that signed out", async ({ counsellor }) => {
  const [here, there] = [await counsellor("neumuenster"), await counsellor("neumuenster")];
  await here.signsOut();
  expect(await asksFor("/de/dashboard", await there.cookies())).toBe(200);
});

test("it ends the access of a disabled account at its next request, and does not let it in again", async ({
  lead,
  browserOf,
}) => {
  const leitung = await lead("neumuenster");
  const cookies = await leitung.cookies();
  await inDatabase(`UPDATE account SET disabled_on = current_date WHERE id = ${OF_LEAD}`, ["neumuenster"]);
  try {
    expect(await asksFor("/de/dashboard", cookies)).toBe(SIGN_IN);
    const again = new StaffMember(await browserOf(), demoAccount("lead", "neumuenster"));
    await again.triesToSignIn();
    await expect(again.page.getByText(again.t("staff.signIn.wrong"))).toBeVisible();
  } finally {
    await inDatabase(`UPDATE account SET disabled_on = NULL WHERE id = ${OF_LEAD}`, ["neumuenster"]);
  }
});

test("it ends the access of somebody who left the site at the next request", async ({ lead }) => {
  const cookies = await (await lead("neumuenster")).cookies();
  const leave = "UPDATE membership SET active = $2 WHERE site_id = $1 AND role = 'lead'";
  await inDatabase(leave, ["neumuenster", false]);
  try {
    expect(await asksFor("/de/dashboard", cookies)).toBe(404);
  } finally {
    await inDatabase(leave, ["neumuenster", true]);
  }
});

for (const [what, column, minutes] of [
  ["after half an hour without a request", "seen_at", 31],
  ["after ten hours in any case", "opened_at", 601],
] as const) {
  test(`it ends a session ${what}`, async ({ lead }) => {
    const cookies = await (await lead("bochum")).cookies();
    await inDatabase(
      `UPDATE staff_session SET ${column} = now() - interval '${minutes} minutes' WHERE account_id = ${OF_LEAD}`,
      ["bochum"],
    );
    expect(await asksFor("/de/dashboard", cookies)).toBe(SIGN_IN);
  });
}

test("it needs both halves of one session", async ({ counsellor, lead }) => {
  const [one, two] = [await (await counsellor("bochum")).cookies(), await (await lead("bochum")).cookies()];
  const [session, key] = [half(one, "session"), half(one, "key")];

  expect(await asksFor("/de/dashboard", [session, key])).toBe(200);
  expect(await asksFor("/de/dashboard", [session])).toBe(SIGN_IN);
  expect(await asksFor("/de/dashboard", [key])).toBe(SIGN_IN);
  expect(await asksFor("/de/dashboard", [session, half(two, "key")])).toBe(SIGN_IN);
  expect(await asksFor("/de/dashboard", [`${session.slice(0, -3)}abc`, key])).toBe(SIGN_IN);
});

const half = (cookies: string[], name: "session" | "key"): string =>
  cookies.find((cookie) => cookie.startsWith(`weact-${name}=`)) ?? "";

for (const scripts of [true, false]) {
  test(`it says the same of a wrong passphrase and an unknown account, ${scripts ? "with" : "without"} scripts`, async ({
    browserOf,
  }) => {
    const somebody = new StaffMember(await browserOf({ scripts }), demoAccount("counsellor", "bochum"));
    const { page, t } = somebody;
    for (const email of [somebody.account.email, "nobody@bochum.example", "no address at all"]) {
      await somebody.triesToSignIn(
        "not the passphrase",
        email.replaceAll(" ", ".").replace(/^[^@]*$/, "a@b"),
      );
      await expect(page.getByText(t("staff.signIn.wrong"))).toBeVisible();
      await expect(page.getByLabel(t("staff.signIn.email"))).not.toHaveValue("");
      await expect(page.getByLabel(t("staff.signIn.passphrase"))).toHaveValue("");
    }
  });
}

test("it takes as long to refuse an unknown account as a wrong passphrase", async ({ browserOf }) => {
  const somebody = new StaffMember(await browserOf({ scripts: false }), demoAccount("counsellor", "bochum"));
  const quickest = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 6; round++) {
    for (const which of ["known", "unknown"] as const) {
      const email = which === "known" ? somebody.account.email : `nobody-${round}@bochum.example`;
      quickest[which] = Math.min(quickest[which], await timeToRefuse(somebody, email));
    }
  }
  // The quickest of several tells most about the work and least about what else this machine does. Without the
  // passphrase's hash one answer would take a fifth of the other; the work itself is compared in
  // tests/integration/auth/sign-in.test.ts.
  expect(quickest.unknown / quickest.known).toBeGreaterThan(0.45);
  expect(quickest.unknown / quickest.known).toBeLessThan(2.2);
});

async function timeToRefuse({ page, t }: StaffMember, email: string): Promise<number> {
  await page.goto(SIGN_IN);
  await page.getByLabel(t("staff.signIn.email")).fill(email);
  await page.getByLabel(t("staff.signIn.passphrase")).fill("not the passphrase");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: t("staff.signIn.button") }).click();
  const { requestStart, responseStart } = (await answered).request().timing();
  return responseStart - requestStart;
}

test("it keeps what a counsellor wrote while the session ended", async ({ counsellor }) => {
  const sent = await (await openForm()).sends({ site: "braunschweig", message: unique("Im Amt") });
  const { id } = await caseBehind(await receiptAfter(sent));
  const { page, t } = await counsellor("braunschweig");
  await page.goto(`/de/dashboard/cases/${id}`);
  const answer = unique("Eine lange, sorgfältige Antwort");
  await page.getByLabel(t("staff.case.answer.label")).fill(answer);
  await page.context().clearCookies();

  await page.getByRole("button", { name: t("staff.case.answer.button") }).click();

  await expect(page.getByText(t("staff.refused.signedOut"))).toBeVisible();
  await expect(page.getByLabel(t("staff.case.answer.label"))).toHaveValue(answer);
});
