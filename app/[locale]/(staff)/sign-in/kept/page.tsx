import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Entrance } from "@/components/accounts/entrance";
import { InterruptedForms } from "@/components/accounts/interrupted-forms";
import { requireStaff } from "@/lib/auth/gates";
import { listInterrupted } from "@/lib/auth/interrupted";
import { COMES_BACK } from "@/lib/auth/rules";
import { requireLocale } from "../../require-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.signIn.kept");
  return { title: t("heading") };
}

/** What somebody sent when their session was over, one press away from the form that they wrote it in. */
export default async function KeptPage({ params }: { params: Promise<{ locale: string }> }) {
  await requireLocale(params);
  const staff = await requireStaff();
  const [forms, locale, t] = await Promise.all([
    listInterrupted(staff, new Date()),
    getLocale(),
    getTranslations("staff.signIn.kept"),
  ]);
  if (forms.length === 0) redirect(`/${locale}/sign-in`);
  return (
    <Entrance
      heading={t("heading")}
      lead={t("lead")}
      footer={<a href={`/${locale}/dashboard`}>{t("without")}</a>}
    >
      <InterruptedForms forms={forms} mark={COMES_BACK} button={t("button")} />
    </Entrance>
  );
}
