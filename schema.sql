--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: public; Type: SCHEMA; Schema: -; Owner: pg_database_owner
--

CREATE SCHEMA public;


ALTER SCHEMA public OWNER TO pg_database_owner;

--
-- Name: SCHEMA public; Type: COMMENT; Schema: -; Owner: pg_database_owner
--

COMMENT ON SCHEMA public IS 'standard public schema';


--
-- Name: access_answered(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.access_answered() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.answered_at := now();
  return new;
end $$;


ALTER FUNCTION public.access_answered() OWNER TO brobygger_owner;

--
-- Name: current_municipality(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.current_municipality() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF(current_setting('app.municipality'::text, true), ''::text))::uuid;


ALTER FUNCTION public.current_municipality() OWNER TO brobygger_owner;

--
-- Name: current_person(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.current_person() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid;


ALTER FUNCTION public.current_person() OWNER TO brobygger_owner;

--
-- Name: danish_today(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.danish_today() RETURNS date
    LANGUAGE sql STABLE
    RETURN ((now() AT TIME ZONE 'Europe/Copenhagen'::text))::date;


ALTER FUNCTION public.danish_today() OWNER TO brobygger_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: memberships; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.memberships (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    party_id uuid,
    role text NOT NULL,
    effort text,
    may_decide boolean DEFAULT false NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    given_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT memberships_check CHECK ((valid_until >= (valid_from - 1))),
    CONSTRAINT memberships_check1 CHECK (((party_id IS NULL) = (role = ANY (ARRAY['project_leader'::text, 'leader'::text, 'administrator'::text, 'data_protection_officer'::text])))),
    CONSTRAINT memberships_check2 CHECK (((NOT may_decide) OR (role = ANY (ARRAY['outreach_worker'::text, 'coordinator'::text])))),
    CONSTRAINT memberships_effort_check CHECK ((effort = ANY (ARRAY['casework'::text, 'substanceUse'::text, 'contactPerson'::text, 'health'::text, 'employment'::text]))),
    CONSTRAINT memberships_role_check CHECK ((role = ANY (ARRAY['outreach_worker'::text, 'centre_staff'::text, 'centre_manager'::text, 'volunteer'::text, 'coordinator'::text, 'project_leader'::text, 'leader'::text, 'administrator'::text, 'data_protection_officer'::text])))
);

ALTER TABLE ONLY public.memberships FORCE ROW LEVEL SECURITY;


ALTER TABLE public.memberships OWNER TO brobygger_owner;

--
-- Name: my_parties(text[]); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.my_parties(VARIADIC roles text[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 2
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT memberships.party_id
    FROM public.memberships
   WHERE ((memberships.municipality_id = public.current_municipality()) AND (memberships.person_id = public.current_person()) AND (memberships.role = ANY (my_parties.roles)) AND (memberships.party_id IS NOT NULL) AND (memberships.valid_from <= public.danish_today()) AND ((memberships.valid_until IS NULL) OR (memberships.valid_until >= public.danish_today())));
END;


ALTER FUNCTION public.my_parties(VARIADIC roles text[]) OWNER TO brobygger_lookup;

--
-- Name: my_record_parties(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.my_record_parties() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 2
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT public.my_parties(VARIADIC ARRAY['outreach_worker'::text, 'centre_staff'::text, 'centre_manager'::text, 'coordinator'::text]) AS my_parties;
END;


ALTER FUNCTION public.my_record_parties() OWNER TO brobygger_lookup;

--
-- Name: controllers; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.controllers (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT controllers_kind_check CHECK ((kind = ANY (ARRAY['public'::text, 'private'::text]))),
    CONSTRAINT controllers_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 120)))
);

ALTER TABLE ONLY public.controllers FORCE ROW LEVEL SECURITY;


ALTER TABLE public.controllers OWNER TO brobygger_owner;

--
-- Name: parties; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.parties (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    controller_id uuid NOT NULL,
    name text NOT NULL,
    from_words text NOT NULL,
    kind text NOT NULL,
    imported boolean DEFAULT false NOT NULL,
    CONSTRAINT parties_from_words_check CHECK (((length(btrim(from_words)) >= 1) AND (length(btrim(from_words)) <= 120))),
    CONSTRAINT parties_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'centre'::text]))),
    CONSTRAINT parties_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 120)))
);

ALTER TABLE ONLY public.parties FORCE ROW LEVEL SECURITY;


ALTER TABLE public.parties OWNER TO brobygger_owner;

--
-- Name: my_number_parties(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.my_number_parties() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT p.id
    FROM (public.parties p
      JOIN public.controllers k ON (((k.municipality_id = p.municipality_id) AND (k.id = p.controller_id))))
   WHERE ((p.municipality_id = public.current_municipality()) AND (k.kind = 'public'::text) AND (p.id IN ( SELECT public.my_record_parties() AS my_record_parties)));
END;


ALTER FUNCTION public.my_number_parties() OWNER TO brobygger_lookup;

--
-- Name: access_answers; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.access_answers (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    asking_party_id uuid NOT NULL,
    request_id uuid NOT NULL,
    answer text,
    answered_by uuid,
    answered_at timestamp with time zone,
    citizen_id uuid,
    CONSTRAINT access_answers_answer_check CHECK ((answer = ANY (ARRAY['given'::text, 'none'::text, 'unclear'::text]))),
    CONSTRAINT access_answers_check CHECK ((((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)))),
    CONSTRAINT access_answers_check1 CHECK (((citizen_id IS NULL) OR (answer = 'given'::text)))
);

ALTER TABLE ONLY public.access_answers FORCE ROW LEVEL SECURITY;


ALTER TABLE public.access_answers OWNER TO brobygger_owner;

--
-- Name: access_requests; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.access_requests (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    birth_date date,
    phone text,
    centre_id uuid,
    address text,
    how text NOT NULL,
    recorded_by uuid NOT NULL,
    asked_party_ids uuid[] NOT NULL,
    asked_on date DEFAULT public.danish_today() NOT NULL,
    due_on date GENERATED ALWAYS AS (((asked_on + '1 mon'::interval))::date) STORED NOT NULL,
    CONSTRAINT access_requests_address_check CHECK (((length(btrim(address)) >= 1) AND (length(btrim(address)) <= 200))),
    CONSTRAINT access_requests_asked_party_ids_check CHECK (((cardinality(asked_party_ids) >= 1) AND (cardinality(asked_party_ids) <= 500))),
    CONSTRAINT access_requests_check CHECK ((num_nonnulls(centre_id, address) = 1)),
    CONSTRAINT access_requests_how_check CHECK ((how = ANY (ARRAY['oral'::text, 'writing'::text]))),
    CONSTRAINT access_requests_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 120))),
    CONSTRAINT access_requests_phone_check CHECK ((phone ~ '^\+?[0-9]{8,15}$'::text))
);

ALTER TABLE ONLY public.access_requests FORCE ROW LEVEL SECURITY;


ALTER TABLE public.access_requests OWNER TO brobygger_owner;

