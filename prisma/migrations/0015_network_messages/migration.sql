-- CreateTable
CREATE TABLE "network_message" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "to_all" BOOLEAN NOT NULL,
    "to_sites" TEXT[],
    "sent_at" TIMESTAMPTZ(0) NOT NULL,
    "withdrawn_on" DATE,

    CONSTRAINT "network_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_reading" (
    "site_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,

    CONSTRAINT "message_reading_pkey" PRIMARY KEY ("site_id","account_id","message_id")
);

-- CreateIndex
CREATE INDEX "network_message_from_on_idx" ON "network_message"("from_on");

-- AddForeignKey
ALTER TABLE "message_reading" ADD CONSTRAINT "message_reading_site_id_account_id_fkey" FOREIGN KEY ("site_id", "account_id") REFERENCES "membership"("site_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_reading" ADD CONSTRAINT "message_reading_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "network_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- To all sites, or to those that are named: nobody named is never taken for everybody.
ALTER TABLE network_message
  ADD CONSTRAINT network_message_days CHECK (until_on >= from_on),
  ADD CONSTRAINT network_message_to CHECK (to_all = (cardinality(to_sites) = 0)),
  ADD CONSTRAINT network_message_size CHECK (octet_length(title) <= 1000 AND octet_length(text) <= 20000
    AND cardinality(to_sites) <= 2000 AND octet_length(to_sites::text) <= 100000);

ALTER TABLE network_message ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE message_reading ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- A site reads what is addressed to it and still stands. The network does not learn who has read what.
CREATE POLICY network_desk ON network_message FOR ALL TO network USING (true);
CREATE POLICY addressed    ON network_message FOR SELECT TO counselling
  USING (withdrawn_on IS NULL AND (to_all OR current_site() = ANY (to_sites)));
CREATE POLICY desk ON message_reading FOR ALL TO counselling USING (site_id = current_site());

GRANT SELECT, INSERT, UPDATE (withdrawn_on) ON network_message TO network;
GRANT SELECT ON network_message TO counselling;
GRANT SELECT, INSERT ON message_reading TO counselling;
