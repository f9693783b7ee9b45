import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MessageSection } from "@/components/messages/message-section";
import { Empty } from "@/components/staff/empty";
import { formatDay } from "@/components/staff/wording";
import type { Desk } from "@/lib/auth/desk";
import { requireDesk } from "@/lib/auth/gates";
import { enterDecisions } from "@/lib/cases/commands";
import { listColleagues } from "@/lib/cases/queries";
import { readToday } from "@/lib/follow-ups/queries";
import { dayWindows } from "@/lib/follow-ups/rules";
import { whoseSchema } from "@/lib/follow-ups/schema";
import { WHOSE, type Whose } from "@/lib/follow-ups/types";
import { listUnreadMessages } from "@/lib/messages/queries";
import { listDueReferrals } from "@/lib/referrals/queries";
import type { DueReferral } from "@/lib/referrals/types";
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
  const [t, locale, today, colleagues, messages, answers] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    readToday(desk, whose, now),
    listColleagues(desk),
    listUnreadMessages(desk, now),
    dueAnswers(desk, whose, berlinDay(now)),
    enterDecisions(desk),
  ]);
  const home = `/${locale}/dashboard`;
  const frame: Frame = { home, colleagues, today: berlinDay(now), whose };
  const isEmpty =
    Object.values(today).every(({ count }) => count === 0) &&
    Object.values(answers).every(({ length }) => length === 0);
  return (
    <>
      <div className="today-head">
        <h1>{t("nav.today")}</h1>
        <p className="muted">{formatDay(locale, new Date(frame.today))}</p>
        <WhoseLinks home={home} whose={whose} />
      </div>
      <MessageSection
        messages={messages}
        href={`${home}/messages`}
        markRead={markReadAction}
        desk={desk.site}
      />
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
          <DueSection name="overdue" section={today.overdue} referrals={answers.overdue} {...frame} />
          <DueSection name="today" section={today.today} referrals={answers.today} {...frame} />
          <FreshSection section={today.fresh} {...frame} />
          <CaseSection name="unread" section={today.unread} {...frame} />
          <DueSection name="soon" section={today.soon} referrals={answers.soon} {...frame} />
          <CaseSection name="waiting" section={today.waiting} {...frame} />
          <CaseSection name="stepless" section={today.stepless} {...frame} />
        </>
      )}
    </>
  );
}

/** Answers to referrals that are expected by then, in the sections that follow-ups stand in. */
async function dueAnswers(desk: Desk, whose: Whose, today: string) {
  const { soon } = dayWindows(today);
  const due = await listDueReferrals(desk, new Date(Date.parse(soon.before) - 1), whose);
  const [from, then] = [new Date(today), new Date(soon.from)];
  const during = (fits: (dueOn: Date) => boolean): DueReferral[] => due.filter(({ dueOn }) => fits(dueOn));
  return {
    overdue: during((dueOn) => dueOn < from),
    today: during((dueOn) => dueOn >= from && dueOn < then),
    soon: during((dueOn) => dueOn >= then),
  };
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
