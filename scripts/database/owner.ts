import pg from "pg";

/**
 * Makes the role `owner` and its database. `owner` migrates and provisions; it is no superuser,
 * so a mistake in a migration can reach no further than the database it owns.
 */
export async function createOwnerAndDatabase(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const role = await client.query("select from pg_roles where rolname = 'owner'");
    const verb = role.rowCount ? "ALTER" : "CREATE";
    await client.query(
      `${verb} ROLE owner LOGIN CREATEROLE CREATEDB NOSUPERUSER PASSWORD ${pg.escapeLiteral(password)}`,
    );
    const database = await client.query("select from pg_database where datname = 'app'");
    if (!database.rowCount) await client.query("CREATE DATABASE app OWNER owner");
    // Nobody but the bootstrap superuser has business in the databases PostgreSQL brings along.
    await client.query("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
  } finally {
    await client.end();
  }
}
