import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { ownAnswerOf } from "@/lib/referrals/schema";
import type { ConsentRequest, PersonConsent, SharedText } from "@/lib/referrals/types";
import { formatDay } from "../dates";
import { FieldText } from "./field-text";

type AnsweredProps = { locale: Locale; t: Translator; consent: PersonConsent; request: ConsentRequest };

/** What became of a question: what may or might be told, whether it was, and the way to take a yes back. */
export function ConsentAnswered(props: AnsweredProps) {
  const { locale, t, consent } = props;
  const { status, sentOn, expiresOn, thread } = consent;
  // What was sent before the time was over can still be asked back.
  const hasBack = status === "given" || (status === "expired" && sentOn !== null);
  return (
    <>
      <p>
        {sentOn ? t("public.consent.sent", { day: formatDay(locale, sentOn) }) : t("public.consent.notSent")}
      </p>
      <Chosen {...props} />
      {thread && <ThreadForm {...props} />}
      {status === "given" && <p>{t("public.consent.holds", { day: formatDay(locale, expiresOn) })}</p>}
      {hasBack && <BackForm {...props} />}
    </>
  );
}

/** What was left in and what was struck out; nothing where there was no yes. */
function Chosen({ t, consent: { status, chosen }, request }: AnsweredProps) {
  const kept = request.fields.filter(({ field }) => chosen?.includes(field));
  const struck = request.fields.filter(({ field }) => !chosen?.includes(field));
  if (kept.length === 0) return null;
  return (
    <>
      <h3>{status === "given" ? t("public.consent.kept") : t("public.consent.keptBefore")}</h3>
      <ul>
        {kept.map(({ field, text }) => (
          <li key={field}>
            <FieldText t={t} field={field} text={text} />
          </li>
        ))}
      </ul>
      {struck.length > 0 && <Struck t={t} fields={struck} />}
    </>
  );
}

const Struck = ({ t, fields }: { t: Translator; fields: readonly SharedText[] }) => (
  <>
    <h3>{t("public.consent.struck")}</h3>
    <ul>
      {fields.map(({ field }) => (
        <li key={field}>{t(`public.consent.names.${field}`)}</li>
      ))}
    </ul>
  </>
);

const ThreadForm = ({ locale, t, consent: { id }, request }: AnsweredProps) => (
  <form method="post" action={`/${locale}/mailbox/thread`} acceptCharset="utf-8">
    <input type="hidden" name="consent" value={id} />
    <p id={`thread-${id}`}>{t("public.consent.threadHelp")}</p>
    <button type="submit" className="button" aria-describedby={`thread-${id}`}>
      {t("public.consent.thread", { site: request.recipient.name })}
    </button>
  </form>
);

const BackForm = ({ locale, t, consent: { id } }: AnsweredProps) => (
  <form method="post" action={`/${locale}/mailbox/consent/answer`} acceptCharset="utf-8">
    <p id={`back-${id}`}>{t("public.consent.backHelp")}</p>
    <button
      type="submit"
      className="button quiet"
      name="answer"
      value={ownAnswerOf(id, "revoked")}
      aria-describedby={`back-${id}`}
    >
      {t("public.consent.back")}
    </button>
  </form>
);
