import { getLocale, getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/accounts/account-form";
import { PasskeyButton } from "@/components/accounts/passkey-button";
import { Suggestion } from "@/components/accounts/suggestion";
import { formatDay } from "@/components/staff/wording";
import { suggestPassphrase } from "@/lib/accounts/rules";
import type { Access, OwnPasskey } from "@/lib/accounts/types";
import type { Staff } from "@/lib/auth/queries";
import { changePassphraseAction, removePasskeyAction } from "./actions";
import { NewPasskey, TotpSetup } from "./factors";
import { beginUnlockAction, finishUnlockAction } from "./passkey-actions";
import { RecoveryCode } from "./recovery";

export async function PassphraseCard() {
  const t = await getTranslations("staff.account.passphrase");
  return (
    <section className="card">
      <h2>{t("heading")}</h2>
      <details>
        <summary>{t("change")}</summary>
        <AccountForm
          id="change"
          action={changePassphraseAction}
          fields={[
            { name: "current", kind: "passphrase", label: t("current") },
            { name: "passphrase", kind: "newPassphrase", label: t("new"), help: t("help") },
          ]}
          words={{ button: t("button"), pending: t("pending") }}
        >
          <p className="muted">{t("ends")}</p>
          <Suggestion label={t("offer")} text={suggestPassphrase()} />
        </AccountForm>
      </details>
    </section>
  );
}

export async function FactorsCard({ staff, access }: { staff: Staff; access: Access }) {
  const t = await getTranslations("staff.account.factors");
  return (
    <section className="card">
      <h2>{t("heading")}</h2>
      <p>{access.hasTotp ? t("totpOn") : t("totpOff")}</p>
      <details>
        <summary>{access.hasTotp ? t("totpAgain") : t("totpHeading")}</summary>
        <TotpSetup staff={staff} />
      </details>
      {access.passkeys.length > 0 && (
        <ul className="own-list">
          {access.passkeys.map((passkey) => (
            <PasskeyLine key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <NewPasskey quiet />
    </section>
  );
}

async function PasskeyLine({ passkey: { id, device, unlocks, createdOn, usedOn } }: { passkey: OwnPasskey }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("staff.account")]);
  return (
    <li>
      <div>
        <p className="strong">{t("factors.passkey", { device: t(`device.${device}`) })}</p>
        <p className="help">
          {t("factors.made", { day: formatDay(locale, createdOn) })}{" "}
          {usedOn ? t("factors.usedOn", { day: formatDay(locale, usedOn) }) : t("factors.unused")}{" "}
          {unlocks && t("factors.unlocks")}
        </p>
      </div>
      {!unlocks && (
        <PasskeyButton
          mode="unlock"
          begin={beginUnlockAction}
          finish={finishUnlockAction}
          hidden={{ id }}
          quiet
          words={{
            button: t("factors.unlockButton"),
            pending: t("factors.pending"),
            failed: t("factors.passkeyFailed"),
          }}
        />
      )}
      <AccountForm
        id={`remove-${id}`}
        action={removePasskeyAction}
        hidden={{ id }}
        words={{ button: t("factors.remove"), pending: t("factors.removing") }}
        quiet
      />
    </li>
  );
}

export async function RecoveryCard() {
  const t = await getTranslations("staff.account.recovery");
  return (
    <section className="card">
      <h2>{t("heading")}</h2>
      <p>{t("confirmed")}</p>
      <details>
        <summary>{t("again")}</summary>
        <p className="muted">{t("againText")}</p>
        <RecoveryCode again />
      </details>
    </section>
  );
}
