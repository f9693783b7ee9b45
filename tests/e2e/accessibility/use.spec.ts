import type { Page } from "@playwright/test";
import { NARROW } from "../../support/e2e/accessible";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";

test("it can be written and sent with the keyboard alone", async ({ person }) => {
  const jo = await person("de", { scripts: false });
  const { page } = jo;
  await jo.opensForm();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: jo.t("public.skip") })).toBeFocused();
  await page.keyboard.press("Enter");

  await tabTo(page, "message");
  await page.keyboard.type(unique("Nur mit der Tastatur"));
  await tabTo(page, "relation");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, "site");
  await page.keyboard.type("weact M");
  await tabTo(page, "consent");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: jo.t("public.contact.send.button") })).toBeFocused();
  await page.keyboard.press("Enter");

  expect(await jo.receipt()).toMatch(/^\d{5} /);
});

/** Presses Tab until the field is reached, and no longer than the page is. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    const reached = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name);
    if (reached === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

test("it leads from the summary of errors to the field", async ({ person }) => {
  const jo = await person("ar", { scripts: false });
  await jo.opensForm("muenster");
  await jo.fills({ message: unique("رسالة"), email: "jo@" });
  await jo.sends();
  await expect(jo.page.getByRole("alert")).toBeFocused();

  await jo.page.getByRole("link", { name: jo.t("public.contact.errors.emailInvalid") }).press("Enter");

  await expect(jo.field("email")).toBeFocused();
  await expect(jo.field("email")).toHaveAttribute("aria-invalid", "true");
  const said = (await jo.field("email").getAttribute("aria-describedby")) ?? "";
  expect(said.split(" ")).toContain("email-error");
});

test("it never hides what has the focus, at 400 % zoom", async ({ person }) => {
  const jo = await person("de", { scripts: false, viewport: NARROW });
  await jo.opensForm();
  const hidden: string[] = [];
  for (let press = 0; press < 60; press++) {
    await jo.page.keyboard.press("Tab");
    const name = await jo.page.evaluate(nameOfHiddenFocus);
    if (name === "the end") break;
    if (name) hidden.push(name);
  }
  expect(hidden).toEqual([]);
});

/** Runs in the page: what has the focus, when no corner and no middle of it can be seen. */
function nameOfHiddenFocus(): string {
  const element = document.activeElement;
  if (!element || element === document.body) return "the end";
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const xs = [left + 2, (left + right) / 2, right - 2];
  const ys = [top + 2, (top + bottom) / 2, bottom - 2];
  const target = element.closest("label") ?? element;
  const seen = xs.some((x) =>
    ys.some((y) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (target.contains(there) || there.contains(element)) && there !== document.body;
    }),
  );
  return seen ? "" : (element.getAttribute("name") ?? element.textContent ?? element.tagName);
}

test("it sets text in the direction of its own language", async ({ person }) => {
  const [german, arabic] = [unique("Deutsch im arabischen Postfach"), unique("رسالة بالعربية")];
  const amal = await person("ar", { scripts: false });
  const receipt = await amal.writesTo("muenster", { message: arabic });
  await expect(amal.page.getByTestId("receipt")).toHaveCSS("direction", "ltr");
  await expect(amal.page.locator("html")).toHaveAttribute("lang", "ar");
  await amal.opensMailbox(receipt);
  await amal.writesBack(german);

  await expect(amal.page.getByText(arabic)).toHaveCSS("direction", "rtl");
  await expect(amal.page.getByText(german)).toHaveCSS("direction", "ltr");
  for (const locale of ["de", "en", "tr"]) {
    await amal.page.goto(`/${locale}/mailbox`);
    await expect(amal.page.locator("html")).toHaveAttribute("lang", locale);
    await expect(amal.page.locator("html")).toHaveAttribute("dir", "ltr");
  }
});

test("it keeps still for whoever asked for less motion, and still hides the letters", async ({
  person,
  counsellor,
}) => {
  const jo = await person("de", { scripts: false, reducedMotion: "reduce" });
  await jo.opensHome();
  expect(await moving(jo.page)).toEqual([]);
  const form = await openForm();
  await jo.opensMailbox(
    await receiptAfter(await form.sends({ site: "muenster", message: unique("Ganz ruhig") })),
  );
  await expect(jo.letters).toHaveCount(1);
  expect(await moving(jo.page)).toEqual([]);
  expect(await jo.page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
  const { page } = await counsellor("muenster", { reducedMotion: "reduce" });
  expect(await moving(page)).toEqual([]);
});

/** Everything on a page that takes time to change. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
      const times = `${animationDuration},${transitionDuration}`.split(",").map(Number.parseFloat);
      return times.some((seconds) => seconds > 0.01) || scrollBehavior === "smooth"
        ? [element.className.toString()]
        : [];
    }),
  );
}

test("it leaves large enough targets on the public pages", async ({ person }) => {
  const jo = await person("de", { viewport: { width: 320, height: 640 } });
  await jo.opensForm();
  const small = await jo.page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "button:not([aria-hidden]), select, input:not([type=hidden]), summary, nav a, a.exit",
      ),
    ]
      .map((element) => ({ element, box: (element.closest("label") ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < 44 || box.width < 44))
      .map(({ element, box }) => `${element.tagName} ${element.textContent} ${box.width}×${box.height}`),
  );
  expect(small).toEqual([]);
});

test("a screen reader tells the form in the order in which it is thought", async ({ person }) => {
  const jo = await person("de", { scripts: false });
  await jo.opensForm();
  const t = jo.t;
  const form = jo.page.locator("form#contact");
  // Headings, then questions, in one line: what is heard when the page is read from top to bottom.
  const heard = await form
    .locator("h2, label:not(.card), legend")
    .evaluateAll((elements) =>
      elements.map((element) => element.textContent?.replace(/\s+/g, " ").trim() ?? ""),
    );
  const without = (text: string) => text.replace(/ ?\(.*\)$/, "").replace(/^\d /, "");
  expect(heard.map(without)).toEqual(
    [
      "what.heading",
      "what.message",
      "what.relation",
      "who.heading",
      "who.site",
      "who.language",
      "reach.heading",
      "reach.name",
      "reach.phone",
      "reach.email",
      "reach.safeContact",
      "reach.postalCode",
      "wishes.heading",
      "wishes.wish",
      "wishes.channel",
      "wishes.setting",
      "send.heading",
    ].map((key) => t(`public.contact.${key}` as Parameters<typeof t>[0])),
  );

  await jo.fills({ email: "jo@" });
  await jo.sends();
  const email = jo.page.getByRole("textbox", { name: t("public.contact.reach.email") });
  await expect(email).toHaveAccessibleDescription(
    `${t("public.contact.reach.emailHelp")} ${t("public.contact.errors.emailInvalid")}`,
  );
  await expect(
    jo.page.getByRole("combobox", { name: t("public.contact.who.site") }),
  ).toHaveAccessibleDescription(
    `${t("public.contact.who.siteHelp")} ${t("public.contact.errors.siteRequired")}`,
  );
  await expect(
    jo.page.getByRole("checkbox", { name: t("public.contact.reach.anonymous") }),
  ).toHaveAccessibleDescription(t("public.contact.reach.anonymousHelp"));
  // The summary is an alert that has the focus, so it is told at once.
  await expect(jo.page.getByRole("alert")).toBeFocused();
  await expect(jo.page.getByRole("alert").getByRole("link")).toHaveCount(2);
});
