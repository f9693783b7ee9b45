import type { PublicSite } from "@/lib/sites/types";

export type StateGroup = { state: string; sites: PublicSite[] };

/** The sites under their Länder, both in German alphabetical order. */
export function groupByState(sites: PublicSite[]): StateGroup[] {
  const groups = new Map<string, PublicSite[]>();
  for (const site of sites) groups.set(site.state, [...(groups.get(site.state) ?? []), site]);
  return [...groups]
    .map(([state, members]) => ({
      state,
      sites: members.toSorted((a, b) => a.name.localeCompare(b.name, "de")),
    }))
    .sort((a, b) => a.state.localeCompare(b.state, "de"));
}
