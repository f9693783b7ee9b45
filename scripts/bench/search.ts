import type { Application } from "./application";
import { fillCases, NEEDLE } from "./case-work/fill";
import { signIn } from "./cases/sign-in";
import type { Figure } from "./figures";
import { get, postForm } from "./http";
import { type Batch, p50, p95, runBatch, wholeCpu } from "./load";
import { interleave } from "./rounds";

const BIG = { site: "bochum", cases: 2_000 };
const SMALL = { site: "bielefeld", cases: 200 };

/** What stands in an ordinary case in work. */
const VOLUME = { letters: 4, sessions: 2, notes: 2 };
const LOAD = { clients: 1, turns: 5 };
const NO_FASTER_THAN_INPUT = BIG.cases / SMALL.cases;

/** Looking for a word in all open cases of a site, as the form on the page sends it; beside a tenth of the cases. */
export async function measureSearch(app: Application, rounds: number): Promise<Figure[]> {
  const programs: Record<string, () => Promise<Batch>> = {};
  // On a machine that is too slow for all of them within its bound a search ends before, and says so.
  const reached: Record<string, number[]> = { big: [], small: [] };
  for (const [name, { site, cases }] of Object.entries({ big: BIG, small: SMALL })) {
    await fillCases(app, site, cases, VOLUME);
    const cookie = await signIn(app, site);
    programs[name] = () =>
      runBatch(app, LOAD, async () => {
        reached[name]?.push(await search(app, cookie));
      });
  }
  const results = await interleave<Batch>(rounds, programs);
  const extent = { program: "the same search of a tenth of the cases", values: reached.small ?? [] };
  return [
    ...figuresOf(results("big"), results("small")),
    {
      part: "search",
      name: "2,000 open cases: looked through",
      unit: "",
      values: reached.big ?? [],
      limit: extent,
    },
  ];
}

/** The page, then its form with what is hidden in it: the way without scripts, which does the same work. */
async function search({ url }: Application, cookie: string): Promise<number> {
  const address = `${url}/de/dashboard/search`;
  const page = (await get(address, cookie, "identity")).body.toString();
  const form = new FormData();
  const [, own = ""] = /<form(?=[^>]*class="card stack")[^>]*>(.*?)<\/form>/s.exec(page) ?? [];
  for (const [, name = "", value = ""] of own.matchAll(
    /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g,
  ))
    form.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  form.append("words", NEEDLE.toUpperCase());
  const { status, body } = await postForm(address, form, cookie);
  const found = body.toString().split("<mark>").length - 1;
  const [, searched] = /Durchsucht: (\d+)/.exec(body.toString()) ?? [];
  if (status !== 200 || found === 0) throw new Error(`a search found ${found} (${status})`);
  return Number(searched);
}

function figuresOf(big: Batch[], small: Batch[]): Figure[] {
  const program = "the same search of a tenth of the cases";
  const figure = (name: string, pick: (batch: Batch) => number): Figure => ({
    part: "search",
    name: `2,000 open cases: ${name}`,
    unit: "ms",
    values: big.map(pick),
    limit: { program, values: small.map(pick) },
    bound: { kind: "ratio", atMost: NO_FASTER_THAN_INPUT },
  });
  return [
    figure("page and answer, p50", p50),
    figure("page and answer, p95", p95),
    figure("processor time, server and database", wholeCpu),
  ];
}
