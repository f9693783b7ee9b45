"use server";

import { getLocale, getTranslations } from "next-intl/server";
import type { SearchState, ShownHit } from "@/components/search/search-state";
import { formatShortDay, type StaffWords } from "@/components/staff/wording";
import { searchCases } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";
import type { Hit, SearchResult } from "@/lib/search/types";
import { typedValues } from "../../form-values";
import { atDesk, invalidIn } from "../at-desk";

/** Searches the cases of the desk's site; nothing is changed, but what is shown has been read. */
export async function searchAction(_previous: SearchState, form: FormData): Promise<SearchState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const input = searchSchema.safeParse(values);
    if (!input.success) return invalidIn(values, input.error, sayError);
    const result = await searchCases(desk, input.data, now);
    const [t, locale] = await Promise.all([getTranslations("staff"), getLocale()]);
    return { values, found: foundIn(t, locale, input.data.over, result) } satisfies SearchState;
  });
}

const sayError = (t: StaffWords, message: string): string =>
  t(message === "wordsTooLong" ? "search.errors.wordsTooLong" : "search.errors.wordsTooShort");

function foundIn(t: StaffWords, locale: string, over: boolean, result: SearchResult) {
  const { hits, searched, whole, next } = result;
  const figures = { searched: String(searched), whole: String(whole) };
  const extent = next === null ? "all" : "part";
  return {
    heading: t("search.found", { count: hits.length, digits: String(hits.length) }),
    extent: over ? t(`search.over.${extent}`, figures) : t(`search.${extent}`, figures),
    hits: hits.map((hit) => shownHit(t, locale, hit)),
    next: next === null ? null : String(next),
  };
}

const shownHit = (t: StaffWords, locale: string, { caseFile, in: where, snippet }: Hit): ShownHit => ({
  href: `/${locale}/dashboard/cases/${caseFile.id}`,
  title: t("list.caseNumber", { number: String(caseFile.number) }),
  facts: [
    t(`status.${caseFile.status}`),
    formatShortDay(locale, caseFile.createdOn),
    t(`search.in.${where}`),
  ].join(" · "),
  ...snippet,
});
