import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** How wide words are in the heavy face of a family, in units of the type size. */
export type MeasureWidth = (family: string, words: string) => number;

export type Renderer = { png(svg: string): Uint8Array; widthOf: MeasureWidth };

/** The faces of all our scripts. They are drawn with here, and never sent to anybody. */
const FACES = [
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
];

const require = createRequire(import.meta.url);
const MEASURED_AT = 100;

/** Draws SVG the same on every machine, whatever fonts it has. */
export async function openRenderer(): Promise<Renderer> {
  await initWasm(await readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const fontBuffers = await Promise.all(FACES.map((face) => readFile(require.resolve(face))));
  const drawn = (svg: string) => new Resvg(svg, { font: { fontBuffers, defaultFontFamily: "Noto Sans" } });
  return {
    png: (svg) => drawn(svg).render().asPng(),
    widthOf: (family, words) => {
      const face = `font-family="${family}" font-weight="700" font-size="${MEASURED_AT}"`;
      const text = `<text x="0" y="${MEASURED_AT}" ${face}>${words.replaceAll("&", "&amp;")}</text>`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="6000" height="200">${text}</svg>`;
      return (drawn(svg).getBBox()?.width ?? 0) / MEASURED_AT;
    },
  };
}
