-- Until when the person agreed that somebody there reads it. What was offered before this column existed counts as over.
-- AlterTable
ALTER TABLE "handover" ADD COLUMN     "expires_on" DATE NOT NULL DEFAULT '1970-01-01';
ALTER TABLE "handover" ALTER COLUMN "expires_on" DROP DEFAULT;

GRANT SELECT (expires_on) ON handover TO counselling;
GRANT SELECT (reply) ON referral TO mailbox_functions;

-- As before, with the last day of the consent, which the receiving site sees.
GRANT CREATE ON SCHEMA public TO mailbox_functions;
CREATE OR REPLACE FUNCTION keep_handover(p_site text, p_case uuid, p_consent uuid, p_id uuid, p_language text, p_epoch int,
    p_wrapped_key bytea, p_sealed_enquiry bytea, p_lookup bytea, p_mailbox_key bytea) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_referral record;
BEGIN
  SELECT r.id, r.to_site, c.expires_on INTO v_referral
    FROM public.referral r
      JOIN public.consent c ON c.site_id = r.site_id AND c.case_id = r.case_id AND c.id = r.consent_id
    WHERE r.site_id = p_site AND r.case_id = p_case AND r.consent_id = p_consent AND r.status = 'consented';
  IF NOT FOUND OR v_referral.to_site IS NULL OR EXISTS (SELECT FROM public.handover h
      WHERE h.from_site = p_site AND h.from_case = p_case AND h.referral_id = v_referral.id) THEN
    RAISE EXCEPTION 'nothing to hand over' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO public.handover (site_id, id, from_site, from_case, referral_id, status, expires_on, language, key_epoch,
      wrapped_key, sealed_enquiry, lookup_id, mailbox_key)
    VALUES (v_referral.to_site, p_id, p_site, p_case, v_referral.id, 'held', v_referral.expires_on, p_language, p_epoch,
      p_wrapped_key, p_sealed_enquiry, p_lookup, p_mailbox_key);
END $$;

-- The receiving site answers: yes, after it has made a case of it in the same transaction, or no and why. Either way
-- nothing of it stays here. `gone` says that it was taken back, answered before, or that the person's yes was for a
-- time that is over: that is for the sender to ask again, and nothing that the other can still make a case of.
DROP FUNCTION answer_handover;
CREATE FUNCTION answer_handover(p_id uuid, p_reply text, p_today date) RETURNS text
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
    FROM public.consent c
    WHERE r.site_id = v_handover.from_site AND r.case_id = v_handover.from_case AND r.id = v_handover.referral_id
      AND r.status = 'sent' AND c.site_id = r.site_id AND c.case_id = r.case_id AND c.id = r.consent_id
      AND c.status = 'given' AND (p_reply IS NOT NULL OR p_today <= c.expires_on);
  IF NOT FOUND THEN RETURN 'gone'; END IF;
  UPDATE public.case_file c SET unread = true, version = c.version + 1
    WHERE c.site_id = v_handover.from_site AND c.id = v_handover.from_case;
  RETURN 'answered';
END $$;

-- A yes that is taken back takes its referral along, whatever became of that; only a case that another site has made
-- its own stays there, and so does what the referral says about it.
CREATE OR REPLACE FUNCTION follow_consent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.referral r
    SET status = CASE NEW.status WHEN 'given' THEN 'consented' ELSE NEW.status END
    WHERE r.site_id = NEW.site_id AND r.case_id = NEW.case_id AND r.consent_id = NEW.id
      AND (NEW.status = 'revoked' AND r.status <> 'revoked'
          AND NOT (r.to_site IS NOT NULL AND r.reply IS NULL AND r.status IN ('accepted', 'done'))
        OR r.status = 'consentRequested');
  RETURN NULL;
END $$;

-- As before, and: what another site is asked is answered by that site alone, also by silence; what it has made a case
-- of its own is not taken back here; and once something has been sent, what came of it is written down whether or not
-- the consent still stands, since a revocation has taken along all that it could.
CREATE OR REPLACE FUNCTION guard_referral() RETURNS trigger
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
  IF NEW.to_site IS NOT NULL AND NEW.status IN ('accepted', 'refused', 'noAnswer') AND NEW.status <> OLD.status
      AND starts_with(current_user::text, 'site_') THEN
    RAISE EXCEPTION 'another site answers for itself' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.to_site IS NOT NULL AND NEW.status = 'revoked' AND OLD.status IN ('accepted', 'done') AND OLD.reply IS NULL THEN
    RAISE EXCEPTION 'the case is another site''s' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status IN ('draft', 'revoked')
      OR OLD.status IN ('sent', 'accepted', 'refused', 'noAnswer', 'done') THEN RETURN NEW; END IF;

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

-- As before, without how the referral stands: the way to a person's case at another site does not depend on it.
DROP FUNCTION mailbox_consents;
CREATE FUNCTION mailbox_consents(p_lookup bytea)
  RETURNS TABLE (id uuid, status text, asked_on date, expires_on date, decided_on date, decided_by text,
    revoked_on date, sent_on date, sealed_request bytea, sealed_decision bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT n.id, n.status, n.asked_on, n.expires_on, n.decided_on, n.decided_by, n.revoked_on, r.sent_on,
      n.sealed_request, n.sealed_decision
    FROM public.mailbox_key k
      JOIN public.case_file c ON c.site_id = k.site_id AND c.id = k.case_id AND c.status <> 'anonymised'
      JOIN public.consent n ON n.site_id = k.site_id AND n.case_id = k.case_id
      LEFT JOIN public.referral r ON r.site_id = n.site_id AND r.case_id = n.case_id AND r.consent_id = n.id
    WHERE k.lookup_id = p_lookup ORDER BY n.asked_on, n.id
$$;

ALTER FUNCTION answer_handover OWNER TO mailbox_functions;
ALTER FUNCTION mailbox_consents OWNER TO mailbox_functions;
REVOKE CREATE ON SCHEMA public FROM mailbox_functions;
REVOKE ALL ON FUNCTION answer_handover, mailbox_consents FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answer_handover TO counselling;
GRANT EXECUTE ON FUNCTION mailbox_consents TO mailbox;
