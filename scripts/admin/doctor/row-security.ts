import type pg from "pg";
import { type Finding, ok, problem } from "./finding";

/** The owner's own book, which no other login reaches. */
const OWNERS_TABLE = "_prisma_migrations";

/**
 * What row security rests on, each as a query that names what breaks it. A digest of the rules that the tests check
 * in full (tests/support/catalogue): what a hand on the database is most likely to have changed.
 */
const RULES = {
  "has no forced row security": `SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '${OWNERS_TABLE}'
      AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`,

  "has no policy": `SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '${OWNERS_TABLE}'
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) ORDER BY 1`,

  "is open to everybody (PUBLIC)": `SELECT DISTINCT name FROM (
      SELECT c.relname AS name, a.grantee FROM pg_class c, aclexplode(c.relacl) a
        WHERE c.relnamespace = 'public'::regnamespace
      UNION ALL SELECT c.relname || '.' || t.attname, a.grantee FROM pg_attribute t
        JOIN pg_class c ON c.oid = t.attrelid, aclexplode(t.attacl) a WHERE c.relnamespace = 'public'::regnamespace
      UNION ALL SELECT p.proname, a.grantee FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        WHERE p.pronamespace = 'public'::regnamespace
      UNION ALL SELECT 'schema ' || nspname, a.grantee FROM pg_namespace, aclexplode(nspacl) a WHERE nspname = 'public'
      UNION ALL SELECT 'database ' || datname, a.grantee
        FROM pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) a WHERE datname = current_database()
    ) held WHERE grantee = 0 ORDER BY 1`,

  "is a policy for everybody (PUBLIC)": `SELECT p.polname || ' on ' || c.relname AS name
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE 0 = ANY (p.polroles) ORDER BY 1`,

  "runs with the rights of whoever migrates": `SELECT p.proname AS name FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
    WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND r.rolcanlogin ORDER BY 1`,
};

/** Whether the database still keeps the sites apart. */
export async function checkRowSecurity(client: pg.Client): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [what, sql] of Object.entries(RULES)) {
    const { rows } = await client.query<{ name: string }>(sql);
    findings.push(...rows.map(({ name }) => problem("row security", `${name} ${what}.`, TODO)));
  }
  return findings.length ? findings : [ok("row security", "Forced on every table; PUBLIC holds nothing.")];
}

const TODO = `Take weact off the net until it is put right: sites could see each other. Somebody changed the database by
  hand; the last backup, restored into another database, shows how it should be.`;
