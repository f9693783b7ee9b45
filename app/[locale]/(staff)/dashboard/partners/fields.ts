import { languageOptions } from "@/components/partners/language-options";
import type { PartnerReader } from "@/components/partners/partner-sayings";
import { optionsOf } from "@/components/record/vocabulary";
import type { FieldSpec, Option, OptionGroup } from "@/components/settings/form-spec";
import { COSTS, OFFER_ACCESS, type OfferFacts, WARMTHS } from "@/lib/partners/types";
import { CHANNELS, COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { line, stateOptions } from "../site/part-fields";

const paragraph = (
  name: string,
  label: string,
  rows: number,
  more: { help?: string; ltr?: boolean } = {},
): FieldSpec => ({
  kind: "paragraph",
  name,
  label,
  rows,
  ...more,
});

/** The fields of an organisation's form. */
export function partnerFields({ t }: PartnerReader): FieldSpec[] {
  const help = t("partners.help.several");
  return [
    line("name", t("partners.fields.name"), { wide: true }),
    {
      kind: "group",
      legend: t("partners.facts"),
      fields: [
        line("street", t("partners.fields.street")),
        line("postalCode", t("partners.fields.postalCode"), { numeric: true, ltr: true }),
        line("city", t("partners.fields.city")),
        line("website", t("partners.fields.website"), { type: "url", ltr: true }),
        paragraph("phones", t("partners.fields.phones"), 2, { help, ltr: true }),
        paragraph("emails", t("partners.fields.emails"), 2, { help, ltr: true }),
        line("contact", t("partners.fields.contact"), { help: t("partners.help.contact"), wide: true }),
        paragraph("openingHours", t("partners.fields.openingHours"), 2),
      ],
    },
    paragraph("description", t("partners.fields.description"), 3),
    paragraph("alliances", t("partners.fields.alliances"), 2, { help }),
    retiredField(t),
  ];
}

const retiredField = (t: PartnerReader["t"]): FieldSpec => ({
  kind: "check",
  name: "retired",
  label: t("partners.fields.retired"),
  help: t("partners.help.retired"),
});

/** The fields of an offer's form. */
export function offerFields({ t, lists }: PartnerReader, facts: OfferFacts): FieldSpec[] {
  const access = OFFER_ACCESS.map((value) => ({ value, label: t(`partners.access.${value}`) }));
  const channels = CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }));
  const unknown = { value: "", label: t("partners.unknown") };
  return [
    line("title", t("partners.fields.title"), { wide: true }),
    boxes(t, "help", optionsOf(lists, "help", facts.help)),
    folded(t, "lifeAreas", optionsOf(lists, "lifeArea", facts.lifeAreas)),
    folded(t, "grounds", optionsOf(lists, "ground", facts.grounds)),
    folded(t, "languages", languageOptions(lists.locale, Object.keys(COUNSELLING_LANGUAGES))),
    folded(t, "states", stateOptions()),
    line("postalCodes", t("partners.fields.postalCodes"), {
      help: t("partners.help.postalCodes"),
      ltr: true,
      wide: true,
    }),
    boxes(t, "channels", channels),
    choice("cost", t("partners.fields.cost"), [
      unknown,
      ...COSTS.map((value) => ({ value, label: t(`partners.cost.${value}`) })),
    ]),
    choice("warmth", t("partners.fields.warmth"), [
      unknown,
      ...WARMTHS.map((value) => ({ value, label: t(`partners.warmth.${value}`) })),
    ]),
    boxes(t, "accessibility", access),
    line("postalCode", t("partners.fields.postalCode"), {
      help: t("partners.help.offerPlace"),
      numeric: true,
      ltr: true,
    }),
    line("contact", t("partners.fields.contact"), { help: t("partners.help.contact"), wide: true }),
    paragraph("openingHours", t("partners.fields.openingHours"), 2),
    paragraph("description", t("partners.fields.description"), 3),
    retiredField(t),
  ];
}

type BoxName = "help" | "lifeAreas" | "grounds" | "languages" | "states" | "channels" | "accessibility";
type Options = (Option | OptionGroup)[];

const choice = (name: string, label: string, options: Options): FieldSpec => ({
  kind: "choice",
  name,
  label,
  options,
});

const boxes = (t: PartnerReader["t"], name: BoxName, options: Options): FieldSpec => ({
  kind: "boxes",
  name,
  legend: t(`partners.fields.${name}`),
  help: t("partners.help.open"),
  options,
});

/** A long list, which stays closed until somebody wants to narrow the offer down. */
const folded = (t: PartnerReader["t"], name: BoxName, options: Options): FieldSpec => ({
  kind: "group",
  legend: t(`partners.fields.${name}`),
  folded: true,
  fields: [boxes(t, name, options)],
});
