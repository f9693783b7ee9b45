import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/accounts/print-button";
import { Empty } from "@/components/staff/empty";
import { LinkRow } from "@/components/statistics/link-row";
import { sayPeriodName } from "@/components/statistics/reader";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { readSetting } from "@/lib/network/queries";
import { periodNames, periodOf } from "@/lib/statistics/periods";
import { type ReportWords, reportKey } from "@/lib/statistics/schema";
import type { Asked } from "@/lib/statistics/selection";
import { figuresFor, openShelf, type Shelf } from "../figures-at-desk";
import { ReportBody } from "./report-body";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.statistics.report");
  return { title: t("title") };
}

type PageProps = { searchParams: Promise<Asked> };

const NO_WORDS: ReportWords = { introduction: "", highlights: "", outlook: "" };

/** The report on a year or half a year, for printing: the network's own words between its figures. */
export default async function ReportPage({ searchParams }: PageProps) {
  const desk = await requireNetworkDesk();
  const [asked, shelf] = await Promise.all([searchParams, openShelf(desk)]);
  const { t, locale } = shelf.reader;
  const names = periodNames(shelf.released.quarters.map(({ quarter }) => quarter));
  const name = names.find((known) => known === nameIn(asked)) ?? names[0];
  if (!name) return <Nothing shelf={shelf} />;
  const { value: words, version } = await readSetting(desk, reportKey(name), NO_WORDS);
  const period = periodOf(name);
  const figures = period && figuresFor(shelf, { ...period, sites: [], land: "", only: null });
  return (
    <div className="stat stat-report">
      <h1>{`${t("statistics.report.title")}: ${sayPeriodName(shelf.reader, name)}`}</h1>
      <div className="stat-screen">
        <p className="lead">{t("statistics.report.lead")}</p>
        <LinkRow
          label={t("statistics.filter.period")}
          items={names.map((each) => ({
            href: `/${locale}/network/report?${queryOf(each)}`,
            label: sayPeriodName(shelf.reader, each),
            here: each === name,
          }))}
        />
        <PrintButton label={t("statistics.file.print")} />
      </div>
      {figures && (
        <ReportBody key={name} shelf={shelf} figures={figures} name={name} words={words} version={version} />
      )}
    </div>
  );
}

const one = (value: string | readonly string[] | undefined): string => [value ?? ""].flat()[0] ?? "";

const nameIn = (asked: Asked): string => [one(asked.year), one(asked.half)].filter(Boolean).join("-");

const queryOf = (name: string): string => {
  const [year = "", half] = name.split("-");
  return String(new URLSearchParams(half ? { year, half } : { year }));
};

function Nothing({ shelf: { reader } }: { shelf: Shelf }) {
  const { t } = reader;
  return (
    <>
      <h1>{t("statistics.report.title")}</h1>
      <Empty heading={t("statistics.empty.heading")} text={t("statistics.empty.text")} />
    </>
  );
}
