import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openPartner } from "../../../open-partner";
import { OfferPage } from "../offer-page";

type Params = { params: Promise<{ partnerId: string; offerId: string }> };

const openOffer = async (params: Params["params"]) => {
  const { partnerId, offerId } = await params;
  const { partner, offers } = await openPartner(partnerId);
  const offer = offers.find(({ id }) => id === offerId);
  if (!offer) notFound();
  return { partner, offer };
};

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { offer } = await openOffer(params);
  return { title: offer.title };
}

export default async function EditOfferPage({ params }: Params) {
  const { partner, offer } = await openOffer(params);
  const { id, version, partnerId: _partner, ...facts } = offer;
  return <OfferPage partner={partner} id={id} version={version} facts={facts} />;
}
