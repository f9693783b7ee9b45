import pg from "pg";
import type { Statement } from "../../scripts/bench/cases/statement";

/** All statements that read cases, or what is to be done in them, while a query ran. */
export async function statementsOf(query: () => Promise<unknown>): Promise<Statement[]> {
  const original = pg.Client.prototype.query;
  const seen: Statement[] = [];
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [config, values] = args as [{ text: string; values?: unknown[] }, unknown[] | undefined];
    if (/SELECT.+(case_file|follow_up)/s.test(config.text ?? ""))
      seen.push({ text: config.text, values: values ?? config.values ?? [] });
    return Reflect.apply(original, this, args);
  } as typeof original;
  try {
    await query();
  } finally {
    pg.Client.prototype.query = original;
  }
  return seen;
}
