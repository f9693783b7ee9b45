import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Empty } from "@/components/staff/empty";
import { FigureGrid } from "@/components/statistics/figure-grid";
import { MethodNote } from "@/components/statistics/method-note";
import { sayPeriod } from "@/components/statistics/sheet";
import { TotalCard } from "@/components/statistics/total-card";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { isStaffLocale, localeInfo } from "@/lib/i18n/locales";
import { mapOfFirstOffices } from "@/lib/locations/queries";
import { listRefusals } from "@/lib/statistics/queries";
import type { Asked } from "@/lib/statistics/selection";
import { Controls } from "./controls";
import { figuresFor, openShelf, type Shelf, selectedOf } from "./figures-at-desk";
import { Limits } from "./limits";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.statistics");
  return { title: t("title") };
}

type PageProps = { searchParams: Promise<Asked> };

/** The network in numbers that betray nobody: sums of what was released, and nothing else. */
export default async function NetworkPage({ searchParams }: PageProps) {
  const desk = await requireNetworkDesk();
  const [asked, shelf, refusals] = await Promise.all([searchParams, openShelf(desk), listRefusals(desk)]);
  const { reader, released } = shelf;
  const { t } = reader;
  return (
    <div className="stat">
      <h1>{t("statistics.title")}</h1>
      <p className="lead">{t("statistics.lead")}</p>
      {released.quarters.length === 0 ? (
        <>
          <Empty heading={t("statistics.empty.heading")} text={t("statistics.empty.text")} />
          <Limits shelf={shelf} figures={null} refusals={refusals} />
        </>
      ) : (
        <Shown shelf={shelf} asked={asked} refusals={refusals} />
      )}
    </div>
  );
}

type ShownProps = { shelf: Shelf; asked: Asked; refusals: Awaited<ReturnType<typeof listRefusals>> };

async function Shown({ shelf, asked, refusals }: ShownProps) {
  const { reader, sites } = shelf;
  const figures = figuresFor(shelf, selectedOf(shelf, asked));
  const map = await mapOfFirstOffices(sites.map(({ shown }) => shown));
  const definitions = `/${reader.locale}/network/definitions`;
  const rtl = isStaffLocale(reader.locale) && localeInfo(reader.locale).dir === "rtl";
  return (
    <>
      <Controls shelf={shelf} figures={figures} />
      <MethodNote reader={reader} demo={figures.demo} definitions={definitions} />
      <Limits shelf={shelf} figures={figures} refusals={refusals} />
      <TotalCard reader={reader} figures={figures} period={sayPeriod(reader, figures)} />
      <FigureGrid reader={reader} rtl={rtl} figures={figures} map={map} definitions={definitions} />
    </>
  );
}
