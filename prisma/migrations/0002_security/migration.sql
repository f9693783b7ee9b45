-- Who may touch what. Design, section 2: one login a surface and a site, policies on the current login.
-- The logins themselves are made by scripts/provision.ts before this runs.

ALTER TABLE staff_session SET UNLOGGED;

-- Values that the queue, retention or row security depend on; and a bound on what a stolen login can store.
ALTER TABLE case_file
  ADD CONSTRAINT case_file_status CHECK (status IN ('received', 'screened', 'assigned', 'waiting', 'scheduled',
    'counselling', 'referring', 'accompanying', 'dormant', 'closed', 'anonymised', 'withdrawn', 'notResponsible', 'spam')),
  ADD CONSTRAINT case_file_kind CHECK (kind IN ('report', 'firstContact', 'referralCounselling', 'accompaniment')),
  ADD CONSTRAINT case_file_language CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z]{2,8})?$'),
  ADD CONSTRAINT case_file_channel CHECK (channel IN ('phone', 'inPerson', 'video', 'email', 'chat', 'outreach', 'unknown')),
  ADD CONSTRAINT case_file_size CHECK (octet_length(sealed_enquiry) <= 70000 AND octet_length(wrapped_key) <= 200);
ALTER TABLE message
  ADD CONSTRAINT message_author CHECK (author IN ('person', 'site')),
  ADD CONSTRAINT message_size CHECK (octet_length(sealed_body) <= 70000);
ALTER TABLE note ADD CONSTRAINT note_size CHECK (octet_length(sealed_body) <= 70000);
ALTER TABLE case_event ADD CONSTRAINT case_event_size CHECK (octet_length(sealed_detail) <= 70000);
ALTER TABLE mailbox_key
  ADD CONSTRAINT mailbox_key_size CHECK (octet_length(lookup_id) = 32 AND octet_length(wrapped_key) <= 200);
ALTER TABLE membership ADD CONSTRAINT membership_role CHECK (role IN ('counsellor', 'lead'));

-- PUBLIC holds nothing, now and for what later migrations add.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;

GRANT USAGE ON SCHEMA public TO counselling, intake, mailbox, network, auth, jobs, intake_functions, mailbox_functions;

-- The site that the current login stands for; null for every login that is no site's.
CREATE FUNCTION current_site() RETURNS text LANGUAGE sql STABLE
  RETURN CASE WHEN starts_with(current_user::text, 'site_') THEN substr(current_user::text, 6) END;
GRANT EXECUTE ON FUNCTION current_site() TO counselling;

-- Row security: on, and forced on the owner as well.
ALTER TABLE site_key       ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE site_key_grant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE membership     ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE site_counter   ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE case_file      ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE mailbox_key    ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE message        ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE note           ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE case_event     ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- A counsellor's desk: the rows of its own site. `counselling` is the group of all site logins.
CREATE POLICY desk ON site_key       FOR SELECT TO counselling USING (site_id = current_site());
CREATE POLICY desk ON site_key_grant FOR SELECT TO counselling USING (site_id = current_site());
CREATE POLICY desk ON membership     FOR SELECT TO counselling USING (site_id = current_site());
CREATE POLICY desk ON site_counter   FOR ALL    TO counselling USING (site_id = current_site());
CREATE POLICY desk ON case_file      FOR ALL    TO counselling USING (site_id = current_site());
CREATE POLICY desk ON mailbox_key    FOR ALL    TO counselling USING (site_id = current_site());
CREATE POLICY desk_reads ON message    FOR SELECT TO counselling USING (site_id = current_site());
CREATE POLICY desk_writes ON message   FOR INSERT TO counselling
  WITH CHECK (site_id = current_site() AND author = 'site'); -- no counsellor can write in the person's name
CREATE POLICY desk ON note           FOR ALL    TO counselling USING (site_id = current_site());
CREATE POLICY desk ON case_event     FOR ALL    TO counselling USING (site_id = current_site());

