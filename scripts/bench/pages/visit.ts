import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, CDPSession } from "@playwright/test";
import type { MeasuredPage } from "./list";

/** 400 kbit/s in both directions. */
const LINE = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** A cheap phone: its screen, and a quarter of this machine's speed. */
const SCREEN = { width: 360, height: 720 };
const SLOWER = 4;
/** How long nothing may have moved before a page counts as whole, in ms. */
const QUIET = 400;
const PATIENCE = 30_000;

/** As text, because what the TypeScript loader adds to functions does not exist in the page. */
const WATCH = readFileSync(path.join(import.meta.dirname, "watch.js"), "utf8");

/** In ms from the start of the navigation: everything is painted; in a form, a letter that was typed shows. */
type Times = { readonly ready: number; readonly typed?: number };

type LookBack = {
  /** Fonts, and what the browser itself says it held painting back for. */
  readonly holdingUp: number;
  readonly shift: number;
  /** In ms; 0 when the browser saw none over 50 ms. */
  readonly longestTask: number;
};

export type Visit = Times & LookBack & { readonly bytes: number };

/**
 * Opens a page with an empty cache, and types into its field as soon as all of it is painted.
 *
 * @param latency how long the first byte of each answer takes, in ms
 */
export async function visit(
  browser: Browser,
  page: MeasuredPage,
  url: string,
  latency: number,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: SCREEN });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    const bytes = await countBytes(session);
    const timed = await watchPage(session, page);
    await session.send("Network.emulateNetworkConditions", { ...LINE, latency });
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await tab.goto(url, { waitUntil: "load", timeout: PATIENCE });
    const times = await timed();
    await tab.waitForTimeout(QUIET);
    return { ...times, ...(await tab.evaluate<LookBack>("lookBack()")), bytes: bytes() };
  } finally {
    await context.close();
  }
}

/** Without icon and manifest: whether they still come within a visit is chance, so they are weighed by themselves. */
async function countBytes(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  const aside = new Set<string>();
  session.on("Network.requestWillBeSent", ({ requestId, type }) => {
    if (type === "Other" || type === "Manifest") aside.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!aside.has(requestId)) bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  return () => bytes;
}

/** Prepares a page to tell its times, with a letter typed the moment it is ready. Returns how to wait for them. */
async function watchPage(session: CDPSession, { form }: MeasuredPage): Promise<() => Promise<Times>> {
  let told: Partial<Times> = {};
  const complete = new Promise<Times>((resolve) => {
    session.on("Runtime.bindingCalled", ({ payload }) => {
      told = { ...told, ...JSON.parse(payload) };
      const { ready, typed } = told;
      if (ready === undefined) return;
      if (!form) resolve({ ready });
      else if (typed !== undefined) resolve({ ready, typed });
      else void session.send("Input.dispatchKeyEvent", { type: "keyDown", key: "a", text: "a" });
    });
  });
  await session.send("Runtime.enable");
  await session.send("Runtime.addBinding", { name: "tell" });
  await session.send("Page.enable");
  const watched = `globalThis.watched = ${JSON.stringify({ form })};\n`;
  await session.send("Page.addScriptToEvaluateOnNewDocument", { source: watched + WATCH });
  return () => complete;
}
