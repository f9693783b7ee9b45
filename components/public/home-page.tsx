import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { DangerLine } from "./danger-line";
import { About, Principles, Promises, Ways } from "./home/about";
import { HelpLines } from "./home/help-lines";
import { Questions } from "./home/questions";
import { Icon } from "./icons";
import { PublicPage } from "./public-page";

type HomePageProps = { locale: Locale; t: Translator; origin: string };

const FACTS = ["free", "confidential", "anonymous"] as const;
const EXAMPLES = ["housing", "authorities", "work", "police", "street"] as const;
const STEPS = ["write", "code", "answer"] as const;

/** Who this is for, what it costs, and the ways in; then what people want to know before they take one. */
export function HomePage({ locale, t, origin }: HomePageProps) {
  return (
    <PublicPage locale={locale} t={t} title={t("public.home.title")} path="" sheet="home" origin={origin}>
      <h1>{t("public.home.heading")}</h1>
      <p className="lead">{t("public.home.lead")}</p>
      <ul className="facts" aria-label={t("public.home.facts.label")}>
        {FACTS.map((fact) => (
          <li key={fact}>
            <Icon name="done" />
            {t(`public.home.facts.${fact}`)}
          </li>
        ))}
      </ul>
      <Actions locale={locale} t={t} />
      <DangerLine t={t} />
      <Examples t={t} />
      <About t={t} />
      <Steps t={t} />
      <Ways t={t} />
      <Promises locale={locale} t={t} />
      <Principles t={t} />
      <Questions t={t} />
      <HelpLines t={t} />
    </PublicPage>
  );
}

function Actions({ locale, t }: { locale: Locale; t: Translator }) {
  return (
    <>
      <div className="doors">
        <a className="door door-open" href={`/${locale}/contact`}>
          <strong>{t("public.home.actions.write")}</strong>
          <span>{t("public.home.actions.writeHint")}</span>
        </a>
        <a className="door" href={`/${locale}/locations`}>
          <strong>{t("public.home.actions.find")}</strong>
          <span>{t("public.home.actions.findHint")}</span>
        </a>
      </div>
      <p>
        <a href={`/${locale}/mailbox`}>{t("public.home.actions.mailbox")}</a>{" "}
        <span className="help">{t("public.home.actions.mailboxHint")}</span>
      </p>
    </>
  );
}

function Examples({ t }: { t: Translator }) {
  return (
    <section>
      <h2>{t("public.home.examples.heading")}</h2>
      <ul className="examples">
        {EXAMPLES.map((example) => (
          <li key={example}>{t(`public.home.examples.${example}`)}</li>
        ))}
      </ul>
      <p className="unsure">{t("public.home.examples.unsure")}</p>
    </section>
  );
}

function Steps({ t }: { t: Translator }) {
  return (
    <section>
      <h2>{t("public.home.steps.heading")}</h2>
      <ol className="steps">
        {STEPS.map((step) => (
          <li key={step}>
            <h3>{t(`public.home.steps.${step}`)}</h3>
            <p>{t(`public.home.steps.${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
