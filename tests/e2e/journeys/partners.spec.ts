import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../../support/e2e/accessible";
import { caseBehind, inDatabase } from "../../support/e2e/database";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { words } from "../../support/e2e/words";

const t = words("de");

const save = (page: Page) =>
  page.getByRole("button", { name: t("staff.partners.form.save"), exact: true }).click();

/** Adds a partner with an offer, as a counsellor does. */
async function addPartner(page: Page, name: string): Promise<void> {
  await page.goto("/de/dashboard/partners/new");
  await page.getByLabel(t("staff.partners.fields.name")).fill(name);
  await page.getByLabel(t("staff.partners.fields.postalCode")).fill("50667");
  await page.getByLabel(t("staff.partners.fields.city")).fill("Köln");
  await save(page);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("link", { name: t("staff.partners.offerNew") }).click();
  await page.getByLabel(t("staff.partners.fields.title")).fill("Rechtsberatung am Abend");
  await page.getByLabel("Rechtsberatung", { exact: true }).check();
  await page.locator("summary", { hasText: t("staff.partners.fields.languages") }).click();
  await page.getByLabel("Türkisch", { exact: true }).check();
  await page.getByLabel(t("staff.partners.fields.cost")).selectOption("free");
  await save(page);
  await expect(page.getByRole("heading", { level: 3, name: "Rechtsberatung am Abend" })).toBeVisible();
}

for (const scripts of [true, false]) {
  const how = scripts ? "with scripts" : "without scripts";

  test(`a counsellor adds a partner, and another site finds it and checks it, ${how}`, async ({
    counsellor,
  }) => {
    test.setTimeout(120_000);
    const name = unique("Rechtshilfe");
    const { page } = await counsellor("koeln", { scripts });
    await page.goto("/de/dashboard/partners/new");
    await page.getByLabel(t("staff.partners.fields.postalCode")).fill("123");
    await save(page);
    await expect(page.getByText(t("staff.partners.errors.textEmpty"))).toBeVisible();
    await expect(page.getByText(t("staff.partners.errors.postalCodeInvalid"))).toBeVisible();
    await expect(page.getByLabel(t("staff.partners.fields.postalCode"))).toHaveValue("123");
    await addPartner(page, name);
    await page.getByLabel(t("staff.partners.note.label"), { exact: true }).fill("Geht mittags ans Telefon");
    await page.getByRole("button", { name: t("staff.partners.note.button") }).click();
    await expect(page.getByText(t("staff.partners.note.done"))).toBeVisible();

    const other = (await counsellor("bochum", { scripts })).page;
    await other.goto("/de/dashboard/partners");
    await other.getByLabel(t("staff.partners.q"), { exact: true }).fill(`koln ${name.toLowerCase()}`);
    await other.getByRole("button", { name: t("staff.partners.show") }).click();
    await other.getByRole("link", { name }).click();
    await expect(other.getByText("Türkisch").first()).toBeVisible();
    await expect(other.getByLabel(t("staff.partners.note.label"), { exact: true })).toHaveValue("");
    await other.getByRole("button", { name: t("staff.partners.checked.button") }).click();
    await expect(other.getByText(t("staff.partners.checked.never"))).toHaveCount(0);

    await page.reload();
    await expect(page.locator(".settings-events > li").first()).toContainText(
      t("staff.partners.history.partnerChecked"),
    );
    await expect(page.locator(".settings-events > li").first()).toContainText("weact Bochum");
    await expect(page.getByLabel(t("staff.partners.note.label"), { exact: true })).toHaveValue(
      "Geht mittags ans Telefon",
    );
  });
}

test("whoever was slower sees both versions and decides", async ({ counsellor }) => {
  test.setTimeout(90_000);
  const name = unique("Zwei zugleich");
  const [first, second] = [await counsellor("koeln"), await counsellor("bochum")];
  await addPartner(first.page, name);
  for (const { page } of [first, second])
    await page.goto(`${new URL(first.page.url()).pathname.replace(/\/edit$/, "")}/edit`);
  const city = (page: Page) => page.getByLabel(t("staff.partners.fields.city"));
  await city(first.page).fill("Bonn");
  await save(first.page);
  await expect(first.page.getByRole("heading", { level: 1, name })).toBeVisible();
  await city(second.page).fill("Essen");
  await save(second.page);
  await expect(second.page.getByText(t("staff.partners.form.changedMeanwhile"))).toBeVisible();
  await expect(city(second.page)).toHaveValue("Essen");
  await expect(second.page.locator(".settings-current")).toContainText("Bonn");
  await save(second.page);
  await expect(second.page.getByText("Essen").first()).toBeVisible();
});

