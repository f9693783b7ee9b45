import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/accounts/print-button";
import { FigureTable } from "@/components/figures/figure-table";
import { Overview } from "@/components/figures/overview";
import { PeriodForm } from "@/components/figures/period-form";
import { FigureWarning } from "@/components/figures/warning";
import type { FigureReader } from "@/components/figures/words";
import { Empty } from "@/components/staff/empty";
import { formatDay } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import { readFigures } from "@/lib/figures/queries";
import type { OwnFigures } from "@/lib/figures/types";
import { listVocabulary } from "@/lib/vocabulary/queries";
import { askedPeriod, thisYear } from "./asked";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.figures");
  return { title: t("title") };
}

/** What the site sees of itself, counted anew from its own cases. */
export default async function FiguresPage({ searchParams }: PageProps) {
  const desk = await requireDesk();
  const period = askedPeriod(await searchParams);
  const [t, locale, figures, vocabulary] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    readFigures(desk, period),
    listVocabulary(desk.db),
  ]);
  const home = `/${locale}/dashboard/figures`;
  const [from, until] = [figures.days.from, figures.days.to].map((day) => formatDay(locale, new Date(day)));
  return (
    <div className="figures">
      <h1>{t("figures.title")}</h1>
      <p className="lead">{t("figures.lead")}</p>
      <FigureWarning />
      <PeriodForm action={home} period={period} thisYear={thisYear()} />
      <h2 className="figures-period">
        {t(`figures.parts.${period.part}`)} <bdi>{period.year}</bdi>
      </h2>
      <p className="muted">{t("figures.days", { from: from ?? "", until: until ?? "" })}</p>
      <Overview figures={figures} />
      <div className="actions figures-actions">
        <a
          className="button button-quiet"
          href={`${home}/csv?year=${period.year}&part=${period.part}`}
          download=""
        >
          {t("figures.download")}
        </a>
        <PrintButton label={t("figures.print")} />
      </div>
      <Closed figures={figures} reader={{ t, locale, vocabulary }} />
    </div>
  );
}

/** What was closed, table by table, and how far the counting came. */
function Closed({ figures, reader }: { figures: OwnFigures; reader: FigureReader }) {
  const { t } = reader;
  const { tables, extent, closed } = figures;
  const { opened, candidates, unreadable } = extent;
  const digits = { opened: String(opened), candidates: String(candidates) };
  return (
    <section aria-labelledby="figures-closed">
      <h2 id="figures-closed">{t("figures.tablesHeading")}</h2>
      <p className="help">
        {t("figures.tablesHelp")}{" "}
        {opened < candidates ? t("figures.part", digits) : t("figures.whole", digits)}{" "}
        {unreadable > 0 && t("figures.unreadable", { count: unreadable, digits: String(unreadable) })}{" "}
        {closed.before === null && t("figures.noBefore")}
      </p>
      {closed.value === 0 && !closed.before ? (
        <Empty heading={t("figures.noneHeading")} text={t("figures.noneText")} />
      ) : (
        <div className="figures-tables">
          {[...tables].map(([table, rows]) => (
            <FigureTable key={table} table={table} rows={rows} reader={reader} />
          ))}
        </div>
      )}
    </section>
  );
}
