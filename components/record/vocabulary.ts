import type { Option, OptionGroup } from "@/components/settings/form-spec";
import { type ListName, labelIn, type VocabularyValue } from "@/lib/vocabulary/types";

/** The network's lists, in a reader's language. */
export type Lists = {
  locale: string;
  values: readonly VocabularyValue[];
  /** What a value with others below it is called when it is meant as such. */
  general: (name: string) => string;
};

/**
 * What a form offers of a list: a value with others below it as a group that begins with itself. What is offered no
 * longer is left out, unless it was chosen before.
 */
export function optionsOf(
  { locale, values, general }: Lists,
  list: ListName,
  chosen: readonly string[],
): (Option | OptionGroup)[] {
  const offered = values.filter(
    (value) => value.list === list && (!value.retired || chosen.includes(value.code)),
  );
  const below = (code: string) => offered.filter(({ parent }) => parent === code);
  const option = (value: VocabularyValue): Option => ({ value: value.code, label: labelIn(locale, value) });
  const codes = new Set(offered.map(({ code }) => code));
  return offered
    .filter(({ parent }) => !parent || !codes.has(parent))
    .map((top) => {
      const [own, inner] = [option(top), below(top.code).map(option)];
      if (inner.length === 0) return own;
      return { label: own.label, options: [{ ...own, label: general(own.label) }, ...inner] };
    });
}

/** The words for a value, those of one that is offered no longer included; or else its code. */
export function labelOf({ locale, values }: Lists, list: ListName, code: string): string {
  const value = values.find((one) => one.list === list && one.code === code);
  return value ? labelIn(locale, value) : code;
}
