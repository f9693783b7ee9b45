import { expect, type Locator, type Page } from "@playwright/test";
import type { ContactField } from "@/lib/intake/schema";
import { remember } from "./typed";
import { type Locale, type Words, words } from "./words";

export type Enquiry = Partial<Record<Exclude<ContactField, "site">, string>>;

/** Somebody who seeks counselling, with the browser they have. */
export class Person {
  readonly t: Words;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
  ) {
    this.t = words(locale);
  }

  async opensHome(): Promise<void> {
    await this.page.goto(`/${this.locale}`);
  }

  async opensForm(site?: string): Promise<void> {
    await this.page.goto(`/${this.locale}/contact${site ? `?site=${site}` : ""}`);
  }

  /** The field of the contact form with this name, which is a contract. */
  field(name: ContactField): Locator {
    return this.page.locator(`[name="${name}"]`);
  }

  async choosesSite(site: string): Promise<void> {
    await this.field("site").selectOption(site);
  }

  async fills(enquiry: Enquiry): Promise<void> {
    for (const [name, text] of Object.entries(enquiry) as [ContactField, string][]) {
      const field = this.field(name);
      const kind = await field.first().evaluate((element: HTMLInputElement) => element.type);
      if (kind === "radio") await this.page.locator(`[name="${name}"][value="${text}"]`).check();
      else if (kind === "checkbox") await field.setChecked(text === "yes");
      else if (kind === "select-one") await field.selectOption(text);
      else {
        await field.fill(text);
        remember(text);
      }
    }
  }

  async sends(): Promise<void> {
    await this.page.getByRole("button", { name: this.t("public.contact.send.button") }).click();
  }

  /** Writes to a site and gets a receipt. */
  async writesTo(site: string, enquiry: Enquiry): Promise<string> {
    await this.opensForm(site);
    await this.fills(enquiry);
    await this.sends();
    return this.receipt();
  }

  /** The receipt on the page after sending. */
  async receipt(): Promise<string> {
    await expect(this.page).toHaveURL(new RegExp(`/${this.locale}/contact/received$`));
    const receipt = await this.page.getByTestId("receipt").innerText();
    remember(receipt);
    return receipt.trim();
  }

  async opensMailbox(receipt: string): Promise<void> {
    await this.page.goto(`/${this.locale}/mailbox`);
    await this.page.getByLabel(this.t("public.mailbox.entry.receipt")).fill(receipt);
    await this.page.getByRole("button", { name: this.t("public.mailbox.entry.button") }).click();
  }

  /** The letters of the open mailbox, in their order. */
  get letters(): Locator {
    return this.page.getByRole("article");
  }

  async writesBack(text: string): Promise<void> {
    remember(text);
    await this.page.getByLabel(this.t("public.mailbox.thread.write")).fill(text);
    await this.page.getByRole("button", { name: this.t("public.mailbox.thread.send") }).click();
  }

  async endsMailbox(): Promise<void> {
    await this.page.getByRole("button", { name: this.t("public.mailbox.thread.close") }).click();
  }
}
