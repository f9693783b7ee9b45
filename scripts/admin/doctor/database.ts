import type pg from "pg";
import { SURFACE_LOGINS, siteLogin } from "../../../lib/db/logins";
import { checkLogins } from "../../database/check-logins";
import { type Finding, ok, problem, warn } from "./finding";

const OLDEST_SERVER = 15;
const WRONG_PASSWORD = "28P01";

/** From how many seconds on a clock is worth a word, and from how many codes of second factors fail. */
const CLOCK = { warn: 30, problem: 60 };

/** What kind of PostgreSQL this is, and as whom we are here. */
export async function checkServer(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ version: number; above: boolean; creates: boolean }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version, rolsuper OR rolbypassrls AS above,
       rolsuper OR rolcreaterole AS creates FROM pg_roles WHERE rolname = current_user`,
  );
  const { version = 0, above = false, creates = false } = rows[0] ?? {};
  const newEnough = version >= OLDEST_SERVER;
  return [
    newEnough
      ? ok("database", `PostgreSQL ${version} answers.`)
      : problem("database", `It is PostgreSQL ${version}.`, `Move to version ${OLDEST_SERVER} or newer.`),
    ...(above
      ? [
          problem(
            "database",
            "The login in DATABASE_URL is above row security.",
            "Use one without SUPERUSER and BYPASSRLS, which owns the database and has CREATEROLE.",
          ),
        ]
      : []),
    ...(creates
      ? []
      : [problem("database", "The login in DATABASE_URL cannot make logins.", "Give it CREATEROLE.")]),
  ];
}

/** Whether each site and each surface has its login, which gets in and may do no more than it should. */
export async function checkAllLogins(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM site ORDER BY id");
  const logins = [...SURFACE_LOGINS, ...rows.map(({ id }) => siteLogin(id))];
  const there = await client.query<{ rolname: string }>(
    "SELECT rolname FROM pg_roles WHERE rolcanlogin AND rolname = ANY ($1)",
    [logins],
  );
  const missing = logins.filter((login) => !there.rows.some(({ rolname }) => rolname === login));
  if (missing.length)
    return [problem("logins", `Missing: ${missing.join(", ")}.`, "Start weact once: npm start makes them.")];
  try {
    const sentences = await checkLogins();
    if (!sentences.length) return [ok("logins", `${logins.length} logins, each with its own rights only.`)];
    return sentences.map((says) => problem("logins", says, "Take it back, as a superuser of the database."));
  } catch (error) {
    if ((error as { code?: string }).code !== WRONG_PASSWORD) throw error;
    const todo =
      "Use the WEACT_SECRET that belongs to this database. If it does, npm start sets the passwords anew.";
    return [problem("logins", "They do not get in with what derives from WEACT_SECRET.", todo)];
  }
}

/** Compares this machine's clock with the database's. */
export async function checkClock(client: pg.Client, remote: boolean): Promise<Finding[]> {
  const before = Date.now();
  const { rows } = await client.query<{ ms: number }>(
    "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms",
  );
  const here = (before + Date.now()) / 2;
  return [judgeClock((rows[0]?.ms ?? here) - here, remote)];
}

/** @param difference how far the database is ahead, in ms */
export function judgeClock(difference: number, remote: boolean): Finding {
  const seconds = Math.round(Math.abs(difference) / 1000);
  if (!remote)
    return ok("clock", "The database is on this machine, so there is no second clock to compare with.");
  if (seconds <= CLOCK.warn)
    return ok("clock", `It agrees with the database's within ${Math.max(seconds, 1)} s.`);
  const says = `It differs from the database's by ${seconds} s.`;
  const todo = "Have both machines set their clocks by network time: codes of second factors depend on it.";
  return seconds > CLOCK.problem ? problem("clock", says, todo) : warn("clock", says, todo);
}
