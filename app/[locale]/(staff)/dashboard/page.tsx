import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MessageSection } from "@/components/messages/message-section";
import { Empty } from "@/components/staff/empty";
import { formatDay } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { readToday } from "@/lib/follow-ups/queries";
import { whoseSchema } from "@/lib/follow-ups/schema";
import { WHOSE, type Whose } from "@/lib/follow-ups/types";
import { listUnreadMessages } from "@/lib/messages/queries";
import { berlinDay } from "@/lib/time/rules";
import { markReadAction } from "./messages/actions";
import { CaseSection, DueSection, type Frame, FreshSection } from "./sections";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.nav");
  return { title: t("today") };
}

/** What there is to do: what is due, what came in, what waits, and what nobody has planned. */
export default async function TodayPage({ searchParams }: PageProps) {
  const desk = await requireDesk();
  const now = new Date();
  const whose = whoseSchema.parse((await searchParams).whose);
  const [t, locale, today, colleagues, messages] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    readToday(desk, whose, now),
    listColleagues(desk),
    listUnreadMessages(desk, now),
  ]);
  const home = `/${locale}/dashboard`;
  const frame: Frame = { home, colleagues, today: berlinDay(now), whose };
  const isEmpty = Object.values(today).every(({ count }) => count === 0);
  return (
    <>
      <div className="today-head">
        <h1>{t("nav.today")}</h1>
        <p className="muted">{formatDay(locale, new Date(frame.today))}</p>
        <WhoseLinks home={home} whose={whose} />
      </div>
      <MessageSection messages={messages} href={`${home}/messages`} markRead={markReadAction} />
      {isEmpty ? (
        <Empty heading={t("inbox.emptyHeading")} text={t("inbox.emptyText")}>
          <a className="button" href={`${home}/cases?status=open&assignee=me`}>
            {t("inbox.emptyMine")}
          </a>
          <a className="button button-quiet" href={`${home}/cases/new`}>
            {t("inbox.emptyNew")}
          </a>
        </Empty>
      ) : (
        <>
          <DueSection name="overdue" section={today.overdue} {...frame} />
          <DueSection name="today" section={today.today} {...frame} />
          <FreshSection section={today.fresh} {...frame} />
          <CaseSection name="unread" section={today.unread} {...frame} />
          <DueSection name="soon" section={today.soon} {...frame} />
          <CaseSection name="waiting" section={today.waiting} {...frame} />
          <CaseSection name="stepless" section={today.stepless} {...frame} />
        </>
      )}
    </>
  );
}

async function WhoseLinks({ home, whose }: { home: string; whose: Whose }) {
  const t = await getTranslations("staff.today");
  return (
    <nav className="case-tabs whose" aria-label={t("whose")}>
      <ul>
        {WHOSE.map((each) => (
          <li key={each}>
            <a
              href={each === "mine" ? home : `${home}?whose=${each}`}
              aria-current={each === whose ? "page" : undefined}
            >
              {t(each)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
