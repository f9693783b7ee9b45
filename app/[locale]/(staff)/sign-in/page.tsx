import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LanguageMenu } from "@/components/staff/language-menu";
import { SignInForm } from "@/components/staff/sign-in-form";
import { WeaveBand } from "@/components/staff/weave-band";
import { WeaveMark } from "@/components/staff/weave-mark";
import { currentStaff } from "@/lib/auth/session";
import { LOCALES, localeInfo } from "@/lib/i18n/locales";
import { requireLocale } from "../require-locale";
import { signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ params }: { params: Promise<{ locale: string }> }) {
  await requireLocale(params);
  const [staff, locale, t] = await Promise.all([
    currentStaff(new Date()),
    getLocale(),
    getTranslations("staff"),
  ]);
  if (staff?.memberships.length) redirect(`/${locale}/dashboard`);
  if (staff?.coordinator) redirect(`/${locale}/network`);

  const words = {
    email: t("signIn.email"),
    passphrase: t("signIn.passphrase"),
    button: t("signIn.button"),
    pending: t("signIn.pending"),
  };
  return (
    <>
      <WeaveBand />
      <div className="entrance">
        <header>
          <p className="brand">
            <WeaveMark />
            {t("brand")}
          </p>
          <LanguageMenu locale={locale} label={t("nav.language")} locales={LOCALES.map(localeInfo)} />
        </header>
        <main id="main" className="card">
          <h1>{t("signIn.heading")}</h1>
          <p className="muted">{t("signIn.lead")}</p>
          <SignInForm action={signInAction} words={words} />
          <p className="help">{t("signIn.forgot")}</p>
        </main>
        <footer>
          <a href={`/${locale}`}>{t("signIn.public")}</a>
        </footer>
      </div>
    </>
  );
}
