import { expect, type Locator, type Page } from "@playwright/test";
import type { CaseStatus } from "@/lib/vocabulary/types";
import type { DemoAccount } from "../app";
import { remember } from "./typed";
import { type Locale, type Words, words } from "./words";

/** Somebody who works here, signed in or about to be. */
export class StaffMember {
  readonly t: Words;

  constructor(
    readonly page: Page,
    readonly account: DemoAccount,
    readonly locale: Locale = "de",
  ) {
    this.t = words(locale);
  }

  async triesToSignIn(passphrase = this.account.passphrase, email = this.account.email): Promise<void> {
    await this.page.goto(`/${this.locale}/sign-in`);
    await this.page.getByLabel(this.t("staff.signIn.email")).fill(email);
    await this.page.getByLabel(this.t("staff.signIn.passphrase")).fill(passphrase);
    await this.page.getByRole("button", { name: this.t("staff.signIn.button"), exact: true }).click();
  }

  async signsIn(): Promise<this> {
    remember(this.account.email);
    remember(this.account.passphrase);
    await this.triesToSignIn();
    await expect(this.page).toHaveURL(/\/(dashboard|network)$/, { timeout: 30_000 });
    return this;
  }

  async signsOut(): Promise<void> {
    await this.page.getByRole("button", { name: this.t("staff.nav.signOut") }).click();
    await this.page.waitForURL(/\/sign-in/);
  }

  async opensToday(): Promise<void> {
    await this.page.goto(`/${this.locale}/dashboard`);
  }

  async opensList(query = ""): Promise<void> {
    await this.page.goto(`/${this.locale}/dashboard/cases${query}`);
  }

  /** The line of a case on a list: on the page "today" or among all cases. */
  line(number: number): Locator {
    const name = this.t("staff.list.caseNumber", { number: String(number) });
    return this.page.getByRole("link", { name: new RegExp(`${name}(?!\\d)`) });
  }

  /** Finds a case on the list, where the newest come first, and opens it. */
  async opens(number: number): Promise<void> {
    await this.opensList();
    await this.line(number).first().click();
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText(String(number));
  }

  async answers(text: string): Promise<void> {
    remember(text);
    await this.page.getByLabel(this.t("staff.case.answer.label")).fill(text);
    await this.page.getByRole("button", { name: this.t("staff.case.answer.button") }).click();
    await expect(this.page.getByText(this.t("staff.case.answer.done"))).toBeVisible();
  }

  async moves(status: CaseStatus): Promise<void> {
    await this.page.getByLabel(this.t("staff.case.status.label")).selectOption(status);
    await this.page.getByRole("button", { name: this.t("staff.case.status.button") }).click();
    await expect(this.page.getByText(this.t("staff.case.status.done"))).toBeVisible();
  }

  async notes(text: string): Promise<void> {
    remember(text);
    await this.page.getByLabel(this.t("staff.case.notes.label")).fill(text);
    await this.page.getByRole("button", { name: this.t("staff.case.notes.button") }).click();
    await expect(this.page.getByText(this.t("staff.case.notes.done"))).toBeVisible();
  }

  /** What a program sends that took over this browser's cookies. */
  async cookies(): Promise<string[]> {
    const cookies = await this.page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`);
  }
}
