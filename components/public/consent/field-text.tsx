import type { Translator } from "@/lib/i18n/translator";
import type { SharedText } from "@/lib/referrals/types";

/** What one thing is called, and the very words in which it is told. */
export const FieldText = ({ t, field, text }: { t: Translator } & SharedText) => (
  <span>
    <strong>{t(`public.consent.names.${field}`)}</strong>
    <span className="words shared-words" dir="auto">
      {text}
    </span>
  </span>
);
