import { randomUUID } from "node:crypto";
import { useLocale, useTranslations } from "next-intl";
import { FoldForm } from "@/components/record/fold-form";
import { type Lists, optionsOf } from "@/components/record/vocabulary";
import type { FieldSpec } from "@/components/settings/form-spec";
import { nextStatuses } from "@/lib/cases/rules";
import type { CaseFile } from "@/lib/cases/types";
import { closeAction } from "./actions";

type CloseProps = { caseFile: CaseFile; lists: Lists };

/** Closes a case: what came of it, and why it ends now. Of a closed one, the way to what was said about it. */
export function CloseCase({ caseFile: { id, version, status }, lists }: CloseProps) {
  const t = useTranslations("staff.record");
  const page = `/${useLocale()}/dashboard/cases/${id}`;
  if (status === "closed") {
    return (
      <p>
        <a href={`${page}/record#outcome`}>{t("close.see")}</a>
      </p>
    );
  }
  if (!nextStatuses(status).includes("closed")) return null;
  const fields: FieldSpec[] = [
    {
      kind: "boxes",
      name: "outcomes",
      legend: t("close.outcomes"),
      help: t("close.outcomesHelp"),
      options: optionsOf(lists, "outcome", []),
    },
    { kind: "paragraph", name: "reason", label: t("close.reason"), rows: 3 },
  ];
  const words = {
    summary: t("close.summary"),
    button: t("close.button"),
    pending: t("close.pending"),
    current: t("current"),
    discard: t("discard"),
  };
  return (
    <FoldForm
      id="close"
      action={closeAction}
      // A new id with every page: a double click closes once.
      hidden={{ caseId: id, entry: randomUUID(), version: String(version) }}
      seen={String(version)}
      fields={fields}
      values={{}}
      words={words}
      pageHref={page}
    />
  );
}
