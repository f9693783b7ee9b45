import { getTranslations } from "next-intl/server";
import { PasskeyButton } from "@/components/accounts/passkey-button";
import { TotpForm } from "@/components/accounts/totp-form";
import { beginTotp } from "@/lib/accounts/commands";
import type { Staff } from "@/lib/auth/queries";
import { confirmTotpAction } from "./actions";
import { beginPasskeyAction, finishPasskeyAction, finishUnlockAction } from "./passkey-actions";

/** Sets an authenticator app up, with a fresh secret for every page. */
export async function TotpSetup({ staff }: { staff: Staff }) {
  const t = await getTranslations("staff.account.factors");
  return (
    <TotpForm
      action={confirmTotpAction}
      setup={beginTotp(staff, new Date())}
      words={{
        scan: t("scan"),
        qr: t("qr"),
        typed: t("typed"),
        open: t("open"),
        code: t("code"),
        codeHelp: t("codeHelp"),
        button: t("totpButton"),
        pending: t("pending"),
      }}
    />
  );
}

export async function NewPasskey({ quiet = false }: { quiet?: boolean }) {
  const t = await getTranslations("staff.account.factors");
  return (
    <PasskeyButton
      mode="register"
      begin={beginPasskeyAction}
      finish={finishPasskeyAction}
      unlock={finishUnlockAction}
      quiet={quiet}
      words={{
        button: t("passkeyButton"),
        pending: t("passkeyPending"),
        failed: t("passkeyFailed"),
        noScript: t("passkeyNoScript"),
      }}
    />
  );
}

/** The choice between the two, for somebody who has neither. */
export async function FactorChoice({ staff }: { staff: Staff }) {
  const t = await getTranslations("staff.account.factors");
  return (
    <>
      <p>{t("why")}</p>
      <section className="stack">
        <h3>{t("passkeyHeading")}</h3>
        <p className="muted">{t("passkeyText")}</p>
        <NewPasskey />
      </section>
      <section className="stack">
        <h3>{t("totpHeading")}</h3>
        <p className="muted">{t("totpText")}</p>
        <TotpSetup staff={staff} />
      </section>
    </>
  );
}
