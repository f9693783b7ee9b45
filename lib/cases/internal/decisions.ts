import type { Desk } from "../../auth/desk";
import { AppError } from "../../errors";
import { recordDeeds } from "../../journal/commands";
import { KEY_COLUMNS, openKeyForChange } from "./open";

/** How many cases are looked after at once; what is left comes with the next look. */
const AT_ONCE = 50;

/** Brings what people decided in the mailbox into the history, without anybody opening their cases. */
export async function enterDecisions(desk: Desk): Promise<void> {
  const found = await desk.db.$queryRaw<{ case_id: string }[]>`
    SELECT DISTINCT c.case_id FROM consent c
      WHERE (c.decided_by = 'person' OR c.revoked_by = 'person') AND (
        c.decided_by = 'person' AND NOT EXISTS (SELECT FROM journal_entry j
          WHERE j.site_id = c.site_id AND j.case_id = c.case_id AND j.consent_id = c.id AND j.consent_part = 'decision')
        OR c.revoked_by = 'person' AND NOT EXISTS (SELECT FROM journal_entry j
          WHERE j.site_id = c.site_id AND j.case_id = c.case_id AND j.consent_id = c.id AND j.consent_part = 'revocation'))
      ORDER BY c.case_id LIMIT ${AT_ONCE}`;
  if (found.length === 0) return;
  const rows = await desk.db.caseFile.findMany({
    where: { id: { in: found.map(({ case_id }) => case_id) } },
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
