import { expect, type Locator } from "@playwright/test";
import type { StaffMember } from "./staff";
import { remember } from "./typed";

/** What a lead does about the people and keys of their site. */
export class Lead {
  constructor(readonly staff: StaffMember) {}

  async opensTeam(): Promise<void> {
    await this.staff.page.goto(`/${this.staff.locale}/dashboard/people`);
  }

  async opensKeys(): Promise<void> {
    await this.staff.page.goto(`/${this.staff.locale}/dashboard/keys`);
  }

  /** @returns the path of the link, after the language */
  async invites(name: string, role: "counsellor" | "lead" = "counsellor"): Promise<string> {
    const { page, t } = this.staff;
    remember(name);
    await this.opensTeam();
    await page.getByLabel(t("staff.people.invite.name"), { exact: true }).fill(name);
    await page.getByLabel(t("staff.people.invite.role"), { exact: true }).selectOption(role);
    await page.getByRole("button", { name: t("staff.people.invite.button") }).click();
    return this.link();
  }

  async opensPerson(name: string): Promise<void> {
    await this.opensTeam();
    await this.staff.page.getByRole("link", { name }).click();
    await expect(this.staff.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  async typesDigits(digits: string): Promise<void> {
    const { page, t } = this.staff;
    await page.getByLabel(t("staff.people.grant.label")).fill(digits);
    await page.getByRole("button", { name: t("staff.people.grant.button") }).click();
  }

  /** Lets a newcomer in, who reads their code out. */
  async grants(name: string, digits: string): Promise<void> {
    await this.opensPerson(name);
    await this.typesDigits(digits);
    await expect(this.staff.page.getByText(this.staff.t("staff.people.grant.done"))).toBeVisible();
  }

  async endsSessions(name: string): Promise<void> {
    const { page, t } = this.staff;
    await this.opensPerson(name);
    await page.getByRole("button", { name: t("staff.people.device.button") }).click();
    await expect(page.getByText(t("staff.people.device.done"))).toBeVisible();
  }

  /** @returns the path of the link, after the language */
  async resets(name: string): Promise<string> {
    await this.opensPerson(name);
    await this.staff.page.getByRole("button", { name: this.staff.t("staff.people.reset.button") }).click();
    return this.link();
  }

  /** Takes somebody's access away and gives their cases to somebody else. */
  async removes(name: string, successor: string): Promise<void> {
    const { page, t } = this.staff;
    await this.opensPerson(name);
    await page.getByRole("link", { name: t("staff.people.leave.link") }).click();
    await page.getByLabel(t("staff.people.leave.casesTo")).selectOption({ label: successor });
    await page.getByRole("button", { name: t("staff.people.leave.button") }).click();
    await expect(page.getByText(t("staff.people.left.none"))).toBeVisible();
  }

  /** Prints the emergency key. @returns the text of each sheet */
  async printsSheets(): Promise<string[]> {
    const { page, t } = this.staff;
    await this.opensKeys();
    await page.getByRole("button", { name: t("staff.siteKeys.print.button") }).click();
    await expect(this.sheets).toHaveCount(3);
    const words = t("staff.siteKeys.print.share");
    const shares = (await this.sheets.allInnerTexts()).map((text) =>
      text.replace(words, "").replace(/[:\s]/g, ""),
    );
    for (const share of shares) remember(share);
    return shares;
  }

  get sheets(): Locator {
    return this.staff.page.getByTestId("share");
  }

  /** Types the end of each sheet. */
  async confirmsSheets(ends: readonly string[]): Promise<void> {
    const { page, t } = this.staff;
    for (const [index, end] of ends.entries()) {
      await page.getByLabel(t("staff.siteKeys.print.lastFour", { digits: String(index + 1) })).fill(end);
    }
    await page.getByRole("button", { name: t("staff.siteKeys.print.confirm") }).click();
  }

  private async link(): Promise<string> {
    const link = this.staff.page.getByTestId("link");
    await expect(link).toBeVisible();
    const path = new URL(await link.innerText()).pathname.split("/").slice(2).join("/");
    remember(path.split("/").at(-1) ?? "");
    return path;
  }
}
