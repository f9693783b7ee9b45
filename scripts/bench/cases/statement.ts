import pg from "pg";

/** A statement as it reached the database. */
export type Statement = { readonly text: string; readonly values: unknown[] };

/** What a query says to the database: all statements of a kind that were sent while it ran. */
export async function statementsOf(query: () => Promise<unknown>, kind: RegExp): Promise<Statement[]> {
  const original = pg.Client.prototype.query;
  const seen: Statement[] = [];
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [config, values] = args as [{ text: string; values?: unknown[] }, unknown[] | undefined];
    if (kind.test(config.text ?? "")) seen.push({ text: config.text, values: values ?? config.values ?? [] });
    return Reflect.apply(original, this, args);
  } as typeof original;
  try {
    await query();
  } finally {
    pg.Client.prototype.query = original;
  }
  return seen;
}

/** How a list reads cases: the last such statement while its query ran. */
export async function statementOf(query: () => Promise<unknown>): Promise<Statement> {
  const last = (await statementsOf(query, /SELECT.+case_file/s)).at(-1);
  if (!last) throw new Error("the query read no cases");
  return last;
}
