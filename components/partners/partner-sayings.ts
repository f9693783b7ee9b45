import { type Lists, labelOf } from "@/components/record/vocabulary";
import type { Saying } from "@/components/settings/form-spec";
import { formatDay, languageName, type StaffWords } from "@/components/staff/wording";
import { COSTS, OFFER_ACCESS, WARMTHS } from "@/lib/partners/types";
import { STATES } from "@/lib/sites/types";
import { CHANNELS, COUNSELLING_LANGUAGES, type ListName } from "@/lib/vocabulary/types";

/** Who reads, in which language, with the network's lists. */
export type PartnerReader = { t: StaffWords; lists: Lists };

type Say = (value: unknown, reader: PartnerReader) => string;

const several = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const plain: Say = (value) => (typeof value === "string" ? value : "");
const lines: Say = (value) => several(value).join("\n");
const ofList =
  (list: ListName): Say =>
  (value, { lists }) =>
    several(value)
      .map((code) => labelOf(lists, list, code))
      .join(", ");

/** How each fact is said, in the order in which they are read. */
const SAY = {
  name: plain,
  title: plain,
  help: ofList("help"),
  lifeAreas: ofList("lifeArea"),
  grounds: ofList("ground"),
  languages: (value, { lists }) =>
    several(value)
      .map((tag) => languageName(lists.locale, tag, COUNSELLING_LANGUAGES[tag]))
      .join(", "),
  street: plain,
  postalCode: plain,
  city: plain,
  phones: lines,
  emails: lines,
  website: plain,
  contact: plain,
  openingHours: plain,
  description: plain,
  states: (value) =>
    several(value)
      .map((code) => STATES[code] ?? code)
      .join(", "),
  postalCodes: (value) => several(value).join(", "),
  cost: (value, { t }) =>
    COSTS.filter((cost) => cost === value).map((cost) => t(`partners.cost.${cost}`))[0] ?? "",
  channels: (value, { t }) =>
    CHANNELS.filter((channel) => several(value).includes(channel))
      .map((channel) => t(`channel.${channel}`))
      .join(", "),
  accessibility: (value, { t }) =>
    OFFER_ACCESS.filter((code) => several(value).includes(code))
      .map((code) => t(`partners.access.${code}`))
      .join(", "),
  warmth: (value, { t }) =>
    WARMTHS.filter((warmth) => warmth === value).map((warmth) => t(`partners.warmth.${warmth}`))[0] ?? "",
  alliances: lines,
  checkedOn: (value, { lists }) =>
    typeof value === "string" ? formatDay(lists.locale, new Date(value)) : "",
  retired: (value, { t }) => (value === true ? t("partners.yes") : t("partners.no")),
} satisfies Record<string, Say>;

type Fact = keyof typeof SAY;

/** What facts say, each with its name: for a conflict, the history and the preview of a file. */
export const partnerSayings = (reader: PartnerReader, facts: Readonly<Record<string, unknown>>): Saying[] =>
  (Object.keys(SAY) as Fact[])
    .filter((fact) => fact in facts)
    .map((fact) => ({
      label: reader.t(`partners.fields.${fact}`),
      text: SAY[fact](facts[fact], reader) || reader.t("partners.nothing"),
    }));

/** The same without what nobody has said, and without what stands elsewhere on the page. */
export const knownSayings = (
  reader: PartnerReader,
  facts: Readonly<Record<string, unknown>>,
  without: readonly string[] = [],
): Saying[] =>
  (Object.keys(SAY) as Fact[])
    .filter((fact) => fact in facts && !without.includes(fact))
    .map((fact) => ({ label: reader.t(`partners.fields.${fact}`), text: SAY[fact](facts[fact], reader) }))
    .filter(({ text }) => text !== "");
