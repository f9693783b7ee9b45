import { furtherLookup } from "../../lib/crypto/receipt";
import { findMailbox, type Mailbox } from "../../lib/mailbox/commands";
import { askConsent, recordConsent } from "../../lib/referrals/commands";
import { listOwnConsents } from "../../lib/referrals/queries";
import { refreshSites } from "../../lib/sites/queries";
import { mailboxOf } from "./cases";
import { NOW } from "./clock";
import {
  accepted,
  BY_PHONE,
  EXPIRES_ON,
  FIELDS,
  type GivenReferral,
  givenDraft,
  saysYes,
  send,
} from "./referrals";
import { deskAt } from "./sites";

/** A draft of Köln's about a person whom Bochum is to take over. */
export async function givenHandoverDraft(fields = FIELDS): Promise<GivenReferral> {
  await deskAt("bochum");
  refreshSites();
  return givenDraft("koeln", fields, "bochum");
}

/** The same, after the person said yes in the mailbox to two of three things. */
export async function givenHandover(): Promise<GivenReferral> {
  const given = await givenHandoverDraft();
  accepted(await askConsent(given.desk, { ...given.ids, version: 0, expiresOn: EXPIRES_ON }, NOW));
  await saysYes(given);
  return given;
}

/** The same, after the person said yes on the phone. */
export async function givenHandoverByPhone(): Promise<GivenReferral> {
  const given = await givenHandoverDraft();
  accepted(await recordConsent(given.desk, { ...given.ids, version: 0, ...BY_PHONE }, NOW));
  return given;
}

/** The same, after the counsellor let it go. */
export async function givenOffer(make = givenHandover): Promise<GivenReferral> {
  const given = await make();
  accepted(await send(given));
  return given;
}

/** The thread at the other site, as the receipt opens it; null as long as there is none. */
export async function threadThere({ caseFile }: GivenReferral): Promise<Mailbox | null> {
  const mailbox = await mailboxOf(caseFile.receipt);
  const [consent] = await listOwnConsents(mailbox, NOW);
  if (!consent?.thread) return null;
  return findMailbox({ ...mailbox.keys, lookupId: furtherLookup(mailbox.keys.key, consent.thread) });
}