--
-- Name: access_asked_of_me(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.access_asked_of_me() RETURNS TABLE(id uuid, party_id uuid, name text, birth_date date, phone text, centre_id uuid, address text, asked_on date, due_on date, answer text, answered_by uuid, answered_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT a.id,
     a.owner_party_id,
     r.name,
     r.birth_date,
     r.phone,
     r.centre_id,
     r.address,
     r.asked_on,
     r.due_on,
     a.answer,
     a.answered_by,
     a.answered_at
    FROM (public.access_answers a
      JOIN public.access_requests r ON (((r.municipality_id = a.municipality_id) AND (r.owner_party_id = a.asking_party_id) AND (r.id = a.request_id))))
   WHERE ((a.municipality_id = public.current_municipality()) AND (a.owner_party_id IN ( SELECT public.my_number_parties() AS my_number_parties)));
END;


ALTER FUNCTION public.access_asked_of_me() OWNER TO brobygger_lookup;

--
-- Name: access_late(uuid, uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.access_late(party uuid, request uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    RETURN (SELECT count(*) AS count FROM (public.access_answers a JOIN public.access_requests r ON (((r.municipality_id = a.municipality_id) AND (r.owner_party_id = a.asking_party_id) AND (r.id = a.request_id)))) WHERE ((a.municipality_id = public.current_municipality()) AND (a.asking_party_id = access_late.party) AND (a.request_id = access_late.request) AND (a.answer IS NULL) AND (r.due_on < public.danish_today()) AND (access_late.party IN (SELECT public.my_record_parties() AS my_record_parties))));


ALTER FUNCTION public.access_late(party uuid, request uuid) OWNER TO brobygger_lookup;

--
-- Name: agenda_goes_with_citizen(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.agenda_goes_with_citizen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.worker_agenda := null;
  return new;
end $$;


ALTER FUNCTION public.agenda_goes_with_citizen() OWNER TO brobygger_owner;

--
-- Name: i_am(text[]); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.i_am(VARIADIC roles text[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    RETURN (EXISTS (SELECT FROM public.memberships WHERE ((memberships.municipality_id = public.current_municipality()) AND (memberships.person_id = public.current_person()) AND (memberships.role = ANY (i_am.roles)) AND (memberships.valid_from <= public.danish_today()) AND ((memberships.valid_until IS NULL) OR (memberships.valid_until >= public.danish_today())))));


ALTER FUNCTION public.i_am(VARIADIC roles text[]) OWNER TO brobygger_lookup;

--
-- Name: my_managed_parties(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.my_managed_parties() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 2
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT public.my_parties(VARIADIC ARRAY['centre_manager'::text, 'coordinator'::text]) AS my_parties;
END;


ALTER FUNCTION public.my_managed_parties() OWNER TO brobygger_lookup;

--
-- Name: people; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.people (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    public_name text NOT NULL,
    trade text DEFAULT ''::text NOT NULL,
    work_phone text,
    phone_public boolean DEFAULT false NOT NULL,
    photo_public boolean DEFAULT false NOT NULL,
    come_with text DEFAULT ''::text NOT NULL,
    imported boolean DEFAULT false NOT NULL,
    CONSTRAINT people_come_with_check CHECK ((length(come_with) <= 200)),
    CONSTRAINT people_public_name_check CHECK (((length(btrim(public_name)) >= 1) AND (length(btrim(public_name)) <= 80))),
    CONSTRAINT people_trade_check CHECK ((length(trade) <= 80)),
    CONSTRAINT people_work_phone_check CHECK ((work_phone ~ '^\+?[0-9]{8,15}$'::text))
);

ALTER TABLE ONLY public.people FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people OWNER TO brobygger_owner;

--
-- Name: people_i_manage(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.people_i_manage() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT public.current_person() AS current_person
   WHERE (public.current_person() IS NOT NULL)
 UNION
  SELECT memberships.person_id
    FROM public.memberships
   WHERE ((memberships.municipality_id = public.current_municipality()) AND (memberships.party_id IN ( SELECT public.my_managed_parties() AS my_managed_parties)))
 UNION
  SELECT people.id
    FROM public.people
   WHERE ((people.municipality_id = public.current_municipality()) AND public.i_am(VARIADIC ARRAY['administrator'::text]));
END;


ALTER FUNCTION public.people_i_manage() OWNER TO brobygger_lookup;

--
-- Name: contacts; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.contacts (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid NOT NULL,
    citizen_id uuid,
    counted_as uuid,
    worker_id uuid NOT NULL,
    effort text NOT NULL,
    kind text NOT NULL,
    venue text NOT NULL,
    centre_id uuid,
    outcome text NOT NULL,
    moved_by text,
    day date NOT NULL,
    clock time without time zone,
    minutes smallint,
    topics smallint DEFAULT 0 NOT NULL,
    help_forms smallint DEFAULT 0 NOT NULL,
    came text,
    introduced_by text,
    advice_was_enough boolean DEFAULT false NOT NULL,
    next_thing text,
    next_day date,
    next_owner_id uuid,
    next_done_at timestamp with time zone,
    agenda text,
    known_before boolean,
    income text,
    gender text,
    birth_year smallint,
    import_key text,
    created_by uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    worker_agenda text,
    at timestamp with time zone GENERATED ALWAYS AS (timezone('Europe/Copenhagen'::text, (day + COALESCE(clock, '00:00:00'::time without time zone)))) STORED NOT NULL,
    CONSTRAINT contacts_agenda_check CHECK (((length(agenda) >= 1) AND (length(agenda) <= 500))),
    CONSTRAINT contacts_birth_year_check CHECK (((birth_year >= 1880) AND (birth_year <= 2100))),
    CONSTRAINT contacts_came_check CHECK ((came = ANY (ARRAY['citizen'::text, 'worker'::text]))),
    CONSTRAINT contacts_check CHECK (((outcome <> 'moved'::text) OR (kind <> 'walkIn'::text) OR (import_key IS NOT NULL) OR (citizen_id IS NULL))),
    CONSTRAINT contacts_check1 CHECK (((moved_by IS NULL) OR (outcome = 'moved'::text))),
    CONSTRAINT contacts_check2 CHECK (((agenda IS NULL) OR (citizen_id IS NOT NULL))),
    CONSTRAINT contacts_check3 CHECK (((next_thing IS NULL) = (next_owner_id IS NULL))),
    CONSTRAINT contacts_check4 CHECK (((next_thing IS NOT NULL) OR ((next_day IS NULL) AND (next_done_at IS NULL)))),
    CONSTRAINT contacts_check5 CHECK (((worker_agenda IS NULL) OR (citizen_id IS NOT NULL))),
    CONSTRAINT contacts_effort_check CHECK ((effort = ANY (ARRAY['casework'::text, 'substanceUse'::text, 'contactPerson'::text, 'health'::text, 'employment'::text]))),
    CONSTRAINT contacts_gender_check CHECK ((gender = ANY (ARRAY['woman'::text, 'man'::text, 'other'::text]))),
    CONSTRAINT contacts_help_forms_check CHECK (((help_forms >= 0) AND (help_forms <= 255))),
    CONSTRAINT contacts_import_key_check CHECK (((length(import_key) >= 1) AND (length(import_key) <= 200))),
    CONSTRAINT contacts_income_check CHECK ((income = ANY (ARRAY['labourMarketBenefit'::text, 'pension'::text, 'wage'::text, 'other'::text]))),
    CONSTRAINT contacts_introduced_by_check CHECK ((introduced_by = ANY (ARRAY['self'::text, 'centre'::text, 'volunteer'::text, 'citizen'::text, 'colleague'::text]))),
    CONSTRAINT contacts_kind_check CHECK ((kind = ANY (ARRAY['walkIn'::text, 'booked'::text, 'statutory'::text]))),
    CONSTRAINT contacts_minutes_check CHECK (((minutes >= 0) AND (minutes <= 600))),
    CONSTRAINT contacts_moved_by_check CHECK ((moved_by = ANY (ARRAY['citizen'::text, 'worker'::text, 'centre'::text]))),
    CONSTRAINT contacts_next_thing_check CHECK (((length(next_thing) >= 1) AND (length(next_thing) <= 200))),
    CONSTRAINT contacts_outcome_check CHECK ((outcome = ANY (ARRAY['held'::text, 'excused'::text, 'calledOff'::text, 'noShow'::text, 'moved'::text, 'open'::text]))),
    CONSTRAINT contacts_topics_check CHECK (((topics >= 0) AND (topics <= 63))),
    CONSTRAINT contacts_venue_check CHECK ((venue = ANY (ARRAY['centre'::text, 'townHall'::text, 'home'::text, 'street'::text, 'phone'::text, 'other'::text]))),
    CONSTRAINT contacts_worker_agenda_check CHECK (((length(worker_agenda) >= 1) AND (length(worker_agenda) <= 500)))
);

ALTER TABLE ONLY public.contacts FORCE ROW LEVEL SECURITY;


ALTER TABLE public.contacts OWNER TO brobygger_owner;

--
-- Name: agreements_of(uuid, date, date); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.agreements_of(person uuid, first_day date, last_day date) RETURNS TABLE(day date, clock time without time zone, minutes smallint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT c.day,
     c.clock,
     c.minutes
    FROM public.contacts c
   WHERE ((c.municipality_id = public.current_municipality()) AND (c.worker_id = agreements_of.person) AND (c.outcome = 'open'::text) AND (c.kind = ANY (ARRAY['booked'::text, 'statutory'::text])) AND ((c.day >= agreements_of.first_day) AND (c.day <= agreements_of.last_day)) AND (agreements_of.person IN ( SELECT public.people_i_manage() AS people_i_manage)))
   ORDER BY c.day, c.clock;
END;


ALTER FUNCTION public.agreements_of(person uuid, first_day date, last_day date) OWNER TO brobygger_lookup;

--
-- Name: ask_each_party(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.ask_each_party() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  asked integer;
begin
  insert into access_answers (municipality_id, owner_party_id, asking_party_id, request_id)
    select own.municipality_id, each.id, own.id, new.id
    from parties own
    join controllers k on k.municipality_id = own.municipality_id and k.id = own.controller_id and k.kind = 'public'
    join parties each on each.municipality_id = own.municipality_id and each.controller_id = own.controller_id
      and each.id = any (new.asked_party_ids)
    where own.municipality_id = new.municipality_id and own.id = new.owner_party_id;
  get diagnostics asked = row_count;
  if asked <> cardinality(new.asked_party_ids) then
    raise exception using errcode = 'check_violation', constraint = 'asked_of_one_controller',
      message = 'a request for access goes to parties of one public controller';
  end if;
  return null;
end $$;


ALTER FUNCTION public.ask_each_party() OWNER TO brobygger_lookup;

--
-- Name: ask_for_sending(uuid); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.ask_for_sending(message uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform graphile_worker.add_job('send-outbox',
    json_build_object('municipalityId', current_municipality(), 'messageId', message), max_attempts := 16);
end $$;


ALTER FUNCTION public.ask_for_sending(message uuid) OWNER TO brobygger_owner;

--
-- Name: asked_slug(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.asked_slug() RETURNS text
    LANGUAGE sql STABLE
    RETURN NULLIF(current_setting('app.slug'::text, true), ''::text);


ALTER FUNCTION public.asked_slug() OWNER TO brobygger_owner;

--
-- Name: begin_session(uuid, uuid, bytea, text, bytea, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.begin_session(here uuid, account uuid, token bytea, opened text, former bytea, device bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform set_config('app.municipality', here::text, true);
  update sessions x set ended_at = now() where x.municipality_id = here and x.token_hash = former and x.ended_at is null;
  insert into sessions (municipality_id, token_hash, account_id, stage) values (here, token, account, opened);
  if device is not null then
    insert into known_devices (municipality_id, account_id, device_hash) values (here, account, device)
      on conflict (municipality_id, account_id, device_hash) do update set seen_at = now();
  end if;
end $$;


ALTER FUNCTION public.begin_session(here uuid, account uuid, token bytea, opened text, former bytea, device bytea) OWNER TO brobygger_lookup;

--
-- Name: citizen_links; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.citizen_links (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    other_party_id uuid NOT NULL,
    other_citizen_id uuid NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    made_by uuid NOT NULL,
    ended_at timestamp with time zone,
    ended_by uuid,
    CONSTRAINT citizen_links_check CHECK ((owner_party_id <> other_party_id)),
    CONSTRAINT citizen_links_check1 CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
);

ALTER TABLE ONLY public.citizen_links FORCE ROW LEVEL SECURITY;


ALTER TABLE public.citizen_links OWNER TO brobygger_owner;

--
-- Name: linked_to(uuid, uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.linked_to(party uuid, citizen uuid) RETURNS TABLE(owner_party_id uuid, citizen_id uuid, made_at timestamp with time zone, ended_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 2
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT l.other_party_id,
     l.other_citizen_id,
     l.made_at,
     l.ended_at
    FROM public.citizen_links l
   WHERE ((l.municipality_id = public.current_municipality()) AND (l.owner_party_id = linked_to.party) AND (l.citizen_id = linked_to.citizen))
 UNION ALL
  SELECT l.owner_party_id,
     l.citizen_id,
     l.made_at,
     l.ended_at
    FROM public.citizen_links l
   WHERE ((l.municipality_id = public.current_municipality()) AND (l.other_party_id = linked_to.party) AND (l.other_citizen_id = linked_to.citizen));
END;


ALTER FUNCTION public.linked_to(party uuid, citizen uuid) OWNER TO brobygger_lookup;

--
-- Name: citizens; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.citizens (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid NOT NULL,
    alias text NOT NULL,
    person_key bytea,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    name text,
    phone text,
    safe_times text,
    needs smallint DEFAULT 0 NOT NULL,
    introduced_by text,
    closed_at timestamp with time zone,
    locked_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT citizens_alias_check CHECK (((length(btrim(alias)) >= 1) AND (length(btrim(alias)) <= 80))),
    CONSTRAINT citizens_check CHECK (((locked_at IS NULL) OR (closed_at IS NOT NULL))),
    CONSTRAINT citizens_introduced_by_check CHECK ((introduced_by = ANY (ARRAY['self'::text, 'centre'::text, 'volunteer'::text, 'citizen'::text, 'colleague'::text]))),
    CONSTRAINT citizens_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 120))),
    CONSTRAINT citizens_needs_check CHECK (((needs >= 0) AND (needs <= 31))),
    CONSTRAINT citizens_phone_check CHECK ((phone ~ '^\+?[0-9]{8,15}$'::text)),
    CONSTRAINT citizens_safe_times_check CHECK (((length(btrim(safe_times)) >= 1) AND (length(btrim(safe_times)) <= 80)))
);

ALTER TABLE ONLY public.citizens FORCE ROW LEVEL SECURITY;


ALTER TABLE public.citizens OWNER TO brobygger_owner;

--
-- Name: behind_glass(uuid, uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.behind_glass(party uuid, citizen uuid) RETURNS TABLE(owner_party_id uuid, citizen_id uuid, made_at timestamp with time zone, ended_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT t.owner_party_id,
     t.citizen_id,
     t.made_at,
     t.ended_at
    FROM ((((public.linked_to(behind_glass.party, behind_glass.citizen) t(owner_party_id, citizen_id, made_at, ended_at)
      JOIN public.parties mine ON (((mine.municipality_id = public.current_municipality()) AND (mine.id = behind_glass.party))))
      JOIN public.parties theirs ON (((theirs.municipality_id = mine.municipality_id) AND (theirs.id = t.owner_party_id) AND (theirs.controller_id = mine.controller_id))))
      JOIN public.controllers k ON (((k.municipality_id = mine.municipality_id) AND (k.id = mine.controller_id) AND (k.kind = 'public'::text))))
      JOIN public.citizens z ON (((z.municipality_id = mine.municipality_id) AND (z.owner_party_id = mine.id) AND (z.id = behind_glass.citizen) AND (z.created_at <= (t.made_at - '24:00:00'::interval)))));
END;


ALTER FUNCTION public.behind_glass(party uuid, citizen uuid) OWNER TO brobygger_lookup;

--
-- Name: board_changed(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.board_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('board', coalesce(new.municipality_id, old.municipality_id)::text);
  return null;
end $$;


ALTER FUNCTION public.board_changed() OWNER TO brobygger_owner;

--
-- Name: municipalities; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.municipalities (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    listed boolean DEFAULT true NOT NULL,
    keeps_1_may boolean DEFAULT false NOT NULL,
    keeps_5_june boolean DEFAULT true NOT NULL,
    keeps_24_december boolean DEFAULT true NOT NULL,
    keeps_31_december boolean DEFAULT true NOT NULL,
    child_concern_text text,
    contact_text text,
    demo boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    breaks_glass boolean DEFAULT false NOT NULL,
    names_staff_in_log boolean DEFAULT false NOT NULL,
    backup_days smallint DEFAULT 30 NOT NULL,
    CONSTRAINT municipalities_backup_days_check CHECK (((backup_days >= 0) AND (backup_days <= 3650))),
    CONSTRAINT municipalities_child_concern_text_check CHECK ((length(child_concern_text) <= 2000)),
    CONSTRAINT municipalities_contact_text_check CHECK ((length(contact_text) <= 500)),
    CONSTRAINT municipalities_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 80))),
    CONSTRAINT municipalities_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$'::text))
);

ALTER TABLE ONLY public.municipalities FORCE ROW LEVEL SECURITY;


ALTER TABLE public.municipalities OWNER TO brobygger_owner;

--
-- Name: breaks_glass(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.breaks_glass() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    RETURN COALESCE((SELECT m.breaks_glass FROM public.municipalities m WHERE (m.id = public.current_municipality())), false);


ALTER FUNCTION public.breaks_glass() OWNER TO brobygger_lookup;

--
-- Name: centres; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.centres (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    party_id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    preposition text DEFAULT 'på'::text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    phone text,
    profile text DEFAULT ''::text NOT NULL,
    house_rules text DEFAULT ''::text NOT NULL,
    closed_on date,
    CONSTRAINT centres_address_check CHECK ((length(address) <= 200)),
    CONSTRAINT centres_house_rules_check CHECK ((length(house_rules) <= 2000)),
    CONSTRAINT centres_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 80))),
    CONSTRAINT centres_phone_check CHECK ((phone ~ '^\+?[0-9]{8,15}$'::text)),
    CONSTRAINT centres_preposition_check CHECK ((preposition = ANY (ARRAY['på'::text, 'i'::text]))),
    CONSTRAINT centres_profile_check CHECK ((length(profile) <= 2000)),
    CONSTRAINT centres_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$'::text))
);

ALTER TABLE ONLY public.centres FORCE ROW LEVEL SECURITY;


ALTER TABLE public.centres OWNER TO brobygger_owner;

--
-- Name: centres_i_manage(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.centres_i_manage() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT centres.id
    FROM public.centres
   WHERE ((centres.municipality_id = public.current_municipality()) AND ((centres.party_id IN ( SELECT public.my_parties(VARIADIC ARRAY['centre_manager'::text]) AS my_parties)) OR public.i_am(VARIADIC ARRAY['administrator'::text])));
END;


ALTER FUNCTION public.centres_i_manage() OWNER TO brobygger_lookup;

--
-- Name: change_password(uuid, bytea, text, text, bytea, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.change_password(here uuid, former bytea, judged text, hashed text, token bytea, device bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare account uuid; opened text;
begin
  select f.account_id, f.stage into account, opened from find_session(here, former, device) f where f.stage <> 'second_factor';
  update accounts a set password_hash = hashed where a.municipality_id = here and a.id = account and a.password_hash = judged;
  if not found then return false; end if;
  update one_time_links l set used_at = now()
    where l.municipality_id = here and l.account_id = account and l.used_at is null;
  update sessions x set ended_at = now() where x.municipality_id = here and x.account_id = account and x.ended_at is null;
  delete from known_devices d where d.municipality_id = here and d.account_id = account;
  perform begin_session(here, account, token, opened, former, device);
  perform log_own_access(account);
  return true;
end $$;


ALTER FUNCTION public.change_password(here uuid, former bytea, judged text, hashed text, token bytea, device bytea) OWNER TO brobygger_lookup;

--
-- Name: choose_password(uuid, bytea, text, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.choose_password(here uuid, token bytea, hashed text, device bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare account uuid;
begin
  select f.account_id into account from find_link(here, token) f;
  update one_time_links l set used_at = now()
    where l.municipality_id = here and l.token_hash = token and l.account_id = account and l.used_at is null;
  if not found then return false; end if;
  update one_time_links l set used_at = now()
    where l.municipality_id = here and l.account_id = account and l.used_at is null;
  update accounts a set password_hash = hashed where a.municipality_id = here and a.id = account;
  update sessions x set ended_at = now() where x.municipality_id = here and x.account_id = account and x.ended_at is null;
  delete from known_devices d where d.municipality_id = here and d.account_id = account;
  insert into known_devices (municipality_id, account_id, device_hash) values (here, account, device);
  perform log_own_access(account);
  return true;
end $$;


ALTER FUNCTION public.choose_password(here uuid, token bytea, hashed text, device bytea) OWNER TO brobygger_lookup;

--
-- Name: private_parties(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.private_parties() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT p.id
    FROM (public.parties p
      JOIN public.controllers k ON (((k.municipality_id = p.municipality_id) AND (k.id = p.controller_id))))
   WHERE ((p.municipality_id = public.current_municipality()) AND (k.kind = 'private'::text));
END;


ALTER FUNCTION public.private_parties() OWNER TO brobygger_lookup;

--
-- Name: parties_i_lead(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.parties_i_lead() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT p.p
    FROM public.private_parties() p(p)
   WHERE (p.p IN ( SELECT public.my_parties(VARIADIC ARRAY['centre_manager'::text]) AS my_parties));
END;


ALTER FUNCTION public.parties_i_lead() OWNER TO brobygger_lookup;

--
-- Name: sees_records(text); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.sees_records(role text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN (role = ANY (ARRAY['outreach_worker'::text, 'centre_staff'::text, 'centre_manager'::text, 'coordinator'::text]));


ALTER FUNCTION public.sees_records(role text) OWNER TO brobygger_owner;

--
-- Name: closed_to_files(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.closed_to_files() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT p.p
    FROM public.private_parties() p(p)
   WHERE ((NOT (p.p IN ( SELECT public.parties_i_lead() AS parties_i_lead))) AND (EXISTS ( SELECT
            FROM public.memberships m
           WHERE ((m.municipality_id = public.current_municipality()) AND (m.party_id = p.p) AND ((m.role = 'centre_manager'::text) OR (public.sees_records(m.role) AND ((m.valid_until IS NULL) OR (m.valid_until >= m.valid_from))))))));
END;


ALTER FUNCTION public.closed_to_files() OWNER TO brobygger_lookup;

--
-- Name: current_purpose(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.current_purpose() RETURNS text
    LANGUAGE sql STABLE
    RETURN NULLIF(current_setting('app.purpose'::text, true), ''::text);


ALTER FUNCTION public.current_purpose() OWNER TO brobygger_owner;

--
-- Name: importing(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.importing() RETURNS boolean
    LANGUAGE sql STABLE
    RETURN ((public.current_purpose() ~~ 'import.%'::text) AND public.i_am(VARIADIC ARRAY['administrator'::text]));


ALTER FUNCTION public.importing() OWNER TO brobygger_owner;

--
-- Name: citizens_called(uuid[], uuid[], text[]); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.citizens_called(parties uuid[], ids uuid[], names text[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT c.id
    FROM (UNNEST(citizens_called.parties, citizens_called.ids, citizens_called.names) asked(party, id, name)
      JOIN public.citizens c ON (((c.municipality_id = public.current_municipality()) AND (c.owner_party_id = asked.party) AND (c.id = asked.id))))
   WHERE ((c.alias = asked.name) AND (public.importing() OR (public.current_purpose() = 'operator.import'::text)) AND (NOT (asked.party IN ( SELECT public.closed_to_files() AS closed_to_files))));
END;


ALTER FUNCTION public.citizens_called(parties uuid[], ids uuid[], names text[]) OWNER TO brobygger_lookup;

--
-- Name: consent_deleted(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.consent_deleted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('sharing', old.municipality_id || ' ' || coalesce(old.receiving_party_id::text, ''));
  return null;
end $$;


ALTER FUNCTION public.consent_deleted() OWNER TO brobygger_owner;

--
-- Name: consent_withdrawn(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.consent_withdrawn() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.withdrawn_at := now();
  perform pg_notify('sharing', new.municipality_id || ' ' || coalesce(new.receiving_party_id::text, ''));
  return new;
end $$;


ALTER FUNCTION public.consent_withdrawn() OWNER TO brobygger_owner;

--
-- Name: consents; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.consents (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    receiving_party_id uuid,
    topics smallint NOT NULL,
    ground text NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    given_how text NOT NULL,
    witness text,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    known_person_id uuid,
    CONSTRAINT consents_check CHECK ((receiving_party_id <> owner_party_id)),
    CONSTRAINT consents_check1 CHECK (((receiving_party_id IS NULL) = (ground = ANY (ARRAY['sms'::text, 'story'::text])))),
    CONSTRAINT consents_check2 CHECK (((topics = 0) = (ground = ANY (ARRAY['sms'::text, 'story'::text])))),
    CONSTRAINT consents_check3 CHECK (((valid_until >= valid_from) AND (valid_until <= (valid_from + 1100)))),
    CONSTRAINT consents_check4 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
    CONSTRAINT consents_given_how_check CHECK ((given_how = ANY (ARRAY['oral'::text, 'writing'::text]))),
    CONSTRAINT consents_ground_check CHECK ((ground = ANY (ARRAY['obtain'::text, 'disclose'::text, 'sms'::text, 'story'::text]))),
    CONSTRAINT consents_topics_check CHECK (((topics >= 0) AND (topics <= 63))),
    CONSTRAINT consents_witness_check CHECK (((length(btrim(witness)) >= 1) AND (length(btrim(witness)) <= 120)))
);

ALTER TABLE ONLY public.consents FORCE ROW LEVEL SECURITY;


ALTER TABLE public.consents OWNER TO brobygger_owner;

--
-- Name: consents_to_me(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.consents_to_me() RETURNS TABLE(owner_party_id uuid, citizen_id uuid, topics smallint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT c.owner_party_id,
     c.citizen_id,
     bit_or(c.topics) AS bit_or
    FROM public.consents c
   WHERE ((c.municipality_id = public.current_municipality()) AND (c.receiving_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (c.ground = ANY (ARRAY['obtain'::text, 'disclose'::text])) AND (c.withdrawn_at IS NULL) AND (c.valid_from <= public.danish_today()) AND (c.valid_until >= public.danish_today()))
   GROUP BY c.owner_party_id, c.citizen_id, c.receiving_party_id;
END;


ALTER FUNCTION public.consents_to_me() OWNER TO brobygger_lookup;

--
-- Name: contact_written(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.contact_written() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    if old.created_at < now() - interval '1 day' or coalesce(current_purpose(), '') not like 'contacts.%' then
      insert into contact_versions (municipality_id, owner_party_id, contact_id, version, replaced_by, stood)
        values (old.municipality_id, old.owner_party_id, old.id, old.version, current_person(),
          to_jsonb(old) - 'municipality_id' - 'owner_party_id' - 'id' - 'counted_as');
    end if;
    if new.citizen_id is not distinct from old.citizen_id then return new; end if;
  end if;
  new.counted_as := case when new.citizen_id is not null
    then person_behind(new.municipality_id, new.owner_party_id, new.citizen_id) end;
  return new;
end $$;


ALTER FUNCTION public.contact_written() OWNER TO brobygger_lookup;

--
-- Name: controller_stays(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.controller_stays() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if new.controller_id = old.controller_id then return new; end if;
  if exists (select from citizens z where z.municipality_id = new.municipality_id and z.owner_party_id = new.id) then
    raise exception using errcode = 'check_violation', constraint = 'controller_has_records',
      message = 'a party with records keeps its controller';
  end if;
  if new.id in (select private_parties()) then
    if current_person() is not null and new.id not in (select parties_i_lead()) then
      raise exception using errcode = 'insufficient_privilege', message = 'a private party changes hands by its own manager';
    end if;
  elsif exists (select from memberships m where m.municipality_id = new.municipality_id and m.party_id = new.id
      and sees_records(m.role) and m.valid_from <= coalesce(m.valid_until, m.valid_from)
      and coalesce(m.valid_until, danish_today()) >= danish_today()) then
    raise exception using errcode = 'check_violation', constraint = 'controller_has_roles',
      message = 'whoever sees records here was let in by another controller';
  end if;
  return new;
end $$;


ALTER FUNCTION public.controller_stays() OWNER TO brobygger_lookup;

--
-- Name: create_link(uuid, bytea, integer); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.create_link(account uuid, token bytea, hours integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if not may_manage_accounts() then raise insufficient_privilege; end if;
  delete from one_time_links l
    where l.municipality_id = current_municipality() and l.account_id = account and l.purpose = 'invitation' and l.used_at is null;
  insert into one_time_links (municipality_id, token_hash, account_id, purpose, expires_at)
    values (current_municipality(), token, account, 'invitation', now() + make_interval(hours => hours));
end $$;


ALTER FUNCTION public.create_link(account uuid, token bytea, hours integer) OWNER TO brobygger_lookup;

--
-- Name: digest_of(uuid[], text[], uuid[]); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.digest_of(ids uuid[], subjects text[], parties uuid[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN (cardinality(ids) > 0) THEN sha256(convert_to((((ids)::text || (subjects)::text) || (parties)::text), 'UTF8'::name)) ELSE NULL::bytea END;


ALTER FUNCTION public.digest_of(ids uuid[], subjects text[], parties uuid[]) OWNER TO brobygger_owner;

--
-- Name: glass_openings; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.glass_openings (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    reason text NOT NULL,
    ground text NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    until timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT glass_openings_check CHECK (((until > opened_at) AND (until <= (opened_at + '01:00:00'::interval)))),
    CONSTRAINT glass_openings_ground_check CHECK ((ground = ANY (ARRAY['danger'::text, 'child'::text, 'law'::text]))),
    CONSTRAINT glass_openings_reason_check CHECK (((length(btrim(reason)) >= 10) AND (length(btrim(reason)) <= 1000)))
);

ALTER TABLE ONLY public.glass_openings FORCE ROW LEVEL SECURITY;


ALTER TABLE public.glass_openings OWNER TO brobygger_owner;

--
-- Name: digest_of_opening(public.glass_openings); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.digest_of_opening(opening public.glass_openings) RETURNS text
    LANGUAGE sql STABLE
    RETURN encode(sha256(convert_to((jsonb_build_array((opening).id, (opening).person_id, (opening).owner_party_id, (opening).citizen_id, (opening).reason, (opening).ground, EXTRACT(epoch FROM (opening).opened_at), EXTRACT(epoch FROM (opening).until)))::text, 'UTF8'::name)), 'hex'::text);


ALTER FUNCTION public.digest_of_opening(opening public.glass_openings) OWNER TO brobygger_owner;

--
-- Name: end_session(uuid, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.end_session(here uuid, token bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform set_config('app.municipality', here::text, true);
  update sessions x set ended_at = now() where x.municipality_id = here and x.token_hash = token and x.ended_at is null;
end $$;


ALTER FUNCTION public.end_session(here uuid, token bytea) OWNER TO brobygger_lookup;

--
-- Name: end_sessions_of(uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.end_sessions_of(account uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if not may_manage_accounts() then raise insufficient_privilege; end if;
  update sessions x set ended_at = now()
    where x.municipality_id = current_municipality() and x.account_id = account and x.ended_at is null;
end $$;


ALTER FUNCTION public.end_sessions_of(account uuid) OWNER TO brobygger_lookup;

--
-- Name: figures_changed(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.figures_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if tg_op <> 'DELETE' then
    insert into figure_changes (municipality_id, month) select distinct municipality_id, month_of(day) from after_change;
  end if;
  if tg_op <> 'INSERT' then
    insert into figure_changes (municipality_id, month) select distinct municipality_id, month_of(day) from before_change;
  end if;
  return null;
end $$;


ALTER FUNCTION public.figures_changed() OWNER TO brobygger_lookup;

--
-- Name: find_account(uuid, text, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.find_account(here uuid, asked_email text, device bytea) RETURNS TABLE(account_id uuid, password_hash text, second_factor boolean, roles text[], known boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform set_config('app.municipality', here::text, true);
  return query select a.id, a.password_hash, a.totp_confirmed_at is not null, roles_today(a.person_id),
      exists (select from known_devices d where d.municipality_id = here and d.account_id = a.id and d.device_hash = device)
    from accounts a where a.municipality_id = here and a.email = asked_email and a.closed_at is null;
end $$;


ALTER FUNCTION public.find_account(here uuid, asked_email text, device bytea) OWNER TO brobygger_lookup;

--
-- Name: find_link(uuid, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.find_link(here uuid, token bytea) RETURNS TABLE(account_id uuid, email text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform set_config('app.municipality', here::text, true);
  return query select a.id, a.email from one_time_links l
    join accounts a on a.municipality_id = l.municipality_id and a.id = l.account_id
    where l.municipality_id = here and l.token_hash = token and l.used_at is null and l.expires_at > now()
      and a.closed_at is null;
end $$;


ALTER FUNCTION public.find_link(here uuid, token bytea) OWNER TO brobygger_lookup;

--
-- Name: find_municipality(text); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.find_municipality(asked text) RETURNS TABLE(id uuid, slug text, name text, demo boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform set_config('app.slug', asked, true);
  return query select m.id, m.slug, m.name, m.demo from municipalities m where m.slug = asked;
end $$;


ALTER FUNCTION public.find_municipality(asked text) OWNER TO brobygger_lookup;

--
-- Name: find_session(uuid, bytea, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.find_session(here uuid, token bytea, device bytea) RETURNS TABLE(account_id uuid, email text, stage text, totp_secret bytea, second_factor boolean, last_step bigint, roles text[], known boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform set_config('app.municipality', here::text, true);
  return query select a.id, a.email, x.stage, a.totp_secret, a.totp_confirmed_at is not null, a.totp_last_step,
      roles_today(a.person_id),
      exists (select from known_devices d where d.municipality_id = here and d.account_id = a.id and d.device_hash = device)
    from sessions x join accounts a on a.municipality_id = x.municipality_id and a.id = x.account_id
    where x.municipality_id = here and x.token_hash = token and x.ended_at is null and a.closed_at is null
      and x.seen_at > now() - interval '15 minutes' and x.started_at > now() - interval '12 hours';
end $$;


ALTER FUNCTION public.find_session(here uuid, token bytea, device bytea) OWNER TO brobygger_lookup;

--
-- Name: find_session_owner(uuid, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.find_session_owner(here uuid, token bytea) RETURNS TABLE(account_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform set_config('app.municipality', here::text, true);
  return query select x.account_id from sessions x
    where x.municipality_id = here and x.token_hash = token and x.seen_at > now() - interval '12 hours';
end $$;


ALTER FUNCTION public.find_session_owner(here uuid, token bytea) OWNER TO brobygger_lookup;

--
-- Name: forget(uuid, uuid, boolean, bytea[]); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.forget(party uuid, citizen uuid, as_tally boolean, rows bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  talks uuid[] := array(select c.id from contacts c
    where c.municipality_id = current_municipality() and c.owner_party_id = party and c.citizen_id = citizen);
begin
  perform make_tallies(party, talks, rows);
  if not as_tally then
    delete from contacts c
      where c.municipality_id = current_municipality() and c.owner_party_id = party and c.id = any (talks);
  end if;
  -- A talk that was first written down as this citizen's, and then as another's, says so in what stood.
  delete from contact_versions v where v.municipality_id = current_municipality() and v.owner_party_id = party
    and v.stood ->> 'citizen_id' = citizen::text;
  delete from citizens z where z.municipality_id = current_municipality() and z.owner_party_id = party and z.id = citizen;
end $$;


ALTER FUNCTION public.forget(party uuid, citizen uuid, as_tally boolean, rows bytea[]) OWNER TO brobygger_lookup;

--
-- Name: forget_citizen(uuid, uuid, boolean, bytea[]); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.forget_citizen(party uuid, citizen uuid, as_tally boolean, rows bytea[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if party not in (select my_private_parties()) then return false; end if;
  perform forget(party, citizen, as_tally, rows);
  return true;
end $$;


ALTER FUNCTION public.forget_citizen(party uuid, citizen uuid, as_tally boolean, rows bytea[]) OWNER TO brobygger_lookup;

--
-- Name: forget_name(uuid, uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.forget_name(party uuid, citizen uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if party not in (select my_private_parties()) then return; end if;
  update record_versions v set stood = v.stood - 'name'
    where v.municipality_id = current_municipality() and v.owner_party_id = party and v.citizen_id = citizen
      and v.record_kind = 'citizen';
end $$;


ALTER FUNCTION public.forget_name(party uuid, citizen uuid) OWNER TO brobygger_lookup;

--
-- Name: forgive_try(uuid, uuid, bytea[]); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.forgive_try(here uuid, try uuid, keys bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform set_config('app.municipality', here::text, true);
  delete from sign_in_tries t where t.municipality_id = here and t.key_hash = any (keys) and t.id = try;
end $$;


ALTER FUNCTION public.forgive_try(here uuid, try uuid, keys bytea[]) OWNER TO brobygger_lookup;

--
-- Name: glass_closed(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.glass_closed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('sharing', new.municipality_id || ' ' || new.owner_party_id);
  return new;
end $$;


ALTER FUNCTION public.glass_closed() OWNER TO brobygger_owner;

--
-- Name: glass_into_mine(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.glass_into_mine() RETURNS TABLE(owner_party_id uuid, opening_id uuid, opened_party_id uuid, opened_citizen_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT DISTINCT g.owner_party_id,
     g.id,
     t.owner_party_id,
     t.citizen_id
    FROM (public.glass_openings g
      CROSS JOIN LATERAL public.behind_glass(g.owner_party_id, g.citizen_id) t(owner_party_id, citizen_id, made_at, ended_at))
   WHERE ((g.municipality_id = public.current_municipality()) AND (t.owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (t.made_at < COALESCE(g.closed_at, g.until)) AND ((t.ended_at IS NULL) OR (t.ended_at > g.opened_at)));
END;


ALTER FUNCTION public.glass_into_mine() OWNER TO brobygger_lookup;

--
-- Name: glass_records(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.glass_records() RETURNS TABLE(owner_party_id uuid, citizen_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT t.owner_party_id,
     t.citizen_id
    FROM (public.glass_openings g
      CROSS JOIN LATERAL public.behind_glass(g.owner_party_id, g.citizen_id) t(owner_party_id, citizen_id, made_at, ended_at))
   WHERE ((g.municipality_id = public.current_municipality()) AND (g.person_id = public.current_person()) AND (g.closed_at IS NULL) AND (g.until > now()) AND public.breaks_glass() AND (g.owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (t.ended_at IS NULL));
END;


ALTER FUNCTION public.glass_records() OWNER TO brobygger_lookup;

--
-- Name: glass_stays_closed(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.glass_stays_closed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.closed_at is null and new.closed_at is not null then new.closed_at := now(); end if;
  return new;
end $$;


ALTER FUNCTION public.glass_stays_closed() OWNER TO brobygger_owner;

--
-- Name: appointments; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.appointments (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    topic smallint,
    at_place text NOT NULL,
    words text NOT NULL,
    address text,
    bring text,
    day date NOT NULL,
    clock time without time zone,
    companion_id uuid,
    companion_words text,
    meet_place text,
    meet_clock time without time zone,
    state text DEFAULT 'planned'::text NOT NULL,
    state_words text,
    state_at timestamp with time zone,
    moved_from uuid,
    created_by uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT appointments_address_check CHECK (((length(btrim(address)) >= 1) AND (length(btrim(address)) <= 120))),
    CONSTRAINT appointments_at_place_check CHECK ((at_place = ANY (ARRAY['court'::text, 'police'::text, 'doctor'::text, 'hospital'::text, 'bank'::text, 'jobCentre'::text, 'townHall'::text, 'insurer'::text, 'other'::text]))),
    CONSTRAINT appointments_bring_check CHECK (((length(btrim(bring)) >= 1) AND (length(btrim(bring)) <= 200))),
    CONSTRAINT appointments_check CHECK (((at_place <> ALL (ARRAY['court'::text, 'police'::text])) OR (NOT (topic IS DISTINCT FROM 32)))),
    CONSTRAINT appointments_check1 CHECK (((companion_id IS NULL) OR (companion_words IS NULL))),
    CONSTRAINT appointments_check2 CHECK (((state = 'planned'::text) = (state_at IS NULL))),
    CONSTRAINT appointments_check3 CHECK (((state_words IS NULL) OR (state <> 'planned'::text))),
    CONSTRAINT appointments_companion_words_check CHECK (((length(btrim(companion_words)) >= 1) AND (length(btrim(companion_words)) <= 80))),
    CONSTRAINT appointments_meet_place_check CHECK (((length(btrim(meet_place)) >= 1) AND (length(btrim(meet_place)) <= 120))),
    CONSTRAINT appointments_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'missed'::text, 'calledOff'::text, 'moved'::text]))),
    CONSTRAINT appointments_state_words_check CHECK (((length(btrim(state_words)) >= 1) AND (length(btrim(state_words)) <= 200))),
    CONSTRAINT appointments_topic_check CHECK ((topic = ANY (ARRAY[1, 2, 4, 8, 16, 32]))),
    CONSTRAINT appointments_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 120)))
);

ALTER TABLE ONLY public.appointments FORCE ROW LEVEL SECURITY;


ALTER TABLE public.appointments OWNER TO brobygger_owner;

--
-- Name: helper_shares; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.helper_shares (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    id uuid NOT NULL,
    helper_name text NOT NULL,
    helper_kind text NOT NULL,
    valid_until date NOT NULL,
    link_hash bytea NOT NULL,
    code_hash bytea NOT NULL,
    wrong_codes smallint DEFAULT 0 NOT NULL,
    browser_hash bytea,
    opened_at timestamp with time zone,
    given_by uuid NOT NULL,
    given_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    CONSTRAINT helper_shares_check CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
    CONSTRAINT helper_shares_check1 CHECK (((browser_hash IS NULL) = (opened_at IS NULL))),
    CONSTRAINT helper_shares_helper_kind_check CHECK ((helper_kind = ANY (ARRAY['debtAdviser'::text, 'homeHelp'::text, 'relative'::text, 'contactPerson'::text, 'other'::text]))),
    CONSTRAINT helper_shares_helper_name_check CHECK (((length(btrim(helper_name)) >= 1) AND (length(btrim(helper_name)) <= 120)))
);

ALTER TABLE ONLY public.helper_shares FORCE ROW LEVEL SECURITY;


ALTER TABLE public.helper_shares OWNER TO brobygger_owner;

--
-- Name: helper_things; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.helper_things (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    share_id uuid NOT NULL,
    kind text NOT NULL,
    thing_id uuid NOT NULL,
    changed_at timestamp with time zone,
    CONSTRAINT helper_things_kind_check CHECK ((kind = ANY (ARRAY['step'::text, 'appointment'::text, 'part'::text, 'task'::text])))
);

ALTER TABLE ONLY public.helper_things FORCE ROW LEVEL SECURITY;


ALTER TABLE public.helper_things OWNER TO brobygger_owner;

--
-- Name: plan_parts; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.plan_parts (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    topic smallint,
    kind text NOT NULL,
    areas smallint DEFAULT 0 NOT NULL,
    words text NOT NULL,
    put_away_at timestamp with time zone,
    created_by uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT plan_parts_areas_check CHECK (((areas >= 0) AND (areas <= 127))),
    CONSTRAINT plan_parts_check CHECK (((areas = 0) OR (kind = 'goal'::text))),
    CONSTRAINT plan_parts_kind_check CHECK ((kind = ANY (ARRAY['goal'::text, 'goodAt'::text, 'help'::text, 'justHere'::text]))),
    CONSTRAINT plan_parts_topic_check CHECK ((topic = ANY (ARRAY[1, 2, 4, 8, 16, 32]))),
    CONSTRAINT plan_parts_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 1000)))
);

ALTER TABLE ONLY public.plan_parts FORCE ROW LEVEL SECURITY;


ALTER TABLE public.plan_parts OWNER TO brobygger_owner;

--
-- Name: steps; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.steps (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    topic smallint,
    words text NOT NULL,
    day date,
    whose text,
    person_id uuid,
    whose_at timestamp with time zone DEFAULT now() NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    waits_for uuid,
    rest_words text,
    done_words text,
    done_on date,
    put_away_at timestamp with time zone,
    created_by uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT steps_check CHECK ((COALESCE((whose = ANY (ARRAY['worker'::text, 'together'::text])), false) = (person_id IS NOT NULL))),
    CONSTRAINT steps_check1 CHECK (((state <> 'waiting'::text) OR (waits_for IS NOT NULL))),
    CONSTRAINT steps_check2 CHECK (((state = 'resting'::text) = (rest_words IS NOT NULL))),
    CONSTRAINT steps_check3 CHECK (((state = 'done'::text) = (done_on IS NOT NULL))),
    CONSTRAINT steps_check4 CHECK (((done_words IS NULL) OR (state = 'done'::text))),
    CONSTRAINT steps_check5 CHECK ((waits_for <> id)),
    CONSTRAINT steps_check6 CHECK (((put_away_at IS NULL) OR (state <> 'done'::text))),
    CONSTRAINT steps_done_words_check CHECK (((length(btrim(done_words)) >= 1) AND (length(btrim(done_words)) <= 200))),
    CONSTRAINT steps_rest_words_check CHECK (((length(btrim(rest_words)) >= 1) AND (length(btrim(rest_words)) <= 200))),
    CONSTRAINT steps_state_check CHECK ((state = ANY (ARRAY['open'::text, 'next'::text, 'waiting'::text, 'resting'::text, 'done'::text]))),
    CONSTRAINT steps_topic_check CHECK ((topic = ANY (ARRAY[1, 2, 4, 8, 16, 32]))),
    CONSTRAINT steps_whose_check CHECK ((whose = ANY (ARRAY['citizen'::text, 'worker'::text, 'together'::text]))),
    CONSTRAINT steps_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 120)))
);

ALTER TABLE ONLY public.steps FORCE ROW LEVEL SECURITY;


ALTER TABLE public.steps OWNER TO brobygger_owner;

--
-- Name: tasks; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.tasks (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid NOT NULL,
    citizen_id uuid,
    topic smallint,
    words text NOT NULL,
    day date NOT NULL,
    person_id uuid NOT NULL,
    party_id uuid NOT NULL,
    given_by uuid NOT NULL,
    given_at timestamp with time zone DEFAULT now() NOT NULL,
    passed_by uuid,
    accepted_at timestamp with time zone,
    refused_at timestamp with time zone,
    refused_words text,
    held_by uuid GENERATED ALWAYS AS (
CASE
    WHEN (accepted_at IS NULL) THEN COALESCE(passed_by, given_by)
    ELSE person_id
END) STORED NOT NULL,
    list text DEFAULT ''::text NOT NULL,
    ticked integer DEFAULT 0 NOT NULL,
    done_at timestamp with time zone,
    created_by uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    about_nobody boolean DEFAULT false NOT NULL,
    CONSTRAINT tasks_check CHECK (((citizen_id IS NOT NULL) OR (topic IS NULL))),
    CONSTRAINT tasks_check1 CHECK (((passed_by IS NULL) OR (party_id <> owner_party_id))),
    CONSTRAINT tasks_check2 CHECK (((party_id = owner_party_id) OR (citizen_id IS NULL) OR (topic IS NOT NULL))),
    CONSTRAINT tasks_check3 CHECK (((party_id = owner_party_id) OR (citizen_id IS NOT NULL) OR about_nobody)),
    CONSTRAINT tasks_check4 CHECK (((citizen_id IS NULL) OR (NOT about_nobody))),
    CONSTRAINT tasks_check5 CHECK (((accepted_at IS NULL) OR (refused_at IS NULL))),
    CONSTRAINT tasks_check6 CHECK (((refused_at IS NULL) = (refused_words IS NULL))),
    CONSTRAINT tasks_check7 CHECK (((done_at IS NULL) OR (accepted_at IS NOT NULL))),
    CONSTRAINT tasks_list_check CHECK ((length(list) <= 2000)),
    CONSTRAINT tasks_refused_words_check CHECK (((length(btrim(refused_words)) >= 1) AND (length(btrim(refused_words)) <= 200))),
    CONSTRAINT tasks_ticked_check CHECK ((ticked >= 0)),
    CONSTRAINT tasks_topic_check CHECK ((topic = ANY (ARRAY[1, 2, 4, 8, 16, 32]))),
    CONSTRAINT tasks_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 200)))
);

ALTER TABLE ONLY public.tasks FORCE ROW LEVEL SECURITY;


ALTER TABLE public.tasks OWNER TO brobygger_owner;

--
-- Name: helper_view(uuid, uuid, uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.helper_view(here uuid, party uuid, share uuid) RETURNS TABLE(kind text, id uuid, words text, day date, clock time without time zone, place text, more text, state text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT g.kind,
     g.thing_id,
     COALESCE(p.words, t.words, a.words, k.words) AS "coalesce",
     COALESCE(p.day, a.day, k.day) AS "coalesce",
     a.clock,
     a.address,
     a.bring,
     COALESCE(p.state, a.state,
         CASE
             WHEN (k.done_at IS NOT NULL) THEN 'done'::text
             ELSE NULL::text
         END) AS "coalesce"
    FROM ((((((public.helper_shares s
      JOIN public.citizens z ON (((z.municipality_id = s.municipality_id) AND (z.owner_party_id = s.owner_party_id) AND (z.id = s.citizen_id) AND (z.closed_at IS NULL))))
      JOIN public.helper_things g ON (((g.municipality_id = s.municipality_id) AND (g.owner_party_id = s.owner_party_id) AND (g.share_id = s.id) AND (g.changed_at IS NULL))))
      LEFT JOIN public.steps p ON (((g.kind = 'step'::text) AND (p.municipality_id = s.municipality_id) AND (p.owner_party_id = s.owner_party_id) AND (p.citizen_id = s.citizen_id) AND (p.id = g.thing_id) AND (p.put_away_at IS NULL))))
      LEFT JOIN public.plan_parts t ON (((g.kind = 'part'::text) AND (t.municipality_id = s.municipality_id) AND (t.owner_party_id = s.owner_party_id) AND (t.citizen_id = s.citizen_id) AND (t.id = g.thing_id) AND (t.put_away_at IS NULL))))
      LEFT JOIN public.appointments a ON (((g.kind = 'appointment'::text) AND (a.municipality_id = s.municipality_id) AND (a.owner_party_id = s.owner_party_id) AND (a.citizen_id = s.citizen_id) AND (a.id = g.thing_id))))
      LEFT JOIN public.tasks k ON (((g.kind = 'task'::text) AND (k.municipality_id = s.municipality_id) AND (k.owner_party_id = s.owner_party_id) AND (k.citizen_id = s.citizen_id) AND (k.id = g.thing_id))))
   WHERE ((s.municipality_id = helper_view.here) AND (s.owner_party_id = helper_view.party) AND (s.id = helper_view.share) AND (COALESCE(p.id, t.id, a.id, k.id) IS NOT NULL));
END;


ALTER FUNCTION public.helper_view(here uuid, party uuid, share uuid) OWNER TO brobygger_lookup;

--
-- Name: notes; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.notes (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    kind text NOT NULL,
    topic smallint,
    words text NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT notes_check CHECK (((kind <> 'shared'::text) OR (topic IS NOT NULL))),
    CONSTRAINT notes_kind_check CHECK ((kind = ANY (ARRAY['own'::text, 'shared'::text, 'citizens'::text]))),
    CONSTRAINT notes_topic_check CHECK ((topic = ANY (ARRAY[1, 2, 4, 8, 16, 32]))),
    CONSTRAINT notes_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 10000)))
);

ALTER TABLE ONLY public.notes FORCE ROW LEVEL SECURITY;


ALTER TABLE public.notes OWNER TO brobygger_owner;

--
-- Name: hidden_from_me(uuid, uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.hidden_from_me(party uuid, citizen uuid) RETURNS TABLE(notes bigint, talks bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 WITH yes AS (
          SELECT c.topics
            FROM public.consents_to_me() c(owner_party_id, citizen_id, topics)
           WHERE ((c.owner_party_id = hidden_from_me.party) AND (c.citizen_id = hidden_from_me.citizen))
         )
  SELECT ( SELECT count(*) AS count
            FROM public.notes n
           WHERE ((n.municipality_id = public.current_municipality()) AND (n.owner_party_id = hidden_from_me.party) AND (n.citizen_id = hidden_from_me.citizen) AND (n.kind <> 'own'::text) AND (n.topic = ANY (ARRAY[1, 4, 16])) AND (NOT (EXISTS ( SELECT
                    FROM yes
                   WHERE ((n.topic & (~ yes.topics)) = 0)))))) AS count,
     ( SELECT count(*) AS count
            FROM public.contacts t
           WHERE ((t.municipality_id = public.current_municipality()) AND (t.owner_party_id = hidden_from_me.party) AND (t.citizen_id = hidden_from_me.citizen) AND (t.outcome = 'held'::text) AND (t.topics <> 0) AND (((t.topics)::integer & 42) = 0) AND (NOT (EXISTS ( SELECT
                    FROM yes
                   WHERE ((t.topics & (~ yes.topics)) = 0)))))) AS count
   WHERE ((EXISTS ( SELECT
            FROM yes)) AND (NOT (party IN ( SELECT public.my_record_parties() AS my_record_parties))) AND (( SELECT count(*) AS count
            FROM unnest('{1,4,16}'::smallint[]) t("bit")
           WHERE (NOT (EXISTS ( SELECT
                    FROM yes
                   WHERE ((yes.topics & t."bit") <> 0))))) >= 2));
END;


ALTER FUNCTION public.hidden_from_me(party uuid, citizen uuid) OWNER TO brobygger_lookup;

--
-- Name: i_see_figures(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.i_see_figures() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    RETURN public.i_am(VARIADIC ARRAY['outreach_worker'::text, 'centre_staff'::text, 'centre_manager'::text, 'coordinator'::text, 'project_leader'::text, 'leader'::text, 'administrator'::text]);


ALTER FUNCTION public.i_see_figures() OWNER TO brobygger_lookup;

--
-- Name: keep_version(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.keep_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  stood jsonb := to_jsonb(old);
  citizen uuid := case when stood ? 'citizen_id' then (stood ->> 'citizen_id')::uuid else old.id end;
begin
  if to_jsonb(new) = stood then return new; end if;
  new.version := old.version + 1;
  -- What is about nobody has nobody to tell it to.
  if citizen is not null then
    insert into record_versions (municipality_id, owner_party_id, citizen_id, record_kind, record_id, version, replaced_by, stood)
      values (old.municipality_id, old.owner_party_id, citizen, tg_argv[0], old.id, old.version, current_person(),
        stood - '{municipality_id,owner_party_id,citizen_id,id,version}'::text[] - tg_argv[1:]);
  end if;
  return new;
end $$;


ALTER FUNCTION public.keep_version() OWNER TO brobygger_lookup;

--
-- Name: kind_stays(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.kind_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', constraint = 'controller_has_records', message = 'a controller stays what it is';
end $$;


ALTER FUNCTION public.kind_stays() OWNER TO brobygger_owner;

--
-- Name: lengthened_by_own(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.lengthened_by_own() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if coalesce(new.valid_until, 'infinity') > coalesce(old.valid_until, 'infinity') and current_person() is not null
    and sees_records(new.role) and new.party_id in (select private_parties()) and new.party_id not in (select parties_i_lead()) then
    raise exception using errcode = 'insufficient_privilege', message = 'a role at a private party is lengthened by its own manager';
  end if;
  return new;
end $$;


ALTER FUNCTION public.lengthened_by_own() OWNER TO brobygger_lookup;

--
-- Name: list_demo_sign_ins(text); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.list_demo_sign_ins(asked text) RETURNS TABLE(email text, name text, roles text[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare here uuid;
begin
  perform set_config('app.slug', asked, true);
  select m.id into here from municipalities m where m.slug = asked and m.demo;
  perform set_config('app.municipality', coalesce(here::text, ''), true);
  return query select a.email, p.public_name, roles_today(a.person_id)
    from accounts a join people p on p.municipality_id = a.municipality_id and p.id = a.person_id
    where a.municipality_id = here and a.closed_at is null and a.has_password order by a.id;
end $$;


ALTER FUNCTION public.list_demo_sign_ins(asked text) OWNER TO brobygger_lookup;

--
-- Name: list_municipalities(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.list_municipalities() RETURNS TABLE(id uuid, slug text, name text, demo boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT municipalities.id,
     municipalities.slug,
     municipalities.name,
     municipalities.demo
    FROM public.municipalities
   WHERE municipalities.listed
   ORDER BY municipalities.name;
END;


ALTER FUNCTION public.list_municipalities() OWNER TO brobygger_lookup;

--
-- Name: log_access(text, text[], uuid[], uuid[], bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.log_access(kind text, subjects text[], ids uuid[], parties uuid[], words bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $_$
declare row_id bigint := nextval('access_log_id_seq');
begin
  insert into access_log (municipality_id, id, person_id, purpose, kind, words, words_digest, subjects_digest) overriding system value
    values (current_municipality(), row_id, current_person(), current_purpose(), $1, $5, sha256($5), digest_of(ids, subjects, parties));
  if cardinality(ids) > 0 then
    insert into access_log_subjects (municipality_id, log_id, subject_id, subject, owner_party_id)
      select current_municipality(), row_id, u.id, u.subject, u.party
      from unnest(ids, subjects, parties) as u(id, subject, party);
  end if;
end $_$;


ALTER FUNCTION public.log_access(kind text, subjects text[], ids uuid[], parties uuid[], words bytea) OWNER TO brobygger_lookup;

--
-- Name: log_check_told(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.log_check_told() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.checked_at := now();
  return new;
end $$;


ALTER FUNCTION public.log_check_told() OWNER TO brobygger_owner;

--
-- Name: log_own_access(uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.log_own_access(account uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform set_config('app.person', a.person_id::text, true) from accounts a
    where a.municipality_id = current_municipality() and a.id = account;
  perform set_config('app.purpose', 'sign-in.change', true);
  perform log_access('change', array['account'], array[account], array['00000000-0000-0000-0000-000000000000']::uuid[], null);
end $$;


ALTER FUNCTION public.log_own_access(account uuid) OWNER TO brobygger_lookup;

--
-- Name: look_as_helper(uuid, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.look_as_helper(here uuid, browser bytea) RETURNS TABLE(share_id uuid, helper_name text, party_name text, valid_until date, kind text, id uuid, words text, day date, clock time without time zone, place text, more text, state text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare each_share record;
begin
  perform set_config('app.municipality', here::text, true);
  perform set_config('app.person', '', true);
  perform set_config('app.purpose', 'helpers.look', true);
  for each_share in
    select s.owner_party_id as party, s.citizen_id as citizen, s.id as share from helper_shares s
      where s.municipality_id = here and s.browser_hash = browser and s.withdrawn_at is null and s.valid_until >= danish_today()
  loop
    insert into helper_looks (municipality_id, owner_party_id, share_id, shown)
      select here, each_share.party, each_share.share, coalesce(array_agg(v.id), '{}') from helper_view(here, each_share.party, each_share.share) v;
    perform log_access('read', array['citizen'], array[each_share.citizen], array[each_share.party], null);
  end loop;
  return query
    select s.id, s.helper_name, y.name, s.valid_until, v.kind, v.id, v.words, v.day, v.clock, v.place, v.more, v.state
    from helper_shares s
    join parties y on y.municipality_id = here and y.id = s.owner_party_id
    left join lateral helper_view(here, s.owner_party_id, s.id) v on true
    where s.municipality_id = here and s.browser_hash = browser and s.withdrawn_at is null and s.valid_until >= danish_today()
    order by s.given_at desc, v.day nulls last, v.id;
end $$;


ALTER FUNCTION public.look_as_helper(here uuid, browser bytea) OWNER TO brobygger_lookup;

--
-- Name: access_log; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.access_log (
    municipality_id uuid NOT NULL,
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    person_id uuid,
    purpose text NOT NULL,
    kind text NOT NULL,
    words bytea,
    words_digest bytea,
    subjects_digest bytea,
    change jsonb,
    batch bigint,
    CONSTRAINT access_log_kind_check CHECK ((kind = ANY (ARRAY['read'::text, 'add'::text, 'change'::text, 'search'::text, 'extract'::text, 'delete'::text, 'refused'::text])))
);

ALTER TABLE ONLY public.access_log FORCE ROW LEVEL SECURITY;


ALTER TABLE public.access_log OWNER TO brobygger_owner;

--
-- Name: access_log_subjects; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.access_log_subjects (
    municipality_id uuid NOT NULL,
    log_id bigint NOT NULL,
    subject_id uuid NOT NULL,
    subject text NOT NULL,
    owner_party_id uuid NOT NULL,
    CONSTRAINT access_log_subjects_subject_check CHECK ((subject = ANY (ARRAY['citizen'::text, 'contact'::text, 'account'::text, 'request'::text])))
);

ALTER TABLE ONLY public.access_log_subjects FORCE ROW LEVEL SECURITY;


ALTER TABLE public.access_log_subjects OWNER TO brobygger_owner;

--
-- Name: looked_months(uuid, uuid, bigint); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.looked_months(party uuid, citizen uuid, upto bigint) RETURNS TABLE(month date, times bigint, newest bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT (date_trunc('month'::text, (l.at AT TIME ZONE 'Europe/Copenhagen'::text)))::date AS date_trunc,
     count(*) AS count,
     max(l.id) AS max
    FROM (public.access_log_subjects s
      JOIN public.access_log l ON (((l.municipality_id = s.municipality_id) AND (l.id = s.log_id))))
   WHERE ((s.municipality_id = public.current_municipality()) AND (s.subject_id = looked_months.citizen) AND (s.subject = 'citizen'::text) AND (s.owner_party_id = looked_months.party) AND (s.log_id <= looked_months.upto) AND (looked_months.party IN ( SELECT public.my_record_parties() AS my_record_parties)))
   GROUP BY ((date_trunc('month'::text, (l.at AT TIME ZONE 'Europe/Copenhagen'::text)))::date);
END;


ALTER FUNCTION public.looked_months(party uuid, citizen uuid, upto bigint) OWNER TO brobygger_lookup;

--
-- Name: looks_at(uuid, uuid, timestamp with time zone, timestamp with time zone, bigint); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.looks_at(party uuid, citizen uuid, first timestamp with time zone, until timestamp with time zone, upto bigint) RETURNS TABLE(id bigint, at timestamp with time zone, day date, kind text, purpose text, who bigint, someone boolean, name text, roles text[], parties text[], ground text, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 WITH lines AS (
          SELECT l_1.id,
             l_1.at,
             l_1.kind,
             l_1.purpose,
             l_1.person_id,
             ((l_1.at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS day,
             (l_1.purpose ~~ 'import.%'::text) AS brought
            FROM (public.access_log_subjects s_1
              JOIN public.access_log l_1 ON (((l_1.municipality_id = s_1.municipality_id) AND (l_1.id = s_1.log_id))))
           WHERE ((s_1.municipality_id = public.current_municipality()) AND (s_1.subject_id = looks_at.citizen) AND (s_1.subject = 'citizen'::text) AND (s_1.owner_party_id = looks_at.party) AND (s_1.log_id <= looks_at.upto) AND (l_1.at >= looks_at.first) AND (l_1.at < looks_at.until) AND (looks_at.party IN ( SELECT public.my_record_parties() AS my_record_parties)))
         ), memberships_held AS (
          SELECT m.person_id,
             m.role,
             m.party_id,
             GREATEST(m.given_at, ((m.valid_from)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text)) AS first,
             COALESCE(m.ended_at, (((m.valid_until + 1))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text), 'infinity'::timestamp with time zone) AS until
            FROM public.memberships m
           WHERE ((m.municipality_id = public.current_municipality()) AND (m.person_id IN ( SELECT l_1.person_id
                    FROM lines l_1)))
         ), times AS (
          SELECT e.person_id,
             e.at AS first,
             lead(e.at) OVER (PARTITION BY e.person_id ORDER BY e.at) AS until
            FROM ( SELECT m.person_id,
                     m.first AS at
                    FROM memberships_held m
                 UNION
                  SELECT m.person_id,
                     m.until
                    FROM memberships_held m) e
         ), held AS (
          SELECT t.person_id,
             t.first,
             t.until,
             b.brought,
             m.role,
             y.from_words,
             (NOT (m.party_id IS DISTINCT FROM looks_at.party)) AS own,
             rank() OVER (PARTITION BY t.person_id, t.first, b.brought ORDER BY (b.brought AND (m.role = 'administrator'::text)) DESC, (NOT (m.party_id IS DISTINCT FROM looks_at.party)) DESC, (m.role = ANY (ARRAY['outreach_worker'::text, 'centre_staff'::text, 'centre_manager'::text, 'coordinator'::text])) DESC) AS place
            FROM (((times t
              CROSS JOIN ( VALUES (true), (false)) b(brought))
              JOIN memberships_held m ON (((m.person_id = t.person_id) AND (m.first <= t.first) AND (m.until >= t.until))))
              LEFT JOIN public.parties y ON (((y.municipality_id = public.current_municipality()) AND (y.id = m.party_id))))
         ), stood AS (
          SELECT h.person_id,
             h.first,
             h.until,
             h.brought,
             bool_or(h.own) AS own,
             array_agg(h.role ORDER BY h.from_words, h.role) AS roles,
             array_agg(h.from_words ORDER BY h.from_words, h.role) AS parties
            FROM held h
           WHERE (h.place = 1)
           GROUP BY h.person_id, h.first, h.until, h.brought
         ), tied AS (
          SELECT DISTINCT t.owner_party_id,
             t.citizen_id
            FROM public.linked_to(looks_at.party, looks_at.citizen) t(owner_party_id, citizen_id, made_at, ended_at)
         ), glass AS MATERIALIZED (
          SELECT g.id,
             g.person_id,
             g.ground,
             g.reason,
             GREATEST(g.opened_at, b.made_at) AS first,
             LEAST(g.until, g.closed_at, b.ended_at) AS until
            FROM ((tied t
              JOIN public.glass_openings g ON (((g.municipality_id = public.current_municipality()) AND (g.owner_party_id = t.owner_party_id) AND (g.citizen_id = t.citizen_id))))
              CROSS JOIN LATERAL public.behind_glass(g.owner_party_id, g.citizen_id) b(owner_party_id, citizen_id, made_at, ended_at))
           WHERE ((b.owner_party_id = looks_at.party) AND (b.citizen_id = looks_at.citizen))
         )
  SELECT l.id,
     l.at,
     l.day,
     l.kind,
     l.purpose,
     dense_rank() OVER (ORDER BY l.person_id) AS dense_rank,
     (l.person_id IS NOT NULL),
         CASE
             WHEN ( SELECT m.names_staff_in_log
                FROM public.municipalities m
               WHERE (m.id = public.current_municipality())) THEN p.public_name
             ELSE NULL::text
         END AS "case",
     s.roles,
     s.parties,
     broken.ground,
     broken.reason
    FROM (((lines l
      LEFT JOIN public.people p ON (((p.municipality_id = public.current_municipality()) AND (p.id = l.person_id))))
      LEFT JOIN stood s ON (((s.person_id = l.person_id) AND (s.brought = l.brought) AND (l.at >= s.first) AND (l.at < s.until))))
      LEFT JOIN LATERAL ( SELECT g.ground,
             g.reason
            FROM glass g
           WHERE ((g.person_id = l.person_id) AND (l.at >= g.first) AND (l.at < g.until) AND (NOT COALESCE(s.own, false)))
           ORDER BY g.first, g.id
          LIMIT 1) broken ON (true))
   ORDER BY l.at DESC, l.id DESC;
END;


ALTER FUNCTION public.looks_at(party uuid, citizen uuid, first timestamp with time zone, until timestamp with time zone, upto bigint) OWNER TO brobygger_lookup;

--
-- Name: mail_helper(uuid, uuid, uuid, text, text, text); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.mail_helper(message uuid, party uuid, share uuid, recipient text, subject text, body text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if not exists (select from helper_shares s where s.municipality_id = current_municipality() and s.owner_party_id = party
      and s.id = share and s.given_by = current_person() and s.withdrawn_at is null) then return; end if;
  insert into outbox (municipality_id, id, recipient, subject, body, share_party_id, share_id)
    values (current_municipality(), message, recipient, subject, body, party, share);
  perform ask_for_sending(message);
end $$;


ALTER FUNCTION public.mail_helper(message uuid, party uuid, share uuid, recipient text, subject text, body text) OWNER TO brobygger_lookup;

--
-- Name: make_tallies(uuid, uuid[], bytea[]); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.make_tallies(party uuid, talks uuid[], rows bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  insert into forgotten_rows (municipality_id, owner_party_id, row_hash)
    select distinct current_municipality(), party, r from unnest(rows) as r on conflict do nothing;
  update contacts c set citizen_id = null, agenda = null, next_thing = null, next_day = null, next_owner_id = null,
      next_done_at = null, import_key = null, gender = null, birth_year = null, clock = null
    where c.municipality_id = current_municipality() and c.owner_party_id = party and c.id = any (talks);
  delete from contact_versions v where v.municipality_id = current_municipality() and v.owner_party_id = party
    and v.contact_id = any (talks);
end $$;


ALTER FUNCTION public.make_tallies(party uuid, talks uuid[], rows bytea[]) OWNER TO brobygger_lookup;

--
-- Name: may_follow(text, text, text); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.may_follow(record text, former text, later text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN ((former = later) OR ((((((((((((((((((((((((((record = 'step'::text) AND (former = 'open'::text) AND (later = 'next'::text)) OR ((record = 'step'::text) AND (former = 'open'::text) AND (later = 'waiting'::text))) OR ((record = 'step'::text) AND (former = 'open'::text) AND (later = 'resting'::text))) OR ((record = 'step'::text) AND (former = 'open'::text) AND (later = 'done'::text))) OR ((record = 'step'::text) AND (former = 'next'::text) AND (later = 'open'::text))) OR ((record = 'step'::text) AND (former = 'next'::text) AND (later = 'waiting'::text))) OR ((record = 'step'::text) AND (former = 'next'::text) AND (later = 'resting'::text))) OR ((record = 'step'::text) AND (former = 'next'::text) AND (later = 'done'::text))) OR ((record = 'step'::text) AND (former = 'waiting'::text) AND (later = 'open'::text))) OR ((record = 'step'::text) AND (former = 'waiting'::text) AND (later = 'next'::text))) OR ((record = 'step'::text) AND (former = 'waiting'::text) AND (later = 'resting'::text))) OR ((record = 'step'::text) AND (former = 'waiting'::text) AND (later = 'done'::text))) OR ((record = 'step'::text) AND (former = 'resting'::text) AND (later = 'open'::text))) OR ((record = 'step'::text) AND (former = 'resting'::text) AND (later = 'next'::text))) OR ((record = 'step'::text) AND (former = 'resting'::text) AND (later = 'waiting'::text))) OR ((record = 'step'::text) AND (former = 'resting'::text) AND (later = 'done'::text))) OR ((record = 'step'::text) AND (former = 'done'::text) AND (later = 'next'::text))) OR ((record = 'step'::text) AND (former = 'done'::text) AND (later = 'open'::text))) OR ((record = 'appointment'::text) AND (former = 'planned'::text) AND (later = 'held'::text))) OR ((record = 'appointment'::text) AND (former = 'planned'::text) AND (later = 'missed'::text))) OR ((record = 'appointment'::text) AND (former = 'planned'::text) AND (later = 'calledOff'::text))) OR ((record = 'appointment'::text) AND (former = 'planned'::text) AND (later = 'moved'::text))) OR ((record = 'appointment'::text) AND (former = 'held'::text) AND (later = 'planned'::text))) OR ((record = 'appointment'::text) AND (former = 'missed'::text) AND (later = 'planned'::text))) OR ((record = 'appointment'::text) AND (former = 'calledOff'::text) AND (later = 'planned'::text))));


ALTER FUNCTION public.may_follow(record text, former text, later text) OWNER TO brobygger_owner;

--
-- Name: may_hand_to(uuid, uuid, smallint, uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.may_hand_to(party uuid, citizen uuid, asked_topic smallint, receiver uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    RETURN ((party IN (SELECT public.my_record_parties() AS my_record_parties)) AND (EXISTS (SELECT FROM public.consents c WHERE ((c.municipality_id = public.current_municipality()) AND (c.owner_party_id = may_hand_to.party) AND (c.citizen_id = may_hand_to.citizen) AND (c.receiving_party_id = may_hand_to.receiver) AND (c.ground = ANY (ARRAY['obtain'::text, 'disclose'::text])) AND (c.withdrawn_at IS NULL) AND (c.valid_from <= public.danish_today()) AND (c.valid_until >= public.danish_today())) HAVING ((bit_or(c.topics) & may_hand_to.asked_topic) = may_hand_to.asked_topic))));


ALTER FUNCTION public.may_hand_to(party uuid, citizen uuid, asked_topic smallint, receiver uuid) OWNER TO brobygger_lookup;

--
-- Name: may_manage_accounts(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.may_manage_accounts() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    RETURN (public.i_am(VARIADIC ARRAY['administrator'::text]) OR pg_has_role(SESSION_USER, 'brobygger_operator'::name, 'member'::text));


ALTER FUNCTION public.may_manage_accounts() OWNER TO brobygger_lookup;

--
-- Name: membership_instants(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.membership_instants() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'INSERT' then
    new.ended_at := null;
    new.given_at := case when current_user in ('brobygger_web', 'brobygger_import') then now()
      else least(new.given_at, new.valid_from::timestamp at time zone 'Europe/Copenhagen') end;
  elsif new.valid_until is distinct from old.valid_until then
    new.ended_at := case when new.valid_until < danish_today() then now() end;
  end if;
  return new;
end $$;


ALTER FUNCTION public.membership_instants() OWNER TO brobygger_owner;

--
-- Name: migrations_done(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.migrations_done() RETURNS TABLE(name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    AS $$select name from migration.kysely_migration$$;


ALTER FUNCTION public.migrations_done() OWNER TO brobygger_owner;

--
-- Name: month_of(date); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.month_of(day date) RETURNS date
    LANGUAGE sql IMMUTABLE
    RETURN (date_trunc('month'::text, (day)::timestamp without time zone))::date;


ALTER FUNCTION public.month_of(day date) OWNER TO brobygger_owner;

--
-- Name: my_managed_controllers(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.my_managed_controllers() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT p.controller_id
    FROM (public.parties p
      JOIN public.controllers k ON (((k.municipality_id = p.municipality_id) AND (k.id = p.controller_id))))
   WHERE ((p.municipality_id = public.current_municipality()) AND (k.kind = 'private'::text) AND (p.id IN ( SELECT public.my_parties(VARIADIC ARRAY['centre_manager'::text]) AS my_parties)))
 UNION
  SELECT k.id
    FROM public.controllers k
   WHERE ((k.municipality_id = public.current_municipality()) AND (k.kind = 'public'::text) AND public.i_am(VARIADIC ARRAY['administrator'::text]));
END;


ALTER FUNCTION public.my_managed_controllers() OWNER TO brobygger_lookup;

--
-- Name: my_private_parties(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.my_private_parties() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT r.r
    FROM public.my_record_parties() r(r)
   WHERE (NOT (r.r IN ( SELECT public.my_number_parties() AS my_number_parties)));
END;


ALTER FUNCTION public.my_private_parties() OWNER TO brobygger_lookup;

--
-- Name: new_retention_rules(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.new_retention_rules() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  insert into retention_rules (municipality_id, controller_id, record_kind, kle, months, act)
    select new.municipality_id, new.id, d.record_kind, d.kle, d.months, d.act from retention_defaults(new.kind) d;
  return null;
end $$;


ALTER FUNCTION public.new_retention_rules() OWNER TO brobygger_lookup;

--
-- Name: number_needs_public(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.number_needs_public() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from parties p join controllers k on k.municipality_id = p.municipality_id and k.id = p.controller_id
      where p.municipality_id = new.municipality_id and p.id = new.owner_party_id and k.kind = 'public') then
    raise exception using errcode = 'check_violation', constraint = 'number_needs_public',
      message = 'a private controller has no CPR numbers';
  end if;
  return null;
end $$;


ALTER FUNCTION public.number_needs_public() OWNER TO brobygger_owner;

--
-- Name: offer_answered(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.offer_answered() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.answered_at := now();
  return new;
end $$;


ALTER FUNCTION public.offer_answered() OWNER TO brobygger_owner;

--
-- Name: open_helper_share(uuid, bytea, bytea, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.open_helper_share(here uuid, link bytea, code bytea, browser bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare found_share helper_shares;
begin
  perform set_config('app.municipality', here::text, true);
  select * into found_share from helper_shares s where s.municipality_id = here and s.link_hash = link for update;
  if found_share.id is null or found_share.withdrawn_at is not null or found_share.valid_until < danish_today()
    or found_share.browser_hash is not null or found_share.wrong_codes >= 5 then return false; end if;
  if found_share.code_hash <> code then
    update helper_shares s set wrong_codes = s.wrong_codes + 1 where s.municipality_id = here and s.link_hash = link;
    return false;
  end if;
  update helper_shares s set browser_hash = browser, opened_at = now() where s.municipality_id = here and s.link_hash = link;
  return true;
end $$;


ALTER FUNCTION public.open_helper_share(here uuid, link bytea, code bytea, browser bytea) OWNER TO brobygger_lookup;

--
-- Name: open_request(text, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.open_request(asked text, presented bytea) RETURNS TABLE(municipality_id uuid, slug text, name text, demo boolean, child_concern boolean, account_id uuid, person_id uuid, person_name text, stage text, memberships jsonb)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare found_id uuid; s record;
begin
  perform set_config('app.slug', asked, true);
  select m.id, m.slug, m.name, m.demo, m.child_concern_text is not null
    into municipality_id, slug, name, demo, child_concern
    from municipalities m where m.slug = asked;
  if municipality_id is null then return; end if;
  if presented is not null then
    found_id := municipality_id;
    perform set_config('app.municipality', found_id::text, true);
    select a.id as account_id, a.person_id, p.public_name, x.stage, x.seen_at into s
      from sessions x join accounts a on a.municipality_id = x.municipality_id and a.id = x.account_id
      join people p on p.municipality_id = a.municipality_id and p.id = a.person_id
      where x.municipality_id = found_id and x.token_hash = presented and x.ended_at is null and a.closed_at is null
        and x.seen_at > now() - interval '15 minutes' and x.started_at > now() - interval '12 hours';
    if found then
      account_id := s.account_id; person_id := s.person_id; person_name := s.public_name;
      stage := case when s.stage <> 'password' then s.stage
        when demo or not sees_records(s.person_id) then 'open' else 'second_factor' end;
      if stage = 'open' and s.seen_at < now() - interval '20 seconds' then
        update sessions x set seen_at = now() where x.municipality_id = found_id and x.token_hash = presented;
      end if;
      select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'partyId', r.party_id, 'effort', r.effort,
          'mayDecide', r.may_decide)), '[]') into memberships
        from memberships r where r.municipality_id = found_id and r.person_id = s.person_id
          and r.valid_from <= danish_today() and (r.valid_until is null or r.valid_until >= danish_today());
    end if;
  end if;
  return next;
end $$;


ALTER FUNCTION public.open_request(asked text, presented bytea) OWNER TO brobygger_lookup;

--
-- Name: opens_locked(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.opens_locked() RETURNS boolean
    LANGUAGE sql STABLE
    RETURN COALESCE((public.current_purpose() = ANY (ARRAY['citizens.search-closed'::text, 'citizens.everything'::text, 'citizens.close'::text, 'citizens.reopen'::text, 'access-requests.show'::text, 'access-requests.ask'::text, 'access-requests.answer'::text, 'looked.show'::text, 'looked.export'::text])), false);


ALTER FUNCTION public.opens_locked() OWNER TO brobygger_owner;

--
-- Name: own_yes(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.own_yes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'brobygger_web' and new.id is distinct from current_person()
    and (new.phone_public and (tg_op = 'INSERT' or not old.phone_public)
      or new.photo_public and (tg_op = 'INSERT' or not old.photo_public)) then
    raise exception 'a telephone or a photo is shown by the person''s own yes';
  end if;
  return null;
end $$;


ALTER FUNCTION public.own_yes() OWNER TO brobygger_owner;

--
-- Name: packed_month(uuid, date); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.packed_month(municipality uuid, of_month date) RETURNS TABLE(centres text, people text, contacts text)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 WITH places AS (
          SELECT COALESCE(array_agg(c.id ORDER BY c.id), '{}'::uuid[]) AS ids
            FROM public.centres c
           WHERE (c.municipality_id = packed_month.municipality)
         ), sorted AS (
          SELECT c.counted_as,
             (c.counted_as IS DISTINCT FROM lag(c.counted_as) OVER in_order) AS is_first,
             (((((((((((EXTRACT(day FROM c.day))::bigint + (
                 CASE c.effort
                     WHEN 'casework'::text THEN 0
                     WHEN 'substanceUse'::text THEN 1
                     WHEN 'contactPerson'::text THEN 2
                     WHEN 'health'::text THEN 3
                     ELSE 4
                 END << 5)) + (
                 CASE c.venue
                     WHEN 'centre'::text THEN 0
                     WHEN 'townHall'::text THEN 1
                     WHEN 'home'::text THEN 2
                     WHEN 'street'::text THEN 3
                     WHEN 'phone'::text THEN 4
                     ELSE 5
                 END << 8)) + (
                 CASE c.kind
                     WHEN 'walkIn'::text THEN 0
                     WHEN 'booked'::text THEN 1
                     ELSE 2
                 END << 11)) + (
                 CASE c.outcome
                     WHEN 'held'::text THEN 0
                     WHEN 'excused'::text THEN 1
                     WHEN 'calledOff'::text THEN 2
                     WHEN 'noShow'::text THEN 3
                     WHEN 'moved'::text THEN 4
                     ELSE 5
                 END << 13)) + ((((c.topics)::integer & 31))::bigint << 16)) + (
                 CASE
                     WHEN c.known_before THEN 2
                     WHEN (NOT c.known_before) THEN 1
                     ELSE 0
                 END << 21)) + (
                 CASE c.income
                     WHEN 'labourMarketBenefit'::text THEN 1
                     WHEN 'pension'::text THEN 2
                     WHEN 'wage'::text THEN 3
                     WHEN 'other'::text THEN 4
                     ELSE 0
                 END << 23)) + ((c.help_forms)::bigint << 32)) + ((COALESCE((c.minutes)::integer, 0))::bigint << 40)) + ((COALESCE(array_position(p.ids, c.centre_id), 0))::bigint << 50)) AS bits
            FROM (public.contacts c
              CROSS JOIN places p)
           WHERE ((c.municipality_id = packed_month.municipality) AND (c.day >= packed_month.of_month) AND (c.day < ((packed_month.of_month + '1 mon'::interval))::date))
           WINDOW in_order AS (ORDER BY c.counted_as NULLS FIRST, c.day, c.clock NULLS FIRST, c.id)
         )
  SELECT ( SELECT array_to_string(p.ids, ','::text) AS array_to_string
            FROM places p) AS array_to_string,
     encode(COALESCE(string_agg(SUBSTRING(uuid_send(s.counted_as) FROM 9 FOR 8), '\x'::bytea) FILTER (WHERE (s.is_first AND (s.counted_as IS NOT NULL))), '\x'::bytea), 'base64'::text) AS encode,
     encode(COALESCE(string_agg(int8send((s.bits +
         CASE
             WHEN (s.is_first AND (s.counted_as IS NOT NULL)) THEN ((1)::bigint << 61)
             ELSE (0)::bigint
         END)), '\x'::bytea), '\x'::bytea), 'base64'::text) AS encode
    FROM sorted s;
END;


ALTER FUNCTION public.packed_month(municipality uuid, of_month date) OWNER TO brobygger_owner;

--
-- Name: parties_i_follow(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.parties_i_follow() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT p.id
    FROM public.parties p
   WHERE ((p.municipality_id = public.current_municipality()) AND public.i_am(VARIADIC ARRAY['coordinator'::text]) AND (NOT (p.id IN ( SELECT public.private_parties() AS private_parties))))
 UNION
  SELECT public.parties_i_lead() AS parties_i_lead;
END;


ALTER FUNCTION public.parties_i_follow() OWNER TO brobygger_lookup;

--
-- Name: parties_late_with_access(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.parties_late_with_access() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT a.owner_party_id
    FROM (public.access_answers a
      JOIN public.access_requests r ON (((r.municipality_id = a.municipality_id) AND (r.owner_party_id = a.asking_party_id) AND (r.id = a.request_id))))
   WHERE ((a.municipality_id = public.current_municipality()) AND public.i_am(VARIADIC ARRAY['coordinator'::text]) AND (a.answer IS NULL) AND (r.due_on <= (public.danish_today() + 7)));
END;


ALTER FUNCTION public.parties_late_with_access() OWNER TO brobygger_lookup;

--
-- Name: plans; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.plans (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    kept_by uuid NOT NULL,
    weeks smallint DEFAULT 4 NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    closed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT plans_weeks_check CHECK (((weeks >= 1) AND (weeks <= 52)))
);

ALTER TABLE ONLY public.plans FORCE ROW LEVEL SECURITY;


ALTER TABLE public.plans OWNER TO brobygger_owner;

--
-- Name: parties_standing_still(date); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.parties_standing_still(unanswered_before date) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT c.owner_party_id
    FROM public.contacts c
   WHERE ((c.municipality_id = public.current_municipality()) AND (c.owner_party_id IN ( SELECT public.parties_i_follow() AS parties_i_follow)) AND (((c.outcome = 'open'::text) AND (c.day < (public.danish_today() - 3))) OR ((c.next_thing IS NOT NULL) AND (c.next_done_at IS NULL) AND (c.next_day < (public.danish_today() - 3)))))
 UNION
  SELECT t.owner_party_id
    FROM public.tasks t
   WHERE ((t.municipality_id = public.current_municipality()) AND (t.owner_party_id IN ( SELECT public.parties_i_follow() AS parties_i_follow)) AND (t.done_at IS NULL) AND (NOT (EXISTS ( SELECT
            FROM public.citizens z
           WHERE ((z.municipality_id = t.municipality_id) AND (z.owner_party_id = t.owner_party_id) AND (z.id = t.citizen_id) AND (z.closed_at IS NOT NULL))))) AND ((t.day < (public.danish_today() - 3)) OR ((t.accepted_at IS NULL) AND (t.refused_at IS NULL) AND (((t.given_at AT TIME ZONE 'Europe/Copenhagen'::text))::date < LEAST(parties_standing_still.unanswered_before, (public.danish_today() - 6))))))
 UNION
  SELECT s.owner_party_id
    FROM public.steps s
   WHERE ((s.municipality_id = public.current_municipality()) AND (s.owner_party_id IN ( SELECT public.parties_i_follow() AS parties_i_follow)) AND (s.state = ANY (ARRAY['open'::text, 'next'::text, 'waiting'::text])) AND (s.put_away_at IS NULL) AND (s.whose IS DISTINCT FROM 'citizen'::text) AND (EXISTS ( SELECT
            FROM (public.plans p
              JOIN public.citizens z ON (((z.municipality_id = p.municipality_id) AND (z.owner_party_id = p.owner_party_id) AND (z.id = p.citizen_id))))
           WHERE ((p.municipality_id = s.municipality_id) AND (p.owner_party_id = s.owner_party_id) AND (p.citizen_id = s.citizen_id) AND (p.closed_at IS NULL) AND (z.closed_at IS NULL)))) AND (((s.whose_at AT TIME ZONE 'Europe/Copenhagen'::text))::date < LEAST(parties_standing_still.unanswered_before, (public.danish_today() - 6))) AND (NOT (EXISTS ( SELECT
            FROM public.memberships m
           WHERE ((m.municipality_id = s.municipality_id) AND (m.person_id = s.person_id) AND (m.valid_from <= public.danish_today()) AND (COALESCE(m.valid_until, public.danish_today()) >= LEAST(parties_standing_still.unanswered_before, (public.danish_today() - 6))))))))
 UNION
  SELECT p.owner_party_id
    FROM public.plans p
   WHERE ((p.municipality_id = public.current_municipality()) AND (p.owner_party_id IN ( SELECT public.parties_i_follow() AS parties_i_follow)) AND (p.closed_at IS NULL) AND (NOT (EXISTS ( SELECT
            FROM public.citizens z
           WHERE ((z.municipality_id = p.municipality_id) AND (z.owner_party_id = p.owner_party_id) AND (z.id = p.citizen_id) AND (z.closed_at IS NOT NULL))))) AND (((p.opened_at AT TIME ZONE 'Europe/Copenhagen'::text))::date < (public.danish_today() - (14 * p.weeks))) AND (NOT (EXISTS ( SELECT
            FROM public.contacts c
           WHERE ((c.municipality_id = p.municipality_id) AND (c.owner_party_id = p.owner_party_id) AND (c.citizen_id = p.citizen_id) AND (c.outcome = 'held'::text) AND (c.day >= (public.danish_today() - (14 * p.weeks))))))) AND (NOT (EXISTS ( SELECT
            FROM public.appointments a
           WHERE ((a.municipality_id = p.municipality_id) AND (a.owner_party_id = p.owner_party_id) AND (a.citizen_id = p.citizen_id) AND (a.companion_id IS NOT NULL) AND (a.state = 'held'::text) AND (a.day >= (public.danish_today() - (14 * p.weeks))))))));
END;


ALTER FUNCTION public.parties_standing_still(unanswered_before date) OWNER TO brobygger_lookup;

--
-- Name: parties_with_journal(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.parties_with_journal() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT p.id
    FROM (public.parties p
      JOIN public.controllers k ON (((k.municipality_id = p.municipality_id) AND (k.id = p.controller_id))))
   WHERE ((p.municipality_id = public.current_municipality()) AND (k.kind = 'public'::text));
END;


ALTER FUNCTION public.parties_with_journal() OWNER TO brobygger_lookup;

--
-- Name: pass_second_factor(uuid, bytea, bytea, bigint, bytea, bytea); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.pass_second_factor(here uuid, former bytea, token bytea, step bigint, secret bytea, device bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare account uuid;
begin
  select f.account_id into account from find_session(here, former, device) f;
  update accounts a set totp_last_step = step, totp_secret = coalesce(secret, a.totp_secret),
      totp_confirmed_at = coalesce(a.totp_confirmed_at, now())
    where a.municipality_id = here and a.id = account and coalesce(a.totp_last_step, -1) < step
      and (a.totp_confirmed_at is null) = (secret is not null);
  if not found then return false; end if;
  if secret is not null then
    update sessions x set ended_at = now() where x.municipality_id = here and x.account_id = account and x.ended_at is null;
    perform log_own_access(account);
  end if;
  perform begin_session(here, account, token, 'open', former, device);
  return true;
end $$;


ALTER FUNCTION public.pass_second_factor(here uuid, former bytea, token bytea, step bigint, secret bytea, device bytea) OWNER TO brobygger_lookup;

--
-- Name: person_behind(uuid, uuid, uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.person_behind(municipality uuid, party uuid, citizen uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT COALESCE((encode(SUBSTRING(c.person_key FROM 1 FOR 16), 'hex'::text))::uuid, c.id) AS "coalesce"
    FROM public.citizens c
   WHERE ((c.municipality_id = person_behind.municipality) AND (c.owner_party_id = person_behind.party) AND (c.id = person_behind.citizen));
END;


ALTER FUNCTION public.person_behind(municipality uuid, party uuid, citizen uuid) OWNER TO brobygger_lookup;

--
-- Name: power_withdrawn(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.power_withdrawn() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.withdrawn_at := now();
  return new;
end $$;


ALTER FUNCTION public.power_withdrawn() OWNER TO brobygger_owner;

--
-- Name: quiet_looks(timestamp with time zone, timestamp with time zone, text[], integer, integer); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.quiet_looks(first timestamp with time zone, until timestamp with time zone, apart text[], quiet_days integer, ahead_days integer) RETURNS TABLE(person_id uuid, day date, citizens bigint, times bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 WITH lines AS MATERIALIZED (
          SELECT a.id,
             a.person_id,
             a.at,
             ((a.at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS day
            FROM public.access_log a
           WHERE ((a.municipality_id = public.current_municipality()) AND (a.at >= quiet_looks.first) AND (a.at < quiet_looks.until) AND (a.person_id IS NOT NULL) AND (a.kind <> 'refused'::text) AND (a.purpose <> ALL (quiet_looks.apart)))
         )
  SELECT l.person_id,
     l.day,
     count(DISTINCT ROW(s.owner_party_id, s.subject_id)) AS count,
     count(DISTINCT l.id) AS count
    FROM ((lines l
      JOIN public.access_log_subjects s ON (((s.municipality_id = public.current_municipality()) AND (s.log_id = l.id) AND (s.subject = 'citizen'::text) AND (s.log_id >= ( SELECT min(lines.id) AS min
            FROM lines)) AND (s.log_id <= ( SELECT max(lines.id) AS max
            FROM lines)))))
      JOIN public.citizens z ON (((z.municipality_id = public.current_municipality()) AND (z.owner_party_id = s.owner_party_id) AND (z.id = s.subject_id))))
   WHERE (( SELECT public.i_am(VARIADIC ARRAY['data_protection_officer'::text]) AS i_am) AND (z.created_at < (l.at - make_interval(days => quiet_looks.quiet_days))) AND (NOT (EXISTS ( SELECT
            FROM public.contacts c
           WHERE ((c.municipality_id = public.current_municipality()) AND (c.owner_party_id = s.owner_party_id) AND (c.citizen_id = s.subject_id) AND (c.day >= (l.day - quiet_looks.quiet_days)) AND (c.day <= (l.day + quiet_looks.ahead_days)))))))
   GROUP BY l.person_id, l.day;
END;


ALTER FUNCTION public.quiet_looks(first timestamp with time zone, until timestamp with time zone, apart text[], quiet_days integer, ahead_days integer) OWNER TO brobygger_lookup;

--
-- Name: reset_second_factor(uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.reset_second_factor(account uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform end_sessions_of(account);
  update accounts a set totp_secret = null, totp_confirmed_at = null, totp_last_step = null
    where a.municipality_id = current_municipality() and a.id = account;
end $$;


ALTER FUNCTION public.reset_second_factor(account uuid) OWNER TO brobygger_lookup;

--
-- Name: retention_defaults(text); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.retention_defaults(of_kind text) RETURNS TABLE(record_kind text, kle text, months smallint, act text)
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT d.record_kind,
     d.kle,
     (
         CASE retention_defaults.of_kind
             WHEN 'public'::text THEN d.public_months
             ELSE d.private_months
         END)::smallint AS private_months,
         CASE retention_defaults.of_kind
             WHEN 'public'::text THEN d.public_act
             ELSE d.private_act
         END AS private_act
    FROM ( VALUES ('citizen'::text,'27.54.08'::text,60,'lock'::text,1,'delete'::text), ('quiet'::text,'27.54.08'::text,36,'list'::text,24,'list'::text), ('contact'::text,'27.12.04'::text,60,'list'::text,24,'delete'::text), ('plan'::text,'27.12.12'::text,60,'list'::text,24,'delete'::text), ('note'::text,'27.48.08'::text,60,'list'::text,24,'delete'::text), ('consent'::text,'27.69.24'::text,60,'list'::text,24,'delete'::text), ('attorney'::text,'23.30.15'::text,60,'list'::text,24,'delete'::text), ('log'::text,'85.02.02'::text,60,'delete'::text,NULL::integer,NULL::text)) d(record_kind, kle, public_months, public_act, private_months, private_act)
   WHERE ((retention_defaults.of_kind = 'public'::text) OR (d.private_months IS NOT NULL));
END;


ALTER FUNCTION public.retention_defaults(of_kind text) OWNER TO brobygger_owner;

--
-- Name: return_consent(uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.return_consent(consent uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  update consents c set withdrawn_at = now(), withdrawn_by = current_person()
    where c.municipality_id = current_municipality() and c.id = consent and c.withdrawn_at is null
      and c.receiving_party_id in (select my_record_parties());
  return found;
end $$;


ALTER FUNCTION public.return_consent(consent uuid) OWNER TO brobygger_lookup;

--
-- Name: roles_today(uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.roles_today(person uuid) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    RETURN (SELECT COALESCE(array_agg(memberships.role ORDER BY memberships.role), '{}'::text[]) AS "coalesce" FROM public.memberships WHERE ((memberships.municipality_id = public.current_municipality()) AND (memberships.person_id = roles_today.person) AND (memberships.valid_from <= public.danish_today()) AND ((memberships.valid_until IS NULL) OR (memberships.valid_until >= public.danish_today()))));


ALTER FUNCTION public.roles_today(person uuid) OWNER TO brobygger_lookup;

--
-- Name: sealed_stays_sealed(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.sealed_stays_sealed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.batch is not null and (to_jsonb(new) - 'words' is distinct from to_jsonb(old) - 'words'
    or new.words is distinct from old.words and new.words is not null) then
    raise exception 'a sealed row does not change';
  end if;
  return new;
end $$;


ALTER FUNCTION public.sealed_stays_sealed() OWNER TO brobygger_owner;

--
-- Name: sees_records(uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.sees_records(person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    RETURN (public.roles_today(person) && ARRAY['outreach_worker'::text, 'centre_staff'::text, 'centre_manager'::text, 'coordinator'::text]);


ALTER FUNCTION public.sees_records(person uuid) OWNER TO brobygger_lookup;

--
-- Name: send_forgotten_link(uuid, text, bytea, uuid, text, text); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.send_forgotten_link(here uuid, asked_email text, token bytea, message uuid, subject text, body text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare account uuid;
begin
  perform set_config('app.municipality', here::text, true);
  select a.id into account from accounts a
    where a.municipality_id = here and a.email = asked_email and a.closed_at is null;
  if not found then return; end if;
  delete from one_time_links l
    where l.municipality_id = here and l.account_id = account and l.purpose = 'forgotten' and l.used_at is null;
  insert into one_time_links (municipality_id, token_hash, account_id, purpose, expires_at)
    values (here, token, account, 'forgotten', now() + interval '1 hour');
  perform send_message(message, asked_email, subject, body);
end $$;


ALTER FUNCTION public.send_forgotten_link(here uuid, asked_email text, token bytea, message uuid, subject text, body text) OWNER TO brobygger_lookup;

--
-- Name: outbox; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.outbox (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_at timestamp with time zone,
    share_party_id uuid,
    share_id uuid,
    CONSTRAINT outbox_check CHECK (((share_party_id IS NULL) = (share_id IS NULL)))
);

ALTER TABLE ONLY public.outbox FORCE ROW LEVEL SECURITY;


ALTER TABLE public.outbox OWNER TO brobygger_owner;

--
-- Name: send_message(uuid, text, text, text); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.send_message(id uuid, recipient text, subject text, body text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 INSERT INTO public.outbox (municipality_id, id, recipient, subject, body)
   VALUES (public.current_municipality(), send_message.id, send_message.recipient, send_message.subject, send_message.body);
 SELECT public.ask_for_sending(id) AS ask_for_sending;
END;


ALTER FUNCTION public.send_message(id uuid, recipient text, subject text, body text) OWNER TO brobygger_lookup;

--
-- Name: share_ended(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.share_ended() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  delete from outbox o where o.municipality_id = new.municipality_id and o.id in (
    select e.id from outbox e where e.municipality_id = new.municipality_id and e.share_party_id = new.owner_party_id
      and e.share_id = new.id for update skip locked);
  return null;
end $$;


ALTER FUNCTION public.share_ended() OWNER TO brobygger_lookup;

--
-- Name: share_told(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.share_told() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('sharing', old.municipality_id || ' ' || coalesce(encode(old.browser_hash, 'hex'), ''));
  return null;
end $$;


ALTER FUNCTION public.share_told() OWNER TO brobygger_owner;

--
-- Name: shared_citizens(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.shared_citizens() RETURNS TABLE(owner_party_id uuid, citizen_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT c.owner_party_id,
     c.citizen_id
    FROM public.consents_to_me() c(owner_party_id, citizen_id, topics)
 UNION ALL
  SELECT g.owner_party_id,
     g.citizen_id
    FROM public.glass_records() g(owner_party_id, citizen_id);
END;


ALTER FUNCTION public.shared_citizens() OWNER TO brobygger_lookup;

--
-- Name: shared_topic_sets(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.shared_topic_sets() RETURNS TABLE(owner_party_id uuid, citizen_id uuid, topics smallint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT c.owner_party_id,
     c.citizen_id,
     (s.mask)::smallint AS mask
    FROM (public.consents_to_me() c(owner_party_id, citizen_id, topics)
      CROSS JOIN generate_series(1, 63) s(mask))
   WHERE ((s.mask & (~ (c.topics)::integer)) = 0)
 UNION ALL
  SELECT g.owner_party_id,
     g.citizen_id,
     (s.mask)::smallint AS mask
    FROM (public.glass_records() g(owner_party_id, citizen_id)
      CROSS JOIN generate_series(1, 31) s(mask));
END;


ALTER FUNCTION public.shared_topic_sets() OWNER TO brobygger_lookup;

--
-- Name: shared_topics(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.shared_topics() RETURNS TABLE(owner_party_id uuid, citizen_id uuid, topic smallint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT c.owner_party_id,
     c.citizen_id,
     t."bit"
    FROM (public.consents_to_me() c(owner_party_id, citizen_id, topics)
      CROSS JOIN unnest('{1,2,4,8,16,32}'::smallint[]) t("bit"))
   WHERE ((c.topics & t."bit") <> 0)
 UNION ALL
  SELECT g.owner_party_id,
     g.citizen_id,
     t."bit"
    FROM (public.glass_records() g(owner_party_id, citizen_id)
      CROSS JOIN unnest('{1,2,4,8,16}'::smallint[]) t("bit"));
END;


ALTER FUNCTION public.shared_topics() OWNER TO brobygger_lookup;

--
-- Name: state_follows(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.state_follows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not may_follow(tg_argv[0], old.state, new.state) then
    raise exception '% does not follow %', new.state, old.state using errcode = 'check_violation';
  end if;
  return new;
end $$;


ALTER FUNCTION public.state_follows() OWNER TO brobygger_owner;

--
-- Name: step_done(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.step_done() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update steps s set state = case when s.id = first.id and not exists (select from steps n
        where n.municipality_id = new.municipality_id and n.owner_party_id = new.owner_party_id
          and n.citizen_id = new.citizen_id and n.state = 'next' and n.put_away_at is null) then 'next' else 'open' end
    from (select w.id from steps w where w.municipality_id = new.municipality_id and w.owner_party_id = new.owner_party_id
        and w.waits_for = new.id and w.state = 'waiting' and w.put_away_at is null order by w.day nulls last, w.id limit 1) first
    where s.municipality_id = new.municipality_id and s.owner_party_id = new.owner_party_id
      and s.citizen_id = new.citizen_id and s.waits_for = new.id and s.state = 'waiting';
  return null;
end $$;


ALTER FUNCTION public.step_done() OWNER TO brobygger_owner;

--
-- Name: step_written(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.step_written() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'INSERT' or (new.whose, new.person_id) is distinct from (old.whose, old.person_id) then new.whose_at := now(); end if;
  if new.waits_for is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.citizen_id::text, 15));
  if exists (
    with recursive way as (
      select s.id, s.waits_for from steps s
        where s.municipality_id = new.municipality_id and s.owner_party_id = new.owner_party_id and s.id = new.waits_for
      union
      select s.id, s.waits_for from steps s join way on s.id = way.waits_for
        where s.municipality_id = new.municipality_id and s.owner_party_id = new.owner_party_id
    ) select from way where id = new.id) then
    raise exception 'a step that waits for itself' using errcode = 'check_violation', constraint = 'steps_no_ring';
  end if;
  if new.state = 'waiting' and exists (select from steps s where s.municipality_id = new.municipality_id
      and s.owner_party_id = new.owner_party_id and s.id = new.waits_for and s.state = 'done') then
    new.state := 'open';
  end if;
  return new;
end $$;


ALTER FUNCTION public.step_written() OWNER TO brobygger_owner;

--
-- Name: subjects_go_too(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.subjects_go_too() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  delete from access_log_subjects s using gone where s.municipality_id = gone.municipality_id and s.log_id = gone.id;
  return null;
end $$;


ALTER FUNCTION public.subjects_go_too() OWNER TO brobygger_owner;

--
-- Name: take_try(uuid, uuid, bytea[], integer[], integer[], integer[]); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.take_try(here uuid, try uuid, keys bytea[], free integer[], longest integer[], hours integer[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare tried integer; latest timestamptz; pause double precision; wait integer := 0;
begin
  perform set_config('app.municipality', here::text, true);
  perform pg_advisory_xact_lock(hashtextextended(encode(sorted.key, 'hex'), 0))
    from (select key from unnest(keys) as key order by key) as sorted;
  for place in 1 .. cardinality(keys) loop
    select count(*), max(t.at) into tried, latest from sign_in_tries t
      where t.municipality_id = here and t.key_hash = keys[place]
        and t.at > clock_timestamp() - make_interval(hours => hours[place]);
    if tried >= free[place] then
      pause := least(longest[place], power(2, least(tried - free[place], 30)));
      wait := greatest(wait, ceil(extract(epoch from latest + make_interval(secs => pause) - clock_timestamp()))::integer);
    end if;
  end loop;
  if wait <= 0 then
    insert into sign_in_tries (municipality_id, key_hash, id) select here, key, try from unnest(keys) as key;
  end if;
  return greatest(wait, 0);
end $$;


ALTER FUNCTION public.take_try(here uuid, try uuid, keys bytea[], free integer[], longest integer[], hours integer[]) OWNER TO brobygger_lookup;

--
-- Name: talks_at(uuid, date); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.talks_at(centre uuid, on_day date) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.contacts c
   WHERE ((c.municipality_id = public.current_municipality()) AND (c.centre_id = talks_at.centre) AND (c.day = talks_at.on_day) AND (c.outcome = 'held'::text) AND (public.current_person() IS NOT NULL));
END;


ALTER FUNCTION public.talks_at(centre uuid, on_day date) OWNER TO brobygger_lookup;

--
-- Name: task_handed(); Type: FUNCTION; Schema: public; Owner: brobygger_owner
--

CREATE FUNCTION public.task_handed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare said text[] := array['accepted_at', 'refused_at', 'refused_words', 'ticked', 'done_at', 'held_by', 'version',
  'person_id', 'passed_by', 'given_at'];
begin
  -- A task about nobody has no citizen's shelf for what stood.
  if tg_op = 'UPDATE' and old.citizen_id is null then new.version := old.version + 1; end if;
  if current_user <> 'brobygger_web' then return new; end if;
  if tg_op = 'UPDATE' and old.owner_party_id not in (select my_record_parties()) then
    if to_jsonb(new) - said <> to_jsonb(old) - said then
      raise exception 'a task that was handed over is answered and ticked, and not rewritten' using errcode = 'insufficient_privilege';
    end if;
    -- To somebody who works there today, by oneself, and nobody says yes for another.
    if (new.person_id, new.passed_by) is distinct from (old.person_id, old.passed_by) and (
        new.passed_by is distinct from old.passed_by and new.passed_by <> (select current_person())
        or new.accepted_at is not null and new.person_id <> (select current_person())
        or not exists (select from memberships m where m.municipality_id = new.municipality_id and m.party_id = new.party_id
          and m.person_id = new.person_id and m.role in ('outreach_worker', 'centre_staff', 'centre_manager', 'coordinator')
          and m.valid_from <= danish_today() and (m.valid_until is null or m.valid_until >= danish_today()))) then
      raise exception 'a task that was handed over is passed on to a colleague, by oneself' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.passed_by is not null and (tg_op = 'INSERT' or new.passed_by is distinct from old.passed_by) then
    raise exception 'only the receiving party passes a task on' using errcode = 'insufficient_privilege';
  end if;
  if new.party_id <> new.owner_party_id and new.citizen_id is not null
    and (tg_op = 'INSERT' or (new.party_id, new.person_id, new.citizen_id, new.topic) is distinct from (old.party_id, old.person_id, old.citizen_id, old.topic))
    and not may_hand_to(new.owner_party_id, new.citizen_id, new.topic, new.party_id) then
    raise exception 'no yes in force covers this' using errcode = 'check_violation', constraint = 'tasks_by_consent';
  end if;
  return new;
end $$;


ALTER FUNCTION public.task_handed() OWNER TO brobygger_owner;

--
-- Name: tell_both(uuid, text, text); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.tell_both(party uuid, subject text, body text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if not (i_am('administrator') or party in (select parties_i_lead()) or current_person() is null) then return; end if;
  perform send_message(gen_random_uuid(), a.email, subject, body) from accounts a
    where a.municipality_id = current_municipality() and a.closed_at is null and a.person_id in (
      select m.person_id from memberships m where m.municipality_id = current_municipality()
        and m.valid_from <= danish_today() and (m.valid_until is null or m.valid_until >= danish_today())
        and (m.role = 'administrator' or (m.role = 'centre_manager' and m.party_id = party)));
end $$;


ALTER FUNCTION public.tell_both(party uuid, subject text, body text) OWNER TO brobygger_lookup;

--
-- Name: tell_of_glass(uuid, uuid, text, text); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.tell_of_glass(party uuid, opening uuid, subject text, body text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  broken_from uuid;
begin
  select g.citizen_id into broken_from from glass_openings g
    where g.municipality_id = current_municipality() and g.owner_party_id = party and g.id = opening
      and g.person_id = current_person() and g.opened_at = now();
  if not found then return; end if;
  perform send_message(gen_random_uuid(), a.email, subject, body) from accounts a
    where a.municipality_id = current_municipality() and a.closed_at is null and a.person_id in (
      with held as (
        select m.person_id, m.party_id, m.role from memberships m where m.municipality_id = current_municipality()
          and m.valid_from <= danish_today() and (m.valid_until is null or m.valid_until >= danish_today())
      ), opened as (
        select b.owner_party_id from behind_glass(party, broken_from) b where b.ended_at is null
      ), answering as (
        select held.person_id, held.party_id from held where held.role in ('centre_manager', 'coordinator')
      )
      select held.person_id from held where held.role = 'data_protection_officer'
      union
      select answering.person_id from answering where answering.party_id in (select owner_party_id from opened)
      union
      select held.person_id from held where held.role in ('outreach_worker', 'centre_staff')
        and held.party_id in (select owner_party_id from opened) and held.party_id not in (select answering.party_id from answering));
end $$;


ALTER FUNCTION public.tell_of_glass(party uuid, opening uuid, subject text, body text) OWNER TO brobygger_lookup;

--
-- Name: thing_changed(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.thing_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  update helper_things g set changed_at = clock_timestamp()
    where g.municipality_id = new.municipality_id and g.owner_party_id = new.owner_party_id and g.kind = tg_argv[0] and g.thing_id = new.id;
  -- The page that the helper has open hears of it.
  perform pg_notify('sharing', s.municipality_id || ' ' || encode(s.browser_hash, 'hex')) from helper_things g
    join helper_shares s on s.municipality_id = g.municipality_id and s.owner_party_id = g.owner_party_id and s.id = g.share_id
    where g.municipality_id = new.municipality_id and g.owner_party_id = new.owner_party_id and g.kind = tg_argv[0]
      and g.thing_id = new.id and s.browser_hash is not null;
  return null;
end $$;


ALTER FUNCTION public.thing_changed() OWNER TO brobygger_lookup;

--
-- Name: trace(text, jsonb); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.trace(kind text, change jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $_$
begin
  if current_purpose() is not null and current_municipality() is not null then
    insert into access_log (municipality_id, person_id, purpose, kind, change)
      values (current_municipality(), current_person(), current_purpose(), $1, $2);
  end if;
end $_$;


ALTER FUNCTION public.trace(kind text, change jsonb) OWNER TO brobygger_lookup;

--
-- Name: trace_controller(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.trace_controller() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform trace('change', jsonb_build_object('what', 'controller', 'party', new.id, 'from', old.controller_id, 'to', new.controller_id));
  return null;
end $$;


ALTER FUNCTION public.trace_controller() OWNER TO brobygger_lookup;

--
-- Name: trace_glass(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.trace_glass() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform trace('add', jsonb_build_object('what', 'glass', 'party', new.owner_party_id, 'opening', new.id,
    'citizen', new.citizen_id, 'digest', digest_of_opening(new)));
  return null;
end $$;


ALTER FUNCTION public.trace_glass() OWNER TO brobygger_lookup;

--
-- Name: trace_month(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.trace_month() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform trace('delete', jsonb_build_object('what', 'log', 'month', g.segment, 'lines', sum(g.rows))) from gone g group by g.segment;
  return null;
end $$;


ALTER FUNCTION public.trace_month() OWNER TO brobygger_lookup;

--
-- Name: trace_role(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.trace_role() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if tg_op = 'INSERT' then
    perform trace('add', jsonb_build_object('what', 'roleGiven', 'person', new.person_id, 'role', new.role,
      'party', new.party_id, 'from', new.valid_from, 'to', new.valid_until));
  elsif tg_op = 'DELETE' then
    perform trace('delete', jsonb_build_object('what', 'roleDeleted', 'person', old.person_id, 'role', old.role,
      'party', old.party_id, 'from', old.valid_from, 'to', old.valid_until));
  else
    perform trace('change', jsonb_build_object('what', case when new.ended_at is null then 'roleEnds' else 'roleEnded' end,
      'person', new.person_id, 'role', new.role, 'party', new.party_id, 'from', old.valid_until, 'to', new.valid_until));
  end if;
  return null;
end $$;


ALTER FUNCTION public.trace_role() OWNER TO brobygger_lookup;

--
-- Name: trace_rule(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.trace_rule() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform trace('change', jsonb_build_object('what', 'retention', 'controller', new.controller_id, 'kind', new.record_kind,
    'from', jsonb_build_object('months', old.months, 'act', old.act), 'to', jsonb_build_object('months', new.months, 'act', new.act)));
  return null;
end $$;


ALTER FUNCTION public.trace_rule() OWNER TO brobygger_lookup;

--
-- Name: trace_switch(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.trace_switch() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  name text;
  stood jsonb := to_jsonb(old);
  stands jsonb := to_jsonb(new);
begin
  foreach name in array tg_argv loop
    if stood -> name is distinct from stands -> name then
      perform trace('change', jsonb_build_object('what', name, 'from', stood -> name, 'to', stands -> name));
    end if;
  end loop;
  return null;
end $$;


ALTER FUNCTION public.trace_switch() OWNER TO brobygger_lookup;

--
-- Name: unled_parties(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.unled_parties() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT p.id
    FROM (public.parties p
      JOIN public.controllers k ON (((k.municipality_id = p.municipality_id) AND (k.id = p.controller_id))))
   WHERE ((p.municipality_id = public.current_municipality()) AND (k.kind = 'private'::text) AND (NOT (EXISTS ( SELECT
            FROM public.parties own
           WHERE ((own.municipality_id = k.municipality_id) AND (own.controller_id = k.id) AND ((EXISTS ( SELECT
                    FROM public.citizens z
                   WHERE ((z.municipality_id = own.municipality_id) AND (z.owner_party_id = own.id)))) OR (EXISTS ( SELECT
                    FROM public.memberships m
                   WHERE ((m.municipality_id = own.municipality_id) AND (m.party_id = own.id) AND (m.role = 'centre_manager'::text) AND (m.valid_from <= COALESCE(m.valid_until, m.valid_from)) AND (COALESCE(m.valid_until, public.danish_today()) >= public.danish_today()))))))))));
END;


ALTER FUNCTION public.unled_parties() OWNER TO brobygger_lookup;

--
-- Name: unsealed_municipalities(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.unsealed_municipalities() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT DISTINCT access_log.municipality_id
    FROM public.access_log
   WHERE (access_log.batch IS NULL);
END;


ALTER FUNCTION public.unsealed_municipalities() OWNER TO brobygger_lookup;

--
-- Name: untie_citizen(uuid, uuid); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.untie_citizen(party uuid, citizen uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  if party not in (select my_record_parties()) then return; end if;
  update citizen_links l set ended_at = now(), ended_by = current_person()
    where l.municipality_id = current_municipality() and l.ended_at is null
      and ((l.owner_party_id = party and l.citizen_id = citizen) or (l.other_party_id = party and l.other_citizen_id = citizen));
  perform pg_notify('sharing', current_municipality() || ' ' || party);
end $$;


ALTER FUNCTION public.untie_citizen(party uuid, citizen uuid) OWNER TO brobygger_lookup;

--
-- Name: absences; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.absences (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    substitute_person_id uuid,
    CONSTRAINT absences_check CHECK ((until_day >= from_day)),
    CONSTRAINT absences_check1 CHECK ((substitute_person_id <> person_id))
);

ALTER TABLE ONLY public.absences FORCE ROW LEVEL SECURITY;


ALTER TABLE public.absences OWNER TO brobygger_owner;

--
-- Name: access_log_id_seq; Type: SEQUENCE; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.access_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.accounts (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    email text NOT NULL,
    password_hash text,
    has_password boolean GENERATED ALWAYS AS ((password_hash IS NOT NULL)) STORED NOT NULL,
    totp_secret bytea,
    totp_confirmed_at timestamp with time zone,
    totp_last_step bigint,
    closed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT accounts_email_check CHECK (((email = lower(email)) AND (length(email) <= 254) AND (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text)))
);

ALTER TABLE ONLY public.accounts FORCE ROW LEVEL SECURITY;


ALTER TABLE public.accounts OWNER TO brobygger_owner;

--
-- Name: arrivals; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.arrivals (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    centre_id uuid NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    CONSTRAINT arrivals_check CHECK ((left_at >= arrived_at))
);

ALTER TABLE ONLY public.arrivals FORCE ROW LEVEL SECURITY;


ALTER TABLE public.arrivals OWNER TO brobygger_owner;

--
-- Name: centre_days; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.centre_days (
    municipality_id uuid NOT NULL,
    centre_id uuid NOT NULL,
    day date NOT NULL,
    open boolean NOT NULL,
    from_time time without time zone,
    until_time time without time zone,
    CONSTRAINT centre_days_check CHECK (((from_time IS NULL) = (until_time IS NULL))),
    CONSTRAINT centre_days_check1 CHECK ((until_time > from_time)),
    CONSTRAINT centre_days_check2 CHECK ((open OR (from_time IS NULL)))
);

ALTER TABLE ONLY public.centre_days FORCE ROW LEVEL SECURITY;


ALTER TABLE public.centre_days OWNER TO brobygger_owner;

--
-- Name: centre_hours; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.centre_hours (
    municipality_id uuid NOT NULL,
    centre_id uuid NOT NULL,
    weekday smallint NOT NULL,
    from_time time without time zone NOT NULL,
    until_time time without time zone NOT NULL,
    CONSTRAINT centre_hours_check CHECK ((until_time > from_time)),
    CONSTRAINT centre_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

ALTER TABLE ONLY public.centre_hours FORCE ROW LEVEL SECURITY;


ALTER TABLE public.centre_hours OWNER TO brobygger_owner;

--
-- Name: citizen_acts; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.citizen_acts (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    id uuid NOT NULL,
    act text NOT NULL,
    how text NOT NULL,
    acted_at timestamp with time zone DEFAULT now() NOT NULL,
    recorded_by uuid NOT NULL,
    CONSTRAINT citizen_acts_act_check CHECK ((act = ANY (ARRAY['alias'::text, 'name'::text, 'name_back'::text, 'number'::text, 'number_back'::text, 'closed'::text, 'reopened'::text]))),
    CONSTRAINT citizen_acts_how_check CHECK ((how = ANY (ARRAY['oral'::text, 'writing'::text])))
);

ALTER TABLE ONLY public.citizen_acts FORCE ROW LEVEL SECURITY;


ALTER TABLE public.citizen_acts OWNER TO brobygger_owner;

--
-- Name: citizen_numbers; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.citizen_numbers (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    sealed bytea NOT NULL,
    blind bytea NOT NULL,
    key_version integer NOT NULL,
    CONSTRAINT citizen_numbers_blind_check CHECK ((octet_length(blind) = 32)),
    CONSTRAINT citizen_numbers_key_version_check CHECK ((key_version > 0)),
    CONSTRAINT citizen_numbers_sealed_check CHECK (((octet_length(sealed) >= 29) AND (octet_length(sealed) <= 100)))
);

ALTER TABLE ONLY public.citizen_numbers FORCE ROW LEVEL SECURITY;


ALTER TABLE public.citizen_numbers OWNER TO brobygger_owner;

--
-- Name: contact_versions; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.contact_versions (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    version integer NOT NULL,
    replaced_at timestamp with time zone DEFAULT now() NOT NULL,
    replaced_by uuid,
    stood jsonb NOT NULL
);

ALTER TABLE ONLY public.contact_versions FORCE ROW LEVEL SECURITY;


ALTER TABLE public.contact_versions OWNER TO brobygger_owner;

--
-- Name: controller_contacts; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.controller_contacts (
    municipality_id uuid NOT NULL,
    controller_id uuid NOT NULL,
    contact text DEFAULT ''::text NOT NULL,
    officer text DEFAULT ''::text NOT NULL,
    CONSTRAINT controller_contacts_contact_check CHECK ((length(contact) <= 300)),
    CONSTRAINT controller_contacts_officer_check CHECK ((length(officer) <= 300))
);

ALTER TABLE ONLY public.controller_contacts FORCE ROW LEVEL SECURITY;


ALTER TABLE public.controller_contacts OWNER TO brobygger_owner;

--
-- Name: figure_changes; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.figure_changes (
    municipality_id uuid NOT NULL,
    id bigint NOT NULL,
    month date NOT NULL
);

ALTER TABLE ONLY public.figure_changes FORCE ROW LEVEL SECURITY;


ALTER TABLE public.figure_changes OWNER TO brobygger_owner;

--
-- Name: figure_changes_id_seq; Type: SEQUENCE; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.figure_changes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.figure_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: figure_months; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.figure_months (
    municipality_id uuid NOT NULL,
    month date NOT NULL,
    centres text NOT NULL,
    people text NOT NULL,
    contacts text NOT NULL,
    packed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT figure_months_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
ALTER TABLE ONLY public.figure_months ALTER COLUMN people SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.figure_months ALTER COLUMN contacts SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.figure_months FORCE ROW LEVEL SECURITY;


ALTER TABLE public.figure_months OWNER TO brobygger_owner;

--
-- Name: figure_sums; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.figure_sums (
    municipality_id uuid NOT NULL,
    first_month date NOT NULL,
    until_month date NOT NULL,
    centres text NOT NULL,
    sums text NOT NULL,
    people text NOT NULL,
    CONSTRAINT figure_sums_check CHECK ((first_month < until_month)),
    CONSTRAINT figure_sums_first_month_check CHECK ((EXTRACT(day FROM first_month) = (1)::numeric)),
    CONSTRAINT figure_sums_until_month_check CHECK ((EXTRACT(day FROM until_month) = (1)::numeric))
);
ALTER TABLE ONLY public.figure_sums ALTER COLUMN people SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.figure_sums FORCE ROW LEVEL SECURITY;


ALTER TABLE public.figure_sums OWNER TO brobygger_owner;

--
-- Name: forgotten_rows; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.forgotten_rows (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    row_hash bytea NOT NULL,
    CONSTRAINT forgotten_rows_row_hash_check CHECK ((octet_length(row_hash) = 32))
);

ALTER TABLE ONLY public.forgotten_rows FORCE ROW LEVEL SECURITY;


ALTER TABLE public.forgotten_rows OWNER TO brobygger_owner;

--
-- Name: handovers; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.handovers (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    note_id uuid,
    contact_id uuid,
    version integer NOT NULL,
    number smallint NOT NULL,
    handed_over_at timestamp with time zone DEFAULT now() NOT NULL,
    handed_over_by uuid NOT NULL,
    CONSTRAINT handovers_check CHECK ((num_nonnulls(note_id, contact_id) = 1)),
    CONSTRAINT handovers_number_check CHECK (((number >= 1) AND (number <= 999)))
);

ALTER TABLE ONLY public.handovers FORCE ROW LEVEL SECURITY;


ALTER TABLE public.handovers OWNER TO brobygger_owner;

--
-- Name: helper_looks; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.helper_looks (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    share_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    shown uuid[] NOT NULL
);

ALTER TABLE ONLY public.helper_looks FORCE ROW LEVEL SECURITY;


ALTER TABLE public.helper_looks OWNER TO brobygger_owner;

--
-- Name: imports; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.imports (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid,
    kind text NOT NULL,
    rows_read integer NOT NULL,
    rows_added integer NOT NULL,
    rows_changed integer NOT NULL,
    rows_same integer NOT NULL,
    rows_refused integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT imports_kind_check CHECK ((kind = ANY (ARRAY['registrations'::text, 'presence'::text])))
);

ALTER TABLE ONLY public.imports FORCE ROW LEVEL SECURITY;


ALTER TABLE public.imports OWNER TO brobygger_owner;

--
-- Name: known_devices; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.known_devices (
    municipality_id uuid NOT NULL,
    account_id uuid NOT NULL,
    device_hash bytea NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.known_devices FORCE ROW LEVEL SECURITY;


ALTER TABLE public.known_devices OWNER TO brobygger_owner;

--
-- Name: log_batches; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.log_batches (
    municipality_id uuid NOT NULL,
    segment date NOT NULL,
    number bigint NOT NULL,
    rows integer NOT NULL,
    previous bytea NOT NULL,
    seal bytea NOT NULL,
    sealed_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.log_batches FORCE ROW LEVEL SECURITY;


ALTER TABLE public.log_batches OWNER TO brobygger_owner;

--
-- Name: log_checks; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.log_checks (
    municipality_id uuid NOT NULL,
    draw_id uuid NOT NULL,
    log_id bigint NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    drawn_by uuid NOT NULL,
    drawn_at timestamp with time zone DEFAULT now() NOT NULL,
    result text,
    remark text,
    checked_by uuid,
    checked_at timestamp with time zone,
    CONSTRAINT log_checks_check CHECK ((first_day <= last_day)),
    CONSTRAINT log_checks_check1 CHECK ((((result IS NULL) = (checked_at IS NULL)) AND ((result IS NULL) = (checked_by IS NULL)))),
    CONSTRAINT log_checks_check2 CHECK (((remark IS NULL) OR (result IS NOT NULL))),
    CONSTRAINT log_checks_remark_check CHECK (((length(btrim(remark)) >= 1) AND (length(btrim(remark)) <= 300))),
    CONSTRAINT log_checks_result_check CHECK ((result = ANY (ARRAY['fine'::text, 'asked'::text, 'followUp'::text])))
);

ALTER TABLE ONLY public.log_checks FORCE ROW LEVEL SECURITY;


ALTER TABLE public.log_checks OWNER TO brobygger_owner;

--
-- Name: one_time_links; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.one_time_links (
    municipality_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    purpose text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT one_time_links_purpose_check CHECK ((purpose = ANY (ARRAY['invitation'::text, 'forgotten'::text])))
);

ALTER TABLE ONLY public.one_time_links FORCE ROW LEVEL SECURITY;


ALTER TABLE public.one_time_links OWNER TO brobygger_owner;

--
-- Name: person_photos; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.person_photos (
    municipality_id uuid NOT NULL,
    person_id uuid NOT NULL,
    content_type text NOT NULL,
    image bytea NOT NULL,
    CONSTRAINT person_photos_content_type_check CHECK ((content_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text]))),
    CONSTRAINT person_photos_image_check CHECK ((octet_length(image) <= 512000))
);

ALTER TABLE ONLY public.person_photos FORCE ROW LEVEL SECURITY;


ALTER TABLE public.person_photos OWNER TO brobygger_owner;

--
-- Name: plan_people; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.plan_people (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    topic smallint,
    person_id uuid NOT NULL,
    words text NOT NULL,
    put_away_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT plan_people_topic_check CHECK ((topic = ANY (ARRAY[1, 2, 4, 8, 16, 32]))),
    CONSTRAINT plan_people_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 80)))
);

ALTER TABLE ONLY public.plan_people FORCE ROW LEVEL SECURITY;


ALTER TABLE public.plan_people OWNER TO brobygger_owner;

--
-- Name: powers_of_attorney; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.powers_of_attorney (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    id uuid NOT NULL,
    to_name text NOT NULL,
    to_kind text NOT NULL,
    scope text NOT NULL,
    topics smallint NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    given_how text NOT NULL,
    witness text,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    CONSTRAINT powers_of_attorney_check CHECK (((valid_until >= valid_from) AND (valid_until <= (valid_from + 1100)))),
    CONSTRAINT powers_of_attorney_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
    CONSTRAINT powers_of_attorney_given_how_check CHECK ((given_how = ANY (ARRAY['oral'::text, 'writing'::text]))),
    CONSTRAINT powers_of_attorney_scope_check CHECK (((length(btrim(scope)) >= 1) AND (length(btrim(scope)) <= 600))),
    CONSTRAINT powers_of_attorney_to_kind_check CHECK ((to_kind = ANY (ARRAY['debtAdviser'::text, 'homeHelp'::text, 'relative'::text, 'contactPerson'::text, 'other'::text]))),
    CONSTRAINT powers_of_attorney_to_name_check CHECK (((length(btrim(to_name)) >= 1) AND (length(btrim(to_name)) <= 120))),
    CONSTRAINT powers_of_attorney_topics_check CHECK (((topics >= 0) AND (topics <= 63))),
    CONSTRAINT powers_of_attorney_witness_check CHECK (((length(btrim(witness)) >= 1) AND (length(btrim(witness)) <= 120)))
);

ALTER TABLE ONLY public.powers_of_attorney FORCE ROW LEVEL SECURITY;


ALTER TABLE public.powers_of_attorney OWNER TO brobygger_owner;

--
-- Name: presence_changes; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.presence_changes (
    municipality_id uuid NOT NULL,
    person_id uuid NOT NULL,
    presence_time_id uuid NOT NULL,
    day date NOT NULL,
    called_off boolean DEFAULT false NOT NULL,
    moved_to_day date,
    centre_id uuid,
    room_id uuid,
    from_time time without time zone,
    until_time time without time zone,
    CONSTRAINT presence_changes_check CHECK (((from_time IS NULL) = (until_time IS NULL))),
    CONSTRAINT presence_changes_check1 CHECK ((until_time > from_time)),
    CONSTRAINT presence_changes_check2 CHECK (((room_id IS NULL) OR (centre_id IS NOT NULL))),
    CONSTRAINT presence_changes_check3 CHECK (((NOT called_off) OR ((moved_to_day IS NULL) AND (centre_id IS NULL) AND (from_time IS NULL))))
);

ALTER TABLE ONLY public.presence_changes FORCE ROW LEVEL SECURITY;


ALTER TABLE public.presence_changes OWNER TO brobygger_owner;

--
-- Name: presence_times; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.presence_times (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    party_id uuid NOT NULL,
    centre_id uuid NOT NULL,
    room_id uuid,
    weekday smallint NOT NULL,
    weeks text DEFAULT 'all'::text NOT NULL,
    from_time time without time zone NOT NULL,
    until_time time without time zone NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    come_with text DEFAULT ''::text NOT NULL,
    CONSTRAINT presence_times_check CHECK ((until_time > from_time)),
    CONSTRAINT presence_times_check1 CHECK ((valid_until >= valid_from)),
    CONSTRAINT presence_times_come_with_check CHECK ((length(come_with) <= 200)),
    CONSTRAINT presence_times_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7))),
    CONSTRAINT presence_times_weeks_check CHECK ((weeks = ANY (ARRAY['all'::text, 'odd'::text, 'even'::text])))
);

ALTER TABLE ONLY public.presence_times FORCE ROW LEVEL SECURITY;


ALTER TABLE public.presence_times OWNER TO brobygger_owner;

--
-- Name: record_versions; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.record_versions (
    municipality_id uuid NOT NULL,
    owner_party_id uuid NOT NULL,
    citizen_id uuid NOT NULL,
    record_kind text NOT NULL,
    record_id uuid NOT NULL,
    version integer NOT NULL,
    stood jsonb NOT NULL,
    replaced_at timestamp with time zone DEFAULT now() NOT NULL,
    replaced_by uuid,
    CONSTRAINT record_versions_record_kind_check CHECK ((record_kind ~ '^[a-z_]{1,30}$'::text))
);

ALTER TABLE ONLY public.record_versions FORCE ROW LEVEL SECURITY;


ALTER TABLE public.record_versions OWNER TO brobygger_owner;

--
-- Name: retention_rules; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.retention_rules (
    municipality_id uuid NOT NULL,
    controller_id uuid NOT NULL,
    record_kind text NOT NULL,
    kle text NOT NULL,
    months smallint NOT NULL,
    act text NOT NULL,
    checked_on date,
    checked_by uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT retention_rules_act_check CHECK ((act = ANY (ARRAY['delete'::text, 'lock'::text, 'list'::text]))),
    CONSTRAINT retention_rules_check CHECK (((act <> 'lock'::text) OR (record_kind = 'citizen'::text))),
    CONSTRAINT retention_rules_check1 CHECK (((record_kind <> 'quiet'::text) OR ((months >= 12) AND (act = 'list'::text)))),
    CONSTRAINT retention_rules_check2 CHECK (((record_kind <> 'log'::text) OR ((months >= 6) AND (act <> 'lock'::text)))),
    CONSTRAINT retention_rules_check3 CHECK (((checked_on IS NULL) = (checked_by IS NULL))),
    CONSTRAINT retention_rules_kle_check CHECK ((kle ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}$'::text)),
    CONSTRAINT retention_rules_months_check CHECK (((months >= 1) AND (months <= 1200))),
    CONSTRAINT retention_rules_record_kind_check CHECK ((record_kind = ANY (ARRAY['citizen'::text, 'quiet'::text, 'contact'::text, 'plan'::text, 'note'::text, 'consent'::text, 'attorney'::text, 'log'::text])))
);

ALTER TABLE ONLY public.retention_rules FORCE ROW LEVEL SECURITY;


ALTER TABLE public.retention_rules OWNER TO brobygger_owner;

--
-- Name: retention_runs; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.retention_runs (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    controller_id uuid NOT NULL,
    record_kind text NOT NULL,
    act text NOT NULL,
    ran_at timestamp with time zone DEFAULT now() NOT NULL,
    due integer NOT NULL,
    done integer NOT NULL
);

ALTER TABLE ONLY public.retention_runs FORCE ROW LEVEL SECURITY;


ALTER TABLE public.retention_runs OWNER TO brobygger_owner;

--
-- Name: role_offers; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.role_offers (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    party_id uuid NOT NULL,
    role text NOT NULL,
    effort text,
    valid_from date NOT NULL,
    valid_until date,
    offered_by uuid NOT NULL,
    offered_at timestamp with time zone DEFAULT now() NOT NULL,
    answered_by uuid,
    answered_at timestamp with time zone,
    accepted boolean,
    CONSTRAINT role_offers_check CHECK ((valid_until >= valid_from)),
    CONSTRAINT role_offers_check1 CHECK ((((accepted IS NULL) = (answered_at IS NULL)) AND ((accepted IS NULL) = (answered_by IS NULL)))),
    CONSTRAINT role_offers_effort_check CHECK ((effort = ANY (ARRAY['casework'::text, 'substanceUse'::text, 'contactPerson'::text, 'health'::text, 'employment'::text]))),
    CONSTRAINT role_offers_role_check CHECK (public.sees_records(role))
);

ALTER TABLE ONLY public.role_offers FORCE ROW LEVEL SECURITY;


ALTER TABLE public.role_offers OWNER TO brobygger_owner;

--
-- Name: rooms; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.rooms (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    centre_id uuid NOT NULL,
    name text NOT NULL,
    confidential boolean DEFAULT false NOT NULL,
    CONSTRAINT rooms_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 80)))
);

ALTER TABLE ONLY public.rooms FORCE ROW LEVEL SECURITY;


ALTER TABLE public.rooms OWNER TO brobygger_owner;

--
-- Name: sessions; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.sessions (
    municipality_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    stage text NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT sessions_stage_check CHECK ((stage = ANY (ARRAY['second_factor'::text, 'password'::text, 'open'::text])))
);

ALTER TABLE ONLY public.sessions FORCE ROW LEVEL SECURITY;


ALTER TABLE public.sessions OWNER TO brobygger_owner;

--
-- Name: sign_in_tries; Type: TABLE; Schema: public; Owner: brobygger_owner
--

CREATE TABLE public.sign_in_tries (
    municipality_id uuid NOT NULL,
    key_hash bytea NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL
);

ALTER TABLE ONLY public.sign_in_tries FORCE ROW LEVEL SECURITY;


ALTER TABLE public.sign_in_tries OWNER TO brobygger_owner;

--
-- Name: access_requests access_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_requests
    ADD CONSTRAINT access_requests_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: access_followed(); Type: FUNCTION; Schema: public; Owner: brobygger_lookup
--

CREATE FUNCTION public.access_followed() RETURNS TABLE(asked_on date, due_on date, asked bigint, waiting uuid[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    BEGIN ATOMIC
 SELECT r.asked_on,
     r.due_on,
     count(*) AS count,
     COALESCE(array_agg(a.owner_party_id ORDER BY a.owner_party_id) FILTER (WHERE (a.answer IS NULL)), '{}'::uuid[]) AS "coalesce"
    FROM (public.access_requests r
      JOIN public.access_answers a ON (((a.municipality_id = r.municipality_id) AND (a.asking_party_id = r.owner_party_id) AND (a.request_id = r.id))))
   WHERE ((r.municipality_id = public.current_municipality()) AND public.i_am(VARIADIC ARRAY['data_protection_officer'::text]))
   GROUP BY r.municipality_id, r.owner_party_id, r.id;
END;


ALTER FUNCTION public.access_followed() OWNER TO brobygger_lookup;

--
-- Name: absences absences_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: access_answers access_answers_municipality_id_owner_party_id_asking_party__key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_answers
    ADD CONSTRAINT access_answers_municipality_id_owner_party_id_asking_party__key UNIQUE (municipality_id, owner_party_id, asking_party_id, request_id);


--
-- Name: access_answers access_answers_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_answers
    ADD CONSTRAINT access_answers_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: access_log access_log_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_log
    ADD CONSTRAINT access_log_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: access_log_subjects access_log_subjects_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_log_subjects
    ADD CONSTRAINT access_log_subjects_pkey PRIMARY KEY (municipality_id, log_id, subject_id, owner_party_id, subject);


--
-- Name: accounts accounts_municipality_id_email_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_municipality_id_email_key UNIQUE (municipality_id, email);


--
-- Name: accounts accounts_municipality_id_person_id_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_municipality_id_person_id_key UNIQUE (municipality_id, person_id);


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: appointments appointments_municipality_id_owner_party_id_citizen_id_id_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.appointments
    ADD CONSTRAINT appointments_municipality_id_owner_party_id_citizen_id_id_key UNIQUE (municipality_id, owner_party_id, citizen_id, id);


--
-- Name: appointments appointments_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.appointments
    ADD CONSTRAINT appointments_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: arrivals arrivals_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT arrivals_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: centre_days centre_days_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.centre_days
    ADD CONSTRAINT centre_days_pkey PRIMARY KEY (municipality_id, centre_id, day);


--
-- Name: centre_hours centre_hours_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.centre_hours
    ADD CONSTRAINT centre_hours_pkey PRIMARY KEY (municipality_id, centre_id, weekday, from_time);


--
-- Name: centres centres_municipality_id_name_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.centres
    ADD CONSTRAINT centres_municipality_id_name_key UNIQUE (municipality_id, name);


--
-- Name: centres centres_municipality_id_party_id_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.centres
    ADD CONSTRAINT centres_municipality_id_party_id_key UNIQUE (municipality_id, party_id);


--
-- Name: centres centres_municipality_id_slug_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.centres
    ADD CONSTRAINT centres_municipality_id_slug_key UNIQUE (municipality_id, slug);


--
-- Name: centres centres_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.centres
    ADD CONSTRAINT centres_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: citizen_acts citizen_acts_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_acts
    ADD CONSTRAINT citizen_acts_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: citizen_links citizen_links_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_links
    ADD CONSTRAINT citizen_links_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: citizen_numbers citizen_numbers_municipality_id_owner_party_id_blind_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_numbers
    ADD CONSTRAINT citizen_numbers_municipality_id_owner_party_id_blind_key UNIQUE (municipality_id, owner_party_id, blind);


--
-- Name: citizen_numbers citizen_numbers_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_numbers
    ADD CONSTRAINT citizen_numbers_pkey PRIMARY KEY (municipality_id, owner_party_id, citizen_id);


--
-- Name: citizens citizens_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizens
    ADD CONSTRAINT citizens_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: consents consents_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: contact_versions contact_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.contact_versions
    ADD CONSTRAINT contact_versions_pkey PRIMARY KEY (municipality_id, owner_party_id, contact_id, version);


--
-- Name: contacts contacts_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: controller_contacts controller_contacts_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.controller_contacts
    ADD CONSTRAINT controller_contacts_pkey PRIMARY KEY (municipality_id, controller_id);


--
-- Name: controllers controllers_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.controllers
    ADD CONSTRAINT controllers_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: figure_changes figure_changes_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.figure_changes
    ADD CONSTRAINT figure_changes_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: figure_months figure_months_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.figure_months
    ADD CONSTRAINT figure_months_pkey PRIMARY KEY (municipality_id, month);


--
-- Name: figure_sums figure_sums_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.figure_sums
    ADD CONSTRAINT figure_sums_pkey PRIMARY KEY (municipality_id);


--
-- Name: forgotten_rows forgotten_rows_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.forgotten_rows
    ADD CONSTRAINT forgotten_rows_pkey PRIMARY KEY (municipality_id, owner_party_id, row_hash);


--
-- Name: glass_openings glass_openings_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.glass_openings
    ADD CONSTRAINT glass_openings_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: handovers handovers_municipality_id_owner_party_id_note_id_contact_id_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT handovers_municipality_id_owner_party_id_note_id_contact_id_key UNIQUE NULLS NOT DISTINCT (municipality_id, owner_party_id, note_id, contact_id, number);


--
-- Name: handovers handovers_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT handovers_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: helper_looks helper_looks_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.helper_looks
    ADD CONSTRAINT helper_looks_pkey PRIMARY KEY (municipality_id, owner_party_id, share_id, id);


--
-- Name: helper_shares helper_shares_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.helper_shares
    ADD CONSTRAINT helper_shares_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: helper_things helper_things_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.helper_things
    ADD CONSTRAINT helper_things_pkey PRIMARY KEY (municipality_id, owner_party_id, share_id, kind, thing_id);


--
-- Name: imports imports_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: known_devices known_devices_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.known_devices
    ADD CONSTRAINT known_devices_pkey PRIMARY KEY (municipality_id, account_id, device_hash);


--
-- Name: log_batches log_batches_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.log_batches
    ADD CONSTRAINT log_batches_pkey PRIMARY KEY (municipality_id, segment, number);


--
-- Name: log_checks log_checks_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.log_checks
    ADD CONSTRAINT log_checks_pkey PRIMARY KEY (municipality_id, draw_id, log_id);


--
-- Name: memberships memberships_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: municipalities municipalities_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.municipalities
    ADD CONSTRAINT municipalities_pkey PRIMARY KEY (id);


--
-- Name: municipalities municipalities_slug_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.municipalities
    ADD CONSTRAINT municipalities_slug_key UNIQUE (slug);


--
-- Name: notes notes_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.notes
    ADD CONSTRAINT notes_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: one_time_links one_time_links_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.one_time_links
    ADD CONSTRAINT one_time_links_pkey PRIMARY KEY (municipality_id, token_hash);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: parties parties_municipality_id_name_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT parties_municipality_id_name_key UNIQUE (municipality_id, name);


--
-- Name: parties parties_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT parties_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: people people_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: person_photos person_photos_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.person_photos
    ADD CONSTRAINT person_photos_pkey PRIMARY KEY (municipality_id, person_id);


--
-- Name: plan_parts plan_parts_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.plan_parts
    ADD CONSTRAINT plan_parts_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: plan_people plan_people_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.plan_people
    ADD CONSTRAINT plan_people_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: plans plans_municipality_id_owner_party_id_citizen_id_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_municipality_id_owner_party_id_citizen_id_key UNIQUE (municipality_id, owner_party_id, citizen_id);


--
-- Name: plans plans_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: powers_of_attorney powers_of_attorney_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.powers_of_attorney
    ADD CONSTRAINT powers_of_attorney_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: presence_changes presence_changes_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.presence_changes
    ADD CONSTRAINT presence_changes_pkey PRIMARY KEY (municipality_id, presence_time_id, day);


--
-- Name: presence_times presence_times_municipality_id_person_id_id_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.presence_times
    ADD CONSTRAINT presence_times_municipality_id_person_id_id_key UNIQUE (municipality_id, person_id, id);


--
-- Name: presence_times presence_times_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.presence_times
    ADD CONSTRAINT presence_times_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: record_versions record_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.record_versions
    ADD CONSTRAINT record_versions_pkey PRIMARY KEY (municipality_id, owner_party_id, record_kind, record_id, version);


--
-- Name: retention_rules retention_rules_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.retention_rules
    ADD CONSTRAINT retention_rules_pkey PRIMARY KEY (municipality_id, controller_id, record_kind);


--
-- Name: retention_runs retention_runs_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.retention_runs
    ADD CONSTRAINT retention_runs_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: role_offers role_offers_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.role_offers
    ADD CONSTRAINT role_offers_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: rooms rooms_municipality_id_centre_id_id_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.rooms
    ADD CONSTRAINT rooms_municipality_id_centre_id_id_key UNIQUE (municipality_id, centre_id, id);


--
-- Name: rooms rooms_municipality_id_centre_id_name_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.rooms
    ADD CONSTRAINT rooms_municipality_id_centre_id_name_key UNIQUE (municipality_id, centre_id, name);


--
-- Name: rooms rooms_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.rooms
    ADD CONSTRAINT rooms_pkey PRIMARY KEY (municipality_id, id);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (municipality_id, token_hash);


--
-- Name: sign_in_tries sign_in_tries_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.sign_in_tries
    ADD CONSTRAINT sign_in_tries_pkey PRIMARY KEY (municipality_id, key_hash, at, id);


--
-- Name: steps steps_municipality_id_owner_party_id_citizen_id_id_key; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.steps
    ADD CONSTRAINT steps_municipality_id_owner_party_id_citizen_id_id_key UNIQUE (municipality_id, owner_party_id, citizen_id, id);


--
-- Name: steps steps_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.steps
    ADD CONSTRAINT steps_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (municipality_id, owner_party_id, id);


--
-- Name: absences_by_day; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX absences_by_day ON public.absences USING btree (municipality_id, until_day);


--
-- Name: access_answers_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX access_answers_of_citizen ON public.access_answers USING btree (municipality_id, owner_party_id, citizen_id) WHERE (citizen_id IS NOT NULL);


--
-- Name: access_answers_of_request; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX access_answers_of_request ON public.access_answers USING btree (municipality_id, asking_party_id, request_id);


--
-- Name: access_answers_waiting; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX access_answers_waiting ON public.access_answers USING btree (municipality_id, owner_party_id) WHERE (answer IS NULL);


--
-- Name: access_log_by_time; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX access_log_by_time ON public.access_log USING btree (municipality_id, at);


--
-- Name: access_log_of_subject; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX access_log_of_subject ON public.access_log_subjects USING btree (municipality_id, subject_id, log_id);


--
-- Name: access_log_refused; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX access_log_refused ON public.access_log USING btree (municipality_id, at) WHERE (kind = 'refused'::text);


--
-- Name: access_log_unsealed; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX access_log_unsealed ON public.access_log USING btree (municipality_id, id) WHERE (batch IS NULL);


--
-- Name: access_requests_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX access_requests_of_citizen ON public.access_requests USING btree (municipality_id, owner_party_id, citizen_id, asked_on DESC);


--
-- Name: appointments_happened; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX appointments_happened ON public.appointments USING btree (municipality_id, owner_party_id, citizen_id, day DESC, id DESC) WHERE (state = ANY (ARRAY['held'::text, 'missed'::text]));


--
-- Name: appointments_moved_once; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE UNIQUE INDEX appointments_moved_once ON public.appointments USING btree (municipality_id, owner_party_id, moved_from) WHERE (moved_from IS NOT NULL);


--
-- Name: appointments_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX appointments_of_citizen ON public.appointments USING btree (municipality_id, owner_party_id, citizen_id, day);


--
-- Name: appointments_of_companion; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX appointments_of_companion ON public.appointments USING btree (municipality_id, companion_id, day) WHERE (companion_id IS NOT NULL);


--
-- Name: appointments_undone; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX appointments_undone ON public.appointments USING btree (municipality_id, owner_party_id, citizen_id, state_at DESC, id DESC) WHERE (state = ANY (ARRAY['calledOff'::text, 'moved'::text]));


--
-- Name: arrivals_by_time; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX arrivals_by_time ON public.arrivals USING btree (municipality_id, arrived_at);


--
-- Name: citizen_acts_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX citizen_acts_of_citizen ON public.citizen_acts USING btree (municipality_id, owner_party_id, citizen_id, acted_at DESC);


--
-- Name: citizen_links_back; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX citizen_links_back ON public.citizen_links USING btree (municipality_id, other_party_id, other_citizen_id);


--
-- Name: citizen_links_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX citizen_links_of_citizen ON public.citizen_links USING btree (municipality_id, owner_party_id, citizen_id);


--
-- Name: citizen_links_once; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE UNIQUE INDEX citizen_links_once ON public.citizen_links USING btree (municipality_id, owner_party_id, citizen_id, other_party_id, other_citizen_id) WHERE (ended_at IS NULL);


--
-- Name: citizen_numbers_by_key; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX citizen_numbers_by_key ON public.citizen_numbers USING btree (municipality_id, key_version);


--
-- Name: citizens_by_id; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX citizens_by_id ON public.citizens USING btree (municipality_id, id);


--
-- Name: citizens_by_person_key; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE UNIQUE INDEX citizens_by_person_key ON public.citizens USING btree (municipality_id, owner_party_id, person_key) WHERE (person_key IS NOT NULL);


--
-- Name: citizens_closed; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX citizens_closed ON public.citizens USING btree (municipality_id, owner_party_id, closed_at) WHERE (closed_at IS NOT NULL);


--
-- Name: consents_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX consents_of_citizen ON public.consents USING btree (municipality_id, owner_party_id, citizen_id, recorded_at DESC);


--
-- Name: consents_received; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX consents_received ON public.consents USING btree (municipality_id, receiving_party_id, owner_party_id, citizen_id) INCLUDE (topics, ground, valid_from, valid_until) WHERE (withdrawn_at IS NULL);


--
-- Name: consents_taken_back; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX consents_taken_back ON public.consents USING btree (municipality_id, owner_party_id, citizen_id, withdrawn_at DESC, id DESC) WHERE (withdrawn_at IS NOT NULL);


--
-- Name: contacts_by_import_key; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE UNIQUE INDEX contacts_by_import_key ON public.contacts USING btree (municipality_id, import_key) WHERE (import_key IS NOT NULL);


--
-- Name: contacts_for_figures; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX contacts_for_figures ON public.contacts USING btree (municipality_id, day) INCLUDE (effort, centre_id, venue, kind, outcome, topics, help_forms, minutes, counted_as, known_before, income, clock, id);


--
-- Name: contacts_next; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX contacts_next ON public.contacts USING btree (municipality_id, next_owner_id, next_day) WHERE ((next_thing IS NOT NULL) AND (next_done_at IS NULL));


--
-- Name: contacts_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX contacts_of_citizen ON public.contacts USING btree (municipality_id, owner_party_id, citizen_id, at DESC, id DESC) WHERE (citizen_id IS NOT NULL);


--
-- Name: contacts_of_party; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX contacts_of_party ON public.contacts USING btree (municipality_id, owner_party_id, day DESC, id DESC);


--
-- Name: contacts_of_worker; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX contacts_of_worker ON public.contacts USING btree (municipality_id, owner_party_id, worker_id, day DESC, id DESC);


--
-- Name: contacts_open; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX contacts_open ON public.contacts USING btree (municipality_id, worker_id, day) WHERE (outcome = 'open'::text);


--
-- Name: glass_openings_of_person; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX glass_openings_of_person ON public.glass_openings USING btree (municipality_id, person_id, until) WHERE (closed_at IS NULL);


--
-- Name: handovers_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX handovers_of_citizen ON public.handovers USING btree (municipality_id, owner_party_id, citizen_id);


--
-- Name: handovers_of_contact; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX handovers_of_contact ON public.handovers USING btree (municipality_id, owner_party_id, contact_id);


--
-- Name: helper_looks_of_share; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX helper_looks_of_share ON public.helper_looks USING btree (municipality_id, owner_party_id, share_id, at DESC);


--
-- Name: helper_shares_by_browser; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX helper_shares_by_browser ON public.helper_shares USING btree (municipality_id, browser_hash) WHERE (browser_hash IS NOT NULL);


--
-- Name: helper_shares_by_link; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE UNIQUE INDEX helper_shares_by_link ON public.helper_shares USING btree (municipality_id, link_hash);


--
-- Name: helper_shares_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX helper_shares_of_citizen ON public.helper_shares USING btree (municipality_id, owner_party_id, citizen_id, given_at DESC);


--
-- Name: helper_things_by_thing; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX helper_things_by_thing ON public.helper_things USING btree (municipality_id, owner_party_id, kind, thing_id);


--
-- Name: log_checks_newest; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX log_checks_newest ON public.log_checks USING btree (municipality_id, drawn_at DESC);


--
-- Name: memberships_of_party; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX memberships_of_party ON public.memberships USING btree (municipality_id, party_id);


--
-- Name: memberships_of_person; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX memberships_of_person ON public.memberships USING btree (municipality_id, person_id);


--
-- Name: notes_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX notes_of_citizen ON public.notes USING btree (municipality_id, owner_party_id, citizen_id, written_at DESC, id DESC);


--
-- Name: one_place_at_a_time; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE UNIQUE INDEX one_place_at_a_time ON public.arrivals USING btree (municipality_id, person_id) WHERE (left_at IS NULL);


--
-- Name: one_public_controller; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE UNIQUE INDEX one_public_controller ON public.controllers USING btree (municipality_id) WHERE (kind = 'public'::text);


--
-- Name: outbox_of_share; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX outbox_of_share ON public.outbox USING btree (municipality_id, share_party_id, share_id) WHERE (share_id IS NOT NULL);


--
-- Name: outbox_waiting; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX outbox_waiting ON public.outbox USING btree (municipality_id, created_at) WHERE (sent_at IS NULL);


--
-- Name: people_by_name; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX people_by_name ON public.people USING btree (municipality_id, public_name);


--
-- Name: plan_parts_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX plan_parts_of_citizen ON public.plan_parts USING btree (municipality_id, owner_party_id, citizen_id, id);


--
-- Name: plan_people_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX plan_people_of_citizen ON public.plan_people USING btree (municipality_id, owner_party_id, citizen_id);


--
-- Name: plans_kept_by; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX plans_kept_by ON public.plans USING btree (municipality_id, kept_by) WHERE (closed_at IS NULL);


--
-- Name: powers_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX powers_of_citizen ON public.powers_of_attorney USING btree (municipality_id, owner_party_id, citizen_id, recorded_at DESC);


--
-- Name: presence_changes_by_day; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX presence_changes_by_day ON public.presence_changes USING btree (municipality_id, day);


--
-- Name: presence_times_of_centre; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX presence_times_of_centre ON public.presence_times USING btree (municipality_id, centre_id);


--
-- Name: presence_times_of_person; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX presence_times_of_person ON public.presence_times USING btree (municipality_id, person_id);


--
-- Name: record_versions_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX record_versions_of_citizen ON public.record_versions USING btree (municipality_id, owner_party_id, citizen_id, replaced_at DESC);


--
-- Name: retention_runs_latest; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX retention_runs_latest ON public.retention_runs USING btree (municipality_id, ran_at DESC);


--
-- Name: role_offers_of_person; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX role_offers_of_person ON public.role_offers USING btree (municipality_id, person_id);


--
-- Name: role_offers_open; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE UNIQUE INDEX role_offers_open ON public.role_offers USING btree (municipality_id, party_id, person_id, role) WHERE (answered_at IS NULL);


--
-- Name: sessions_of_account; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX sessions_of_account ON public.sessions USING btree (municipality_id, account_id);


--
-- Name: steps_happened; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX steps_happened ON public.steps USING btree (municipality_id, owner_party_id, citizen_id, done_on DESC, id DESC) WHERE (state = 'done'::text);


--
-- Name: steps_of_person; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX steps_of_person ON public.steps USING btree (municipality_id, person_id) WHERE ((state <> 'done'::text) AND (put_away_at IS NULL));


--
-- Name: steps_unowned; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX steps_unowned ON public.steps USING btree (municipality_id, owner_party_id) WHERE ((whose IS NULL) AND (state <> 'done'::text) AND (put_away_at IS NULL));


--
-- Name: tasks_given; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX tasks_given ON public.tasks USING btree (municipality_id, given_by) WHERE (done_at IS NULL);


--
-- Name: tasks_happened; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX tasks_happened ON public.tasks USING btree (municipality_id, owner_party_id, citizen_id, done_at DESC, id DESC) WHERE (done_at IS NOT NULL);


--
-- Name: tasks_held; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX tasks_held ON public.tasks USING btree (municipality_id, held_by, day) WHERE (done_at IS NULL);


--
-- Name: tasks_of_citizen; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX tasks_of_citizen ON public.tasks USING btree (municipality_id, owner_party_id, citizen_id) WHERE (citizen_id IS NOT NULL);


--
-- Name: tasks_offered; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX tasks_offered ON public.tasks USING btree (municipality_id, person_id) WHERE ((accepted_at IS NULL) AND (refused_at IS NULL));


--
-- Name: tasks_to_party; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX tasks_to_party ON public.tasks USING btree (municipality_id, party_id);


--
-- Name: tasks_unanswered; Type: INDEX; Schema: public; Owner: brobygger_owner
--

CREATE INDEX tasks_unanswered ON public.tasks USING btree (municipality_id, given_at) WHERE ((accepted_at IS NULL) AND (refused_at IS NULL));


--
-- Name: access_answers access_answered; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER access_answered BEFORE UPDATE OF answer ON public.access_answers FOR EACH ROW EXECUTE FUNCTION public.access_answered();


--
-- Name: contacts agenda_goes_with_citizen; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER agenda_goes_with_citizen BEFORE UPDATE ON public.contacts FOR EACH ROW WHEN ((new.citizen_id IS NULL)) EXECUTE FUNCTION public.agenda_goes_with_citizen();


--
-- Name: access_requests ask_each_party; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER ask_each_party AFTER INSERT ON public.access_requests FOR EACH ROW EXECUTE FUNCTION public.ask_each_party();


--
-- Name: absences board_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER board_changed AFTER INSERT OR DELETE OR UPDATE ON public.absences FOR EACH ROW EXECUTE FUNCTION public.board_changed();


--
-- Name: arrivals board_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER board_changed AFTER INSERT OR DELETE OR UPDATE ON public.arrivals FOR EACH ROW EXECUTE FUNCTION public.board_changed();


--
-- Name: centre_days board_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER board_changed AFTER INSERT OR DELETE OR UPDATE ON public.centre_days FOR EACH ROW EXECUTE FUNCTION public.board_changed();


--
-- Name: centre_hours board_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER board_changed AFTER INSERT OR DELETE OR UPDATE ON public.centre_hours FOR EACH ROW EXECUTE FUNCTION public.board_changed();


--
-- Name: centres board_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER board_changed AFTER INSERT OR DELETE OR UPDATE ON public.centres FOR EACH ROW EXECUTE FUNCTION public.board_changed();


--
-- Name: people board_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER board_changed AFTER UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.board_changed();


--
-- Name: presence_changes board_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER board_changed AFTER INSERT OR DELETE OR UPDATE ON public.presence_changes FOR EACH ROW EXECUTE FUNCTION public.board_changed();


--
-- Name: presence_times board_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER board_changed AFTER INSERT OR DELETE OR UPDATE ON public.presence_times FOR EACH ROW EXECUTE FUNCTION public.board_changed();


--
-- Name: consents consent_deleted; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER consent_deleted AFTER DELETE ON public.consents FOR EACH ROW EXECUTE FUNCTION public.consent_deleted();


--
-- Name: consents consent_withdrawn; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER consent_withdrawn BEFORE UPDATE ON public.consents FOR EACH ROW EXECUTE FUNCTION public.consent_withdrawn();


--
-- Name: contacts contact_written; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER contact_written BEFORE INSERT OR UPDATE ON public.contacts FOR EACH ROW EXECUTE FUNCTION public.contact_written();


--
-- Name: parties controller_stays; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER controller_stays BEFORE UPDATE OF controller_id ON public.parties FOR EACH ROW EXECUTE FUNCTION public.controller_stays();


--
-- Name: contacts figures_changed_by_delete; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER figures_changed_by_delete AFTER DELETE ON public.contacts REFERENCING OLD TABLE AS before_change FOR EACH STATEMENT EXECUTE FUNCTION public.figures_changed();


--
-- Name: contacts figures_changed_by_insert; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER figures_changed_by_insert AFTER INSERT ON public.contacts REFERENCING NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION public.figures_changed();


--
-- Name: contacts figures_changed_by_update; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER figures_changed_by_update AFTER UPDATE ON public.contacts REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION public.figures_changed();


--
-- Name: glass_openings glass_closed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER glass_closed AFTER UPDATE ON public.glass_openings FOR EACH ROW EXECUTE FUNCTION public.glass_closed();


--
-- Name: glass_openings glass_stays_closed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER glass_stays_closed BEFORE UPDATE ON public.glass_openings FOR EACH ROW EXECUTE FUNCTION public.glass_stays_closed();


--
-- Name: appointments keep_version; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER keep_version BEFORE UPDATE ON public.appointments FOR EACH ROW EXECUTE FUNCTION public.keep_version('appointment');


--
-- Name: citizens keep_version; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER keep_version BEFORE UPDATE ON public.citizens FOR EACH ROW EXECUTE FUNCTION public.keep_version('citizen', 'person_key');


--
-- Name: notes keep_version; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER keep_version BEFORE UPDATE ON public.notes FOR EACH ROW EXECUTE FUNCTION public.keep_version('note');


--
-- Name: plan_parts keep_version; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER keep_version BEFORE UPDATE ON public.plan_parts FOR EACH ROW EXECUTE FUNCTION public.keep_version('plan_part');


--
-- Name: plan_people keep_version; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER keep_version BEFORE UPDATE ON public.plan_people FOR EACH ROW EXECUTE FUNCTION public.keep_version('plan_person');


--
-- Name: plans keep_version; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER keep_version BEFORE UPDATE ON public.plans FOR EACH ROW EXECUTE FUNCTION public.keep_version('plan');


--
-- Name: steps keep_version; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER keep_version BEFORE UPDATE ON public.steps FOR EACH ROW EXECUTE FUNCTION public.keep_version('step');


--
-- Name: tasks keep_version; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER keep_version BEFORE UPDATE ON public.tasks FOR EACH ROW WHEN ((old.citizen_id IS NOT NULL)) EXECUTE FUNCTION public.keep_version('task');


--
-- Name: controllers kind_stays; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER kind_stays BEFORE UPDATE OF kind ON public.controllers FOR EACH ROW WHEN ((old.kind <> new.kind)) EXECUTE FUNCTION public.kind_stays();


--
-- Name: memberships lengthened_by_own; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER lengthened_by_own BEFORE UPDATE OF valid_until ON public.memberships FOR EACH ROW EXECUTE FUNCTION public.lengthened_by_own();


--
-- Name: log_checks log_check_told; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER log_check_told BEFORE UPDATE ON public.log_checks FOR EACH ROW EXECUTE FUNCTION public.log_check_told();


--
-- Name: memberships membership_instants; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER membership_instants BEFORE INSERT OR UPDATE ON public.memberships FOR EACH ROW EXECUTE FUNCTION public.membership_instants();


--
-- Name: controllers new_retention_rules; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER new_retention_rules AFTER INSERT ON public.controllers FOR EACH ROW EXECUTE FUNCTION public.new_retention_rules();


--
-- Name: citizen_numbers number_needs_public; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER number_needs_public AFTER INSERT OR UPDATE ON public.citizen_numbers FOR EACH ROW EXECUTE FUNCTION public.number_needs_public();


--
-- Name: role_offers offer_answered; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER offer_answered BEFORE UPDATE ON public.role_offers FOR EACH ROW EXECUTE FUNCTION public.offer_answered();


--
-- Name: people own_yes; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER own_yes AFTER INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.own_yes();


--
-- Name: powers_of_attorney power_withdrawn; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER power_withdrawn BEFORE UPDATE ON public.powers_of_attorney FOR EACH ROW EXECUTE FUNCTION public.power_withdrawn();


--
-- Name: access_log sealed_stays_sealed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER sealed_stays_sealed BEFORE UPDATE ON public.access_log FOR EACH ROW EXECUTE FUNCTION public.sealed_stays_sealed();


--
-- Name: helper_shares share_ended; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER share_ended AFTER UPDATE ON public.helper_shares FOR EACH ROW WHEN (((new.withdrawn_at IS NOT NULL) OR (new.valid_until < public.danish_today()) OR (new.wrong_codes >= 5))) EXECUTE FUNCTION public.share_ended();


--
-- Name: helper_shares share_told; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER share_told AFTER DELETE OR UPDATE OF withdrawn_by ON public.helper_shares FOR EACH ROW EXECUTE FUNCTION public.share_told();


--
-- Name: helper_shares share_withdrawn; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER share_withdrawn BEFORE UPDATE OF withdrawn_by ON public.helper_shares FOR EACH ROW EXECUTE FUNCTION public.power_withdrawn();


--
-- Name: appointments state_follows; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER state_follows BEFORE UPDATE ON public.appointments FOR EACH ROW EXECUTE FUNCTION public.state_follows('appointment');


--
-- Name: steps state_follows; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER state_follows BEFORE UPDATE ON public.steps FOR EACH ROW EXECUTE FUNCTION public.state_follows('step');


--
-- Name: steps step_done; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER step_done AFTER UPDATE ON public.steps FOR EACH ROW WHEN (((new.state = 'done'::text) AND (old.state <> 'done'::text))) EXECUTE FUNCTION public.step_done();


--
-- Name: steps step_written; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER step_written BEFORE INSERT OR UPDATE ON public.steps FOR EACH ROW EXECUTE FUNCTION public.step_written();


--
-- Name: access_log subjects_go_too; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER subjects_go_too AFTER DELETE ON public.access_log REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.subjects_go_too();


--
-- Name: tasks task_handed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER task_handed BEFORE INSERT OR UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.task_handed();


--
-- Name: appointments thing_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER thing_changed AFTER UPDATE ON public.appointments FOR EACH ROW WHEN ((((((old.words IS DISTINCT FROM new.words) OR (old.topic IS DISTINCT FROM new.topic)) OR (old.at_place IS DISTINCT FROM new.at_place)) OR (old.address IS DISTINCT FROM new.address)) OR (old.bring IS DISTINCT FROM new.bring))) EXECUTE FUNCTION public.thing_changed('appointment');


--
-- Name: plan_parts thing_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER thing_changed AFTER UPDATE ON public.plan_parts FOR EACH ROW WHEN (((old.words IS DISTINCT FROM new.words) OR (old.topic IS DISTINCT FROM new.topic))) EXECUTE FUNCTION public.thing_changed('part');


--
-- Name: steps thing_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER thing_changed AFTER UPDATE ON public.steps FOR EACH ROW WHEN (((old.words IS DISTINCT FROM new.words) OR (old.topic IS DISTINCT FROM new.topic))) EXECUTE FUNCTION public.thing_changed('step');


--
-- Name: tasks thing_changed; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER thing_changed AFTER UPDATE ON public.tasks FOR EACH ROW WHEN (((old.words IS DISTINCT FROM new.words) OR (old.topic IS DISTINCT FROM new.topic))) EXECUTE FUNCTION public.thing_changed('task');


--
-- Name: parties trace_controller; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER trace_controller AFTER UPDATE ON public.parties FOR EACH ROW WHEN ((old.controller_id IS DISTINCT FROM new.controller_id)) EXECUTE FUNCTION public.trace_controller();


--
-- Name: glass_openings trace_glass; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER trace_glass AFTER INSERT ON public.glass_openings FOR EACH ROW EXECUTE FUNCTION public.trace_glass();


--
-- Name: log_batches trace_month; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER trace_month AFTER DELETE ON public.log_batches REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.trace_month();


--
-- Name: memberships trace_role; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER trace_role AFTER INSERT OR DELETE ON public.memberships FOR EACH ROW EXECUTE FUNCTION public.trace_role();


--
-- Name: memberships trace_role_end; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER trace_role_end AFTER UPDATE ON public.memberships FOR EACH ROW WHEN ((old.valid_until IS DISTINCT FROM new.valid_until)) EXECUTE FUNCTION public.trace_role();


--
-- Name: retention_rules trace_rule; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER trace_rule AFTER UPDATE ON public.retention_rules FOR EACH ROW WHEN (((old.months IS DISTINCT FROM new.months) OR (old.act IS DISTINCT FROM new.act))) EXECUTE FUNCTION public.trace_rule();


--
-- Name: municipalities trace_switch; Type: TRIGGER; Schema: public; Owner: brobygger_owner
--

CREATE TRIGGER trace_switch AFTER UPDATE ON public.municipalities FOR EACH ROW EXECUTE FUNCTION public.trace_switch('breaks_glass', 'names_staff_in_log', 'backup_days');


--
-- Name: absences absences_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE CASCADE;


--
-- Name: absences absences_municipality_id_substitute_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_municipality_id_substitute_person_id_fkey FOREIGN KEY (municipality_id, substitute_person_id) REFERENCES public.people(municipality_id, id);


--
-- Name: access_answers access_answers_municipality_id_answered_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_answers
    ADD CONSTRAINT access_answers_municipality_id_answered_by_fkey FOREIGN KEY (municipality_id, answered_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: access_answers access_answers_municipality_id_asking_party_id_request_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_answers
    ADD CONSTRAINT access_answers_municipality_id_asking_party_id_request_id_fkey FOREIGN KEY (municipality_id, asking_party_id, request_id) REFERENCES public.access_requests(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: access_answers access_answers_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_answers
    ADD CONSTRAINT access_answers_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE SET NULL (citizen_id);


--
-- Name: access_answers access_answers_municipality_id_owner_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_answers
    ADD CONSTRAINT access_answers_municipality_id_owner_party_id_fkey FOREIGN KEY (municipality_id, owner_party_id) REFERENCES public.parties(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: access_requests access_requests_municipality_id_centre_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_requests
    ADD CONSTRAINT access_requests_municipality_id_centre_id_fkey FOREIGN KEY (municipality_id, centre_id) REFERENCES public.centres(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: access_requests access_requests_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_requests
    ADD CONSTRAINT access_requests_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: access_requests access_requests_municipality_id_recorded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.access_requests
    ADD CONSTRAINT access_requests_municipality_id_recorded_by_fkey FOREIGN KEY (municipality_id, recorded_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: accounts accounts_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE CASCADE;


--
-- Name: appointments appointments_municipality_id_companion_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.appointments
    ADD CONSTRAINT appointments_municipality_id_companion_id_fkey FOREIGN KEY (municipality_id, companion_id) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: appointments appointments_municipality_id_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.appointments
    ADD CONSTRAINT appointments_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: appointments appointments_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.appointments
    ADD CONSTRAINT appointments_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: appointments appointments_municipality_id_owner_party_id_citizen_id_mov_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.appointments
    ADD CONSTRAINT appointments_municipality_id_owner_party_id_citizen_id_mov_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id, moved_from) REFERENCES public.appointments(municipality_id, owner_party_id, citizen_id, id);


--
-- Name: arrivals arrivals_municipality_id_centre_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT arrivals_municipality_id_centre_id_fkey FOREIGN KEY (municipality_id, centre_id) REFERENCES public.centres(municipality_id, id) ON DELETE CASCADE;


--
-- Name: arrivals arrivals_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT arrivals_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE CASCADE;


--
-- Name: centre_days centre_days_municipality_id_centre_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.centre_days
    ADD CONSTRAINT centre_days_municipality_id_centre_id_fkey FOREIGN KEY (municipality_id, centre_id) REFERENCES public.centres(municipality_id, id) ON DELETE CASCADE;


--
-- Name: centre_hours centre_hours_municipality_id_centre_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.centre_hours
    ADD CONSTRAINT centre_hours_municipality_id_centre_id_fkey FOREIGN KEY (municipality_id, centre_id) REFERENCES public.centres(municipality_id, id) ON DELETE CASCADE;


--
-- Name: centres centres_municipality_id_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.centres
    ADD CONSTRAINT centres_municipality_id_party_id_fkey FOREIGN KEY (municipality_id, party_id) REFERENCES public.parties(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: citizen_acts citizen_acts_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_acts
    ADD CONSTRAINT citizen_acts_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: citizen_acts citizen_acts_municipality_id_recorded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_acts
    ADD CONSTRAINT citizen_acts_municipality_id_recorded_by_fkey FOREIGN KEY (municipality_id, recorded_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: citizen_links citizen_links_municipality_id_ended_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_links
    ADD CONSTRAINT citizen_links_municipality_id_ended_by_fkey FOREIGN KEY (municipality_id, ended_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: citizen_links citizen_links_municipality_id_made_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_links
    ADD CONSTRAINT citizen_links_municipality_id_made_by_fkey FOREIGN KEY (municipality_id, made_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: citizen_links citizen_links_municipality_id_other_party_id_other_citizen_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_links
    ADD CONSTRAINT citizen_links_municipality_id_other_party_id_other_citizen_fkey FOREIGN KEY (municipality_id, other_party_id, other_citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: citizen_links citizen_links_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_links
    ADD CONSTRAINT citizen_links_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: citizen_numbers citizen_numbers_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizen_numbers
    ADD CONSTRAINT citizen_numbers_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: citizens citizens_municipality_id_owner_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.citizens
    ADD CONSTRAINT citizens_municipality_id_owner_party_id_fkey FOREIGN KEY (municipality_id, owner_party_id) REFERENCES public.parties(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: consents consents_municipality_id_known_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_municipality_id_known_person_id_fkey FOREIGN KEY (municipality_id, known_person_id) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: consents consents_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: consents consents_municipality_id_receiving_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_municipality_id_receiving_party_id_fkey FOREIGN KEY (municipality_id, receiving_party_id) REFERENCES public.parties(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: consents consents_municipality_id_recorded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_municipality_id_recorded_by_fkey FOREIGN KEY (municipality_id, recorded_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: consents consents_municipality_id_withdrawn_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_municipality_id_withdrawn_by_fkey FOREIGN KEY (municipality_id, withdrawn_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: contact_versions contact_versions_municipality_id_owner_party_id_contact_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.contact_versions
    ADD CONSTRAINT contact_versions_municipality_id_owner_party_id_contact_id_fkey FOREIGN KEY (municipality_id, owner_party_id, contact_id) REFERENCES public.contacts(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: contacts contacts_municipality_id_centre_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_municipality_id_centre_id_fkey FOREIGN KEY (municipality_id, centre_id) REFERENCES public.centres(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: contacts contacts_municipality_id_next_owner_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_municipality_id_next_owner_id_fkey FOREIGN KEY (municipality_id, next_owner_id) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: contacts contacts_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE RESTRICT;


--
-- Name: contacts contacts_municipality_id_owner_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_municipality_id_owner_party_id_fkey FOREIGN KEY (municipality_id, owner_party_id) REFERENCES public.parties(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: contacts contacts_municipality_id_worker_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_municipality_id_worker_id_fkey FOREIGN KEY (municipality_id, worker_id) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: controller_contacts controller_contacts_municipality_id_controller_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.controller_contacts
    ADD CONSTRAINT controller_contacts_municipality_id_controller_id_fkey FOREIGN KEY (municipality_id, controller_id) REFERENCES public.controllers(municipality_id, id) ON DELETE CASCADE;


--
-- Name: controllers controllers_municipality_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.controllers
    ADD CONSTRAINT controllers_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES public.municipalities(id) ON DELETE CASCADE;


--
-- Name: figure_changes figure_changes_municipality_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.figure_changes
    ADD CONSTRAINT figure_changes_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES public.municipalities(id) ON DELETE CASCADE;


--
-- Name: figure_months figure_months_municipality_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.figure_months
    ADD CONSTRAINT figure_months_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES public.municipalities(id) ON DELETE CASCADE;


--
-- Name: figure_sums figure_sums_municipality_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.figure_sums
    ADD CONSTRAINT figure_sums_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES public.municipalities(id) ON DELETE CASCADE;


--
-- Name: forgotten_rows forgotten_rows_municipality_id_owner_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.forgotten_rows
    ADD CONSTRAINT forgotten_rows_municipality_id_owner_party_id_fkey FOREIGN KEY (municipality_id, owner_party_id) REFERENCES public.parties(municipality_id, id) ON DELETE CASCADE;


--
-- Name: glass_openings glass_openings_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.glass_openings
    ADD CONSTRAINT glass_openings_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: glass_openings glass_openings_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.glass_openings
    ADD CONSTRAINT glass_openings_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: handovers handovers_municipality_id_handed_over_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT handovers_municipality_id_handed_over_by_fkey FOREIGN KEY (municipality_id, handed_over_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: handovers handovers_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT handovers_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: handovers handovers_municipality_id_owner_party_id_contact_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT handovers_municipality_id_owner_party_id_contact_id_fkey FOREIGN KEY (municipality_id, owner_party_id, contact_id) REFERENCES public.contacts(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: handovers handovers_municipality_id_owner_party_id_note_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT handovers_municipality_id_owner_party_id_note_id_fkey FOREIGN KEY (municipality_id, owner_party_id, note_id) REFERENCES public.notes(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: helper_looks helper_looks_municipality_id_owner_party_id_share_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.helper_looks
    ADD CONSTRAINT helper_looks_municipality_id_owner_party_id_share_id_fkey FOREIGN KEY (municipality_id, owner_party_id, share_id) REFERENCES public.helper_shares(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: helper_shares helper_shares_municipality_id_given_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.helper_shares
    ADD CONSTRAINT helper_shares_municipality_id_given_by_fkey FOREIGN KEY (municipality_id, given_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: helper_shares helper_shares_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.helper_shares
    ADD CONSTRAINT helper_shares_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: helper_shares helper_shares_municipality_id_withdrawn_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.helper_shares
    ADD CONSTRAINT helper_shares_municipality_id_withdrawn_by_fkey FOREIGN KEY (municipality_id, withdrawn_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: helper_things helper_things_municipality_id_owner_party_id_share_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.helper_things
    ADD CONSTRAINT helper_things_municipality_id_owner_party_id_share_id_fkey FOREIGN KEY (municipality_id, owner_party_id, share_id) REFERENCES public.helper_shares(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: imports imports_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE SET NULL (person_id);


--
-- Name: known_devices known_devices_municipality_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.known_devices
    ADD CONSTRAINT known_devices_municipality_id_account_id_fkey FOREIGN KEY (municipality_id, account_id) REFERENCES public.accounts(municipality_id, id) ON DELETE CASCADE;


--
-- Name: log_checks log_checks_municipality_id_checked_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.log_checks
    ADD CONSTRAINT log_checks_municipality_id_checked_by_fkey FOREIGN KEY (municipality_id, checked_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: log_checks log_checks_municipality_id_drawn_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.log_checks
    ADD CONSTRAINT log_checks_municipality_id_drawn_by_fkey FOREIGN KEY (municipality_id, drawn_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: memberships memberships_municipality_id_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_municipality_id_party_id_fkey FOREIGN KEY (municipality_id, party_id) REFERENCES public.parties(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: memberships memberships_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE CASCADE;


--
-- Name: notes notes_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.notes
    ADD CONSTRAINT notes_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: notes notes_municipality_id_written_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.notes
    ADD CONSTRAINT notes_municipality_id_written_by_fkey FOREIGN KEY (municipality_id, written_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: one_time_links one_time_links_municipality_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.one_time_links
    ADD CONSTRAINT one_time_links_municipality_id_account_id_fkey FOREIGN KEY (municipality_id, account_id) REFERENCES public.accounts(municipality_id, id) ON DELETE CASCADE;


--
-- Name: outbox outbox_municipality_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES public.municipalities(id) ON DELETE CASCADE;


--
-- Name: outbox outbox_municipality_id_share_party_id_share_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_municipality_id_share_party_id_share_id_fkey FOREIGN KEY (municipality_id, share_party_id, share_id) REFERENCES public.helper_shares(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: parties parties_municipality_id_controller_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT parties_municipality_id_controller_id_fkey FOREIGN KEY (municipality_id, controller_id) REFERENCES public.controllers(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: people people_municipality_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES public.municipalities(id) ON DELETE CASCADE;


--
-- Name: person_photos person_photos_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.person_photos
    ADD CONSTRAINT person_photos_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE CASCADE;


--
-- Name: plan_parts plan_parts_municipality_id_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.plan_parts
    ADD CONSTRAINT plan_parts_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: plan_parts plan_parts_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.plan_parts
    ADD CONSTRAINT plan_parts_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: plan_people plan_people_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.plan_people
    ADD CONSTRAINT plan_people_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: plan_people plan_people_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.plan_people
    ADD CONSTRAINT plan_people_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: plans plans_municipality_id_kept_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_municipality_id_kept_by_fkey FOREIGN KEY (municipality_id, kept_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: plans plans_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: powers_of_attorney powers_of_attorney_municipality_id_owner_party_id_citizen__fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.powers_of_attorney
    ADD CONSTRAINT powers_of_attorney_municipality_id_owner_party_id_citizen__fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: powers_of_attorney powers_of_attorney_municipality_id_recorded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.powers_of_attorney
    ADD CONSTRAINT powers_of_attorney_municipality_id_recorded_by_fkey FOREIGN KEY (municipality_id, recorded_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: powers_of_attorney powers_of_attorney_municipality_id_withdrawn_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.powers_of_attorney
    ADD CONSTRAINT powers_of_attorney_municipality_id_withdrawn_by_fkey FOREIGN KEY (municipality_id, withdrawn_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: presence_changes presence_changes_municipality_id_centre_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.presence_changes
    ADD CONSTRAINT presence_changes_municipality_id_centre_id_fkey FOREIGN KEY (municipality_id, centre_id) REFERENCES public.centres(municipality_id, id) ON DELETE CASCADE;


--
-- Name: presence_changes presence_changes_municipality_id_centre_id_room_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.presence_changes
    ADD CONSTRAINT presence_changes_municipality_id_centre_id_room_id_fkey FOREIGN KEY (municipality_id, centre_id, room_id) REFERENCES public.rooms(municipality_id, centre_id, id);


--
-- Name: presence_changes presence_changes_municipality_id_person_id_presence_time_i_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.presence_changes
    ADD CONSTRAINT presence_changes_municipality_id_person_id_presence_time_i_fkey FOREIGN KEY (municipality_id, person_id, presence_time_id) REFERENCES public.presence_times(municipality_id, person_id, id) ON DELETE CASCADE;


--
-- Name: presence_times presence_times_municipality_id_centre_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.presence_times
    ADD CONSTRAINT presence_times_municipality_id_centre_id_fkey FOREIGN KEY (municipality_id, centre_id) REFERENCES public.centres(municipality_id, id) ON DELETE CASCADE;


--
-- Name: presence_times presence_times_municipality_id_centre_id_room_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.presence_times
    ADD CONSTRAINT presence_times_municipality_id_centre_id_room_id_fkey FOREIGN KEY (municipality_id, centre_id, room_id) REFERENCES public.rooms(municipality_id, centre_id, id);


--
-- Name: presence_times presence_times_municipality_id_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.presence_times
    ADD CONSTRAINT presence_times_municipality_id_party_id_fkey FOREIGN KEY (municipality_id, party_id) REFERENCES public.parties(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: presence_times presence_times_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.presence_times
    ADD CONSTRAINT presence_times_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE CASCADE;


--
-- Name: record_versions record_versions_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.record_versions
    ADD CONSTRAINT record_versions_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: retention_rules retention_rules_municipality_id_checked_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.retention_rules
    ADD CONSTRAINT retention_rules_municipality_id_checked_by_fkey FOREIGN KEY (municipality_id, checked_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: retention_rules retention_rules_municipality_id_controller_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.retention_rules
    ADD CONSTRAINT retention_rules_municipality_id_controller_id_fkey FOREIGN KEY (municipality_id, controller_id) REFERENCES public.controllers(municipality_id, id) ON DELETE CASCADE;


--
-- Name: retention_runs retention_runs_municipality_id_controller_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.retention_runs
    ADD CONSTRAINT retention_runs_municipality_id_controller_id_fkey FOREIGN KEY (municipality_id, controller_id) REFERENCES public.controllers(municipality_id, id) ON DELETE CASCADE;


--
-- Name: role_offers role_offers_municipality_id_answered_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.role_offers
    ADD CONSTRAINT role_offers_municipality_id_answered_by_fkey FOREIGN KEY (municipality_id, answered_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: role_offers role_offers_municipality_id_offered_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.role_offers
    ADD CONSTRAINT role_offers_municipality_id_offered_by_fkey FOREIGN KEY (municipality_id, offered_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: role_offers role_offers_municipality_id_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.role_offers
    ADD CONSTRAINT role_offers_municipality_id_party_id_fkey FOREIGN KEY (municipality_id, party_id) REFERENCES public.parties(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: role_offers role_offers_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.role_offers
    ADD CONSTRAINT role_offers_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE CASCADE;


--
-- Name: rooms rooms_municipality_id_centre_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.rooms
    ADD CONSTRAINT rooms_municipality_id_centre_id_fkey FOREIGN KEY (municipality_id, centre_id) REFERENCES public.centres(municipality_id, id) ON DELETE CASCADE;


--
-- Name: sessions sessions_municipality_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_municipality_id_account_id_fkey FOREIGN KEY (municipality_id, account_id) REFERENCES public.accounts(municipality_id, id) ON DELETE CASCADE;


--
-- Name: sign_in_tries sign_in_tries_municipality_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.sign_in_tries
    ADD CONSTRAINT sign_in_tries_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES public.municipalities(id) ON DELETE CASCADE;


--
-- Name: steps steps_municipality_id_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.steps
    ADD CONSTRAINT steps_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: steps steps_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.steps
    ADD CONSTRAINT steps_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: steps steps_municipality_id_owner_party_id_citizen_id_waits_for_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.steps
    ADD CONSTRAINT steps_municipality_id_owner_party_id_citizen_id_waits_for_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id, waits_for) REFERENCES public.steps(municipality_id, owner_party_id, citizen_id, id);


--
-- Name: steps steps_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.steps
    ADD CONSTRAINT steps_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: tasks tasks_municipality_id_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: tasks tasks_municipality_id_given_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_municipality_id_given_by_fkey FOREIGN KEY (municipality_id, given_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: tasks tasks_municipality_id_owner_party_id_citizen_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_municipality_id_owner_party_id_citizen_id_fkey FOREIGN KEY (municipality_id, owner_party_id, citizen_id) REFERENCES public.citizens(municipality_id, owner_party_id, id) ON DELETE CASCADE;


--
-- Name: tasks tasks_municipality_id_owner_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_municipality_id_owner_party_id_fkey FOREIGN KEY (municipality_id, owner_party_id) REFERENCES public.parties(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: tasks tasks_municipality_id_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_municipality_id_party_id_fkey FOREIGN KEY (municipality_id, party_id) REFERENCES public.parties(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: tasks tasks_municipality_id_passed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_municipality_id_passed_by_fkey FOREIGN KEY (municipality_id, passed_by) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: tasks tasks_municipality_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: brobygger_owner
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES public.people(municipality_id, id) ON DELETE RESTRICT;


--
-- Name: absences; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.absences ENABLE ROW LEVEL SECURITY;

--
-- Name: access_answers; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.access_answers ENABLE ROW LEVEL SECURITY;

--
-- Name: access_log; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.access_log ENABLE ROW LEVEL SECURITY;

--
-- Name: access_log_subjects; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.access_log_subjects ENABLE ROW LEVEL SECURITY;

--
-- Name: access_requests; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.access_requests ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.accounts ENABLE ROW LEVEL SECURITY;

--
-- Name: centres add; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY add ON public.centres FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am)));


--
-- Name: controller_contacts add; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY add ON public.controller_contacts FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (controller_id IN ( SELECT public.my_managed_controllers() AS my_managed_controllers))));


--
-- Name: memberships add; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY add ON public.memberships FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am) AND (valid_from >= public.danish_today()) AND ((NOT public.sees_records(role)) OR (NOT (party_id IN ( SELECT public.private_parties() AS private_parties))) OR ((role = 'centre_manager'::text) AND (person_id <> ( SELECT public.current_person() AS current_person)) AND (party_id IN ( SELECT public.unled_parties() AS unled_parties))))));


--
-- Name: access_answers answer; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY answer ON public.access_answers FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_number_parties() AS my_number_parties)) AND (answer IS DISTINCT FROM 'given'::text))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (answered_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: role_offers answer; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY answer ON public.role_offers FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (answered_at IS NULL) AND (party_id IN ( SELECT public.parties_i_lead() AS parties_i_lead)))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (answered_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: appointments; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.appointments ENABLE ROW LEVEL SECURITY;

--
-- Name: arrivals; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.arrivals ENABLE ROW LEVEL SECURITY;

--
-- Name: access_requests ask; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY ask ON public.access_requests FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_number_parties() AS my_number_parties)) AND (recorded_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: citizen_links both_sides; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY both_sides ON public.citizen_links FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) OR ((owner_party_id, citizen_id) IN ( SELECT shared_citizens.owner_party_id,
    shared_citizens.citizen_id
   FROM public.shared_citizens() shared_citizens(owner_party_id, citizen_id)))) AND ((other_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) OR ((other_party_id, other_citizen_id) IN ( SELECT shared_citizens.owner_party_id,
    shared_citizens.citizen_id
   FROM public.shared_citizens() shared_citizens(owner_party_id, citizen_id))))));


--
-- Name: glass_openings break; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY break ON public.glass_openings FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (person_id = ( SELECT public.current_person() AS current_person)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND ( SELECT public.breaks_glass() AS breaks_glass) AND (closed_at IS NULL) AND (until <= (now() + '01:00:00'::interval))));


--
-- Name: appointments by_yes; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY by_yes ON public.appointments FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((owner_party_id, citizen_id, topic) IN ( SELECT shared_topics.owner_party_id,
    shared_topics.citizen_id,
    shared_topics.topic
   FROM public.shared_topics() shared_topics(owner_party_id, citizen_id, topic)))));


--
-- Name: citizens by_yes; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY by_yes ON public.citizens FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((owner_party_id, id) IN ( SELECT shared_citizens.owner_party_id,
    shared_citizens.citizen_id
   FROM public.shared_citizens() shared_citizens(owner_party_id, citizen_id)))));


--
-- Name: consents by_yes; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY by_yes ON public.consents FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (receiving_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (withdrawn_at IS NULL) AND (valid_from <= public.danish_today()) AND (valid_until >= public.danish_today())));


--
-- Name: contacts by_yes; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY by_yes ON public.contacts FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((owner_party_id, citizen_id, topics) IN ( SELECT shared_topic_sets.owner_party_id,
    shared_topic_sets.citizen_id,
    shared_topic_sets.topics
   FROM public.shared_topic_sets() shared_topic_sets(owner_party_id, citizen_id, topics)))));


--
-- Name: notes by_yes; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY by_yes ON public.notes FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (kind <> 'own'::text) AND ((owner_party_id, citizen_id, topic) IN ( SELECT shared_topics.owner_party_id,
    shared_topics.citizen_id,
    shared_topics.topic
   FROM public.shared_topics() shared_topics(owner_party_id, citizen_id, topic)))));


--
-- Name: plan_parts by_yes; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY by_yes ON public.plan_parts FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((owner_party_id, citizen_id, topic) IN ( SELECT shared_topics.owner_party_id,
    shared_topics.citizen_id,
    shared_topics.topic
   FROM public.shared_topics() shared_topics(owner_party_id, citizen_id, topic)))));


--
-- Name: plan_people by_yes; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY by_yes ON public.plan_people FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((owner_party_id, citizen_id, topic) IN ( SELECT shared_topics.owner_party_id,
    shared_topics.citizen_id,
    shared_topics.topic
   FROM public.shared_topics() shared_topics(owner_party_id, citizen_id, topic)))));


--
-- Name: powers_of_attorney by_yes; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY by_yes ON public.powers_of_attorney FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((owner_party_id, citizen_id, topics) IN ( SELECT shared_topic_sets.owner_party_id,
    shared_topic_sets.citizen_id,
    shared_topic_sets.topics
   FROM public.shared_topic_sets() shared_topic_sets(owner_party_id, citizen_id, topics)))));


--
-- Name: steps by_yes; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY by_yes ON public.steps FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((owner_party_id, citizen_id, topic) IN ( SELECT shared_topics.owner_party_id,
    shared_topics.citizen_id,
    shared_topics.topic
   FROM public.shared_topics() shared_topics(owner_party_id, citizen_id, topic)))));


--
-- Name: tasks by_yes; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY by_yes ON public.tasks FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((owner_party_id, citizen_id, topic) IN ( SELECT shared_topics.owner_party_id,
    shared_topics.citizen_id,
    shared_topics.topic
   FROM public.shared_topics() shared_topics(owner_party_id, citizen_id, topic)))));


--
-- Name: centre_days; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.centre_days ENABLE ROW LEVEL SECURITY;

--
-- Name: centre_hours; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.centre_hours ENABLE ROW LEVEL SECURITY;

--
-- Name: centres; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.centres ENABLE ROW LEVEL SECURITY;

--
-- Name: absences change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.absences TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (person_id IN ( SELECT public.people_i_manage() AS people_i_manage))));


--
-- Name: accounts change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.accounts TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am)));


--
-- Name: arrivals change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.arrivals TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (person_id IN ( SELECT public.people_i_manage() AS people_i_manage))));


--
-- Name: centre_days change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.centre_days TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (centre_id IN ( SELECT public.centres_i_manage() AS centres_i_manage))));


--
-- Name: centre_hours change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.centre_hours TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (centre_id IN ( SELECT public.centres_i_manage() AS centres_i_manage))));


--
-- Name: centres change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.centres FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (id IN ( SELECT public.centres_i_manage() AS centres_i_manage)))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am) OR (party_id IN ( SELECT public.my_parties(VARIADIC ARRAY['centre_manager'::text]) AS my_parties)))));


--
-- Name: controller_contacts change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.controller_contacts FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (controller_id IN ( SELECT public.my_managed_controllers() AS my_managed_controllers))));


--
-- Name: controllers change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.controllers TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am)));


--
-- Name: municipalities change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.municipalities FOR UPDATE TO brobygger_web USING (((id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am))) WITH CHECK ((id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: notes change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.notes FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: parties change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.parties TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am)));


--
-- Name: people change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.people TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am)));


--
-- Name: presence_changes change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.presence_changes TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (person_id IN ( SELECT public.people_i_manage() AS people_i_manage))));


--
-- Name: presence_times change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.presence_times TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (person_id IN ( SELECT public.people_i_manage() AS people_i_manage))));


--
-- Name: rooms change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY change ON public.rooms TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (centre_id IN ( SELECT public.centres_i_manage() AS centres_i_manage))));


--
-- Name: citizen_acts; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.citizen_acts ENABLE ROW LEVEL SECURITY;

--
-- Name: citizen_links; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.citizen_links ENABLE ROW LEVEL SECURITY;

--
-- Name: citizen_numbers; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.citizen_numbers ENABLE ROW LEVEL SECURITY;

--
-- Name: citizens; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.citizens ENABLE ROW LEVEL SECURITY;

--
-- Name: glass_openings close; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY close ON public.glass_openings FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (person_id = ( SELECT public.current_person() AS current_person)) AND (closed_at IS NULL))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (closed_at IS NOT NULL)));


--
-- Name: consents; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.consents ENABLE ROW LEVEL SECURITY;

--
-- Name: contact_versions; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.contact_versions ENABLE ROW LEVEL SECURITY;

--
-- Name: contacts; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.contacts ENABLE ROW LEVEL SECURITY;

--
-- Name: controller_contacts; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.controller_contacts ENABLE ROW LEVEL SECURITY;

--
-- Name: controllers; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.controllers ENABLE ROW LEVEL SECURITY;

--
-- Name: log_checks draw; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY draw ON public.log_checks FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['data_protection_officer'::text]) AS i_am) AND (drawn_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: figure_changes; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.figure_changes ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_months; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.figure_months ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_sums; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.figure_sums ENABLE ROW LEVEL SECURITY;

--
-- Name: centres figures; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY figures ON public.centres FOR SELECT TO brobygger_figures USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_see_figures() AS i_see_figures)));


--
-- Name: citizens figures; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY figures ON public.citizens FOR SELECT TO brobygger_figures USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_see_figures() AS i_see_figures)));


--
-- Name: contacts figures; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY figures ON public.contacts FOR SELECT TO brobygger_figures USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_see_figures() AS i_see_figures)));


--
-- Name: figure_changes figures; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY figures ON public.figure_changes FOR SELECT TO brobygger_figures USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_see_figures() AS i_see_figures)));


--
-- Name: figure_months figures; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY figures ON public.figure_months FOR SELECT TO brobygger_figures USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_see_figures() AS i_see_figures)));


--
-- Name: figure_sums figures; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY figures ON public.figure_sums FOR SELECT TO brobygger_figures USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_see_figures() AS i_see_figures)));


--
-- Name: municipalities figures; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY figures ON public.municipalities FOR SELECT TO brobygger_figures USING (((id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_see_figures() AS i_see_figures)));


--
-- Name: parties figures; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY figures ON public.parties FOR SELECT TO brobygger_figures USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_see_figures() AS i_see_figures)));


--
-- Name: memberships finish; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY finish ON public.memberships FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((valid_until IS NULL) OR (valid_until >= public.danish_today())) AND (( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am) OR (party_id IN ( SELECT public.parties_i_lead() AS parties_i_lead))))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((valid_until IS NULL) OR (valid_until >= (public.danish_today() - 1)))));


--
-- Name: forgotten_rows; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.forgotten_rows ENABLE ROW LEVEL SECURITY;

--
-- Name: consents give; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY give ON public.consents FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (recorded_by = ( SELECT public.current_person() AS current_person)) AND (valid_from >= public.danish_today()) AND (withdrawn_at IS NULL)));


--
-- Name: helper_shares give; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY give ON public.helper_shares FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (given_by = ( SELECT public.current_person() AS current_person)) AND ((valid_until >= public.danish_today()) AND (valid_until <= (public.danish_today() + 366)))));


--
-- Name: powers_of_attorney give; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY give ON public.powers_of_attorney FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (recorded_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: glass_openings; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.glass_openings ENABLE ROW LEVEL SECURITY;

--
-- Name: handovers hand_over; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY hand_over ON public.handovers FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (owner_party_id IN ( SELECT public.parties_with_journal() AS parties_with_journal)) AND (handed_over_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: tasks handed; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY handed ON public.tasks FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (citizen_id IS NULL)));


--
-- Name: handovers; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.handovers ENABLE ROW LEVEL SECURITY;

--
-- Name: helper_looks; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.helper_looks ENABLE ROW LEVEL SECURITY;

--
-- Name: helper_shares; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.helper_shares ENABLE ROW LEVEL SECURITY;

--
-- Name: helper_things; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.helper_things ENABLE ROW LEVEL SECURITY;

--
-- Name: municipalities here; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY here ON public.municipalities FOR SELECT TO brobygger_lookup USING ((id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: centres import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.centres TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing)));


--
-- Name: citizens import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.citizens TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing) AND (NOT (owner_party_id IN ( SELECT public.closed_to_files() AS closed_to_files)))));


--
-- Name: contacts import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.contacts FOR SELECT TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing)));


--
-- Name: controllers import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.controllers TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing)));


--
-- Name: forgotten_rows import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.forgotten_rows FOR SELECT TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing)));


--
-- Name: imports import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.imports TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing)));


--
-- Name: memberships import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.memberships TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing) AND ((NOT public.sees_records(role)) OR (valid_until < valid_from) OR (NOT (party_id IN ( SELECT public.private_parties() AS private_parties))))));


--
-- Name: municipalities import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.municipalities FOR SELECT TO brobygger_import USING (((id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing)));


--
-- Name: parties import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.parties TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing)));


--
-- Name: people import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.people TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing)));


--
-- Name: presence_times import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.presence_times TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing)));


--
-- Name: rooms import; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import ON public.rooms TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing)));


--
-- Name: contacts import_add; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import_add ON public.contacts FOR INSERT TO brobygger_import WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing) AND (NOT (owner_party_id IN ( SELECT public.closed_to_files() AS closed_to_files)))));


--
-- Name: contacts import_change; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY import_change ON public.contacts FOR UPDATE TO brobygger_import USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.importing() AS importing) AND (NOT (owner_party_id IN ( SELECT public.closed_to_files() AS closed_to_files)))));


--
-- Name: imports; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.imports ENABLE ROW LEVEL SECURITY;

--
-- Name: municipalities jobs; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY jobs ON public.municipalities FOR SELECT TO brobygger_operator USING ((public.current_purpose() = 'operator.jobs'::text));


--
-- Name: known_devices; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.known_devices ENABLE ROW LEVEL SECURITY;

--
-- Name: log_batches; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.log_batches ENABLE ROW LEVEL SECURITY;

--
-- Name: log_checks; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.log_checks ENABLE ROW LEVEL SECURITY;

--
-- Name: access_log looked; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY looked ON public.access_log FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: access_log_subjects looked; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY looked ON public.access_log_subjects FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: access_answers lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.access_answers TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: access_log lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.access_log FOR INSERT TO brobygger_lookup WITH CHECK ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: access_log_subjects lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.access_log_subjects FOR INSERT TO brobygger_lookup WITH CHECK ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: access_requests lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.access_requests FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: accounts lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.accounts TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: appointments lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.appointments FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: centres lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.centres FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: citizen_links lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.citizen_links TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: citizen_numbers lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.citizen_numbers FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: citizens lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.citizens TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: consents lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.consents TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: contact_versions lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.contact_versions TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: contacts lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.contacts TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: controllers lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.controllers FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: figure_changes lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.figure_changes FOR INSERT TO brobygger_lookup WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) OR (( SELECT public.current_municipality() AS current_municipality) IS NULL)));


--
-- Name: forgotten_rows lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.forgotten_rows FOR INSERT TO brobygger_lookup WITH CHECK ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: glass_openings lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.glass_openings FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: helper_looks lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.helper_looks FOR INSERT TO brobygger_lookup WITH CHECK ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: helper_shares lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.helper_shares TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: helper_things lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.helper_things TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: known_devices lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.known_devices TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: memberships lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.memberships FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: municipalities lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.municipalities FOR SELECT TO brobygger_lookup USING ((listed OR (slug = ( SELECT public.asked_slug() AS asked_slug))));


--
-- Name: notes lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.notes FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: one_time_links lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.one_time_links TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: outbox lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.outbox TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: parties lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.parties FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: people lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.people FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: plan_parts lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.plan_parts FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: plans lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.plans FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: record_versions lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.record_versions TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) OR (( SELECT public.current_municipality() AS current_municipality) IS NULL)));


--
-- Name: retention_rules lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.retention_rules FOR INSERT TO brobygger_lookup WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) OR (( SELECT public.current_municipality() AS current_municipality) IS NULL)));


--
-- Name: sessions lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.sessions TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: sign_in_tries lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.sign_in_tries TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: steps lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.steps FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: tasks lookup; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY lookup ON public.tasks FOR SELECT TO brobygger_lookup USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: retention_rules manage; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY manage ON public.retention_rules TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (controller_id IN ( SELECT public.my_managed_controllers() AS my_managed_controllers))));


--
-- Name: retention_runs manage; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY manage ON public.retention_runs FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((controller_id IN ( SELECT public.my_managed_controllers() AS my_managed_controllers)) OR ( SELECT public.i_am(VARIADIC ARRAY['data_protection_officer'::text]) AS i_am))));


--
-- Name: memberships; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.memberships ENABLE ROW LEVEL SECURITY;

--
-- Name: people mine; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY mine ON public.people FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (id = ( SELECT public.current_person() AS current_person))));


--
-- Name: person_photos mine; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY mine ON public.person_photos TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (person_id = ( SELECT public.current_person() AS current_person))));


--
-- Name: municipalities; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.municipalities ENABLE ROW LEVEL SECURITY;

--
-- Name: notes; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;

--
-- Name: role_offers offer; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY offer ON public.role_offers FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am) AND (offered_by = ( SELECT public.current_person() AS current_person)) AND (party_id IN ( SELECT public.private_parties() AS private_parties))));


--
-- Name: one_time_links; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.one_time_links ENABLE ROW LEVEL SECURITY;

--
-- Name: absences operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.absences TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: access_answers operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.access_answers TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: access_log operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.access_log TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: access_log_subjects operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.access_log_subjects TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: access_requests operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.access_requests TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: accounts operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.accounts TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: appointments operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.appointments TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: arrivals operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.arrivals TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: centre_days operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.centre_days TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: centre_hours operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.centre_hours TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: centres operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.centres TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: citizen_acts operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.citizen_acts TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: citizen_links operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.citizen_links TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: citizen_numbers operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.citizen_numbers TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: citizens operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.citizens TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: consents operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.consents TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: contact_versions operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.contact_versions TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: contacts operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.contacts TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: controller_contacts operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.controller_contacts TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: controllers operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.controllers TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: figure_changes operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.figure_changes TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: figure_months operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.figure_months TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: figure_sums operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.figure_sums TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: forgotten_rows operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.forgotten_rows TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: glass_openings operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.glass_openings TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: handovers operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.handovers TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: helper_looks operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.helper_looks TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: helper_shares operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.helper_shares TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: helper_things operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.helper_things TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: imports operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.imports TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: known_devices operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.known_devices TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: log_batches operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.log_batches TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: log_checks operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.log_checks TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: memberships operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.memberships TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: municipalities operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.municipalities TO brobygger_operator USING ((id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: notes operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.notes TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: one_time_links operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.one_time_links TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: outbox operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.outbox TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: parties operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.parties TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: people operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.people TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: person_photos operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.person_photos TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: plan_parts operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.plan_parts TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: plan_people operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.plan_people TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: plans operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.plans TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: powers_of_attorney operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.powers_of_attorney TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: presence_changes operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.presence_changes TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: presence_times operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.presence_times TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: record_versions operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.record_versions TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: retention_rules operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.retention_rules TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: retention_runs operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.retention_runs TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: role_offers operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.role_offers TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: rooms operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.rooms TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: sessions operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.sessions TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: sign_in_tries operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.sign_in_tries TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: steps operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.steps TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: tasks operator; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY operator ON public.tasks TO brobygger_operator USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: outbox; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.outbox ENABLE ROW LEVEL SECURITY;

--
-- Name: parties own; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own ON public.parties FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (id IN ( SELECT public.parties_i_lead() AS parties_i_lead)))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (id IN ( SELECT public.my_parties(VARIADIC ARRAY['centre_manager'::text]) AS my_parties))));


--
-- Name: access_answers own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.access_answers FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_number_parties() AS my_number_parties))));


--
-- Name: access_requests own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.access_requests FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: appointments own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.appointments TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: citizen_acts own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.citizen_acts FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: citizen_numbers own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.citizen_numbers TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_number_parties() AS my_number_parties))));


