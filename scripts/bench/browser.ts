import { type Browser, chromium } from "@playwright/test";
import { findChromium, QUIET_BROWSER } from "../chromium.mjs";
import { Failure } from "../launch/failure";

/** The browser that measures: quiet, so that what it does by itself is not measured along. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Failure("There is no Chromium: install one, or set CHROMIUM_PATH.");
  return chromium.launch({ executablePath, args: QUIET_BROWSER });
}
