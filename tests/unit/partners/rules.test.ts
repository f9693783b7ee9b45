import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkDueBefore,
  folded,
  prefixesOf,
  rankOffers,
  relatedCodes,
  searchTextOf,
} from "../../../lib/partners/rules";
import type { Candidate, HelpWishes, OfferFacts } from "../../../lib/partners/types";
import { anOffer, aPartner } from "../../support/partners";

const KOELN = {
  lat: 50.94,
  lon: 6.96,
  name: "Köln",
  district: "",
  states: ["NW"],
  codes: ["50667"],
  code: "50667",
};
const BONN = { lat: 50.73, lon: 7.1 };
const BERLIN = { lat: 52.52, lon: 13.4 };

const wishes = (more: Partial<HelpWishes> = {}): HelpWishes => ({
  help: [],
  lifeAreas: ["work", "workAccess"],
  grounds: ["antiBlack", "racism"],
  language: "tr",
  place: KOELN,
  ...more,
});

const candidate = (facts: Partial<OfferFacts> = {}, position: Candidate["position"] = BONN): Candidate => {
  const partner = aPartner();
  return { partner, offer: anOffer({ ...facts, partnerId: partner.id }), position };
};

const order = (...candidates: Candidate[]) =>
  rankOffers(candidates, wishes()).map(({ offer }) => candidates.findIndex((one) => one.offer === offer));

describe("the order of offers", () => {
  it("puts what names the wish before what is for all, and that before what names something else", () => {
    const [named, open, other] = [["work"], [], ["housing"]].map((lifeAreas) => candidate({ lifeAreas }));
    expect(order(other as Candidate, open as Candidate, named as Candidate)).toEqual([2, 1, 0]);
  });

  it("puts what is there for the place first, whatever else speaks for others", () => {
    const best = candidate({
      lifeAreas: ["work"],
      languages: ["tr"],
      grounds: ["racism"],
      cost: "free",
      states: ["BE"],
    });
    expect(order(best, candidate({ lifeAreas: ["housing"], states: ["NW"] }, BERLIN))).toEqual([1, 0]);
  });

  it("puts the nearer of two alike first, and one whose place nobody knows last", () => {
    expect(order(candidate({}, null), candidate({}, BERLIN), candidate({}, BONN))[0]).toBe(2);
    const far = candidate({}, { lat: 52.6, lon: 13.4 });
    expect(order(far, candidate({}, BERLIN))).toEqual([1, 0]);
  });

  it("says the reason for each wish, and none for what nobody wished", () => {
    const [first] = rankOffers(
      [candidate({ lifeAreas: ["work"], languages: ["ar"], cost: "free" })],
      wishes(),
    );
    expect(first?.reasons).toMatchObject([
      { of: "lifeArea", says: "named" },
      { of: "ground", says: "open" },
      { of: "language", says: "other" },
      { of: "region", says: "open" },
      { of: "distance" },
      { of: "cost", cost: "free" },
    ]);
    expect(first?.km).toBeCloseTo(25.3, 0);
    const nothing = { help: [], lifeAreas: [], grounds: [], language: "", place: null };
    expect(rankOffers([candidate()], nothing)[0]).toMatchObject({
      reasons: [],
      score: 0,
      serves: true,
      km: null,
    });
  });

  it("counts help from afar only where nothing of it is near", () => {
    const reasons = (position: Candidate["position"]) =>
      rankOffers([candidate({ channels: ["phone"] }, position)], wishes())[0]?.reasons.map(({ of }) => of);
    expect(reasons(BERLIN)).toContain("remote");
    expect(reasons(null)).toContain("remote");
    expect(reasons(BONN)).not.toContain("remote");
  });

  it("finds a place in an area by how its code begins", () => {
    const serves = (postalCodes: string[]) => rankOffers([candidate({ postalCodes })], wishes())[0]?.serves;
    expect([["50"], ["50667"], ["5"], ["51"], ["506670"]].map(serves)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("is the same however the offers come, and loses none", () => {
    const facts = fc.record({
      lifeAreas: fc.subarray(["work", "housing"]),
      languages: fc.subarray(["tr", "ar"]),
      states: fc.subarray(["NW", "BE"]),
      cost: fc.constantFrom("" as const, "free" as const, "paid" as const),
    });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (all, chance) => {
        const candidates = all.map((one) => candidate(one));
        const shuffled = candidates
          .map((one) => ({ one, at: chance.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(rankOffers(shuffled, wishes())).toEqual(rankOffers(candidates, wishes()));
        expect(rankOffers(candidates, wishes())).toHaveLength(all.length);
      }),
    );
  });

  it("never puts an offer further back for naming one more thing that is wished for", () => {
    fc.assert(
      fc.property(fc.subarray(["housing", "health"]), fc.subarray(["ar"]), (lifeAreas, languages) => {
        const before = candidate({ lifeAreas, languages });
        const after = candidate({ lifeAreas: [...lifeAreas, "work"], languages: [...languages, "tr"] });
        expect(rankOffers([before, after], wishes())[0]?.offer).toBe(after.offer);
      }),
    );
  });
});

describe("codes of two levels", () => {
  const value = (code: string, parent: string | null) => ({ list: "lifeArea", code, parent });
  const values = [
    value("work", null),
    value("workAccess", "work"),
    value("workEnd", "work"),
    value("housing", null),
  ];
  it.each([
    ["workAccess", ["workAccess", "work"]],
    ["work", ["work", "workAccess", "workEnd"]],
    ["housing", ["housing"]],
    ["", []],
  ])("%s stands with those above and below it", (code, expected) => {
    expect(relatedCodes(values, "lifeArea", [code])).toEqual(expected);
  });
});

describe("searching", () => {
  it.each([
    ["Öffentliche Rechtsauskunft (ÖRA)", "offentliche rechtsauskunft ora"],
    ["Straße · Iğdır", "strasse igdir"],
    ["مركز المساعدة", "مركز المساعدة"],
  ])("%s is found as %s", (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it("keeps what is found by within its bound", () => {
    expect(searchTextOf(aPartner({ name: "x".repeat(900) })).length).toBeLessThanOrEqual(400);
  });
});

it("knows the beginnings of a postal code", () => {
  expect(prefixesOf("50667")).toEqual(["5", "50", "506", "5066", "50667"]);
});

it.each([
  ["2025-03-14", "2024-03-14"],
  ["2024-02-29", "2023-02-28"],
])("asks on %s for a check after %s", (today, expected) => {
  expect(checkDueBefore(today)).toBe(expected);
});
