import { getLocale, getTranslations } from "next-intl/server";
import { RecoveryForm } from "@/components/accounts/recovery-form";
import { env } from "@/lib/env";
import { confirmRecoveryCodeAction, makeRecoveryCodeAction } from "./actions";

/** Makes, prints and confirms the recovery code. */
export async function RecoveryCode({ again = false }: { again?: boolean }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("staff.account.recovery")]);
  return (
    <RecoveryForm
      make={makeRecoveryCodeAction}
      confirm={confirmRecoveryCodeAction}
      words={{
        make: again ? t("makeAgain") : t("make"),
        making: t("making"),
        sheetHeading: t("sheetHeading"),
        sheetText: t("sheetText"),
        sheetAddress: t("sheetAddress"),
        address: `${env().PUBLIC_ORIGIN}/${locale}/recover`,
        print: t("print"),
        confirmText: t("confirmText"),
        lastGroup: t("lastGroup"),
        lastGroupHelp: t("lastGroupHelp"),
        confirm: t("confirm"),
        confirming: t("confirming"),
      }}
    />
  );
}
