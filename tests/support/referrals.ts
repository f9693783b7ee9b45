import { randomUUID } from "node:crypto";
import type { Desk } from "../../lib/auth/desk";
import {
  answerAsPerson,
  askConsent,
  draftReferral,
  markSent,
  recordConsent,
  revokeConsent,
} from "../../lib/referrals/commands";
import { findReferral, listOwnConsents } from "../../lib/referrals/queries";
import type { RecordConsent } from "../../lib/referrals/schema";
import type { Referral, SharedField, SharedText } from "../../lib/referrals/types";
import { type GivenCase, givenCase, mailboxOf } from "./cases";
import { NOW } from "./clock";
import { deskAt } from "./sites";

export const FIELDS: SharedText[] = [
  { field: "name", text: "Sema" },
  { field: "phone", text: "0151 234567" },
  { field: "told", text: "Im Bus wurde ich beschimpft." },
];

export const DRAFT = {
  recipient: { name: "Mieterverein", contact: "Am Markt 1" },
  purpose: "Beratung zum Mietrecht",
  partnerId: null,
  toSite: null,
  fields: FIELDS,
};

/** The last day of a consent that was asked on the day of the tests. */
export const EXPIRES_ON = "2025-06-12";
export const TODAY = "2025-03-14";

export type GivenReferral = { desk: Desk; caseFile: GivenCase; ids: { caseId: string; referralId: string } };

/** A draft about a person who came by the public form. */
export async function givenDraft(
  site = "koeln",
  fields = FIELDS,
  toSite: string | null = null,
): Promise<GivenReferral> {
  const caseFile = await givenCase({ site });
  const desk = await deskAt(site);
  const ids = { caseId: caseFile.id, referralId: randomUUID() };
  accepted(await draftReferral(desk, { ...ids, ...DRAFT, toSite, fields }, NOW));
  return { desk, caseFile, ids };
}

/** A referral about which the person is asked in the mailbox. */
export async function givenRequest(site = "koeln", expiresOn = EXPIRES_ON): Promise<GivenReferral> {
  const given = await givenDraft(site);
  accepted(await askConsent(given.desk, { ...given.ids, version: 0, expiresOn }, NOW));
  return given;
}

/** A referral to which the person said yes on the phone. */
export async function givenConsent(site = "koeln"): Promise<GivenReferral> {
  const given = await givenDraft(site);
  accepted(await recordConsent(given.desk, { ...given.ids, version: 0, ...BY_PHONE }, NOW));
  return given;
}

/** An answer on the phone, with which the person struck out what they had told. */
export const BY_PHONE: Omit<RecordConsent, "caseId" | "referralId" | "version"> = {
  answer: "given",
  way: "phone",
  on: TODAY,
  expiresOn: EXPIRES_ON,
  language: "tr",
  words: "Ja, das dürft ihr schicken.",
  fields: ["name", "phone"],
};

export const referralOf = async ({ desk, ids }: GivenReferral): Promise<Referral> =>
  (await findReferral(desk, ids.caseId, ids.referralId)).referral;

export function accepted(result: { ok: boolean; reason?: string }): void {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
}

const SENT = { on: TODAY, way: "letter", words: "", answerDueOn: "2025-03-28" } as const;

/** The counsellor says that it was sent on the day of the tests, unless another is given. */
export const send = ({ desk, ids }: GivenReferral, on = TODAY, now = NOW, version = 0) =>
  markSent(desk, { ...ids, version, ...SENT, on }, now);

/** The person calls and takes everything back. */
export const revoke = ({ desk, ids }: GivenReferral, now = NOW) =>
  revokeConsent(desk, { ...ids, version: 0, way: "phone", on: TODAY, words: "Nein." }, now);

/** What the person is asked, and where. */
export const ownConsent = async ({ caseFile }: GivenReferral, now = NOW) => {
  const mailbox = await mailboxOf(caseFile.receipt);
  const [consent] = await listOwnConsents(mailbox, now);
  if (!consent) throw new Error("nobody was asked");
  return { mailbox, consent };
};

/** The person says yes in Turkish, to two of three things unless others are given. */
export async function saysYes(given: GivenReferral, now = NOW, fields: SharedField[] = ["name", "told"]) {
  const { mailbox, consent } = await ownConsent(given, now);
  return answerAsPerson(mailbox, { id: consent.id, answer: "given", fields, locale: "tr" }, now);
}
