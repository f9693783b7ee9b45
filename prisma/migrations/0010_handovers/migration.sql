-- CreateTable
CREATE TABLE "handover" (
    "site_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "from_site" TEXT NOT NULL,
    "from_case" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'held',
    "offered_on" DATE,
    "language" TEXT NOT NULL,
    "key_epoch" INTEGER NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "sealed_enquiry" BYTEA NOT NULL,
    "lookup_id" BYTEA,
    "mailbox_key" BYTEA,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateIndex
CREATE INDEX "handover_from_site_from_case_referral_id_idx" ON "handover"("from_site", "from_case", "referral_id");

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_site_id_key_epoch_fkey" FOREIGN KEY ("site_id", "key_epoch") REFERENCES "site_key"("site_id", "epoch") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE handover
  ADD CONSTRAINT handover_status CHECK (status = 'held' AND offered_on IS NULL OR status = 'offered' AND offered_on IS NOT NULL),
  ADD CONSTRAINT handover_elsewhere CHECK (site_id <> from_site),
  ADD CONSTRAINT handover_language CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z]{2,8})?$'),
  ADD CONSTRAINT handover_size CHECK (octet_length(wrapped_key) <= 200 AND octet_length(sealed_enquiry) <= 70000
    AND (lookup_id IS NULL) = (mailbox_key IS NULL) AND coalesce(octet_length(lookup_id) = 32, true)
    AND coalesce(octet_length(mailbox_key) <= 200, true));

ALTER TABLE handover ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- The receiving site sees what is offered to it, and not which case of the other it came from. The sending site sees
-- nothing of it, neither before nor afterwards: of its own it has the referral.
CREATE POLICY desk ON handover FOR SELECT TO counselling USING (site_id = current_site() AND status = 'offered');
GRANT SELECT (site_id, id, from_site, status, offered_on, language, key_epoch, wrapped_key, sealed_enquiry, lookup_id,
  mailbox_key) ON handover TO counselling;

-- What goes from one site to the other goes through the functions below, with the rights of the mailbox's functions,
-- because the person's own yes is where most of it begins.
CREATE POLICY handing_over ON handover FOR ALL TO mailbox_functions USING (true);
GRANT SELECT, INSERT, DELETE, UPDATE (status, offered_on) ON handover TO mailbox_functions;
GRANT UPDATE (reply) ON referral TO mailbox_functions;

-- Keeps what a consent allows to be handed over, until the sender lets it go. Only for a consent that was given, and
-- once; the place is empty again when the consent is revoked.
CREATE FUNCTION keep_handover(p_site text, p_case uuid, p_consent uuid, p_id uuid, p_language text, p_epoch int,
    p_wrapped_key bytea, p_sealed_enquiry bytea, p_lookup bytea, p_mailbox_key bytea) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_referral record;
BEGIN
  SELECT r.id, r.to_site INTO v_referral FROM public.referral r
    WHERE r.site_id = p_site AND r.case_id = p_case AND r.consent_id = p_consent AND r.status = 'consented';
  IF NOT FOUND OR v_referral.to_site IS NULL OR EXISTS (SELECT FROM public.handover h
      WHERE h.from_site = p_site AND h.from_case = p_case AND h.referral_id = v_referral.id) THEN
    RAISE EXCEPTION 'nothing to hand over' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO public.handover (site_id, id, from_site, from_case, referral_id, status, language, key_epoch, wrapped_key,
      sealed_enquiry, lookup_id, mailbox_key)
    VALUES (v_referral.to_site, p_id, p_site, p_case, v_referral.id, 'held', p_language, p_epoch, p_wrapped_key,
      p_sealed_enquiry, p_lookup, p_mailbox_key);
END $$;

-- The person says yes in the mailbox: their session has sealed to the other site what they left in.
CREATE FUNCTION mailbox_hand_over(p_lookup bytea, p_consent uuid, p_sealed bytea, p_today date, p_id uuid,
    p_language text, p_epoch int, p_wrapped_key bytea, p_sealed_enquiry bytea, p_new_lookup bytea, p_mailbox_key bytea)
    RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_outcome text := public.mailbox_decide(p_lookup, p_consent, 'given', p_sealed, p_today);
  v_key record;
