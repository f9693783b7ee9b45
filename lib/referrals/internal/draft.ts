import type { Desk } from "../../auth/desk";
import { addToCase, openForChange } from "../../cases/commands";
import { sealText } from "../../crypto/content";
import { referralPlace } from "../../crypto/places";
import { isUniqueViolation } from "../../db/errors";
import { findSite } from "../../sites/queries";
import type { ChangeDraft, DraftReferral } from "../schema";
import type { ReferralBody } from "../types";
import { DONE, openOne, type ReferralResult, refuse, step } from "./change";

type Draft = Pick<ReferralBody, "recipient" | "purpose" | "fields" | "unticked">;

const written = (
  desk: Desk,
  { recipient, purpose, fields, unticked = [] }: Draft,
  now: Date,
): ReferralBody => ({
  ...{ recipient, purpose, fields, unticked },
  account: desk.account,
  at: now.toISOString(),
});

/** Writes a new draft. The same form sent twice is one; with other content it is refused and shown beside what is there. */
export async function insertDraft(desk: Desk, typed: DraftReferral, now: Date): Promise<ReferralResult> {
  const opened = await openForChange(desk, typed.caseId);
  const input = await toSiteItself(desk, typed, now);
  if (!input) return refuse("siteUnknown");
  const ref = { site: desk.site, caseId: opened.id };
  const body = JSON.stringify(written(desk, input, now));
  const referral = {
    siteId: desk.site,
    caseId: opened.id,
    id: input.referralId,
    partnerId: input.partnerId,
    toSite: input.toSite,
    sealedBody: sealText(opened.key, referralPlace(ref, input.referralId, 0), body),
  };
  try {
    await addToCase(desk, opened, {}, { action: "referralDrafted" }, now, async (tx) => {
      await tx.referral.createMany({ data: [referral] });
    });
    return DONE;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const stored = (await openOne(desk, input.caseId, input.referralId)).referral.body;
    return stored && isSame(stored, input) ? DONE : refuse("changedMeanwhile");
  }
}

/** A site of the network is named as the network names it: the person is told who it is, not what somebody typed. */
async function toSiteItself<D extends Draft & { partnerId: string | null; toSite: string | null }>(
  desk: Desk,
  draft: D,
  now: Date,
): Promise<D | null> {
  if (!draft.toSite) return draft;
  const site = draft.toSite === desk.site ? null : await findSite(draft.toSite, now);
  return site && { ...draft, partnerId: null, recipient: { name: site.name, contact: "" } };
}

const isSame = (stored: Draft, typed: Draft): boolean => contentOf(stored) === contentOf(typed);
const contentOf = ({ recipient, purpose, fields, unticked = [] }: Draft): string =>
  JSON.stringify([
    recipient.name,
    recipient.contact,
    purpose,
    ...[fields, unticked].map((texts) => texts.map(({ field, text }) => [field, text])),
  ]);

/** Changes a draft that nobody has changed since, and about which nobody was asked yet. */
export async function rewriteDraft(desk: Desk, typed: ChangeDraft, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, typed.caseId, typed.referralId);
  // To whom a handover goes is settled: for another site a draft of its own is needed.
  const input = await toSiteItself(desk, { ...typed, toSite: at.referral.toSite }, now);
  if (!input) return refuse("siteUnknown");
  return step(desk, at, now, {
    version: input.version,
    from: ["draft"],
    data: { partnerId: input.partnerId },
    body: written(desk, input, now),
    action: { action: "referralDrafted" },
    isDone: ({ status, body }) => status === "draft" && body !== null && isSame(body, input),
  });
}
