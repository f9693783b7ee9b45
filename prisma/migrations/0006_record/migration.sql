-- CreateTable
CREATE TABLE "case_entry" (
    "site_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_on" DATE NOT NULL,
    "sealed_body" BYTEA NOT NULL,

    CONSTRAINT "case_entry_pkey" PRIMARY KEY ("site_id","case_id","id")
);

-- AddForeignKey
ALTER TABLE "case_entry" ADD CONSTRAINT "case_entry_site_id_case_id_fkey" FOREIGN KEY ("site_id", "case_id") REFERENCES "case_file"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE case_entry
  ADD CONSTRAINT case_entry_version CHECK (version >= 1),
  ADD CONSTRAINT case_entry_size CHECK (octet_length(sealed_body) <= 70000);

ALTER TABLE case_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON case_entry FOR ALL TO counselling USING (site_id = current_site());

-- A wrong entry is marked as wrong, never taken away; which case it belongs to and since when is not changed.
GRANT SELECT, INSERT, UPDATE (version, sealed_body) ON case_entry TO counselling;
