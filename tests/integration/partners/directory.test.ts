import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { confirmPartner, writeOffer, writePartner, writePartnerNote } from "../../../lib/partners/commands";
import { NO_OFFER, NO_PARTNER } from "../../../lib/partners/partner-form";
import { findOffer, findPartner, listPartnerEvents, listPartners } from "../../../lib/partners/queries";
import { snapshotOf } from "../../../lib/partners/rules";
import { NOW } from "../../support/clock";
import { asLogin, asSuperuser } from "../../support/connections";
import { givenOffer, givenPartner } from "../../support/partners";
import { deskAt } from "../../support/sites";

let koeln: Desk;
let bochum: Desk;
beforeAll(async () => {
  [koeln, bochum] = [await deskAt("koeln"), await deskAt("bochum")];
});

const facts = { ...NO_PARTNER, name: "Rechtshilfe e. V.", city: "Köln", postalCode: "50667" };

describe("a partner", () => {
  it("is there for every site, with where it is", async () => {
    const id = await givenPartner(koeln, { ...facts, alliances: ["Bündnis Rheinland"] });
    await givenOffer(koeln, id, { help: ["legalAdvice"] });
    const { partner, offers } = await findPartner(bochum, id);
    expect(partner).toMatchObject({
      ...facts,
      alliances: ["Bündnis Rheinland"],
      version: 1,
      createdBy: "koeln",
      checkedOn: null,
    });
    expect(offers).toMatchObject([{ title: "Beratung", help: ["legalAdvice"], version: 1 }]);
    const row = await koeln.db.partner.findUnique({ where: { id }, select: { lat: true, search: true } });
    expect(row?.lat).toBeCloseTo(50.94, 1);
    expect(row?.search).toBe("rechtshilfe e v · koln · 50667 · bundnis rheinland");
  });

  it("is changed by another site, and the history names both with before and after", async () => {
    const id = await givenPartner(koeln, facts);
    const changed = { ...facts, city: "Bonn" };
    expect(await writePartner(bochum, { id, version: 1, facts: changed })).toEqual({ ok: true });
    const events = await listPartnerEvents(koeln, id);
    expect(events).toMatchObject([
      {
        site: "bochum",
        account: bochum.account,
        before: { city: "Köln" },
        after: { city: "Bonn" },
      },
      { site: "koeln", account: koeln.account, before: null, after: { name: facts.name } },
    ]);
    expect((await findPartner(koeln, id)).partner).toMatchObject({
      city: "Bonn",
      createdBy: "koeln",
      version: 2,
    });
  });

  it("is refused to the slower of two", async () => {
    const id = await givenPartner(koeln, facts);
    const write = (desk: Desk, city: string) =>
      writePartner(desk, { id, version: 1, facts: { ...facts, city } });
    const results = await Promise.all([write(koeln, "Bonn"), write(bochum, "Essen")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await listPartnerEvents(koeln, id)).toHaveLength(2);
  });

  it("is one when the form was sent twice, also at once", async () => {
    const id = randomUUID();
    const sending = [1, 2, 3].map(() => writePartner(koeln, { id, version: 0, facts }));
    expect(await Promise.all(sending)).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await listPartnerEvents(koeln, id)).toHaveLength(1);
  });

  it("is as missing to change as to read when it never was", async () => {
    const id = randomUUID();
    await expect(findPartner(koeln, id)).rejects.toMatchObject({ code: "notFound" });
    await expect(writePartner(koeln, { id, version: 1, facts })).rejects.toMatchObject({ code: "notFound" });
  });

  it("leaves no entry when nothing changed", async () => {
    const id = await givenPartner(koeln, facts);
    const again = { ...NO_PARTNER, ...facts };
    expect(await writePartner(koeln, { id, version: 1, facts: again })).toEqual({
      ok: false,
      reason: "nothingChanged",
    });
    expect(await listPartnerEvents(koeln, id)).toHaveLength(1);
  });

  it("was checked today, once however often somebody presses", async () => {
    const id = await givenPartner(koeln, facts);
    expect(await confirmPartner(bochum, { id, version: 1 }, NOW)).toEqual({ ok: true });
    expect(await confirmPartner(koeln, { id, version: 1 }, NOW)).toEqual({ ok: true });
    expect((await findPartner(koeln, id)).partner).toMatchObject({ checkedOn: "2025-03-14", version: 2 });
  });
});

