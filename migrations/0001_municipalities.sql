-- Who is asking, and the municipalities that everything belongs to.
--
-- Each request opens one transaction, takes one of the roles below and says who asks and why in
-- three settings that end with the transaction. Policies call the functions here, never the settings.
--   brobygger_web      people at pages          brobygger_figures  the columns that the figures need
--   brobygger_import   spreadsheets coming in    brobygger_operator the command line and the jobs
--   brobygger_lookup   owns the functions that must look before there is an actor; nobody signs in as it

create function current_municipality() returns uuid language sql stable
  return nullif(current_setting('app.municipality', true), '')::uuid;
create function current_person() returns uuid language sql stable
  return nullif(current_setting('app.person', true), '')::uuid;
create function current_purpose() returns text language sql stable
  return nullif(current_setting('app.purpose', true), '');
-- The slug that somebody typed in the address bar: all that is known before there is a municipality.
create function asked_slug() returns text language sql stable
  return nullif(current_setting('app.slug', true), '');
-- Rights begin and end with days, and the days are those of Danish clocks.
create function danish_today() returns date language sql stable
  return (now() at time zone 'Europe/Copenhagen')::date;

grant usage on schema public to brobygger_web, brobygger_figures, brobygger_import, brobygger_operator, brobygger_lookup;

-- A municipality, the tenant. `keeps_*`: whether the day counts as a holiday here.
create table municipalities (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$'),
  name text not null check (length(btrim(name)) between 1 and 80),
  listed boolean not null default true,
  keeps_1_may boolean not null default false,
  keeps_5_june boolean not null default true,
  keeps_24_december boolean not null default true,
  keeps_31_december boolean not null default true,
  -- The municipality's own words on whom to ring when somebody worries about a child.
  child_concern_text text check (length(child_concern_text) <= 2000),
  -- Whom to tell when something here does not work; the accessibility page says it.
  contact_text text check (length(contact_text) <= 500),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
alter table municipalities enable row level security;
alter table municipalities force row level security;

-- Who answers for the data under the law: the municipality for all of its own, each private centre for itself.
create table controllers (
  municipality_id uuid not null references municipalities on delete cascade,
  id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 120),
  kind text not null check (kind in ('public', 'private')),
  primary key (municipality_id, id)
);
create unique index one_public_controller on controllers (municipality_id) where kind = 'public';
alter table controllers enable row level security;
alter table controllers force row level security;

-- The smallest group of colleagues who see each other's records. `from_words` ends the role line on
-- the board: "Sagsbehandler fra jobcentret".
create table parties (
  municipality_id uuid not null,
  id uuid not null,
  controller_id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 120),
  from_words text not null check (length(btrim(from_words)) between 1 and 120),
  kind text not null check (kind in ('unit', 'centre')),
  imported boolean not null default false,
  primary key (municipality_id, id),
  unique (municipality_id, name),
  foreign key (municipality_id, controller_id) references controllers on delete restrict
);
alter table parties enable row level security;
alter table parties force row level security;

-- A person who works or volunteers. The public name is their own choice; phone and photo are shown
-- by their own yes. An imported one is a name in old records: no sign-in, not on the board.
create table people (
  municipality_id uuid not null references municipalities on delete cascade,
  id uuid not null,
  public_name text not null check (length(btrim(public_name)) between 1 and 80),
  trade text not null default '' check (length(trade) <= 80),
  work_phone text check (work_phone ~ '^\+?[0-9]{8,15}$'),
  phone_public boolean not null default false,
  photo_public boolean not null default false,
  come_with text not null default '' check (length(come_with) <= 200),
  imported boolean not null default false,
  primary key (municipality_id, id)
);
create index people_by_name on people (municipality_id, public_name);
alter table people enable row level security;
alter table people force row level security;

create table person_photos (
  municipality_id uuid not null,
  person_id uuid not null,
  content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/webp')),
  image bytea not null check (octet_length(image) <= 512000),
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references people on delete cascade
);
alter table person_photos enable row level security;
alter table person_photos force row level security;

-- Who holds which role where, and when. Rows end; they are not overwritten: "who could see this in
-- March" must have an answer. Roles of a whole municipality have no party. Days decide what one may; the
-- instants say from which moment of the first day, and until which moment of the last.
create table memberships (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  party_id uuid,
  role text not null check (role in ('outreach_worker', 'centre_staff', 'centre_manager', 'volunteer',
    'coordinator', 'project_leader', 'leader', 'administrator', 'data_protection_officer')),
  effort text check (effort in ('casework', 'substanceUse', 'contactPerson', 'health', 'employment')),
  -- May this person, in this role, decide something in a citizen's case?
  may_decide boolean not null default false,
  valid_from date not null,
  valid_until date,
  -- When it was written down, and when it was taken back at once; null where it ends, or will end, with its last day.
  given_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references people on delete cascade,
  foreign key (municipality_id, party_id) references parties on delete restrict,
  -- A row that was taken back before it was a day old holds on no day, and stays as an answer.
  check (valid_until >= valid_from - 1),
  check ((party_id is null) = (role in ('project_leader', 'leader', 'administrator', 'data_protection_officer'))),
  -- The roles stay clear (domain 117): only the municipality's outreach workers may hold authority.
  check (not may_decide or role in ('outreach_worker', 'coordinator'))
);
create index memberships_of_person on memberships (municipality_id, person_id);
create index memberships_of_party on memberships (municipality_id, party_id);
alter table memberships enable row level security;
alter table memberships force row level security;

