import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { PersonConsent, Ticked } from "@/lib/referrals/types";
import type { SwitchedForm } from "../language-switch";
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
  /** What was left ticked in the questions, when they come back; all of it in those that are new. */
  ticked?: Ticked | undefined;
};

/** All questions that wait for an answer, so that another language takes along what was struck out in each. */
const CONSENT_FORM: SwitchedForm = { id: "consent", action: "/mailbox/consent/language", method: "post" };

/** What the site asks the person, each with exactly what would be told to whom, and what they answered before. */
export function ConsentPage(props: ConsentPageProps) {
  const { locale, t, siteName, consents, problem } = props;
  const title = t("public.mailbox.title");
  const isAsked = consents.some(isOpen);
  return (
    <PublicPage
      locale={locale}
      t={t}
      title={problem ? t("public.errorTitle", { title }) : title}
      path="/mailbox/consent"
      sheet="consent"
      form={isAsked ? CONSENT_FORM : undefined}
    >
      <h1>{t("public.consent.heading")}</h1>
      <Outcome {...props} />
      <p className="lead">{t("public.consent.lead", { site: siteName })}</p>
      <p>{t("public.consent.voluntary")}</p>
      <div className="thread-box">
        <Hidden locale={locale} t={t} />
        <div className="letters">
          {consents.length === 0 && <p>{t("public.consent.none")}</p>}
          {isAsked && <QuestionForm locale={locale}>{cards(props, isOpen)}</QuestionForm>}
          {cards(props, (consent) => !isOpen(consent))}
        </div>
      </div>
      <p>
        <a href={`/${locale}/mailbox`}>{t("public.consent.mailbox")}</a>
      </p>
    </PublicPage>
  );
}

const isOpen = ({ status, request }: PersonConsent): boolean => status === "requested" && request !== null;

/** Those of one kind, the newest first. */
const cards = (
  { locale, t, consents, ticked }: ConsentPageProps,
  shown: (consent: PersonConsent) => boolean,
): ReactNode =>
  consents
    .filter(shown)
    .toReversed()
    .map((consent) => (
      <ConsentCard key={consent.id} locale={locale} t={t} consent={consent} ticked={ticked?.[consent.id]} />
    ));

const QuestionForm = ({ locale, children }: { locale: Locale; children: ReactNode }) => (
  <form
    id={CONSENT_FORM.id}
    method="post"
    action={`/${locale}/mailbox/consent/answer`}
    acceptCharset="utf-8"
    autoComplete="off"
    noValidate
  >
    {children}
  </form>
);

/** What the last answer led to, or why it did not count. */
function Outcome({ t, done, problem }: ConsentPageProps) {
  if (problem === "tooMany") return <Alert>{t("public.mailbox.problems.tooMany")}</Alert>;
  if (problem) return <Alert>{t(`public.consent.problems.${problem}`)}</Alert>;
  if (!done) return null;
  return (
    <Notice kind="done">
      <p>{t(`public.consent.done.${done}`)}</p>
    </Notice>
  );
}

const Alert = ({ children }: { children: ReactNode }) => (
  <Notice kind="alert">
    <p>{children}</p>
  </Notice>
);

/** Stands there in place of the questions once the mailbox has closed itself. */
const Hidden = ({ locale, t }: { locale: Locale; t: Translator }) => (
  <div className="faded">
    <h2>{t("public.mailbox.thread.hiddenHeading")}</h2>
    <p>
      <a href={`/${locale}/mailbox`}>{t("public.mailbox.thread.hiddenLink")}</a>
    </p>
  </div>
);
