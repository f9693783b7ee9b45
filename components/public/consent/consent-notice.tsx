import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { PersonConsent } from "@/lib/referrals/types";
import { Notice } from "../notice";

type ConsentNoticeProps = { locale: Locale; t: Translator; consents: readonly PersonConsent[] };

/** Above the letters: that a decision is waited for, or the way to what was decided. */
export function ConsentNotice({ locale, t, consents }: ConsentNoticeProps) {
  if (consents.length === 0) return null;
  const href = `/${locale}/mailbox/consent`;
  const open = consents.filter(({ status }) => status === "requested").length;
  if (open === 0) {
    return (
      <p>
        <a href={href}>{t("public.consent.all")}</a>
      </p>
    );
  }
  return (
    <Notice kind="info">
      <p>{t("public.consent.waiting", { count: open, digits: String(open) })}</p>
      <p>
        <a className="button" href={href}>
          {t("public.consent.open")}
        </a>
      </p>
    </Notice>
  );
}
