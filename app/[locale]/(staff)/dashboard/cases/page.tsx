import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BulkForm } from "@/components/cases/bulk-form";
import { CaseFilterForm } from "@/components/cases/case-filter";
import { CaseTable } from "@/components/cases/case-table";
import { Empty } from "@/components/staff/empty";
import { Sign } from "@/components/staff/sign";
import { requireDesk } from "@/lib/auth/gates";
import { listCases, listColleagues } from "@/lib/cases/queries";
import { mayMove } from "@/lib/cases/rules";
import { type CaseFilter, caseFilterSchema } from "@/lib/cases/schema";
import { berlinDay } from "@/lib/time/rules";
import { markSpamAction } from "../bulk-actions";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.cases");
  return { title: t("title") };
}

export default async function CasesPage({ searchParams }: PageProps) {
  const desk = await requireDesk();
  const filter = caseFilterSchema.parse(await searchParams);
  const [t, bulk, locale, page, colleagues] = await Promise.all([
    getTranslations("staff.cases"),
    getTranslations("staff.bulk"),
    getLocale(),
    listCases(desk, filter),
    listColleagues(desk),
  ]);
  const home = `/${locale}/dashboard`;
  const path = `${home}/cases`;
  return (
    <>
      <h1>{t("title")}</h1>
      <CaseFilterForm action={path} filter={filter} colleagues={colleagues} />
      {page.cases.length > 0 ? (
        <>
          {filter.sort === "waiting" && <p className="help">{t("longestHelp")}</p>}
          {filter.sort === "followUp" && <p className="help">{bulk("sortFollowUpHelp")}</p>}
          <BulkForm action={markSpamAction} button={bulk("spam")} pending={bulk("pending")}>
            <CaseTable
              label={t("title")}
              cases={page.cases}
              colleagues={colleagues}
              home={home}
              today={berlinDay(new Date())}
              choosable={({ status }) => mayMove(status, "spam")}
            />
          </BulkForm>
        </>
      ) : (
        <NoCases home={home} filter={filter} />
      )}
      <Paging path={path} filter={filter} next={page.next} />
      <p className="further">
        <a href={`${path}/take-over`}>{bulk("takeOver.link")}</a>
      </p>
    </>
  );
}

/** The address of this list from another place on; what was not chosen stays out of it. */
function addressOf(path: string, filter: CaseFilter, after: string | null): string {
  const chosen = Object.entries({ ...filter, after }).filter(([, value]) => value);
  return `${path}?${new URLSearchParams(chosen as [string, string][])}`;
}

async function Paging({ path, filter, next }: { path: string; filter: CaseFilter; next: string | null }) {
  const t = await getTranslations("staff.cases");
  if (!next && !filter.after) return null;
  return (
    <p className="paging">
      {filter.after && <a href={addressOf(path, filter, null)}>{t("start")}</a>}
      {next ? (
        <a className="button button-quiet" href={addressOf(path, filter, next)} rel="next">
          {t("next")}
          <Sign name="next" />
        </a>
      ) : (
        <span className="muted">{t("end")}</span>
      )}
    </p>
  );
}

async function NoCases({ home, filter }: { home: string; filter: CaseFilter }) {
  const t = await getTranslations("staff.cases");
  const { status, language, channel, assignee, unread, followUp, after } = filter;
  const narrowed =
    (status && status !== "open") || language || channel || assignee || unread || followUp || after;
  return narrowed ? (
    <Empty heading={t("emptyHeading")} text={t("emptyText")}>
      <a className="button" href={`${home}/cases?status=open`}>
        {t("emptyAll")}
      </a>
    </Empty>
  ) : (
    <Empty heading={t("noneHeading")} text={t("noneText")}>
      <a className="button" href={`${home}/cases/new`}>
        {t("noneNew")}
      </a>
    </Empty>
  );
}
