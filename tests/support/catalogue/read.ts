import type pg from "pg";
import type { Catalogue } from "./rows";

const OURS =
  "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg\\_temp%'";
const ROLE = "CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee) END";
const NAME = "CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || c.relname";
const COLUMNS = (keys: string, relation: string) =>
  `ARRAY(SELECT a.attname::text FROM unnest(${keys}) WITH ORDINALITY k(num, pos)
     LEFT JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = k.num ORDER BY k.pos)`;

const QUERIES: Record<keyof Catalogue, string> = {
  tables: `SELECT ${NAME} AS name, c.relkind::text AS kind, c.relrowsecurity AS "rowSecurity",
      c.relforcerowsecurity AS forced, coalesce(c.reloptions, '{}') AS options
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')`,

  columns: `SELECT ${NAME} AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
      NOT a.attnotnull AS nullable
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${OURS} AND c.relkind IN ('r', 'p', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped`,

  // From the index, because a unique index need not belong to a constraint. A column null is an expression.
  uniqueKeys: `SELECT i.relname AS name, ${NAME} AS table, ${COLUMNS("x.indkey::int2[]", "x.indrelid")} AS columns
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${OURS} AND (x.indisunique OR x.indisexclusion)`,

  foreignKeys: `SELECT f.conname AS name, ${NAME} AS table, ${COLUMNS("f.conkey", "f.conrelid")} AS columns,
      t.relname AS target, ${COLUMNS("f.confkey", "f.confrelid")} AS "targetColumns"
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class t ON t.oid = f.confrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${OURS} AND f.contype = 'f'`,

  functions: `SELECT p.proname AS name, pg_get_userbyid(p.proowner) AS owner, p.prosecdef AS definer,
      coalesce(p.proconfig, '{}') AS settings
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OURS}`,

  policies: `SELECT p.polname AS name, c.relname AS table,
      ARRAY(SELECT CASE WHEN r = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(r)::text END FROM unnest(p.polroles) r) AS roles
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid`,

  roles: `SELECT rolname AS name, rolcanlogin AS login, array_remove(ARRAY[CASE WHEN rolsuper THEN 'SUPERUSER' END,
      CASE WHEN rolbypassrls THEN 'BYPASSRLS' END, CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
      CASE WHEN rolcreatedb THEN 'CREATEDB' END, CASE WHEN rolreplication THEN 'REPLICATION' END], NULL) AS attributes
    FROM pg_roles`,

  memberships: `SELECT pg_get_userbyid(member) AS member, pg_get_userbyid(roleid) AS role FROM pg_auth_members`,

  // The functions' roles own their functions, which is what they are for; hence by kind of object.
  ownerships: `SELECT pg_get_userbyid(d.refobjid) AS owner, pg_describe_object(d.classid, d.objid, d.objsubid) AS object
    FROM pg_shdepend d
    WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o'
      AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))`,

  grants: `
    SELECT ${ROLE} AS grantee, CASE c.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind, ${NAME} AS object,
        a.privilege_type AS privilege
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
      WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL SELECT ${ROLE}, 'table', ${NAME}, a.privilege_type
      FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace,
        aclexplode(t.attacl) a WHERE ${OURS}
    UNION ALL SELECT ${ROLE}, 'function', p.proname, a.privilege_type
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,
        aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE ${OURS}
    UNION ALL SELECT ${ROLE}, 'type', t.typname, a.privilege_type
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace,
        aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) a
      WHERE ${OURS} AND t.typtype IN ('d', 'e', 'r', 'm')
    UNION ALL SELECT ${ROLE}, 'schema', n.nspname, a.privilege_type
      FROM pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a WHERE ${OURS}
    UNION ALL SELECT ${ROLE}, 'database', d.datname, a.privilege_type
      FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
      WHERE d.datname = current_database()
    UNION ALL SELECT ${ROLE}, 'default of ' || d.defaclobjtype::text, pg_get_userbyid(d.defaclrole), a.privilege_type
      FROM pg_default_acl d, aclexplode(d.defaclacl) a
    -- Where nothing was revoked, the built-in default counts: PUBLIC may execute and use what the owner makes.
    UNION ALL SELECT ${ROLE}, 'default of ' || k::text, o.rolname, a.privilege_type
      FROM pg_roles o, (VALUES ('f'), ('T')) kinds(k), aclexplode(acldefault(k::"char", o.oid)) a
      WHERE o.oid = (SELECT datdba FROM pg_database WHERE datname = current_database()) AND NOT EXISTS (
        SELECT FROM pg_default_acl d WHERE d.defaclrole = o.oid AND d.defaclnamespace = 0 AND d.defaclobjtype = k::"char")`,
};

/** Reads the catalogue in the client's current transaction, so what was changed in it counts. */
export async function readCatalogue(client: pg.Client): Promise<Catalogue> {
  const catalogue: Partial<Record<keyof Catalogue, unknown[]>> = {};
  for (const [part, sql] of Object.entries(QUERIES)) {
    catalogue[part as keyof Catalogue] = (await client.query(sql)).rows;
  }
  return catalogue as Catalogue;
}
