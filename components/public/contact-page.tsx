import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { ContactErrors, ContactForm } from "@/lib/intake/schema";
import type { PublicSite } from "@/lib/sites/types";
import { ReachStep } from "./contact/reach-step";
import { SendStep } from "./contact/send-step";
import { WhatStep } from "./contact/what-step";
import { WhoStep } from "./contact/who-step";
import { WishesStep } from "./contact/wishes-step";
import { DangerLine } from "./danger-line";
import { ErrorSummary } from "./error-summary";
import type { SwitchedForm } from "./language-switch";
import { Notice } from "./notice";
import { PublicPage } from "./public-page";

export type ContactProblem = "expired" | "tooMany" | "foreign" | "unavailable" | "tooLarge";

type ContactPageProps = {
  locale: Locale;
  t: Translator;
  sites: PublicSite[];
  /** As it was typed: nothing a person wrote is lost on the way back. */
  form: ContactForm;
  errors: ContactErrors;
  problem?: ContactProblem | undefined;
  nonce: string;
  /** Given where nothing has been typed yet, so that the form can be found. */
  origin?: string | undefined;
};

const SWITCHED: SwitchedForm = { id: "contact", action: "/contact/language", method: "post" };

/** The form in which a person tells a site what happened. All on one page, under headings. */
export function ContactPage(props: ContactPageProps) {
  const { locale, t, sites, form, errors, problem, nonce, origin } = props;
  const wrong = Object.keys(errors).length > 0 || problem !== undefined;
  const title = t("public.contact.title");
  const path = form.site ? `/contact?site=${encodeURIComponent(form.site)}` : "/contact";
  return (
    <PublicPage
      locale={locale}
      t={t}
      title={wrong ? t("public.errorTitle", { title }) : title}
      path={path}
      sheet="contact"
      origin={origin}
      form={SWITCHED}
    >
      <h1>{t("public.contact.heading")}</h1>
      {problem && (
        <Notice kind="alert">
          <p>{t(`public.contact.problems.${problem}`)}</p>
        </Notice>
      )}
      <ErrorSummary t={t} errors={errors} />
      <p className="lead">{t("public.contact.lead")}</p>
      <DangerLine t={t} />
      <WhoReads t={t} />
      <form
        id={SWITCHED.id}
        method="post"
        action={`/${locale}/contact/submit`}
        acceptCharset="utf-8"
        autoComplete="off"
        noValidate
      >
        <input type="hidden" name="nonce" value={nonce} />
        <WhatStep t={t} form={form} errors={errors} />
        <WhoStep locale={locale} t={t} form={form} errors={errors} sites={sites} />
        <ReachStep t={t} form={form} errors={errors} />
        <WishesStep t={t} form={form} errors={errors} />
        <SendStep t={t} form={form} />
      </form>
    </PublicPage>
  );
}

/** The promise and its limits, before anything is typed. */
function WhoReads({ t }: { t: Translator }) {
  return (
    <section className="promise">
      <h2>{t("public.contact.privacy.heading")}</h2>
      <p>{t("public.contact.privacy.text")}</p>
      <details>
        <summary>{t("public.contact.privacy.limitsHeading")}</summary>
        <p>{t("public.contact.privacy.limitsServer")}</p>
        <p>{t("public.contact.privacy.limitsDevice")}</p>
      </details>
    </section>
  );
}