-- The clock is the database's own. Whoever sets a house up may tell of roles that were held before it was.
create function membership_instants() returns trigger language plpgsql as $$
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
create trigger membership_instants before insert or update on memberships for each row execute function membership_instants();

-- What the asking person may, read afresh in every transaction: a right that ends is refused on the
-- next request. The functions look as brobygger_lookup, so that no policy has to read memberships
-- under the asker's own eyes. Sets say how many `rows` they have at most times: PostgreSQL takes a thousand for
-- granted, and makes room for them each time that a policy asks.
create function i_am(variadic roles text[]) returns boolean language sql stable security definer set search_path = public
  return exists (select from memberships where municipality_id = current_municipality()
    and person_id = current_person() and role = any (roles)
    and valid_from <= danish_today() and (valid_until is null or valid_until >= danish_today()));

create function my_parties(variadic roles text[]) returns setof uuid language sql stable rows 2 security definer set search_path = public
  begin atomic
    select party_id from memberships where municipality_id = current_municipality()
      and person_id = current_person() and role = any (roles) and party_id is not null
      and valid_from <= danish_today() and (valid_until is null or valid_until >= danish_today());
  end;

-- Parties whose records I see: my own, in a role that sees records.
create function my_record_parties() returns setof uuid language sql stable rows 2 security definer set search_path = public
  begin atomic
    select my_parties('outreach_worker', 'centre_staff', 'centre_manager', 'coordinator');
  end;

create function my_managed_parties() returns setof uuid language sql stable rows 2 security definer set search_path = public
  begin atomic
    select my_parties('centre_manager', 'coordinator');
  end;

-- Roles that see the records of their party, as `my_record_parties` has them.
create function sees_records(role text) returns boolean language sql immutable
  return role in ('outreach_worker', 'centre_staff', 'centre_manager', 'coordinator');

-- Parties that somebody other than the municipality answers for, and those of them that I lead.
create function private_parties() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select p.id from parties p join controllers k on k.municipality_id = p.municipality_id and k.id = p.controller_id
      where p.municipality_id = current_municipality() and k.kind = 'private';
  end;
create function parties_i_lead() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select p from private_parties() p where p in (select my_parties('centre_manager'));
  end;

-- Private parties in which somebody sees or has seen records, and that I do not lead: a file brings nothing to them.
create function closed_to_files() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select p from private_parties() p where p not in (select parties_i_lead())
      and exists (select from memberships m where m.municipality_id = current_municipality() and m.party_id = p
        and (m.role = 'centre_manager' or (sees_records(m.role) and (m.valid_until is null or m.valid_until >= m.valid_from))));
  end;

-- People whose hours, absence and public details I may change: mine, those of a party I manage, an
-- administrator everybody's.
create function people_i_manage() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select current_person() where current_person() is not null
    union
    select person_id from memberships where municipality_id = current_municipality()
      and party_id in (select my_managed_parties())
    union
    select id from people where municipality_id = current_municipality() and i_am('administrator');
  end;

create function i_see_figures() returns boolean language sql stable security definer set search_path = public
  return i_am('outreach_worker', 'centre_staff', 'centre_manager', 'coordinator', 'project_leader', 'leader', 'administrator');

-- Before there is an actor: the municipality of an address, and the ones on the front page.
create function find_municipality(asked text) returns table (id uuid, slug text, name text, demo boolean)
  language plpgsql volatile security definer set search_path = public as $$
begin
  perform set_config('app.slug', asked, true);
  return query select m.id, m.slug, m.name, m.demo from municipalities m where m.slug = asked;
end $$;
create function list_municipalities() returns table (id uuid, slug text, name text, demo boolean)
  language sql stable security definer set search_path = public
  begin atomic
    select id, slug, name, demo from municipalities where listed order by name;
  end;

