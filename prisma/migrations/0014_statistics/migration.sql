-- CreateTable
CREATE TABLE "statistic_fact" (
    "id" UUID NOT NULL,
    "sealed_fact" BYTEA NOT NULL,

    CONSTRAINT "statistic_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistic_release" (
    "quarter" TEXT NOT NULL,
    "released_on" DATE NOT NULL,
    "demo" BOOLEAN NOT NULL,

    CONSTRAINT "statistic_release_pkey" PRIMARY KEY ("quarter")
);

-- CreateTable
CREATE TABLE "statistic_cell" (
    "quarter" TEXT NOT NULL,
    "partition" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "statistic_cell_pkey" PRIMARY KEY ("quarter","partition","site","category")
);

-- CreateTable
CREATE TABLE "statistic_refusal" (
    "quarter" TEXT NOT NULL,
    "refused_on" DATE NOT NULL,
    "partition" TEXT NOT NULL,

    CONSTRAINT "statistic_refusal_pkey" PRIMARY KEY ("quarter")
);

-- AddForeignKey
ALTER TABLE "statistic_cell" ADD CONSTRAINT "statistic_cell_quarter_fkey" FOREIGN KEY ("quarter") REFERENCES "statistic_release"("quarter") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A fact has one size, whatever it says: nonce, tag and 512 bytes (lib/crypto/fact.ts).
ALTER TABLE statistic_fact ADD CONSTRAINT statistic_fact_size CHECK (octet_length(sealed_fact) = 542);
ALTER TABLE statistic_release ADD CONSTRAINT statistic_release_quarter CHECK (quarter ~ '^\d{4}-Q[1-4]$');
ALTER TABLE statistic_cell
  ADD CONSTRAINT statistic_cell_value CHECK (value >= 0 AND value % 5 = 0),
  ADD CONSTRAINT statistic_cell_names CHECK (partition ~ '^[a-zA-Z]{1,20}$' AND site ~ '^([a-z][a-z0-9-]{1,40})?$'
    AND category ~ '^[A-Za-z0-9][A-Za-z0-9+-]{0,40}$');
ALTER TABLE statistic_refusal
  ADD CONSTRAINT statistic_refusal_quarter CHECK (quarter ~ '^\d{4}-Q[1-4]$'),
  ADD CONSTRAINT statistic_refusal_names CHECK (partition ~ '^[a-zA-Z]{1,20}$');

-- PostgreSQL keeps samples of what a table holds, to plan with: here they would outlive the facts. And every write
-- leaves the table without dead rows, so there is nothing to clean up either.
ALTER TABLE statistic_fact ALTER COLUMN id SET STATISTICS 0, ALTER COLUMN sealed_fact SET STATISTICS 0,
  SET (autovacuum_enabled = false, toast.autovacuum_enabled = false);

ALTER TABLE statistic_fact    ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE statistic_release ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE statistic_cell    ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE statistic_refusal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA public TO statistics_functions;

-- Facts are written by functions only, and opened by the release job only. TRUNCATE is what a row's place in the
-- file, and the file of before, disappear with.
CREATE POLICY counting ON statistic_fact FOR ALL    TO statistics_functions USING (true);
CREATE POLICY opening  ON statistic_fact FOR SELECT TO jobs USING (true);
GRANT SELECT, INSERT, DELETE, TRUNCATE ON statistic_fact TO statistics_functions;
GRANT SELECT ON statistic_fact TO jobs;

-- Released numbers are for everybody who may see them, and written by one function.
CREATE POLICY storing ON statistic_release FOR ALL TO statistics_functions USING (true);
CREATE POLICY storing ON statistic_cell    FOR ALL TO statistics_functions USING (true);
CREATE POLICY storing ON statistic_refusal FOR ALL TO statistics_functions USING (true);
CREATE POLICY showing ON statistic_release FOR SELECT TO network, jobs USING (true);
CREATE POLICY showing ON statistic_cell    FOR SELECT TO network USING (true);
CREATE POLICY showing ON statistic_refusal FOR SELECT TO network, jobs USING (true);
GRANT SELECT, INSERT ON statistic_release, statistic_cell TO statistics_functions;
GRANT SELECT, INSERT, DELETE ON statistic_refusal TO statistics_functions;
GRANT SELECT ON statistic_release, statistic_refusal TO network, jobs;
GRANT SELECT ON statistic_cell TO network;

-- What the release job needs to know to put zeros where nothing was counted.
CREATE POLICY releasing ON site             FOR SELECT TO jobs USING (true);
CREATE POLICY releasing ON vocabulary_value FOR SELECT TO jobs USING (true);
GRANT SELECT (id, active) ON site TO jobs;
GRANT SELECT ON vocabulary_value TO jobs;

-- Writes all waiting facts anew in a random order, without some and with one. From then on all of them come from
-- this transaction, and the file in which they stood is gone (docs/decisions/0060). One writer at a time.
-- Where somebody reads the table for long, as a backup does, its file cannot go: then the rows are replaced within
-- it, and the next write finishes the job.
CREATE FUNCTION rewrite_facts(p_without uuid[], p_id uuid, p_sealed bytea) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_timeout text := current_setting('lock_timeout');
  v_ids uuid[];
  v_facts bytea[];
  v_alone boolean := true;
BEGIN
  LOCK TABLE public.statistic_fact IN EXCLUSIVE MODE;
  BEGIN
    PERFORM set_config('lock_timeout', '500ms', true);
    LOCK TABLE public.statistic_fact IN ACCESS EXCLUSIVE MODE;
    PERFORM set_config('lock_timeout', v_timeout, true);
  EXCEPTION WHEN lock_not_available THEN v_alone := false;
  END;

  SELECT coalesce(array_agg(f.id), '{}'), coalesce(array_agg(f.sealed_fact), '{}') INTO v_ids, v_facts
    FROM (SELECT s.id, s.sealed_fact FROM public.statistic_fact s WHERE s.id <> ALL (p_without) AND s.id IS DISTINCT FROM p_id
      UNION ALL SELECT p_id, p_sealed WHERE p_id IS NOT NULL) f;
  IF v_alone THEN TRUNCATE public.statistic_fact; ELSE DELETE FROM public.statistic_fact; END IF;
  INSERT INTO public.statistic_fact (id, sealed_fact)
    SELECT f.id, f.fact FROM unnest(v_ids, v_facts) f (id, fact) ORDER BY gen_random_uuid();
END $$;

-- A desk counts a case that it closes. The id is random and stays inside the sealed case.
CREATE FUNCTION put_fact(p_id uuid, p_sealed bytea) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.rewrite_facts('{}', p_id, p_sealed);
END $$;

-- A desk changes what is counted of a case, or takes it back. Whoever knows the id may: nobody else has it. Tells
-- whether the fact was still waiting; one that was counted is not there any more.
CREATE FUNCTION change_fact(p_id uuid, p_sealed bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  LOCK TABLE public.statistic_fact IN EXCLUSIVE MODE;
  IF NOT EXISTS (SELECT FROM public.statistic_fact f WHERE f.id = p_id) THEN RETURN false; END IF;
  IF p_sealed IS NULL THEN
    PERFORM public.rewrite_facts(ARRAY[p_id], NULL, NULL);
  ELSE
    PERFORM public.rewrite_facts('{}', p_id, p_sealed);
  END IF;
  RETURN true;
END $$;

-- Publishes a quarter: its numbers come and the facts that were counted go, or nothing happens at all. `late` says
-- that this quarter or a later one is released already; `moved` that a fact is not any more what was counted.
CREATE FUNCTION release_quarter(p_quarter text, p_day date, p_demo boolean, p_tables text[], p_sites text[],
    p_categories text[], p_values int[], p_facts uuid[], p_digests text[]) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- One at a time. Of the three tables this is the one that may be locked: rows leave it.
  LOCK TABLE public.statistic_refusal IN EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM public.statistic_release r WHERE r.quarter >= p_quarter) THEN RETURN 'late'; END IF;
  IF cardinality(p_facts) > 0 THEN
    LOCK TABLE public.statistic_fact IN EXCLUSIVE MODE;
    IF cardinality(p_facts) <> (SELECT count(*) FROM unnest(p_facts, p_digests) c (id, digest)
        JOIN public.statistic_fact f ON f.id = c.id AND encode(sha256(f.sealed_fact), 'hex') = c.digest) THEN RETURN 'moved'; END IF;
    PERFORM public.rewrite_facts(p_facts, NULL, NULL);
  END IF;
  DELETE FROM public.statistic_refusal r WHERE r.quarter <= p_quarter;
  INSERT INTO public.statistic_release (quarter, released_on, demo) VALUES (p_quarter, p_day, p_demo);
  INSERT INTO public.statistic_cell (quarter, partition, site, category, value)
    SELECT p_quarter, c.* FROM unnest(p_tables, p_sites, p_categories, p_values) c;
  RETURN 'released';
END $$;

-- Keeps in sight that a quarter was not released.
CREATE FUNCTION refuse_release(p_quarter text, p_day date, p_table text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.statistic_refusal r WHERE r.quarter = p_quarter;
  INSERT INTO public.statistic_refusal (quarter, refused_on, partition) VALUES (p_quarter, p_day, p_table);
$$;

-- Every night: whatever a backup kept in the file is gone the morning after.
CREATE FUNCTION shuffle_facts() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.rewrite_facts('{}', NULL, NULL);
END $$;

GRANT CREATE ON SCHEMA public TO statistics_functions;
ALTER FUNCTION rewrite_facts OWNER TO statistics_functions;
ALTER FUNCTION put_fact OWNER TO statistics_functions;
ALTER FUNCTION change_fact OWNER TO statistics_functions;
ALTER FUNCTION release_quarter OWNER TO statistics_functions;
ALTER FUNCTION refuse_release OWNER TO statistics_functions;
ALTER FUNCTION shuffle_facts OWNER TO statistics_functions;
REVOKE CREATE ON SCHEMA public FROM statistics_functions;
REVOKE ALL ON FUNCTION rewrite_facts, put_fact, change_fact, release_quarter, refuse_release, shuffle_facts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION put_fact, change_fact TO counselling;
GRANT EXECUTE ON FUNCTION release_quarter, refuse_release, shuffle_facts TO jobs;

-- What was published is not taken back or improved, not even by the owner of the tables: two versions of one number
-- would tell more than either. There is no way around this but to remove the triggers, which nobody does by mistake.
CREATE FUNCTION keep_released() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'released numbers are never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Nor is anything added: a number comes in the transaction that releases its quarter, or never.
CREATE FUNCTION keep_release_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM added a WHERE NOT EXISTS (SELECT FROM public.statistic_release r
      WHERE r.quarter = a.quarter AND r.xmin = pg_current_xact_id()::xid)) THEN
    RAISE EXCEPTION 'this quarter was released before' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_released, keep_release_whole FROM PUBLIC;

CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON statistic_release
  FOR EACH STATEMENT EXECUTE FUNCTION keep_released();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON statistic_cell
  FOR EACH STATEMENT EXECUTE FUNCTION keep_released();
CREATE TRIGGER whole AFTER INSERT ON statistic_cell REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_release_whole();
