-- CreateTable
CREATE TABLE "partner" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "alliances" TEXT[],
    "data" JSONB NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "checked_on" DATE,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT NOT NULL,
    "changed_by" UUID NOT NULL,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "help" TEXT[],
    "life_areas" TEXT[],
    "grounds" TEXT[],
    "languages" TEXT[],
    "states" TEXT[],
    "postal_codes" TEXT[],
    "cost" TEXT NOT NULL,
    "channels" TEXT[],
    "accessibility" TEXT[],
    "warmth" TEXT NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "data" JSONB NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "changed_by" UUID NOT NULL,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partner_id" UUID NOT NULL,
    "offer_id" UUID,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(0) NOT NULL,
    "by_site" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "partner_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_note" (
    "site_id" TEXT NOT NULL,
    "partner_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "key_epoch" INTEGER NOT NULL,
    "sealed_body" BYTEA NOT NULL,

    CONSTRAINT "partner_note_pkey" PRIMARY KEY ("site_id","partner_id")
);

-- CreateIndex
CREATE INDEX "partner_search_id_idx" ON "partner"("search", "id");

-- CreateIndex
CREATE INDEX "offer_partner_id_idx" ON "offer"("partner_id");

-- CreateIndex
CREATE INDEX "partner_event_partner_id_at_idx" ON "partner_event"("partner_id", "at");

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_event" ADD CONSTRAINT "partner_event_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_note" ADD CONSTRAINT "partner_note_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_note" ADD CONSTRAINT "partner_note_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The directory of partners: facts that organisations publish themselves, shared by all sites. What a site thinks of
-- a partner is sealed to the site.
ALTER TABLE partner
  ADD CONSTRAINT partner_name CHECK (name <> '' AND length(name) <= 200),
  ADD CONSTRAINT partner_search CHECK (length(search) <= 500), -- fits into a page of its index in every script
  ADD CONSTRAINT partner_size CHECK (octet_length(data::text) + octet_length(alliances::text) <= 40000),
  ADD CONSTRAINT partner_place CHECK ((lat IS NULL) = (lon IS NULL));
ALTER TABLE offer
  ADD CONSTRAINT offer_title CHECK (title <> '' AND length(title) <= 200),
  ADD CONSTRAINT offer_cost CHECK (cost IN ('', 'free', 'sliding', 'paid')),
  ADD CONSTRAINT offer_warmth CHECK (warmth IN ('', 'contact', 'announced', 'joint')),
  ADD CONSTRAINT offer_size CHECK (octet_length(data::text) + octet_length(help::text) + octet_length(life_areas::text)
    + octet_length(grounds::text) + octet_length(languages::text) + octet_length(states::text)
    + octet_length(postal_codes::text) + octet_length(channels::text) + octet_length(accessibility::text) <= 40000),
  ADD CONSTRAINT offer_place CHECK ((lat IS NULL) = (lon IS NULL));
ALTER TABLE partner_event
  ADD CONSTRAINT partner_event_size CHECK (octet_length(coalesce(before::text, '')) + octet_length(after::text) <= 200000);
ALTER TABLE partner_note ADD CONSTRAINT partner_note_size CHECK (octet_length(sealed_body) <= 70000);

ALTER TABLE partner       ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE offer         ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE partner_event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE partner_note  ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- Every site reads and keeps up all of the directory; nobody deletes any of it.
CREATE POLICY shared_reads   ON partner FOR SELECT TO counselling USING (true);
CREATE POLICY shared_adds    ON partner FOR INSERT TO counselling WITH CHECK (created_by = current_site());
CREATE POLICY shared_changes ON partner FOR UPDATE TO counselling USING (true);
CREATE POLICY shared_reads   ON offer FOR SELECT TO counselling USING (true);
CREATE POLICY shared_adds    ON offer FOR INSERT TO counselling WITH CHECK (true);
CREATE POLICY shared_changes ON offer FOR UPDATE TO counselling USING (true);
CREATE POLICY shared_reads   ON partner_event FOR SELECT TO counselling USING (true);
CREATE POLICY own_adds       ON partner_event FOR INSERT TO counselling WITH CHECK (by_site = current_site());
CREATE POLICY desk           ON partner_note FOR ALL TO counselling USING (site_id = current_site());

GRANT SELECT, INSERT, UPDATE (version, name, search, alliances, data, lat, lon, checked_on, retired, changed_by)
  ON partner TO counselling;
GRANT SELECT, INSERT, UPDATE (version, title, help, life_areas, grounds, languages, states, postal_codes, cost, channels,
  accessibility, warmth, lat, lon, data, retired, changed_by) ON offer TO counselling;
GRANT SELECT, INSERT ON partner_event TO counselling; -- history is only ever added
GRANT SELECT, INSERT, UPDATE (version, key_epoch, sealed_body) ON partner_note TO counselling;

-- No change without its entry, whatever code makes it: each raises the version by one, names somebody who works at the
-- site that is logged in, and is written down with the row before and after. The time is the database's.
CREATE FUNCTION record_partner_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_internal text[] := ARRAY['id', 'partner_id', 'version', 'search', 'lat', 'lon', 'created_by', 'changed_by'];
  v_row jsonb := to_jsonb(NEW);
  v_of_offer boolean := TG_TABLE_NAME = 'offer';
BEGIN
  IF NEW.version <> (CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + 1 END) THEN
    RAISE EXCEPTION 'a change of a % raises its version by one', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM public.membership m
      WHERE m.site_id = public.current_site() AND m.account_id = NEW.changed_by AND m.active) THEN
    RAISE EXCEPTION 'nobody of this site changed a %', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.partner_event (partner_id, offer_id, version, at, by_site, account_id, before, after) VALUES (
    CASE WHEN v_of_offer THEN (v_row ->> 'partner_id')::uuid ELSE NEW.id END,
    CASE WHEN v_of_offer THEN NEW.id END,
    NEW.version, now(), public.current_site(), NEW.changed_by,
    CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) - v_internal END,
    v_row - v_internal);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION record_partner_change FROM PUBLIC;
CREATE TRIGGER record_change AFTER INSERT OR UPDATE ON partner FOR EACH ROW EXECUTE FUNCTION record_partner_change();
CREATE TRIGGER record_change AFTER INSERT OR UPDATE ON offer   FOR EACH ROW EXECUTE FUNCTION record_partner_change();
