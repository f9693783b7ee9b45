import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { Weave } from "./weave";

type ReceiptCardProps = {
  locale: Locale;
  t: Translator;
  receipt: string;
  receiptSpoken?: string | undefined;
  qrSvg: string | null;
  mailboxUrl?: string | undefined;
};

/** The code, to be copied, photographed or printed. On paper this card is all there is. */
export function ReceiptCard({ locale, t, receipt, receiptSpoken, qrSvg, mailboxUrl }: ReceiptCardProps) {
  return (
    <section className="receipt">
      <Weave />
      <h2>{t("public.received.codeHeading")}</h2>
      <p>{t("public.received.codeText")}</p>
      <p className="code" id="receipt" data-testid="receipt" dir="ltr" translate="no">
        {receipt}
      </p>
      {receiptSpoken && <p className="unseen">{t("public.received.spoken", { digits: receiptSpoken })}</p>}
      <button
        type="button"
        className="button"
        data-copy="receipt"
        data-copied={t("public.received.copied")}
        aria-live="polite"
        hidden
      >
        {t("public.received.copy")}
      </button>
      {qrSvg && <QrCode t={t} svg={qrSvg} />}
      <p>
        <strong>{t("public.received.secret")}</strong>
      </p>
      <div className="paper">
        <h2>{t("public.received.backHeading")}</h2>
        <p>{t("public.received.backText")}</p>
        <p>
          {t.rich("public.received.backAddress", {
            address: mailboxUrl ?? `/${locale}/mailbox`,
            link: (address) => <bdi dir="ltr">{address}</bdi>,
          })}
        </p>
      </div>
      <p className="help screen">{t("public.received.print")}</p>
    </section>
  );
}

function QrCode({ t, svg }: { t: Translator; svg: string }) {
  return (
    <figure className="qr">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the server from digits alone */}
      <div role="img" aria-label={t("public.received.qr")} dangerouslySetInnerHTML={{ __html: svg }} />
      <figcaption className="help">{t("public.received.qrHint")}</figcaption>
    </figure>
  );
}

export function NextSteps({ t, siteName }: { t: Translator; siteName: string }) {
  return (
    <section>
      <h2>{t("public.received.nextHeading")}</h2>
      <ol className="steps">
        <li>{t("public.received.nextRead", { site: siteName })}</li>
        <li>{t("public.received.nextAnswer")}</li>
        <li>{t("public.received.nextDecide")}</li>
      </ol>
    </section>
  );
}
