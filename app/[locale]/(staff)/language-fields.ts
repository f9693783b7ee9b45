import type { FieldSpec } from "@/components/settings/form-spec";
import { isStaffLocale, LOCALES, type Locale, STAFF_LOCALES } from "@/lib/i18n/locales";

/** A field for each language of the public site; those that nobody works in here are folded away under a heading. */
export const languageFields = (others: string, field: (locale: Locale) => FieldSpec): FieldSpec[] => [
  ...STAFF_LOCALES.map(field),
  {
    kind: "group",
    legend: others,
    folded: true,
    fields: LOCALES.filter((locale) => !isStaffLocale(locale)).map(field),
  },
];
