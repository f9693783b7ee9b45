import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceKm } from "../../../lib/locations/internal/distance";
import { rankSites, remoteOffers, type Wishes, wholeKm } from "../../../lib/locations/rules";
import type { Finding, LocatedSite, Place } from "../../../lib/locations/types";
import type { PublicSite } from "../../../lib/sites/types";
import { givenOffice, givenSite } from "./given";

const ANYTHING: Wishes = { language: "", channel: "" };

const KOELN: Place = {
  name: "Köln",
  district: "",
  lat: 50.94,
  lon: 6.96,
  states: ["NW"],
  codes: ["50667", "50825"],
  code: "50667",
};

/** A site with an office so many degrees north of the place: one is 111 km. */
const siteAway = (degrees: number, facts: Partial<PublicSite> = {}): LocatedSite => ({
  site: givenSite(facts),
  offices: [{ office: givenOffice(), position: { lat: KOELN.lat + degrees, lon: KOELN.lon } }],
});

const order = (findings: readonly Finding[]) => findings.map(({ site }) => site.id);
const rank = (sites: LocatedSite[], wishes = ANYTHING, place: Place | null = KOELN) =>
  rankSites(sites, place, wishes);

describe("why a site is there for a place", () => {
  it.each([
    [{ areaPostalCodes: ["50667"] }, "postalCode"],
    [{ areaPostalCodes: ["508"] }, "postalCode"],
    [{ areaPostalCodes: ["508"], areaStates: ["NW"] }, "postalCode"],
    [{ areaStates: ["NI", "NW"], stateCode: "NI" }, "area"],
    [{}, "ownState"],
    [{ stateCode: "NI" }, null],
    [{ areaPostalCodes: ["44"] }, null],
    [{ areaStates: ["NI"] }, null],
    [{ areaPostalCodes: ["0667"] }, null],
  ])("%j: %s", (facts, reason) => {
    expect(rank([siteAway(0, facts)])[0]?.reason).toBe(reason);
  });

  it("is found for either Land of a postal code that lies in two", () => {
    const border = { ...KOELN, states: ["NW", "RP"] };
    const sites = [siteAway(1, { id: "rp", stateCode: "RP" }), siteAway(2, { id: "nw" })];
    expect(rank(sites, ANYTHING, border).map(({ reason }) => reason)).toEqual(["ownState", "ownState"]);
  });
});

describe("the order of sites", () => {
  it("puts one that is there for the place before a nearer one that is not", () => {
    const near = siteAway(0.1, { id: "near", stateCode: "RP" });
    const far = siteAway(1, { id: "far" });
    expect(order(rank([near, far]))).toEqual(["far", "near"]);
  });

  it("puts confirmed wishes before unknown ones, and those before lists without them", () => {
    const sites = [
      siteAway(0, { id: "unlisted", languages: ["de"] }),
      siteAway(1, { id: "unknown" }),
      siteAway(2, { id: "confirmed", languages: ["de", "tr"] }),
    ];
    const found = rank(sites, { language: "tr", channel: "" });
    expect(found.map(({ site, unconfirmed }) => [site.id, unconfirmed])).toEqual([
      ["confirmed", []],
      ["unknown", ["language"]],
      ["unlisted", ["language"]],
    ]);
  });

  it("takes the mailbox for confirmed everywhere", () => {
    const [found] = rank([siteAway(0, { channels: ["phone"] })], { language: "", channel: "chat" });
    expect(found?.unconfirmed).toEqual([]);
  });

  it("counts a wish that is confirmed beside one that is not as not confirmed", () => {
    const [found] = rank([siteAway(0, { languages: ["tr"], channels: ["phone"] })], {
      language: "tr",
      channel: "video",
    });
    expect(found?.unconfirmed).toEqual(["channel"]);
  });

  it("goes by Land and name where no place is known, as the home page does", () => {
    const sites = [
      siteAway(0, { id: "c", state: "Saarland", name: "weact Saarland" }),
      siteAway(0, { id: "b", state: "Bayern", name: "weact Zwiesel" }),
      siteAway(0, { id: "a", state: "Bayern", name: "weact Ärding" }),
    ];
    const found = rank(sites, ANYTHING, null);
    expect(order(found)).toEqual(["a", "b", "c"]);
    expect(found.every(({ km, office, reason }) => km === null && office === null && reason === null)).toBe(
      true,
    );
  });

  it("takes the nearest of several offices", () => {
    const site = siteAway(2);
    const near = { office: givenOffice({ label: "near" }), position: KOELN };
    const [found] = rank([{ ...site, offices: [...site.offices, near] }]);
    expect(found).toMatchObject({ km: 0, office: { label: "near" } });
  });

  it("puts a site that nobody knows the place of last in its group", () => {
    const nowhere = { ...siteAway(0, { id: "nowhere" }), offices: [] };
    const found = rank([nowhere, siteAway(0, { id: "other", stateCode: "RP" }), siteAway(3, { id: "far" })]);
    expect(order(found)).toEqual(["far", "nowhere", "other"]);
    expect(found[1]).toMatchObject({ km: null, office: null });
  });
});

