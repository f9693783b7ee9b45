import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Lists, labelOf } from "@/components/record/vocabulary";
import { formatShortDay } from "@/components/staff/wording";
import type { PartnerSummary } from "@/lib/partners/types";

type TableProps = {
  label: string;
  partners: PartnerSummary[];
  lists: Lists;
  /** The directory's address in the reader's language. */
  home: string;
};

/** Partners as rows to scan; on a phone each row becomes a card of the same cells. */
export function PartnerTable({ label, partners, lists, home }: TableProps) {
  const t = useTranslations("staff.partners");
  return (
    <table className="cases partners" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("list.name")}</th>
          <th scope="col">{t("list.city")}</th>
          <th scope="col">{t("list.offers")}</th>
          <th scope="col" className="head-received">
            {t("list.checked")}
          </th>
        </tr>
      </thead>
      <tbody>
        {partners.map((partner) => (
          <PartnerRow key={partner.id} partner={partner} lists={lists} home={home} />
        ))}
      </tbody>
    </table>
  );
}

function PartnerRow({
  partner,
  lists,
  home,
}: { partner: PartnerSummary } & Pick<TableProps, "lists" | "home">) {
  const t = useTranslations("staff.partners");
  const locale = useLocale();
  const { id, name, city, checkedOn, retired, offers } = partner;
  const help = [...new Set(offers.flatMap((offer) => offer.help))].map((code) =>
    labelOf(lists, "help", code),
  );
  return (
    <tr>
      <th scope="row" className="cell-partner">
        <Link href={`${home}/${id}`} prefetch={false} className="row-link" data-row="">
          <bdi>{name}</bdi>
        </Link>
        {retired && <span className="muted"> ({t("retired")})</span>}
      </th>
      <td>
        <bdi>{city}</bdi>
      </td>
      <td>
        {help.length > 0
          ? help.join(", ")
          : t("offerCount", { count: offers.length, digits: String(offers.length) })}
      </td>
      <td className="cell-received">
        {checkedOn ? (
          <time dateTime={checkedOn}>{formatShortDay(locale, new Date(checkedOn))}</time>
        ) : (
          <span className="muted">{t("never")}</span>
        )}
      </td>
    </tr>
  );
}
