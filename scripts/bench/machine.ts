import { spawnSync } from "node:child_process";
import { arch, cpus, release, totalmem } from "node:os";
import { findChromium } from "../chromium.mjs";

/** What the figures are measured on. */
export const machine = {
  processor: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  system: `${process.platform} ${release()} ${arch()}`,
  node: `Node ${process.version}`,
  chromium: chromiumVersion(),
} as const;

/** All of it in one line. */
export const machineLine = (): string => Object.values(machine).join(", ");

function chromiumVersion(): string {
  const { stdout } = spawnSync(findChromium() ?? "chromium", ["--version"], { encoding: "utf8" });
  return stdout?.trim() || "no Chromium";
}
