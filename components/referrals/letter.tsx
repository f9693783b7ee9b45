import { useTranslations } from "next-intl";
import { PrintButton } from "@/components/accounts/print-button";
import type { Saying } from "@/components/settings/form-spec";

type LetterProps = {
  /** Name and address, line by line. */
  recipient: string;
  site: string;
  day: string;
  words: Readonly<Record<"subject" | "intro" | "close", string>>;
  sayings: readonly Saying[];
};

/**
 * What may be sent, as a sheet to print and as text to copy: nothing stands here that the person did not allow. The
 * letter is German in every language of the dashboard; only what is around it is in the reader's.
 */
export function ReferralLetter({ recipient, site, day, words, sayings }: LetterProps) {
  const t = useTranslations("staff.referrals.letter");
  const { subject, intro, close } = words;
  const lines = sayings.map(({ label, text }) => `${label}: ${text}`);
  const plain = [recipient, day, subject, intro, lines.join("\n"), close, site].join("\n\n");
  return (
    <>
      <article className="card referral-sheet" aria-label={t("title")}>
        <div lang="de" dir="ltr">
          <p className="words">{recipient}</p>
          <p>{day}</p>
          <h2>{subject}</h2>
          <p>{intro}</p>
          <dl>
            {sayings.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="words" dir="auto">
                  {text}
                </dd>
              </div>
            ))}
          </dl>
          <p>{close}</p>
          <p>{site}</p>
        </div>
      </article>
      <div className="letter-tools">
        <PrintButton label={t("print")} />
        <label htmlFor="letter-copy">{t("copy")}</label>
        <textarea id="letter-copy" rows={12} readOnly defaultValue={plain} lang="de" dir="ltr" />
      </div>
    </>
  );
}
