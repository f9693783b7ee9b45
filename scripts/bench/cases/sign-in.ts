import { readFileSync } from "node:fs";
import path from "node:path";
import type { Application } from "../application";
import { openBrowser } from "../browser";

/** Signs a site's demo counsellor in at the real form, and returns the cookies of the session. */
export async function signIn({ url, dataDir }: Application, site: string): Promise<string> {
  const accounts: { email: string; passphrase: string }[] = JSON.parse(
    readFileSync(path.join(dataDir, "demo-accounts.json"), "utf8"),
  );
  const account = accounts.find(({ email }) => email === `counsellor@${site}.example`);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/de/sign-in`);
    await page.fill("[name=email]", account?.email ?? "");
    await page.fill("[name=passphrase]", account?.passphrase ?? "");
    await page.click("main button[type=submit]");
    await page.waitForURL("**/de/dashboard");
    const cookies = await page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  } finally {
    await browser.close();
  }
}
