import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { APP_DATA_DIR } from "../app";

/** Shorter words would be found in any text. */
const SHORTEST = 8;

const fileIn = (dataDir: string): string => `${dataDir}/typed-in-tests.jsonl`;

/** Remembers something a person typed or was given, so that no log may hold it. */
export function remember(text: string, dataDir = APP_DATA_DIR): void {
  for (const line of text.split(/[\r\n]+/)) {
    const part = line.trim().slice(0, 120);
    if (part.length >= SHORTEST) appendFileSync(fileIn(dataDir), `${JSON.stringify(part)}\n`);
  }
}

/** Everything that was typed into the application of a data folder so far. */
export function everythingTyped(dataDir = APP_DATA_DIR): string[] {
  if (!existsSync(fileIn(dataDir))) return [];
  const lines = readFileSync(fileIn(dataDir), "utf8").trim().split("\n");
  return [...new Set(lines.map((line) => JSON.parse(line) as string))];
}

/** Words that nobody else types in this run: whoever finds them knows which test wrote them. */
export function unique(sentence: string): string {
  const text = `${sentence} ${randomBytes(5).toString("hex")}`;
  remember(text);
  return text;
}
