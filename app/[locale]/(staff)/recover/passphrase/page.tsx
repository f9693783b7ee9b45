import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/accounts/account-form";
import { Entrance } from "@/components/accounts/entrance";
import { Suggestion } from "@/components/accounts/suggestion";
import { suggestPassphrase } from "@/lib/accounts/rules";
import { currentProof } from "@/lib/auth/proof";
import { requireLocale } from "../../require-locale";
import { recoverPassphraseAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.recover");
  return { title: t("newTitle") };
}

export default async function NewPassphrasePage({ params }: { params: Promise<{ locale: string }> }) {
  await requireLocale(params);
  const [proof, locale, t] = await Promise.all([
    currentProof(new Date()),
    getLocale(),
    getTranslations("staff"),
  ]);
  if (proof?.by !== "recovery" || !proof.factor) redirect(`/${locale}/recover`);
  return (
    <Entrance heading={t("recover.newHeading")} lead={t("recover.newLead")}>
      <AccountForm
        id="new"
        action={recoverPassphraseAction}
        fields={[
          {
            name: "passphrase",
            kind: "newPassphrase",
            label: t("account.passphrase.new"),
            help: t("account.passphrase.help"),
          },
        ]}
        words={{ button: t("recover.newButton"), pending: t("signIn.pending") }}
      >
        <Suggestion label={t("account.passphrase.offer")} text={suggestPassphrase()} />
      </AccountForm>
    </Entrance>
  );
}
