import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findSite, listSites } from "../../../lib/sites/queries";
import { minutesAfter, NOW } from "../../support/clock";
import { asOwner } from "../../support/connections";
import { givenSiteKey } from "../../support/sites";

const shared = globalThis as { weactSites?: unknown };

beforeAll(async () => {
  const { rows } = await asOwner((client) => client.query<{ id: string }>("SELECT id FROM site"));
  for (const { id } of rows) await givenSiteKey(id);
});

beforeEach(() => {
  shared.weactSites = undefined;
});

describe("the list of sites", () => {
  it("has the eleven sites, by name", async () => {
    const sites = await listSites(NOW);
    expect(sites.length).toBe(11);
    const names = sites.map(({ name }) => name);
    expect(names).toEqual(names.toSorted((one, other) => (one < other ? -1 : 1)));
  });

  it("shows the address of a site that publishes it, and of no other", async () => {
    const offices = [{ label: "Büro", city: "Köln", street: "Beispielweg 1", postalCode: "50667" }];
    const publish = async (publishing: boolean) => {
      shared.weactSites = undefined;
      const values = [publishing, JSON.stringify(offices)];
      await asOwner((client) =>
        client.query("UPDATE site SET publish_address = $1, offices = $2 WHERE id = 'koeln'", values),
      );
      return (await findSite("koeln", NOW))?.offices;
    };
    expect(await publish(true)).toEqual(offices);
    const hidden = { street: null, postalCode: null, lat: null, lon: null };
    expect(await publish(false)).toEqual([{ label: "Büro", city: "Köln", ...hidden }]);
  });

  it("leaves out a site that is no longer active, half a minute later at the latest", async () => {
    expect(await findSite("bochum", NOW)).not.toBeNull();
    await asOwner((client) => client.query("UPDATE site SET active = false WHERE id = 'bochum'"));
    expect(await findSite("bochum", minutesAfter(0.4))).not.toBeNull();
    expect(await findSite("bochum", minutesAfter(0.5))).toBeNull();
    await asOwner((client) => client.query("UPDATE site SET active = true WHERE id = 'bochum'"));
  });

  it("leaves out a site that has no key to seal to", async () => {
    await asOwner((client) => client.query("DELETE FROM site_key WHERE site_id = 'saarland'"));
    expect(await findSite("saarland", NOW)).toBeNull();
  });

  it("knows no site that does not exist", async () => {
    expect(await findSite("nowhere", NOW)).toBeNull();
  });
});
