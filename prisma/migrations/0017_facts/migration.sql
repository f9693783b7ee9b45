-- What is counted of a case waits in one row for each table, and no row says which others are of the same case: all
-- categories of a case together could be recognised by what stands in the clear of it (docs/decisions/0060).
-- What waited in one piece goes: nothing may keep it.
TRUNCATE statistic_fact;

-- One size, whatever a row says: nonce, tag and 128 bytes (lib/crypto/fact.ts).
ALTER TABLE statistic_fact DROP CONSTRAINT statistic_fact_size;
ALTER TABLE statistic_fact ADD CONSTRAINT statistic_fact_size CHECK (octet_length(sealed_fact) = 158);

DROP FUNCTION put_fact, change_fact, rewrite_facts;

-- Writes all waiting rows anew in a random order, without some and with others: once, however many they are. From then
-- on all of them come from this transaction, and the file in which they stood is gone. One writer at a time.
-- Where somebody reads the table for long, as a backup does, its file cannot go: then the rows are replaced within
-- it, and the next write finishes the job. Memory for sorting, or else ten thousand cases would be sorted on the disk.
CREATE FUNCTION rewrite_facts(p_without uuid[], p_ids uuid[], p_sealed bytea[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' AS $$
DECLARE
  v_timeout text := current_setting('lock_timeout');
  v_ids uuid[];
  v_rows bytea[];
  v_alone boolean := true;
BEGIN
  LOCK TABLE public.statistic_fact IN EXCLUSIVE MODE;
  BEGIN
    PERFORM set_config('lock_timeout', '500ms', true);
    LOCK TABLE public.statistic_fact IN ACCESS EXCLUSIVE MODE;
    PERFORM set_config('lock_timeout', v_timeout, true);
  EXCEPTION WHEN lock_not_available THEN v_alone := false;
  END;

  SELECT coalesce(array_agg(f.id), '{}'), coalesce(array_agg(f.sealed), '{}') INTO v_ids, v_rows
    FROM (SELECT s.id, s.sealed_fact AS sealed FROM public.statistic_fact s
        WHERE NOT EXISTS (SELECT FROM unnest(p_without || p_ids) w (id) WHERE w.id = s.id)
      UNION ALL SELECT n.id, n.sealed FROM unnest(p_ids, p_sealed) n (id, sealed)) f;
  IF v_alone THEN TRUNCATE public.statistic_fact; ELSE DELETE FROM public.statistic_fact; END IF;
  INSERT INTO public.statistic_fact (id, sealed_fact)
    SELECT f.id, f.sealed FROM unnest(v_ids, v_rows) f (id, sealed) ORDER BY gen_random_uuid();
END $$;

-- A desk counts a case that it closes: all its rows, or none. Which ids belong together stands in the sealed case only.
CREATE FUNCTION put_facts(p_ids uuid[], p_sealed bytea[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.rewrite_facts('{}', p_ids, p_sealed);
END $$;

-- A desk changes what is counted of a case, or takes it back, in all tables at once. Whoever knows the ids may: nobody
-- else has them. Tells whether the case was still waiting; one that was counted is not there any more. Should some of
-- its rows be lost, they are all there again, or all gone, after that.
CREATE FUNCTION change_facts(p_ids uuid[], p_sealed bytea[]) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  LOCK TABLE public.statistic_fact IN EXCLUSIVE MODE;
  IF NOT EXISTS (SELECT FROM public.statistic_fact f WHERE f.id = ANY (p_ids)) THEN RETURN false; END IF;
  IF p_sealed IS NULL THEN
    PERFORM public.rewrite_facts(p_ids, NULL, NULL);
  ELSE
    PERFORM public.rewrite_facts('{}', p_ids, p_sealed);
  END IF;
  RETURN true;
END $$;

GRANT CREATE ON SCHEMA public TO statistics_functions;
ALTER FUNCTION rewrite_facts OWNER TO statistics_functions;
ALTER FUNCTION put_facts OWNER TO statistics_functions;
ALTER FUNCTION change_facts OWNER TO statistics_functions;
REVOKE CREATE ON SCHEMA public FROM statistics_functions;
REVOKE ALL ON FUNCTION rewrite_facts, put_facts, change_facts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION put_facts, change_facts TO counselling;
