import { describe, expect, it } from "vitest";
import { fieldOf, nested } from "../../../lib/http/nested";
import { changedFields, isSame, keepPlaces, partOf, seenOf } from "../../../lib/settings/rules";
import { PART_SCHEMAS } from "../../../lib/settings/schema";
import { FORM_OF } from "../../../lib/settings/site-form";
import { SITE_PARTS, type SitePart, type SiteSettings } from "../../../lib/settings/types";

const SETTINGS: SiteSettings = {
  publishAddress: true,
  offices: [
    {
      label: "Büro",
      city: "Köln",
      street: "Weg 1",
      postalCode: "50667",
      phones: ["+49 221 12345", "0221 54321"],
      emails: ["buero@site.example"],
      hours: [
        { days: ["Mo", "Fr"], opens: "09:00", closes: "12:00" },
        { days: ["Tu"], byAppointment: true },
      ],
      wheelchair: false,
    },
  ],
  languages: ["de", "sr-Latn"],
  channels: ["phone", "chat"],
  website: "https://site.example",
  answerDays: 3,
  areaStates: ["NW"],
  areaPostalCodes: ["50", "51063"],
  accessibility: ["quietRoom"],
  closures: [{ from: "2025-12-24", to: "2026-01-01", reason: "Feiertage" }],
  notices: [{ texts: { de: "Wir ziehen um", ar: "ننتقل" }, until: "2025-06-30" }],
  retentionMonths: 36,
  videoUrl: null,
};

const read = (part: SitePart, values: Record<string, string>) => PART_SCHEMAS[part].safeParse(nested(values));

const errorsOf = (part: SitePart, values: Record<string, string>) =>
  Object.fromEntries(
    (read(part, values).error?.issues ?? []).map(({ path, message }) => [fieldOf(path), message]),
  );

describe("the forms of the settings", () => {
  it.each(SITE_PARTS)("give back what they show, in %s", (part) => {
    const { data } = read(part, FORM_OF[part](SETTINGS));
    expect(data).toEqual(partOf(part, SETTINGS));
  });

  it("take an empty row as no entry, whatever is chosen beside it", () => {
    const { data } = read("offices", {
      "offices.0.label": " ",
      "offices.0.wheelchair": "no",
      "offices.1.city": "",
    });
    expect(data).toEqual({ publishAddress: false, offices: [] });
  });

  it("name the field that something is wrong with", () => {
    const values = {
      "offices.0.label": "Büro",
      "offices.0.postalCode": "123",
      "offices.0.phones": "anrufen!",
      "offices.0.emails": "x@",
      "offices.0.times.Mo": "immer",
    };
    expect(errorsOf("offices", values)).toEqual({
      "offices.0.city": "textEmpty",
      "offices.0.postalCode": "postalCodeInvalid",
      "offices.0.phones": "phoneInvalid",
      "offices.0.emails": "emailInvalid",
      "offices.0.times.Mo": "hoursInvalid",
    });
    expect(errorsOf("closures", { "closures.0.reason": "Umzug" })).toEqual({
      "closures.0.from": "dateInvalid",
    });
    expect(errorsOf("closures", { "closures.0.from": "2025-03-02", "closures.0.to": "2025-03-01" })).toEqual({
      "closures.0.to": "datesReversed",
    });
    expect(errorsOf("notices", { "notices.0.until": "2025-03-02" })).toEqual({
      "notices.0.texts.de": "textEmpty",
    });
    expect(errorsOf("area", { areaPostalCodes: "50667, Köln" })).toEqual({
      areaPostalCodes: "areaInvalid",
    });
    expect(errorsOf("working", { retentionMonths: "121", videoUrl: "javascript:alert(1)" })).toEqual({
      retentionMonths: "numberInvalid",
      videoUrl: "urlInvalid",
    });
  });

  it("understand Arabic digits and an address without its beginning", () => {
    expect(read("counselling", { answerDays: "٣", website: "site.example" }).data).toMatchObject({
      answerDays: 3,
      website: "https://site.example",
    });
  });

  it("take nothing that is not offered", () => {
    expect(read("counselling", { "languages.xx": "yes", "languages.de": "yes" }).data).toMatchObject({
      languages: ["de"],
    });
  });
});

describe("the names of form fields", () => {
  it("become lists and records", () => {
    expect(nested({ "a.0.b": "1", "a.10.b": "3", "a.2.b": "2", c: "4" })).toEqual({
      a: [{ b: "1" }, { b: "2" }, { b: "3" }],
      c: "4",
    });
  });

  it("reach nothing else", () => {
    expect(nested({ "__proto__.polluted": "yes", "a..b": "x", "a b": "x" })).not.toHaveProperty("polluted");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("a change", () => {
  it("is noticed whatever the order in which the database keeps keys", () => {
    expect(seenOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(seenOf({ b: [{ d: 3, c: 2 }], a: 1 }));
    expect(seenOf({ a: 1 })).not.toBe(seenOf({ a: 2 }));
    expect(isSame({ a: null }, { a: null })).toBe(true);
  });

  it("keeps in the history only what differs", () => {
    expect(changedFields({ a: 1, b: 2 }, { a: 1, b: 3 })).toEqual({ before: { b: 2 }, after: { b: 3 } });
  });

  it("leaves an office on the map where it was, and a new one off it", () => {
    const [office] = SETTINGS.offices;
    if (!office) throw new Error("There is no office.");
    const before = { ...SETTINGS, offices: [{ ...office, lat: 50.9, lon: 6.9 }] };
    const moved = keepPlaces({ offices: [office, { ...office, city: "Bonn" }] }, before);
    expect(moved.offices?.map(({ lat }) => lat)).toEqual([50.9, null]);
  });
});
