import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { ConsentRequest, PersonConsent, SharedField } from "@/lib/referrals/types";
import { formatDay } from "../dates";
import { ConsentAnswered } from "./consent-answered";
import { ConsentQuestion } from "./consent-question";

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
      {request && status === "requested" && <ConsentQuestion {...props} request={request} />}
      {request && status !== "requested" && <ConsentAnswered {...props} request={request} />}
    </section>
  );
}

function stateOf({ locale, t, consent }: CardProps): string {
  const { status, decidedOn, revokedOn, expiresOn } = consent;
  if (status === "requested") return t("public.consent.states.requested");
  const decided = { given: decidedOn, declined: decidedOn, revoked: revokedOn };
  // The last day on which a question or a yes counts is the same that both of them named while they did.
  const day = status === "expired" || status === "unanswered" ? expiresOn : decided[status];
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
