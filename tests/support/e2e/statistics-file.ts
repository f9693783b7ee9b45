/** A row of a table: what it is called, and its number. */
export type FileRow = readonly [name: string, value: number];

/**
 * The tables of an exported CSV, by their titles: each begins with a line of one cell, and ends with an empty line.
 * The last row of a table is its sum.
 */
export function tablesIn(csv: string): Map<string, FileRow[]> {
  const blocks = csv.split("\r\n\r\n").slice(1);
  return new Map(
    blocks.map((block) => {
      const [title = "", , , ...rows] = block.trim().split("\r\n");
      return [title, rows.map((row) => row.split(";")).map(([name = "", value]) => [name, Number(value)])];
    }),
  );
}
