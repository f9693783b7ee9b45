import { createHmac } from "node:crypto";
import { deriveSecret } from "../env";
import type { CaseKey, Place } from "./content";

/** A case, as every place within it names it. */
export type CaseRef = { site: string; caseId: string };

/** Where the details of the first enquiry are sealed. */
export const enquiryPlace = ({ site, caseId }: CaseRef): Place => ({
  column: "case_file.sealed_enquiry",
  site,
  caseId,
  recordId: caseId,
  author: "person",
  seq: 0,
});

/** Where a letter of the thread is sealed: for both sides, in its order. */
export const letterPlace = (
  { site, caseId }: CaseRef,
  letter: { id: string; author: "person" | "site"; seq: number },
): Place => ({
  column: "message.sealed_body",
  site,
  caseId,
  recordId: letter.id,
  author: letter.author,
  seq: letter.seq,
});

export const notePlace = ({ site, caseId }: CaseRef, id: string): Place => ({
  column: "note.sealed_body",
  site,
  caseId,
  recordId: id,
  author: "site",
  seq: 0,
});

/** Where an entry of the record is sealed. Its version is bound in, so that an earlier one cannot come back. */
export const caseEntryPlace = (
  { site, caseId }: CaseRef,
  { id, version }: { id: string; version: number },
): Place => ({
  column: "case_entry.sealed_body",
  site,
  caseId,
  recordId: id,
  author: "site",
  seq: version,
});

/**
 * The id of an entry of the record that a case has once, or that a form makes once. Keyed with the case key: it tells
 * nothing about which of them it is.
 */
export const caseEntryIdFor = (key: CaseKey, name: string): string =>
  uuidFrom(createHmac("sha256", key).update(`entry/v1\n${name}`).digest());

/**
 * The entry that says where the case is counted, and whether it is. Nothing but the case key leads from it to the
 * fact, and nothing at all from the fact to it.
 */
export const factEntryId = (key: CaseKey): string => caseEntryIdFor(key, "fact");

/** The row in which a fact waits in one table. Who does not have the secret cannot tell that two rows are of one fact. */
export const factRowId = (secret: string, table: string): string =>
  uuidFrom(createHmac("sha256", secret).update(`fact/v1\n${table}`).digest());

/** Where a follow-up is sealed. Its version is bound in, so that no earlier one can take its place. */
export const followUpPlace = ({ site, caseId }: CaseRef, id: string, version: number): Place => ({
  column: "follow_up.sealed_body",
  site,
  caseId,
  recordId: id,
  author: "site",
  seq: version,
});

export const linkPlace = ({ site, caseId }: CaseRef, id: string): Place => ({
  column: "case_link.sealed_body",
  site,
  caseId,
  recordId: id,
  author: "site",
  seq: 0,
});

/** Where an entry of the history is sealed. Its number in the site's chain is bound in, so none can be moved. */
export const entryPlace = ({ site, caseId }: CaseRef, seq: number): Place => ({
  column: "journal_entry.sealed_detail",
  site,
  caseId,
  recordId: caseId,
  author: "site",
  seq,
});

/** Where an entry from before the chain was sealed: under its number within the case. */
export const formerEntryPlace = (ref: CaseRef, formerSeq: number): Place => ({
  ...entryPlace(ref, formerSeq),
  column: "case_event.sealed_detail",
});

/** Where a document is sealed, each version for itself. */
export const documentPlace = ({ site, caseId }: CaseRef, id: string, version: number): Place => ({
  column: "document.sealed_body",
  site,
  caseId,
  recordId: id,
  author: "site",
  seq: version,
});

/** Where a part of a consent is sealed: what was asked, what was answered by whom, and how it was taken back. */
export const consentPlace = (
  { site, caseId }: CaseRef,
  id: string,
  part: "request" | "decision" | "revocation",
  author: "person" | "site",
): Place => ({ column: `consent.sealed_${part}`, site, caseId, recordId: id, author, seq: 0 });

/** Where a referral is sealed, in one of its versions. */
export const referralPlace = ({ site, caseId }: CaseRef, id: string, version: number): Place => ({
  column: "referral.sealed_body",
  site,
  caseId,
  recordId: id,
  author: "site",
  seq: version,
});

/**
 * The id of a person's letter follows from what was sent, so that the same post again is the same letter.
 * Keyed with the case key: without it the id tells nothing about the text.
 */
export const letterIdFor = (key: CaseKey, content: string): string =>
  uuidFrom(createHmac("sha256", key).update(`letter/v1\n${content}`).digest());

/**
 * The id of a case entered at a desk: the same for the same form, so that it is stored once. Nothing leads back
 * from the id to the nonce, from which the receipt derives: what is stored must not open what is sealed.
 */
export const enteredCaseId = (nonce: string, site: string): string =>
  uuidFrom(
    createHmac("sha256", deriveSecret("entered-case"))
      .update(JSON.stringify([nonce, site]))
      .digest(),
  );

function uuidFrom(digest: Buffer): string {
  digest.writeUInt8(((digest[6] ?? 0) & 0x0f) | 0x80, 6); // UUID version 8 (RFC 9562): a construction of our own
  digest.writeUInt8(((digest[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = digest.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
