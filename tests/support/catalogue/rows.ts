/** What pg_catalog says about everything that is not PostgreSQL's own. */
export type Catalogue = {
  tables: Table[];
  columns: Column[];
  uniqueKeys: UniqueKey[];
  foreignKeys: ForeignKey[];
  functions: DatabaseFunction[];
  policies: Policy[];
  roles: Role[];
  memberships: Membership[];
  ownerships: Ownership[];
  grants: Grant[];
};

/** `kind` as in pg_class.relkind: r table, p partitioned, v view, m materialized view, f foreign table, S sequence. */
export type Table = { name: string; kind: string; rowSecurity: boolean; forced: boolean; options: string[] };
export type Column = { table: string; name: string; type: string; nullable: boolean };
export type UniqueKey = { name: string; table: string; columns: string[] };
export type ForeignKey = {
  name: string;
  table: string;
  columns: string[];
  target: string;
  targetColumns: string[];
};
export type DatabaseFunction = { name: string; owner: string; definer: boolean; settings: string[] };
export type Policy = { name: string; table: string; roles: string[] };
export type Role = { name: string; login: boolean; attributes: string[] };
export type Membership = { member: string; role: string };
export type Ownership = { owner: string; object: string };
/** `grantee` is a role or PUBLIC; `object` is a table's name, for a column too. */
export type Grant = { grantee: string; kind: string; object: string; privilege: string };

export const PUBLIC = "PUBLIC";
