import { openForm, receiptAfter } from "../../support/e2e/form";
import { call, fromOurPages, urlencoded } from "../../support/e2e/http";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";

const TWENTY_MINUTES = 20 * 60;

test("it hides the letters after 20 minutes without scripts and keeps what is being typed", async ({
  person,
}) => {
  const amal = await person("de", { scripts: false });
  const story = unique("Der Kontrolleur hat nur mich gefragt");
  const receipt = await amal.writesTo("luebeck", { message: story });
  await amal.opensMailbox(receipt);
  const draft = amal.page.getByLabel(amal.t("public.mailbox.thread.write"));
  await draft.fill(unique("Mir ist noch etwas eingefallen"));
  const typed = await draft.inputValue();
  const note = amal.page.getByText(amal.t("public.mailbox.thread.hiddenHeading"));
  const letter = amal.page.getByText(story);

  await expect(letter).toBeVisible();
  await expect(note).toBeHidden();
  await letWaitInBrowser(amal.page, TWENTY_MINUTES * 1000 - 1_000);
  await expect(letter).toBeVisible();
  await letWaitInBrowser(amal.page, TWENTY_MINUTES * 1000 + 1_000);
  await expect(letter).toBeHidden();
  await expect(note).toBeVisible();
  await expect(draft).toHaveValue(typed);
});

/** Moves every animation of the page to the moment it would have reached by then. */
async function letWaitInBrowser(page: import("@playwright/test").Page, ms: number): Promise<void> {
  await page.evaluate((moment) => {
    for (const animation of document.getAnimations()) animation.currentTime = moment;
  }, ms);
}

test("it ends the mailbox on the device after 20 minutes", async ({ person }) => {
  const amal = await person("de", { scripts: false });
  const receipt = await amal.writesTo("luebeck", { message: unique("Ich schreibe aus der Bibliothek") });
  const before = Date.now() / 1000;
  await amal.opensMailbox(receipt);

  const cookies = await amal.page.context().cookies();
  const mailbox = cookies.find(({ name }) => name === "mailbox");
  expect(mailbox).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
  expect(Math.round((mailbox?.expires ?? 0) - before)).toBeLessThanOrEqual(TWENTY_MINUTES + 5);
  expect(Math.round((mailbox?.expires ?? 0) - before)).toBeGreaterThan(TWENTY_MINUTES - 30);
});

test("it keeps a letter whose mailbox ended meanwhile, and sends it once the receipt is given again", async ({
  person,
}) => {
  const amal = await person("de", { scripts: false });
  const receipt = await amal.writesTo("luebeck", { message: unique("Auf dem Amt wurde ich ausgelacht") });
  const reply = unique("Es war die Frau am zweiten Schalter");
  await amal.opensMailbox(receipt);
  await amal.page.context().clearCookies({ name: "mailbox" });

  await amal.writesBack(reply);

  await expect(amal.page.getByText(amal.t("public.mailbox.problems.ended"))).toBeVisible();
  await expect(amal.page.getByLabel(amal.t("public.mailbox.entry.text"))).toHaveValue(reply);
  await amal.page.getByLabel(amal.t("public.mailbox.entry.receipt")).fill(receipt);
  await amal.page.getByRole("button", { name: amal.t("public.mailbox.entry.button") }).click();
  await expect(amal.page.getByLabel(amal.t("public.mailbox.thread.write"))).toHaveValue(reply);
  await amal.page.getByRole("button", { name: amal.t("public.mailbox.thread.send") }).click();
  await expect(amal.letters).toHaveCount(2);
});

test("it answers a wrong, a mistyped and a made-up receipt alike", async () => {
  const form = await openForm();
  const receipt = await receiptAfter(await form.sends({ site: "luebeck", message: unique("Vor dem Club") }));
  const mistyped = receipt.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  const answers = [];
  for (const tried of [mistyped, "00000 00000 00000 00000 000001", "1234", "kein Code", ""]) {
    const { body, type } = urlencoded({ receipt: tried });
    const headers = { "Content-Type": type, ...fromOurPages() };
    answers.push(await call("/de/mailbox/open", { method: "POST", body, headers }));
  }

  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers.flatMap(({ cookies }) => cookies)).toEqual([]);
});

test("it refuses an empty and an over-long letter and keeps what was written", async ({ person }) => {
  const amal = await person("tr", { scripts: false });
  await amal.opensMailbox(await amal.writesTo("luebeck", { message: unique("Otobüste bağırdı") }));

  await amal.writesBack("   ");
  await expect(amal.page.getByRole("alert")).toContainText(amal.t("public.mailbox.errors.messageEmpty"));
  await amal.writesBack("ş".repeat(16_001));
  await expect(amal.page.getByRole("alert")).toContainText(amal.t("public.mailbox.errors.messageTooLong"));
  await expect(amal.page.getByLabel(amal.t("public.mailbox.thread.write"))).toHaveValue("ş".repeat(16_001));
  await expect(amal.letters).toHaveCount(1);
});
