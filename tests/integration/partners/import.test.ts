import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { importPartners } from "../../../lib/partners/commands";
import {
  exportPartners,
  findPartner,
  listPartnerEvents,
  listPartners,
  previewImport,
} from "../../../lib/partners/queries";
import type { ImportPreview } from "../../../lib/partners/types";
import { NOW } from "../../support/clock";
import { givenOffer, givenPartner } from "../../support/partners";
import { deskAt } from "../../support/sites";

let koeln: Desk;
let bochum: Desk;
beforeAll(async () => {
  [koeln, bochum] = [await deskAt("koeln"), await deskAt("bochum")];
});

async function previewOf(text: string, nonce: string = randomUUID(), desk = koeln): Promise<ImportPreview> {
  const preview = await previewImport(desk, { text, nonce }, NOW);
  if ("reason" in preview) throw new Error(preview.reason);
  return preview;
}

const exported = async (q: string, desk = koeln): Promise<string> => {
  const pieces: string[] = [];
  for await (const piece of exportPartners(desk, { q }, NOW)) pieces.push(piece);
  return pieces.join("");
};

const found = async (q: string, desk = koeln) => (await listPartners(desk, { q }, NOW)).partners;

describe("a file", () => {
  it("shows what it would add, and adds it when somebody confirms", async () => {
    const text = [
      "Organisation;PLZ;Ort;Angebot;Hilfe;Lebensbereiche;Sprachen;Kosten;Geprüft am",
      "Hilfe Nord;20095;Hamburg;Rechtsberatung;legalAdvice;Arbeit;tr, ar;free;14.02.2025",
      "Hilfe Nord;20095;Hamburg;Begleitung;accompaniment;;;;",
      "Hilfe Süd;80331;München;;;;;;",
    ].join("\n");
    const nonce = randomUUID();
    const preview = await previewOf(text, nonce);
    expect(preview.errors).toEqual([]);
    expect(preview.changes.map(({ kind, line, name, before }) => [kind, line, name, before])).toEqual([
      ["partner", 2, "Hilfe Nord", null],
      ["offer", 2, "Rechtsberatung", null],
      ["offer", 3, "Begleitung", null],
      ["partner", 4, "Hilfe Süd", null],
    ]);
    expect(await found("hilfe nord")).toEqual([]);
    expect(await importPartners(koeln, { text, nonce, seen: preview.seen }, NOW)).toEqual({ ok: true });
    const [nord] = await found("hilfe nord", bochum);
    const { partner, offers } = await findPartner(bochum, nord?.id ?? "");
    expect(partner).toMatchObject({ city: "Hamburg", checkedOn: "2025-02-14", createdBy: "koeln" });
    expect(offers.find(({ title }) => title === "Rechtsberatung")).toMatchObject({
      help: ["legalAdvice"],
      lifeAreas: ["work"],
      languages: ["tr", "ar"],
      cost: "free",
    });
    expect(await listPartnerEvents(bochum, partner.id)).toHaveLength(3);
  });

  it("sent twice is stored once, also at once", async () => {
    const text = "Organisation;Ort\nZweimal;Essen";
    const nonce = randomUUID();
    const { seen } = await previewOf(text, nonce);
    const sending = [1, 2].map(() => importPartners(koeln, { text, nonce, seen }, NOW));
    expect((await Promise.all(sending)).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await found("zweimal")).toHaveLength(1);
    expect((await previewOf(text)).changes).toEqual([]);
  });

  it("of our own changes nothing when it comes back", async () => {
    const id = await givenPartner(koeln, {
      name: "=Kreis & Söhne; „Recht“",
      phones: ["+49 221 1234567", "0221 99"],
      website: "https://kreis.example/a?b=1",
      description: "Zeile eins\n- Zeile zwei",
      alliances: ["Netz West", "@bund"],
      openingHours: "Mo 9–12",
    });
    await givenOffer(koeln, id, {
      title: "-10 % Nachlass",
      help: ["therapy"],
      languages: ["tr"],
      warmth: "joint",
    });
    await givenOffer(koeln, id, { title: "+Mehr", postalCodes: ["50", "51"], states: ["NW"], retired: true });
    const text = await exported("kreis");
    expect(text).toContain("'=Kreis");
    expect(await previewOf(text)).toMatchObject({ rows: 2, changes: [], errors: [] });
    const elsewhere = text.replaceAll("Mo 9–12", "Di 9–12");
    const preview = await previewOf(elsewhere, undefined, bochum);
    expect(preview.changes).toMatchObject([
      { kind: "partner", before: { openingHours: "Mo 9–12" }, after: { openingHours: "Di 9–12" } },
    ]);
  });

  it("changes what it has a column for, and keeps the rest", async () => {
    const id = await givenPartner(koeln, { name: "Teilweise", city: "Bonn", phones: ["0228 12345"] });
    const text = `Partner-ID;Organisation;Ort\n${id};Teilweise neu;Köln`;
    const nonce = randomUUID();
    const { seen, changes } = await previewOf(text, nonce);
    expect(changes).toMatchObject([
      { before: { name: "Teilweise", city: "Bonn" }, after: { name: "Teilweise neu", city: "Köln" } },
    ]);
    expect(await importPartners(bochum, { text, nonce, seen }, NOW)).toEqual({ ok: true });
    expect((await findPartner(koeln, id)).partner).toMatchObject({ city: "Köln", phones: ["0228 12345"] });
  });

  it("makes the day of the check later, never earlier, and takes none that is still to come", async () => {
    const id = await givenPartner(koeln, { name: "Geprüft" });
    const read = async (day: string) => {
      const [text, nonce] = [`Organisation;Geprüft am\nGeprüft;${day}`, randomUUID()];
      const { seen, errors } = await previewOf(text, nonce);
      await importPartners(koeln, { text, nonce, seen }, NOW);
      return [(await findPartner(koeln, id)).partner.checkedOn, errors.length];
    };
    expect(await read("01.03.2025")).toEqual(["2025-03-01", 0]);
    expect(await read("2024-12-24")).toEqual(["2025-03-01", 0]);
    expect(await read("2025-03-15")).toEqual(["2025-03-01", 1]);
  });

  it("says row by row what is wrong, and leaves those rows out", async () => {
    const text = [
      "Organisation,PLZ,E-Mail,Angebot,Sprachen,Kosten,Partner-ID",
      "Richtig,50667,a@b.example,Rat,de,free,",
      "Falsch,123,keine,Rat,klingonisch,viel,",
      ",50667,,,,,",
      "Richtig,50667,c@d.example,Tat,de,,",
      "Kennung,50667,,,,,eins",
      "Richtig,50667,a@b.example,Hilfe,xx,,",
    ].join("\n");
    const nonce = randomUUID();
    const { errors, changes, seen } = await previewOf(text, nonce);
    expect(errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, "PLZ", "postalCodeInvalid"],
      [3, "E-Mail", "emailInvalid"],
      [4, "Organisation", "textEmpty"],
      [5, "Organisation", "contradiction"],
      [6, "Partner-ID", "idInvalid"],
      [7, "Sprachen", "codeUnknown"],
    ]);
    expect(changes.map(({ name }) => name)).toEqual(["Richtig", "Rat"]);
    expect(await importPartners(koeln, { text, nonce, seen }, NOW)).toEqual({ ok: true });
    expect(await found("falsch")).toEqual([]);
  });

  it("is not stored over what somebody changed since it was shown", async () => {
    const id = await givenPartner(koeln, { name: "Bewegt", city: "Bonn" });
    const text = "Organisation;Ort\nBewegt;Köln";
    const nonce = randomUUID();
    const { seen } = await previewOf(text, nonce);
    await importPartners(bochum, { text, nonce, seen: (await previewOf(text, nonce)).seen }, NOW);
    expect(await importPartners(koeln, { text, nonce, seen }, NOW)).toEqual({
      ok: false,
      reason: "changedMeanwhile",
    });
    expect(await listPartnerEvents(koeln, id)).toHaveLength(2);
  });

  it.each([
    ["Firma;Ort\nx;y", { reason: "columnsUnknown", unknown: ["Firma"], missing: ["Organisation"] }],
    [`Organisation\n${"x\n".repeat(50_000)}`, { reason: "tooManyRows" }],
    ["", { reason: "fileEmpty" }],
  ])("is refused as a whole when it is of another kind (%#)", async (text, refusal) => {
    expect(await previewImport(koeln, { text, nonce: randomUUID() }, NOW)).toEqual(refusal);
    const importing = importPartners(koeln, { text, nonce: randomUUID(), seen: "" }, NOW);
    expect(await importing).toEqual({ ok: false, ...refusal });
  });

  it("of as many rows as may be is shown and stored within half a minute", { timeout: 60_000 }, async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, row) => `Masse ${row % 1_000};50667;Angebot ${row};legalAdvice;tr`,
    );
    const text = ["Organisation;PLZ;Angebot;Hilfe;Sprachen", ...rows].join("\n");
    const nonce = randomUUID();
    const started = performance.now();
    const { seen, changes } = await previewOf(text, nonce);
    expect(changes).toHaveLength(3_000);
    expect(await importPartners(koeln, { text, nonce, seen }, NOW)).toEqual({ ok: true });
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
