import type { Option } from "@/components/settings/form-spec";
import { languageName } from "@/components/staff/wording";
import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";

/** Languages by what they are called in the reader's. */
export const languageOptions = (locale: string, tags: readonly string[]): Option[] =>
  tags
    .map((tag) => ({ value: tag, label: languageName(locale, tag, COUNSELLING_LANGUAGES[tag]) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
