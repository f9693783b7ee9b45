import { getLocale, getTranslations } from "next-intl/server";
import { AccountForm, type FieldSpec } from "@/components/accounts/account-form";
import { Suggestion } from "@/components/accounts/suggestion";
import { SignOutForm } from "@/components/staff/sign-out-form";
import { signOutAction } from "../../sign-out";
import { joinAction, joinAlsoAction, resetAction } from "./actions";

type StartProps = { token: string; suggestion: string };

/** The first step of a newcomer: the address they sign in with, and a passphrase. */
export async function JoinForm({ token, suggestion }: StartProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("staff")]);
  return (
    <>
      <AccountForm
        id="join"
        action={joinAction}
        hidden={{ token }}
        fields={[
          { name: "email", kind: "email", label: t("signIn.email"), help: t("join.emailHelp") },
          await newPassphrase(),
        ]}
        words={{ button: t("join.button"), pending: t("join.pending") }}
      >
        <Suggestion label={t("account.passphrase.offer")} text={suggestion} />
      </AccountForm>
      <p className="help">
        {t("join.haveAccount")} <a href={`/${locale}/sign-in`}>{t("join.haveAccountLink")}</a>
      </p>
    </>
  );
}

/** A new start for an access that was lost: the address stays. */
export async function ResetForm({ token, suggestion }: StartProps) {
  const t = await getTranslations("staff");
  return (
    <AccountForm
      id="reset"
      action={resetAction}
      hidden={{ token }}
      fields={[await newPassphrase()]}
      words={{ button: t("join.resetButton"), pending: t("join.pending") }}
    >
      <Suggestion label={t("account.passphrase.offer")} text={suggestion} />
    </AccountForm>
  );
}

/** Somebody who works here already joins with the access they have. */
export async function JoinAlsoForm({ token }: { token: string }) {
  const [t, nav] = await Promise.all([getTranslations("staff.join"), getTranslations("staff.nav")]);
  return (
    <>
      <p>{t("alsoText")}</p>
      <AccountForm
        id="also"
        action={joinAlsoAction}
        hidden={{ token }}
        words={{ button: t("alsoButton"), pending: t("pending") }}
      />
      <p className="help">{t("alsoOther")}</p>
      <SignOutForm action={signOutAction} label={nav("signOut")} pending={nav("signingOut")} />
    </>
  );
}

async function newPassphrase(): Promise<FieldSpec> {
  const t = await getTranslations("staff.account.passphrase");
  return { name: "passphrase", kind: "newPassphrase", label: t("label"), help: t("help") };
}
