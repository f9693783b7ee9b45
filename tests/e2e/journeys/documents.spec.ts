import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expectAccessible } from "../../support/e2e/accessible";
import { caseBehind } from "../../support/e2e/database";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { expect, test } from "../../support/e2e/test";
import { remember, unique } from "../../support/e2e/typed";

const site = "bielefeld";

async function givenCase(message: string, name = unique("Name")) {
  const contact = { name, email: "jemand@person.example" };
  const sent = await (await openForm()).sends({ site, message, language: "de", anonymous: "no", ...contact });
  return caseBehind(await receiptAfter(sent));
}

for (const scripts of [true, false]) {
  const how = scripts ? "with" : "without";

  test(`it writes a letter from a template, ${how} scripts`, async ({ counsellor }) => {
    const name = unique("Deniz");
    const { id } = await givenCase(unique("Bitte schreibt einen Brief"), name);
    const { page, t } = await counsellor(site, { scripts });
    await page.goto(`/de/dashboard/cases/${id}/documents`);
    await page.getByLabel(t("staff.documents.template")).selectOption({ label: "Bitte um Stellungnahme" });
    await page.getByRole("button", { name: t("staff.documents.begin") }).click();

    const text = page.getByLabel(t("staff.documents.text"));
    await expect(text).toHaveValue(new RegExp(`${name} hat sich an unsere Beratungsstelle gewandt`));
    await expect(text).toHaveValue(/\{party\}/);
    const party = unique("Wohnungsgesellschaft");
    await text.fill((await text.inputValue()).replace("{party}", party));
    remember(party);
    await page.getByRole("button", { name: t("staff.documents.save") }).click();

    await expect(page.getByText(t("staff.documents.saved"))).toBeVisible();
    await expect(page.getByText("{incidentDay}").first()).toBeVisible();
    if (scripts) await expectAccessible(page, "a letter");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("article")).toContainText(party);
    await expect(page.getByRole("navigation")).toHaveCount(0);
    await page.emulateMedia({ media: "screen" });
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: t("staff.documents.docx") }).click();
    expect((await downloading).suggestedFilename()).toBe("brief.docx");
  });

  test(`it shows both versions to the second of two who change a letter, ${how} scripts`, async ({
    counsellor,
    lead,
  }) => {
    const { id } = await givenCase(unique("Zwei schreiben"));
    const [first, second] = [await lead(site), await counsellor(site, { scripts })];
    await first.page.goto(`/de/dashboard/cases/${id}/documents/new`);
    await first.page.getByLabel(first.t("staff.documents.name"), { exact: true }).fill("Brief");
    await first.page.getByLabel(first.t("staff.documents.text"), { exact: true }).fill("Anfang");
    await first.page.getByRole("button", { name: first.t("staff.documents.save") }).click();
    await expect(first.page.getByText(first.t("staff.documents.saved"))).toBeVisible();
    await second.page.goto(first.page.url());
    const [one, other] = [unique("Fassung eins"), unique("Fassung zwei")];
    for (const text of [one, other]) remember(text);
    await first.page.getByLabel(first.t("staff.documents.text"), { exact: true }).fill(one);
    await first.page.getByRole("button", { name: first.t("staff.documents.save") }).click();
    await expect(first.page.getByText(first.t("staff.documents.saved"))).toBeVisible();

    const { page, t } = second;
    await page.getByLabel(t("staff.documents.text"), { exact: true }).fill(other);
    await page.getByRole("button", { name: t("staff.documents.save") }).click();

    await expect(page.getByText(t("staff.documents.changedMeanwhile"))).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: one })).toBeVisible();
    await expect(page.getByLabel(t("staff.documents.text"), { exact: true })).toHaveValue(other);
    await page.getByRole("button", { name: t("staff.documents.save") }).click();
    await expect(page.getByText(t("staff.documents.saved"))).toBeVisible();
  });

  test(`it finds a word in what people wrote, and says how much it looked through, ${how} scripts`, async ({
    counsellor,
  }) => {
    const word = unique("Quittenbäume").replaceAll(" ", "");
    const { id, number } = await givenCase(`Da standen ${word} am Weg`);
    const { page, t } = await counsellor(site, { scripts });
    await page.goto("/de/dashboard/search");
    await page.getByLabel(t("staff.search.label")).fill("ab");
    await page.getByRole("button", { name: t("staff.search.button") }).click();
    await expect(page.getByText(t("staff.search.errors.wordsTooShort"))).toBeVisible();
    await page.getByLabel(t("staff.search.label")).fill(word.toUpperCase().replace("Ä", "a"));
    await page.getByRole("button", { name: t("staff.search.button") }).click();

    const hit = page.getByRole("link", { name: t("staff.list.caseNumber", { number: String(number) }) });
    await expect(hit).toHaveAttribute("href", `/de/dashboard/cases/${id}`);
    await expect(page.locator("mark")).toHaveText(word);
    await expect(page.getByText(/^Durchsucht: \d+ Fälle/)).toBeVisible();
    expect(page.url()).not.toContain(word);
    const over = page.getByLabel(t("staff.search.over.label"));
    await over.check();
    await page.getByRole("button", { name: t("staff.search.button") }).click();
    await expect(page.getByText(/Eure Stelle hat \d+ Fälle/)).toBeVisible();
    await expect(over).toBeChecked();
    await expect(hit).toBeVisible();
    if (scripts) await expectAccessible(page, "the search");
  });
}

