import { execFileSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { NARROW } from "../../support/e2e/accessible";
import { clippedTexts } from "../../support/i18n/clipped";

// These pages are set into the browser as they are: none of this asks the application.

type RenderedPage = { name: string; html: string };

const print = (which: "pseudo" | "real"): RenderedPage[] =>
  JSON.parse(
    execFileSync(process.execPath, ["--import", "tsx", "tests/support/i18n/print-public-pages.ts", which], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    }),
  );

/** What cannot be read on any of the pages, with everything opened that can be opened. */
async function clippedOn(page: Page, which: "pseudo" | "real", width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  // How long a text in a closed list may be is a limit for translators, which the pseudo language does not know.
  const lists = which === "real";
  const found: string[] = [];
  for (const { name, html } of print(which)) {
    await page.setContent(html, { waitUntil: "domcontentloaded" });
    const closed = await clippedTexts(page, lists);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    const open = await clippedTexts(page, lists);
    for (const text of new Set([...closed, ...open])) found.push(`${name}: ${text}`);
  }
  return found;
}

test.describe("in a language whose texts are 40 % longer", () => {
  for (const width of [NARROW.width, 1280]) {
    test(`nothing is cut off and nothing overlaps at ${width} px`, async ({ page }) => {
      test.slow();
      expect(await clippedOn(page, "pseudo", width)).toEqual([]);
    });
  }
});

test("in each of our languages nothing is cut off and nothing overlaps on a small phone", async ({
  page,
}) => {
  test.setTimeout(300_000); // nearly six hundred pages
  expect(await clippedOn(page, "real", NARROW.width)).toEqual([]);
});

test("what is cut off is found", async ({ page }) => {
  await page.setViewportSize({ width: NARROW.width, height: 800 });
  const found = async (body: string) => {
    await page.setContent(`<!doctype html><body style="margin:0">${body}</body>`);
    return (await clippedTexts(page, true)).map((text) => text.split(":")[0]);
  };
  const word = "Barrierefreiheit".repeat(9);
  expect(await found(`<p>${word}</p>`)).toEqual(["scrolls sideways", "cut off"]);
  expect(await found(`<p style="overflow:hidden">${word}</p>`)).toEqual(["cut off"]);
  expect(await found(`<p style="overflow:hidden;height:10px">Da<br>und dort</p>`)).toContain("cut off");
  expect(await found(`<select style="width:100px"><option value="">${word}</option></select>`)).toEqual([
    "no room in a closed list",
  ]);
  const over = `<header><a class="brand">Da</a><a class="exit" style="position:absolute;left:0;top:0">Weg</a></header>`;
  expect(await found(over)).toEqual(["lie on each other"]);
  expect(await found("<p>Da</p>")).toEqual([]);
});
