-- Follow-ups and deadlines of cases, links between two cases of one person, and the indexes of the page "today".

-- CreateTable
CREATE TABLE "follow_up" (
    "site_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "assignee_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_on" DATE NOT NULL,
    "sealed_body" BYTEA NOT NULL,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("site_id","case_id","id")
);

-- CreateTable
CREATE TABLE "case_link" (
    "site_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "created_on" DATE NOT NULL,
    "sealed_body" BYTEA NOT NULL,

    CONSTRAINT "case_link_pkey" PRIMARY KEY ("site_id","case_id","id")
);

-- CreateIndex
CREATE INDEX "follow_up_due_idx" ON "follow_up"("site_id", "due_on") WHERE ("done_on" IS NULL);

-- CreateIndex
CREATE INDEX "follow_up_whose_idx" ON "follow_up"("site_id", "assignee_id", "due_on") WHERE ("done_on" IS NULL);

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_site_id_case_id_fkey" FOREIGN KEY ("site_id", "case_id") REFERENCES "case_file"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_site_id_assignee_id_fkey" FOREIGN KEY ("site_id", "assignee_id") REFERENCES "membership"("site_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_site_id_case_id_fkey" FOREIGN KEY ("site_id", "case_id") REFERENCES "case_file"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each section of the page "today" is a walk along one of these, for as many rows as it shows. The statuses are
-- OPEN_STATUSES of lib/cases/rules.ts.
CREATE INDEX "case_file_follow_up_idx" ON "case_file"("site_id", "follow_up_on", "number") WHERE (follow_up_on IS NOT NULL);
CREATE INDEX "case_file_stepless_idx" ON "case_file"("site_id", "number")
  WHERE (follow_up_on IS NULL AND status IN ('received', 'screened', 'assigned', 'waiting', 'scheduled', 'counselling', 'referring', 'accompanying', 'dormant'));
CREATE INDEX "case_file_stepless_whose_idx" ON "case_file"("site_id", "assignee_id", "number")
  WHERE (follow_up_on IS NULL AND status IN ('received', 'screened', 'assigned', 'waiting', 'scheduled', 'counselling', 'referring', 'accompanying', 'dormant'));
CREATE INDEX "case_file_waiting_whose_idx" ON "case_file"("site_id", "assignee_id", "waiting_since", "number") WHERE (waiting_since IS NOT NULL);
CREATE INDEX "case_file_unread_whose_idx" ON "case_file"("site_id", "assignee_id", "number") WHERE (unread);

ALTER TABLE follow_up
  ADD CONSTRAINT follow_up_days CHECK (due_on BETWEEN '2000-01-01' AND '2199-12-31' AND version >= 0),
  ADD CONSTRAINT follow_up_size CHECK (octet_length(sealed_body) <= 20000);
ALTER TABLE case_link ADD CONSTRAINT case_link_size CHECK (octet_length(sealed_body) <= 20000);

ALTER TABLE follow_up ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE case_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON follow_up FOR ALL TO counselling USING (site_id = current_site());
CREATE POLICY desk ON case_link FOR ALL TO counselling USING (site_id = current_site());
GRANT SELECT, INSERT, UPDATE (due_on, done_on, assignee_id, version, sealed_body) ON follow_up TO counselling;
GRANT SELECT, INSERT ON case_link TO counselling; -- links are only ever added
GRANT UPDATE (follow_up_on) ON case_file TO counselling;

-- A case says when somebody has to look at it next, whoever writes a follow-up and however. Both triggers run with
-- the rights of whoever writes.
CREATE FUNCTION follow_up_is_next() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.case_file c
    SET follow_up_on = (SELECT min(f.due_on) FROM public.follow_up f
        WHERE f.site_id = NEW.site_id AND f.case_id = NEW.case_id AND f.done_on IS NULL)
    WHERE c.site_id = NEW.site_id AND c.id = NEW.case_id;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_up_is_next AFTER INSERT OR UPDATE OF due_on, done_on ON follow_up
  FOR EACH ROW EXECUTE FUNCTION follow_up_is_next();

-- Who takes a case over takes over what was still to be done in it by whoever had it.
CREATE FUNCTION follow_ups_go_along() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.follow_up f SET assignee_id = NEW.assignee_id
    WHERE f.site_id = NEW.site_id AND f.case_id = NEW.id AND f.done_on IS NULL
      AND f.assignee_id IS NOT DISTINCT FROM OLD.assignee_id;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_ups_go_along AFTER UPDATE OF assignee_id ON case_file
  FOR EACH ROW WHEN (NEW.assignee_id IS DISTINCT FROM OLD.assignee_id) EXECUTE FUNCTION follow_ups_go_along();
