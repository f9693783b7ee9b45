import type { Desk } from "../../auth/desk";
import { prefixesOf, REMOTE, WEIGHTS } from "../rules";
import type { HelpWishes } from "../types";

/**
 * The ids of the offers that `rankOffers` would put first, so that not all of a large directory is read for thirty.
 * The same rule in the database's words, with the same numbers: a test compares the two.
 */
export async function pickOffers({ db }: Desk, wishes: HelpWishes, most: number): Promise<string[]> {
  const { help, lifeAreas, grounds, language, place } = wishes;
  const [lat, lon] = [place?.lat ?? null, place?.lon ?? null];
  const [states, codes] = [place?.states ?? [], (place?.codes ?? []).flatMap(prefixesOf)];
  const { near, cost, region, remote } = WEIGHTS;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM offer o JOIN partner p ON p.id = o.partner_id
      CROSS JOIN LATERAL (SELECT
        CASE WHEN o.lat IS NULL THEN p.lat ELSE o.lat END AS lat,
        CASE WHEN o.lat IS NULL THEN p.lon ELSE o.lon END AS lon) spot
      CROSS JOIN LATERAL (SELECT CASE WHEN ${lat}::float8 IS NOT NULL AND spot.lat IS NOT NULL THEN
        2 * 6371 * asin(least(1, sqrt(sin(radians(spot.lat - ${lat}::float8) / 2) ^ 2
          + cos(radians(${lat}::float8)) * cos(radians(spot.lat))
          * sin(radians(spot.lon - ${lon}::float8) / 2) ^ 2))) END AS km) way
      CROSS JOIN LATERAL (SELECT
        CASE WHEN way.km <= 10 THEN ${near.within10}::int WHEN way.km <= 30 THEN ${near.within30}::int
          WHEN way.km <= 100 THEN ${near.within100}::int ELSE 0 END AS near,
        CASE WHEN ${lat}::float8 IS NULL THEN NULL
          WHEN cardinality(o.states) + cardinality(o.postal_codes) = 0 THEN ${region.open}::int
          WHEN o.states && ${states}::text[] OR o.postal_codes && ${codes}::text[] THEN ${region.named}::int
          ELSE 0 END AS region) at
      CROSS JOIN LATERAL (SELECT at.near + coalesce(at.region, 0)
        + CASE WHEN at.near = 0 AND ${lat}::float8 IS NOT NULL AND o.channels && ${[...REMOTE]}::text[]
            THEN ${remote}::int ELSE 0 END
        + CASE o.cost WHEN 'free' THEN ${cost.free}::int WHEN 'sliding' THEN ${cost.sliding}::int ELSE 0 END
        + CASE WHEN cardinality(${help}::text[]) = 0 THEN 0
            WHEN o.help && ${help}::text[] THEN ${WEIGHTS.help.named}::int
            WHEN cardinality(o.help) = 0 THEN ${WEIGHTS.help.open}::int ELSE 0 END
        + CASE WHEN cardinality(${lifeAreas}::text[]) = 0 THEN 0
            WHEN o.life_areas && ${lifeAreas}::text[] THEN ${WEIGHTS.lifeArea.named}::int
            WHEN cardinality(o.life_areas) = 0 THEN ${WEIGHTS.lifeArea.open}::int ELSE 0 END
        + CASE WHEN cardinality(${grounds}::text[]) = 0 THEN 0
            WHEN o.grounds && ${grounds}::text[] THEN ${WEIGHTS.ground.named}::int
            WHEN cardinality(o.grounds) = 0 THEN ${WEIGHTS.ground.open}::int ELSE 0 END
        + CASE WHEN ${language}::text = '' THEN 0
            WHEN ${language}::text = ANY (o.languages) THEN ${WEIGHTS.language.named}::int
            WHEN cardinality(o.languages) = 0 THEN ${WEIGHTS.language.open}::int ELSE 0 END AS score) worth
      WHERE NOT o.retired AND NOT p.retired
      ORDER BY coalesce(at.region, 1) > 0 DESC, worth.score DESC, way.km ASC NULLS LAST, o.id
      LIMIT ${most}`;
  return rows.map(({ id }) => id);
}