describe("any order of any sites", () => {
  const list = (...values: string[]) => fc.subarray(values);
  const facts = fc.record({
    stateCode: fc.constantFrom("NW", "NI", "BY"),
    areaStates: list("NW", "NI"),
    areaPostalCodes: list("5", "508", "44"),
    languages: list("de", "tr", "ar"),
    channels: list("phone", "video"),
  });
  const site = fc
    .tuple(facts, fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { maxLength: 3 }))
    .map(([known, degrees]) => ({
      site: givenSite(known),
      offices: degrees.flatMap((each) => siteAway(each).offices),
    }));
  const sites = fc
    .array(site, { maxLength: 12 })
    .map((all) => all.map((each, id) => ({ ...each, site: { ...each.site, id: String(id) } })));
  const wishes = fc.record({
    language: fc.constantFrom("", "tr", "fa"),
    channel: fc.constantFrom("", "video", "chat"),
  });

  /** 0: everything confirmed; 1: something unknown; 2: a list lacks something. */
  const doubt = ({ languages, channels }: PublicSite, { language, channel }: Wishes): number => {
    const of = (known: string[], wished: string) => (known.length === 0 ? 1 : known.includes(wished) ? 0 : 2);
    return Math.max(language ? of(languages, language) : 0, channel === "video" ? of(channels, channel) : 0);
  };

  it("loses no site and adds none", () => {
    fc.assert(
      fc.property(sites, wishes, fc.boolean(), (all, wished, somewhere) => {
        const found = order(rank(all, wished, somewhere ? KOELN : null));
        expect(found.toSorted()).toEqual(all.map(({ site: { id } }) => id).toSorted());
      }),
    );
  });

  it("never has one that is there for the place after one that is not, nor a doubt or a distance before a smaller", () => {
    fc.assert(
      fc.property(sites, wishes, (all, wished) => {
        const found = rank(all, wished);
        for (const [index, after] of found.entries()) {
          const before = found[index - 1];
          if (!before) continue;
          const key = ({ reason, site: each, km }: Finding) => [
            reason ? 0 : 1,
            doubt(each, wished),
            km ?? Number.POSITIVE_INFINITY,
          ];
          const [a, b] = [key(before), key(after)];
          const differs = a.findIndex((value, place) => value !== b[place]);
          expect(differs < 0 || (a[differs] ?? 0) < (b[differs] ?? 0)).toBe(true);
        }
      }),
    );
  });

  it("says a wish is unconfirmed exactly where it is", () => {
    fc.assert(
      fc.property(sites, wishes, (all, wished) => {
        for (const { site: each, unconfirmed } of rank(all, wished))
          expect(unconfirmed.length > 0).toBe(doubt(each, wished) > 0);
      }),
    );
  });

  it("does not depend on the order in which the sites are known", () => {
    fc.assert(
      fc.property(sites, wishes, (all, wished) => {
        const apart = all.map((each, index) => ({
          ...each,
          site: { ...each.site, name: `weact ${String(index).padStart(2, "0")}` },
        }));
        expect(order(rank(apart.toReversed(), wished))).toEqual(order(rank(apart, wished)));
      }),
    );
  });
});

describe("distances", () => {
  it.each([
    [0, 0],
    [0.99, 0],
    [1, 1],
    [1.49, 1],
    [12.5, 13],
  ])("%d km are said as %d", (km, said) => {
    expect(wholeKm(km)).toBe(said);
  });

  it("are those between towns that everybody knows", () => {
    const [hamburg, muenchen] = [
      { lat: 53.55, lon: 9.99 },
      { lat: 48.14, lon: 11.58 },
    ];
    expect(distanceKm(hamburg, muenchen)).toBeCloseTo(612, -1);
    expect(distanceKm(muenchen, hamburg)).toBe(distanceKm(hamburg, muenchen));
  });
});

describe("what is offered from afar", () => {
  const offersOf = (sites: LocatedSite[], place: Place | null = KOELN) =>
    Object.fromEntries(
      remoteOffers(rank(sites, ANYTHING, place), place).map(({ channel, sites: all }) => [
        channel,
        all.map(({ id }) => id),
      ]),
    );

  it("is nothing while a site that is there for the place is near", () => {
    expect(offersOf([siteAway(0.89)])).toEqual({});
  });

  it("is nothing without a place to be far from", () => {
    expect(offersOf([siteAway(3)], null)).toEqual({});
  });

  it("is the mailbox at least, where nobody near is there for the place", () => {
    expect(offersOf([siteAway(0.95, { id: "far" })])).toEqual({ chat: ["far"] });
    expect(offersOf([siteAway(0.1, { id: "other", stateCode: "RP" })])).toEqual({ chat: ["other"] });
  });

  it("is a channel that a site names, or a number and an address where it names none", () => {
    const reachable = { phones: ["+49 221 1"], emails: ["a@koeln.example"] };
    const office = givenOffice(reachable);
    const sites = [
      siteAway(1, { id: "named", channels: ["video", "phone"] }),
      siteAway(2, { id: "published", offices: [office] }),
      siteAway(2.5, { id: "inPersonOnly", channels: ["inPerson"], offices: [office] }),
    ];
    expect(offersOf(sites)).toEqual({
      phone: ["named", "published"],
      video: ["named"],
      email: ["published"],
      chat: ["named", "published", "inPersonOnly"],
    });
  });

  it("is no more than three sites for each way, the nearest", () => {
    const sites = [4, 1, 3, 2].map((degrees) => siteAway(degrees, { id: `${degrees}` }));
    expect(offersOf(sites)["chat"]).toEqual(["1", "2", "3"]);
  });
});
