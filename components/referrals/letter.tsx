import { useTranslations } from "next-intl";
import { PrintButton } from "@/components/accounts/print-button";
import type { Saying } from "@/components/settings/form-spec";

type LetterProps = {
  /** Name and address, line by line. */
  recipient: string;
  site: string;
  day: string;
  purpose: string;
  until: string;
  sayings: readonly Saying[];
};

/** What may be sent, as a sheet to print and as text to copy: nothing stands here that the person did not allow. */
export function ReferralLetter({ recipient, site, day, purpose, until, sayings }: LetterProps) {
  const t = useTranslations("staff.referrals.letter");
  const [intro, close, subject] = [
    t("intro", { purpose }),
    t("close", { day: until }),
    t("subject", { purpose }),
  ];
  const lines = sayings.map(({ label, text }) => `${label}: ${text}`);
  const plain = [recipient, day, subject, intro, lines.join("\n"), close, site].join("\n\n");
  return (
    <>
      <article className="card referral-sheet" aria-label={t("title")}>
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
      </article>
      <div className="letter-tools">
        <PrintButton label={t("print")} />
        <label htmlFor="letter-copy">{t("copy")}</label>
        <textarea id="letter-copy" rows={12} readOnly defaultValue={plain} dir="auto" />
      </div>
    </>
  );
}