BEGIN
  IF v_outcome <> 'accepted' THEN RETURN v_outcome; END IF;
  SELECT k.site_id, k.case_id INTO v_key FROM public.mailbox_key k WHERE k.lookup_id = p_lookup;
  PERFORM public.keep_handover(v_key.site_id, v_key.case_id, p_consent, p_id, p_language, p_epoch, p_wrapped_key,
    p_sealed_enquiry, p_new_lookup, p_mailbox_key);
  RETURN v_outcome;
END $$;

-- A counsellor has written down a yes that was said otherwise. The login says which site that is.
CREATE FUNCTION desk_hand_over(p_case uuid, p_consent uuid, p_id uuid, p_language text, p_epoch int,
    p_wrapped_key bytea, p_sealed_enquiry bytea) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.keep_handover(substr(session_user::text, 6), p_case, p_consent, p_id, p_language, p_epoch,
    p_wrapped_key, p_sealed_enquiry, NULL, NULL);
END $$;

-- The receiving site answers: yes, after it has made a case of it in the same transaction, or no and why. Either way
-- nothing of it stays here. `gone` says that it was taken back, or answered before.
CREATE FUNCTION answer_handover(p_id uuid, p_reply text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_handover record;
BEGIN
  SELECT h.from_site, h.from_case, h.referral_id INTO v_handover FROM public.handover h
    WHERE h.site_id = substr(session_user::text, 6) AND h.id = p_id AND h.status = 'offered';
  IF NOT FOUND THEN RETURN 'gone'; END IF;
  -- The case first, as everywhere: whoever revokes at this moment is before this or after it.
  PERFORM FROM public.case_file c WHERE c.site_id = v_handover.from_site AND c.id = v_handover.from_case FOR UPDATE;
  UPDATE public.referral r
    SET status = CASE WHEN p_reply IS NULL THEN 'accepted' ELSE 'refused' END, reply = p_reply
    WHERE r.site_id = v_handover.from_site AND r.case_id = v_handover.from_case AND r.id = v_handover.referral_id
      AND r.status = 'sent';
  IF NOT FOUND THEN RETURN 'gone'; END IF;
  UPDATE public.case_file c SET unread = true, version = c.version + 1
    WHERE c.site_id = v_handover.from_site AND c.id = v_handover.from_case;
  RETURN 'answered';
END $$;

-- A handover goes with its referral: offered when that is sent, removed when it is answered, revoked or erased.
CREATE FUNCTION follow_referral() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.to_site IS NULL THEN RETURN NULL; END IF;
  IF TG_OP = 'DELETE' THEN
    DELETE FROM public.handover h
      WHERE h.from_site = OLD.site_id AND h.from_case = OLD.case_id AND h.referral_id = OLD.id;
  ELSIF NEW.status IN ('accepted', 'refused', 'revoked') THEN
    DELETE FROM public.handover h
      WHERE h.from_site = OLD.site_id AND h.from_case = OLD.case_id AND h.referral_id = OLD.id;
  ELSIF NEW.status = 'sent' AND OLD.status <> 'sent' THEN
    UPDATE public.handover h SET status = 'offered', offered_on = NEW.sent_on
      WHERE h.from_site = OLD.site_id AND h.from_case = OLD.case_id AND h.referral_id = OLD.id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'nothing to hand over' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NULL;
END $$;

GRANT CREATE ON SCHEMA public TO mailbox_functions;
ALTER FUNCTION keep_handover OWNER TO mailbox_functions;
ALTER FUNCTION mailbox_hand_over OWNER TO mailbox_functions;
ALTER FUNCTION desk_hand_over OWNER TO mailbox_functions;
ALTER FUNCTION answer_handover OWNER TO mailbox_functions;
ALTER FUNCTION follow_referral OWNER TO mailbox_functions;
REVOKE CREATE ON SCHEMA public FROM mailbox_functions;
REVOKE ALL ON FUNCTION keep_handover, mailbox_hand_over, desk_hand_over, answer_handover, follow_referral FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mailbox_hand_over TO mailbox;
GRANT EXECUTE ON FUNCTION desk_hand_over, answer_handover TO counselling;
CREATE TRIGGER follow AFTER UPDATE OR DELETE ON referral FOR EACH ROW EXECUTE FUNCTION follow_referral();
