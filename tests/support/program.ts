import { spawn } from "node:child_process";
import { ownerUrl } from "./connections";
import { TEST_SECRET } from "./secret";

export type Ended = { code: number | null; output: string; errors: string };

/**
 * Runs a program of `scripts/` by itself, as whoever runs the installation does, on the database of the test.
 *
 * @param settings what stands in its environment besides
 */
export function runProgram(
  script: string,
  args: readonly string[],
  settings: Record<string, string>,
): Promise<Ended> {
  const own = {
    DATABASE_URL: ownerUrl(),
    WEACT_SECRET: TEST_SECRET,
    PUBLIC_ORIGIN: "https://intake.example",
    TRUSTED_PROXIES: "1",
    LOG_LEVEL: "info",
  };
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], {
    env: { ...process.env, ...own, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output, errors })));
}
