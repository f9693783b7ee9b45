import { useLocale, useTranslations } from "next-intl";
import { formatMoment, isolate } from "@/components/staff/wording";
import type { CaseDocument } from "@/lib/documents/types";

type ListProps = { documents: CaseDocument[]; names: Record<string, string>; page: string };

/** The letters that were saved in a case. */
export function DocumentList({ documents, names, page }: ListProps) {
  const t = useTranslations("staff.documents");
  const locale = useLocale();
  return (
    <section className="card stack" aria-labelledby="documents-heading">
      <h2 id="documents-heading">{t("title")}</h2>
      {documents.length === 0 && <p className="help">{t("none")}</p>}
      <ul className="document-list">
        {documents.map(({ id, title, text, account, at }) => (
          <li key={id}>
            {text === null ? (
              <span className="muted">{t("unreadable")}</span>
            ) : (
              <>
                <a href={`${page}/${id}`}>
                  <bdi>{title}</bdi>
                </a>
                <span className="help">
                  {t("savedBy", {
                    name: isolate(names[account] ?? t("unknown")),
                    at: formatMoment(locale, at),
                  })}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
