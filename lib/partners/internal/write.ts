import type { Desk } from "../../auth/desk";
import { findPlace } from "../../locations/queries";
import { searchTextOf } from "../rules";
import type { OfferFacts, PartnerFacts } from "../types";
import { offerColumns, partnerColumns } from "./rows";

/** The part of a transaction that a write may be a part of. */
export type PartnerTx = Pick<Desk["db"], "partner" | "offer">;

/** Where a postal code lies; nowhere for one that is not known. */
async function positionOf(postalCode: string): Promise<{ lat: number | null; lon: number | null }> {
  const place = await findPlace(postalCode);
  return { lat: place?.lat ?? null, lon: place?.lon ?? null };
}

/** A partner's columns: the facts, what it is found by, and where it is. */
export const storedPartner = async (facts: PartnerFacts) => ({
  ...partnerColumns(facts),
  search: searchTextOf(facts),
  ...(await positionOf(facts.postalCode)),
});

export const storedOffer = async (facts: OfferFacts) => ({
  ...offerColumns(facts),
  ...(await positionOf(facts.postalCode)),
});

export type StoredPartner = Awaited<ReturnType<typeof storedPartner>> & { checkedOn?: Date };
export type StoredOffer = Awaited<ReturnType<typeof storedOffer>>;

type Version = { id: string; version: number };

/**
 * Adds a partner (version 0), or changes one that still is of this version. The database writes the history.
 *
 * @returns false when somebody was faster; an id that was taken by the same form was added then
 */
export async function storePartner(
  tx: PartnerTx,
  { site, account }: Pick<Desk, "site" | "account">,
  { id, version }: Version,
  row: StoredPartner,
): Promise<boolean> {
  const data = { ...row, changedBy: account };
  const { count } =
    version === 0
      ? await tx.partner.createMany({ data: [{ ...data, id, createdBy: site }], skipDuplicates: true })
      : await tx.partner.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
  return count === 1;
}

/** The same for an offer of a partner. */
export async function storeOffer(
  tx: PartnerTx,
  { account }: Pick<Desk, "account">,
  { id, partnerId, version }: Version & { partnerId: string },
  row: StoredOffer,
): Promise<boolean> {
  const data = { ...row, changedBy: account };
  const { count } =
    version === 0
      ? await tx.offer.createMany({ data: [{ ...data, id, partnerId }], skipDuplicates: true })
      : await tx.offer.updateMany({
          where: { id, partnerId, version },
          data: { ...data, version: version + 1 },
        });
  return count === 1;
}
