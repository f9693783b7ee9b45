import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, watch, writeFile } from "node:fs/promises";
import path from "node:path";
import tailwindcss from "@tailwindcss/postcss";
import postcss from "postcss";

const ROOT = path.resolve(import.meta.dirname, "..");
const PUBLIC = path.join(ROOT, "components/public");
const SHEETS = path.join(PUBLIC, "sheets");
const TOKENS = path.join(ROOT, "components/ui/tokens.css");
const ENHANCE = path.join(ROOT, "public/enhance.js");
const TARGET = path.join(PUBLIC, "generated/styles.ts");

type Sheet = { name: string; css: string };

/**
 * Compiles the public site's stylesheets into a module, because the documents carry theirs inline: one request
 * fewer on a slow line. The hashes beside them are what the Content-Security-Policy allows.
 */
async function buildStyles(): Promise<void> {
  const files = (await readdir(SHEETS)).toSorted();
  const sheets = await Promise.all(files.map(async (file) => compile(path.join(SHEETS, file))));
  await mkdir(path.dirname(TARGET), { recursive: true });
  await writeWhenChanged(TARGET, styleModule(sheets, await readFile(ENHANCE)));
}

async function compile(file: string): Promise<Sheet> {
  const plugin = tailwindcss({ base: SHEETS, optimize: { minify: true } });
  const { css } = await postcss([plugin]).process(await readFile(file, "utf8"), { from: file });
  // The banner of the compiler is of no use to a reader on a slow line.
  return { name: path.basename(file, ".css"), css: css.replace(/\/\*![\s\S]*?\*\//g, "").trim() };
}

function styleModule(sheets: Sheet[], enhance: Buffer): string {
  const entries = sheets.map(({ name, css }) => `  ${JSON.stringify(name)}: ${JSON.stringify(css)},`);
  const hashes = sheets.map(({ name, css }) => {
    const hash = `sha256-${createHash("sha256").update(css).digest("base64")}`;
    return `  ${JSON.stringify(name)}: ${JSON.stringify(hash)},`;
  });
  const enhanceVersion = createHash("sha256").update(enhance).digest("hex").slice(0, 10);
  return [
    "// Made by scripts/build-styles.ts from sheets/*.css and public/enhance.js.",
    "export const sheets = {",
    ...entries,
    "} as const;",
    "export type SheetName = keyof typeof sheets;",
    "export const sheetHashes: Record<SheetName, string> = {",
    ...hashes,
    "};",
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
  await Promise.all([PUBLIC, SHEETS, path.join(PUBLIC, "styles"), TOKENS, ENHANCE].map(rebuildOnChange));
