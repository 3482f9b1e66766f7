-- A contact: one talk between a citizen and somebody who works, anonymous unless the citizen said a
-- name. The row that every figure is made of.

create table contacts (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null,
  citizen_id uuid,
  -- Who stands behind the row in the figures: the person of a file, else the citizen's record.
  -- Null for an anonymous contact. Set by a trigger, so that the figures need no join.
  counted_as uuid,
  worker_id uuid not null,
  effort text not null check (effort in ('casework', 'substanceUse', 'contactPerson', 'health', 'employment')),
  kind text not null check (kind in ('walkIn', 'booked', 'statutory')),
  venue text not null check (venue in ('centre', 'townHall', 'home', 'street', 'phone', 'other')),
  centre_id uuid,
  outcome text not null check (outcome in ('held', 'excused', 'calledOff', 'noShow', 'moved', 'open')),
  moved_by text check (moved_by in ('citizen', 'worker', 'centre')),
  day date not null,
  clock time,
  minutes smallint check (minutes between 0 and 600),
  -- Bits: 1 work, 2 mental health, 4 health, 8 substance use, 16 economy and housing, 32 court.
  topics smallint not null default 0 check (topics between 0 and 63),
  -- Bit n-1 is help form n of the eight (domain 55-62).
  help_forms smallint not null default 0 check (help_forms between 0 and 255),
  came text check (came in ('citizen', 'worker')),
  introduced_by text check (introduced_by in ('self', 'centre', 'volunteer', 'citizen', 'colleague')),
  advice_was_enough boolean not null default false,
  next_thing text check (length(next_thing) between 1 and 200),
  next_day date,
  next_owner_id uuid,
  next_done_at timestamptz,
  -- The citizen's own agenda in few words. Never in figures, lists or exports.
  agenda text check (length(agenda) between 1 and 500),
  known_before boolean,
  income text check (income in ('labourMarketBenefit', 'pension', 'wage', 'other')),
  gender text check (gender in ('woman', 'man', 'other')),
  birth_year smallint check (birth_year between 1880 and 2100),
  -- The row's own key in a file, and a hash of what the file said.
  import_key text check (length(import_key) between 1 and 200),
  created_by uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id) references parties on delete restrict,
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete restrict,
  foreign key (municipality_id, worker_id) references people on delete restrict,
  foreign key (municipality_id, centre_id) references centres on delete restrict,
  foreign key (municipality_id, next_owner_id) references people on delete restrict,
  check (outcome <> 'moved' or kind <> 'walkIn' or import_key is not null or citizen_id is null),
  check (moved_by is null or outcome = 'moved'),
  check (agenda is null or citizen_id is not null),
  check ((next_thing is null) = (next_owner_id is null)),
  check (next_thing is not null or (next_day is null and next_done_at is null))
);
create index contacts_of_worker on contacts (municipality_id, owner_party_id, worker_id, day desc, id desc);
create index contacts_of_party on contacts (municipality_id, owner_party_id, day desc, id desc);
create index contacts_of_citizen on contacts (municipality_id, owner_party_id, citizen_id, day desc, id desc) where citizen_id is not null;
create unique index contacts_by_import_key on contacts (municipality_id, import_key) where import_key is not null;
create index contacts_next on contacts (municipality_id, next_owner_id, next_day) where next_thing is not null and next_done_at is null;
create index contacts_open on contacts (municipality_id, worker_id, day) where outcome = 'open';
-- The figures read this index and never the table.
create index contacts_for_figures on contacts (municipality_id, day)
  include (effort, centre_id, venue, kind, outcome, topics, help_forms, minutes, counted_as, known_before, income, clock, id);
alter table contacts enable row level security;
alter table contacts force row level security;

-- What stood before a correction.
create table contact_versions (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  contact_id uuid not null,
  version integer not null,
  replaced_at timestamptz not null default now(),
  replaced_by uuid,
  stood jsonb not null,
  primary key (municipality_id, owner_party_id, contact_id, version),
  foreign key (municipality_id, owner_party_id, contact_id) references contacts on delete cascade
);
alter table contact_versions enable row level security;
alter table contact_versions force row level security;