--
-- Name: citizens own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.citizens TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND ((locked_at IS NULL) OR ( SELECT public.opens_locked() AS opens_locked))));


--
-- Name: consents own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.consents FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: contact_versions own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.contact_versions FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: contacts own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.contacts TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: handovers own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.handovers FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: helper_looks own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.helper_looks FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: helper_shares own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.helper_shares FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: helper_things own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.helper_things TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: notes own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.notes FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: plan_parts own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.plan_parts TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: plan_people own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.plan_people TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: plans own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.plans TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: powers_of_attorney own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.powers_of_attorney FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: record_versions own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.record_versions FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: steps own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.steps TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: tasks own_party; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY own_party ON public.tasks TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties))));


--
-- Name: parties; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.parties ENABLE ROW LEVEL SECURITY;

--
-- Name: people; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.people ENABLE ROW LEVEL SECURITY;

--
-- Name: person_photos; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.person_photos ENABLE ROW LEVEL SECURITY;

--
-- Name: plan_parts; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.plan_parts ENABLE ROW LEVEL SECURITY;

--
-- Name: plan_people; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.plan_people ENABLE ROW LEVEL SECURITY;

--
-- Name: plans; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.plans ENABLE ROW LEVEL SECURITY;

--
-- Name: powers_of_attorney; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.powers_of_attorney ENABLE ROW LEVEL SECURITY;

