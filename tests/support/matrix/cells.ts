import type pg from "pg";
import { attempt, insertion, OPERATIONS, type Operation, type Outcome } from "./attempts";
import { type Probe, probesFor } from "./rows";

/** What a role meets when the row is its own site's, another site's, and when there is none. */
type Met = { own: Outcome; foreign: Outcome; none: Outcome };

/**
 * Tries every operation of every role on every kind of row, and writes the result as a table of text.
 *
 * A cell says with letters what a role can do: S, I, U and D reach the rows of all sites; s, i, u and d those of
 * the own site. In brackets stands what is granted and reaches no row. "." is nothing at all.
 *
 * @param client a superuser inside a transaction that will be rolled back
 * @param sites the one that counts as own for everybody but the second one's login, and another
 * @param only a table, to try no other
 */
export async function drawMatrix(
  client: pg.Client,
  roles: string[],
  sites: [string, string],
  only?: string,
): Promise<string> {
  // No foreign keys and cascades: what is tried here is who may, not what fits together.
  await client.query("SET LOCAL session_replication_role = replica");
  const [here, there] = [await probesFor(client, sites[0]), await probesFor(client, sites[1])];
  const lines: string[][] = [["", ...roles]];
  for (const [index, probe] of here.entries()) {
    const other = there[index];
    if (!other || (only && probe.table !== only)) continue;
    lines.push([probe.label, ...(await drawLine(client, roles, [probe, other]))]);
  }
  return alignColumns(lines);
}

async function drawLine(
  client: pg.Client,
  roles: string[],
  [here, there]: [Probe, Probe],
): Promise<string[]> {
  const none = await outcomes(client, roles, here, false);
  const withHere = await outcomes(client, roles, here, true);
  const withThere = await outcomes(client, roles, there, true);
  return roles.map((role, index) => {
    const isThere = role === `site_${there.site}`;
    const [own, foreign] = isThere ? [withThere, withHere] : [withHere, withThere];
    const letters = OPERATIONS.map((operation) =>
      letterFor(operation, {
        own: own[index]?.[operation] ?? "denied",
        foreign: foreign[index]?.[operation] ?? "denied",
        none: none[index]?.[operation] ?? "denied",
      }),
    );
    return letters.join("").replaceAll(")(", "") || ".";
  });
}

/** What each role meets when the table holds this row alone, or no row. */
async function outcomes(client: pg.Client, roles: string[], probe: Probe, present: boolean) {
  await client.query("SAVEPOINT state");
  await client.query(`DELETE FROM ${probe.table}`);
  for (const { table, row } of present ? [...probe.beside, probe] : []) {
    const { text, values } = insertion(table, row);
    await client.query(text, values);
  }
  const met: Record<Operation, Outcome>[] = [];
  for (const role of roles) {
    const byOperation: Partial<Record<Operation, Outcome>> = {};
    for (const operation of OPERATIONS)
      byOperation[operation] = await attempt(client, { role, operation, probe, present });
    met.push(byOperation as Record<Operation, Outcome>);
  }
  await client.query("ROLLBACK TO state");
  return met;
}

function letterFor(operation: Operation, { own, foreign, none }: Met): string {
  const letter = operation.charAt(0);
  if ([own, foreign, none].every((outcome) => outcome === "denied")) return "";
  // What no combination of rights and policies should do.
  if ([own, foreign, none].includes("denied") || none !== "unreached") return `?${letter}`;
  if (own === "reached") return foreign === "reached" ? letter : letter.toLowerCase();
  return foreign === "reached" ? `?${letter}` : `(${letter.toLowerCase()})`;
}

/** Columns as wide as their widest cell, so that the table can be read and compared. */
export function alignColumns(lines: string[][]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