describe("an offer", () => {
  it("is changed by another site, under its own version", async () => {
    const partnerId = await givenPartner(koeln, facts);
    const id = await givenOffer(koeln, partnerId);
    const changed = { ...NO_OFFER, title: "Sprechstunde" };
    expect(await writeOffer(bochum, { id, partnerId, version: 1, facts: changed })).toEqual({ ok: true });
    const late = writeOffer(koeln, { id, partnerId, version: 1, facts: { ...changed, title: "Anders" } });
    expect(await late).toEqual({ ok: false, reason: "changedMeanwhile" });
    const [latest] = await listPartnerEvents(koeln, partnerId);
    expect(latest).toMatchObject({ offerId: id, site: "bochum", after: { title: "Sprechstunde" } });
  });

  it("does not move to another partner", async () => {
    const [one, other] = [await givenPartner(koeln, facts), await givenPartner(koeln, facts)];
    const id = await givenOffer(koeln, one);
    const moving = writeOffer(koeln, { id, partnerId: other, version: 1, facts: NO_OFFER });
    await expect(moving).rejects.toMatchObject({ code: "notFound" });
    expect((await findOffer(koeln, id)).partner.id).toBe(one);
  });

  it("stays in a snapshot as it was", async () => {
    const partnerId = await givenPartner(koeln, { ...facts, phones: ["0221 12345"] });
    const id = await givenOffer(koeln, partnerId);
    const { partner, offer } = await findOffer(koeln, id);
    const snapshot = snapshotOf(partner, offer);
    await writePartner(koeln, { id: partnerId, version: 1, facts: { ...facts, name: "Neu" } });
    expect(snapshot).toMatchObject({ name: facts.name, address: ["50667 Köln"], phones: ["0221 12345"] });
  });
});

