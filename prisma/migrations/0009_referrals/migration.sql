-- CreateTable
CREATE TABLE "consent" (
    "site_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "asked_on" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "decided_on" DATE,
    "decided_by" TEXT,
    "revoked_on" DATE,
    "revoked_by" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "sealed_request" BYTEA NOT NULL,
    "sealed_decision" BYTEA,
    "sealed_revocation" BYTEA,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("site_id","case_id","id")
);

-- CreateTable
CREATE TABLE "referral" (
    "site_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consent_id" UUID,
    "partner_id" UUID,
    "to_site" TEXT,
    "reply" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "sent_on" DATE,
    "answer_due_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 0,
    "sealed_body" BYTEA NOT NULL,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("site_id","case_id","id")
);

-- CreateIndex
CREATE INDEX "referral_site_id_answer_due_on_idx" ON "referral"("site_id", "answer_due_on") WHERE (status = 'sent');

-- CreateIndex
CREATE UNIQUE INDEX "referral_site_id_case_id_consent_id_key" ON "referral"("site_id", "case_id", "consent_id");

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_site_id_case_id_fkey" FOREIGN KEY ("site_id", "case_id") REFERENCES "case_file"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_to_site_fkey" FOREIGN KEY ("to_site") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_site_id_case_id_fkey" FOREIGN KEY ("site_id", "case_id") REFERENCES "case_file"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_site_id_case_id_consent_id_fkey" FOREIGN KEY ("site_id", "case_id", "consent_id") REFERENCES "consent"("site_id", "case_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A consent says who asked for what until when, what was answered, and since when it no longer holds; and nothing in
-- between. It never holds for longer than a year.
ALTER TABLE consent
  ADD CONSTRAINT consent_status CHECK (status IN ('requested', 'given', 'declined', 'revoked')),
  ADD CONSTRAINT consent_term CHECK (expires_on BETWEEN asked_on AND asked_on + 366),
  ADD CONSTRAINT consent_decision CHECK ((decided_on IS NULL) = (decided_by IS NULL)
    AND (decided_on IS NULL) = (sealed_decision IS NULL) AND decided_by IN ('person', 'site')
    AND decided_on >= asked_on),
  ADD CONSTRAINT consent_revocation CHECK ((revoked_on IS NULL) = (revoked_by IS NULL)
    AND (revoked_on IS NULL) = (sealed_revocation IS NULL) AND revoked_by IN ('person', 'site')),
  ADD CONSTRAINT consent_status_fits CHECK (CASE status
    WHEN 'requested' THEN decided_on IS NULL AND revoked_on IS NULL
    WHEN 'revoked' THEN revoked_on IS NOT NULL
    ELSE decided_on IS NOT NULL AND revoked_on IS NULL END),
  ADD CONSTRAINT consent_size CHECK (octet_length(sealed_request) <= 70000 AND octet_length(sealed_decision) <= 20000
    AND octet_length(sealed_revocation) <= 20000);
ALTER TABLE referral
  ADD CONSTRAINT referral_status CHECK (status IN ('draft', 'consentRequested', 'consented', 'declined', 'sent',
    'accepted', 'refused', 'noAnswer', 'done', 'revoked')),
  ADD CONSTRAINT referral_needs_consent CHECK (CASE status
    WHEN 'draft' THEN consent_id IS NULL
    WHEN 'revoked' THEN true
    ELSE consent_id IS NOT NULL END),
  ADD CONSTRAINT referral_sent CHECK (CASE
    WHEN status IN ('sent', 'accepted', 'refused', 'noAnswer', 'done') THEN sent_on IS NOT NULL
    WHEN status = 'revoked' THEN true
    ELSE sent_on IS NULL END),
  ADD CONSTRAINT referral_answer_due CHECK (answer_due_on IS NULL OR sent_on IS NOT NULL AND answer_due_on >= sent_on),
  ADD CONSTRAINT referral_to_site CHECK (to_site <> site_id AND (to_site IS NULL OR partner_id IS NULL)),
  ADD CONSTRAINT referral_reply CHECK (reply IS NULL
    OR reply IN ('notResponsible', 'noCapacity', 'language', 'known', 'other') AND to_site IS NOT NULL),
  ADD CONSTRAINT referral_size CHECK (octet_length(sealed_body) <= 70000);

-- A consent goes one way: asked, answered, revoked. What it says is never rewritten, and only the person, through
-- the mailbox, answers as the person.
CREATE FUNCTION guard_consent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT (OLD.status = 'requested' AND NEW.status IN ('given', 'declined', 'revoked')
      OR OLD.status = 'given' AND NEW.status = 'revoked') THEN
    RAISE EXCEPTION 'a consent cannot go this way' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'revoked' AND (NEW.decided_on, NEW.decided_by, NEW.sealed_decision)
      IS DISTINCT FROM (OLD.decided_on, OLD.decided_by, OLD.sealed_decision) THEN
    RAISE EXCEPTION 'a decision stays as it was' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'given' AND NEW.decided_on > NEW.expires_on THEN
    RAISE EXCEPTION 'nobody was asked for so long' USING ERRCODE = 'check_violation';
  END IF;
  IF starts_with(current_user::text, 'site_') AND (NEW.revoked_by = 'person'
      OR NEW.decided_by = 'person' AND OLD.decided_by IS NULL) THEN
    RAISE EXCEPTION 'only the person answers as the person' USING ERRCODE = 'check_violation';
  END IF;
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION guard_consent();

-- What happens to a consent happens to the referral that it is for, in the same statement.
CREATE FUNCTION follow_consent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.referral r
    SET status = CASE NEW.status WHEN 'given' THEN 'consented' ELSE NEW.status END
    WHERE r.site_id = NEW.site_id AND r.case_id = NEW.case_id AND r.consent_id = NEW.id
      AND (NEW.status = 'revoked' AND r.status <> 'revoked' OR r.status = 'consentRequested');
  RETURN NULL;
END $$;
CREATE TRIGGER follow AFTER UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION follow_consent();

-- No referral is sent, or counts as sent, without a consent that holds on that day. There is no way around this: the
-- consent's row is locked while it is looked at, so that a revocation comes before (then nothing is sent) or after
-- (then it takes the referral along). Somebody who is revoking just now wins: this never waits for them, which could
-- end in a deadlock of which they were the victim.
CREATE FUNCTION guard_referral() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_consent record;
BEGIN
  IF NEW.status <> OLD.status AND NOT (NEW.status = 'revoked' OR (OLD.status, NEW.status) IN (
      ('draft', 'consentRequested'), ('draft', 'consented'), ('draft', 'declined'),
      ('consentRequested', 'consented'), ('consentRequested', 'declined'), ('consented', 'sent'),
      ('sent', 'accepted'), ('sent', 'refused'), ('sent', 'noAnswer'), ('noAnswer', 'accepted'), ('noAnswer', 'refused'),
      ('accepted', 'done'), ('refused', 'done'), ('noAnswer', 'done'))) OR OLD.status = 'revoked' THEN
    RAISE EXCEPTION 'a referral cannot go this way' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.consent_id IS NOT NULL AND NEW.consent_id IS DISTINCT FROM OLD.consent_id
      OR OLD.sent_on IS NOT NULL AND NEW.sent_on IS DISTINCT FROM OLD.sent_on
      OR NEW.sent_on IS NOT NULL AND OLD.sent_on IS NULL AND NEW.status <> 'sent' THEN
    RAISE EXCEPTION 'a referral keeps its consent and its day' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.to_site IS NOT NULL AND NEW.status IN ('accepted', 'refused') AND NEW.status <> OLD.status
      AND starts_with(current_user::text, 'site_') THEN
    RAISE EXCEPTION 'another site answers for itself' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status IN ('draft', 'revoked') THEN RETURN NEW; END IF;

  SELECT c.status, c.decided_on, c.expires_on INTO v_consent FROM public.consent c
    WHERE c.site_id = NEW.site_id AND c.case_id = NEW.case_id AND c.id = NEW.consent_id FOR SHARE NOWAIT;
  IF v_consent.status IS DISTINCT FROM
      (CASE NEW.status WHEN 'consentRequested' THEN 'requested' WHEN 'declined' THEN 'declined' ELSE 'given' END) THEN
    RAISE EXCEPTION 'no consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'referral_needs_consent';
  END IF;
  IF NEW.sent_on NOT BETWEEN v_consent.decided_on AND v_consent.expires_on THEN
    RAISE EXCEPTION 'no consent on that day' USING ERRCODE = 'check_violation', CONSTRAINT = 'referral_needs_consent';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON referral FOR EACH ROW EXECUTE FUNCTION guard_referral();
REVOKE ALL ON FUNCTION guard_consent, follow_consent, guard_referral FROM PUBLIC;

ALTER TABLE consent  ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE referral ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY desk_reads   ON consent  FOR SELECT TO counselling USING (site_id = current_site());
CREATE POLICY desk_asks    ON consent  FOR INSERT TO counselling WITH CHECK (site_id = current_site() AND status = 'requested');
CREATE POLICY desk_records ON consent  FOR UPDATE TO counselling USING (site_id = current_site());
CREATE POLICY desk_reads   ON referral FOR SELECT TO counselling USING (site_id = current_site());
CREATE POLICY desk_drafts  ON referral FOR INSERT TO counselling WITH CHECK (site_id = current_site() AND status = 'draft');
CREATE POLICY desk_changes ON referral FOR UPDATE TO counselling USING (site_id = current_site());
GRANT SELECT, INSERT ON consent, referral TO counselling;
GRANT UPDATE (status, decided_on, decided_by, revoked_on, revoked_by, sealed_decision, sealed_revocation) ON consent TO counselling;
GRANT UPDATE (consent_id, partner_id, status, sent_on, answer_due_on, version, sealed_body) ON referral TO counselling;

-- The mailbox: what one person is asked, and what they answer, addressed by a value that only the receipt yields.
CREATE POLICY by_receipt_reads   ON consent  FOR SELECT TO mailbox_functions USING (true);
CREATE POLICY by_receipt_answers ON consent  FOR UPDATE TO mailbox_functions USING (true);
CREATE POLICY by_receipt_reads   ON referral FOR SELECT TO mailbox_functions USING (true);
CREATE POLICY by_receipt_follows ON referral FOR UPDATE TO mailbox_functions USING (true);
GRANT SELECT, UPDATE (status, decided_on, decided_by, revoked_on, revoked_by, sealed_decision, sealed_revocation)
  ON consent TO mailbox_functions;
GRANT SELECT (site_id, case_id, id, consent_id, to_site, status, sent_on), UPDATE (status) ON referral TO mailbox_functions;

CREATE FUNCTION mailbox_consents(p_lookup bytea)
  RETURNS TABLE (id uuid, status text, asked_on date, expires_on date, decided_on date, decided_by text,
    revoked_on date, sent_on date, referral text, sealed_request bytea, sealed_decision bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT n.id, n.status, n.asked_on, n.expires_on, n.decided_on, n.decided_by, n.revoked_on, r.sent_on,
      r.status, n.sealed_request, n.sealed_decision
    FROM public.mailbox_key k
      JOIN public.case_file c ON c.site_id = k.site_id AND c.id = k.case_id AND c.status <> 'anonymised'
      JOIN public.consent n ON n.site_id = k.site_id AND n.case_id = k.case_id
      LEFT JOIN public.referral r ON r.site_id = n.site_id AND r.case_id = n.case_id AND r.consent_id = n.id
    WHERE k.lookup_id = p_lookup ORDER BY n.asked_on, n.id
$$;

-- Answers once. `stands` says that it was answered otherwise before, withdrawn, or that its time is over.
CREATE FUNCTION mailbox_decide(p_lookup bytea, p_id uuid, p_status text, p_sealed bytea, p_today date) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_case record;
  v_consent record;
BEGIN
  SELECT c.site_id, c.id INTO v_case
    FROM public.mailbox_key k JOIN public.case_file c ON c.site_id = k.site_id AND c.id = k.case_id
    WHERE k.lookup_id = p_lookup AND c.status <> 'anonymised' FOR UPDATE OF c;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  SELECT n.status, n.expires_on INTO v_consent FROM public.consent n
    WHERE n.site_id = v_case.site_id AND n.case_id = v_case.id AND n.id = p_id FOR UPDATE;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  IF v_consent.status = p_status THEN RETURN 'repeated'; END IF;
  IF p_status = 'revoked' THEN
    IF v_consent.status <> 'given' THEN RETURN 'stands'; END IF;
    UPDATE public.consent n SET status = 'revoked', revoked_on = p_today, revoked_by = 'person', sealed_revocation = p_sealed
      WHERE n.site_id = v_case.site_id AND n.case_id = v_case.id AND n.id = p_id;
  ELSE
    IF v_consent.status <> 'requested' OR v_consent.expires_on < p_today THEN RETURN 'stands'; END IF;
    UPDATE public.consent n SET status = p_status, decided_on = p_today, decided_by = 'person', sealed_decision = p_sealed
      WHERE n.site_id = v_case.site_id AND n.case_id = v_case.id AND n.id = p_id;
  END IF;
  -- Something new to look at, as with a letter; and whoever said yes waits for what comes of it.
  UPDATE public.case_file c SET unread = true, version = c.version + 1,
      waiting_since = CASE WHEN p_status = 'given' THEN coalesce(c.waiting_since, p_today) ELSE c.waiting_since END
    WHERE c.site_id = v_case.site_id AND c.id = v_case.id;
  RETURN 'accepted';
END $$;

GRANT CREATE ON SCHEMA public TO mailbox_functions;
ALTER FUNCTION mailbox_consents OWNER TO mailbox_functions;
ALTER FUNCTION mailbox_decide OWNER TO mailbox_functions;
REVOKE CREATE ON SCHEMA public FROM mailbox_functions;
REVOKE ALL ON FUNCTION mailbox_consents, mailbox_decide FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mailbox_consents, mailbox_decide TO mailbox;