--
-- Name: presence_changes; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.presence_changes ENABLE ROW LEVEL SECURITY;

--
-- Name: presence_times; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.presence_times ENABLE ROW LEVEL SECURITY;

--
-- Name: absences read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.absences FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: access_log read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.access_log FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['data_protection_officer'::text]) AS i_am)));


--
-- Name: access_log_subjects read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.access_log_subjects FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['data_protection_officer'::text]) AS i_am)));


--
-- Name: accounts read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.accounts FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (person_id = ( SELECT public.current_person() AS current_person))));


--
-- Name: arrivals read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.arrivals FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: centre_days read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.centre_days FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: centre_hours read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.centre_hours FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: centres read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.centres FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: controller_contacts read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.controller_contacts FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: controllers read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.controllers FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: imports read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.imports FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am)));


--
-- Name: log_batches read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.log_batches FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['data_protection_officer'::text]) AS i_am)));


--
-- Name: log_checks read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.log_checks FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['data_protection_officer'::text]) AS i_am)));


--
-- Name: memberships read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.memberships FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: municipalities read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.municipalities FOR SELECT TO brobygger_web USING ((id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: outbox read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.outbox FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am) AND (share_id IS NULL)));


--
-- Name: parties read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.parties FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: people read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.people FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: person_photos read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.person_photos FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (person_id IN ( SELECT people.id
   FROM public.people
  WHERE ((people.municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND people.photo_public)))));


