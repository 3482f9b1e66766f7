-- The citizen's record grows by the citizen's own acts, from alias to name to (where a public controller
-- answers) CPR number, and as easily back: contact wishes, each step, what stood before every correction,
-- how long each kind of record is kept, and how a record ends.
--
-- Policies are by row. Name and wishes go with any yes in force, so they stand in `citizens`; what must stay
-- with the party alone (the number, the acts, what stood before) has tables of its own.

alter table citizens
  add column name text check (length(btrim(name)) between 1 and 120),
  add column phone text check (phone ~ '^\+?[0-9]{8,15}$'),
  -- When it is safe to ring, in a few words of the citizen's: never why.
  add column safe_times text check (length(btrim(safe_times)) between 1 and 80),
  -- Bits: 1 large print, 2 read aloud, 4 interpreter, 8 prefers the centre, 16 come with me.
  add column needs smallint not null default 0 check (needs between 0 and 31),
  add column introduced_by text check (introduced_by in ('self', 'centre', 'volunteer', 'citizen', 'colleague')),
  -- Closed: out of the daily work, kept until its date. Locked: its date came and the law keeps it still; only
  -- the answer to a citizen's right of access opens it, or the citizen who comes back.
  add column closed_at timestamptz,
  add column locked_at timestamptz check (locked_at is null or closed_at is not null),
  add column version integer not null default 1;
create index citizens_closed on citizens (municipality_id, owner_party_id, closed_at) where closed_at is not null;
-- Backups are told by their age, because nobody can take one citizen out of them.
alter table municipalities add column backup_days smallint not null default 30 check (backup_days between 0 and 3650);
grant update (backup_days) on municipalities to brobygger_web;

-- What stood in a record before it was corrected, of any kind; a table of records gets one line for it:
--   create trigger keep_version before update on steps for each row execute function keep_version('step');
-- with `before update of title, words` when not every column is worth a version, and with names of columns that
-- nobody may read again behind the kind. The table has municipality_id, owner_party_id, citizen_id, id, version.
create table record_versions (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  citizen_id uuid not null,
  record_kind text not null check (record_kind ~ '^[a-z_]{1,30}$'),
  record_id uuid not null,
  version integer not null,
  stood jsonb not null,
  replaced_at timestamptz not null default now(),
  replaced_by uuid,
  primary key (municipality_id, owner_party_id, record_kind, record_id, version),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade
);
create index record_versions_of_citizen on record_versions (municipality_id, owner_party_id, citizen_id, replaced_at desc);
alter table record_versions enable row level security;
alter table record_versions force row level security;

create function keep_version() returns trigger language plpgsql security definer set search_path = public as $$
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
alter function keep_version() owner to brobygger_lookup;
grant insert on record_versions to brobygger_lookup;
-- Without a municipality nobody corrects a record but a superuser, whose corrections are kept as well.
create policy lookup on record_versions for all to brobygger_lookup
  using (municipality_id = (select current_municipality()))
  with check (municipality_id = (select current_municipality()) or (select current_municipality()) is null);
create trigger keep_version before update on citizens for each row execute function keep_version('citizen', 'person_key');

-- Each step up and down, as the citizen's own act: what, when, said or written, and who wrote it down.
create table citizen_acts (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  citizen_id uuid not null,
  id uuid not null,
  act text not null check (act in ('alias', 'name', 'name_back', 'number', 'number_back', 'closed', 'reopened')),
  how text not null check (how in ('oral', 'writing')),
  acted_at timestamptz not null default now(),
  recorded_by uuid not null,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, recorded_by) references people on delete restrict
);
create index citizen_acts_of_citizen on citizen_acts (municipality_id, owner_party_id, citizen_id, acted_at desc);
alter table citizen_acts enable row level security;
alter table citizen_acts force row level security;

-- A CPR number: sealed with a key of the municipality, found within one party by a keyed hash whose key is the
-- party's, so that equal numbers of two parties are two hashes. `key_version` says under which key.
create table citizen_numbers (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  citizen_id uuid not null,
  sealed bytea not null check (octet_length(sealed) between 29 and 100),
  blind bytea not null check (octet_length(blind) = 32),
  key_version integer not null check (key_version > 0),
  primary key (municipality_id, owner_party_id, citizen_id),
  unique (municipality_id, owner_party_id, blind),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade
);
create index citizen_numbers_by_key on citizen_numbers (municipality_id, key_version);
alter table citizen_numbers enable row level security;
alter table citizen_numbers force row level security;

