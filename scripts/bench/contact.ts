import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "../chromium.mjs";
import { Failure } from "../launch/failure";
import type { Application } from "./application";
import { barePageOf, servePages } from "./contact/bare-page";
import { type Visit, visit } from "./contact/visit";
import type { Figure } from "./figures";
import { get } from "./http";
import { interleave } from "./rounds";

/** One language from left to right, and one from right to left with another script. */
const LOCALES = ["de", "ar"];
const SLOWER_THAN_BARE = 1.3;
const MOST_KB = 170;

const QUIET_BROWSER = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The contact form on a cheap phone and a slow line. */
export async function measureContact(app: Application, rounds: number): Promise<Figure[]> {
  const pages = await Promise.all(
    LOCALES.map(async (locale) => [locale, await barePageOf(address(app, locale))] as const),
  );
  const bare = await servePages(new Map(pages));
  const browser = await openBrowser();
  try {
    const programs = LOCALES.flatMap((locale) => [
      [`ours ${locale}`, () => visit(browser, address(app, locale))],
      [`bare ${locale}`, () => visit(browser, `${bare.url}/${locale}`)],
    ]);
    const results = await interleave<Visit>(rounds, Object.fromEntries(programs));
    const icon = (await get(`${app.url}/icon.svg`)).body.length;
    return LOCALES.flatMap((locale) =>
      figuresOf(locale, results(`ours ${locale}`), results(`bare ${locale}`), icon),
    );
  } finally {
    await browser.close();
    bare.server.close();
  }
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Failure("There is no Chromium: install one, or set CHROMIUM_PATH.");
  return chromium.launch({ executablePath, args: QUIET_BROWSER });
}

const address = ({ url }: Application, locale: string): string => `${url}/${locale}/contact`;

/** A browser without a window does not fetch the icon, so its size is added. */
function figuresOf(locale: string, own: Visit[], bare: Visit[], icon: number): Figure[] {
  const part = "contact";
  const program = "bare static HTML with the same text";
  const bound = { kind: "ratio", atMost: SLOWER_THAN_BARE } as const;
  const kilobytes = ({ bytes }: Visit) => bytes / 1000;
  return [
    {
      part,
      name: `fields painted, ${locale}`,
      unit: "ms",
      values: own.map(({ painted }) => painted),
      limit: { program, values: bare.map(({ painted }) => painted) },
      bound,
    },
    {
      part,
      name: `a typed letter shows, ${locale}`,
      unit: "ms",
      values: own.map(({ typed }) => typed),
      limit: { program, values: bare.map(({ typed }) => typed) },
      bound,
    },
    {
      part,
      name: `whole page, ${locale}`,
      unit: "KB",
      values: own.map((each) => kilobytes(each) + icon / 1000),
      limit: { program, values: bare.map(kilobytes) },
      bound: { kind: "value", atMost: MOST_KB },
    },
    {
      part,
      name: `fonts and blocking resources, ${locale}`,
      unit: "",
      values: own.map(({ holdingUp }) => holdingUp),
      bound: { kind: "value", atMost: 0 },
    },
  ];
}