--
-- Name: presence_changes read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.presence_changes FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: presence_times read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.presence_times FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: retention_rules read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.retention_rules FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: role_offers read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.role_offers FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (( SELECT public.i_am(VARIADIC ARRAY['administrator'::text]) AS i_am) OR (party_id IN ( SELECT public.parties_i_lead() AS parties_i_lead)))));


--
-- Name: rooms read; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY read ON public.rooms FOR SELECT TO brobygger_web USING ((municipality_id = ( SELECT public.current_municipality() AS current_municipality)));


--
-- Name: tasks received; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY received ON public.tasks FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND ((citizen_id IS NULL) OR ((owner_party_id, citizen_id, topic) IN ( SELECT c.owner_party_id,
    c.citizen_id,
    t."bit"
   FROM (public.consents_to_me() c(owner_party_id, citizen_id, topics)
     CROSS JOIN unnest('{1,2,4,8,16,32}'::smallint[]) t("bit"))
  WHERE ((c.topics & t."bit") <> 0))))));


--
-- Name: record_versions; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.record_versions ENABLE ROW LEVEL SECURITY;

--
-- Name: retention_rules; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.retention_rules ENABLE ROW LEVEL SECURITY;

--
-- Name: retention_runs; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.retention_runs ENABLE ROW LEVEL SECURITY;

