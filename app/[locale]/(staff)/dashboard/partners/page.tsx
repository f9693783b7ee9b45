import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PartnerFilterForm } from "@/components/partners/partner-filter";
import { PartnerTable } from "@/components/partners/partner-table";
import { Empty } from "@/components/staff/empty";
import { Sign } from "@/components/staff/sign";
import { requireDesk } from "@/lib/auth/gates";
import { listPartners } from "@/lib/partners/queries";
import { type PartnerFilter, partnerFilterSchema } from "@/lib/partners/schema";
import { readerAt } from "./reader";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.partners");
  return { title: t("title") };
}

/** The directory of all sites. */
export default async function PartnersPage({ searchParams }: PageProps) {
  const desk = await requireDesk();
  const filter = partnerFilterSchema.parse(await searchParams);
  const [{ t, lists }, locale, page] = await Promise.all([
    readerAt(desk),
    getLocale(),
    listPartners(desk, filter, new Date()),
  ]);
  const home = `/${locale}/dashboard/partners`;
  return (
    <>
      <div className="partner-head">
        <h1>{t("partners.title")}</h1>
        <p className="actions">
          <a className="button" href={`${home}/new`}>
            <Sign name="plus" />
            {t("partners.new")}
          </a>
          <a className="button button-quiet" href={`${home}/import`}>
            {t("partners.import")}
          </a>
          <a className="button button-quiet" href={addressOf(`${home}/export`, filter, null)} download="">
            {t("partners.export")}
          </a>
        </p>
      </div>
      <p className="lead">{t("partners.lead")}</p>
      <PartnerFilterForm action={home} filter={filter} lists={lists} />
      {page.partners.length > 0 ? (
        <PartnerTable label={t("partners.title")} partners={page.partners} lists={lists} home={home} />
      ) : (
        <NoPartners home={home} filter={filter} />
      )}
      <Paging home={home} filter={filter} next={page.next} />
    </>
  );
}

/** The address of the directory from another place on; what was not chosen stays out of it. */
function addressOf(path: string, filter: PartnerFilter, after: string | null): string {
  const chosen = Object.entries({ ...filter, after }).filter(([, value]) => value);
  const query = new URLSearchParams(chosen as [string, string][]).toString();
  return query ? `${path}?${query}` : path;
}

type PagingProps = { home: string; filter: PartnerFilter; next: string | null };

async function Paging({ home, filter, next }: PagingProps) {
  const t = await getTranslations("staff.partners");
  if (!next && !filter.after) return null;
  return (
    <p className="paging">
      {filter.after && <a href={addressOf(home, filter, null)}>{t("start")}</a>}
      {next ? (
        <a className="button button-quiet" href={addressOf(home, filter, next)} rel="next">
          {t("next")}
          <Sign name="next" />
        </a>
      ) : (
        <span className="muted">{t("end")}</span>
      )}
    </p>
  );
}

async function NoPartners({ home, filter }: { home: string; filter: PartnerFilter }) {
  const t = await getTranslations("staff.partners");
  const narrowed = Object.values(filter).some(Boolean);
  return narrowed ? (
    <Empty heading={t("emptyHeading")} text={t("emptyText")}>
      <a className="button" href={home}>
        {t("emptyAll")}
      </a>
    </Empty>
  ) : (
    <Empty heading={t("noneHeading")} text={t("noneText")}>
      <a className="button" href={`${home}/new`}>
        {t("new")}
      </a>
    </Empty>
  );
}