create function person_behind(municipality uuid, party uuid, citizen uuid) returns uuid
  language sql stable security definer set search_path = public
  begin atomic
    select coalesce(encode(substring(c.person_key from 1 for 16), 'hex')::uuid, c.id) from citizens c
      where c.municipality_id = municipality and c.owner_party_id = party and c.id = citizen;
  end;
alter function person_behind(uuid, uuid, uuid) owner to brobygger_lookup;
revoke all on function person_behind(uuid, uuid, uuid) from public;
grant select (municipality_id, owner_party_id, id, person_key) on citizens to brobygger_lookup;
create policy lookup on citizens for select to brobygger_lookup using (municipality_id = (select current_municipality()));

-- A correction within a day is plain; a later one, and every one by a file, keeps what stood.
create function contact_written() returns trigger language plpgsql security definer set search_path = public as $$
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
alter function contact_written() owner to brobygger_lookup;
grant insert on contact_versions to brobygger_lookup;
create policy lookup on contact_versions for insert to brobygger_lookup with check (municipality_id = (select current_municipality()));
create trigger contact_written before insert or update on contacts for each row execute function contact_written();

grant select, insert, update on contacts to brobygger_web;
create policy own_party on contacts for all to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
grant select on contact_versions to brobygger_web;
create policy own_party on contact_versions for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));

-- An import compares what is stored with what the file says; it never reads an agenda or a next thing.
grant select (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, centre_id, outcome, day,
    clock, minutes, topics, help_forms, known_before, income, gender, birth_year, import_key, version),
  insert, update on contacts to brobygger_import;
-- A key that stands in another party's records is known again; what a private controller's people have written is
-- not for the municipality's files to change.
create policy import on contacts for select to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing()));
create policy import_add on contacts for insert to brobygger_import
  with check (municipality_id = (select current_municipality()) and (select importing())
    and owner_party_id not in (select closed_to_files()));
create policy import_change on contacts for update to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing())
    and owner_party_id not in (select closed_to_files()));

grant select (municipality_id, id, counted_as, effort, kind, venue, centre_id, outcome, day, clock, minutes,
    topics, help_forms, known_before, income) on contacts to brobygger_figures;
create policy figures on contacts for select to brobygger_figures
  using (municipality_id = (select current_municipality()) and (select i_see_figures()));

-- What a change of hours would hit is told by its time and nothing else, to those who manage the person.
create function agreements_of(person uuid, first_day date, last_day date)
  returns table (day date, clock time, minutes smallint)
  language sql stable security definer set search_path = public
  begin atomic
    select c.day, c.clock, c.minutes from contacts c
      where c.municipality_id = current_municipality() and c.worker_id = person and c.outcome = 'open'
        and c.kind in ('booked', 'statutory') and c.day between first_day and last_day
        and person in (select people_i_manage())
      order by c.day, c.clock;
  end;
alter function agreements_of(uuid, date, date) owner to brobygger_lookup;

-- How many talks a centre's day had, for those who may see no more of them.
create function talks_at(centre uuid, on_day date) returns bigint
  language sql stable security definer set search_path = public
  begin atomic
    select count(*) from contacts c where c.municipality_id = current_municipality() and c.centre_id = centre
      and c.day = on_day and c.outcome = 'held' and current_person() is not null;
  end;
alter function talks_at(uuid, date) owner to brobygger_lookup;

-- A coordinator sees of other parties that something stands still, never what or how much.
create function parties_standing_still() returns setof uuid
  language sql stable security definer set search_path = public
  begin atomic
    select distinct c.owner_party_id from contacts c
      where c.municipality_id = current_municipality() and i_am('coordinator')
        and ((c.outcome = 'open' and c.day < danish_today() - 3)
          or (c.next_thing is not null and c.next_done_at is null and c.next_day < danish_today() - 3));
  end;
alter function parties_standing_still() owner to brobygger_lookup;
grant select (municipality_id, owner_party_id, id, worker_id, centre_id, outcome, kind, day, clock, minutes,
  next_thing, next_done_at, next_day) on contacts to brobygger_lookup;
create policy lookup on contacts for select to brobygger_lookup using (municipality_id = (select current_municipality()));

grant select, insert, update, delete on contacts, contact_versions to brobygger_operator;
create policy operator on contacts for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on contact_versions for all to brobygger_operator using (municipality_id = (select current_municipality()));
