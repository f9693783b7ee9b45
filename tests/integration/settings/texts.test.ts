import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { LeadDesk } from "../../../lib/auth/desk";
import { NO_TEXT, removeSiteText, writeSiteText } from "../../../lib/settings/commands";
import { listSettingsEvents, listSiteTexts } from "../../../lib/settings/queries";
import { seenOf } from "../../../lib/settings/rules";
import { NOW } from "../../support/clock";
import { asLogin, asSuperuser } from "../../support/connections";
import { givenLead, leadOf } from "../../support/people";

let koeln: LeadDesk;
let bochum: LeadDesk;
beforeAll(async () => {
  [koeln, bochum] = [await leadOf(await givenLead("koeln")), await leadOf(await givenLead("bochum"))];
});

const text = (title: string) => ({ id: randomUUID(), kind: "block" as const, title, text: "Guten Tag," });

describe("a site's text", () => {
  it("is there for everybody of the site, and for nobody else", async () => {
    const greeting = text("Gruß");
    expect(await writeSiteText(koeln, { ...greeting, seen: NO_TEXT }, NOW)).toEqual({ ok: true });
    expect(await listSiteTexts(await leadOf(await givenLead("koeln")))).toContainEqual(greeting);
    expect(await listSiteTexts(bochum)).toEqual([]);
  });

  it("is stored sealed", async () => {
    await writeSiteText(koeln, { ...text("Geheimrezept"), seen: NO_TEXT }, NOW);
    const { rows } = await asSuperuser((client) =>
      client.query<{ row: string }>("SELECT t::text AS row FROM site_text t"),
    );
    expect(rows.length).toBeGreaterThan(0);
    const hex = Buffer.from("Geheimrezept").toString("hex");
    expect(rows.filter(({ row }) => row.includes(hex) || row.includes("Geheimrezept"))).toEqual([]);
  });

  it("is stored once when its form is sent twice", async () => {
    const doubled = text("Doppelt");
    await writeSiteText(koeln, { ...doubled, seen: NO_TEXT }, NOW);
    expect(await writeSiteText(koeln, { ...doubled, seen: NO_TEXT }, NOW)).toMatchObject({
      reason: "nothingChanged",
    });
    expect((await listSiteTexts(koeln)).filter(({ title }) => title === "Doppelt").length).toBe(1);
  });

  it("is not written over unseen", async () => {
    const letter = text("Brief");
    await writeSiteText(koeln, { ...letter, seen: NO_TEXT }, NOW);
    const seen = seenOf(letter);
    await writeSiteText(await leadOf(await givenLead("koeln")), { ...letter, text: "Neu", seen }, NOW);
    const late = await writeSiteText(koeln, { ...letter, text: "Anders", seen }, NOW);
    expect(late).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await removeSiteText(koeln, { id: letter.id, seen }, NOW)).toMatchObject({ ok: false });
  });

  it("can be read in the history after it was removed", async () => {
    const gone = text("Abschied");
    await writeSiteText(koeln, { ...gone, seen: NO_TEXT }, NOW);
    expect(await removeSiteText(koeln, { id: gone.id, seen: seenOf(gone) }, NOW)).toEqual({ ok: true });
    expect((await listSiteTexts(koeln)).some(({ id }) => id === gone.id)).toBe(false);
    const [latest] = await listSettingsEvents(koeln);
    expect(latest).toMatchObject({
      part: "texts",
      before: { text: { title: "Abschied" } },
      after: { text: null },
    });
  });

  it("does not keep the others from being read when it is damaged", async () => {
    const [damaged, whole] = [text("Kaputt"), text("Ganz")];
    for (const one of [damaged, whole]) await writeSiteText(bochum, { ...one, seen: NO_TEXT }, NOW);
    await asSuperuser((client) =>
      client.query("UPDATE site_text SET sealed_body = '\\x00' WHERE id = $1", [damaged.id]),
    );
    expect(await listSiteTexts(bochum)).toEqual([whole]);
  });

  it("of another site can be neither changed nor removed", async () => {
    await writeSiteText(koeln, { ...text("Bleibt"), seen: NO_TEXT }, NOW);
    for (const sql of [
      "DELETE FROM site_text WHERE site_id = 'koeln'",
      "UPDATE site_text SET kind = 'letter' WHERE site_id = 'koeln'",
    ]) {
      const { rowCount } = await asLogin("site_bochum", (client) => client.query(sql));
      expect(rowCount).toBe(0);
    }
  });
});
