-- CreateTable
CREATE TABLE "journal_entry" (
    "site_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "letter" INTEGER,
    "former_seq" INTEGER,
    "sealed_detail" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("site_id","seq")
);

-- CreateTable
CREATE TABLE "journal_head" (
    "site_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("site_id")
);

-- CreateIndex
CREATE INDEX "journal_entry_site_id_case_id_seq_idx" ON "journal_entry"("site_id", "case_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_site_id_case_id_letter_key" ON "journal_entry"("site_id", "case_id", "letter");

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_head" ADD CONSTRAINT "journal_head_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was recorded before the chain comes over as it is: sealed under its number within the case, without a hash.
-- The first entry that weact adds covers all of it. The order between cases was never stored.
ALTER TABLE case_event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_file NO FORCE ROW LEVEL SECURITY;
INSERT INTO journal_entry (site_id, seq, case_id, former_seq, sealed_detail, hash)
  SELECT e.site_id, row_number() OVER (PARTITION BY e.site_id ORDER BY c.number, e.seq), e.case_id, e.seq,
      e.sealed_detail, ''
    FROM case_event e JOIN case_file c ON c.site_id = e.site_id AND c.id = e.case_id;
INSERT INTO journal_head (site_id, seq, hash)
  SELECT site_id, max(seq), '' FROM journal_entry GROUP BY site_id;
ALTER TABLE case_file FORCE ROW LEVEL SECURITY;

-- DropTable
DROP TABLE "case_event";

ALTER TABLE journal_entry
  ADD CONSTRAINT journal_entry_numbers CHECK (seq > 0 AND letter > 0 AND former_seq > 0),
  ADD CONSTRAINT journal_entry_size CHECK (octet_length(sealed_detail) <= 70000),
  ADD CONSTRAINT journal_entry_hash CHECK (octet_length(hash) = CASE WHEN former_seq IS NULL THEN 32 ELSE 0 END);
ALTER TABLE journal_head
  ADD CONSTRAINT journal_head_hash CHECK (octet_length(hash) IN (0, 32));

ALTER TABLE journal_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_head  ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY desk ON journal_entry FOR ALL TO counselling USING (site_id = current_site());
CREATE POLICY desk ON journal_head  FOR ALL TO counselling USING (site_id = current_site());
GRANT SELECT, INSERT (site_id, seq, case_id, letter, sealed_detail, hash) ON journal_entry TO counselling; -- only ever added
GRANT SELECT, INSERT, UPDATE (seq, hash) ON journal_head TO counselling;

-- Checking the chain needs no key: whoever checks sees sealed entries and their hashes, of all sites.
CREATE POLICY checking ON journal_entry FOR SELECT TO jobs USING (true);
CREATE POLICY checking ON journal_head  FOR SELECT TO jobs USING (true);
GRANT SELECT ON journal_entry, journal_head TO jobs;
