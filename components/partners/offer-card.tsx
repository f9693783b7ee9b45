import { useTranslations } from "next-intl";
import type { Lists } from "@/components/record/vocabulary";
import { Sayings } from "@/components/settings/sayings";
import type { StaffWords } from "@/components/staff/wording";
import type { Offer } from "@/lib/partners/types";
import { knownSayings } from "./partner-sayings";

/** One offer of a partner: what is known of it. */
export function OfferCard({ offer, lists, changeHref }: { offer: Offer; lists: Lists; changeHref: string }) {
  const t = useTranslations("staff");
  const reader = { t: t as StaffWords, lists };
  return (
    <section className="card stack">
      <h3>
        <bdi>{offer.title}</bdi>
        {offer.retired && <span className="muted"> ({t("partners.retired")})</span>}
      </h3>
      <Sayings sayings={knownSayings(reader, offer, ["title", "retired"])} />
      <p>
        <a href={changeHref}>{t("partners.offerChange")}</a>
      </p>
    </section>
  );
}
