import { listCases, PAGE_SIZE } from "../../../lib/cases/queries";
import { loginUrl, siteLogin } from "../../../lib/db/logins";
import { connected } from "../database";
import type { Figure } from "../figures";
import { listingDesk } from "./desk";
import type { FilledSite } from "./fill";
import { SINGLE_FILTERS } from "./filters";
import { planOf } from "./plan";
import { statementOf } from "./statement";

/** How many of the big site's rows each filter makes the database look at: a page and one more, if an index fits. */
export function examinePlans(site: FilledSite): Promise<Figure[]> {
  const desk = listingDesk(site);
  return connected(loginUrl(siteLogin(site.site)), async (client) => {
    const figures: Figure[] = [];
    for (const [name, filter] of Object.entries(SINGLE_FILTERS)) {
      const plan = await planOf(client, await statementOf(() => listCases(desk, filter)));
      figures.push({
        part: "cases",
        name: `rows read, ${name}`,
        unit: "",
        values: [plan.rowsRead],
        note: plan.nodes,
        bound: { kind: "value", atMost: PAGE_SIZE + 1 },
      });
    }
    return figures;
  });
}
