import { type Knowledge, knowledgeOf } from "../../../lib/statistics/internal/knowledge";
import type { Quarter, ReleasedCell } from "../../../lib/statistics/types";

/** Of eleven sites some share a Land, so that there are sums of Länder. */
export const landOf = (site: string): string => `land-${Number(/\d+$/.exec(site)?.[0] ?? 0) % 4}`;

/** From Q1 of a year on. */
export const quartersFrom = (year: number, many: number): Quarter[] =>
  Array.from({ length: many }, (_, index): Quarter => {
    const number = ((index % 4) + 1) as 1 | 2 | 3 | 4;
    return `${year + Math.floor(index / 4)}-Q${number}`;
  });

/**
 * What an attacker knows who saw everything: the cells and totals of all quarters, and sums of years, Länder and the
 * network as a report shows them, each within 4 for every number in it.
 */
export function everythingPublished(cells: readonly ReleasedCell[]): Knowledge {
  const unknowns: Knowledge["unknowns"][number][] = [];
  const sums: Knowledge["sums"][number][] = [];
  const groups = new Map<string, { parts: number[]; value: number }>();
  for (const quarter of new Set(cells.map((cell) => cell.quarter))) {
    const own = cells.filter((cell) => cell.quarter === quarter);
    const known = knowledgeOf([own]);
    const moved = (index: number) => index + unknowns.length;
    sums.push(...known.sums.map(({ whole, parts }) => ({ whole: moved(whole), parts: parts.map(moved) })));
    // The cells of a publication come first, in their order.
    for (const [index, cell] of own.entries())
      for (const group of groupsOf(cell)) addTo(groups, group, moved(index), cell.value);
    unknowns.push(...known.unknowns);
  }
  for (const { parts, value } of groups.values()) {
    if (parts.length === 1) continue;
    const error = 4 * parts.length;
    const bounds = { published: value, lower: Math.max(0, value - error), upper: value + error };
    sums.push({ whole: unknowns.push({ table: "ground", ...bounds }) - 1, parts });
  }
  return { unknowns, sums };
}

/**
 * A sum is within 4 for every number in it because each of them is, so it bounds nothing that its numbers do not. That
 * is tried with all sums of the grounds, all sums of the whole network, and all totals.
 */
function groupsOf({ quarter, table, site, category }: ReleasedCell): string[] {
  const places = site === null ? ["network"] : [site, landOf(site), "network"];
  return places.flatMap((place) =>
    [quarter, quarter.slice(0, 4), "ever"].flatMap((period) => {
      const total = [table, place, period, "total"].join();
      const isTried = table === "ground" || place === "network";
      return isTried ? [total, [table, place, period, category].join()] : [total];
    }),
  );
}

function addTo(
  groups: Map<string, { parts: number[]; value: number }>,
  name: string,
  part: number,
  value: number,
) {
  const group = groups.get(name) ?? { parts: [], value: 0 };
  group.parts.push(part);
  group.value += value;
  groups.set(name, group);
}
