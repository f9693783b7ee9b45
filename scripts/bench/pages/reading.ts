import type { Browser } from "@playwright/test";
import type { Application } from "../application";
import { openBrowser } from "../browser";
import type { Figure } from "../figures";
import { interleave } from "../rounds";
import { bareOf, documentAt, servePages } from "./bare-page";
import { addressOf, LOCALES, PAGES } from "./list";
import { scriptFigure, sizeFigures, smoothnessFigures, timeFigures } from "./reading-figures";
import type { Sample } from "./types";
import { visit } from "./visit";
import { weighLinks, weighScripts } from "./weight";

/** How long each answer takes, in ms. Waiting is most of it at the longer one, which needs fewer rounds for that. */
const LINES = [
  { latency: 400, mostRounds: Number.POSITIVE_INFINITY, warmUp: 1 },
  { latency: 2_000, mostRounds: 2, warmUp: 0 },
] as const;

/** Reading public pages on a cheap phone and a slow line, each beside its text as a bare page. */
export async function measureReading(app: Application, rounds: number): Promise<Figure[]> {
  const samples = await takeSamples(app);
  const bare = await servePages(new Map(samples.map((sample) => [nameOf(sample), bareOf(sample.document)])));
  const browser = await openBrowser();
  const figures: Figure[] = [];
  try {
    for (const { latency, mostRounds, warmUp } of LINES) {
      const programs = programsFor(browser, samples, bare.url, latency);
      const results = await interleave(Math.min(rounds, mostRounds), programs, warmUp);
      const visited = samples.map((sample) => ({
        ...sample,
        own: results(`ours ${nameOf(sample)}`),
        bare: results(`bare ${nameOf(sample)}`),
      }));
      figures.push(...timeFigures(visited, latency));
      if (latency === LINES[0].latency) figures.push(...sizeFigures(visited), ...smoothnessFigures(visited));
    }
    return [...figures, scriptFigure(samples)];
  } finally {
    await browser.close();
    bare.server.close();
  }
}

const nameOf = ({ page, locale }: Sample): string => `${page.name}-${locale}`;

const takeSamples = (app: Application): Promise<Sample[]> =>
  Promise.all(
    PAGES.flatMap((page) =>
      LOCALES.map(async (locale) => {
        const url = addressOf(app, page, locale);
        const document = await documentAt(url);
        const [linkBytes, scriptBytes] = await Promise.all([
          weighLinks(document.html, url),
          weighScripts(document.html, url),
        ]);
        return { page, locale, url, document, linkBytes, scriptBytes };
      }),
    ),
  );

const programsFor = (browser: Browser, samples: readonly Sample[], bareUrl: string, latency: number) =>
  Object.fromEntries(
    samples.flatMap((sample) => [
      [`ours ${nameOf(sample)}`, () => visit(browser, sample.page, sample.url, latency)],
      [`bare ${nameOf(sample)}`, () => visit(browser, sample.page, `${bareUrl}/${nameOf(sample)}`, latency)],
    ]),
  );
