import { randomUUID } from "node:crypto";
import type { Desk } from "../../lib/auth/desk";
import { writeOffer, writePartner } from "../../lib/partners/commands";
import { NO_OFFER, NO_PARTNER } from "../../lib/partners/partner-form";
import type { Offer, OfferFacts, Partner, PartnerFacts } from "../../lib/partners/types";

/** A partner in the directory. */
export async function givenPartner(desk: Desk, facts: Partial<PartnerFacts> = {}): Promise<string> {
  const id = randomUUID();
  const result = await writePartner(desk, {
    id,
    version: 0,
    facts: { ...NO_PARTNER, name: "Verein", ...facts },
  });
  if (!result.ok) throw new Error(`the partner was refused: ${result.reason}`);
  return id;
}

/** An offer of a partner. */
export async function givenOffer(
  desk: Desk,
  partnerId: string,
  facts: Partial<OfferFacts> = {},
): Promise<string> {
  const id = randomUUID();
  const offer = { ...NO_OFFER, title: "Beratung", ...facts };
  const result = await writeOffer(desk, { id, partnerId, version: 0, facts: offer });
  if (!result.ok) throw new Error(`the offer was refused: ${result.reason}`);
  return id;
}

export const aPartner = (facts: Partial<Partner> = {}): Partner => ({
  ...NO_PARTNER,
  name: "Verein",
  id: randomUUID(),
  version: 1,
  checkedOn: null,
  createdBy: "koeln",
  ...facts,
});

export const anOffer = (facts: Partial<Offer> = {}): Offer => ({
  ...NO_OFFER,
  title: "Beratung",
  id: randomUUID(),
  partnerId: randomUUID(),
  version: 1,
  ...facts,
});
