import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchForm } from "@/components/search/search-form";
import { requireDesk } from "@/lib/auth/gates";
import { searchAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.search");
  return { title: t("title") };
}

/** Looks for words in everything that is written in the cases of the site. */
export default async function SearchPage() {
  await requireDesk();
  const t = await getTranslations("staff.search");
  const words = {
    label: t("label"),
    help: t("help"),
    over: t("over.label"),
    button: t("button"),
    pending: t("pending"),
    further: t("further"),
  };
  return (
    <div className="person-page">
      <h1>{t("title")}</h1>
      <SearchForm action={searchAction} words={words} />
    </div>
  );
}
