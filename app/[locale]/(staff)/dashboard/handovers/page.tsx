import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HandoverCard } from "@/components/handovers/handover-card";
import { Empty } from "@/components/staff/empty";
import { requireDesk } from "@/lib/auth/gates";
import { listHandovers } from "@/lib/handovers/queries";
import { siteName } from "@/lib/sites/queries";
import { acceptHandoverAction, declineHandoverAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  await requireDesk();
  const t = await getTranslations("staff.handovers");
  return { title: t("title") };
}

/** What other sites offer to hand over. */
export default async function HandoversPage() {
  const desk = await requireDesk();
  const now = new Date();
  const [t, handovers] = await Promise.all([getTranslations("staff.handovers"), listHandovers(desk, now)]);
  const names = await Promise.all(handovers.map(({ fromSite }) => siteName(fromSite, now)));
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {handovers.length === 0 && <Empty heading={t("empty")} text={t("emptyText")} />}
      <div className="referrals">
        {handovers.map((handover, index) => (
          <HandoverCard
            key={handover.id}
            handover={handover}
            from={names[index] ?? handover.fromSite}
            accept={acceptHandoverAction}
            decline={declineHandoverAction}
          />
        ))}
      </div>
    </>
  );
}
