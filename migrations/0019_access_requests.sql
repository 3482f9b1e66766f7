-- The right of access is a right against a controller (art. 15), and a public controller has many parties, none of which
-- may learn what another has. So the citizen's question goes to each of them alike, the one that heard it among them, and
-- each answers the citizen for its own record. Who asks learns no answer, and who is asked not where it was asked.

-- The question, on the record from which it was asked: the citizen's own act, and as much as they want to be found by.
create table access_requests (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  citizen_id uuid not null,
  id uuid not null,
  -- Never a CPR number: it would go to parties that have none.
  name text not null check (length(btrim(name)) between 1 and 120),
  birth_date date,
  phone text check (phone ~ '^\+?[0-9]{8,15}$'),
  -- The centre at which the answers are fetched, or the address to which they come.
  centre_id uuid,
  address text check (length(btrim(address)) between 1 and 200),
  how text not null check (how in ('oral', 'writing')),
  recorded_by uuid not null,
  asked_party_ids uuid[] not null check (cardinality(asked_party_ids) between 1 and 500),
  asked_on date not null default danish_today(),
  -- Within a month (art. 12(3)).
  due_on date not null generated always as ((asked_on + interval '1 month')::date) stored,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, centre_id) references centres on delete restrict,
  foreign key (municipality_id, recorded_by) references people on delete restrict,
  check (num_nonnulls(centre_id, address) = 1)
);
create index access_requests_of_citizen on access_requests (municipality_id, owner_party_id, citizen_id, asked_on desc);
alter table access_requests enable row level security;
alter table access_requests force row level security;

-- One for each party that is asked, and that party's own. Its key tells nothing of the question's, and pages cannot
-- read the two columns that lead there.
create table access_answers (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null default gen_random_uuid(),
  asking_party_id uuid not null,
  request_id uuid not null,
  -- Everything was given to the citizen; the party has nothing; or it could not tell who it was, and gave nothing.
  answer text check (answer in ('given', 'none', 'unclear')),
  answered_by uuid,
  answered_at timestamptz,
  -- The record that was given, while it is there.
  citizen_id uuid,
  primary key (municipality_id, owner_party_id, id),
  unique (municipality_id, owner_party_id, asking_party_id, request_id),
  foreign key (municipality_id, asking_party_id, request_id) references access_requests on delete cascade,
  foreign key (municipality_id, owner_party_id) references parties on delete restrict,
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete set null (citizen_id),
  foreign key (municipality_id, answered_by) references people on delete restrict,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  check (citizen_id is null or answer = 'given')
);
create index access_answers_waiting on access_answers (municipality_id, owner_party_id) where answer is null;
create index access_answers_of_request on access_answers (municipality_id, asking_party_id, request_id);
create index access_answers_of_citizen on access_answers (municipality_id, owner_party_id, citizen_id) where citizen_id is not null;
alter table access_answers enable row level security;
alter table access_answers force row level security;

-- The question goes out with the row, or there is no row. Only to parties of the same public controller, and each once.
create function ask_each_party() returns trigger language plpgsql security definer set search_path = public as $$
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
alter function ask_each_party() owner to brobygger_lookup;
create trigger ask_each_party after insert on access_requests for each row execute function ask_each_party();
grant select on access_requests to brobygger_lookup;
grant select, insert on access_answers to brobygger_lookup;
create policy lookup on access_requests for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on access_answers for all to brobygger_lookup using (municipality_id = (select current_municipality()));

grant select (municipality_id, owner_party_id, citizen_id, id, name, birth_date, phone, centre_id, address, how,
    recorded_by, asked_party_ids, asked_on, due_on),
  insert (municipality_id, owner_party_id, citizen_id, id, name, birth_date, phone, centre_id, address, how, recorded_by,
    asked_party_ids)
  on access_requests to brobygger_web;
