import { spreadHours } from "../sites/rules";
import type { Office } from "../sites/types";
import type { SitePart, SiteSettings } from "./types";

type Fields = Record<string, string>;

/** What stands in a part's form: the reverse of its schema, field by field. */
export const FORM_OF: { [P in SitePart]: (settings: SiteSettings) => Fields } = {
  offices: ({ publishAddress, offices }) => ({
    ...tick("publishAddress", publishAddress),
    ...rows("offices", offices, officeFields),
  }),
  counselling: ({ languages, channels, website, answerDays }) => ({
    ...boxes("languages", languages),
    ...boxes("channels", channels),
    website: website ?? "",
    answerDays: String(answerDays ?? ""),
  }),
  area: ({ areaStates, areaPostalCodes }) => ({
    ...boxes("areaStates", areaStates),
    areaPostalCodes: areaPostalCodes.join(", "),
  }),
  access: ({ accessibility }) => boxes("accessibility", accessibility),
  closures: ({ closures }) => rows("closures", closures, (closure) => closure),
  notices: ({ notices }) =>
    rows("notices", notices, ({ texts, until }) => ({
      until,
      ...Object.fromEntries(Object.entries(texts).map(([locale, text]) => [`texts.${locale}`, text])),
    })),
  working: ({ retentionMonths, videoUrl }) => ({
    retentionMonths: String(retentionMonths),
    videoUrl: videoUrl ?? "",
  }),
};

function officeFields({
  label,
  city,
  street,
  postalCode,
  phones,
  emails,
  hours,
  wheelchair,
}: Office): Fields {
  const { times, appointment } = spreadHours(hours);
  return {
    label,
    city,
    street: street ?? "",
    postalCode: postalCode ?? "",
    phones: (phones ?? []).join("\n"),
    emails: (emails ?? []).join("\n"),
    wheelchair: wheelchair === true ? "yes" : wheelchair === false ? "no" : "",
    ...Object.fromEntries(Object.entries(times).map(([day, typed]) => [`times.${day}`, typed])),
    ...boxes("appointment", appointment),
  };
}

const tick = (name: string, on: boolean): Fields => (on ? { [name]: "yes" } : {});

const boxes = (name: string, chosen: readonly string[]): Fields =>
  Object.fromEntries(chosen.map((value) => [`${name}.${value}`, "yes"]));

const rows = <Row>(name: string, all: readonly Row[], fieldsOf: (row: Row) => Fields): Fields =>
  Object.fromEntries(
    all.flatMap((row, index) =>
      Object.entries(fieldsOf(row)).map(([field, value]) => [`${name}.${index}.${field}`, value]),
    ),
  );
