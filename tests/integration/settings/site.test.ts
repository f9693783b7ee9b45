import { beforeAll, describe, expect, it } from "vitest";
import { listSiteEvents } from "../../../lib/audit/queries";
import type { LeadDesk } from "../../../lib/auth/desk";
import { changePart, confirmFacts } from "../../../lib/settings/commands";
import { listSettingsEvents, readOwnSite } from "../../../lib/settings/queries";
import { partOf, seenOf } from "../../../lib/settings/rules";
import type { PartValue, SitePart } from "../../../lib/settings/types";
import { findSite } from "../../../lib/sites/queries";
import { daysAfter, minutesAfter, NOW } from "../../support/clock";
import { asLogin, asOwner } from "../../support/connections";
import { givenLead, leadOf } from "../../support/people";

let koeln: LeadDesk;
let bochum: LeadDesk;
beforeAll(async () => {
  [koeln, bochum] = [await leadOf(await givenLead("koeln")), await leadOf(await givenLead("bochum"))];
});

const seenBy = async (desk: LeadDesk, part: SitePart) =>
  seenOf(partOf(part, (await readOwnSite(desk)).settings));

async function change<P extends SitePart>(desk: LeadDesk, part: P, value: PartValue<P>, now = NOW) {
  return changePart(desk, part, value, await seenBy(desk, part), now);
}

const office = {
  label: "Büro",
  city: "Köln",
  street: "Weg 1",
  postalCode: "50667",
  phones: ["+49 221 12345"],
  emails: null,
  hours: [{ days: ["Mo"], opens: "09:00", closes: "12:00" }],
  wheelchair: true,
};

describe("a change of the settings", () => {
  it("is shown to the public at once by the process that made it", async () => {
    await findSite("koeln", NOW);
    expect(await change(koeln, "offices", { publishAddress: false, offices: [office] })).toEqual({
      ok: true,
    });
    const shown = await findSite("koeln", minutesAfter(0.1));
    expect(shown?.offices).toMatchObject([{ ...office, street: null, postalCode: null }]);
  });

  it("stands in the history with what it was before", async () => {
    await change(koeln, "counselling", {
      languages: ["de", "ar"],
      channels: ["phone"],
      website: null,
      answerDays: 3,
    });
    await change(koeln, "counselling", {
      languages: ["de", "ar"],
      channels: ["phone"],
      website: null,
      answerDays: 5,
    });
    const [latest] = await listSettingsEvents(koeln);
    expect(latest).toMatchObject({
      part: "counselling",
      account: koeln.account,
      before: { answerDays: 3 },
      after: { answerDays: 5 },
    });
  });

  it("leaves no trace when there was nothing to change", async () => {
    await change(koeln, "area", { areaStates: ["NW"], areaPostalCodes: ["50"] });
    const before = (await listSettingsEvents(koeln)).length;
    const result = await change(koeln, "area", { areaStates: ["NW"], areaPostalCodes: ["50"] });
    expect(result).toEqual({ ok: false, reason: "nothingChanged" });
    expect((await listSettingsEvents(koeln)).length).toBe(before);
  });

  it("is refused when somebody else has changed the same part meanwhile", async () => {
    const other = await leadOf(await givenLead("koeln"));
    const seen = await seenBy(koeln, "working");
    expect(await change(other, "working", { retentionMonths: 12, videoUrl: null })).toEqual({ ok: true });
    const late = changePart(koeln, "working", { retentionMonths: 24, videoUrl: null }, seen, NOW);
    expect(await late).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect((await readOwnSite(koeln)).settings.retentionMonths).toBe(12);
  });

  it("is not refused because of another part", async () => {
    const other = await leadOf(await givenLead("koeln"));
    const seen = await seenBy(koeln, "access");
    await change(other, "working", { retentionMonths: 13, videoUrl: null });
    const result = await changePart(koeln, "access", { accessibility: ["quietRoom"] }, seen, NOW);
    expect(result).toEqual({ ok: true });
  });

  it("lets one of two at once through, and writes its history once", async () => {
    const desks = await Promise.all([leadOf(await givenLead("koeln")), leadOf(await givenLead("koeln"))]);
    const seen = await seenBy(koeln, "closures");
    const before = await listSettingsEvents(koeln);
    const results = await Promise.all(
      desks.map((desk, index) => {
        const closures = [{ from: `2025-12-2${index}`, to: "2026-01-01", reason: "" }];
        return changePart(desk, "closures", { closures }, seen, NOW);
      }),
    );
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const [latest, ...earlier] = await listSettingsEvents(koeln);
    expect(latest).toMatchObject({ part: "closures" });
    expect(earlier).toEqual(before);
  });

  it("reaches the own site only", async () => {
    const before = await readOwnSite(bochum);
    await change(koeln, "access", { accessibility: ["children"] });
    expect(await readOwnSite(bochum)).toEqual(before);
  });

  it("cannot be read by another site's lead", async () => {
    expect(await listSettingsEvents(koeln)).not.toEqual([]);
    // Entries of another site would be there as unreadable ones, which the list of settings leaves out.
    expect(await listSiteEvents(bochum)).toEqual([]);
  });
});

describe("the day on which everything was checked", () => {
  it("is today's in Germany, and stands in public", async () => {
    await confirmFacts(koeln, daysAfter(1));
    expect((await findSite("koeln", daysAfter(1)))?.checkedOn).toBe("2025-03-15");
    const [latest] = await listSettingsEvents(koeln);
    expect(latest).toMatchObject({ part: "checked", after: { checkedOn: "2025-03-15" } });
  });

  it("is also that of a change to what people are told, and of no other", async () => {
    const later = daysAfter(3);
    await confirmFacts(koeln, daysAfter(2));
    const working = { videoUrl: "https://video.example/raum", retentionMonths: 30 };
    expect(await change(koeln, "working", working, later)).toEqual({ ok: true });
    expect((await readOwnSite(koeln)).checkedOn).toBe("2025-03-16");
    const area = { areaStates: ["SL"], areaPostalCodes: [] };
    expect(await change(koeln, "area", area, later)).toEqual({ ok: true });
    expect((await readOwnSite(koeln)).checkedOn).toBe("2025-03-17");
  });
});

describe("the database", () => {
  it("lets a site change what it says of itself, and nothing else", async () => {
    const { rowCount } = await asLogin("site_koeln", (client) =>
      client.query("UPDATE site SET website = NULL"),
    );
    expect(rowCount).toBe(1);
    for (const column of ["name = 'x'", "active = false", "id = 'bochum'", "state_code = 'BY'"]) {
      const changing = asLogin("site_koeln", (client) => client.query(`UPDATE site SET ${column}`));
      await expect(changing, column).rejects.toThrow("permission denied");
    }
    const adding = asLogin("site_koeln", (client) => client.query("INSERT INTO site (id) VALUES ('neu')"));
    await expect(adding).rejects.toThrow("permission denied");
    const removing = asLogin("site_koeln", (client) => client.query("DELETE FROM site"));
    await expect(removing).rejects.toThrow("permission denied");
  });

  it("tells a site nothing about the row of another that it tries to change", async () => {
    const { rowCount } = await asLogin("site_koeln", (client) =>
      client.query("UPDATE site SET website = 'https://elsewhere.example' WHERE id = 'bochum'"),
    );
    expect(rowCount).toBe(0);
  });

  it("takes no name for a site that could not be a login's", async () => {
    const adding = asOwner((client) => client.query("UPDATE site SET id = 'x\"; --' WHERE id = 'saarland'"));
    await expect(adding).rejects.toThrow("site_slug");
  });
});