GRANT SELECT ON site, site_key, site_key_grant, membership TO counselling;
GRANT SELECT, UPDATE (next_case_number) ON site_counter TO counselling;
GRANT SELECT, INSERT ON case_file TO counselling;
GRANT UPDATE (status, assignee_id, waiting_since, unread, version) ON case_file TO counselling;
GRANT SELECT (site_id, case_id), INSERT ON mailbox_key TO counselling;
GRANT SELECT, INSERT ON message, note, case_event TO counselling; -- letters, notes and history are only ever added

-- The public form: reads public site data, hands in through one function.
CREATE POLICY sealing ON site_key FOR SELECT TO intake USING (true);
GRANT SELECT ON site TO intake;
GRANT SELECT (site_id, epoch, public_key) ON site_key TO intake;

CREATE POLICY handing_in ON site_counter FOR ALL    TO intake_functions USING (true);
CREATE POLICY handing_in ON case_file    FOR INSERT TO intake_functions WITH CHECK (status = 'received');
CREATE POLICY handing_in ON mailbox_key  FOR ALL    TO intake_functions USING (true);
CREATE POLICY handing_in ON message      FOR INSERT TO intake_functions WITH CHECK (author = 'person' AND seq = 1);
GRANT SELECT, UPDATE ON site_counter TO intake_functions;
GRANT INSERT ON case_file, message TO intake_functions;
GRANT SELECT (lookup_id), INSERT ON mailbox_key TO intake_functions;

-- Stores one enquiry, once. The counter row's lock lets identical posts in one after the other, so the second
-- of them sees the first and answers `repeated`.
CREATE FUNCTION hand_in(p_site text, p_case uuid, p_kind text, p_language text, p_channel text, p_today date,
    p_epoch int, p_wrapped_key bytea, p_sealed_enquiry bytea, p_lookup bytea, p_mailbox_key bytea,
    p_letter uuid, p_sealed_letter bytea) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_number int;
BEGIN
  SELECT next_case_number INTO v_number FROM public.site_counter WHERE site_id = p_site FOR UPDATE;
  IF NOT FOUND THEN RETURN 'unknownSite'; END IF;
  IF EXISTS (SELECT 1 FROM public.mailbox_key WHERE lookup_id = p_lookup) THEN RETURN 'repeated'; END IF;

  UPDATE public.site_counter SET next_case_number = v_number + 1 WHERE site_id = p_site;
  INSERT INTO public.case_file (site_id, id, number, kind, status, language, channel, created_on, waiting_since,
      unread, version, key_epoch, wrapped_key, sealed_enquiry)
    VALUES (p_site, p_case, v_number, p_kind, 'received', p_language, p_channel, p_today, p_today,
      true, 0, p_epoch, p_wrapped_key, p_sealed_enquiry);
  INSERT INTO public.mailbox_key (site_id, case_id, lookup_id, wrapped_key)
    VALUES (p_site, p_case, p_lookup, p_mailbox_key);
  IF p_sealed_letter IS NOT NULL THEN
    INSERT INTO public.message (site_id, case_id, seq, id, author, created_on, sealed_body)
      VALUES (p_site, p_case, 1, p_letter, 'person', p_today, p_sealed_letter);
  END IF;
  RETURN 'accepted';
END $$;

-- The mailbox: three functions over one thread, addressed by a value that only the receipt yields.
CREATE POLICY by_receipt ON mailbox_key FOR SELECT TO mailbox_functions USING (true);
CREATE POLICY by_receipt_reads ON case_file FOR SELECT TO mailbox_functions USING (true);
CREATE POLICY by_receipt_marks ON case_file FOR UPDATE TO mailbox_functions USING (true);
CREATE POLICY by_receipt_reads ON message FOR SELECT TO mailbox_functions USING (true);
CREATE POLICY by_receipt_writes ON message FOR INSERT TO mailbox_functions WITH CHECK (author = 'person');
GRANT SELECT ON mailbox_key, message TO mailbox_functions;
GRANT SELECT (site_id, id, status, created_on, waiting_since, version) ON case_file TO mailbox_functions;
GRANT UPDATE (waiting_since, unread, version) ON case_file TO mailbox_functions;
GRANT INSERT ON message TO mailbox_functions;

