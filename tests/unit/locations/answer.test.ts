import { describe, expect, it } from "vitest";
import { findLocations } from "../../../lib/locations/queries";
import { elevenSites } from "./given";

const answer = (q: string, language = "", channel = "") =>
  findLocations({ q, language, channel }, elevenSites());

describe("an answer of the finder", () => {
  it("has the site of the own Land before a nearer one", async () => {
    // Osnabrück is in Niedersachsen, and Münster in Nordrhein-Westfalen is a third as far as Hannover.
    const { place, findings } = await answer("Osnabrück");
    expect(place?.states).toEqual(["NI"]);
    expect(findings.slice(0, 3).map(({ site, reason }) => [site.id, reason])).toEqual([
      ["hannover", "ownState"],
      ["braunschweig", "ownState"],
      ["muenster", null],
    ]);
  });

  it("is near for somebody in a town with a site", async () => {
    const { findings, remote, byCode, map } = await answer("50667");
    expect(findings[0]).toMatchObject({ site: { id: "koeln" }, office: { city: "Köln" }, km: 0 });
    expect([byCode, remote]).toEqual([true, []]);
    expect(map.states.filter(({ marked }) => marked).map(({ code }) => code)).toEqual(["NW"]);
  });

  it("offers other ways to somebody whom no site is near", async () => {
    const { findings, remote } = await answer("Dresden");
    expect(findings).toHaveLength(11);
    expect(remote.map(({ channel }) => channel)).toEqual(["phone", "video", "email", "chat"]);
  });

  it("has every site, also for a language that nobody has confirmed", async () => {
    const { findings } = await answer("Köln", "ti", "video");
    expect(findings).toHaveLength(11);
    expect(findings.every(({ unconfirmed }) => unconfirmed.includes("language"))).toBe(true);
  });

  it("has every site and no other way while no place is known", async () => {
    const { place, suggestions, findings, remote } = await answer("Neustadt");
    expect([place, findings.length, remote]).toEqual([null, 11, []]);
    expect(suggestions.length).toBeGreaterThan(1);
  });

  it("gives back what was asked, no longer than a place is", async () => {
    expect((await answer(`  ${"x".repeat(500)}`)).search.q.length).toBeLessThanOrEqual(100);
    expect((await answer(" Köln ", "tr")).search).toEqual({ q: "Köln", language: "tr", channel: "" });
  });

  it("holds no street and no exact distance of the site that publishes no address", async () => {
    const { findings, map } = await answer("24534");
    expect(findings[0]).toMatchObject({ site: { id: "neumuenster" }, office: { street: null } });
    const pin = map.pins.find(({ site }) => site === "neumuenster");
    const other = (await answer("Dresden")).map.pins.find(({ site }) => site === "neumuenster");
    expect(pin).toEqual(other);
  });
});
