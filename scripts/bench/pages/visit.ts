import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, CDPSession } from "@playwright/test";

/** A cheap phone on a slow line: 400 kbit/s, 400 ms to the answer, a quarter of this machine's speed. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;
/** How long nothing may have moved before a page counts as whole, in ms. */
const QUIET = 1_000;
const PATIENCE = 30_000;

/** As text, because what the TypeScript loader adds to functions does not exist in the page. */
const WATCH_FIELDS = readFileSync(path.join(import.meta.dirname, "watch-fields.js"), "utf8");

/** In ms from the start of the navigation: all fields are painted; a letter that was typed shows. */
type Times = { readonly painted: number; readonly typed: number };

export type Visit = Times & {
  readonly bytes: number;
  /** Fonts, and what the browser itself says it held painting back for. */
  readonly holdingUp: number;
};

/** Opens a page with an empty cache and types into the message field as soon as all fields are painted. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const bytes = await countBytes(session);
    const typed = await typeWhenPainted(session);
    await session.send("Network.emulateNetworkConditions", LINE);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(url, { waitUntil: "load", timeout: PATIENCE });
    const times = await typed();
    await page.waitForTimeout(QUIET);
    return { ...times, bytes: bytes(), holdingUp: await page.evaluate(countHoldingUp) };
  } finally {
    await context.close();
  }
}

async function countBytes(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  return () => bytes;
}

/** Prepares a page to tell its times, with a letter typed the moment the fields are there. Returns how to wait for them. */
async function typeWhenPainted(session: CDPSession): Promise<() => Promise<Times>> {
  let told: Partial<Times> = {};
  const shown = new Promise<Times>((resolve) => {
    session.on("Runtime.bindingCalled", ({ payload }) => {
      told = { ...told, ...JSON.parse(payload) };
      const { painted, typed } = told;
      if (painted !== undefined && typed !== undefined) resolve({ painted, typed });
      else void session.send("Input.dispatchKeyEvent", { type: "keyDown", key: "a", text: "a" });
    });
  });
  await session.send("Runtime.enable");
  await session.send("Runtime.addBinding", { name: "tell" });
  await session.send("Page.enable");
  await session.send("Page.addScriptToEvaluateOnNewDocument", { source: WATCH_FIELDS });
  return () => shown;
}

/** Runs in the page. */
function countHoldingUp(): number {
  const resources = performance.getEntriesByType("resource") as (PerformanceResourceTiming & {
    renderBlockingStatus?: string;
  })[];
  const fonts = resources.filter(({ name }) => /\.(woff2?|ttf|otf)(\?|$)/.test(name));
  return new Set([...fonts, ...resources.filter((each) => each.renderBlockingStatus === "blocking")]).size;
}
