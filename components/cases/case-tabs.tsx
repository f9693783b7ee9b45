import { useTranslations } from "next-intl";

/** The pages of a case in their order, and where each of them is below the case's own address. */
const TABS = {
  overview: "",
  record: "/record",
  sessions: "/sessions",
  followUps: "/follow-ups",
  partners: "/partners",
  referrals: "/referrals",
  documents: "/documents",
  history: "/history",
} as const;

export type CaseTab = keyof typeof TABS;

/**
 * The way between the pages of a case: a plain list of links.
 *
 * @param home the dashboard's address in the reader's language
 * @param current the page that this is; none on a page below them
 */
export function CaseTabs({ home, caseId, current }: { home: string; caseId: string; current?: CaseTab }) {
  const t = useTranslations("staff.record.tabs");
  return (
    <nav className="case-tabs" aria-label={t("label")}>
      <ul>
        {(Object.keys(TABS) as CaseTab[]).map((tab) => (
          <li key={tab}>
            <a
              href={`${home}/cases/${caseId}${TABS[tab]}`}
              aria-current={tab === current ? "page" : undefined}
            >
              {t(tab)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
