import { useLocale, useTranslations } from "next-intl";
import type { FieldSpec, Saying, SettingsState } from "@/components/settings/form-spec";
import { Sayings } from "@/components/settings/sayings";
import type { FormAction } from "@/components/staff/form-state";
import { formatMoment, isolate } from "@/components/staff/wording";
import type { RecordPart, Written } from "@/lib/record/types";
import { FoldForm } from "./fold-form";

type PartCardProps = {
  part: RecordPart;
  caseId: string;
  sayings: Saying[];
  written: (Written & { name: string | undefined }) | null;
  version: number;
  action: FormAction<SettingsState>;
  fields: FieldSpec[];
  values: Record<string, string>;
  pageHref: string;
};

/** One part of the record: what is known, and the form that changes it. */
export function PartCard({ part, caseId, sayings, written, version, pageHref, ...form }: PartCardProps) {
  const t = useTranslations("staff.record");
  const locale = useLocale();
  const words = {
    summary: sayings.length > 0 ? t("edit") : t("fill"),
    button: t("save"),
    pending: t("saving"),
    current: t("current"),
    discard: t("discard"),
  };
  return (
    <section className="card record-card" id={part} aria-labelledby={`${part}-heading`}>
      <h2 id={`${part}-heading`}>{t(`parts.${part}`)}</h2>
      {sayings.length > 0 ? <Sayings sayings={sayings} /> : <p className="help">{t("empty")}</p>}
      {written && (
        <p className="help">
          {t("savedBy", {
            name: isolate(written.name ?? t("unknown")),
            at: formatMoment(locale, written.at),
          })}
        </p>
      )}
      <FoldForm
        id={`form-${part}`}
        hidden={{ caseId, part }}
        seen={String(version)}
        words={words}
        pageHref={pageHref}
        {...form}
      />
    </section>
  );
}
