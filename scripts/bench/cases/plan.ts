import type pg from "pg";
import type { Statement } from "./statement";

type PlanNode = {
  readonly "Node Type": string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: PlanNode[];
};

/** How the database answered: through which index, how many rows it had to look at, and whether it had to sort. */
export type Plan = { readonly nodes: string; readonly rowsRead: number; readonly sorts: boolean };

export async function planOf(client: pg.Client, { text, values }: Statement): Promise<Plan> {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
  const nodes = flatten(rows[0]["QUERY PLAN"][0].Plan);
  const read = nodes.filter((node) => /Scan/.test(node["Node Type"]));
  return {
    nodes: nodes.map((node) => [node["Node Type"], node["Index Name"]].filter(Boolean).join(" ")).join(" < "),
    rowsRead: read.reduce((sum, node) => sum + rowsOf(node), 0),
    sorts: nodes.some((node) => /Sort/.test(node["Node Type"])),
  };
}

const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];

const rowsOf = (node: PlanNode): number =>
  (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
