import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/accounts/account-form";
import { Entrance } from "@/components/accounts/entrance";
import { requireLocale } from "../require-locale";
import { recoverAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.recover");
  return { title: t("title") };
}

/** For whoever has forgotten their passphrase, and holds the print of their recovery code. */
export default async function RecoverPage({ params }: { params: Promise<{ locale: string }> }) {
  await requireLocale(params);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("staff")]);
  return (
    <Entrance
      heading={t("recover.heading")}
      lead={t("recover.lead")}
      footer={<a href={`/${locale}/sign-in`}>{t("signIn.second.back")}</a>}
    >
      <AccountForm
        id="recover"
        action={recoverAction}
        fields={[
          { name: "email", kind: "email", label: t("signIn.email") },
          { name: "recoveryCode", kind: "printed", label: t("recover.code"), help: t("recover.codeHelp") },
        ]}
        words={{ button: t("recover.button"), pending: t("signIn.pending") }}
      />
      <details className="lost">
        <summary>{t("recover.noneHeading")}</summary>
        <p>{t("recover.noneText")}</p>
      </details>
    </Entrance>
  );
}