--
-- Name: role_offers; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.role_offers ENABLE ROW LEVEL SECURITY;

--
-- Name: rooms; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.rooms ENABLE ROW LEVEL SECURITY;

--
-- Name: glass_openings seen; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY seen ON public.glass_openings FOR SELECT TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ((person_id = ( SELECT public.current_person() AS current_person)) OR (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) OR ( SELECT public.i_am(VARIADIC ARRAY['data_protection_officer'::text]) AS i_am) OR ((owner_party_id, id) IN ( SELECT glass_into_mine.owner_party_id,
    glass_into_mine.opening_id
   FROM public.glass_into_mine() glass_into_mine(owner_party_id, opening_id, opened_party_id, opened_citizen_id))))));


--
-- Name: sessions; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.sessions ENABLE ROW LEVEL SECURITY;

--
-- Name: sign_in_tries; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.sign_in_tries ENABLE ROW LEVEL SECURITY;

--
-- Name: steps; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.steps ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships take_in; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY take_in ON public.memberships FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (valid_from >= public.danish_today()) AND (party_id IN ( SELECT public.parties_i_lead() AS parties_i_lead)) AND public.sees_records(role) AND ((role = 'centre_manager'::text) OR (person_id <> ( SELECT public.current_person() AS current_person)))));


