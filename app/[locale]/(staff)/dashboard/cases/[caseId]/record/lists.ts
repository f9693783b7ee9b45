import { getLocale, getTranslations } from "next-intl/server";
import type { Lists } from "@/components/record/vocabulary";
import type { Desk } from "@/lib/auth/desk";
import { listVocabulary } from "@/lib/vocabulary/queries";

/** The network's lists, in the reader's language. */
export async function listsFor(desk: Desk): Promise<Lists> {
  const [locale, t, values] = await Promise.all([
    getLocale(),
    getTranslations("staff.record"),
    listVocabulary(desk.db),
  ]);
  return { locale, values, general: (name) => t("general", { name }) };
}
