import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { CaseHeader } from "@/components/cases/case-header";
import { type CaseTab, CaseTabs } from "@/components/cases/case-tabs";
import type { CaseSummary, Colleague } from "@/lib/cases/types";
import { berlinDay } from "@/lib/time/rules";

type FrameProps = {
  caseFile: CaseSummary;
  colleagues: Colleague[];
  /** The page that this is; none on a page below them. */
  current?: CaseTab;
  children: ReactNode;
};

/** What every page of a case begins with: what one needs to know of it, and the way to its other pages. */
export async function CaseFrame({ caseFile, colleagues, current, children }: FrameProps) {
  const home = `/${await getLocale()}/dashboard`;
  const assignee = colleagues.find(({ accountId }) => accountId === caseFile.assigneeId)?.name;
  return (
    <>
      <CaseHeader caseFile={caseFile} assignee={assignee} home={home} today={berlinDay(new Date())} />
      <CaseTabs home={home} caseId={caseFile.id} {...(current ? { current } : {})} />
      {children}
    </>
  );
}
