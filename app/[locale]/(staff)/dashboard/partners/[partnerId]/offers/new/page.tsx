import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NO_OFFER } from "@/lib/partners/partner-form";
import { openPartner } from "../../../open-partner";
import { OfferPage } from "../offer-page";

type Params = { params: Promise<{ partnerId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.partners");
  return { title: t("offerNew") };
}

export default async function NewOfferPage({ params }: Params) {
  const { partner } = await openPartner((await params).partnerId);
  return <OfferPage partner={partner} id={randomUUID()} version={0} facts={NO_OFFER} />;
}
