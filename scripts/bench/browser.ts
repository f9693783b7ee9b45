import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "../chromium.mjs";
import { Failure } from "../launch/failure";

const QUIET_BROWSER = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser that does nothing but what it is told. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Failure("There is no Chromium: install one, or set CHROMIUM_PATH.");
  return chromium.launch({ executablePath, args: QUIET_BROWSER });
}