CREATE FUNCTION mailbox_open(p_lookup bytea)
  RETURNS TABLE (site_id text, case_id uuid, status text, created_on date, wrapped_key bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.site_id, c.id, c.status, c.created_on, k.wrapped_key
    FROM public.mailbox_key k JOIN public.case_file c ON c.site_id = k.site_id AND c.id = k.case_id
    WHERE k.lookup_id = p_lookup AND c.status <> 'anonymised'
$$;

CREATE FUNCTION mailbox_letters(p_lookup bytea)
  RETURNS TABLE (seq int, id uuid, author text, created_on date, sealed_body bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.seq, m.id, m.author, m.created_on, m.sealed_body
    FROM public.mailbox_key k JOIN public.message m ON m.site_id = k.site_id AND m.case_id = k.case_id
    WHERE k.lookup_id = p_lookup ORDER BY m.seq
$$;

-- Adds a person's letter once. `moved` says that another letter took the number that this one was sealed for.
CREATE FUNCTION mailbox_append(p_lookup bytea, p_id uuid, p_seq int, p_sealed bytea, p_today date) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_case record;
BEGIN
  SELECT c.site_id, c.id INTO v_case
    FROM public.mailbox_key k JOIN public.case_file c ON c.site_id = k.site_id AND c.id = k.case_id
    WHERE k.lookup_id = p_lookup AND c.status <> 'anonymised' FOR UPDATE OF c;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  IF EXISTS (SELECT 1 FROM public.message m WHERE m.site_id = v_case.site_id AND m.case_id = v_case.id AND m.id = p_id)
    THEN RETURN 'repeated'; END IF;
  IF p_seq <> 1 + (SELECT coalesce(max(m.seq), 0) FROM public.message m
      WHERE m.site_id = v_case.site_id AND m.case_id = v_case.id) THEN RETURN 'moved'; END IF;

  INSERT INTO public.message (site_id, case_id, seq, id, author, created_on, sealed_body)
    VALUES (v_case.site_id, v_case.id, p_seq, p_id, 'person', p_today, p_sealed);
  -- A new version, so that a counsellor who has not seen this letter cannot close the case over it.
  UPDATE public.case_file c SET unread = true, waiting_since = coalesce(c.waiting_since, p_today), version = c.version + 1
    WHERE c.site_id = v_case.site_id AND c.id = v_case.id;
  RETURN 'accepted';
END $$;

-- A definer function runs with the few rights of its own role, not with the owner's. Taking a function over
-- needs CREATE on the schema for a moment.
GRANT CREATE ON SCHEMA public TO intake_functions, mailbox_functions;
ALTER FUNCTION hand_in OWNER TO intake_functions;
ALTER FUNCTION mailbox_open OWNER TO mailbox_functions;
ALTER FUNCTION mailbox_letters OWNER TO mailbox_functions;
ALTER FUNCTION mailbox_append OWNER TO mailbox_functions;
REVOKE CREATE ON SCHEMA public FROM intake_functions, mailbox_functions;
REVOKE ALL ON FUNCTION hand_in, mailbox_open, mailbox_letters, mailbox_append, current_site FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hand_in TO intake;
GRANT EXECUTE ON FUNCTION mailbox_open, mailbox_letters, mailbox_append TO mailbox;

-- Sign-in, the network desk and the jobs.
CREATE POLICY signing_in ON membership FOR SELECT TO auth USING (true);
GRANT SELECT ON account TO auth;
GRANT SELECT (site_id, account_id, role, active) ON membership TO auth;
GRANT SELECT, INSERT, DELETE, UPDATE (seen_at) ON staff_session TO auth;
GRANT SELECT ON site TO network;
GRANT SELECT (id_hash, opened_at, seen_at), DELETE ON staff_session TO jobs;

-- The owner provisions sites, keys and people. It holds no policy on cases: not even a mistake of a
-- provisioning script reads one.
CREATE POLICY provisioning ON site_key       FOR ALL TO CURRENT_USER USING (true);
CREATE POLICY provisioning ON site_key_grant FOR ALL TO CURRENT_USER USING (true);
CREATE POLICY provisioning ON membership     FOR ALL TO CURRENT_USER USING (true);
CREATE POLICY provisioning ON site_counter   FOR ALL TO CURRENT_USER USING (true);
