import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { WeaveMark } from "@/components/staff/weave-mark";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.notFound");
  return { title: t("title") };
}

/** The same answer for what does not exist, what belongs to another site and what is not this person's. */
export default async function NotFound() {
  const [t, locale] = await Promise.all([getTranslations("staff.notFound"), getLocale()]);
  return (
    <main className="alone" id="main">
      <WeaveMark />
      <h1>{t("heading")}</h1>
      <p>{t("text")}</p>
      <p>
        <a className="button" href={`/${locale}/sign-in`}>
          {t("home")}
        </a>
      </p>
    </main>
  );
}
