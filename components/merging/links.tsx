import { useLocale, useTranslations } from "next-intl";
import { Sign } from "@/components/staff/sign";
import { formatMoment } from "@/components/staff/wording";
import type { CaseLink } from "@/lib/merging/types";

/** Where a case went up into another, or another into it: before anything else, since the rest is told there. */
export function Links({ links, home }: { links: CaseLink[]; home: string }) {
  const t = useTranslations("staff.merge");
  const locale = useLocale();
  return links.map(({ id, kind, otherId, number, at }) => (
    <p key={id} className="notice">
      <Sign name="sheets" />
      <span>
        {t(kind, { at: formatMoment(locale, at) })}{" "}
        <a href={`${home}/cases/${otherId}`}>{t("other", { number: String(number) })}</a>
      </span>
    </p>
  ));
}