alter function i_am(text[]) owner to brobygger_lookup;
alter function my_parties(text[]) owner to brobygger_lookup;
alter function my_record_parties() owner to brobygger_lookup;
alter function my_managed_parties() owner to brobygger_lookup;
alter function private_parties() owner to brobygger_lookup;
alter function parties_i_lead() owner to brobygger_lookup;
alter function closed_to_files() owner to brobygger_lookup;
alter function people_i_manage() owner to brobygger_lookup;
alter function i_see_figures() owner to brobygger_lookup;
alter function find_municipality(text) owner to brobygger_lookup;
alter function list_municipalities() owner to brobygger_lookup;

grant select on municipalities, memberships, people to brobygger_lookup;
create policy lookup on municipalities for select to brobygger_lookup using (listed or slug = (select asked_slug()));
create policy lookup on memberships for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on people for select to brobygger_lookup using (municipality_id = (select current_municipality()));

-- What stands on the public board may be read by everybody, in one municipality at a time.
grant select on municipalities, controllers, parties, people, person_photos, memberships to brobygger_web;
grant update (name, listed, keeps_1_may, keeps_5_june, keeps_24_december, keeps_31_december,
    child_concern_text, contact_text)
  on municipalities to brobygger_web;
grant insert, update on parties, people to brobygger_web;
-- Whether the municipality or somebody else answers is said once.
grant insert, update (name) on controllers to brobygger_web;
grant insert, update, delete on person_photos to brobygger_web;
-- Nobody rewrites who could see what: a membership is added, and it ends.
grant insert (municipality_id, id, person_id, party_id, role, effort, may_decide, valid_from, valid_until), update (valid_until)
  on memberships to brobygger_web;
create policy read on municipalities for select to brobygger_web using (id = (select current_municipality()));
create policy change on municipalities for update to brobygger_web
  using (id = (select current_municipality()) and (select i_am('administrator')))
  with check (id = (select current_municipality()));
create policy read on controllers for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy change on controllers for all to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('administrator')));
create policy read on parties for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy change on parties for all to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('administrator')));
create policy read on people for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy change on people for all to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('administrator')));
-- One's own name, phone and photo are one's own yes, and nobody else's.
create policy mine on people for update to brobygger_web
  using (municipality_id = (select current_municipality()) and id = (select current_person()));
create policy read on person_photos for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and person_id in (select id from people where municipality_id = (select current_municipality()) and photo_public));
create policy mine on person_photos for all to brobygger_web
  using (municipality_id = (select current_municipality()) and person_id = (select current_person()));
create policy read on memberships for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy add on memberships for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and (select i_am('administrator'))
    and valid_from >= danish_today());
create policy finish on memberships for update to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('administrator'))
    and (valid_until is null or valid_until >= danish_today()))
  with check (municipality_id = (select current_municipality())
    and (valid_until is null or valid_until >= danish_today() - 1));

-- An administrator may write down a person, and never says that person's yes.
create function own_yes() returns trigger language plpgsql as $$
begin
  if current_user = 'brobygger_web' and new.id is distinct from current_person()
    and (new.phone_public and (tg_op = 'INSERT' or not old.phone_public)
      or new.photo_public and (tg_op = 'INSERT' or not old.photo_public)) then
    raise exception 'a telephone or a photo is shown by the person''s own yes';
  end if;
  return null;
end $$;
create trigger own_yes after insert or update on people for each row execute function own_yes();

-- A spreadsheet may bring units, centres and workers that are not known yet.
create function importing() returns boolean language sql stable
  return current_purpose() like 'import.%' and i_am('administrator');
grant select, insert on controllers, parties, people to brobygger_import;
grant select, insert (municipality_id, id, person_id, party_id, role, effort, may_decide, valid_from, valid_until)
  on memberships to brobygger_import;
grant select on municipalities to brobygger_import;
create policy import on municipalities for select to brobygger_import
  using (id = (select current_municipality()) and (select importing()));
create policy import on controllers for all to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing()));
create policy import on parties for all to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing()));
create policy import on people for all to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing()));
-- No file lets anybody see a private controller's records.
create policy import on memberships for all to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing()))
  with check (municipality_id = (select current_municipality()) and (select importing())
    and (not sees_records(role) or valid_until < valid_from or party_id not in (select private_parties())));

-- The figures name places and parties, never people.
grant select on municipalities, parties to brobygger_figures;
create policy figures on municipalities for select to brobygger_figures
  using (id = (select current_municipality()) and (select i_see_figures()));
create policy figures on parties for select to brobygger_figures
  using (municipality_id = (select current_municipality()) and (select i_see_figures()));

-- The operator works in one municipality at a time, like everybody else.
grant select, insert, update, delete on municipalities, controllers, parties, people, person_photos, memberships
  to brobygger_operator;
create policy operator on municipalities for all to brobygger_operator using (id = (select current_municipality()));
create policy operator on controllers for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on parties for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on people for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on person_photos for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on memberships for all to brobygger_operator using (municipality_id = (select current_municipality()));
