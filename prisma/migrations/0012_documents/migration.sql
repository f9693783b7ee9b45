-- CreateTable
CREATE TABLE "document" (
    "site_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "created_on" DATE NOT NULL,
    "sealed_body" BYTEA NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("site_id","case_id","id")
);

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_site_id_case_id_fkey" FOREIGN KEY ("site_id", "case_id") REFERENCES "case_file"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE document
  ADD CONSTRAINT document_version CHECK (version > 0),
  ADD CONSTRAINT document_size CHECK (octet_length(sealed_body) <= 70000);

ALTER TABLE document ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON document FOR ALL TO counselling USING (site_id = current_site());
GRANT SELECT, INSERT, UPDATE (version, sealed_body) ON document TO counselling;
