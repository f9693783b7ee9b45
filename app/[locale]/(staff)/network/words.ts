import type { NetworkWords } from "@/components/network/network-sayings";
import type { FieldSpec } from "@/components/settings/form-spec";
import { localeInfo, STAFF_LOCALES } from "@/lib/i18n/locales";
import { line, stateOptions } from "../dashboard/site/part-fields";

export const formWords = (t: NetworkWords, button = t("save")) => ({
  button,
  pending: t("saving"),
  current: t("current"),
});

/** What the network decides about a site. */
export const basicFields = (t: NetworkWords): FieldSpec[] => [
  line("name", t("fields.name")),
  { kind: "choice", name: "stateCode", label: t("fields.stateCode"), options: stateOptions() },
  { kind: "paragraph", name: "carriers", label: t("fields.carriers"), help: t("help.carriers"), rows: 3 },
];

/** The words for something in every language of those who work here. */
export const labelFields = (): FieldSpec[] =>
  STAFF_LOCALES.map((locale) => line(`labels.${locale}`, localeInfo(locale).autonym));

/** The same as the fields of a form. */
export const labelValues = (
  labels: Readonly<Record<string, string>>,
  name = "labels",
): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([locale, text]) => [`${name}.${locale}`, text]));
