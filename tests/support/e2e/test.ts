import { type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import { APP_URL, demoAccount } from "../app";
import { Observed } from "./observed";
import { Person } from "./person";
import { StaffMember } from "./staff";
import type { Locale } from "./words";

export type Device = BrowserContextOptions & { readonly scripts?: boolean };

type Visitors = {
  /** A new browser of somebody's, watched until the end of the test. */
  browserOf: (device?: Device) => Promise<Page>;
  /** A person who seeks counselling, in a language and with or without scripts. */
  person: (locale?: Locale, device?: Device) => Promise<Person>;
  /** The counsellor of a site, signed in. */
  counsellor: (site: string, device?: Device) => Promise<StaffMember>;
  /** The lead of a site, signed in. */
  lead: (site: string) => Promise<StaffMember>;
  coordinator: () => Promise<StaffMember>;
  /** What every browser of this test did. */
  watch: Observed[];
};

/** Playwright's test, in the words of this project. */
export const test = base.extend<Visitors>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  watch: async ({}, use) => {
    await use([]);
  },
  browserOf: async ({ browser, watch }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async ({ scripts = true, ...options } = {}) => {
      const { baseURL = APP_URL } = options;
      const context = await browser.newContext({ ...options, baseURL, javaScriptEnabled: scripts });
      contexts.push(context);
      watch.push(new Observed(context, baseURL));
      // Nobody outside is bothered by tests; whoever is led elsewhere finds an empty page.
      await context.route(
        (url) => url.origin !== baseURL,
        (route) => route.fulfill({ body: "elsewhere", contentType: "text/plain" }),
      );
      return context.newPage();
    });
    for (const observed of watch) await observed.expectClean();
    for (const context of contexts) await context.close();
  },
  person: async ({ browserOf }, use) => {
    await use(async (locale = "de", device = {}) => new Person(await browserOf(device), locale));
  },
  counsellor: async ({ browserOf }, use) => {
    await use(async (site, device = {}) =>
      new StaffMember(await browserOf(device), demoAccount("counsellor", site)).signsIn(),
    );
  },
  lead: async ({ browserOf }, use) => {
    await use(async (site) => new StaffMember(await browserOf(), demoAccount("lead", site)).signsIn());
  },
  coordinator: async ({ browserOf }, use) => {
    await use(async () => new StaffMember(await browserOf(), demoAccount("coordinator")).signsIn());
  },
});

export { expect } from "@playwright/test";
