import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { LOCALES, localeInfo } from "../lib/i18n/locales";
import { translator } from "../lib/i18n/translator";
import { drawCard } from "./images/card";
import { openRenderer } from "./images/renderer";

const ROOT = path.resolve(import.meta.dirname, "..");
const TARGET = path.join(ROOT, "public/generated/og");
const MODULE = path.join(ROOT, "components/public/generated/images.ts");

/**
 * Draws the picture that stands beside a shared link, in every language, and notes its version, by which browsers
 * and services know a new one.
 */
async function buildImages(): Promise<void> {
  const { png, widthOf } = await openRenderer();
  const version = createHash("sha256");
  await mkdir(TARGET, { recursive: true });
  await mkdir(path.dirname(MODULE), { recursive: true });
  for (const locale of LOCALES) {
    const t = translator(locale);
    const { dir } = localeInfo(locale);
    const svg = drawCard(
      {
        heading: t("public.home.heading"),
        promise: t("public.footer.promise"),
        brand: t("public.brand"),
        dir,
        family: dir === "rtl" ? "Noto Sans Arabic" : "Noto Sans",
      },
      widthOf,
    );
    version.update(svg);
    await writeFile(path.join(TARGET, `${locale}.png`), png(svg));
  }
  await writeFile(
    MODULE,
    `// Made by scripts/build-images.ts.\nexport const imageVersion = "${version.digest("hex").slice(0, 10)}";\n`,
  );
}

await buildImages();