for (const scripts of [true, false]) {
  test(`a list is read in after it was shown, ${scripts ? "with" : "without"} scripts`, async ({
    counsellor,
  }) => {
    test.setTimeout(90_000);
    const name = unique("Aus der Liste");
    const { page } = await counsellor("muenster", { scripts });
    await page.goto("/de/dashboard/partners/import");
    const choose = async (text: string, encoding: BufferEncoding = "utf8") => {
      const file = { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(text, encoding) };
      await page.getByLabel(t("staff.partners.importer.file")).setInputFiles(file);
      await page.getByRole("button", { name: t("staff.partners.importer.check") }).click();
    };
    await choose("Firma;Ort\nx;y");
    await expect(page.getByText("Unbekannt: Firma.")).toBeVisible();
    await choose(
      `Organisation;PLZ;Ort;Angebot;Sprachen\n${name};48143;Münster;Rat;tr\nFalsch;1;;;\n`,
      "latin1",
    );
    await expect(page.getByText(t("staff.partners.importer.errors"))).toBeVisible();
    await expect(page.getByText(t("staff.partners.importErrors.postalCodeInvalid"))).toBeVisible();
    await expect(page.locator(".import-preview summary").first()).toContainText(name);
    const stored = () =>
      inDatabase<{ city: string }>("SELECT data->>'city' AS city FROM partner WHERE name = $1", [name]);
    expect(await stored()).toEqual([]);
    await page.getByRole("button", { name: "2 Änderungen speichern" }).click();
    await expect(page.getByText("Gespeichert: 2 Änderungen.")).toBeVisible();
    expect(await stored()).toEqual([{ city: "Münster" }]);
  });
}

test("a file that the server does not let in is refused in words without scripts as well", async ({
  counsellor,
}) => {
  const { page } = await counsellor("saarland", { scripts: false });
  for (const [bytes, locale] of [
    [1_600_000, "de"],
    [6_000_000, "tr"],
  ] as const) {
    const said = words(locale);
    await page.goto(`/${locale}/dashboard/partners/import`);
    await page
      .getByLabel(said("staff.partners.importer.file"))
      .setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: Buffer.alloc(bytes, "x") });
    await page.getByRole("button", { name: said("staff.partners.importer.check") }).click();
    await expect(page.getByText(said("staff.partners.importRefused.fileTooLarge"))).toBeVisible();
  }
});

test("the largest list that may be is stored, and larger ones are refused in words", async ({
  counsellor,
}) => {
  test.setTimeout(120_000);
  const { page } = await counsellor("saarland");
  await page.goto("/de/dashboard/partners/import");
  const choose = (text: string) =>
    page
      .getByLabel(t("staff.partners.importer.file"))
      .setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const check = () => page.getByRole("button", { name: t("staff.partners.importer.check") }).click();
  await choose(`Organisation\n${"x\n".repeat(50_000)}`);
  await check();
  await expect(page.getByText(t("staff.partners.importRefused.tooManyRows"))).toBeVisible();
  await choose("x".repeat(3_000_000));
  await expect(page.getByText(t("staff.partners.importRefused.fileTooLarge"))).toBeVisible();
  const name = unique("Großer Verein mit einem sehr langen Namen und noch mehr Wörtern".repeat(2));
  await choose(
    `Organisation;Ort\n${Array.from({ length: 2_000 }, (_, row) => `${name} ${row};Trier`).join("\n")}\n`,
  );
  await check();
  await page.getByRole("button", { name: "2000 Änderungen speichern" }).click();
  await expect(page.getByText("Gespeichert: 2000 Änderungen.")).toBeVisible({ timeout: 60_000 });
});

test("the directory is saved as a table that is read in again", async ({ counsellor }) => {
  test.setTimeout(90_000);
  const name = unique("=Formel");
  const { page } = await counsellor("koeln");
  await addPartner(page, name);
  await page.goto(`/de/dashboard/partners?q=${encodeURIComponent(name)}`);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: t("staff.partners.export") }).click();
  const file = await (await downloading).path();
  expect(readFileSync(file, "utf8")).toContain(`'${name}`);
  await page.goto("/de/dashboard/partners/import");
  await page.getByLabel(t("staff.partners.importer.file")).setInputFiles(file);
  await page.getByRole("button", { name: t("staff.partners.importer.check") }).click();
  await expect(page.getByText(t("staff.partners.importer.nothing"))).toBeVisible();
});

for (const scripts of [true, false]) {
  test(`a case shows who could help, and why, ${scripts ? "with" : "without"} scripts`, async ({
    counsellor,
  }) => {
    test.setTimeout(120_000);
    const name = unique("Hilft in Köln");
    const { page } = await counsellor("koeln", { scripts });
    await addPartner(page, name);
    const sent = await (await openForm()).sends({
      site: "koeln",
      message: unique("Yardım"),
      language: "tr",
      postalCode: "50667",
      anonymous: "yes",
    });
    const { id } = await caseBehind(await receiptAfter(sent));
    await page.goto(`/de/dashboard/cases/${id}/partners`);
    await expect(page.getByLabel(t("staff.partners.helper.postalCode"))).toHaveValue("50667");
    const found = page.locator(".help-offers > li").filter({ hasText: name });
    await expect(found).toContainText("Spricht Türkisch");
    await expect(found).toContainText("Kostenlos");
    await expect(found).toContainText("Weniger als 1 km entfernt");
    await page.getByLabel(t("staff.partners.helper.language")).selectOption("so");
    await page.getByRole("button", { name: t("staff.partners.helper.button") }).click();
    await expect(found).toContainText("Somali steht nicht dabei");
    expect(new URL(page.url()).search).toBe("");
  });
}

test("the pages are usable for everybody", async ({ counsellor }) => {
  test.setTimeout(90_000);
  const { page } = await counsellor("koeln");
  await addPartner(page, unique("Für alle"));
  const partner = new URL(page.url()).pathname;
  for (const path of ["", "/new", "/import"]
    .map((place) => `/de/dashboard/partners${place}`)
    .concat(partner, `${partner}/offers/new`)) {
    await page.goto(path);
    await expectAccessible(page, path);
  }
});