-- Where a private centre answers, CPR numbers do not exist (databeskyttelsesloven § 11); nor do they come there because
-- a party changes hands (0022).
create function number_needs_public() returns trigger language plpgsql as $$
begin
  if not exists (select from parties p join controllers k on k.municipality_id = p.municipality_id and k.id = p.controller_id
      where p.municipality_id = new.municipality_id and p.id = new.owner_party_id and k.kind = 'public') then
    raise exception using errcode = 'check_violation', constraint = 'number_needs_public',
      message = 'a private controller has no CPR numbers';
  end if;
  return null;
end $$;
create trigger number_needs_public after insert or update on citizen_numbers
  for each row execute function number_needs_public();

grant select (municipality_id, owner_party_id) on citizen_numbers to brobygger_lookup;
create policy lookup on citizen_numbers for select to brobygger_lookup using (municipality_id = (select current_municipality()));

create function my_number_parties() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select p.id from parties p join controllers k on k.municipality_id = p.municipality_id and k.id = p.controller_id
      where p.municipality_id = current_municipality() and k.kind = 'public' and p.id in (select my_record_parties());
  end;
alter function my_number_parties() owner to brobygger_lookup;

-- How long each kind of record is kept, by the controller that answers for it. The rules that a controller begins
-- with are ours; `checked_on` is empty until somebody there has held them to the law and their own archive rules.
create table retention_rules (
  municipality_id uuid not null,
  controller_id uuid not null,
  -- citizen: a closed record and all on it · quiet: one that nobody has used · log: who has looked, which is one log
  -- for the whole municipality and the public controller's alone · the rest: single records of an open one.
  record_kind text not null check (record_kind in ('citizen', 'quiet', 'contact', 'plan', 'note', 'consent', 'attorney', 'log')),
  kle text not null check (kle ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}$'),
  months smallint not null check (months between 1 and 1200),
  act text not null check (act in ('delete', 'lock', 'list')),
  checked_on date,
  checked_by uuid,
  version integer not null default 1,
  primary key (municipality_id, controller_id, record_kind),
  foreign key (municipality_id, controller_id) references controllers on delete cascade,
  foreign key (municipality_id, checked_by) references people on delete restrict,
  check (act <> 'lock' or record_kind = 'citizen'),
  -- Whom nobody has met for a while is not gone (domain 104): never by itself, and never in the first year.
  check (record_kind <> 'quiet' or (months >= 12 and act = 'list')),
  -- Whoever looked can still be asked about it.
  check (record_kind <> 'log' or (months >= 6 and act <> 'lock')),
  check ((checked_on is null) = (checked_by is null))
);

-- What the nightly job found and did, in counts.
create table retention_runs (
  municipality_id uuid not null,
  id uuid not null,
  controller_id uuid not null,
  record_kind text not null,
  act text not null,
  ran_at timestamptz not null default now(),
  due integer not null,
  done integer not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, controller_id) references controllers on delete cascade
);
create index retention_runs_latest on retention_runs (municipality_id, ran_at desc);

create function retention_defaults(of_kind text)
  returns table (record_kind text, kle text, months smallint, act text) language sql immutable
  begin atomic
    select d.record_kind, d.kle, (case of_kind when 'public' then d.public_months else d.private_months end)::smallint,
      case of_kind when 'public' then d.public_act else d.private_act end
    from (values
      ('citizen', '27.54.08', 60, 'lock', 1, 'delete'),
      ('quiet', '27.54.08', 36, 'list', 24, 'list'),
      ('contact', '27.12.04', 60, 'list', 24, 'delete'),
      ('plan', '27.12.12', 60, 'list', 24, 'delete'),
      ('note', '27.48.08', 60, 'list', 24, 'delete'),
      ('consent', '27.69.24', 60, 'list', 24, 'delete'),
      ('attorney', '23.30.15', 60, 'list', 24, 'delete'),
      ('log', '85.02.02', 60, 'delete', null, null)
    ) as d(record_kind, kle, public_months, public_act, private_months, private_act)
    where of_kind = 'public' or d.private_months is not null;
  end;
