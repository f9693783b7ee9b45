// Programs that stay in memory are bundled before they run: without a TypeScript loader beside
// them they start sooner and need about 50 MB less each.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, stop } from "esbuild";

const FOLDER = "node_modules/.cache/weact";

/** Bundles one of our programs, packages excepted, and returns the path of the file to run. */
export async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    write: false,
  });
  await stop();
  const code = outputFiles[0].contents;
  const name = path.basename(entry, path.extname(entry));
  const file = path.resolve(
    FOLDER,
    `${name}-${createHash("sha256").update(code).digest("hex").slice(0, 16)}.mjs`,
  );
  if (!existsSync(file)) replace(file, name, code);
  return file;
}

/** Moved into place whole, so that two starts at once never run half a file. */
function replace(file, name, code) {
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER))
    if (old.startsWith(`${name}-`)) rmSync(path.join(FOLDER, old), { force: true });
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
}