--
-- Name: tasks; Type: ROW SECURITY; Schema: public; Owner: brobygger_owner
--

ALTER TABLE public.tasks ENABLE ROW LEVEL SECURITY;

--
-- Name: log_checks tell; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY tell ON public.log_checks FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND ( SELECT public.i_am(VARIADIC ARRAY['data_protection_officer'::text]) AS i_am) AND (checked_at IS NULL))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (checked_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: citizen_links tie; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY tie ON public.citizen_links FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (made_by = ( SELECT public.current_person() AS current_person)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND ((other_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) OR ((other_party_id, other_citizen_id) IN ( SELECT consents_to_me.owner_party_id,
    consents_to_me.citizen_id
   FROM public.consents_to_me() consents_to_me(owner_party_id, citizen_id, topics))))));


--
-- Name: access_log unsealed; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY unsealed ON public.access_log FOR SELECT TO brobygger_lookup USING ((batch IS NULL));


--
-- Name: consents withdraw; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY withdraw ON public.consents FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (withdrawn_at IS NULL))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (withdrawn_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: helper_shares withdraw; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY withdraw ON public.helper_shares FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (withdrawn_at IS NULL))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (withdrawn_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: powers_of_attorney withdraw; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY withdraw ON public.powers_of_attorney FOR UPDATE TO brobygger_web USING (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (withdrawn_at IS NULL))) WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (withdrawn_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: notes write; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY write ON public.notes FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (written_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: citizen_acts write_down; Type: POLICY; Schema: public; Owner: brobygger_owner
--

CREATE POLICY write_down ON public.citizen_acts FOR INSERT TO brobygger_web WITH CHECK (((municipality_id = ( SELECT public.current_municipality() AS current_municipality)) AND (owner_party_id IN ( SELECT public.my_record_parties() AS my_record_parties)) AND (recorded_by = ( SELECT public.current_person() AS current_person))));


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: pg_database_owner
--

GRANT ALL ON SCHEMA public TO brobygger_owner;
GRANT ALL ON SCHEMA public TO brobygger_lookup;
GRANT USAGE ON SCHEMA public TO brobygger_web;
GRANT USAGE ON SCHEMA public TO brobygger_figures;
GRANT USAGE ON SCHEMA public TO brobygger_import;
GRANT USAGE ON SCHEMA public TO brobygger_operator;


--
-- Name: TABLE memberships; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.memberships TO brobygger_lookup;
GRANT SELECT ON TABLE public.memberships TO brobygger_web;
GRANT SELECT ON TABLE public.memberships TO brobygger_import;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships TO brobygger_operator;


--
-- Name: COLUMN memberships.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.memberships TO brobygger_web;
GRANT INSERT(municipality_id) ON TABLE public.memberships TO brobygger_import;


--
-- Name: COLUMN memberships.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(id) ON TABLE public.memberships TO brobygger_web;
GRANT INSERT(id) ON TABLE public.memberships TO brobygger_import;


--
-- Name: COLUMN memberships.person_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(person_id) ON TABLE public.memberships TO brobygger_web;
GRANT INSERT(person_id) ON TABLE public.memberships TO brobygger_import;


--
-- Name: COLUMN memberships.party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(party_id) ON TABLE public.memberships TO brobygger_web;
GRANT INSERT(party_id) ON TABLE public.memberships TO brobygger_import;


--
-- Name: COLUMN memberships.role; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(role) ON TABLE public.memberships TO brobygger_web;
GRANT INSERT(role) ON TABLE public.memberships TO brobygger_import;


--
-- Name: COLUMN memberships.effort; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(effort) ON TABLE public.memberships TO brobygger_web;
GRANT INSERT(effort) ON TABLE public.memberships TO brobygger_import;


--
-- Name: COLUMN memberships.may_decide; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(may_decide) ON TABLE public.memberships TO brobygger_web;
GRANT INSERT(may_decide) ON TABLE public.memberships TO brobygger_import;


--
-- Name: COLUMN memberships.valid_from; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(valid_from) ON TABLE public.memberships TO brobygger_web;
GRANT INSERT(valid_from) ON TABLE public.memberships TO brobygger_import;


--
-- Name: COLUMN memberships.valid_until; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(valid_until),UPDATE(valid_until) ON TABLE public.memberships TO brobygger_web;
GRANT INSERT(valid_until) ON TABLE public.memberships TO brobygger_import;


--
-- Name: TABLE controllers; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT ON TABLE public.controllers TO brobygger_web;
GRANT SELECT,INSERT ON TABLE public.controllers TO brobygger_import;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.controllers TO brobygger_operator;
GRANT SELECT ON TABLE public.controllers TO brobygger_lookup;


--
-- Name: COLUMN controllers.name; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(name) ON TABLE public.controllers TO brobygger_web;


--
-- Name: TABLE parties; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.parties TO brobygger_web;
GRANT SELECT,INSERT ON TABLE public.parties TO brobygger_import;
GRANT SELECT ON TABLE public.parties TO brobygger_figures;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.parties TO brobygger_operator;
GRANT SELECT ON TABLE public.parties TO brobygger_lookup;


--
-- Name: TABLE access_answers; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT ON TABLE public.access_answers TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.access_answers TO brobygger_operator;


--
-- Name: COLUMN access_answers.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(municipality_id) ON TABLE public.access_answers TO brobygger_web;


--
-- Name: COLUMN access_answers.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(owner_party_id) ON TABLE public.access_answers TO brobygger_web;


--
-- Name: COLUMN access_answers.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(id) ON TABLE public.access_answers TO brobygger_web;


--
-- Name: COLUMN access_answers.answer; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(answer),UPDATE(answer) ON TABLE public.access_answers TO brobygger_web;


--
-- Name: COLUMN access_answers.answered_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(answered_by),UPDATE(answered_by) ON TABLE public.access_answers TO brobygger_web;


--
-- Name: COLUMN access_answers.answered_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(answered_at) ON TABLE public.access_answers TO brobygger_web;


--
-- Name: COLUMN access_answers.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(citizen_id),UPDATE(citizen_id) ON TABLE public.access_answers TO brobygger_web;


--
-- Name: TABLE access_requests; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.access_requests TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.access_requests TO brobygger_operator;


--
-- Name: COLUMN access_requests.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(municipality_id),INSERT(municipality_id) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(owner_party_id),INSERT(owner_party_id) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(citizen_id),INSERT(citizen_id) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(id),INSERT(id) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.name; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(name),INSERT(name) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.birth_date; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(birth_date),INSERT(birth_date) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.phone; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(phone),INSERT(phone) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.centre_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(centre_id),INSERT(centre_id) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.address; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(address),INSERT(address) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.how; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(how),INSERT(how) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.recorded_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(recorded_by),INSERT(recorded_by) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.asked_party_ids; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(asked_party_ids),INSERT(asked_party_ids) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.asked_on; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(asked_on) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: COLUMN access_requests.due_on; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(due_on) ON TABLE public.access_requests TO brobygger_web;


--
-- Name: TABLE people; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.people TO brobygger_lookup;
GRANT SELECT,INSERT,UPDATE ON TABLE public.people TO brobygger_web;
GRANT SELECT,INSERT ON TABLE public.people TO brobygger_import;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people TO brobygger_operator;


--
-- Name: TABLE contacts; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.contacts TO brobygger_web;
GRANT INSERT,UPDATE ON TABLE public.contacts TO brobygger_import;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts TO brobygger_operator;
GRANT DELETE ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(municipality_id) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(municipality_id) ON TABLE public.contacts TO brobygger_figures;
GRANT SELECT(municipality_id) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(owner_party_id) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(owner_party_id) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(id) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(id) ON TABLE public.contacts TO brobygger_figures;
GRANT SELECT(id) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(citizen_id) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(citizen_id),UPDATE(citizen_id) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.counted_as; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(counted_as) ON TABLE public.contacts TO brobygger_figures;


--
-- Name: COLUMN contacts.worker_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(worker_id) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(worker_id) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.effort; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(effort) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(effort) ON TABLE public.contacts TO brobygger_figures;


--
-- Name: COLUMN contacts.kind; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(kind) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(kind) ON TABLE public.contacts TO brobygger_figures;
GRANT SELECT(kind) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.venue; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(venue) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(venue) ON TABLE public.contacts TO brobygger_figures;


--
-- Name: COLUMN contacts.centre_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(centre_id) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(centre_id) ON TABLE public.contacts TO brobygger_figures;
GRANT SELECT(centre_id) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.outcome; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(outcome) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(outcome) ON TABLE public.contacts TO brobygger_figures;
GRANT SELECT(outcome) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.day; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(day) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(day) ON TABLE public.contacts TO brobygger_figures;
GRANT SELECT(day) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.clock; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(clock) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(clock) ON TABLE public.contacts TO brobygger_figures;
GRANT SELECT(clock),UPDATE(clock) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.minutes; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(minutes) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(minutes) ON TABLE public.contacts TO brobygger_figures;
GRANT SELECT(minutes) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.topics; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(topics) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(topics) ON TABLE public.contacts TO brobygger_figures;
GRANT SELECT(topics) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.help_forms; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(help_forms) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(help_forms) ON TABLE public.contacts TO brobygger_figures;


--
-- Name: COLUMN contacts.next_thing; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(next_thing),UPDATE(next_thing) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.next_day; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(next_day),UPDATE(next_day) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.next_owner_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(next_owner_id) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.next_done_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(next_done_at),UPDATE(next_done_at) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.agenda; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(agenda),UPDATE(agenda) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.known_before; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(known_before) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(known_before) ON TABLE public.contacts TO brobygger_figures;


--
-- Name: COLUMN contacts.income; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(income) ON TABLE public.contacts TO brobygger_import;
GRANT SELECT(income) ON TABLE public.contacts TO brobygger_figures;


--
-- Name: COLUMN contacts.gender; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(gender) ON TABLE public.contacts TO brobygger_import;
GRANT UPDATE(gender) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.birth_year; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(birth_year) ON TABLE public.contacts TO brobygger_import;
GRANT UPDATE(birth_year) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.import_key; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(import_key) ON TABLE public.contacts TO brobygger_import;
GRANT UPDATE(import_key) ON TABLE public.contacts TO brobygger_lookup;


--
-- Name: COLUMN contacts.version; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(version) ON TABLE public.contacts TO brobygger_import;


--
-- Name: FUNCTION ask_for_sending(message uuid); Type: ACL; Schema: public; Owner: brobygger_owner
--

REVOKE ALL ON FUNCTION public.ask_for_sending(message uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.ask_for_sending(message uuid) TO brobygger_lookup;


--
-- Name: FUNCTION begin_session(here uuid, account uuid, token bytea, opened text, former bytea, device bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.begin_session(here uuid, account uuid, token bytea, opened text, former bytea, device bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.begin_session(here uuid, account uuid, token bytea, opened text, former bytea, device bytea) TO brobygger_app;


--
-- Name: TABLE citizen_links; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.citizen_links TO brobygger_lookup;
GRANT SELECT ON TABLE public.citizen_links TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.citizen_links TO brobygger_operator;


--
-- Name: COLUMN citizen_links.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.citizen_links TO brobygger_web;


--
-- Name: COLUMN citizen_links.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(id) ON TABLE public.citizen_links TO brobygger_web;


--
-- Name: COLUMN citizen_links.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(owner_party_id) ON TABLE public.citizen_links TO brobygger_web;


--
-- Name: COLUMN citizen_links.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(citizen_id) ON TABLE public.citizen_links TO brobygger_web;


--
-- Name: COLUMN citizen_links.other_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(other_party_id) ON TABLE public.citizen_links TO brobygger_web;


--
-- Name: COLUMN citizen_links.other_citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(other_citizen_id) ON TABLE public.citizen_links TO brobygger_web;


--
-- Name: COLUMN citizen_links.made_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(made_by) ON TABLE public.citizen_links TO brobygger_web;


--
-- Name: COLUMN citizen_links.ended_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(ended_at) ON TABLE public.citizen_links TO brobygger_lookup;


--
-- Name: COLUMN citizen_links.ended_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(ended_by) ON TABLE public.citizen_links TO brobygger_lookup;


--
-- Name: FUNCTION linked_to(party uuid, citizen uuid); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.linked_to(party uuid, citizen uuid) FROM PUBLIC;


--
-- Name: TABLE citizens; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.citizens TO brobygger_operator;
GRANT DELETE ON TABLE public.citizens TO brobygger_lookup;


--
-- Name: COLUMN citizens.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(municipality_id),INSERT(municipality_id) ON TABLE public.citizens TO brobygger_web;
GRANT SELECT(municipality_id),INSERT(municipality_id) ON TABLE public.citizens TO brobygger_import;
GRANT SELECT(municipality_id) ON TABLE public.citizens TO brobygger_figures;
GRANT SELECT(municipality_id) ON TABLE public.citizens TO brobygger_lookup;


--
-- Name: COLUMN citizens.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(owner_party_id),INSERT(owner_party_id) ON TABLE public.citizens TO brobygger_web;
GRANT SELECT(owner_party_id),INSERT(owner_party_id) ON TABLE public.citizens TO brobygger_import;
GRANT SELECT(owner_party_id) ON TABLE public.citizens TO brobygger_figures;
GRANT SELECT(owner_party_id) ON TABLE public.citizens TO brobygger_lookup;


--
-- Name: COLUMN citizens.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(id),INSERT(id) ON TABLE public.citizens TO brobygger_web;
GRANT SELECT(id),INSERT(id) ON TABLE public.citizens TO brobygger_import;
GRANT SELECT(id) ON TABLE public.citizens TO brobygger_figures;
GRANT SELECT(id) ON TABLE public.citizens TO brobygger_lookup;


--
-- Name: COLUMN citizens.alias; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(alias),INSERT(alias),UPDATE(alias) ON TABLE public.citizens TO brobygger_web;
GRANT INSERT(alias) ON TABLE public.citizens TO brobygger_import;
GRANT SELECT(alias) ON TABLE public.citizens TO brobygger_lookup;


--
-- Name: COLUMN citizens.person_key; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(person_key),INSERT(person_key) ON TABLE public.citizens TO brobygger_import;
GRANT SELECT(person_key) ON TABLE public.citizens TO brobygger_figures;
GRANT SELECT(person_key) ON TABLE public.citizens TO brobygger_lookup;


--
-- Name: COLUMN citizens.created_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(created_at) ON TABLE public.citizens TO brobygger_web;
GRANT SELECT(created_at) ON TABLE public.citizens TO brobygger_lookup;


--
-- Name: COLUMN citizens.name; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(name),UPDATE(name) ON TABLE public.citizens TO brobygger_web;


--
-- Name: COLUMN citizens.phone; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(phone),UPDATE(phone) ON TABLE public.citizens TO brobygger_web;


--
-- Name: COLUMN citizens.safe_times; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(safe_times),UPDATE(safe_times) ON TABLE public.citizens TO brobygger_web;


--
-- Name: COLUMN citizens.needs; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(needs),UPDATE(needs) ON TABLE public.citizens TO brobygger_web;


--
-- Name: COLUMN citizens.introduced_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(introduced_by),INSERT(introduced_by),UPDATE(introduced_by) ON TABLE public.citizens TO brobygger_web;


--
-- Name: COLUMN citizens.closed_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(closed_at),UPDATE(closed_at) ON TABLE public.citizens TO brobygger_web;
GRANT SELECT(closed_at) ON TABLE public.citizens TO brobygger_lookup;


--
-- Name: COLUMN citizens.locked_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(locked_at),UPDATE(locked_at) ON TABLE public.citizens TO brobygger_web;


--
-- Name: COLUMN citizens.version; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(version) ON TABLE public.citizens TO brobygger_web;


--
-- Name: FUNCTION behind_glass(party uuid, citizen uuid); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.behind_glass(party uuid, citizen uuid) FROM PUBLIC;


--
-- Name: TABLE municipalities; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.municipalities TO brobygger_lookup;
GRANT SELECT ON TABLE public.municipalities TO brobygger_web;
GRANT SELECT ON TABLE public.municipalities TO brobygger_import;
GRANT SELECT ON TABLE public.municipalities TO brobygger_figures;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.municipalities TO brobygger_operator;


--
-- Name: COLUMN municipalities.name; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(name) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: COLUMN municipalities.listed; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(listed) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: COLUMN municipalities.keeps_1_may; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(keeps_1_may) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: COLUMN municipalities.keeps_5_june; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(keeps_5_june) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: COLUMN municipalities.keeps_24_december; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(keeps_24_december) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: COLUMN municipalities.keeps_31_december; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(keeps_31_december) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: COLUMN municipalities.child_concern_text; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(child_concern_text) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: COLUMN municipalities.contact_text; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(contact_text) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: COLUMN municipalities.breaks_glass; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(breaks_glass) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: COLUMN municipalities.names_staff_in_log; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(names_staff_in_log) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: COLUMN municipalities.backup_days; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(backup_days) ON TABLE public.municipalities TO brobygger_web;


--
-- Name: TABLE centres; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.centres TO brobygger_lookup;
GRANT SELECT,INSERT,UPDATE ON TABLE public.centres TO brobygger_web;
GRANT SELECT,INSERT ON TABLE public.centres TO brobygger_import;
GRANT SELECT ON TABLE public.centres TO brobygger_figures;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.centres TO brobygger_operator;


--
-- Name: FUNCTION change_password(here uuid, former bytea, judged text, hashed text, token bytea, device bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.change_password(here uuid, former bytea, judged text, hashed text, token bytea, device bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.change_password(here uuid, former bytea, judged text, hashed text, token bytea, device bytea) TO brobygger_app;


--
-- Name: FUNCTION choose_password(here uuid, token bytea, hashed text, device bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.choose_password(here uuid, token bytea, hashed text, device bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.choose_password(here uuid, token bytea, hashed text, device bytea) TO brobygger_app;


--
-- Name: FUNCTION citizens_called(parties uuid[], ids uuid[], names text[]); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.citizens_called(parties uuid[], ids uuid[], names text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.citizens_called(parties uuid[], ids uuid[], names text[]) TO brobygger_import;
GRANT ALL ON FUNCTION public.citizens_called(parties uuid[], ids uuid[], names text[]) TO brobygger_operator;


--
-- Name: TABLE consents; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.consents TO brobygger_lookup;
GRANT SELECT ON TABLE public.consents TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents TO brobygger_operator;


--
-- Name: COLUMN consents.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(id) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(owner_party_id) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(citizen_id) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.receiving_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(receiving_party_id) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.topics; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(topics) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.ground; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(ground) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.valid_from; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(valid_from) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.valid_until; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(valid_until) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.given_how; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(given_how) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.witness; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(witness) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.recorded_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(recorded_by) ON TABLE public.consents TO brobygger_web;


--
-- Name: COLUMN consents.withdrawn_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(withdrawn_at) ON TABLE public.consents TO brobygger_web;
GRANT UPDATE(withdrawn_at) ON TABLE public.consents TO brobygger_lookup;


--
-- Name: COLUMN consents.withdrawn_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(withdrawn_by) ON TABLE public.consents TO brobygger_web;
GRANT UPDATE(withdrawn_by) ON TABLE public.consents TO brobygger_lookup;


--
-- Name: COLUMN consents.known_person_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(known_person_id) ON TABLE public.consents TO brobygger_web;


--
-- Name: FUNCTION create_link(account uuid, token bytea, hours integer); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.create_link(account uuid, token bytea, hours integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.create_link(account uuid, token bytea, hours integer) TO brobygger_web;
GRANT ALL ON FUNCTION public.create_link(account uuid, token bytea, hours integer) TO brobygger_operator;


--
-- Name: TABLE glass_openings; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.glass_openings TO brobygger_lookup;
GRANT SELECT ON TABLE public.glass_openings TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.glass_openings TO brobygger_operator;


--
-- Name: COLUMN glass_openings.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.glass_openings TO brobygger_web;


--
-- Name: COLUMN glass_openings.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(id) ON TABLE public.glass_openings TO brobygger_web;


--
-- Name: COLUMN glass_openings.person_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(person_id) ON TABLE public.glass_openings TO brobygger_web;


--
-- Name: COLUMN glass_openings.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(owner_party_id) ON TABLE public.glass_openings TO brobygger_web;


--
-- Name: COLUMN glass_openings.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(citizen_id) ON TABLE public.glass_openings TO brobygger_web;


--
-- Name: COLUMN glass_openings.reason; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(reason) ON TABLE public.glass_openings TO brobygger_web;


--
-- Name: COLUMN glass_openings.ground; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(ground) ON TABLE public.glass_openings TO brobygger_web;


--
-- Name: COLUMN glass_openings.until; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(until) ON TABLE public.glass_openings TO brobygger_web;


--
-- Name: COLUMN glass_openings.closed_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(closed_at) ON TABLE public.glass_openings TO brobygger_web;


--
-- Name: FUNCTION digest_of_opening(opening public.glass_openings); Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT ALL ON FUNCTION public.digest_of_opening(opening public.glass_openings) TO brobygger_lookup;
GRANT ALL ON FUNCTION public.digest_of_opening(opening public.glass_openings) TO brobygger_operator;


--
-- Name: FUNCTION end_session(here uuid, token bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.end_session(here uuid, token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.end_session(here uuid, token bytea) TO brobygger_app;


--
-- Name: FUNCTION end_sessions_of(account uuid); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.end_sessions_of(account uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.end_sessions_of(account uuid) TO brobygger_web;
GRANT ALL ON FUNCTION public.end_sessions_of(account uuid) TO brobygger_operator;


--
-- Name: FUNCTION find_account(here uuid, asked_email text, device bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.find_account(here uuid, asked_email text, device bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.find_account(here uuid, asked_email text, device bytea) TO brobygger_app;


--
-- Name: FUNCTION find_link(here uuid, token bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.find_link(here uuid, token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.find_link(here uuid, token bytea) TO brobygger_app;


--
-- Name: FUNCTION find_session(here uuid, token bytea, device bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.find_session(here uuid, token bytea, device bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.find_session(here uuid, token bytea, device bytea) TO brobygger_app;


--
-- Name: FUNCTION find_session_owner(here uuid, token bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.find_session_owner(here uuid, token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.find_session_owner(here uuid, token bytea) TO brobygger_app;


--
-- Name: FUNCTION forget(party uuid, citizen uuid, as_tally boolean, rows bytea[]); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.forget(party uuid, citizen uuid, as_tally boolean, rows bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.forget(party uuid, citizen uuid, as_tally boolean, rows bytea[]) TO brobygger_operator;


--
-- Name: FUNCTION forgive_try(here uuid, try uuid, keys bytea[]); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.forgive_try(here uuid, try uuid, keys bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.forgive_try(here uuid, try uuid, keys bytea[]) TO brobygger_app;


--
-- Name: TABLE appointments; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.appointments TO brobygger_web;
GRANT SELECT ON TABLE public.appointments TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.appointments TO brobygger_operator;


--
-- Name: TABLE helper_shares; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.helper_shares TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.helper_shares TO brobygger_operator;


--
-- Name: COLUMN helper_shares.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(municipality_id),INSERT(municipality_id) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(owner_party_id),INSERT(owner_party_id) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(citizen_id),INSERT(citizen_id) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(id),INSERT(id) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.helper_name; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(helper_name),INSERT(helper_name) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.helper_kind; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(helper_kind),INSERT(helper_kind) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.valid_until; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(valid_until),INSERT(valid_until) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.link_hash; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(link_hash) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.code_hash; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(code_hash) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.wrong_codes; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(wrong_codes) ON TABLE public.helper_shares TO brobygger_web;
GRANT UPDATE(wrong_codes) ON TABLE public.helper_shares TO brobygger_lookup;


--
-- Name: COLUMN helper_shares.browser_hash; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(browser_hash) ON TABLE public.helper_shares TO brobygger_lookup;


--
-- Name: COLUMN helper_shares.opened_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(opened_at) ON TABLE public.helper_shares TO brobygger_web;
GRANT UPDATE(opened_at) ON TABLE public.helper_shares TO brobygger_lookup;


--
-- Name: COLUMN helper_shares.given_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(given_by),INSERT(given_by) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.given_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(given_at) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.withdrawn_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(withdrawn_at),UPDATE(withdrawn_at) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: COLUMN helper_shares.withdrawn_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(withdrawn_by),UPDATE(withdrawn_by) ON TABLE public.helper_shares TO brobygger_web;


--
-- Name: TABLE helper_things; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.helper_things TO brobygger_web;
GRANT SELECT ON TABLE public.helper_things TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.helper_things TO brobygger_operator;


--
-- Name: COLUMN helper_things.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.helper_things TO brobygger_web;


--
-- Name: COLUMN helper_things.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(owner_party_id) ON TABLE public.helper_things TO brobygger_web;


--
-- Name: COLUMN helper_things.share_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(share_id) ON TABLE public.helper_things TO brobygger_web;


--
-- Name: COLUMN helper_things.kind; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(kind) ON TABLE public.helper_things TO brobygger_web;


--
-- Name: COLUMN helper_things.thing_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(thing_id) ON TABLE public.helper_things TO brobygger_web;


--
-- Name: COLUMN helper_things.changed_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(changed_at) ON TABLE public.helper_things TO brobygger_web;
GRANT UPDATE(changed_at) ON TABLE public.helper_things TO brobygger_lookup;


--
-- Name: TABLE plan_parts; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plan_parts TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_parts TO brobygger_operator;
GRANT SELECT ON TABLE public.plan_parts TO brobygger_lookup;


--
-- Name: TABLE steps; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.steps TO brobygger_web;
GRANT SELECT ON TABLE public.steps TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.steps TO brobygger_operator;


--
-- Name: TABLE tasks; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.tasks TO brobygger_web;
GRANT SELECT ON TABLE public.tasks TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tasks TO brobygger_operator;


--
-- Name: FUNCTION helper_view(here uuid, party uuid, share uuid); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.helper_view(here uuid, party uuid, share uuid) FROM PUBLIC;


--
-- Name: TABLE notes; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.notes TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notes TO brobygger_operator;
GRANT SELECT ON TABLE public.notes TO brobygger_lookup;


--
-- Name: COLUMN notes.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.notes TO brobygger_web;


--
-- Name: COLUMN notes.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(owner_party_id) ON TABLE public.notes TO brobygger_web;


--
-- Name: COLUMN notes.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(id) ON TABLE public.notes TO brobygger_web;


--
-- Name: COLUMN notes.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(citizen_id) ON TABLE public.notes TO brobygger_web;


--
-- Name: COLUMN notes.kind; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(kind),UPDATE(kind) ON TABLE public.notes TO brobygger_web;


--
-- Name: COLUMN notes.topic; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(topic),UPDATE(topic) ON TABLE public.notes TO brobygger_web;


--
-- Name: COLUMN notes.words; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(words),UPDATE(words) ON TABLE public.notes TO brobygger_web;


--
-- Name: COLUMN notes.written_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(written_by) ON TABLE public.notes TO brobygger_web;


--
-- Name: FUNCTION list_demo_sign_ins(asked text); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.list_demo_sign_ins(asked text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.list_demo_sign_ins(asked text) TO brobygger_app;


--
-- Name: FUNCTION log_access(kind text, subjects text[], ids uuid[], parties uuid[], words bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.log_access(kind text, subjects text[], ids uuid[], parties uuid[], words bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.log_access(kind text, subjects text[], ids uuid[], parties uuid[], words bytea) TO brobygger_web;
GRANT ALL ON FUNCTION public.log_access(kind text, subjects text[], ids uuid[], parties uuid[], words bytea) TO brobygger_figures;
GRANT ALL ON FUNCTION public.log_access(kind text, subjects text[], ids uuid[], parties uuid[], words bytea) TO brobygger_import;
GRANT ALL ON FUNCTION public.log_access(kind text, subjects text[], ids uuid[], parties uuid[], words bytea) TO brobygger_operator;


--
-- Name: FUNCTION log_own_access(account uuid); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.log_own_access(account uuid) FROM PUBLIC;


--
-- Name: FUNCTION look_as_helper(here uuid, browser bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.look_as_helper(here uuid, browser bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.look_as_helper(here uuid, browser bytea) TO brobygger_app;


--
-- Name: TABLE access_log; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT ON TABLE public.access_log TO brobygger_lookup;
GRANT SELECT ON TABLE public.access_log TO brobygger_web;
GRANT SELECT,DELETE ON TABLE public.access_log TO brobygger_operator;


--
-- Name: COLUMN access_log.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(municipality_id) ON TABLE public.access_log TO brobygger_lookup;


--
-- Name: COLUMN access_log.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(id) ON TABLE public.access_log TO brobygger_lookup;


--
-- Name: COLUMN access_log.words; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(words) ON TABLE public.access_log TO brobygger_operator;


--
-- Name: COLUMN access_log.batch; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(batch) ON TABLE public.access_log TO brobygger_operator;
GRANT SELECT(batch) ON TABLE public.access_log TO brobygger_lookup;


--
-- Name: TABLE access_log_subjects; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT ON TABLE public.access_log_subjects TO brobygger_lookup;
GRANT SELECT ON TABLE public.access_log_subjects TO brobygger_web;
GRANT SELECT,DELETE ON TABLE public.access_log_subjects TO brobygger_operator;


--
-- Name: FUNCTION looked_months(party uuid, citizen uuid, upto bigint); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.looked_months(party uuid, citizen uuid, upto bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.looked_months(party uuid, citizen uuid, upto bigint) TO brobygger_web;


--
-- Name: FUNCTION looks_at(party uuid, citizen uuid, first timestamp with time zone, until timestamp with time zone, upto bigint); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.looks_at(party uuid, citizen uuid, first timestamp with time zone, until timestamp with time zone, upto bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.looks_at(party uuid, citizen uuid, first timestamp with time zone, until timestamp with time zone, upto bigint) TO brobygger_web;


--
-- Name: FUNCTION make_tallies(party uuid, talks uuid[], rows bytea[]); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.make_tallies(party uuid, talks uuid[], rows bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.make_tallies(party uuid, talks uuid[], rows bytea[]) TO brobygger_operator;


--
-- Name: FUNCTION may_manage_accounts(); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.may_manage_accounts() FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_manage_accounts() TO brobygger_web;
GRANT ALL ON FUNCTION public.may_manage_accounts() TO brobygger_operator;


--
-- Name: FUNCTION open_helper_share(here uuid, link bytea, code bytea, browser bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.open_helper_share(here uuid, link bytea, code bytea, browser bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.open_helper_share(here uuid, link bytea, code bytea, browser bytea) TO brobygger_app;


--
-- Name: FUNCTION packed_month(municipality uuid, of_month date); Type: ACL; Schema: public; Owner: brobygger_owner
--

REVOKE ALL ON FUNCTION public.packed_month(municipality uuid, of_month date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.packed_month(municipality uuid, of_month date) TO brobygger_figures;
GRANT ALL ON FUNCTION public.packed_month(municipality uuid, of_month date) TO brobygger_operator;


--
-- Name: TABLE plans; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans TO brobygger_web;
GRANT SELECT ON TABLE public.plans TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans TO brobygger_operator;


--
-- Name: FUNCTION pass_second_factor(here uuid, former bytea, token bytea, step bigint, secret bytea, device bytea); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.pass_second_factor(here uuid, former bytea, token bytea, step bigint, secret bytea, device bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.pass_second_factor(here uuid, former bytea, token bytea, step bigint, secret bytea, device bytea) TO brobygger_app;


--
-- Name: FUNCTION person_behind(municipality uuid, party uuid, citizen uuid); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.person_behind(municipality uuid, party uuid, citizen uuid) FROM PUBLIC;


--
-- Name: FUNCTION quiet_looks(first timestamp with time zone, until timestamp with time zone, apart text[], quiet_days integer, ahead_days integer); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.quiet_looks(first timestamp with time zone, until timestamp with time zone, apart text[], quiet_days integer, ahead_days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.quiet_looks(first timestamp with time zone, until timestamp with time zone, apart text[], quiet_days integer, ahead_days integer) TO brobygger_web;


--
-- Name: FUNCTION reset_second_factor(account uuid); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.reset_second_factor(account uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.reset_second_factor(account uuid) TO brobygger_web;
GRANT ALL ON FUNCTION public.reset_second_factor(account uuid) TO brobygger_operator;


--
-- Name: FUNCTION send_forgotten_link(here uuid, asked_email text, token bytea, message uuid, subject text, body text); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.send_forgotten_link(here uuid, asked_email text, token bytea, message uuid, subject text, body text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.send_forgotten_link(here uuid, asked_email text, token bytea, message uuid, subject text, body text) TO brobygger_app;


--
-- Name: TABLE outbox; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.outbox TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outbox TO brobygger_operator;
GRANT INSERT,DELETE ON TABLE public.outbox TO brobygger_lookup;


--
-- Name: COLUMN outbox.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(municipality_id) ON TABLE public.outbox TO brobygger_lookup;


--
-- Name: COLUMN outbox.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(id) ON TABLE public.outbox TO brobygger_lookup;


--
-- Name: COLUMN outbox.sent_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(sent_at),UPDATE(sent_at) ON TABLE public.outbox TO brobygger_lookup;


--
-- Name: COLUMN outbox.share_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(share_party_id) ON TABLE public.outbox TO brobygger_lookup;


--
-- Name: COLUMN outbox.share_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(share_id) ON TABLE public.outbox TO brobygger_lookup;


--
-- Name: FUNCTION take_try(here uuid, try uuid, keys bytea[], free integer[], longest integer[], hours integer[]); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.take_try(here uuid, try uuid, keys bytea[], free integer[], longest integer[], hours integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.take_try(here uuid, try uuid, keys bytea[], free integer[], longest integer[], hours integer[]) TO brobygger_app;


--
-- Name: FUNCTION tell_both(party uuid, subject text, body text); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.tell_both(party uuid, subject text, body text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.tell_both(party uuid, subject text, body text) TO brobygger_web;
GRANT ALL ON FUNCTION public.tell_both(party uuid, subject text, body text) TO brobygger_operator;


--
-- Name: FUNCTION trace(kind text, change jsonb); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.trace(kind text, change jsonb) FROM PUBLIC;


--
-- Name: FUNCTION trace_controller(); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.trace_controller() FROM PUBLIC;


--
-- Name: FUNCTION trace_glass(); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.trace_glass() FROM PUBLIC;


--
-- Name: FUNCTION trace_month(); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.trace_month() FROM PUBLIC;


--
-- Name: FUNCTION trace_role(); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.trace_role() FROM PUBLIC;


--
-- Name: FUNCTION trace_rule(); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.trace_rule() FROM PUBLIC;


--
-- Name: FUNCTION trace_switch(); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.trace_switch() FROM PUBLIC;


--
-- Name: FUNCTION unsealed_municipalities(); Type: ACL; Schema: public; Owner: brobygger_lookup
--

REVOKE ALL ON FUNCTION public.unsealed_municipalities() FROM PUBLIC;
GRANT ALL ON FUNCTION public.unsealed_municipalities() TO brobygger_operator;


--
-- Name: TABLE absences; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.absences TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.absences TO brobygger_operator;


--
-- Name: SEQUENCE access_log_id_seq; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT USAGE ON SEQUENCE public.access_log_id_seq TO brobygger_lookup;


--
-- Name: TABLE accounts; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts TO brobygger_operator;


--
-- Name: COLUMN accounts.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(municipality_id),INSERT(municipality_id) ON TABLE public.accounts TO brobygger_web;


--
-- Name: COLUMN accounts.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(id),INSERT(id) ON TABLE public.accounts TO brobygger_web;


--
-- Name: COLUMN accounts.person_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(person_id),INSERT(person_id) ON TABLE public.accounts TO brobygger_web;


--
-- Name: COLUMN accounts.email; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(email),INSERT(email),UPDATE(email) ON TABLE public.accounts TO brobygger_web;


--
-- Name: COLUMN accounts.has_password; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(has_password) ON TABLE public.accounts TO brobygger_web;


--
-- Name: COLUMN accounts.totp_confirmed_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(totp_confirmed_at) ON TABLE public.accounts TO brobygger_web;


--
-- Name: COLUMN accounts.closed_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(closed_at),UPDATE(closed_at) ON TABLE public.accounts TO brobygger_web;


--
-- Name: COLUMN accounts.created_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(created_at) ON TABLE public.accounts TO brobygger_web;


--
-- Name: TABLE arrivals; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.arrivals TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.arrivals TO brobygger_operator;


--
-- Name: TABLE centre_days; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.centre_days TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.centre_days TO brobygger_operator;


--
-- Name: TABLE centre_hours; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.centre_hours TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.centre_hours TO brobygger_operator;


--
-- Name: TABLE citizen_acts; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.citizen_acts TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.citizen_acts TO brobygger_operator;


--
-- Name: COLUMN citizen_acts.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.citizen_acts TO brobygger_web;


--
-- Name: COLUMN citizen_acts.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(owner_party_id) ON TABLE public.citizen_acts TO brobygger_web;


--
-- Name: COLUMN citizen_acts.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(citizen_id) ON TABLE public.citizen_acts TO brobygger_web;


--
-- Name: COLUMN citizen_acts.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(id) ON TABLE public.citizen_acts TO brobygger_web;


--
-- Name: COLUMN citizen_acts.act; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(act) ON TABLE public.citizen_acts TO brobygger_web;


--
-- Name: COLUMN citizen_acts.how; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(how) ON TABLE public.citizen_acts TO brobygger_web;


--
-- Name: COLUMN citizen_acts.recorded_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(recorded_by) ON TABLE public.citizen_acts TO brobygger_web;


--
-- Name: TABLE citizen_numbers; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.citizen_numbers TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.citizen_numbers TO brobygger_operator;


--
-- Name: COLUMN citizen_numbers.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(municipality_id) ON TABLE public.citizen_numbers TO brobygger_lookup;


--
-- Name: COLUMN citizen_numbers.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT(owner_party_id) ON TABLE public.citizen_numbers TO brobygger_lookup;


--
-- Name: TABLE contact_versions; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.contact_versions TO brobygger_lookup;
GRANT SELECT ON TABLE public.contact_versions TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contact_versions TO brobygger_operator;


--
-- Name: TABLE controller_contacts; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.controller_contacts TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.controller_contacts TO brobygger_operator;


--
-- Name: COLUMN controller_contacts.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.controller_contacts TO brobygger_web;


--
-- Name: COLUMN controller_contacts.controller_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(controller_id) ON TABLE public.controller_contacts TO brobygger_web;


--
-- Name: COLUMN controller_contacts.contact; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(contact),UPDATE(contact) ON TABLE public.controller_contacts TO brobygger_web;


--
-- Name: COLUMN controller_contacts.officer; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(officer),UPDATE(officer) ON TABLE public.controller_contacts TO brobygger_web;


--
-- Name: TABLE figure_changes; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT ON TABLE public.figure_changes TO brobygger_lookup;
GRANT SELECT ON TABLE public.figure_changes TO brobygger_figures;
GRANT SELECT,DELETE ON TABLE public.figure_changes TO brobygger_operator;


--
-- Name: TABLE figure_months; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.figure_months TO brobygger_figures;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_months TO brobygger_operator;


--
-- Name: TABLE figure_sums; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.figure_sums TO brobygger_figures;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figure_sums TO brobygger_operator;


--
-- Name: TABLE forgotten_rows; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.forgotten_rows TO brobygger_import;
GRANT INSERT ON TABLE public.forgotten_rows TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.forgotten_rows TO brobygger_operator;


--
-- Name: TABLE handovers; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.handovers TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.handovers TO brobygger_operator;


--
-- Name: COLUMN handovers.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.handovers TO brobygger_web;


--
-- Name: COLUMN handovers.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(owner_party_id) ON TABLE public.handovers TO brobygger_web;


--
-- Name: COLUMN handovers.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(id) ON TABLE public.handovers TO brobygger_web;


--
-- Name: COLUMN handovers.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(citizen_id) ON TABLE public.handovers TO brobygger_web;


--
-- Name: COLUMN handovers.note_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(note_id) ON TABLE public.handovers TO brobygger_web;


--
-- Name: COLUMN handovers.contact_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(contact_id) ON TABLE public.handovers TO brobygger_web;


--
-- Name: COLUMN handovers.version; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(version) ON TABLE public.handovers TO brobygger_web;


--
-- Name: COLUMN handovers.number; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(number) ON TABLE public.handovers TO brobygger_web;


--
-- Name: COLUMN handovers.handed_over_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(handed_over_by) ON TABLE public.handovers TO brobygger_web;


--
-- Name: TABLE helper_looks; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.helper_looks TO brobygger_web;
GRANT INSERT ON TABLE public.helper_looks TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.helper_looks TO brobygger_operator;


--
-- Name: TABLE imports; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.imports TO brobygger_web;
GRANT SELECT,INSERT ON TABLE public.imports TO brobygger_import;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports TO brobygger_operator;


--
-- Name: TABLE known_devices; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.known_devices TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.known_devices TO brobygger_operator;


--
-- Name: TABLE log_batches; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.log_batches TO brobygger_web;
GRANT SELECT,INSERT,DELETE ON TABLE public.log_batches TO brobygger_operator;


--
-- Name: TABLE log_checks; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.log_checks TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.log_checks TO brobygger_operator;


--
-- Name: COLUMN log_checks.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.log_checks TO brobygger_web;


--
-- Name: COLUMN log_checks.draw_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(draw_id) ON TABLE public.log_checks TO brobygger_web;


--
-- Name: COLUMN log_checks.log_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(log_id) ON TABLE public.log_checks TO brobygger_web;


--
-- Name: COLUMN log_checks.first_day; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(first_day) ON TABLE public.log_checks TO brobygger_web;


--
-- Name: COLUMN log_checks.last_day; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(last_day) ON TABLE public.log_checks TO brobygger_web;


--
-- Name: COLUMN log_checks.drawn_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(drawn_by) ON TABLE public.log_checks TO brobygger_web;


--
-- Name: COLUMN log_checks.result; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(result) ON TABLE public.log_checks TO brobygger_web;


--
-- Name: COLUMN log_checks.remark; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(remark) ON TABLE public.log_checks TO brobygger_web;


--
-- Name: COLUMN log_checks.checked_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(checked_by) ON TABLE public.log_checks TO brobygger_web;


--
-- Name: TABLE one_time_links; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.one_time_links TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.one_time_links TO brobygger_operator;


--
-- Name: TABLE person_photos; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.person_photos TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.person_photos TO brobygger_operator;


--
-- Name: TABLE plan_people; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plan_people TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_people TO brobygger_operator;


--
-- Name: TABLE powers_of_attorney; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.powers_of_attorney TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.powers_of_attorney TO brobygger_operator;


--
-- Name: COLUMN powers_of_attorney.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.owner_party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(owner_party_id) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.citizen_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(citizen_id) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(id) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.to_name; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(to_name) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.to_kind; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(to_kind) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.scope; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(scope) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.topics; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(topics) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.valid_from; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(valid_from) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.valid_until; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(valid_until) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.given_how; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(given_how) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.witness; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(witness) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.recorded_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(recorded_by) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.withdrawn_at; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(withdrawn_at) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: COLUMN powers_of_attorney.withdrawn_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(withdrawn_by) ON TABLE public.powers_of_attorney TO brobygger_web;


--
-- Name: TABLE presence_changes; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.presence_changes TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.presence_changes TO brobygger_operator;


--
-- Name: TABLE presence_times; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.presence_times TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.presence_times TO brobygger_operator;
GRANT SELECT,INSERT ON TABLE public.presence_times TO brobygger_import;


--
-- Name: TABLE record_versions; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT ON TABLE public.record_versions TO brobygger_lookup;
GRANT SELECT ON TABLE public.record_versions TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_versions TO brobygger_operator;


--
-- Name: COLUMN record_versions.stood; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(stood) ON TABLE public.record_versions TO brobygger_lookup;


--
-- Name: TABLE retention_rules; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.retention_rules TO brobygger_web;
GRANT INSERT ON TABLE public.retention_rules TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.retention_rules TO brobygger_operator;


--
-- Name: COLUMN retention_rules.kle; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(kle) ON TABLE public.retention_rules TO brobygger_web;


--
-- Name: COLUMN retention_rules.months; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(months) ON TABLE public.retention_rules TO brobygger_web;


--
-- Name: COLUMN retention_rules.act; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(act) ON TABLE public.retention_rules TO brobygger_web;


--
-- Name: COLUMN retention_rules.checked_on; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(checked_on) ON TABLE public.retention_rules TO brobygger_web;


--
-- Name: COLUMN retention_rules.checked_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(checked_by) ON TABLE public.retention_rules TO brobygger_web;


--
-- Name: COLUMN retention_rules.version; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(version) ON TABLE public.retention_rules TO brobygger_web;


--
-- Name: TABLE retention_runs; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.retention_runs TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.retention_runs TO brobygger_operator;


--
-- Name: TABLE role_offers; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT ON TABLE public.role_offers TO brobygger_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.role_offers TO brobygger_operator;


--
-- Name: COLUMN role_offers.municipality_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(municipality_id) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: COLUMN role_offers.id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(id) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: COLUMN role_offers.person_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(person_id) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: COLUMN role_offers.party_id; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(party_id) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: COLUMN role_offers.role; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(role) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: COLUMN role_offers.effort; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(effort) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: COLUMN role_offers.valid_from; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(valid_from) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: COLUMN role_offers.valid_until; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(valid_until) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: COLUMN role_offers.offered_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT INSERT(offered_by) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: COLUMN role_offers.answered_by; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(answered_by) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: COLUMN role_offers.accepted; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT UPDATE(accepted) ON TABLE public.role_offers TO brobygger_web;


--
-- Name: TABLE rooms; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rooms TO brobygger_web;
GRANT SELECT,INSERT ON TABLE public.rooms TO brobygger_import;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rooms TO brobygger_operator;


--
-- Name: TABLE sessions; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO brobygger_operator;


--
-- Name: TABLE sign_in_tries; Type: ACL; Schema: public; Owner: brobygger_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_tries TO brobygger_lookup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_tries TO brobygger_operator;


--
-- PostgreSQL database dump complete
--


