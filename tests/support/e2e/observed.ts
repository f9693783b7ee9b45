import { type BrowserContext, expect, type Page } from "@playwright/test";
import { everythingTyped } from "./typed";

/** Chromium reports every answer above 399 on its console; tests look at those themselves. */
const EXPECTED = /^Failed to load resource: the server responded with a status of/;

/** Watches everything a browser does, so that each test also proves what no test should ever see. */
export class Observed {
  readonly complaints: string[] = [];
  readonly requested: string[] = [];
  private readonly allowed: string[];

  constructor(
    private readonly context: BrowserContext,
    private readonly origin: string,
  ) {
    this.allowed = [origin];
    context.on("console", (message) => {
      const bad = ["error", "warning"].includes(message.type()) && !EXPECTED.test(message.text());
      if (bad) this.complaints.push(`${message.type()}: ${message.text()}`);
    });
    context.on("weberror", (error) => this.complaints.push(`exception: ${error.error().message}`));
    context.on("request", (request) => {
      const url = new URL(request.url());
      this.requested.push(url.href);
      if (/^https?:$/.test(url.protocol) && !this.allowed.includes(url.origin))
        this.complaints.push(`request to ${url.origin}`);
    });
  }

  /** The one page elsewhere that people are led to. */
  allowLeavingTo(origin: string): void {
    this.allowed.push(origin);
  }

  /** No violation, no exception, no request to anybody else, and nothing left on the device that can be read. */
  async expectClean(): Promise<void> {
    expect.soft(this.complaints).toEqual([]);
    await this.expectSealedCookies();
    for (const page of this.context.pages()) await expectEmptyStorage(page, this.origin);
  }

  private async expectSealedCookies(): Promise<void> {
    const typed = everythingTyped();
    for (const { name, value, httpOnly, sameSite } of await this.context.cookies()) {
      expect.soft({ name, httpOnly }).toEqual({ name, httpOnly: true });
      expect.soft(["Strict", "Lax"], name).toContain(sameSite);
      const content = value + value.split(".").map((part) => Buffer.from(part, "base64url").toString("utf8"));
      expect.soft(typed.filter((text) => content.includes(text))).toEqual([]);
    }
  }
}

/** Nothing is kept but where somebody turned the keyboard shortcuts off. */
async function expectEmptyStorage(page: Page, origin: string): Promise<void> {
  if (page.isClosed() || !page.url().startsWith(origin)) return;
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage).filter((key) => key !== "weact-shortcuts-off"),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    workers: "serviceWorker" in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
    readableCookies: document.cookie,
  }));
  expect.soft(kept).toEqual({ local: [], session: [], databases: 0, workers: 0, readableCookies: "" });
}
