-- Whether a quarter may be released: from fourteen days after its end, by the German day of this database, whatever the
-- caller's clock says (docs/decisions/0062).
CREATE FUNCTION is_releasable(p_quarter text, p_day date DEFAULT (now() AT TIME ZONE 'Europe/Berlin')::date)
    RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT (make_date(left(p_quarter, 4)::int, 3 * right(p_quarter, 1)::int, 1) + interval '1 month 13 days')::date <= p_day
$$;
REVOKE ALL ON FUNCTION is_releasable FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_releasable TO statistics_functions, jobs;

-- release_quarter takes facts away uncounted when it is told to, and nothing comes before what it released. So not even
-- it can release a quarter that is not over: a stolen login, or a clock that stands years ahead, loses no more than
-- what could have been published. It undoes the whole call.
CREATE FUNCTION require_releasable() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT public.is_releasable(NEW.quarter) THEN
    RAISE EXCEPTION 'this quarter is not over for long enough' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION require_releasable FROM PUBLIC;

CREATE TRIGGER over BEFORE INSERT ON statistic_release
  FOR EACH ROW EXECUTE FUNCTION require_releasable();
