import type { Desk } from "../../auth/desk";
import { findPlace } from "../../locations/queries";
import { checkDueBefore, folded, prefixesOf } from "../rules";
import type { PartnerFilter } from "../schema";

export const PAGE_SIZE = 50;

type PartnerQuery = NonNullable<Parameters<Desk["db"]["partner"]["findMany"]>[0]>;
type Where = NonNullable<PartnerQuery["where"]>;
type OfferWhere = NonNullable<NonNullable<Where["offers"]>["some"]>;

/** Where the next page begins. */
export const partnerCursor = ({ search, id }: { search: string; id: string }): string => `${id} ${search}`;

/** @param areas the wished area of life with those above and below it */
export async function partnersWhere(
  filter: PartnerFilter,
  areas: readonly string[],
  today: string,
): Promise<Where> {
  const { q, check, retired, after } = filter;
  const offers = await offersWhere(filter, areas);
  const words = folded(q ?? "")
    .split(" ")
    .filter(Boolean);
  return {
    retired: retired === "yes",
    AND: [
      ...words.map((word) => ({ search: { contains: word } })),
      ...(offers.length > 0 ? [{ offers: { some: { retired: false, AND: offers } } }] : []),
      ...(check
        ? [{ OR: [{ checkedOn: null }, { checkedOn: { lt: new Date(checkDueBefore(today)) } }] }]
        : []),
      ...(after ? [behind(after)] : []),
    ],
  };
}

async function offersWhere(
  { help, language, place: code }: PartnerFilter,
  areas: readonly string[],
): Promise<OfferWhere[]> {
  const place = code ? await findPlace(code) : null;
  return [
    ...(help ? [{ help: { has: help } }] : []),
    ...(areas.length > 0
      ? [{ OR: [{ lifeAreas: { hasSome: [...areas] } }, { lifeAreas: { isEmpty: true } }] }]
      : []),
    ...(language ? [{ languages: { has: language } }] : []),
    ...(place
      ? [
          {
            OR: [
              { states: { isEmpty: true }, postalCodes: { isEmpty: true } },
              { states: { hasSome: place.states } },
              { postalCodes: { hasSome: prefixesOf(place.code) } },
            ],
          },
        ]
      : []),
  ];
}

/** Behind a place in the order of the directory. What is no place is the beginning. */
function behind(cursor: string): Where {
  const [, id, search = ""] = /^([0-9a-f-]{36}) (.*)$/s.exec(cursor) ?? [];
  return id ? { OR: [{ search: { gt: search } }, { search, id: { gt: id } }] } : {};
}
