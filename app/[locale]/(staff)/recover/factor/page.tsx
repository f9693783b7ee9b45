import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/accounts/account-form";
import { Entrance } from "@/components/accounts/entrance";
import { currentProof } from "@/lib/auth/proof";
import { requireLocale } from "../../require-locale";
import { replaceFactorAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.recover");
  return { title: t("factorTitle") };
}

/** For whoever has lost the second factor: the passphrase is proven, the recovery code takes the other's place. */
export default async function LostFactorPage({ params }: { params: Promise<{ locale: string }> }) {
  await requireLocale(params);
  const [proof, locale, t] = await Promise.all([
    currentProof(new Date()),
    getLocale(),
    getTranslations("staff"),
  ]);
  if (proof?.by !== "passphrase") redirect(`/${locale}/sign-in`);
  return (
    <Entrance
      heading={t("recover.factorHeading")}
      lead={t("recover.factorLead")}
      footer={<a href={`/${locale}/sign-in/second-factor`}>{t("recover.factorBack")}</a>}
    >
      <AccountForm
        id="factor"
        action={replaceFactorAction}
        fields={[
          { name: "recoveryCode", kind: "printed", label: t("recover.code"), help: t("recover.codeHelp") },
        ]}
        words={{ button: t("recover.factorButton"), pending: t("signIn.pending") }}
      />
    </Entrance>
  );
}