describe("the note of a site", () => {
  it("is sealed, and another site neither reads nor changes it", async () => {
    const partnerId = await givenPartner(koeln, facts);
    const note = { partnerId, version: 0, text: "Frau Ö. ruft zurück" };
    expect(await writePartnerNote(koeln, note)).toEqual({ ok: true });
    expect((await findPartner(koeln, partnerId)).note).toEqual({ text: note.text, version: 1 });
    expect((await findPartner(bochum, partnerId)).note).toEqual({ text: "", version: 0 });
    expect(await writePartnerNote(bochum, { ...note, text: "eigene" })).toEqual({ ok: true });
    expect((await findPartner(koeln, partnerId)).note.text).toBe(note.text);
    const seen = await asLogin("site_bochum", (client) => client.query("SELECT site_id FROM partner_note"));
    expect(new Set(seen.rows.map(({ site_id }) => site_id))).toEqual(new Set(["bochum"]));
    const stored = await asSuperuser((client) => client.query("SELECT n::text AS row FROM partner_note n"));
    expect(JSON.stringify(stored.rows)).not.toContain(Buffer.from("ruft zurück").toString("hex"));
  });

  it("is refused to the slower of two", async () => {
    const partnerId = await givenPartner(koeln, facts);
    const write = (text: string) => writePartnerNote(koeln, { partnerId, version: 0, text });
    const results = await Promise.all([write("eins"), write("zwei")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await writePartnerNote(koeln, { partnerId, version: 1, text: "drei" })).toEqual({ ok: true });
    expect((await findPartner(koeln, partnerId)).note).toEqual({ text: "drei", version: 2 });
  });
});

describe("the database", () => {
  const refused: Record<string, string> = {
    "a deletion": "DELETE FROM partner",
    "a deleted offer": "DELETE FROM offer",
    "a changed history": "UPDATE partner_event SET by_site = 'koeln'",
    "a deleted history": "DELETE FROM partner_event",
    "another site's name": "UPDATE partner SET created_by = 'bochum'",
  };
  it.each(Object.entries(refused))("refuses %s, whoever asks", async (_what, sql) => {
    await givenPartner(koeln, facts);
    await expect(asLogin("site_koeln", (client) => client.query(sql))).rejects.toThrow("permission denied");
  });

  const change = "UPDATE partner SET name = 'x', version = version + 1, changed_by =";
  it("refuses a change in the name of somebody from another site, or of nobody", async () => {
    const id = await givenPartner(koeln, facts);
    for (const account of [bochum.account, randomUUID()]) {
      const changing = asLogin("site_koeln", (client) =>
        client.query(`${change} $1 WHERE id = $2`, [account, id]),
      );
      await expect(changing).rejects.toThrow("nobody of this site");
    }
  });

  it("refuses a change that does not raise the version by one", async () => {
    const id = await givenPartner(koeln, facts);
    const changing = asLogin("site_koeln", (client) =>
      client.query("UPDATE partner SET name = 'x' WHERE id = $1", [id]),
    );
    await expect(changing).rejects.toThrow("raises its version");
  });

  it("writes the history of a change that no code of ours made", async () => {
    const id = await givenPartner(koeln, facts);
    await asLogin("site_koeln", (client) => client.query(`${change} $1 WHERE id = $2`, [koeln.account, id]));
    expect(await listPartnerEvents(koeln, id)).toMatchObject([{ after: { name: "x" } }, {}]);
  });

  it("refuses an entry in another site's name", async () => {
    const id = await givenPartner(koeln, facts);
    const forging = asLogin("site_koeln", (client) =>
      client.query(
        `INSERT INTO partner_event (partner_id, version, at, by_site, account_id, after)
           VALUES ($1, 9, now(), 'bochum', $2, '{}')`,
        [id, bochum.account],
      ),
    );
    await expect(forging).rejects.toThrow("row-level security");
  });

  it.each(["intake", "mailbox", "network", "auth", "jobs"] as const)(
    "shows %s nothing of it",
    async (login) => {
      for (const table of ["partner", "offer", "partner_event", "partner_note"]) {
        const reading = asLogin(login, (client) => client.query(`SELECT FROM ${table}`));
        await expect(reading, table).rejects.toThrow("permission denied");
      }
    },
  );
});

describe("the list", () => {
  it("finds by words in any order, by help, area, language, place and day of the check", async () => {
    const id = await givenPartner(bochum, {
      name: "Öcalan-Haus",
      city: "Güstrow",
      alliances: ["Landesnetz"],
    });
    await givenOffer(bochum, id, {
      help: ["therapy"],
      lifeAreas: ["work"],
      languages: ["ti"],
      states: ["MV"],
    });
    const found = async (filter: object) =>
      (await listPartners(koeln, filter, NOW)).partners.some((partner) => partner.id === id);
    const yes = [{ q: "gustrow ocalan" }, { q: "landesnetz" }, { help: "therapy" }, { area: "workAccess" }];
    for (const filter of [...yes, { language: "ti" }, { place: "18273" }, { check: "due" as const }])
      expect(await found(filter), JSON.stringify(filter)).toBe(true);
    const no = [{ q: "gustrow nirgends" }, { help: "lawyer" }, { area: "housing" }, { language: "so" }];
    for (const filter of [...no, { place: "50667" }, { retired: "yes" as const }])
      expect(await found(filter), JSON.stringify(filter)).toBe(false);
    await confirmPartner(koeln, { id, version: 1 }, NOW);
    expect(await found({ check: "due" })).toBe(false);
  });

  it("shows each partner once, page after page", async () => {
    for (let made = 0; made < 60; made += 1) await givenPartner(koeln, { name: `Seite ${made % 7}` });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listPartners(bochum, { q: "seite", after }, NOW);
      seen.push(...page.partners.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });
});
