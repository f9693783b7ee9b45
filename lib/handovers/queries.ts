import type { Desk } from "../auth/desk";
import { agreedOn, COLUMNS, openRow } from "./internal/open";
import type { Handover } from "./types";

/** More are listed once some are answered. */
const SHOWN = 30;

/** What other sites offer to hand over while the person's yes counts, the longest waiting first. */
export async function listHandovers(desk: Desk, now: Date): Promise<Handover[]> {
  const rows = await desk.db.handover.findMany({
    where: agreedOn(now),
    orderBy: [{ offeredOn: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: COLUMNS,
  });
  return Promise.all(rows.map((row) => openRow(desk, row)));
}

export const countHandovers = (desk: Desk, now: Date): Promise<number> =>
  desk.db.handover.count({ where: agreedOn(now) });

/** How a referral to another site stands once the case is, or may any moment become, a case of that site. */
export const WITH_THE_OTHER = {
  toSite: { not: null },
  reply: null,
  status: { in: ["sent", "accepted", "done"] },
};

/** Whether another site has taken a case on, or is about to answer whether it does: then it is counted there. */
export const isHandedOver = async (db: Pick<Desk["db"], "referral">, caseId: string): Promise<boolean> =>
  (await db.referral.count({
    where: { caseId, ...WITH_THE_OTHER },
  })) > 0;
