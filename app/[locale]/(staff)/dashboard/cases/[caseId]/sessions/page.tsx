import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EntryList } from "@/components/record/entry-list";
import { FoldForm } from "@/components/record/fold-form";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { EMPTY_INTERVENTION, EMPTY_SESSION, formOf } from "@/lib/record/rules";
import { berlinDay } from "@/lib/time/rules";
import { CaseFrame } from "../case-frame";
import { openRecord } from "../open-record";
import { listsFor } from "../record/lists";
import { writeInterventionAction, writeSessionAction } from "./actions";
import { interventionFields, sessionFields } from "./entry-fields";
import { foldWords, type Shown, shownInterventions, shownSessions } from "./shown-entries";

type PageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ caseFile }, t] = await Promise.all([
    params.then(({ caseId }) => openRecord(caseId)),
    getTranslations("staff"),
  ]);
  return {
    title: `${t("record.sessions.title")} · ${t("list.caseNumber", { number: String(caseFile.number) })}`,
  };
}

/** The conversations of a case, and what was done for the person beyond them. */
export default async function SessionsPage({ params, searchParams }: PageProps) {
  const desk = await requireDesk();
  const [record, { edit, saved }] = await Promise.all([
    params.then(({ caseId }) => openRecord(caseId)),
    searchParams,
  ]);
  const [t, locale, lists, colleagues] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    listsFor(desk),
    listColleagues(desk),
  ]);
  const caseId = record.caseFile.id;
  const pageHref = `/${locale}/dashboard/cases/${caseId}/sessions`;
  const names = Object.fromEntries(colleagues.map(({ accountId, name }) => [accountId, name]));
  const shown: Shown = { t, lists, record, edit, saved, pageHref };
  const today = berlinDay(new Date());
  const session = { ...EMPTY_SESSION, day: today, language: record.caseFile.language };
  const intervention = { ...EMPTY_INTERVENTION, day: today };
  return (
    <CaseFrame caseFile={record.caseFile} colleagues={colleagues} current="sessions">
      <h2>{t("record.sessions.heading")}</h2>
      <FoldForm
        id="new-session"
        action={writeSessionAction}
        // A new id with every page: the same form sent twice stays one entry.
        hidden={{ caseId, entry: randomUUID() }}
        seen="0"
        pageHref={pageHref}
        fields={sessionFields({ t, lists, values: session })}
        values={formOf(session)}
        words={foldWords(t, t("record.sessions.new"))}
      />
      <EntryList
        entries={shownSessions(shown)}
        names={names}
        pageHref={pageHref}
        empty={t("record.sessions.empty")}
      />
      <h2 className="record-section">{t("record.interventions.heading")}</h2>
      <FoldForm
        id="new-intervention"
        action={writeInterventionAction}
        hidden={{ caseId, entry: randomUUID() }}
        seen="0"
        pageHref={pageHref}
        fields={interventionFields({ t, lists, values: intervention })}
        values={formOf(intervention)}
        words={foldWords(t, t("record.interventions.new"))}
      />
      <EntryList
        entries={shownInterventions(shown)}
        names={names}
        pageHref={pageHref}
        empty={t("record.interventions.empty")}
      />
    </CaseFrame>
  );
}
