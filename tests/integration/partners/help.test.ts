import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { findPlace } from "../../../lib/locations/queries";
import { pickOffers } from "../../../lib/partners/internal/pick";
import { findHelp, findPartner, helpWishes } from "../../../lib/partners/queries";
import { rankOffers } from "../../../lib/partners/rules";
import type { Candidate, HelpWishes } from "../../../lib/partners/types";
import { listVocabulary } from "../../../lib/vocabulary/queries";
import { givenOffer, givenPartner } from "../../support/partners";
import { deskAt } from "../../support/sites";

/** A fixed way to be irregular: the same offers in every run. */
let state = 7;
const chance = (below: number): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
};
const some = (codes: string[]): string[] => codes.filter(() => chance(3) === 0);

let desk: Desk;
const candidates: Candidate[] = [];

beforeAll(async () => {
  desk = await deskAt("koeln");
  const places = ["50667", "10115", "53111", "20095", "", "01067", "51065", "80331"];
  for (let made = 0; made < 40; made += 1) {
    const partnerId = await givenPartner(desk, {
      name: `Verein ${made}`,
      postalCode: places[chance(8)] ?? "",
      retired: made % 13 === 0,
    });
    for (let offers = chance(4); offers > 0; offers -= 1)
      await givenOffer(desk, partnerId, randomOffer(places));
    await collect(partnerId);
  }
});

const randomOffer = (places: string[]) => ({
  help: some(["legalAdvice", "therapy", "lawyer"]),
  lifeAreas: some(["work", "workAccess", "housing"]),
  grounds: some(["racism", "antiBlack", "gender"]),
  languages: some(["tr", "ar", "de"]),
  states: some(["NW", "BE"]),
  postalCodes: chance(3) === 0 ? ["50", "80331"] : [],
  cost: (["", "free", "sliding", "paid"] as const)[chance(4)] ?? "",
  channels: some(["phone", "inPerson", "video"]),
  postalCode: chance(4) === 0 ? (places[chance(8)] ?? "") : "",
  retired: chance(9) === 0,
});

async function collect(partnerId: string): Promise<void> {
  const { partner, offers } = await findPartner(desk, partnerId);
  for (const offer of offers) {
    const place = await findPlace(offer.postalCode || partner.postalCode);
    if (!offer.retired && !partner.retired)
      candidates.push({ partner, offer, position: place && { lat: place.lat, lon: place.lon } });
  }
}

const search = { help: "", lifeArea: "workAccess", ground: "antiBlack", language: "tr", postalCode: "50667" };
const SEARCHES: Record<string, Partial<typeof search>> = {
  "for everything": { help: "legalAdvice" },
  "without a place": { postalCode: "" },
  "without a language": { language: "" },
  "for a whole area": { lifeArea: "work", ground: "" },
  "from another end of the country": { postalCode: "01067" },
  "for nothing in particular": { lifeArea: "", ground: "", language: "", postalCode: "" },
};

describe("a search", () => {
  it.each(Object.entries(SEARCHES))(
    "%s: the database picks what the rule puts first",
    async (_name, more) => {
      const wishes = await helpWishes(await listVocabulary(desk.db), { ...search, ...more });
      const ranked = rankOffers(candidates, wishes).map(({ offer }) => offer.id);
      expect(ranked.length).toBeGreaterThan(30);
      for (const most of [1, 5, 17, 500])
        expect(await pickOffers(desk, wishes, most)).toEqual(ranked.slice(0, most));
      const shown = await findHelp(desk, wishes);
      expect(shown.map(({ offer }) => offer.id)).toEqual(ranked.slice(0, 30));
      expect(shown).toEqual(rankOffers(candidates, wishes).slice(0, 30));
    },
  );

  it("shows every site the same", async () => {
    const wishes: HelpWishes = { help: [], lifeAreas: [], grounds: [], language: "ar", place: null };
    expect(await findHelp(await deskAt("bochum"), wishes)).toEqual(await findHelp(desk, wishes));
  });

  it("goes on without a place that is none", async () => {
    const wishes = await helpWishes([], { ...search, postalCode: "00000" });
    expect(await findHelp(desk, { ...wishes, place: null })).toHaveLength(30);
  });
});
