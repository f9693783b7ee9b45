import { expect, type Page } from "@playwright/test";
import { codesOf } from "../codes";
import { remember, unique } from "./typed";
import { type Locale, type Words, words } from "./words";

/** Somebody who sets up their access, or has lost a part of it. */
export class Newcomer {
  readonly t: Words;
  readonly email = `${unique("neu").replace(/\W+/g, "-").toLowerCase()}@new.example`;
  passphrase = "";
  recoveryCode = "";
  private app: ((at: Date) => string) | undefined;
  private used = "";

  constructor(
    readonly page: Page,
    readonly locale: Locale = "de",
  ) {
    this.t = words(locale);
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(`/${this.locale}/${path}`);
  }

  /** Follows the link, and takes the passphrase that is offered. */
  async joins(link: string): Promise<void> {
    await this.opens(link);
    await this.takesSuggestion();
    remember(this.email);
    await this.page.getByLabel(this.t("staff.signIn.email")).fill(this.email);
    await this.page
      .getByLabel(this.t("staff.account.passphrase.label"), { exact: true })
      .fill(this.passphrase);
    await this.page.getByRole("button", { name: this.t("staff.join.button") }).click();
    await expect(this.page.getByRole("heading", { name: this.t("staff.join.stepFactor") })).toBeVisible();
  }

  async takesSuggestion(): Promise<void> {
    this.passphrase = (await this.page.locator(".suggestion code").first().innerText()).trim();
    remember(this.passphrase);
  }

  /** Types the app's secret into an app, and its code into the page. */
  async setsUpApp(): Promise<void> {
    this.app = codesOf(await this.page.getByTestId("totp-secret").innerText());
    await this.page.getByLabel(this.t("staff.account.factors.code")).fill(this.code());
    await this.page.getByRole("button", { name: this.t("staff.account.factors.totpButton") }).click();
  }

  async makesPasskey(): Promise<void> {
    await this.page.getByRole("button", { name: this.t("staff.account.factors.passkeyButton") }).click();
  }

  /** Makes the recovery code, writes it down, and shows that it is on paper. */
  async writesRecoveryCodeDown(): Promise<void> {
    await this.makesRecoveryCode();
    await this.confirmsRecoveryCode();
  }

  async makesRecoveryCode(): Promise<void> {
    await this.page.getByRole("button", { name: this.t("staff.account.recovery.make") }).click();
    this.recoveryCode = (await this.page.getByTestId("recovery-code").innerText()).replace(/\s/g, "");
    remember(this.recoveryCode);
  }

  async confirmsRecoveryCode(): Promise<void> {
    await this.page.getByLabel(this.t("staff.account.recovery.lastGroup")).fill(this.recoveryCode.slice(-4));
    await this.page.getByRole("button", { name: this.t("staff.account.recovery.confirm") }).click();
  }

  async expectWaiting(): Promise<void> {
    await expect(this.page.getByTestId("fingerprint")).toHaveText(/^\d{3} \d{3} \d{3} \d{3}$/);
  }

  async signsIn(email = this.email): Promise<void> {
    await this.opens("sign-in");
    await this.page.getByLabel(this.t("staff.signIn.email")).fill(email);
    await this.page.getByLabel(this.t("staff.signIn.passphrase")).fill(this.passphrase);
    await this.page.getByRole("button", { name: this.t("staff.signIn.button"), exact: true }).click();
  }

  async typesCode(code = this.nextCode()): Promise<void> {
    await this.page.getByLabel(this.t("staff.signIn.second.code")).fill(code);
    await this.page.getByRole("button", { name: this.t("staff.signIn.second.button") }).click();
  }

  async typesRecoveryCode(code = this.recoveryCode): Promise<void> {
    await this.page.getByLabel(this.t("staff.recover.code"), { exact: true }).fill(code);
  }

  async signsOut(): Promise<void> {
    await this.page.getByRole("button", { name: this.t("staff.nav.signOut") }).click();
    await this.page.waitForURL(/\/sign-in/);
  }

  /** A code that was not used yet: the next one counts already, so that no test has to wait for it. */
  private nextCode(): string {
    const now = Date.now();
    const code = this.codeAt(new Date(now));
    return code === this.used ? this.codeAt(new Date(now + 30_000)) : code;
  }

  private code(): string {
    this.used = this.codeAt(new Date());
    return this.used;
  }

  private codeAt(at: Date): string {
    if (!this.app) throw new Error("There is no app.");
    return this.app(at);
  }
}
