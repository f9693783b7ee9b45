import pg from "pg";

/** A statement as it reached the database. */
export type Statement = { readonly text: string; readonly values: unknown[] };

/** What a list query says to the database: the last statement that read cases while it ran. */
export async function statementOf(query: () => Promise<unknown>): Promise<Statement> {
  const original = pg.Client.prototype.query;
  let seen: Statement | undefined;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [config, values] = args as [{ text: string; values?: unknown[] }, unknown[] | undefined];
    if (/SELECT.+case_file/s.test(config.text ?? ""))
      seen = { text: config.text, values: values ?? config.values ?? [] };
    return Reflect.apply(original, this, args);
  } as typeof original;
  try {
    await query();
  } finally {
    pg.Client.prototype.query = original;
  }
  if (!seen) throw new Error("the query read no cases");
  return seen;
}
