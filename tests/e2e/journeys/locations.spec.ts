import type { Page } from "@playwright/test";
import { expectAccessible } from "../../support/e2e/accessible";
import { call } from "../../support/e2e/http";
import type { Person } from "../../support/e2e/person";
import { expect, test } from "../../support/e2e/test";
import { remember } from "../../support/e2e/typed";
import { inArabicIndicDigits } from "../../support/e2e/words";

/** The names of the sites in the order of the answer. */
const found = (page: Page) => page.locator("#answer article :is(h3, h4)");
const field = (page: Page, name: string) => page.locator(`#finder [name="${name}"]`);

async function looksFor(jo: Person, place: string): Promise<void> {
  await jo.page.goto(`/${jo.locale}/locations`);
  await field(jo.page, "q").fill(place);
  await jo.page.getByRole("button", { name: jo.t("public.locations.form.button") }).click();
  await expect(jo.page).toHaveURL(/#answer$/);
}

for (const scripts of [true, false]) {
  const how = scripts ? "with scripts" : "without scripts";

  test(`somebody finds who is there for them, and writes, ${how}`, async ({ person }) => {
    const jo = await person("de", { scripts });
    const { page, t } = jo;
    await jo.opensHome();
    await page.goto("/de/locations");
    await field(page, "language").selectOption("fr");
    await field(page, "q").fill("Münster");
    await page.getByRole("button", { name: t("public.locations.form.button") }).click();
    const first = page.locator("#answer article").first();
    await expect(first).toContainText("weact Münster");
    await expect(first).toContainText(t("public.locations.reasons.ownState"));
    await expect(first).toContainText("Français");
    await expect(page.getByText(t("public.locations.unconfirmed.language")).first()).toBeVisible();
    await expect(page).toHaveTitle(t("public.locations.title"));

    await first.getByRole("link", { name: "weact Münster", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("weact Münster");
    await expect(page.getByRole("link", { name: "+49 251 23976827", exact: true })).toHaveAttribute(
      "href",
      "tel:+4925123976827",
    );
    await page.getByRole("link", { name: t("public.sites.write", { site: "weact Münster" }) }).click();
    await expect(jo.field("site")).toHaveValue("muenster");
  });

  test(`the language can be switched without losing what was typed, ${how}`, async ({ person }) => {
    const jo = await person("de", { scripts });
    const { page } = jo;
    await page.goto("/de/locations");
    await field(page, "q").fill("Osnabrück");
    await field(page, "language").selectOption("tr");
    await page.locator(".languages summary").click();
    await page.getByRole("button", { name: "Türkçe" }).click();
    await expect(page).toHaveURL(/\/tr\/locations\?/);
    await expect(field(page, "q")).toHaveValue("Osnabrück");
    await expect(field(page, "language")).toHaveValue("tr");
  });
}

test("a site that is there for the Land comes before a nearer one that is not", async ({ person }) => {
  const jo = await person();
  await looksFor(jo, "Osnabrück");
  const names = await found(jo.page).allInnerTexts();
  expect(names.slice(0, 2).toSorted()).toEqual(["weact Braunschweig", "weact Hannover"]);
  expect(names.indexOf("weact Münster")).toBeGreaterThan(1);
  const distances = await jo.page.locator("#answer article").allInnerTexts();
  const km = (name: string) => Number(/(\d+) km/.exec(distances[names.indexOf(name)] ?? "")?.[1]);
  expect(km("weact Münster")).toBeLessThan(km("weact Hannover"));
  await expect(jo.page.locator("path.here")).toHaveCount(1);
});

test("a misspelt place is understood, and of several the right one can be chosen", async ({ person }) => {
  const jo = await person("de", { scripts: false });
  const { page, t } = jo;
  await looksFor(jo, "Manheim");
  await expect(found(page).first()).toHaveText("weact Mannheim");

  await page.goto("/de/locations?q=Neustadt&language=fr&channel=");
  const meant = page.getByRole("navigation", { name: t("public.locations.suggestions") });
  await meant.getByRole("link", { name: "Neustadt am Rübenberge" }).click();
  await expect(page.locator("#answer h2").first()).toContainText("Neustadt am Rübenberge");
  await expect(field(page, "language")).toHaveValue("fr");
});

test("a place that nobody knows is said to be unknown, and every site is still there", async ({ person }) => {
  const jo = await person();
  const nowhere = "Zzzqqqwwwxxx";
  remember(nowhere);
  await looksFor(jo, nowhere);
  await expect(jo.page.getByRole("status")).toContainText(nowhere);
  await expect(found(jo.page)).not.toHaveCount(0);
  await jo.page.goto(`/de/locations?q=${encodeURIComponent("<b>ß\u0000'\"")}&language=xx&channel=xx`);
  await expect(found(jo.page)).not.toHaveCount(0);
});

test("somebody far from every site is told how to reach one all the same", async ({ person }) => {
  const jo = await person();
  const { page, t } = jo;
  await looksFor(jo, "01067");
  await expect(page.getByRole("heading", { name: t("public.locations.remote.heading") })).toBeVisible();
  const ways = page.locator("#answer dt");
  await expect(ways.filter({ hasText: t("public.locations.remote.phone") })).toBeVisible();
  await expect(ways.filter({ hasText: t("public.locations.remote.chat") })).toBeVisible();
  await expect(page.getByRole("link", { name: "verband-brg.de" })).toHaveAttribute("rel", "noreferrer");
});

test("the map runs from west to east in Arabic too, and what is typed may be in Arabic digits", async ({
  person,
}) => {
  const amal = await person("ar", { scripts: false, viewport: { width: 320, height: 640 } });
  const { page } = amal;
  await looksFor(amal, inArabicIndicDigits("30449"));
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(found(page).first()).toHaveText("weact Hannover");
  const left = async (name: RegExp) => (await pin(page, name).locator("circle").boundingBox())?.x ?? 0;
  expect(await left(/Köln/)).toBeLessThan(await left(/Nürnberg/));
  expect(await coveredLabels(page)).toEqual([]);
  const heights = await page.locator(".map text").evaluateAll((texts) =>
    texts.map((text) => {
      const scale = (text as SVGGraphicsElement).getScreenCTM()?.a ?? 0;
      return scale * Number.parseFloat(getComputedStyle(text).fontSize);
    }),
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(9.5);
});

const pin = (page: Page, name: RegExp) => page.locator(".map svg").getByRole("link", { name });

/** Labels that are drawn over one another, in the letters that this browser has. */
function coveredLabels(page: Page): Promise<string[]> {
  return page.locator(".map text").evaluateAll((texts) => {
    const boxes = texts.map((text) => ({ name: text.textContent ?? "", box: text.getBoundingClientRect() }));
    return boxes.flatMap(({ name, box }, index) =>
      boxes
        .slice(index + 1)
        .filter(
          ({ box: other }) =>
            box.left < other.right - 1 &&
            other.left < box.right - 1 &&
            box.top < other.bottom - 4 &&
            other.top < box.bottom - 4,
        )
        .map((other) => `${name} and ${other.name}`),
    );
  });
}

test("the pins can be walked through and opened with the keyboard", async ({ person }) => {
  const jo = await person("de", { scripts: false });
  const { page } = jo;
  await page.goto("/de/locations");
  const pins = page.locator(".map svg").getByRole("link");
  const names = await pins.evaluateAll((links) => links.map((link) => link.getAttribute("aria-label")));
  expect(names.length).toBeGreaterThan(10);
  await pins.first().focus();
  const walked: (string | null)[] = [];
  for (const _ of names) {
    const focused = page.locator(".map a:focus-visible");
    walked.push(await focused.getAttribute("aria-label"));
    await expect(focused.locator("circle")).toHaveCSS("stroke-width", "7px");
    await page.keyboard.press("Tab");
  }
  expect(walked).toEqual(names);
  await pin(page, /Köln/).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("weact Köln");
});

test("an answer stays in no cache, and the title does not tell what was looked for", async () => {
  const answer = await call("/de/locations?q=Wuppertal");
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect(answer.text).toContain('content="noindex"');
  const empty = await call("/de/locations");
  expect(empty.text).not.toContain("noindex");
  expect(titleOf(answer.text)).toBe(titleOf(empty.text));
});

const titleOf = (text: string) => /<title>(.*?)<\/title>/.exec(text)?.[1];

for (const locale of ["de", "ar"] as const) {
  test(`everybody can use the finder, the page of a site and the poster, in ${locale}`, async ({
    person,
  }) => {
    test.setTimeout(120_000);
    const { page } = await person(locale);
    const places = ["", "?q=Neustadt", "?q=01067&language=fr&channel=video", "/bayern", "/hannover/poster"];
    for (const place of places) {
      await page.goto(`/${locale}/locations${place}`);
      await expectAccessible(page, `locations${place}`);
    }
  });
}
