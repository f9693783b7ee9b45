import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CaseTable } from "@/components/cases/case-table";
import { Empty } from "@/components/staff/empty";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues, listInbox, listUnread, PAGE_SIZE } from "@/lib/cases/queries";
import type { CaseSummary, Colleague } from "@/lib/cases/types";
import { berlinDay } from "@/lib/time/rules";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.inbox");
  return { title: t("title") };
}

export default async function InboxPage() {
  const desk = await requireDesk();
  const [t, locale, fresh, unread, colleagues] = await Promise.all([
    getTranslations("staff.inbox"),
    getLocale(),
    listInbox(desk),
    listUnread(desk),
    listColleagues(desk),
  ]);
  const home = `/${locale}/dashboard`;
  const shared = { home, colleagues, today: berlinDay(new Date()) };
  return (
    <>
      <h1>{t("title")}</h1>
      {fresh.length + unread.length === 0 ? (
        <Empty heading={t("emptyHeading")} text={t("emptyText")}>
          <a className="button" href={`${home}/cases?status=open&assignee=me`}>
            {t("emptyMine")}
          </a>
          <a className="button button-quiet" href={`${home}/cases/new`}>
            {t("emptyNew")}
          </a>
        </Empty>
      ) : (
        <>
          <InboxSection kind="new" cases={fresh} {...shared} />
          <InboxSection kind="letters" cases={unread} {...shared} />
        </>
      )}
    </>
  );
}

type SectionProps = {
  kind: "new" | "letters";
  cases: CaseSummary[];
  home: string;
  colleagues: Colleague[];
  today: string;
};

async function InboxSection({ kind, cases, ...shared }: SectionProps) {
  const t = await getTranslations("staff.inbox");
  return (
    <section aria-labelledby={`${kind}-heading`} className="list-section">
      <h2 id={`${kind}-heading`}>
        {t(`${kind}Heading`)}{" "}
        <span className="count">{cases.length < PAGE_SIZE ? cases.length : `${PAGE_SIZE}+`}</span>
      </h2>
      {cases.length > 0 ? (
        <>
          <p className="help">{t(`${kind}Help`)}</p>
          <CaseTable label={t(`${kind}Heading`)} cases={cases} brief={kind === "new"} {...shared} />
          {cases.length === PAGE_SIZE && <p className="help">{t("first", { count: String(PAGE_SIZE) })}</p>}
        </>
      ) : (
        <p className="help">{t(`${kind}Empty`)}</p>
      )}
    </section>
  );
}
