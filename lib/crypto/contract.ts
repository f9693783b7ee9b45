/**
 * Every column that holds something sealed, and under which key. A test compares this list and the one of
 * columns allowed in the clear with the database's catalogue, so a new column has to be classified.
 */
export const SEALED_COLUMNS = {
  "case_file.sealed_enquiry": "case",
  "case_file.wrapped_key": "site",
  "mailbox_key.wrapped_key": "receipt",
  "message.sealed_body": "case",
  "note.sealed_body": "case",
  "case_event.sealed_detail": "case",
  "membership.sealed_name": "site",
  "site_key.sealed_for_recovery": "recovery",
  "site_key_grant.sealed_site_key": "user",
  "account.wrapped_by_passphrase": "passphrase",
  "account.wrapped_by_recovery": "recoveryCode",
  "staff_session.sealed_user_key": "session",
} as const;

export type SealedColumn = keyof typeof SEALED_COLUMNS;

/** The columns whose content is sealed under a case key. */
export type CaseColumn = {
  [C in SealedColumn]: (typeof SEALED_COLUMNS)[C] extends "case" ? C : never;
}[SealedColumn];

/** Text and bytes columns that may be read by whoever holds the database, each for a stated reason. */
export const CLEAR_COLUMNS: Record<string, string> = {
  "site.id": "public",
  "site.name": "public",
  "site.carriers": "public",
  "site.state_code": "public",
  "site.state": "public",
  "site.area": "public",
  "site.channels": "public",
  "site.languages": "public",
  "site.offices": "public",
  "site.website": "public",
  "site.sources": "public",
  "site_key.site_id": "row security",
  "site_key.public_key": "public key",
  "site_key.recovery_key": "public key",
  "site_key_grant.site_id": "row security",
  "membership.site_id": "row security",
  "membership.role": "row security",
  "site_counter.site_id": "row security",
  "account.email_lookup": "keyed hash",
  "account.kdf_salt": "salt",
  "account.verifier": "derived from a passphrase by Argon2id with pepper",
  "account.public_key": "public key",
  "account.locale": "interface language, set before sign-in completes",
  "staff_session.id_hash": "hash of a random value",
  "case_file.site_id": "row security",
  "case_file.kind": "queue",
  "case_file.status": "queue, and the sentence the person sees",
  "case_file.language": "queue",
  "case_file.channel": "queue",
  "mailbox_key.site_id": "row security",
  "mailbox_key.lookup_id": "keyed, memory-hard hash of the receipt",
  "message.site_id": "row security",
  "message.author": "row security: a site cannot write as the person",
  "note.site_id": "row security",
  "case_event.site_id": "row security",
};
