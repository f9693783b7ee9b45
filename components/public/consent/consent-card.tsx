import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { ConsentRequest, PersonConsent, SharedField, SharedText } from "@/lib/referrals/types";
import { formatDay } from "../dates";

type CardProps = {
  locale: Locale;
  t: Translator;
  consent: PersonConsent;
  ticked?: readonly SharedField[] | undefined;
};

/** One question: who would get what for what, and the answer to it, or the means to give one. */
export function ConsentCard(props: CardProps) {
  const { t, consent } = props;
  const { id, request, status } = consent;
  return (
    <section className="letter" aria-labelledby={`state-${id}`}>
      <h2 id={`state-${id}`}>{stateOf(props)}</h2>
      {request === null && <p>{t("public.consent.unreadable")}</p>}
      {request && <Recipient t={t} request={request} />}
      {request && status === "requested" && <Question {...props} request={request} />}
      {request && status !== "requested" && <Answered {...props} request={request} />}
    </section>
  );
}

function stateOf({ locale, t, consent }: CardProps): string {
  const { status, decidedOn, revokedOn, expiresOn } = consent;
  if (status === "requested") return t("public.consent.states.requested");
  const day = status === "revoked" ? revokedOn : status === "expired" ? expiresOn : decidedOn;
  return t(`public.consent.states.${status}`, { day: formatDay(locale, day ?? expiresOn) });
}

/** In the words of the counsellor, whatever the language of the page. */
const Recipient = ({ t, request: { recipient, purpose } }: { t: Translator; request: ConsentRequest }) => (
  <dl>
    <div>
      <dt>{t("public.consent.recipient")}</dt>
      <dd className="words" dir="auto">
        {[recipient.name, recipient.contact].filter(Boolean).join("\n")}
      </dd>
    </div>
    <div>
      <dt>{t("public.consent.purpose")}</dt>
      <dd className="words" dir="auto">
        {purpose}
      </dd>
    </div>
  </dl>
);

function Question({ locale, t, consent, request, ticked }: CardProps & { request: ConsentRequest }) {
  const { id, expiresOn } = consent;
  return (
    <form
      method="post"
      action={`/${locale}/mailbox/consent/answer`}
      acceptCharset="utf-8"
      autoComplete="off"
      noValidate
    >
      <input type="hidden" name="consent" value={id} />
      <fieldset className="field" aria-describedby={`help-${id}`}>
        <legend>
          <strong>{t("public.consent.fields")}</strong>
        </legend>
        <p className="help" id={`help-${id}`}>
          {t("public.consent.fieldsHelp")}
        </p>
        <div className="cards">
          {request.fields.map(({ field, text }) => (
            <label key={field} className="card">
              <input
                type="checkbox"
                name={`share-${field}`}
                value="yes"
                defaultChecked={!ticked || ticked.includes(field)}
                autoComplete="off"
              />
              <FieldText t={t} field={field} text={text} />
            </label>
          ))}
        </div>
      </fieldset>
      <p>{t("public.consent.until", { day: formatDay(locale, expiresOn) })}</p>
      {request.toSite && <p>{t("public.consent.toSite", { site: request.recipient.name })}</p>}
      <div className="answers">
        <button type="submit" className="button" name="answer" value="given">
          {t("public.consent.yes")}
        </button>
        <button type="submit" className="button quiet" name="answer" value="declined">
          {t("public.consent.no")}
        </button>
      </div>
    </form>
  );
}

const FieldText = ({ t, field, text }: { t: Translator } & SharedText) => (
  <span>
    <strong>{t(`public.consent.names.${field}`)}</strong>
    <span className="words shared-words" dir="auto">
      {text}
    </span>
  </span>
);

function Answered({ locale, t, consent, request }: CardProps & { request: ConsentRequest }) {
  const { id, status, sentOn, chosen, thread } = consent;
  const kept = request.fields.filter(({ field }) => chosen?.includes(field));
  const struck = request.fields.filter(({ field }) => !chosen?.includes(field));
  return (
    <>
      <p>
        {sentOn ? t("public.consent.sent", { day: formatDay(locale, sentOn) }) : t("public.consent.notSent")}
      </p>
      {kept.length > 0 && <Texts t={t} heading={t("public.consent.kept")} texts={kept} />}
      {kept.length > 0 && struck.length > 0 && (
        <p>
          <strong>{t("public.consent.struck")}: </strong>
          {struck.map(({ field }) => t(`public.consent.names.${field}`)).join(", ")}
        </p>
      )}
      {thread && (
        <form method="post" action={`/${locale}/mailbox/thread`} acceptCharset="utf-8">
          <input type="hidden" name="consent" value={id} />
          <p id={`thread-${id}`}>{t("public.consent.threadHelp")}</p>
          <button type="submit" className="button" aria-describedby={`thread-${id}`}>
            {t("public.consent.thread", { site: request.recipient.name })}
          </button>
        </form>
      )}
      {status === "given" && (
        <form method="post" action={`/${locale}/mailbox/consent/answer`} acceptCharset="utf-8">
          <input type="hidden" name="consent" value={id} />
          <p id={`back-${id}`}>{t("public.consent.backHelp")}</p>
          <button
            type="submit"
            className="button quiet"
            name="answer"
            value="revoked"
            aria-describedby={`back-${id}`}
          >
            {t("public.consent.back")}
          </button>
        </form>
      )}
    </>
  );
}

const Texts = ({ t, heading, texts }: { t: Translator; heading: string; texts: readonly SharedText[] }) => (
  <>
    <h3>{heading}</h3>
    <ul>
      {texts.map(({ field, text }) => (
        <li key={field}>
          <FieldText t={t} field={field} text={text} />
        </li>
      ))}
    </ul>
  </>
);
