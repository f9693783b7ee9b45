import { randomUUID } from "node:crypto";
import { useLocale, useTranslations } from "next-intl";
import { languageWords } from "@/components/cases/case-header";
import { ChoiceForm } from "@/components/cases/choice-form";
import { PressForm } from "@/components/cases/press-form";
import { TextForm } from "@/components/cases/text-form";
import { isolate } from "@/components/staff/wording";
import { nextStatuses } from "@/lib/cases/rules";
import type { CaseFile, Colleague } from "@/lib/cases/types";
import { answerAction, assignAction, changeStatusAction, markReadAction, noteAction } from "./actions";

type CaseProps = { caseFile: CaseFile };

export function Answer({ caseFile: { id, letters, language, hasMailbox } }: CaseProps) {
  const t = useTranslations("staff.case.answer");
  const locale = useLocale();
  const words = {
    label: t("label"),
    help: t("help", { language: languageWords(locale, language) }),
    button: t("button"),
    pending: t("pending"),
  };
  const hidden = { caseId: id, lastSeq: String(letters.at(-1)?.seq ?? 0) };
  return (
    <section className="card" id="answer-section" aria-labelledby="answer-heading">
      <h2 id="answer-heading">{t("heading")}</h2>
      {hasMailbox ? (
        <TextForm
          id="answer"
          action={answerAction}
          hidden={hidden}
          words={words}
          rows={8}
          page={`/${locale}/dashboard/cases/${id}`}
        />
      ) : (
        <p>{t("none")}</p>
      )}
    </section>
  );
}

export function NewNote({ caseFile: { id } }: CaseProps) {
  const t = useTranslations("staff.case.notes");
  const locale = useLocale();
  const words = { label: t("label"), button: t("button"), pending: t("pending") };
  // A new id with every page: the same form sent twice stays one note.
  return (
    <TextForm
      id="note"
      action={noteAction}
      hidden={{ caseId: id, noteId: randomUUID() }}
      words={words}
      rows={3}
      page={`/${locale}/dashboard/cases/${id}`}
    />
  );
}

export function MarkRead({ caseFile: { id, version } }: CaseProps) {
  const t = useTranslations("staff.case.thread");
  return (
    <PressForm
      action={markReadAction}
      hidden={{ caseId: id, version: String(version) }}
      button={t("read")}
      pending={t("reading")}
    />
  );
}

export function ChangeStatus({ caseFile: { id, version, status } }: CaseProps) {
  const t = useTranslations("staff");
  // A case is closed by a form of its own, which asks what came of it.
  const next = nextStatuses(status).filter((value) => value !== "closed");
  const options = next.map((value) => ({ value: value as string, label: t(`status.${value}`) }));
  return (
    <>
      <h2>{t("case.status.heading")}</h2>
      {next.length === 0 ? (
        <p className="help">{t("case.status.final")}</p>
      ) : (
        <ChoiceForm
          id="status"
          name="status"
          action={changeStatusAction}
          hidden={{ caseId: id, version: String(version) }}
          label={t("case.status.label")}
          options={[{ value: "", label: t("case.status.choose") }, ...options]}
          current=""
          button={t("case.status.button")}
          pending={t("case.status.pending")}
        />
      )}
    </>
  );
}

export function AssignCase({
  caseFile,
  colleagues,
  me,
}: CaseProps & { colleagues: Colleague[]; me: string }) {
  const t = useTranslations("staff.case.assign");
  const { id, version, assigneeId } = caseFile;
  const hidden = { caseId: id, version: String(version) };
  // Somebody who left stays in sight where they are still named, and can be chosen nowhere else.
  const people = colleagues
    .filter(({ active, accountId }) => active || accountId === assigneeId)
    .map(({ accountId, name }) => ({
      value: accountId,
      label: accountId === me ? t("me", { name: isolate(name) }) : name,
    }));
  return (
    <>
      <h2>{t("heading")}</h2>
      {assigneeId !== me && (
        <PressForm
          action={assignAction}
          hidden={{ ...hidden, assignee: me }}
          button={t("take")}
          pending={t("pending")}
        />
      )}
      <ChoiceForm
        id="assignee"
        name="assignee"
        action={assignAction}
        hidden={hidden}
        label={t("label")}
        options={[{ value: "", label: t("nobody") }, ...people]}
        current={assigneeId ?? ""}
        button={t("button")}
        pending={t("pending")}
      />
    </>
  );
}
