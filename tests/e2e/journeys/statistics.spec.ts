import type { Page } from "@playwright/test";
import { inDatabase } from "../../support/e2e/database";
import { call } from "../../support/e2e/http";
import { tablesIn } from "../../support/e2e/statistics-file";
import { expect, test } from "../../support/e2e/test";
import { words } from "../../support/e2e/words";

const t = words("de");

type Cell = { quarter: string; table: string; site: string; category: string; value: number };

const released = () =>
  inDatabase<Cell>('SELECT quarter, partition AS "table", site, category, value FROM statistic_cell');

const add = (cells: readonly Cell[]): number => cells.reduce((sum, { value }) => sum + value, 0);

const digitsOf = (text: string | null): number => Number((text ?? "").replace(/\D/g, ""));

/** The big number at the top. */
const total = async (page: Page): Promise<number> =>
  digitsOf(await page.locator(".stat-big").first().textContent());

/** The numbers of a figure, by the names of its rows. */
const rowsOf = (page: Page, figure: string) =>
  page.locator(`#${figure} tbody tr`).evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.querySelector("th bdi, th")?.textContent ?? "",
      value: row.querySelector(".stat-number")?.textContent ?? "",
    })),
  );

test("a coordinator sees the network, narrows it down without scripts, and takes along what is shown", async ({
  browserOf,
  coordinator,
}) => {
  test.setTimeout(120_000);
  const { page: signedIn } = await coordinator();
  const page = await browserOf({ scripts: false });
  await page.context().addCookies(await signedIn.context().cookies());
  await page.goto("/de/network");
  await expect(page.getByText(t("staff.statistics.demo.mark"))).toBeVisible();
  await expect(page.getByText(t("staff.statistics.explain"))).toBeVisible();
  const whole = await total(page);
  expect(whole % 5).toBe(0);

  await page.getByLabel(t("staff.statistics.filter.land")).selectOption("NW");
  await page.getByRole("button", { name: t("staff.statistics.filter.show") }).click();

  const narrowed = await total(page);
  expect(narrowed).toBeLessThan(whole);
  await expect(page.locator("#sites tbody tr")).toHaveCount(4);
  await expect(page.getByText(t("staff.statistics.nationalOnly"))).toBeVisible();
  const file = await page.getByRole("link", { name: "CSV", exact: true }).getAttribute("href");
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  const { status, text } = await call(file ?? "", { cookies });
  expect(status).toBe(200);
  for (const explained of ["demo.mark", "explain", "method", "counted"] as const) {
    expect(text).toContain(t(`staff.statistics.${explained}`));
  }
  for (const [title, rows] of tablesIn(text)) {
    const sum = rows.at(-1)?.[1];
    expect([title, sum]).toEqual([title, narrowed]);
    expect(rows.slice(0, -1).reduce((all, [, value]) => all + value, 0)).toBe(narrowed);
  }
});

test("every number on the page and in its files is a sum of released numbers, whatever is chosen, each time", async ({
  coordinator,
}) => {
  test.setTimeout(180_000);
  const { page } = await coordinator();
  const cells = await released();
  const quarters = [...new Set(cells.map(({ quarter }) => quarter))].toSorted();
  const sites = [...new Set(cells.map(({ site }) => site))].filter(Boolean);
  const pick = <Value>(values: readonly Value[]) =>
    values[Math.floor(Math.random() * values.length)] as Value;
  const seen = new Map<string, string>();
  for (let round = 0; round < 25; round += 1) {
    const [from, to] = [pick(quarters), pick(quarters)].toSorted() as [string, string];
    const chosen = sites.filter(() => Math.random() < 0.4);
    const table = pick(["", "ground", "lifeArea"]);
    const category = pick(cells.filter((cell) => cell.table === table))?.category ?? "";
    const query = new URLSearchParams([
      ["from", from],
      ["to", to],
      ...chosen.map((site) => ["site", site]),
      ["only", table && `${table}.${category}`],
    ]);
    await page.goto(`/de/network?${query}`);
    const counted = cells.filter(
      (cell) =>
        cell.table === (table || "ground") &&
        cell.site !== "" &&
        (!table || cell.category === category) &&
        (chosen.length === 0 || chosen.includes(cell.site)) &&
        cell.quarter >= from &&
        cell.quarter <= to,
    );
    expect([String(query), await total(page)]).toEqual([String(query), add(counted)]);
    expect(await page.locator(".stat-columns figure").count()).toBe(table ? 0 : chosen.length > 0 ? 11 : 12);
    for (const { value } of await rowsOf(page, "sites")) {
      if (!value.startsWith("≈") && value !== "0–4") expect(digitsOf(value) % 5).toBe(0);
    }
    const shown = (await page.locator(".stat-number").allTextContents()).join(" ");
    expect(seen.get(String(query)) ?? shown).toBe(shown);
    seen.set(String(query), shown);
  }
  const [[query, shown]] = [...seen] as [[string, string]];
  await page.goto(`/de/network?${query}`);
  expect((await page.locator(".stat-number").allTextContents()).join(" ")).toBe(shown);
});

test("every address of the statistics answers a coordinator with nothing else, and nobody else at all", async ({
  coordinator,
  counsellor,
}) => {
  test.setTimeout(120_000);
  const visitor = await coordinator();
  const cookies = await visitor.cookies();
  const others = await (await counsellor("koeln")).cookies();
  const nonsense = "?from=2025-Q9&to=%00&site=koeln&site=';--&land=ZZ&only=outcome.apology&table=case_file";
  for (const place of ["", "/definitions", "/report", "/export/csv", "/export/xlsx", "/export/pdf"]) {
    expect([place, (await call(`/de/network${place}${nonsense}`, { cookies })).status]).toEqual([place, 200]);
    expect((await call(`/de/network${place}${nonsense}`, { cookies: others })).status).toBe(404);
    expect((await call(`/de/network${place}${nonsense}`, {})).status).toBe(307);
  }
  for (const format of ["json", "constructor", "__proto__"])
    expect([format, (await call(`/de/network/export/${format}`, { cookies })).status]).toEqual([format, 404]);
  // A filter that does not exist changes nothing: it falls back to everything of the site that does.
  const [odd, plain] = await Promise.all(
    [nonsense, "?site=koeln"].map(
      async (query) => (await call(`/de/network/export/csv${query}`, { cookies })).text,
    ),
  );
  expect(odd).toBe(plain);
});

for (const scripts of [true, false]) {
  test(`a coordinator writes the report, ${scripts ? "with" : "without"} scripts`, async ({
    browserOf,
    coordinator,
  }) => {
    const { page: signedIn } = await coordinator();
    const page = await browserOf({ scripts });
    await page.context().addCookies(await signedIn.context().cookies());
    await page.goto("/de/network/report?year=2025&half=2");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Zweites Halbjahr 2025");
    const form = page.locator(".stat-words");
    if ((await form.getAttribute("open")) === null) await form.locator("summary").click();
    const text = `Ein Absatz, ${scripts ? "mit" : "ohne"} Skript.`;
    await form.getByLabel(t("staff.statistics.report.outlook")).fill(text);
    await form.getByRole("button", { name: t("staff.networkSettings.save") }).click();
    await expect(page.locator(".stat-said")).toContainText(text);
    await page.emulateMedia({ media: "print" });
    await expect(form).toBeHidden();
    await expect(page.locator(".stat-said")).toBeVisible();
  });
}
