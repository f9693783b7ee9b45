import { isoDay } from "../../time/day";
import { NO_OFFER, NO_PARTNER } from "../partner-form";
import type { Cost, Offer, OfferFacts, Partner, PartnerFacts, Warmth } from "../types";

type PartnerData = Omit<PartnerFacts, "name" | "alliances" | "retired">;
type OfferData = Pick<OfferFacts, "postalCode" | "openingHours" | "contact" | "description">;

type PartnerRow = {
  id: string;
  version: number;
  name: string;
  alliances: string[];
  data: unknown;
  checkedOn: Date | null;
  retired: boolean;
  createdBy: string;
};

export const partnerOf = ({ id, version, name, alliances, data, ...row }: PartnerRow): Partner => ({
  ...NO_PARTNER,
  ...(data as Partial<PartnerData>),
  id,
  version,
  name,
  alliances,
  checkedOn: row.checkedOn && isoDay(row.checkedOn),
  retired: row.retired,
  createdBy: row.createdBy,
});

type OfferRow = Omit<OfferFacts, keyof OfferData | "cost" | "warmth"> & {
  id: string;
  partnerId: string;
  version: number;
  cost: string;
  warmth: string;
  data: unknown;
};

export const offerOf = (row: OfferRow): Offer => ({
  id: row.id,
  partnerId: row.partnerId,
  version: row.version,
  title: row.title,
  help: row.help,
  lifeAreas: row.lifeAreas,
  grounds: row.grounds,
  languages: row.languages,
  states: row.states,
  postalCodes: row.postalCodes,
  cost: row.cost as Cost,
  channels: row.channels,
  accessibility: row.accessibility,
  warmth: row.warmth as Warmth,
  postalCode: "",
  openingHours: "",
  contact: "",
  description: "",
  ...(row.data as Partial<OfferData>),
  retired: row.retired,
});

/** The facts as columns; where it is on the map comes beside them. */
export const partnerColumns = ({ name, alliances, retired, ...data }: PartnerFacts) => ({
  name,
  alliances,
  retired,
  data,
});

export const offerColumns = ({ postalCode, openingHours, contact, description, ...columns }: OfferFacts) => ({
  ...columns,
  data: { postalCode, openingHours, contact, description },
});

/** Only what the forms ask, without ids and versions: for comparing. */
export const partnerFacts = (partner: PartnerFacts): PartnerFacts => pick(partner, NO_PARTNER);
export const offerFacts = (offer: OfferFacts): OfferFacts => pick(offer, NO_OFFER);

const pick = <Facts extends object>(from: Facts, like: Facts): Facts =>
  Object.fromEntries(Object.keys(like).map((fact) => [fact, from[fact as keyof Facts]])) as Facts;

/** A row as the database wrote it into the history, by the names of the facts. */
export function factsOfRow(row: unknown): Record<string, unknown> {
  const { data, ...columns } = row as Record<string, unknown>;
  const named = Object.entries(columns).map(([column, value]) => [
    column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return { ...Object.fromEntries(named), ...(data as Record<string, unknown>) };
}
