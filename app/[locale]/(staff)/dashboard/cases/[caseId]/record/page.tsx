import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OutcomeCard } from "@/components/record/outcome-card";
import { PartCard } from "@/components/record/part-card";
import { partSayings } from "@/components/record/record-sayings";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { formOf } from "@/lib/record/rules";
import { RECORD_PARTS } from "@/lib/record/schema";
import type { CaseRecord, RecordPart } from "@/lib/record/types";
import { CaseFrame } from "../case-frame";
import { openRecord } from "../open-record";
import { savePartAction } from "./actions";
import { listsFor } from "./lists";
import { fieldsOf } from "./part-fields";

type Params = { params: Promise<{ caseId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [{ caseFile }, t] = await Promise.all([
    params.then(({ caseId }) => openRecord(caseId)),
    getTranslations("staff"),
  ]);
  return { title: `${t("record.title")} · ${t("list.caseNumber", { number: String(caseFile.number) })}` };
}

/** Everything known about what happened, part by part; each is saved by itself. */
export default async function RecordPage({ params }: Params) {
  const desk = await requireDesk();
  const record = await openRecord((await params).caseId);
  const [t, locale, lists, colleagues] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    listsFor(desk),
    listColleagues(desk),
  ]);
  const pageHref = `/${locale}/dashboard/cases/${record.caseFile.id}/record`;
  const names = Object.fromEntries(colleagues.map(({ accountId, name }) => [accountId, name]));
  const card = <P extends RecordPart>(part: P) => {
    const { values, version, written } = record.parts[part] as CaseRecord["parts"][P];
    return (
      <PartCard
        key={part}
        part={part}
        caseId={record.caseFile.id}
        sayings={partSayings({ t, lists }, part, values)}
        written={written && { ...written, name: names[written.account] }}
        version={version}
        action={savePartAction}
        fields={fieldsOf(part, { t, lists, values })}
        values={formOf(values)}
        pageHref={pageHref}
      />
    );
  };
  return (
    <CaseFrame caseFile={record.caseFile} colleagues={colleagues} current="record">
      <h2>{t("record.title")}</h2>
      <p className="lead">{t("record.lead")}</p>
      {record.unreadable > 0 && <p>{t("record.unreadable", { count: record.unreadable })}</p>}
      <div className="record-cards">
        {record.outcomes.length > 0 && <OutcomeCard outcomes={record.outcomes} lists={lists} names={names} />}
        {RECORD_PARTS.map(card)}
      </div>
    </CaseFrame>
  );
}
