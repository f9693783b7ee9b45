import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { PersonConsent, SharedField } from "@/lib/referrals/types";
import { Notice } from "../notice";
import { PublicPage } from "../public-page";
import { ConsentCard } from "./consent-card";

export type ConsentProblem = "stands" | "nothingChosen" | "answerMissing" | "tooMany";

type ConsentPageProps = {
  locale: Locale;
  t: Translator;
  siteName: string;
  consents: readonly PersonConsent[];
  done?: "given" | "declined" | "revoked" | undefined;
  problem?: ConsentProblem | undefined;
  /** What was left ticked in which of the questions, when one comes back. */
  ticked?: { id: string; fields: readonly SharedField[] } | undefined;
};

/** What the site asks the person, each with exactly what would be told to whom, and what they answered before. */
export function ConsentPage({ locale, t, siteName, consents, done, problem, ticked }: ConsentPageProps) {
  const title = t("public.mailbox.title");
  return (
    <PublicPage
      locale={locale}
      t={t}
      title={problem ? t("public.errorTitle", { title }) : title}
      path="/mailbox/consent"
      sheet="consent"
    >
      <h1>{t("public.consent.heading")}</h1>
      {done && (
        <Notice kind="done">
          <p>{t(`public.consent.done.${done}`)}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="alert">
          <p>
            {problem === "tooMany"
              ? t("public.mailbox.problems.tooMany")
              : t(`public.consent.problems.${problem}`)}
          </p>
        </Notice>
      )}
      <p className="lead">{t("public.consent.lead", { site: siteName })}</p>
      <p>{t("public.consent.voluntary")}</p>
      <div className="thread-box">
        <Hidden locale={locale} t={t} />
        <div className="letters">
          {consents.length === 0 && <p>{t("public.consent.none")}</p>}
          {inOrder(consents).map((consent) => (
            <ConsentCard
              key={consent.id}
              locale={locale}
              t={t}
              consent={consent}
              ticked={ticked?.id === consent.id ? ticked.fields : undefined}
            />
          ))}
        </div>
      </div>
      <p>
        <a href={`/${locale}/mailbox`}>{t("public.consent.mailbox")}</a>
      </p>
    </PublicPage>
  );
}

/** What waits for an answer comes first, then the newest. */
const inOrder = (consents: readonly PersonConsent[]): PersonConsent[] =>
  consents
    .toReversed()
    .toSorted((a, b) => Number(b.status === "requested") - Number(a.status === "requested"));

/** Stands there in place of the questions once the mailbox has closed itself. */
const Hidden = ({ locale, t }: { locale: Locale; t: Translator }) => (
  <div className="faded">
    <h2>{t("public.mailbox.thread.hiddenHeading")}</h2>
    <p>
      <a href={`/${locale}/mailbox`}>{t("public.mailbox.thread.hiddenLink")}</a>
    </p>
  </div>
);
