import { STATES } from "../../sites/types";
import { CHANNELS, COUNSELLING_LANGUAGES } from "../../vocabulary/types";
import { offerForm, partnerForm } from "../partner-form";
import { COSTS, OFFER_ACCESS, type Offer, type Partner, WARMTHS } from "../types";

/** What a column holds: words, several of them, codes of a list, a code, a day, or yes. */
type Holds = "line" | "several" | "codes" | "code" | "yes" | "day" | "id";

export type Column = { of: "partner" | "offer"; field: string; header: string; holds: Holds };

const column = (of: Column["of"], field: string, header: string, holds: Holds = "line"): Column => ({
  of,
  field,
  header,
  holds,
});

/** The columns of the file, in their order. Their names are German in every language: the file is passed around. */
export const COLUMNS: readonly Column[] = [
  column("partner", "id", "Partner-ID", "id"),
  column("partner", "name", "Organisation"),
  column("partner", "street", "Straße"),
  column("partner", "postalCode", "PLZ"),
  column("partner", "city", "Ort"),
  column("partner", "phones", "Telefon", "several"),
  column("partner", "emails", "E-Mail", "several"),
  column("partner", "website", "Webseite"),
  column("partner", "contact", "Ansprechstelle"),
  column("partner", "openingHours", "Öffnungszeiten"),
  column("partner", "description", "Beschreibung"),
  column("partner", "alliances", "Netzwerke", "several"),
  column("partner", "retired", "Beendet", "yes"),
  column("partner", "checkedOn", "Geprüft am", "day"),
  column("offer", "id", "Angebots-ID", "id"),
  column("offer", "title", "Angebot"),
  column("offer", "help", "Hilfe", "codes"),
  column("offer", "lifeAreas", "Lebensbereiche", "codes"),
  column("offer", "grounds", "Merkmale", "codes"),
  column("offer", "languages", "Sprachen", "codes"),
  column("offer", "states", "Länder", "codes"),
  column("offer", "postalCodes", "PLZ-Gebiet"),
  column("offer", "cost", "Kosten", "code"),
  column("offer", "channels", "Wege", "codes"),
  column("offer", "accessibility", "Barrierefreiheit", "codes"),
  column("offer", "warmth", "Übergabe", "code"),
  column("offer", "postalCode", "Angebot PLZ"),
  column("offer", "openingHours", "Angebot Öffnungszeiten"),
  column("offer", "contact", "Angebot Ansprechstelle"),
  column("offer", "description", "Angebot Beschreibung"),
  column("offer", "retired", "Angebot beendet", "yes"),
];

/** The codes that a column takes, with the words that mean them as well. */
export type KnownCodes = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Value = { list: string; code: string; labels: Readonly<Record<string, string>> };

const LISTS: Record<string, string> = { help: "help", lifeAreas: "lifeArea", grounds: "ground" };

/** Codes, and German words of the vocabulary as far as only one value is called so. */
export function knownCodes(values: readonly Value[]): KnownCodes {
  const fixed: Record<string, readonly string[]> = {
    languages: Object.keys(COUNSELLING_LANGUAGES),
    states: Object.keys(STATES),
    channels: CHANNELS,
    accessibility: OFFER_ACCESS,
    cost: COSTS,
    warmth: WARMTHS,
  };
  const own = (codes: readonly string[]) => new Map(codes.map((code) => [code.toLowerCase(), code]));
  return new Map<string, Map<string, string>>([
    ...Object.entries(fixed).map(([field, codes]) => [field, own(codes)] as const),
    ...Object.entries(LISTS).map(([field, list]) => {
      const listed = values.filter((value) => value.list === list);
      return [field, new Map([...wordsOf(listed), ...own(listed.map(({ code }) => code))])] as const;
    }),
  ]);
}

function wordsOf(values: readonly Value[]): [string, string][] {
  const named = values.map(({ code, labels }): [string, string] => [(labels.de ?? "").toLowerCase(), code]);
  return named.filter(([word]) => word && named.filter(([other]) => other === word).length === 1);
}

/** One line of the file: a partner, and an offer where it has one. */
export function cellsOf(partner: Partner, offer: Offer | null): string[] {
  const values = {
    partner: { ...partnerForm(partner), id: partner.id, checkedOn: partner.checkedOn ?? "" },
    offer: offer && { ...offerForm(offer), id: offer.id },
  };
  return COLUMNS.map(({ of, field, holds }) => {
    const own: Record<string, string> | null = values[of];
    if (!own) return "";
    if (holds === "codes") {
      const start = `${field}.`;
      return Object.keys(own)
        .flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []))
        .join(", ");
    }
    const text = own[field] ?? "";
    if (holds === "several") return text.replaceAll("\n", ", ");
    return holds === "yes" && text === "yes" ? "ja" : text;
  });
}
