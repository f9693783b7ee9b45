import type pg from "pg";

/** The advisory lock under which one instance at a time prepares a database, or makes logins of sites in it. */
export const PREPARATION_LOCK = 72_707_370;

/** Does everything or nothing. */
export async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
