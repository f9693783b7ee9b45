import { createHash } from "node:crypto";
import { mkdir, readFile, watch, writeFile } from "node:fs/promises";
import path from "node:path";
import tailwindcss from "@tailwindcss/postcss";
import postcss from "postcss";

const ROOT = path.resolve(import.meta.dirname, "..");
const SOURCE = path.join(ROOT, "components/public/public.css");
const PARTS = path.join(ROOT, "components/public/styles");
const TOKENS = path.join(ROOT, "components/ui/tokens.css");
const ENHANCE = path.join(ROOT, "public/enhance.js");
const TARGET = path.join(ROOT, "components/public/generated/styles.ts");

/**
 * Compiles the public site's stylesheet into a module, because the documents carry it inline: one request
 * fewer on a slow line. The hash beside it is what the Content-Security-Policy allows.
 */
async function buildStyles(): Promise<void> {
  const source = await readFile(SOURCE, "utf8");
  const plugin = tailwindcss({ base: path.dirname(SOURCE), optimize: { minify: true } });
  // The banner of the compiler is of no use to a reader on a slow line.
  const { css } = await postcss([plugin]).process(source, { from: SOURCE });
  const lean = css.replace(/\/\*![\s\S]*?\*\//g, "").trim();

  await mkdir(path.dirname(TARGET), { recursive: true });
  await writeWhenChanged(TARGET, styleModule(lean, await readFile(ENHANCE)));
}

function styleModule(css: string, enhance: Buffer): string {
  const cssHash = `sha256-${createHash("sha256").update(css).digest("base64")}`;
  const enhanceVersion = createHash("sha256").update(enhance).digest("hex").slice(0, 10);
  return [
    "// Made by scripts/build-styles.ts from public.css and public/enhance.js.",
    `export const css: string = ${JSON.stringify(css)};`,
    `export const cssHash: string = ${JSON.stringify(cssHash)};`,
    `export const enhanceVersion: string = ${JSON.stringify(enhanceVersion)};`,
    "",
  ].join("\n");
}

/** An unchanged file keeps its date, so that a development server does not reload for nothing. */
async function writeWhenChanged(file: string, content: string): Promise<void> {
  const before = await readFile(file, "utf8").catch(() => null);
  if (before !== content) await writeFile(file, content);
}

async function rebuildOnChange(place: string): Promise<void> {
  // A mistake in a stylesheet under the editor's hands should be shown, not end the watching.
  for await (const _ of watch(place)) await buildStyles().catch(console.error);
}

await buildStyles();
if (process.argv.includes("--watch"))
  await Promise.all([SOURCE, PARTS, TOKENS, ENHANCE].map(rebuildOnChange));
