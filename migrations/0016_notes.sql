-- What is written down about a citizen beside the talks, what was handed over to the municipality's own
-- journal, and the order in which a page shows all that has happened.

-- A note is the own party's alone, shared under a consent, or the citizen's own words.
create table notes (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  kind text not null check (kind in ('own', 'shared', 'citizens')),
  -- One bit: 1 work, 2 mental health, 4 health, 8 substance use, 16 economy and housing, 32 court.
  topic smallint check (topic in (1, 2, 4, 8, 16, 32)),
  words text not null check (length(btrim(words)) between 1 and 10000),
  written_by uuid not null,
  written_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, written_by) references people on delete restrict,
  -- Nothing is shared without a topic, so a note that says it is has one.
  check (kind <> 'shared' or topic is not null)
);
create index notes_of_citizen on notes (municipality_id, owner_party_id, citizen_id, written_at desc, id desc);
create trigger keep_version before update on notes for each row execute function keep_version('note');
alter table notes enable row level security;
alter table notes force row level security;

grant select, insert (municipality_id, owner_party_id, id, citizen_id, kind, topic, words, written_by),
  update (kind, topic, words) on notes to brobygger_web;
create policy own_party on notes for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy write on notes for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties())
    and written_by = (select current_person()));
create policy change on notes for update to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
-- A note of the kind 'own' is never shared, whatever its topic and whatever the citizen said yes to.
create policy by_yes on notes for select to brobygger_web
  using (municipality_id = (select current_municipality()) and kind <> 'own'
    and (owner_party_id, citizen_id, topic) in (select owner_party_id, citizen_id, topic from shared_topics()));
grant select, insert, update, delete on notes to brobygger_operator;
create policy operator on notes for all to brobygger_operator using (municipality_id = (select current_municipality()));

-- That a note or a talk was given over to the journal of the municipality's own case system: by whom,
-- when, in which version, and for which time, so that it is never given over twice unawares.
create table handovers (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  note_id uuid,
  contact_id uuid,
  -- The version that was given over.
  version integer not null,
  number smallint not null check (number between 1 and 999),
  handed_over_at timestamptz not null default now(),
  handed_over_by uuid not null,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, owner_party_id, note_id) references notes on delete cascade,
  foreign key (municipality_id, owner_party_id, contact_id) references contacts on delete cascade,
  foreign key (municipality_id, handed_over_by) references people on delete restrict,
  check (num_nonnulls(note_id, contact_id) = 1),
  -- Two who press at once: the second is told of the first.
  unique nulls not distinct (municipality_id, owner_party_id, note_id, contact_id, number)
);
create index handovers_of_citizen on handovers (municipality_id, owner_party_id, citizen_id);
create index handovers_of_contact on handovers (municipality_id, owner_party_id, contact_id);
alter table handovers enable row level security;
alter table handovers force row level security;

-- Parties of a public controller: only they have a journal.
create function parties_with_journal() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select p.id from parties p join controllers k on k.municipality_id = p.municipality_id and k.id = p.controller_id
      where p.municipality_id = current_municipality() and k.kind = 'public';
  end;
alter function parties_with_journal() owner to brobygger_lookup;

grant select, insert (municipality_id, owner_party_id, id, citizen_id, note_id, contact_id, version, number, handed_over_by)
  on handovers to brobygger_web;
create policy own_party on handovers for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy hand_over on handovers for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties())
    and owner_party_id in (select parties_with_journal()) and handed_over_by = (select current_person()));
grant select, insert, update, delete on handovers to brobygger_operator;
create policy operator on handovers for all to brobygger_operator using (municipality_id = (select current_municipality()));

-- What has happened, in one order: each kind of record is read along an index of its own, so that fifty rows cost
-- the same among a thousand and among a million.
alter table contacts
  -- What the worker wanted to talk about, beside the citizen's own agenda (domain 177). Never in figures, lists or exports.
  add column worker_agenda text check (length(worker_agenda) between 1 and 500),
  add check (worker_agenda is null or citizen_id is not null),
  -- When it was; the beginning of its day when nobody wrote the time.
  add column at timestamptz not null generated always as (timezone('Europe/Copenhagen', day + coalesce(clock, '00:00'))) stored;
drop index contacts_of_citizen;
create index contacts_of_citizen on contacts (municipality_id, owner_party_id, citizen_id, at desc, id desc) where citizen_id is not null;
create index steps_happened on steps (municipality_id, owner_party_id, citizen_id, done_on desc, id desc) where state = 'done';
create index tasks_happened on tasks (municipality_id, owner_party_id, citizen_id, done_at desc, id desc) where done_at is not null;
create index appointments_happened on appointments (municipality_id, owner_party_id, citizen_id, day desc, id desc)
  where state in ('held', 'missed');
create index appointments_undone on appointments (municipality_id, owner_party_id, citizen_id, state_at desc, id desc)
  where state in ('calledOff', 'moved');
create index consents_taken_back on consents (municipality_id, owner_party_id, citizen_id, withdrawn_at desc, id desc)
  where withdrawn_at is not null;

-- A talk that becomes a tally keeps nobody's words.
create function agenda_goes_with_citizen() returns trigger language plpgsql as $$
begin
  new.worker_agenda := null;
  return new;
end $$;
create trigger agenda_goes_with_citizen before update on contacts
  for each row when (new.citizen_id is null) execute function agenda_goes_with_citizen();

-- PostgreSQL asks the policies of a table in the reverse order of their names. By this name what a yes opens is asked
-- after `own_party`, so that a list of one's own records never reckons what others share.
alter policy shared on citizens rename to by_yes;
alter policy shared on contacts rename to by_yes;
alter policy shared on powers_of_attorney rename to by_yes;
alter policy shared on plan_parts rename to by_yes;
alter policy shared on plan_people rename to by_yes;
alter policy shared on steps rename to by_yes;
alter policy shared on tasks rename to by_yes;
alter policy shared on appointments rename to by_yes;
alter policy received on consents rename to by_yes;
