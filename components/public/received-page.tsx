import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { Notice } from "./notice";
import { PublicPage } from "./public-page";
import { NextSteps, ReceiptCard } from "./receipt-card";

type ReceivedPageProps = {
  locale: Locale;
  t: Translator;
  siteName: string;
  /** In groups, as people copy it; null when this browser has none to show. */
  receipt: string | null;
  /** The digits one by one, for screen readers that would read the groups as large numbers. */
  receiptSpoken?: string | undefined;
  /** SVG markup made by the server. */
  qrSvg: string | null;
  /** The whole address of the mailbox, for paper, where a link cannot be followed. */
  mailboxUrl?: string | undefined;
  forgotten?: boolean | undefined;
};

/** What a person gets for their message: the code that leads back to it. */
export function ReceivedPage(props: ReceivedPageProps) {
  const { locale, t, receipt, forgotten } = props;
  return (
    <PublicPage
      locale={locale}
      t={t}
      title={t("public.received.title")}
      path="/contact/received"
      sheet="receipt"
      weave={receipt === null}
    >
      {receipt !== null ? (
        <Received {...props} receipt={receipt} />
      ) : forgotten ? (
        <Forgotten {...props} />
      ) : (
        <None {...props} />
      )}
    </PublicPage>
  );
}

function Received({ locale, t, siteName, ...card }: ReceivedPageProps & { receipt: string }) {
  return (
    <>
      <h1 className="screen">{t("public.received.heading")}</h1>
      <ReceiptCard locale={locale} t={t} {...card} />
      <div className="screen">
        <NextSteps t={t} siteName={siteName} />
        <h2>{t("public.received.backHeading")}</h2>
        <p>{t("public.received.backText")}</p>
        <p>
          <a className="button quiet" href={`/${locale}/mailbox`}>
            {t("public.received.backLink")}
          </a>
        </p>
        <p className="help">{t("public.received.lost")}</p>
        <form method="post" action={`/${locale}/contact/received/forget`} className="closing">
          <p id="forget-help">{t("public.received.forgetHelp")}</p>
          <button type="submit" className="button quiet" aria-describedby="forget-help">
            {t("public.received.forget")}
          </button>
        </form>
      </div>
    </>
  );
}

/** Worded for every way of coming here without a code, because the server cannot tell them apart. */
function None({ locale, t }: ReceivedPageProps) {
  return (
    <>
      <h1>{t("public.received.none.heading")}</h1>
      <p>{t("public.received.none.justSent")}</p>
      <p>{t("public.received.none.later")}</p>
      <p>{t("public.received.none.write")}</p>
      <Ways locale={locale} t={t} />
    </>
  );
}

function Forgotten({ locale, t }: ReceivedPageProps) {
  return (
    <>
      <h1>{t("public.received.forgotten.heading")}</h1>
      <p>{t("public.received.forgotten.text")}</p>
      <Notice kind="info">
        <p>{t("public.received.forgotten.history")}</p>
      </Notice>
      <Ways locale={locale} t={t} />
    </>
  );
}

function Ways({ locale, t }: { locale: Locale; t: Translator }) {
  return (
    <p className="ways">
      <a className="button" href={`/${locale}/mailbox`}>
        {t("public.received.backLink")}
      </a>{" "}
      <a className="button quiet" href={`/${locale}/contact`}>
        {t("public.contact.heading")}
      </a>
    </p>
  );
}
