import type { Desk } from "../auth/desk";
import { isUniqueViolation } from "../db/errors";
import { AppError } from "../errors";
import { isSame } from "../settings/rules";
import { berlinDay } from "../time/rules";
import { carryOut } from "./internal/import";
import { planImport, planSeen } from "./internal/import-plan";
import { offerFacts, partnerFacts } from "./internal/rows";
import { storedOffer, storedPartner, storeOffer, storePartner } from "./internal/write";
import { findOffer, findPartner } from "./queries";
import type { ImportFile, ImportRefusal, OfferFacts, PartnerFacts, PartnerResult } from "./types";

const done = { ok: true } as const;
const nothingChanged = { ok: false, reason: "nothingChanged" } as const;
const changedMeanwhile = { ok: false, reason: "changedMeanwhile" } as const;

type Seen<Facts> = { id: string; version: number; facts: Facts };

/**
 * Adds a partner (version 0) or changes one, whichever site added it. The same form sent twice is one partner.
 *
 * @throws AppError `notFound` when there is no such partner to change
 */
export async function writePartner(
  desk: Desk,
  { id, version, facts }: Seen<PartnerFacts>,
): Promise<PartnerResult> {
  if (version > 0) {
    const { partner } = await findPartner(desk, id);
    if (partner.version !== version) return changedMeanwhile;
    if (isSame(partnerFacts(partner), facts)) return nothingChanged;
  }
  if (await storePartner(desk.db, desk, { id, version }, await storedPartner(facts))) return done;
  if (version > 0) return changedMeanwhile;
  const { partner } = await findPartner(desk, id);
  return isSame(partnerFacts(partner), facts) ? done : changedMeanwhile;
}

/** Adds an offer of a partner (version 0) or changes one. @throws AppError `notFound` */
export async function writeOffer(
  desk: Desk,
  { id, partnerId, version, facts }: Seen<OfferFacts> & { partnerId: string },
): Promise<PartnerResult> {
  const { offers } = await findPartner(desk, partnerId);
  const current = offers.find((offer) => offer.id === id);
  if (!current && version > 0) throw new AppError("notFound");
  if (current && isSame(offerFacts(current), facts)) return version > 0 ? nothingChanged : done;
  if ((current?.version ?? 0) !== version) return changedMeanwhile;
  const stored = await storeOffer(desk.db, desk, { id, partnerId, version }, await storedOffer(facts));
  if (stored) return done;
  // Somebody was faster: the same form pressed twice, or somebody else.
  const { offer } = await findOffer(desk, id);
  return version === 0 && isSame(offerFacts(offer), facts) ? done : changedMeanwhile;
}

/** Notes that everything about a partner and its offers is true today. */
export async function confirmPartner(
  desk: Desk,
  { id, version }: { id: string; version: number },
  now: Date,
): Promise<PartnerResult> {
  const today = berlinDay(now);
  const { partner } = await findPartner(desk, id);
  if (partner.checkedOn === today) return done;
  const { count } = await desk.db.partner.updateMany({
    where: { id, version },
    data: { checkedOn: new Date(today), version: version + 1, changedBy: desk.account },
  });
  return count === 1 ? done : changedMeanwhile;
}

/** Writes what the site keeps about a partner for itself. @throws AppError `notFound` */
export async function writePartnerNote(
  desk: Desk,
  { partnerId, version, text }: { partnerId: string; version: number; text: string },
): Promise<PartnerResult> {
  const { note } = await findPartner(desk, partnerId);
  if (note.text === text) return done;
  const { keyEpoch, sealed } = await desk.keys.sealForSite("partner_note.sealed_body", partnerId, text);
  const data = { keyEpoch, sealedBody: sealed };
  const key = { siteId: desk.site, partnerId };
  try {
    const { count } =
      version === 0
        ? await desk.db.partnerNote.createMany({ data: [{ ...key, ...data }] })
        : await desk.db.partnerNote.updateMany({
            where: { ...key, version },
            data: { ...data, version: version + 1 },
          });
    return count === 1 ? done : changedMeanwhile;
  } catch (error) {
    if (isUniqueViolation(error)) return changedMeanwhile;
    throw error;
  }
}

/**
 * Stores what a file changes, all of it or nothing. Rows with errors are left out.
 *
 * @param seen of the preview that whoever confirms has seen
 */
export async function importPartners(
  desk: Desk,
  { seen, ...file }: ImportFile & { seen: string },
  now: Date,
): Promise<PartnerResult | ({ ok: false } & ImportRefusal)> {
  const plan = await planImport(desk, file, now);
  if ("reason" in plan) return { ok: false, ...plan };
  if (planSeen(plan) !== seen) return changedMeanwhile;
  if (plan.partners.length + plan.offers.length === 0) return nothingChanged;
  return carryOut(desk, plan);
}
