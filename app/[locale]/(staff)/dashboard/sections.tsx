import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BulkForm } from "@/components/cases/bulk-form";
import { CaseTable } from "@/components/cases/case-table";
import { DueList } from "@/components/follow-ups/due-list";
import type { CaseSummary, Colleague } from "@/lib/cases/types";
import type { DueFollowUp, Section, Whose } from "@/lib/follow-ups/types";
import type { DueReferral } from "@/lib/referrals/types";
import { markSpamAction } from "./bulk-actions";
import { finishFollowUpAction } from "./cases/[caseId]/follow-ups/actions";

/** What every section of the page has to know. */
export type Frame = { home: string; colleagues: Colleague[]; today: string; whose: Whose };

type Of<Name, Row> = Frame & { name: Name; section: Section<Row> };

/** The list that shows all of a section. */
const LISTS = {
  overdue: "followUp=overdue&sort=followUp",
  today: "followUp=today&sort=followUp",
  soon: "followUp=soon&sort=followUp",
  fresh: "status=received&sort=oldest",
  unread: "unread=yes&sort=oldest",
  waiting: "status=open&sort=waiting",
  stepless: "status=open&followUp=none&sort=oldest",
} as const;

const addressOf = (name: keyof typeof LISTS, { home, whose }: Frame): string =>
  `${home}/cases?${LISTS[name]}${whose === "mine" && name !== "fresh" ? "&assignee=meOrNobody" : ""}`;

type DueName = "overdue" | "today" | "soon";
type DueProps = Of<DueName, DueFollowUp> & { referrals: DueReferral[] };

/** Follow-ups and answers that are due. An empty section says so only where that is good news. */
export async function DueSection({ name, section, referrals, ...frame }: DueProps) {
  const t = await getTranslations("staff.today");
  const isEmpty = section.count + referrals.length === 0;
  if (isEmpty && name !== "today") return null;
  const heading = t(`headings.${name}`);
  return (
    <ListSection
      name={name}
      heading={heading}
      section={section}
      besides={referrals.length}
      href={addressOf(name, frame)}
    >
      {isEmpty ? (
        <p className="help">{t("todayEmpty")}</p>
      ) : (
        <DueList
          label={heading}
          rows={section.rows}
          referrals={referrals}
          home={frame.home}
          finish={finishFollowUpAction}
          colleagues={frame.whose === "site" ? frame.colleagues : null}
        />
      )}
    </ListSection>
  );
}

/** New enquiries: the inbox. What is spam goes from here in one step. */
export async function FreshSection({ section, ...frame }: Frame & { section: Section<CaseSummary> }) {
  const t = await getTranslations("staff");
  if (section.count === 0) return null;
  const heading = t("inbox.newHeading");
  return (
    <ListSection name="fresh" heading={heading} section={section} href={addressOf("fresh", frame)}>
      <p className="help">{t("inbox.newHelp")}</p>
      <BulkForm action={markSpamAction} button={t("bulk.spam")} pending={t("bulk.pending")}>
        <CaseTable label={heading} cases={section.rows} brief choosable={() => true} {...frame} />
      </BulkForm>
    </ListSection>
  );
}

/** Cases in work that need somebody. */
export async function CaseSection({
  name,
  section,
  ...frame
}: Of<"unread" | "waiting" | "stepless", CaseSummary>) {
  const t = await getTranslations("staff");
  if (section.count === 0) return null;
  const words = {
    unread: { heading: t("inbox.lettersHeading"), help: t("inbox.lettersHelp") },
    waiting: { heading: t("today.waitingHeading"), help: t("today.waitingHelp") },
    stepless: { heading: t("today.steplessHeading"), help: t("today.steplessHelp") },
  }[name];
  return (
    <ListSection name={name} heading={words.heading} section={section} href={addressOf(name, frame)}>
      <p className="help">{words.help}</p>
      <CaseTable label={words.heading} cases={section.rows} {...frame} />
    </ListSection>
  );
}

type ListSectionProps = {
  name: string;
  heading: string;
  section: Section<unknown>;
  /** What stands in the list as well, all of it. */
  besides?: number;
  href: string;
  children: ReactNode;
};

async function ListSection({ name, heading, section, besides = 0, href, children }: ListSectionProps) {
  const t = await getTranslations("staff.today");
  const { rows, count, more } = section;
  const plus = more ? "+" : "";
  return (
    <section aria-labelledby={`${name}-heading`} className="list-section">
      <h2 id={`${name}-heading`}>
        {heading} <span className="count">{`${count + besides}${plus}`}</span>
      </h2>
      {children}
      {count > rows.length && (
        <p className="further">
          <a href={href}>{t("all", { count: `${count}${plus}` })}</a>
        </p>
      )}
    </section>
  );
}
