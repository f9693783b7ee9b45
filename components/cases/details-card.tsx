import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { languageName } from "@/components/staff/wording";
import type { CaseFile } from "@/lib/cases/types";
import type { EnquiryDetails } from "@/lib/intake/types";
import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { PersonText } from "./person-text";

type DetailsProps = {
  caseFile: CaseFile;
  current: EnquiryDetails /** What the person had said before. */;
  earlier: EnquiryDetails[];
};

/** What else the person said, and what they had said before they changed it. */
export function DetailsCard({ caseFile, current, earlier }: DetailsProps) {
  const t = useTranslations("staff.case.details");
  return (
    <section className="card" aria-labelledby="details-heading">
      <h2 id="details-heading">{t("heading")}</h2>
      <DetailPairs details={current} />
      {earlier.length > 0 && (
        <details className="more">
          <summary>{t("earlier")}</summary>
          {earlier.map((details, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sets of details have no name and never change places
            <div key={index} className="earlier">
              <DetailPairs details={details} />
              <EarlierContact details={details} language={caseFile.language} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

function DetailPairs({ details: { wish, relation, postalCode, consent } }: { details: EnquiryDetails }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const missing = <span className="muted">{t("case.details.notStated")}</span>;
  return (
    <dl className="pairs">
      <Pair label={t("case.details.wish")}>{wish ? t(`wish.${wish}`) : missing}</Pair>
      <Pair label={t("case.details.relation")}>{relation ? t(`relation.${relation}`) : missing}</Pair>
      <Pair label={t("case.details.postalCode")}>{postalCode ?? missing}</Pair>
      <Pair label={t("case.details.consentRead")}>
        {languageName(locale, consent.language, COUNSELLING_LANGUAGES[consent.language])}
      </Pair>
    </dl>
  );
}

function EarlierContact({ details, language }: { details: EnquiryDetails; language: string }) {
  const t = useTranslations("staff.case");
  const lines: [string, string | undefined][] = [
    [t("reach.name"), details.name],
    [t("reach.phone"), details.phone],
    [t("reach.email"), details.email],
    [t("details.safeContact"), details.safeContact],
    [t("reach.setting"), details.setting],
  ];
  return (
    <dl className="pairs">
      {lines.map(
        ([label, text]) =>
          text && (
            <Pair key={label} label={label}>
              <PersonText text={text} language={language} />
            </Pair>
          ),
      )}
    </dl>
  );
}

function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
