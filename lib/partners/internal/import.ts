import type { Desk } from "../../auth/desk";
import type { PartnerResult } from "../types";
import type { Plan, PlannedPartner } from "./planner";
import { type PartnerTx, storedOffer, storedPartner, storeOffer, storePartner } from "./write";

/** Thousands of rows, each with its entry in the history. */
const LONGEST_MS = 60_000;
/** Rows of a statement: PostgreSQL takes 65,535 values in one. */
const BATCH = 500;

class Moved extends Error {}

/** Does all that was planned, or nothing: when somebody else changed one of the rows meanwhile. */
export async function carryOut(desk: Desk, plan: Plan): Promise<PartnerResult> {
  try {
    await desk.db.$transaction((tx) => storeAll(tx, desk, plan), { timeout: LONGEST_MS });
    return { ok: true };
  } catch (error) {
    if (error instanceof Moved) return { ok: false, reason: "changedMeanwhile" };
    throw error;
  }
}

/** What is new in a few large statements, what is changed one by one, each against the version that was shown. */
async function storeAll(tx: PartnerTx, desk: Desk, { partners, offers }: Plan): Promise<void> {
  const stamp = { changedBy: desk.account };
  const newPartners = await Promise.all(
    partners.filter(isNew).map(async (one) => ({
      ...(await partnerRow(one)),
      ...stamp,
      id: one.id,
      createdBy: desk.site,
    })),
  );
  await inBatches(newPartners, (data) => tx.partner.createMany({ data, skipDuplicates: true }));
  for (const one of partners.filter((each) => !isNew(each)))
    expectStored(await storePartner(tx, desk, one, await partnerRow(one)));

  const newOffers = await Promise.all(
    offers.filter(isNew).map(async ({ id, partnerId, facts }) => ({
      ...(await storedOffer(facts)),
      ...stamp,
      id,
      partnerId,
    })),
  );
  await inBatches(newOffers, (data) => tx.offer.createMany({ data, skipDuplicates: true }));
  for (const one of offers.filter((each) => !isNew(each)))
    expectStored(await storeOffer(tx, desk, one, await storedOffer(one.facts)));
}

const isNew = ({ version }: { version: number }): boolean => version === 0;

async function partnerRow({ facts, checkedOn }: PlannedPartner) {
  const row = await storedPartner(facts);
  return checkedOn ? { ...row, checkedOn: new Date(checkedOn) } : row;
}

async function inBatches<Row>(
  rows: Row[],
  store: (batch: Row[]) => Promise<{ count: number }>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    expectStored((await store(batch)).count === batch.length);
  }
}

function expectStored(stored: boolean): void {
  if (!stored) throw new Moved();
}
