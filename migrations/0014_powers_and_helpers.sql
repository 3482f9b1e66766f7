-- What goes with a yes (0012): the face that the citizen knows at the receiving party, taking it back at the
-- receiver's too, what is told of hidden records, powers of attorney, and what leaves an opening behind glass.

-- Whom the citizen knows there, by the citizen's own word: a yes is given to people, not to a name on a door.
alter table consents
  add column known_person_id uuid,
  add foreign key (municipality_id, known_person_id) references people on delete restrict;
grant insert (known_person_id) on consents to brobygger_web;

-- A citizen takes a yes back where they are: also at the party that received it, which then sees no more.
create function return_consent(consent uuid) returns boolean
  language plpgsql volatile security definer set search_path = public as $$
begin
  update consents c set withdrawn_at = now(), withdrawn_by = current_person()
    where c.municipality_id = current_municipality() and c.id = consent and c.withdrawn_at is null
      and c.receiving_party_id in (select my_record_parties());
  return found;
end $$;
alter function return_consent(uuid) owner to brobygger_lookup;
grant update (withdrawn_at, withdrawn_by) on consents to brobygger_lookup;

-- A power of attorney (fuldmagt): somebody may act for the citizen in what is named, until a day. Never
-- rewritten: it is taken back and another is given.
create table powers_of_attorney (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  citizen_id uuid not null,
  id uuid not null,
  to_name text not null check (length(btrim(to_name)) between 1 and 120),
  to_kind text not null check (to_kind in ('debtAdviser', 'homeHelp', 'relative', 'contactPerson', 'other')),
  -- What they may do, in the citizen's own words.
  scope text not null check (length(btrim(scope)) between 1 and 600),
  -- Bits as in consents; 0: about nothing that is shared.
  topics smallint not null check (topics between 0 and 63),
  valid_from date not null,
  valid_until date not null,
  given_how text not null check (given_how in ('oral', 'writing')),
  witness text check (length(btrim(witness)) between 1 and 120),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, recorded_by) references people on delete restrict,
  foreign key (municipality_id, withdrawn_by) references people on delete restrict,
  check (valid_until between valid_from and valid_from + 1100),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index powers_of_citizen on powers_of_attorney (municipality_id, owner_party_id, citizen_id, recorded_at desc);
alter table powers_of_attorney enable row level security;
alter table powers_of_attorney force row level security;

grant select, insert (municipality_id, owner_party_id, citizen_id, id, to_name, to_kind, scope, topics, valid_from,
    valid_until, given_how, witness, recorded_by),
  update (withdrawn_at, withdrawn_by) on powers_of_attorney to brobygger_web;
create policy own_party on powers_of_attorney for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy shared on powers_of_attorney for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (owner_party_id, citizen_id, topics) in (select owner_party_id, citizen_id, topics from shared_topic_sets()));
create policy give on powers_of_attorney for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties())
    and recorded_by = (select current_person()));
create policy withdraw on powers_of_attorney for update to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()) and withdrawn_at is null)
  with check (municipality_id = (select current_municipality()) and withdrawn_by = (select current_person()));

-- The clock is the database's own.
create function power_withdrawn() returns trigger language plpgsql as $$
begin
  new.withdrawn_at := now();
  return new;
end $$;
create trigger power_withdrawn before update on powers_of_attorney for each row execute function power_withdrawn();

grant select, insert, update, delete on powers_of_attorney to brobygger_operator;
create policy operator on powers_of_attorney for all to brobygger_operator using (municipality_id = (select current_municipality()));

-- When an opening behind glass is closed, pages that show what was behind it close too.
create function glass_closed() returns trigger language plpgsql as $$
begin
  perform pg_notify('sharing', new.municipality_id || ' ' || new.owner_party_id);
  return new;
end $$;
create trigger glass_closed after update on glass_openings for each row execute function glass_closed();

-- Breaking the glass is told in its own transaction: to every data protection officer, and to those who answer for
-- a party whose record it opens (all who see records there, where nobody does). The message names nobody.
create function tell_of_glass(party uuid, opening uuid, subject text, body text) returns void
  language plpgsql volatile security definer set search_path = public as $$
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
alter function tell_of_glass(uuid, uuid, text, text) owner to brobygger_lookup;
