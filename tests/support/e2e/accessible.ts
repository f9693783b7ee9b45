import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The narrowest width pages must fit, which is also what is left of a wide window at 400 % zoom (WCAG 1.4.10). */
export const NARROW = { width: 320, height: 256 };
const WIDE = { width: 1280, height: 900 };

/** Colours are the same in every language: they are looked at in the source, and once from right to left. */
const IN_COLOUR = ["de", "ar"];
const COLOURS = ["color-contrast", "link-in-text-block"];

/** What a page owes to everybody: axe finds nothing, in light and dark, and it fits a small phone. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.waitForLoadState();
  // After a step within the application the title comes a moment after the page. One that never comes is found here.
  await expect.soft(page, `${name} has a title`).toHaveTitle(/\S/);
  await page.setViewportSize(NARROW);
  expect.soft(await tooWide(page), `${name} at 320 px`).toEqual([]);
  await page.setViewportSize(WIDE);
  // Colours that are still on their way from light to dark are nobody's.
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const axe = () => new AxeBuilder({ page });
  if (!IN_COLOUR.includes(await page.evaluate(() => document.documentElement.lang))) {
    expect.soft(await findings(axe().withTags(RULES).disableRules(COLOURS)), name).toEqual([]);
    return;
  }
  expect.soft(await findings(axe().withTags(RULES)), name).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await findings(axe().withRules(COLOURS)), `${name} in the dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** The elements that make a page scroll sideways; none when it fits. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const sticksOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > width + 1 || left < -1;
    };
    const names = [...document.body.querySelectorAll("*")]
      .filter(sticksOut)
      .map((element) => element.tagName);
    return ["scrolls sideways", ...new Set(names)];
  });
}