create function new_retention_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into retention_rules (municipality_id, controller_id, record_kind, kle, months, act)
    select new.municipality_id, new.id, d.record_kind, d.kle, d.months, d.act from retention_defaults(new.kind) d;
  return null;
end $$;
alter function new_retention_rules() owner to brobygger_lookup;
create trigger new_retention_rules after insert on controllers for each row execute function new_retention_rules();
-- Controllers that were there before this.
alter table controllers no force row level security;
insert into retention_rules (municipality_id, controller_id, record_kind, kle, months, act)
  select k.municipality_id, k.id, d.record_kind, d.kle, d.months, d.act
  from controllers k cross join lateral retention_defaults(k.kind) d;
alter table controllers force row level security;
alter table retention_rules enable row level security;
alter table retention_rules force row level security;
alter table retention_runs enable row level security;
alter table retention_runs force row level security;

create function my_managed_controllers() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select p.controller_id from parties p join controllers k on k.municipality_id = p.municipality_id and k.id = p.controller_id
      where p.municipality_id = current_municipality() and k.kind = 'private' and p.id in (select my_parties('centre_manager'))
    union
    select k.id from controllers k where k.municipality_id = current_municipality() and k.kind = 'public' and i_am('administrator');
  end;
alter function my_managed_controllers() owner to brobygger_lookup;

-- Which rows of files are not taken in again, because what they brought was deleted here: a keyed hash of the party
-- and the row's key, whose key lies outside the database.
create table forgotten_rows (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  row_hash bytea not null check (octet_length(row_hash) = 32),
  primary key (municipality_id, owner_party_id, row_hash),
  foreign key (municipality_id, owner_party_id) references parties on delete cascade
);
alter table forgotten_rows enable row level security;
alter table forgotten_rows force row level security;
grant select on forgotten_rows to brobygger_import;
create policy import on forgotten_rows for select to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing()));
grant insert on forgotten_rows to brobygger_lookup;
create policy lookup on forgotten_rows for insert to brobygger_lookup with check (municipality_id = (select current_municipality()));
grant select, insert, update, delete on forgotten_rows to brobygger_operator;
create policy operator on forgotten_rows for all to brobygger_operator using (municipality_id = (select current_municipality()));

-- Talks become tallies: what the figures count stays, and nothing that a file or a person would be known by.
create function make_tallies(party uuid, talks uuid[], rows bytea[]) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  insert into forgotten_rows (municipality_id, owner_party_id, row_hash)
    select distinct current_municipality(), party, r from unnest(rows) as r on conflict do nothing;
  update contacts c set citizen_id = null, agenda = null, next_thing = null, next_day = null, next_owner_id = null,
      next_done_at = null, import_key = null, gender = null, birth_year = null, clock = null
    where c.municipality_id = current_municipality() and c.owner_party_id = party and c.id = any (talks);
  delete from contact_versions v where v.municipality_id = current_municipality() and v.owner_party_id = party
    and v.contact_id = any (talks);
end $$;
alter function make_tallies(uuid, uuid[], bytea[]) owner to brobygger_lookup;
revoke all on function make_tallies(uuid, uuid[], bytea[]) from public;
grant execute on function make_tallies(uuid, uuid[], bytea[]) to brobygger_operator;

-- A record ends. Nobody's page may delete rows of these tables: it is done here, whole, or not at all. As a tally the
-- talks stay, without the person, the words and what was to come; all the rest goes with the citizen's row.
create function forget(party uuid, citizen uuid, as_tally boolean, rows bytea[]) returns void
  language plpgsql volatile security definer set search_path = public as $$
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
alter function forget(uuid, uuid, boolean, bytea[]) owner to brobygger_lookup;
revoke all on function forget(uuid, uuid, boolean, bytea[]) from public;
grant execute on function forget(uuid, uuid, boolean, bytea[]) to brobygger_operator;
grant update (citizen_id, agenda, next_thing, next_day, next_owner_id, next_done_at, import_key, gender, birth_year, clock),
  delete on contacts to brobygger_lookup;
