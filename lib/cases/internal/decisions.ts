import type { Desk } from "../../auth/desk";
import { AppError } from "../../errors";
import { recordDeeds } from "../../journal/commands";
import { casesToEnter } from "../../journal/queries";
import { KEY_COLUMNS, openKeyForChange } from "./open";

/** How many cases are looked after at once; what is left comes with the next look. */
const AT_ONCE = 50;

/** Brings what people decided in the mailbox into the history, without anybody opening their cases. */
export async function enterDecisions(desk: Desk): Promise<void> {
  const found = await casesToEnter(desk, AT_ONCE);
  if (found.length === 0) return;
  const rows = await desk.db.caseFile.findMany({
    where: { id: { in: found } },
    select: KEY_COLUMNS,
  });
  const opened = await Promise.all(
    rows.map(async (row) => {
      const key = await openKeyForChange(desk, row).catch(damaged);
      return key ? [{ id: row.id, key }] : [];
    }),
  );
  await recordDeeds(desk, opened.flat());
}

/** One damaged case must not keep the others out of the history. */
function damaged(error: unknown): null {
  if (error instanceof AppError && error.code === "sealBroken") return null;
  throw error;
}
