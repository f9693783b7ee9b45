// The browser of the end-to-end tests: one that is installed, since Playwright's own cannot be
// downloaded everywhere.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

// The shell has no windows, menus and tabs of its own to draw: the same pages in two thirds of the time.
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const PACKAGES = ["chromium-headless-shell", "fonts-noto-core"];

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
  return process.env.CHROMIUM_PATH || NAMES.map(onPath).find(Boolean);
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/**
 * Installs the Debian packages where the shell is missing and this account may; where that fails, any browser that is
 * there does. Returns what is missing, as a sentence.
 */
export function ensureChromium() {
  if (process.env.CHROMIUM_PATH || onPath(NAMES[0])) return undefined;
  const mayInstall = process.getuid?.() === 0 && apt(["--version"]) === 0;
  if (mayInstall) {
    apt(["update", "-q"]);
    apt(["install", "-y", "-q", "--no-install-recommends", ...PACKAGES]);
  }
  if (findChromium()) return undefined;
  return "There is no Chromium: install chromium-headless-shell, chromium or google-chrome, or set CHROMIUM_PATH.";
}

/** Gives up after two minutes: a machine without a network would wait much longer. */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { stdio: ["ignore", 2, 2], env, timeout: 120_000 }).status;
}
