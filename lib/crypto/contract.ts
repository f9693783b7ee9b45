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
  "membership.sealed_name": "directory",
  "invitation.sealed_name": "directory",
  "site_event.sealed_detail": "directory",
  "site_text.sealed_body": "directory",
  "site_key_grant.sealed_pin": "directory",
  "site_key_grant.sealed_site_key": "user",
  "site_key_recovery.sealed_pin": "directory",
  "site_key_recovery.sealed_site_key": "recovery",
  "account.wrapped_by_passphrase": "passphrase",
  "account.wrapped_by_recovery": "recoveryCode",
  "account.sealed_totp": "user",
  "passkey.wrapped_by_prf": "passkey",
  "staff_session.sealed_user_key": "session",
} as const;

export type SealedColumn = keyof typeof SEALED_COLUMNS;

/** The columns whose content is sealed under a case key. */
export type CaseColumn = {
  [C in SealedColumn]: (typeof SEALED_COLUMNS)[C] extends "case" ? C : never;
}[SealedColumn];

/** The columns that everybody at a site reads, whoever the case belongs to: names, history, pins. */
export type SiteColumn = {
  [C in SealedColumn]: (typeof SEALED_COLUMNS)[C] extends "directory" ? C : never;
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
  "site.area_states": "public",
  "site.area_postal_codes": "public",
  "site.accessibility": "public",
  "site.closures": "public",
  "site.notices": "public",
  "site.video_url": "address that people are sent",
  "site_text.site_id": "row security",
  "site_text.kind": "queue",
  "network_setting.key": "public",
  "network_setting.value": "public",
  "network_event.detail": "before and after of what is public",
  "vocabulary_value.list": "public",
  "vocabulary_value.code": "public",
  "vocabulary_value.parent": "public",
  "vocabulary_value.labels": "public",
  "legal_deadline.code": "public",
  "legal_deadline.labels": "public",
  "legal_deadline.unit": "public",
  "legal_deadline.counts_from": "public",
  "legal_deadline.source": "public",
  "site_key.site_id": "row security",
  "site_key.public_key": "public key",
  "site_key_grant.site_id": "row security",
  "site_recovery.site_id": "row security",
  "site_recovery.public_key": "public key",
  "site_key_recovery.site_id": "row security",
  "site_event.site_id": "row security",
  "invitation.site_id": "row security",
  "invitation.role": "row security",
  "invitation.token_hash": "hash of a random value",
  "network_invitation.token_hash": "hash of a random value",
  "passkey.credential_id": "random value that the authenticator chose",
  "passkey.public_key": "public key",
  "passkey.transports": "usb, nfc and the like: how the browser reaches the authenticator",
  "passkey.device": "coarse kind, by which its owner knows it again",
  "membership.site_id": "row security",
  "membership.role": "row security",
  "site_counter.site_id": "row security",
  "account.email_lookup": "keyed hash",
  "account.kdf_salt": "salt",
  "account.verifier": "derived from a passphrase by Argon2id with pepper",
  "account.public_key": "public key",
  "account.locale": "interface language, set before sign-in completes",
  "staff_session.id_hash": "hash of a random value",
  "staff_session.device": "coarse kind, by which its owner knows it again",
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
