import { afterAll, describe, expect, it } from "vitest";
import { findInvitation } from "../../../lib/accounts/queries";
import { handIn, newForm } from "../../../lib/intake/commands";
import { checkLogins } from "../../../scripts/database/check-logins";
import { NOW } from "../../support/clock";
import { asLogin, asSuperuser } from "../../support/connections";
import { anEnquiry } from "../../support/forms";
import { dropSiteLogin, says, tokenIn } from "../../support/operator";
import { holdRoles } from "../../support/roles";
import { givenSiteKey } from "../../support/sites";

holdRoles("alone");

afterAll(async () => {
  for (const slug of ["kiel", "jena", "trier"]) await dropSiteLogin(slug);
});

const addSite = (slug: string, ...more: string[]) =>
  says("site", "add", slug, "--name", "Beratung", "--land", "SH", ...more);

const rowOf = (slug: string) =>
  asSuperuser(async (client) => (await client.query("SELECT * FROM site WHERE id = $1", [slug])).rows[0]);

const handingIn = (site: string) => handIn({ ...anEnquiry(), site }, newForm(NOW), "de", NOW);

describe("site add", () => {
  it("adds a site with its login, which the public does not see yet, and invites its first lead", async () => {
    const text = await addSite("kiel", "--carrier", "Ein Verein", "--carrier", "Noch einer");
    expect(await rowOf("kiel")).toMatchObject({
      name: "Beratung",
      state_code: "SH",
      state: "Schleswig-Holstein",
      carriers: ["Ein Verein", "Noch einer"],
      active: false,
      publish_address: false,
    });
    expect(await findInvitation(tokenIn(text), NOW)).toEqual({
      ok: true,
      invitation: { kind: "site", siteId: "kiel", role: "lead" },
    });
    const { rows } = await asLogin("site_kiel", (client) => client.query("SELECT current_site() AS site"));
    expect(rows).toEqual([{ site: "kiel" }]);
    expect(await checkLogins()).toEqual([]);
  });

  it("takes the Land and the slug in any letters", async () => {
    await says("site", "add", "Jena", "--name", "Beratung", "--land", "th");
    expect(await rowOf("jena")).toMatchObject({ state: "Thüringen" });
  });

  it("refuses a slug that is taken, and changes nothing", async () => {
    const before = await rowOf("koeln");
    await expect(addSite("koeln")).rejects.toThrow("There is a site called koeln already.");
    expect(await rowOf("koeln")).toEqual(before);
    const { rows } = await asSuperuser((client) =>
      client.query("SELECT 1 FROM invitation WHERE site_id = 'koeln'"),
    );
    expect(rows).toEqual([]);
  });

  it.each(["k", "1koeln", "köln", "a b", "x'; DROP ROLE owner; --", "a".repeat(42), "", "-a"])(
    "refuses the slug %j",
    async (slug) => {
      const adding = says("site", "add", "--name", "Beratung", "--land", "SH", "--", slug);
      await expect(adding).rejects.toThrow(/^The slug becomes|^There is no command|needs to be told/);
      expect(await rowOf(slug)).toBeUndefined();
    },
  );

  it.each([
    [["--land", "XX"], "The Land is one of BW, BY,"],
    [["--name", " "], "The name has 1 to 80 characters."],
    [["--name", "x".repeat(81)], "The name has 1 to 80 characters."],
    [["--carrier", "x".repeat(1001)], "The carriers have 1000 characters at most."],
  ])("refuses %j", async (options, sentence) => {
    await expect(addSite("trier", ...options)).rejects.toThrow(sentence);
    expect(await rowOf("trier")).toBeUndefined();
  });

  it("of two operators who add the same site lets one", async () => {
    const results = await Promise.allSettled([addSite("trier"), addSite("trier")]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("site retire and site restore", () => {
  it("take a site out of the public pages and back, and keep all it has", async () => {
    await givenSiteKey("bochum");
    expect(await handingIn("bochum")).toMatchObject({ ok: true });

    expect(await says("site", "retire", "bochum")).toContain("work on");
    expect(await handingIn("bochum")).toEqual({ ok: false, reason: "siteUnknown" });
    expect(await says("site", "retire", "bochum")).toContain("nothing was changed");
    const { rows } = await asLogin("site_bochum", (client) =>
      client.query("SELECT count(*)::int AS cases FROM case_file"),
    );
    expect(rows).toEqual([{ cases: 1 }]);

    expect(await says("site", "restore", "bochum")).toContain("is offered to the public");
    expect(await handingIn("bochum")).toMatchObject({ ok: true });
    expect(await says("site", "restore", "bochum")).toContain("nothing was changed");
  });

  it("do not offer a site whose enquiries nobody could read", async () => {
    await says("site", "retire", "bayern");
    await expect(says("site", "restore", "bayern")).rejects.toThrow("bayern has no keys yet");
    expect(await rowOf("bayern")).toMatchObject({ active: false });
  });

  it.each(["retire", "restore"])("%s: names the sites there are for one that is none", async (verb) => {
    await expect(says("site", verb, "nowhere")).rejects.toThrow(
      /^There is no site nowhere\. There are: bayern, /,
    );
  });
});
