-- AlterTable
ALTER TABLE "journal_entry" ADD COLUMN     "consent_id" UUID,
ADD COLUMN     "consent_part" TEXT;

-- CreateIndex
CREATE INDEX "consent_site_id_idx" ON "consent"("site_id") WHERE (decided_by = 'person' OR revoked_by = 'person');

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_site_id_case_id_consent_id_consent_part_key" ON "journal_entry"("site_id", "case_id", "consent_id", "consent_part");

-- What a person decided in the mailbox enters once, as a letter does, and is nothing else besides.
ALTER TABLE journal_entry
  ADD CONSTRAINT journal_entry_consent CHECK ((consent_id IS NULL) = (consent_part IS NULL)
    AND (consent_id IS NULL OR letter IS NULL AND former_seq IS NULL) AND consent_part IN ('decision', 'revocation'));
GRANT INSERT (consent_id, consent_part) ON journal_entry TO counselling;