create policy own_party on access_requests for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy ask on access_requests for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and owner_party_id in (select my_number_parties())
    and recorded_by = (select current_person()));

-- A party that goes over to a private controller is another's, and sees no more of what this one was asked.
grant select (municipality_id, owner_party_id, id, answer, answered_by, answered_at, citizen_id),
  update (answer, answered_by, citizen_id) on access_answers to brobygger_web;
create policy own_party on access_answers for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_number_parties()));
-- "We have nothing" may turn out to be wrong; what was given cannot be taken back.
create policy answer on access_answers for update to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_number_parties())
    and answer is distinct from 'given')
  with check (municipality_id = (select current_municipality()) and answered_by = (select current_person()));

-- The clock is the database's own.
create function access_answered() returns trigger language plpgsql as $$
begin
  new.answered_at := now();
  return new;
end $$;
create trigger access_answered before update of answer on access_answers for each row execute function access_answered();

-- What my parties are asked, in the citizen's words; never where, by whom, nor what anybody else is asked or answers.
create function access_asked_of_me()
  returns table (id uuid, party_id uuid, name text, birth_date date, phone text, centre_id uuid, address text, asked_on date,
    due_on date, answer text, answered_by uuid, answered_at timestamptz)
  language sql stable security definer set search_path = public
  begin atomic
    select a.id, a.owner_party_id, r.name, r.birth_date, r.phone, r.centre_id, r.address, r.asked_on, r.due_on, a.answer,
        a.answered_by, a.answered_at
      from access_answers a
      join access_requests r on r.municipality_id = a.municipality_id and r.owner_party_id = a.asking_party_id and r.id = a.request_id
      where a.municipality_id = current_municipality() and a.owner_party_id in (select my_number_parties());
  end;

-- How many have not answered what was asked from a record of mine. Nothing before the last day is over: that one answers
-- sooner than another tells what it found.
create function access_late(party uuid, request uuid) returns bigint
  language sql stable security definer set search_path = public
  return (select count(*) from access_answers a
    join access_requests r on r.municipality_id = a.municipality_id and r.owner_party_id = a.asking_party_id and r.id = a.request_id
    where a.municipality_id = current_municipality() and a.asking_party_id = party and a.request_id = request
      and a.answer is null and r.due_on < danish_today() and party in (select my_record_parties()));

-- The officer sees to it that all answer: which parties have not, and never whom it is about nor where it was asked.
create function access_followed() returns table (asked_on date, due_on date, asked bigint, waiting uuid[])
  language sql stable security definer set search_path = public
  begin atomic
    select r.asked_on, r.due_on, count(*),
        coalesce(array_agg(a.owner_party_id order by a.owner_party_id) filter (where a.answer is null), '{}')
      from access_requests r
      join access_answers a on a.municipality_id = r.municipality_id and a.asking_party_id = r.owner_party_id and a.request_id = r.id
      where r.municipality_id = current_municipality() and i_am('data_protection_officer')
      group by r.municipality_id, r.owner_party_id, r.id;
  end;

-- A coordinator is told that it stands still while a week is left: afterwards it is too late.
create function parties_late_with_access() returns setof uuid
  language sql stable security definer set search_path = public
  begin atomic
    select a.owner_party_id from access_answers a
      join access_requests r on r.municipality_id = a.municipality_id and r.owner_party_id = a.asking_party_id and r.id = a.request_id
      where a.municipality_id = current_municipality() and i_am('coordinator') and a.answer is null and r.due_on <= danish_today() + 7;
  end;

alter function access_asked_of_me() owner to brobygger_lookup;
alter function access_late(uuid, uuid) owner to brobygger_lookup;
alter function access_followed() owner to brobygger_lookup;
alter function parties_late_with_access() owner to brobygger_lookup;

grant select, insert, update, delete on access_requests, access_answers to brobygger_operator;
create policy operator on access_requests for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on access_answers for all to brobygger_operator using (municipality_id = (select current_municipality()));