grant select (citizen_id, agenda) on contacts to brobygger_lookup;
grant select, delete on contact_versions to brobygger_lookup;
grant delete on citizens to brobygger_lookup;
-- In place of the policies of 0006 and 0007 that let the role look, or write down what stood: a policy for what it ends
-- alone could not be told from one that is not there, since whoever ends a row must see it too.
drop policy lookup on contacts;
drop policy lookup on citizens;
drop policy lookup on contact_versions;
create policy lookup on contacts for all to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on citizens for all to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on contact_versions for all to brobygger_lookup using (municipality_id = (select current_municipality()));

create function my_private_parties() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select r from my_record_parties() r where r not in (select my_number_parties());
  end;
alter function my_private_parties() owner to brobygger_lookup;

-- A private centre really deletes; an authority's record is closed instead, and kept until its date.
create function forget_citizen(party uuid, citizen uuid, as_tally boolean, rows bytea[]) returns boolean
  language plpgsql volatile security definer set search_path = public as $$
begin
  if party not in (select my_private_parties()) then return false; end if;
  perform forget(party, citizen, as_tally, rows);
  return true;
end $$;
alter function forget_citizen(uuid, uuid, boolean, bytea[]) owner to brobygger_lookup;

-- A name that was taken back leaves a private centre's earlier versions too; an authority keeps what it has known.
create function forget_name(party uuid, citizen uuid) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  if party not in (select my_private_parties()) then return; end if;
  update record_versions v set stood = v.stood - 'name'
    where v.municipality_id = current_municipality() and v.owner_party_id = party and v.citizen_id = citizen
      and v.record_kind = 'citizen';
end $$;
alter function forget_name(uuid, uuid) owner to brobygger_lookup;
grant select, update (stood) on record_versions to brobygger_lookup;

-- Pages. A locked record is not there for the daily work.
grant select (name, phone, safe_times, needs, introduced_by, closed_at, locked_at, version),
  insert (introduced_by),
  update (name, phone, safe_times, needs, introduced_by, closed_at, locked_at) on citizens to brobygger_web;
create function opens_locked() returns boolean language sql stable
  return coalesce(current_purpose() in ('citizens.search-closed', 'citizens.everything', 'citizens.close', 'citizens.reopen',
    'access-requests.show', 'access-requests.ask', 'access-requests.answer', 'looked.show', 'looked.export'), false);
alter policy own_party on citizens
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties())
    and (locked_at is null or (select opens_locked())));

grant select on record_versions to brobygger_web;
create policy own_party on record_versions for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));

grant select, insert (municipality_id, owner_party_id, citizen_id, id, act, how, recorded_by) on citizen_acts to brobygger_web;
create policy own_party on citizen_acts for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy write_down on citizen_acts for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties())
    and recorded_by = (select current_person()));

grant select, insert, delete on citizen_numbers to brobygger_web;
create policy own_party on citizen_numbers for all to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_number_parties()));

-- A municipality's administrator sees to the municipality's rules, a private centre's manager to the centre's own.
grant select, update (kle, months, act, checked_on, checked_by, version) on retention_rules to brobygger_web;
create policy manage on retention_rules for all to brobygger_web
  using (municipality_id = (select current_municipality()) and controller_id in (select my_managed_controllers()));
-- Who works with records reads how long they are kept, and everybody how long the log is.
create policy read on retention_rules for select to brobygger_web
  using (municipality_id = (select current_municipality()) and (record_kind = 'log' or controller_id in (
    select p.controller_id from parties p where p.municipality_id = (select current_municipality()) and p.id in (select my_record_parties()))));
grant insert on retention_rules to brobygger_lookup;
create policy lookup on retention_rules for insert to brobygger_lookup
  with check (municipality_id = (select current_municipality()) or (select current_municipality()) is null);
grant select on retention_runs to brobygger_web;
create policy manage on retention_runs for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (controller_id in (select my_managed_controllers()) or (select i_am('data_protection_officer'))));

grant select, insert, update, delete on record_versions, citizen_acts, citizen_numbers, retention_rules, retention_runs
  to brobygger_operator;
create policy operator on record_versions for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on citizen_acts for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on citizen_numbers for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on retention_rules for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on retention_runs for all to brobygger_operator using (municipality_id = (select current_municipality()));
