import pg from "pg";
import { loginUrl } from "../../lib/db/logins";

/** How many made-up quarters a new installation of the embedded mode begins with. */
export const DEMO_QUARTERS = 8;

/**
 * Whether made-up quarters are still to be loaded: at the first start, or because that was ended while it loaded them.
 * Asked without the tools of a release, which take a second to load and are needed for nothing else here.
 */
export async function isDemoUnfinished(): Promise<boolean> {
  const client = new pg.Client({ connectionString: loginUrl("jobs") });
  await client.connect();
  try {
    const { rows } = await client.query<{ quarters: number; real: number }>(
      "SELECT count(*)::int AS quarters, count(*) FILTER (WHERE NOT demo)::int AS real FROM statistic_release",
    );
    return rows.every(({ quarters, real }) => quarters < DEMO_QUARTERS && real === 0);
  } finally {
    await client.end();
  }
}
