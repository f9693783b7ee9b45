import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { describe, Field, TextField } from "./field";
import type { SwitchedForm } from "./language-switch";
import { Notice } from "./notice";
import { PublicPage } from "./public-page";

export type MailboxEntryProblem = "wrong" | "tooMany" | "foreign" | "unavailable" | "ended" | "endedByYou";

type MailboxEntryPageProps = {
  locale: Locale;
  t: Translator;
  problem?: MailboxEntryProblem | undefined;
  /** An answer that was being written when the mailbox closed. */
  text?: string | undefined;
  /** Of the form it was written in: sent once more, it stays one letter. */
  nonce?: string | undefined;
  /** What was typed of the code, when only the language changes. */
  receipt?: string | undefined;
  /** Given where nothing has happened yet, so that the page can be found. */
  origin?: string | undefined;
};

/** The one form of either page of the mailbox. */
export const MAILBOX_FORM: SwitchedForm = { id: "mailbox", action: "/mailbox/language", method: "post" };

/** These only say what happened; the others ask for something to be done. */
const CALM: Partial<Record<MailboxEntryProblem, "info" | "done">> = { ended: "info", endedByYou: "done" };

/** The door to the mailbox: one field for the code. */
export function MailboxEntryPage(props: MailboxEntryPageProps) {
  const { locale, t, problem, text, nonce, receipt, origin } = props;
  const title = t("public.mailbox.title");
  const wrong = problem !== undefined && !CALM[problem];
  return (
    <PublicPage
      locale={locale}
      t={t}
      title={wrong ? t("public.errorTitle", { title }) : title}
      path="/mailbox"
      sheet="mailbox"
      origin={origin}
      form={MAILBOX_FORM}
    >
      <h1>{t("public.mailbox.entry.heading")}</h1>
      {problem && problem !== "wrong" && (
        <Notice kind={CALM[problem] ?? "alert"}>
          <p>{t(`public.mailbox.problems.${problem}`)}</p>
        </Notice>
      )}
      <p className="lead">{t("public.mailbox.entry.lead")}</p>
      <form
        id={MAILBOX_FORM.id}
        method="post"
        action={`/${locale}/mailbox/open`}
        acceptCharset="utf-8"
        autoComplete="off"
        noValidate
      >
        <ReceiptField
          t={t}
          value={receipt}
          error={problem === "wrong" ? t("public.mailbox.problems.wrong") : undefined}
        />
        {text !== undefined && <Letter t={t} text={text} nonce={nonce} />}
        <button type="submit" className="button">
          {t("public.mailbox.entry.button")}
        </button>
        <p className="help">{t("public.mailbox.entry.safety")}</p>
      </form>
      <p className="help">{t("public.mailbox.entry.lost")}</p>
    </PublicPage>
  );
}

type LetterProps = { t: Translator; text: string; nonce: string | undefined };

/** A letter that waits for the mailbox to be opened again. */
const Letter = ({ t, text, nonce }: LetterProps) => (
  <>
    {nonce && <input type="hidden" name="nonce" value={nonce} />}
    <TextField
      t={t}
      name="message"
      label={t("public.mailbox.entry.text")}
      help={t("public.mailbox.entry.textHelp")}
      rows={8}
      value={text}
    />
  </>
);

type ReceiptFieldProps = { t: Translator; value: string | undefined; error: string | undefined };

/** Digits of every script, in large type, because they are copied from paper. */
function ReceiptField({ t, value, error }: ReceiptFieldProps) {
  const words = {
    t,
    name: "receipt",
    label: t("public.mailbox.entry.receipt"),
    help: t("public.mailbox.entry.receiptHelp"),
    error,
  };
  return (
    <Field {...words}>
      <input
        {...describe(words)}
        type="text"
        inputMode="numeric"
        dir="ltr"
        className="code-field"
        defaultValue={value}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
      />
    </Field>
  );
}
