// Makes lib/locations/data/map.json from an SVG of the Länder: node --import tsx scripts/build-map.ts MAP.svg
// The outlines come from the Federal Agency for Cartography and Geodesy (BKG, VG5000 2021, dl-de/by-2-0), which
// is to be named beside the map. Whole units are enough for a phone, and the page carries half the digits.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const TARGET = path.resolve(import.meta.dirname, "../lib/locations/data/map.json");

type Point = readonly [x: number, y: number];

/** The rings of a path of `M`, `l` and `z`, in whole units. Rounded where they stand, so that neighbours still meet. */
function ringsOf(path: string): Point[][] {
  return [...path.matchAll(/M([^lz]+)l([^z]+)z/g)].map(([, start = "", steps = ""]) => {
    let [x = 0, y = 0] = numbersOf(start);
    const points: Point[] = [[Math.round(x), Math.round(y)]];
    const moves = numbersOf(steps);
    for (let index = 0; index < moves.length; index += 2) {
      x += moves[index] ?? 0;
      y += moves[index + 1] ?? 0;
      points.push([Math.round(x), Math.round(y)]);
    }
    return points.filter((point, index) => String(point) !== String(points[index - 1]));
  });
}

const numbersOf = (text: string): number[] => (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);

/** A ring as a path, each point told from the one before it. */
function pathOf([first = [0, 0], ...rest]: Point[]): string {
  let [x, y] = first;
  const steps = rest.map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${first.join(" ")}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

const [file] = process.argv.slice(2);
if (!file) throw new Error("Name the SVG of the Länder.");
const svg = readFileSync(file, "utf8");
const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
const states = [...svg.matchAll(/<path id="land-([A-Z]{2})"[^>]* d="([^"]+)"/g)].map(
  ([, code = "", outline = ""]) => ({ code, path: ringsOf(outline).map(pathOf).join("") }),
);
if (states.length !== 16) throw new Error("This is no map of the sixteen Länder.");
const map = { width: Number(width), height: Number(height), states };
writeFileSync(TARGET, `${JSON.stringify(map).replaceAll('},{"code"', '},\n{"code"')}\n`);
