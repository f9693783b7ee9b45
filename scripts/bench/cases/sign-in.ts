import { readFileSync } from "node:fs";
import path from "node:path";
import type { Application } from "../application";
import { openBrowser } from "../browser";

/** Signs a site's demo counsellor in at the real form, and returns the cookies of the session. */
export const signIn = (app: Application, site: string): Promise<string> =>
  signInAs(app, `counsellor@${site}.example`, "/de/dashboard");

/** Signs somebody of the demo accounts in, who then stands at the page that is given. */
export async function signInAs(
  { url, dataDir }: Application,
  address: string,
  home: string,
): Promise<string> {
  const accounts: { email: string; passphrase: string }[] = JSON.parse(
    readFileSync(path.join(dataDir, "demo-accounts.json"), "utf8"),
  );
  const account = accounts.find(({ email }) => email === address);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/de/sign-in`);
    await page.fill("[name=email]", account?.email ?? "");
    await page.fill("[name=passphrase]", account?.passphrase ?? "");
    await page.click("main button[type=submit]");
    await page.waitForURL(`**${home}`);
    const cookies = await page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  } finally {
    await browser.close();
  }
}
