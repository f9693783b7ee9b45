import type pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { answerPerson } from "../../../lib/cases/commands";
import { findCase, listInbox } from "../../../lib/cases/queries";
import { readThread } from "../../../lib/mailbox/commands";
import { checkLogins } from "../../../scripts/database/check-logins";
import { insertSite, provision, provisionRoles } from "../../../scripts/provision";
import { givenCase, mailboxOf } from "../../support/cases";
import { CHECKS } from "../../support/catalogue/checks";
import { readCatalogue } from "../../support/catalogue/read";
import { NOW } from "../../support/clock";
import { asLogin, asOwner, asSuperuser, ownerUrl } from "../../support/connections";
import { holdRoles } from "../../support/roles";
import { deskAt } from "../../support/sites";

const TWELFTH = {
  slug: "bad-neustadt",
  name: "Zwölfte Beratungsstelle",
  carriers: ["Träger"],
  stateCode: "BY",
  state: "Bayern",
  area: null,
  channels: null,
  languages: null,
  publishAddress: false,
  offices: [],
  website: null,
  sources: [],
};

holdRoles("alone");

// Roles outlive this file's database, and other files count them.
afterAll(() =>
  asSuperuser(async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'site_bad-neustadt'");
    if (rowCount) await client.query(`DROP OWNED BY "site_bad-neustadt"; DROP ROLE "site_bad-neustadt"`);
  }),
);

/** Everything provisioning could change, without the salts of the passwords. */
async function everything(client: pg.Client): Promise<unknown> {
  const content: Record<string, unknown[]> = {};
  for (const table of ["site", "site_key", "site_counter", "membership", "account"]) {
    content[table] = (await client.query(`SELECT t::text FROM ${table} t ORDER BY 1`)).rows;
  }
  const catalogue = Object.entries(await readCatalogue(client)).map(([part, rows]) => [
    part,
    rows.map((row) => JSON.stringify(row)).toSorted(),
  ]);
  return { content, catalogue };
}

describe("provisioning", () => {
  it("changes nothing the second and third time", async () => {
    const before = await asSuperuser(everything);
    for (let time = 0; time < 2; time++) {
      await provisionRoles(ownerUrl());
      await provision(ownerUrl());
    }
    expect(await asSuperuser(everything)).toEqual(before);
  });

  it("leaves alone what a site has changed about itself", async () => {
    await asOwner((client) =>
      client.query("UPDATE site SET website = 'https://new.example' WHERE id = 'koeln'"),
    );
    await provision(ownerUrl());
    const { rows } = await asOwner((client) => client.query("SELECT website FROM site WHERE id = 'koeln'"));
    expect(rows).toEqual([{ website: "https://new.example" }]);
  });

  it("leaves the owner without the rights of the functions and the sites", async () => {
    const { rows } = await asOwner((client) =>
      client.query(
        `SELECT rolname FROM pg_roles WHERE rolname IN ('counselling', 'intake_functions', 'mailbox_functions')
           AND pg_has_role(current_user, oid, 'USAGE')`,
      ),
    );
    expect(rows).toEqual([]);
    await expect(asOwner((client) => client.query("SET ROLE counselling"))).rejects.toThrow(
      "permission denied",
    );
  });

  it("refuses a site whose name cannot be a login's", async () => {
    const adding = asOwner((client) => insertSite(client, { ...TWELFTH, slug: 'x"; DROP ROLE owner; --' }));
    await expect(adding).rejects.toThrow("cannot be the name of a database login");
  });
});

describe("a twelfth site", () => {
  it("is added by provisioning again, and works like the others", async () => {
    await asOwner((client) => insertSite(client, TWELFTH));
    await provision(ownerUrl());
    expect(await checkLogins()).toEqual([]);

    const desk = await deskAt(TWELFTH.slug);
    const caseFile = await givenCase({ site: TWELFTH.slug, message: "Guten Tag" });
    expect((await listInbox(desk)).map(({ id, number }) => [id, number])).toEqual([[caseFile.id, 1]]);
    expect((await findCase(desk, caseFile.id)).letters[0]?.text).toBe("Guten Tag");
    expect(await answerPerson(desk, { caseId: caseFile.id, lastSeq: 1, text: "Willkommen" }, NOW)).toEqual({
      ok: true,
    });
    expect((await readThread(await mailboxOf(caseFile.receipt))).letters.length).toBe(2);
  });

  it("is a stranger to the others, and they to it", async () => {
    const [here, there] = [await givenCase({ site: TWELFTH.slug }), await givenCase({ site: "koeln" })];
    await expect(findCase(await deskAt("koeln"), here.id)).rejects.toMatchObject({ code: "notFound" });
    await expect(findCase(await deskAt(TWELFTH.slug), there.id)).rejects.toMatchObject({ code: "notFound" });
    const { rows } = await asLogin(`site_${TWELFTH.slug}`, (client) =>
      client.query("SELECT DISTINCT site_id FROM case_file"),
    );
    expect(rows).toEqual([{ site_id: TWELFTH.slug }]);
  });

  it("breaks none of the catalogue's rules", async () => {
    const catalogue = await asSuperuser(readCatalogue);
    expect(Object.values(CHECKS).flatMap((check) => check(catalogue))).toEqual([]);
  });
});