test("it shows everybody who opened a case, and what they did", async ({ counsellor, lead }) => {
  const { id } = await givenCase(unique("Wer liest mit?"));
  const [first, second] = [await counsellor(site), await lead(site)];
  await first.page.goto(`/de/dashboard/cases/${id}`);
  await first.notes(unique("Notiz"));
  await second.page.goto(`/de/dashboard/cases/${id}/history`);

  const entries = second.page.getByRole("main").getByRole("listitem");
  await expect(entries.filter({ hasText: "hat den Fall geöffnet" })).toHaveCount(2);
  await expect(entries.filter({ hasText: "hat eine Notiz geschrieben" })).toHaveCount(1);
  await expect(entries.filter({ hasText: "Die Person hat geschrieben" })).toHaveCount(1);
  await expectAccessible(second.page, "the history of a case");
});

test("it gives a person their data as a file that opens with the code alone", async ({
  counsellor,
  browser,
}, testInfo) => {
  const message = unique("Was wisst ihr über mich?");
  const { id } = await givenCase(message);
  const { page, t } = await counsellor(site);
  await page.goto(`/de/dashboard/cases/${id}/export`);
  await expectAccessible(page, "giving out data");
  const code = await page.getByTestId("code").innerText();
  remember(code);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: t("staff.print.export.button") }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("daten.html");

  // In a browser of the person's own, from the disk and without any network.
  const file = testInfo.outputPath("daten.html");
  await download.saveAs(file);
  expect(readFileSync(file, "utf8")).not.toContain(message);
  const own = await browser.newContext({ offline: true });
  const reader = await own.newPage();
  await reader.goto(pathToFileURL(file).href);
  await reader.getByLabel("Code").fill("1234");
  await reader.getByRole("button", { name: t("staff.print.export.file.open") }).click();
  await expect(reader.getByText(t("staff.print.export.file.wrong"))).toBeVisible();
  await reader.getByLabel("Code").fill(code);
  await reader.getByRole("button", { name: t("staff.print.export.file.open") }).click();
  await expect(reader.getByText(message)).toBeVisible();
  await own.close();
});

test("it prints a case as a whole", async ({ counsellor }) => {
  const message = unique("Auf Papier");
  const { id } = await givenCase(message);
  const { page } = await counsellor(site);
  await page.goto(`/de/dashboard/cases/${id}/print`);
  await expectAccessible(page, "a printed case");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(message)).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
});
