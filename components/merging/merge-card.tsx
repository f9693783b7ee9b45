import { useLocale, useTranslations } from "next-intl";
import { PersonText } from "@/components/cases/person-text";
import { formatDay, languageName } from "@/components/staff/wording";
import type { MergeSide } from "@/lib/merging/types";
import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";

/** What two cases are compared by: who, how to reach them, and what they wrote first. */
export function MergeCard({ side, heading }: { side: MergeSide; heading: string }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { caseFile, details, letter } = side;
  const { language, createdOn } = caseFile;
  const lines: [string, string | undefined][] = [
    [t("list.received"), formatDay(locale, createdOn)],
    [t("list.language"), languageName(locale, language, COUNSELLING_LANGUAGES[language])],
    [t("case.reach.name"), details.name],
    [t("case.reach.phone"), details.phone],
    [t("case.reach.email"), details.email],
    [t("case.details.postalCode"), details.postalCode],
  ];
  const missing = <span className="muted">{t("case.details.notStated")}</span>;
  return (
    <section className="card">
      <h3>{heading}</h3>
      <dl className="pairs">
        {lines.map(([label, text]) => (
          <div key={label} className="merge-line">
            <dt>{label}</dt>
            <dd>{text ? <bdi>{text}</bdi> : missing}</dd>
          </div>
        ))}
      </dl>
      {(letter?.text ?? details.told) && (
        <PersonText text={letter?.text ?? details.told ?? ""} language={language} />
      )}
    </section>
  );
}
