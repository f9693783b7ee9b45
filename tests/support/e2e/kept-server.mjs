// Runs the application as `npm start` does and keeps everything it prints in a file of its data folder, so
// that the last test can look for what must not be there.
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, openSync } from "node:fs";

const folder = process.env.DATA_DIR;
mkdirSync(folder, { recursive: true });
const file = `${folder}/served.log`;
const app = spawn(process.execPath, ["scripts/start.mjs"], {
  stdio: ["ignore", openSync(file, "a"), "pipe"],
});
app.stderr.on("data", (chunk) => {
  appendFileSync(file, chunk);
  process.stderr.write(chunk);
});
app.on("exit", (code) => process.exit(code ?? 1));
// A signal reaches the application as well; this process ends after it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => app.kill(signal));
