import type { Locator, Page } from "@playwright/test";

const FOLDER = "docs/guide/bilder";
/** Around a part of a page, in pixels. */
const MARGIN = 12;

/** Takes a picture of a window, or of a part of a page, with an address that is not that of this run. */
export async function shoot(target: Page | Locator, name: string): Promise<void> {
  const page = "page" in target ? target.page() : target;
  const window = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.waitForLoadState("networkidle"); // what is changed before React has taken over is changed back
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      if (node.nodeValue?.includes(location.origin))
        node.nodeValue = node.nodeValue.replace(location.origin, "https://weact.example");
  });
  const picture = { path: `${FOLDER}/${name}.png`, animations: "disabled" } as const;
  if (target === page) return void (await page.screenshot(picture));
  await page.setViewportSize({ ...window, height: 2_000 });
  const box = await (target as Locator).boundingBox();
  if (!box) throw new Error(`There is nothing to see of ${name}.`);
  const [x, y] = [Math.max(0, box.x - MARGIN), Math.max(0, box.y - MARGIN)];
  const [width, height] = [Math.min(box.width + 2 * MARGIN, window.width - x), box.height + 2 * MARGIN];
  await page.screenshot({ ...picture, clip: { x, y, width, height } });
  await page.setViewportSize(window);
}
