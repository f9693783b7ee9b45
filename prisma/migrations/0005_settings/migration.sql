-- AlterTable
ALTER TABLE "site" ADD COLUMN     "accessibility" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "answer_days" INTEGER,
ADD COLUMN     "area_postal_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "area_states" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "checked_on" DATE,
ADD COLUMN     "closures" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "notices" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "retention_months" INTEGER NOT NULL DEFAULT 36,
ADD COLUMN     "video_url" TEXT;

-- CreateTable
CREATE TABLE "site_text" (
    "site_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key_epoch" INTEGER NOT NULL,
    "sealed_body" BYTEA NOT NULL,

    CONSTRAINT "site_text_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "network_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "network_setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "vocabulary_value" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "parent" TEXT,
    "position" INTEGER NOT NULL,
    "labels" JSONB NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "vocabulary_value_pkey" PRIMARY KEY ("list","code")
);

-- CreateTable
CREATE TABLE "legal_deadline" (
    "code" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "counts_from" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "legal_deadline_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "network_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(0) NOT NULL,
    "account_id" UUID NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "network_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "network_event_at_idx" ON "network_event"("at");

-- AddForeignKey
ALTER TABLE "site_text" ADD CONSTRAINT "site_text_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A site's name becomes the name of a database login, so the database itself knows what such a name looks like.
ALTER TABLE site
  ADD CONSTRAINT site_slug CHECK (id ~ '^[a-z][a-z0-9-]{1,40}$'),
  ADD CONSTRAINT site_retention CHECK (retention_months BETWEEN 1 AND 120),
  ADD CONSTRAINT site_answer_days CHECK (answer_days BETWEEN 1 AND 60),
  ADD CONSTRAINT site_size CHECK (octet_length(offices::text) + octet_length(closures::text)
    + octet_length(notices::text) <= 100000);
ALTER TABLE site_text
  ADD CONSTRAINT site_text_kind CHECK (kind IN ('block', 'letter')),
  ADD CONSTRAINT site_text_size CHECK (octet_length(sealed_body) <= 70000);
ALTER TABLE network_setting ADD CONSTRAINT network_setting_size CHECK (octet_length(value::text) <= 400000);
ALTER TABLE network_event ADD CONSTRAINT network_event_size CHECK (octet_length(detail::text) <= 900000);
ALTER TABLE vocabulary_value ADD CONSTRAINT vocabulary_value_size CHECK (octet_length(labels::text) <= 10000);
ALTER TABLE legal_deadline
  ADD CONSTRAINT legal_deadline_unit CHECK (unit IN ('months', 'weeks', 'days')),
  ADD CONSTRAINT legal_deadline_counts_from CHECK (counts_from IN ('incident', 'claim', 'decision')),
  ADD CONSTRAINT legal_deadline_size CHECK (octet_length(labels::text) + octet_length(source) <= 10000);

ALTER TABLE site             ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE site_text        ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE network_setting  ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE network_event    ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE vocabulary_value ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE legal_deadline   ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- A site says what is true of itself. Its name, and whether it is offered at all, is the network's to say.
CREATE POLICY showing     ON site FOR SELECT TO counselling, intake, network USING (true);
CREATE POLICY desk_says   ON site FOR UPDATE TO counselling USING (id = current_site());
CREATE POLICY network_adds    ON site FOR INSERT TO network WITH CHECK (NOT active);
CREATE POLICY network_changes ON site FOR UPDATE TO network USING (true);
CREATE POLICY desk ON site_text FOR ALL TO counselling USING (site_id = current_site());

GRANT UPDATE (publish_address, offices, closures, languages, channels, area_states, area_postal_codes,
  accessibility, website, answer_days, notices, retention_months, video_url, checked_on) ON site TO counselling;
GRANT SELECT, INSERT, DELETE, UPDATE (kind, key_epoch, sealed_body) ON site_text TO counselling;
GRANT INSERT, UPDATE (name, carriers, state_code, state, active) ON site TO network;

-- What holds for all sites: everybody who shows it reads it, the network desk writes it.
CREATE POLICY showing ON network_setting  FOR SELECT TO counselling, intake, network USING (true);
CREATE POLICY showing ON vocabulary_value FOR SELECT TO counselling, intake, network USING (true);
CREATE POLICY showing ON legal_deadline   FOR SELECT TO counselling, intake, network USING (true);
CREATE POLICY network_adds    ON network_setting  FOR INSERT TO network WITH CHECK (true);
CREATE POLICY network_changes ON network_setting  FOR UPDATE TO network USING (true);
CREATE POLICY network_adds    ON vocabulary_value FOR INSERT TO network WITH CHECK (true);
CREATE POLICY network_changes ON vocabulary_value FOR UPDATE TO network USING (true);
CREATE POLICY network_adds    ON legal_deadline   FOR INSERT TO network WITH CHECK (true);
CREATE POLICY network_changes ON legal_deadline   FOR UPDATE TO network USING (true);
CREATE POLICY network_desk    ON network_event    FOR ALL    TO network USING (true);

GRANT SELECT ON network_setting, vocabulary_value, legal_deadline TO counselling, intake, network;
GRANT INSERT, UPDATE (value, version) ON network_setting TO network;
GRANT INSERT, UPDATE (position, labels, retired, version) ON vocabulary_value TO network;
GRANT INSERT, UPDATE (labels, amount, unit, counts_from, source, retired, version) ON legal_deadline TO network;
GRANT SELECT, INSERT ON network_event TO network; -- history is only ever added

-- The network desk sees which sites have founded their keys, and invites the first lead of one that has not.
CREATE POLICY network_counts ON site_key FOR SELECT TO network USING (true);
CREATE POLICY first_lead ON invitation FOR INSERT TO network
  WITH CHECK (role = 'lead' AND NOT resets AND NOT used AND account_id IS NULL AND sealed_name IS NULL
    AND NOT EXISTS (SELECT FROM site_key k WHERE k.site_id = invitation.site_id));
GRANT SELECT (site_id, epoch) ON site_key TO network;
GRANT INSERT ON invitation TO network;

-- The owner provisions sites, and the vocabulary that a network starts with: what stands there it leaves alone.
CREATE POLICY provisioning ON site             FOR ALL    TO CURRENT_USER USING (true);
CREATE POLICY provisioning ON vocabulary_value FOR INSERT TO CURRENT_USER WITH CHECK (true);
CREATE POLICY provisioning ON legal_deadline   FOR INSERT TO CURRENT_USER WITH CHECK (true);
