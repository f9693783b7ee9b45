import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { MAX_MESSAGE } from "@/lib/intake/schema";
import type { Thread } from "@/lib/mailbox/types";
import type { PersonConsent } from "@/lib/referrals/types";
import { ConsentNotice } from "./consent/consent-notice";
import { formatDay } from "./dates";
import { TextField } from "./field";
import { Letters } from "./letters";
import { MAILBOX_FORM } from "./mailbox-entry-page";
import { Notice } from "./notice";
import { PublicPage } from "./public-page";

type MailboxPageProps = {
  locale: Locale;
  t: Translator;
  siteName: string;
  thread: Thread;
  /** What the person is and was asked to agree to. */
  consents: readonly PersonConsent[];
  /** Makes sending this form twice the same as sending it once. */
  nonce: string;
  sent?: boolean | undefined;
  draft?: string | undefined;
  error?: "messageEmpty" | "messageTooLong" | undefined;
  problem?: "tooMany" | "unavailable" | "foreign" | undefined;
};

/** Where the case stands, what was written, and room to write back. */
export function MailboxPage(props: MailboxPageProps) {
  const { locale, t, siteName, thread, consents, sent, error, problem } = props;
  const title = t("public.mailbox.title");
  return (
    <PublicPage
      locale={locale}
      t={t}
      title={error || problem ? t("public.errorTitle", { title }) : title}
      path="/mailbox"
      sheet="mailbox"
      form={MAILBOX_FORM}
    >
      <h1>{t("public.mailbox.thread.heading", { site: siteName })}</h1>
      {sent && (
        <Notice kind="done">
          <p>{t("public.mailbox.thread.sent")}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="alert">
          <p>{t(`public.mailbox.problems.${problem}`)}</p>
        </Notice>
      )}
      {error && <ErrorLink t={t} error={error} />}
      <ConsentNotice locale={locale} t={t} consents={consents} />
      <section className="status">
        <h2>{t("public.mailbox.thread.statusHeading")}</h2>
        <p>{t(`public.mailbox.statuses.${thread.status}`)}</p>
        <p className="help">
          {t("public.mailbox.thread.since", { day: formatDay(locale, thread.createdOn) })}
        </p>
      </section>
      <Letters locale={locale} t={t} siteName={siteName} letters={thread.letters} />
      <WriteForm {...props} />
      <CloseForm locale={locale} t={t} />
    </PublicPage>
  );
}

const ErrorLink = ({ t, error }: { t: Translator; error: "messageEmpty" | "messageTooLong" }) => (
  <Notice kind="alert">
    <p>
      <a href="#message">{t(`public.mailbox.errors.${error}`)}</a>
    </p>
  </Notice>
);

function WriteForm({ locale, t, nonce, draft = "", error }: MailboxPageProps) {
  return (
    <form
      id={MAILBOX_FORM.id}
      method="post"
      action={`/${locale}/mailbox/write`}
      acceptCharset="utf-8"
      autoComplete="off"
      noValidate
    >
      <input type="hidden" name="nonce" value={nonce} />
      <TextField
        t={t}
        name="message"
        label={t("public.mailbox.thread.write")}
        help={t("public.mailbox.thread.writeHelp")}
        error={error && t(`public.mailbox.errors.${error}`)}
        rows={7}
        limit={MAX_MESSAGE}
        value={draft}
      />
      <button type="submit" className="button">
        {t("public.mailbox.thread.send")}
      </button>
    </form>
  );
}

function CloseForm({ locale, t }: { locale: Locale; t: Translator }) {
  return (
    <form method="post" action={`/${locale}/mailbox/close`} className="closing">
      <p id="close-help">{t("public.mailbox.thread.closeHelp")}</p>
      <button type="submit" className="button quiet" aria-describedby="close-help">
        {t("public.mailbox.thread.close")}
      </button>
    </form>
  );
}
