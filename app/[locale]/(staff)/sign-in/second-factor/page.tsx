import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/accounts/account-form";
import { Entrance } from "@/components/accounts/entrance";
import { PasskeyButton } from "@/components/accounts/passkey-button";
import { findFactors } from "@/lib/accounts/queries";
import { currentProof } from "@/lib/auth/proof";
import { requireLocale } from "../../require-locale";
import { beginFactorAction, finishFactorAction, proveByCodeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.signIn.second");
  return { title: t("title") };
}

/** The second of two things, after the passphrase or the recovery code. */
export default async function SecondFactorPage({ params }: { params: Promise<{ locale: string }> }) {
  await requireLocale(params);
  const now = new Date();
  const [proof, locale, t] = await Promise.all([
    currentProof(now),
    getLocale(),
    getTranslations("staff.signIn.second"),
  ]);
  const factors = proof && (await findFactors(proof, now));
  if (!proof || !factors) redirect(`/${locale}/sign-in`);
  if (proof.factor) redirect(`/${locale}/recover/passphrase`);

  const back = <a href={`/${locale}/sign-in`}>{t("back")}</a>;
  return (
    <Entrance heading={t("heading")} lead={t("lead")} footer={back}>
      {factors.passkeys && (
        <PasskeyButton
          mode="sign"
          begin={beginFactorAction}
          finish={finishFactorAction}
          quiet={factors.totp}
          words={{
            button: t("passkey"),
            pending: t("passkeyPending"),
            failed: factors.totp ? t("passkeyFailedApp") : t("passkeyFailed"),
            noScript: t("passkeyNoScript"),
          }}
        />
      )}
      {factors.totp && (
        <AccountForm
          id="second"
          action={proveByCodeAction}
          fields={[{ name: "code", kind: "code", label: t("code"), help: t("codeHelp") }]}
          words={{ button: t("button"), pending: t("pending") }}
        />
      )}
      <details className="lost">
        <summary>{t("lostHeading")}</summary>
        {proof.by === "passphrase" && factors.recovery ? (
          <p>
            {t("lostText")} <a href={`/${locale}/recover/factor`}>{t("lostLink")}</a>
          </p>
        ) : (
          <p>{t("lostBoth")}</p>
        )}
      </details>
    </Entrance>
  );
}
