import type { FoundOffer, HelpFound } from "@/components/partners/help-state";
import type { PartnerReader } from "@/components/partners/partner-sayings";
import { languageName } from "@/components/staff/wording";
import type { Desk } from "@/lib/auth/desk";
import { findHelp, helpWishes } from "@/lib/partners/queries";
import type { HelpSearch } from "@/lib/partners/schema";
import type { HelpReason, RankedOffer } from "@/lib/partners/types";
import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";

/** The offers for a search, each with what speaks for and against it, in the reader's words. */
export async function foundFor(desk: Desk, reader: PartnerReader, search: HelpSearch): Promise<HelpFound> {
  const { t } = reader;
  const wishes = await helpWishes(reader.lists.values, search);
  const offers = await findHelp(desk, wishes);
  const placeUnknown = search.postalCode !== "" && wishes.place === null;
  return {
    heading: t("partners.helper.found", { count: offers.length, digits: String(offers.length) }),
    note: placeUnknown
      ? t("partners.helper.placeUnknown")
      : offers.length === 0
        ? t("partners.helper.none")
        : "",
    offers: offers.map((offer) => shown(offer, search, reader)),
  };
}

function shown(
  { partner, offer, serves, reasons }: RankedOffer,
  { language }: HelpSearch,
  reader: PartnerReader,
): FoundOffer {
  const { t, lists } = reader;
  const [phone, email] = [partner.phones[0], partner.emails[0]];
  return {
    id: offer.id,
    href: `/${lists.locale}/dashboard/partners/${partner.id}`,
    title: offer.title,
    partner: partner.name,
    place: partner.city,
    elsewhere: serves ? "" : t("partners.helper.elsewhere"),
    reasons: reasons.map((reason) => ({ sign: signOf(reason), text: reasonWords(reason, language, reader) })),
    contact: [phone, email, partner.website].flatMap((each) => each || []),
  };
}

const SIGNS = { named: "for", open: "open", other: "against" } as const;

function signOf(reason: HelpReason): "for" | "open" | "against" {
  if ("says" in reason) return SIGNS[reason.says];
  if (reason.of === "cost")
    return reason.cost === "free" ? "for" : reason.cost === "paid" ? "against" : "open";
  return reason.of === "remote" || reason.km <= 100 ? "for" : "open";
}

function reasonWords(reason: HelpReason, tag: string, { t, lists }: PartnerReader): string {
  const language = languageName(lists.locale, tag || "de", COUNSELLING_LANGUAGES[tag]);
  switch (reason.of) {
    case "distance": {
      const km = String(Math.round(reason.km));
      return reason.km < 1
        ? t("partners.helper.reasons.near")
        : t("partners.helper.reasons.distance", { km });
    }
    case "remote":
      return t("partners.helper.reasons.remote");
    case "cost":
      return t(`partners.helper.reasons.cost.${reason.cost}`);
    case "language":
      return t(`partners.helper.reasons.language.${reason.says}`, { language });
    default:
      return t(`partners.helper.reasons.${reason.of}.${reason.says}`);
  }
}
