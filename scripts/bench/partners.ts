import type pg from "pg";
import type { Desk } from "../../lib/auth/desk";
import { siteDb } from "../../lib/db/client";
import { findHelp, helpWishes, listPartners } from "../../lib/partners/queries";
import type { HelpSearch } from "../../lib/partners/schema";
import { listVocabulary } from "../../lib/vocabulary/queries";
import { COUNSELLING_LANGUAGES } from "../../lib/vocabulary/types";
import type { Application } from "./application";
import { asSuperuser } from "./database";
import { type Figure, quantile } from "./figures";

const FEW = 2_000;
const MANY = 20_000;
const OFFERS_OF_A_PARTNER = 4;
const TURNS = 40;
const WARM_UP = 5;

const SEARCH: HelpSearch = {
  help: "legalAdvice",
  lifeArea: "workAccess",
  ground: "antiBlack",
  language: "tr",
  postalCode: "50667",
};

type Times = Record<"ranked" | "page" | "words", number[][]>;

/**
 * Offers ranked for a case, and pages of the directory, among many and among a tenth of them. There is one directory,
 * so the two cannot take turns: it is measured first while it is small.
 */
export async function measurePartners(app: Application, rounds: number): Promise<Figure[]> {
  const site = "koeln";
  const desk = { site, account: "", role: "counsellor", db: siteDb(site) } as unknown as Desk;
  await fill(app, 1, FEW);
  const few = await timesOf(desk, rounds);
  await fill(app, FEW + 1, MANY);
  const many = await timesOf(desk, rounds);
  return [
    ...figuresOf("offers ranked for a case", few.ranked, many.ranked),
    ...figuresOf("first page of the directory", few.page, many.page),
    ...figuresOf("directory searched for words that are rare", few.words, many.words),
  ];
}

async function timesOf(desk: Desk, rounds: number): Promise<Times> {
  const wishes = await helpWishes(await listVocabulary(desk.db), SEARCH);
  const programs = {
    ranked: () => findHelp(desk, wishes),
    page: () => listPartners(desk, {}, new Date()),
    words: () => listPartners(desk, { q: "verein 1999" }, new Date()),
  };
  const times: Times = { ranked: [], page: [], words: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(programs) as (keyof Times)[])
      times[name].push(await timeEach(programs[name], round === 0 ? WARM_UP : 0));
  }
  return times;
}

async function timeEach(turn: () => Promise<unknown>, warmUp: number): Promise<number[]> {
  const times: number[] = [];
  for (let done = -warmUp; done < TURNS; done += 1) {
    const started = performance.now();
    await turn();
    if (done >= 0) times.push(performance.now() - started);
  }
  return times;
}

function figuresOf(name: string, few: number[][], many: number[][]): Figure[] {
  const program = `the same among ${FEW.toLocaleString("en")} offers`;
  const figure = (share: number): Figure => ({
    part: "partners",
    name: `${name}, ${MANY.toLocaleString("en")} offers, p${share * 100}`,
    unit: "ms",
    values: many.map((times) => quantile(times, share)),
    limit: { program, values: few.map((times) => quantile(times, share)) },
    // No faster than what it reads.
    bound: { kind: "ratio", atMost: MANY / FEW },
  });
  return [figure(0.5), figure(0.95)];
}

/** Adds offers up to a number, four to a partner, spread over the country and the lists. */
const fill = (app: Application, from: number, to: number): Promise<void> =>
  asSuperuser(app, async (client: pg.Client) => {
    // No history of what nobody did.
    await client.query("SET session_replication_role = replica");
    await client.query(INSERT_PARTNERS, [
      Math.ceil(from / OFFERS_OF_A_PARTNER),
      Math.ceil(to / OFFERS_OF_A_PARTNER),
    ]);
    await client.query(INSERT_OFFERS, [from, to, OFFERS_OF_A_PARTNER, Object.keys(COUNSELLING_LANGUAGES)]);
    await client.query("VACUUM (ANALYZE) partner, offer");
  });

const INSERT_PARTNERS = `
  INSERT INTO partner (id, name, search, alliances, data, lat, lon, checked_on, created_by, changed_by)
    SELECT md5('partner' || n)::uuid, 'Verein ' || n, 'verein ' || n || ' · ort ' || n % 900, '{}',
        jsonb_build_object('city', 'Ort ' || n % 900, 'street', 'Weg ' || n, 'phones', jsonb_build_array('0221 ' || n),
          'description', repeat('Was der Verein tut. ', 8)),
        47.5 + random() * 7, 6 + random() * 9, current_date - n % 700, 'koeln', md5('nobody')::uuid
      FROM generate_series($1::int, $2::int) n ON CONFLICT DO NOTHING`;

/** Some of a list's codes, none in one of four. */
const codesOf = (list: string): string =>
  `coalesce((SELECT array_agg(code) FROM vocabulary_value
     WHERE list = '${list}' AND n % 4 > 0 AND abs(hashtext(code || n)) % 9 = 0), '{}')`;

const INSERT_OFFERS = `
  INSERT INTO offer (id, partner_id, title, help, life_areas, grounds, languages, states, postal_codes, cost, channels,
      accessibility, warmth, data, changed_by)
    SELECT md5('offer' || n)::uuid, md5('partner' || ceil(n / $3::float)::int)::uuid, 'Angebot ' || n,
        ${codesOf("help")}, ${codesOf("lifeArea")}, ${codesOf("ground")},
        ARRAY['de', ($4::text[])[1 + n % array_length($4, 1)]],
        CASE WHEN n % 3 = 0 THEN ARRAY[(ARRAY['NW', 'BE', 'BY', 'HH'])[1 + n % 4]] ELSE '{}' END,
        CASE WHEN n % 5 = 0 THEN ARRAY[lpad((n % 100)::text, 2, '0')] ELSE '{}' END,
        (ARRAY['', 'free', 'sliding', 'paid'])[1 + n % 4], ARRAY['phone', 'inPerson'], '{}', '', '{}', md5('nobody')::uuid
      FROM generate_series($1::int, $2::int) n`;
