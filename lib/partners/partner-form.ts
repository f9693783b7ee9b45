import type { OfferFacts, PartnerFacts } from "./types";

/** The values of a form, by the dotted names of its fields. */
export type FormValues = Record<string, string>;

export const partnerForm = ({ alliances, phones, emails, retired, ...lines }: PartnerFacts): FormValues => ({
  ...lines,
  alliances: alliances.join("\n"),
  phones: phones.join("\n"),
  emails: emails.join("\n"),
  ...(retired ? { retired: "yes" } : {}),
});

/** The fields of an offer that are boxes to tick. */
export const OFFER_LISTS = [
  "help",
  "lifeAreas",
  "grounds",
  "languages",
  "states",
  "channels",
  "accessibility",
] as const;
export type OfferList = (typeof OFFER_LISTS)[number];

export const offerForm = (facts: OfferFacts): FormValues => {
  const { title, cost, warmth, postalCode, openingHours, contact, description, retired, postalCodes } = facts;
  const ticked = OFFER_LISTS.flatMap((list) => facts[list].map((code) => [`${list}.${code}`, "yes"]));
  return {
    ...{ title, cost, warmth, postalCode, openingHours, contact, description },
    postalCodes: postalCodes.join(", "),
    ...Object.fromEntries(ticked),
    ...(retired ? { retired: "yes" } : {}),
  };
};

/** An organisation and an offer that nobody has said anything about yet. */
export const NO_PARTNER: PartnerFacts = {
  name: "",
  alliances: [],
  street: "",
  postalCode: "",
  city: "",
  phones: [],
  emails: [],
  website: "",
  contact: "",
  openingHours: "",
  description: "",
  retired: false,
};

export const NO_OFFER: OfferFacts = {
  title: "",
  help: [],
  lifeAreas: [],
  grounds: [],
  languages: [],
  states: [],
  postalCodes: [],
  cost: "",
  channels: [],
  accessibility: [],
  warmth: "",
  postalCode: "",
  openingHours: "",
  contact: "",
  description: "",
  retired: false,
};
