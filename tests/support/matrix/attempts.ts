import pg from "pg";
import type { Probe } from "./rows";

export const OPERATIONS = ["SELECT", "INSERT", "UPDATE", "DELETE"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** denied: no right to ask. unreached: allowed to ask, and row security gave or took nothing. reached: it did. */
export type Outcome = "denied" | "unreached" | "reached";

export type Attempt = {
  role: string;
  operation: Operation;
  probe: Probe;
  /** Whether the row is there. */
  present: boolean;
};

/** Tries one operation as one role, and takes it back. The client is a superuser's, inside a transaction. */
export async function attempt(client: pg.Client, tried: Attempt): Promise<Outcome> {
  const { text, values } = await statementFor(client, tried);
  await client.query(`SAVEPOINT attempt; SET LOCAL SESSION AUTHORIZATION ${pg.escapeIdentifier(tried.role)}`);
  try {
    const { rowCount } = await client.query(text, values);
    return rowCount ? "reached" : "unreached";
  } catch (error) {
    return outcomeOf(error as pg.DatabaseError);
  } finally {
    await client.query("ROLLBACK TO attempt");
  }
}

/** PostgreSQL has one code for a missing right and for a row that a policy refuses; the words differ. */
function outcomeOf({ code = "", message }: pg.DatabaseError): Outcome {
  if (code === "42501") return message.includes("row-level security") ? "unreached" : "denied";
  if (code.startsWith("23")) return "reached"; // constraints are looked at after rights and policies
  throw new Error(message);
}

async function statementFor(
  client: pg.Client,
  tried: Attempt,
): Promise<{ text: string; values: (string | null)[] }> {
  const { operation, probe, present } = tried;
  // Without columns: a right to any one of them is enough to ask.
  if (operation === "SELECT") return { text: `SELECT FROM ${probe.table}`, values: [] };
  if (operation === "DELETE") return { text: `DELETE FROM ${probe.table}`, values: [] };
  if (operation === "INSERT") return insertion(probe.table, await insertableRow(client, tried), present);
  const column = await updatableColumn(client, tried);
  return { text: `UPDATE ${probe.table} SET ${column} = $1`, values: [probe.row[column] ?? null] };
}

/** A column that the role may write, or any when there is none. */
async function updatableColumn(client: pg.Client, { role, probe }: Attempt): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $2::regclass AND attnum > 0 AND NOT attisdropped
       ORDER BY has_column_privilege($1, attrelid, attnum, 'UPDATE') DESC, attnum LIMIT 1`,
    [role, probe.table],
  );
  return rows[0]?.name ?? "";
}

/** The row with the columns that the role may write, or with all when there is none. */
async function insertableRow(client: pg.Client, { role, probe }: Attempt): Promise<Probe["row"]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $2::regclass AND attnum > 0 AND NOT attisdropped
       AND has_column_privilege($1, attrelid, attnum, 'INSERT')`,
    [role, probe.table],
  );
  if (rows.length === 0) return probe.row;
  return Object.fromEntries(rows.map(({ name }) => [name, probe.row[name] ?? null]));
}

/** Puts a row in; with `really` false it is an INSERT of no row, which needs the same rights. */
export function insertion(
  table: string,
  row: Probe["row"],
  really = true,
): { text: string; values: (string | null)[] } {
  const columns = Object.keys(row);
  const text = `INSERT INTO ${table} (${columns.join(", ")})`;
  if (!really) {
    const none = columns.map((column) => `nothing.${column}`).join(", ");
    return {
      text: `${text} SELECT ${none} FROM (SELECT (NULL::${table}).*) nothing WHERE false`,
      values: [],
    };
  }
  const values = columns.map((_, index) => `$${index + 1}`);
  return { text: `${text} VALUES (${values.join(", ")})`, values: Object.values(row) };
}
