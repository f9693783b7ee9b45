import { readFileSync } from "node:fs";
import { test as base } from "@playwright/test";

/** Where `playwright.config.ts` had the application started. */
export const APP_URL = process.env.APP_URL ?? "";
export const APP_DATA_DIR = process.env.APP_DATA_DIR ?? "";

export type DemoAccount = {
  readonly email: string;
  readonly passphrase: string;
  readonly recoveryCode: string;
  readonly role: "counsellor" | "lead" | "coordinator";
  readonly site: string | null;
};

/** The demo account of a role, at a site or, for the coordinator, at none. */
export function demoAccount(role: DemoAccount["role"], site?: string, dataDir = APP_DATA_DIR): DemoAccount {
  const accounts: DemoAccount[] = JSON.parse(readFileSync(`${dataDir}/demo-accounts.json`, "utf8"));
  const account = accounts.find((each) => each.role === role && (!site || each.site === site));
  if (!account) throw new Error(`There is no demo account for ${role} ${site ?? ""}.`);
  return account;
}

/** Playwright's test, with pages whose network reaches the application and nothing else. */
export const test = base.extend({
  context: async ({ context }, use) => {
    await context.route(
      (url) => url.origin !== new URL(APP_URL).origin,
      (route) => route.abort(),
    );
    await use(context);
  },
});

export { expect } from "@playwright/test";
