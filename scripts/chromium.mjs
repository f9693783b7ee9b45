// The browser of the end-to-end tests: one that is installed, since Playwright's own cannot be
// downloaded everywhere.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PACKAGES = ["chromium", "fonts-noto-core"];

/** A browser that does nothing but what it is told. */
export const QUIET_BROWSER = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser that CHROMIUM_PATH names, or the first that is on the PATH. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) =>
    existsSync(file),
  );
}

/** Installs the Debian packages where there is no browser and this account may; returns what is missing, as a sentence. */
export function ensureChromium() {
  if (findChromium()) return undefined;
  const mayInstall = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!mayInstall) return "There is no Chromium: install chromium or google-chrome, or set CHROMIUM_PATH.";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-q"], { stdio: "inherit", env });
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...PACKAGES], {
    stdio: "inherit",
    env,
  });
  return findChromium() ? undefined : "Chromium could not be installed: set CHROMIUM_PATH to a browser.";
}
