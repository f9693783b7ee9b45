import type { Page } from "@playwright/test";

/**
 * Everything written on a page that cannot be read, because it sticks out of the window or of a box that cuts it
 * off, or because it lies under something else in the head of the page.
 *
 * @param lists whether the closed lists count as well: each needs room for what it says before anything is chosen
 */
export async function clippedTexts(page: Page, lists: boolean): Promise<string[]> {
  const found = [await page.evaluate(cutTexts), await page.evaluate(overlapping)];
  return [...found.flat(), ...(lists ? await page.evaluate(tightLists) : [])];
}

// Each of these runs in the page and brings along all that it needs.

function cutTexts(): string[] {
  const leavesSides = (rect: DOMRect, left: number, right: number) =>
    rect.left < left - 1 || rect.right > right + 1;
  const isCut = (rect: DOMRect, box: Element | null): boolean => {
    if (!box || box === document.body) return leavesSides(rect, 0, document.documentElement.clientWidth);
    const { overflowX, overflowY } = getComputedStyle(box);
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (overflowX !== "visible" && leavesSides(rect, left, right)) return true;
    if (overflowY !== "visible" && (rect.top < top - 1 || rect.bottom > bottom + 1)) return true;
    return isCut(rect, box.parentElement);
  };
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} px`] : [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement;
    if (!element?.checkVisibility() || element.closest(".unseen, .skip, select, textarea")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (node.data.trim() && boxes.some((rect) => isCut(rect, element))) found.push(`cut off: ${node.data}`);
  }
  return found;
}

function tightLists(): string[] {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return [];
  return [...document.querySelectorAll("select")].flatMap((select) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(select);
    pen.font = font;
    const room = select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return [...select.options]
      .filter(({ value, text }) => value === "" && pen.measureText(text).width > room + 1)
      .map(({ text }) => `no room in a closed list: ${text}`);
  });
}

function overlapping(): string[] {
  const items = [...document.querySelectorAll("header .brand, header summary, header .exit")]
    .filter((item) => item.checkVisibility())
    .map((item) => ({ name: item.textContent, box: item.getBoundingClientRect() }));
  const touch = (a: DOMRect, b: DOMRect) =>
    a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
  return items.flatMap((one, index) =>
    items
      .slice(index + 1)
      .filter((other) => touch(one.box, other.box))
      .map((other) => `lie on each other: ${one.name} and ${other.name}`),
  );
}
