-- What one party knows another sees because the citizen said so, for that topic, for that time, and as
-- long as the yes stands. The yes (consents), the citizen's own tying together of two parties' records
-- (citizen_links), and the one exception (glass_openings); and what follows from them for every record
-- about a citizen: three functions that the policies of the tables ask, as sets.

alter table municipalities
  -- Breaking the glass is off until a municipality switches it on.
  add column breaks_glass boolean not null default false,
  -- Whether a citizen who asks who has looked is told the names of staff, or their role and party alone.
  add column names_staff_in_log boolean not null default false;
grant update (breaks_glass, names_staff_in_log) on municipalities to brobygger_web;

-- A yes. It is never rewritten: to narrow or renew it is to take one back and give another. SMS and
-- telling one's story are a yes to the party itself, about no other party and no topic. The key holds the
-- owner, here as for every record: an id that somebody chose must not tell that another party has it.
create table consents (
  municipality_id uuid not null,
  id uuid not null,
  -- The giving party, and the citizen as that party knows them.
  owner_party_id uuid not null,
  citizen_id uuid not null,
  receiving_party_id uuid,
  -- Bits: 1 work, 2 mental health, 4 health, 8 substance use, 16 economy and housing, 32 court.
  topics smallint not null check (topics between 0 and 63),
  -- What the yes is to (domain B2): that the receiver obtains, that the giver discloses, SMS, one's story told.
  ground text not null check (ground in ('obtain', 'disclose', 'sms', 'story')),
  valid_from date not null,
  valid_until date not null,
  given_how text not null check (given_how in ('oral', 'writing')),
  -- In whose presence, in the words that the citizen would use.
  witness text check (length(btrim(witness)) between 1 and 120),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, receiving_party_id) references parties on delete restrict,
  foreign key (municipality_id, recorded_by) references people on delete restrict,
  foreign key (municipality_id, withdrawn_by) references people on delete restrict,
  check (receiving_party_id <> owner_party_id),
  check ((receiving_party_id is null) = (ground in ('sms', 'story'))),
  check ((topics = 0) = (ground in ('sms', 'story'))),
  check (valid_until between valid_from and valid_from + 1100),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index consents_of_citizen on consents (municipality_id, owner_party_id, citizen_id, recorded_at desc);
create index consents_received on consents (municipality_id, receiving_party_id, owner_party_id, citizen_id)
  include (topics, ground, valid_from, valid_until) where withdrawn_at is null;
alter table consents enable row level security;
alter table consents force row level security;

-- That two parties' records are of one person, because the citizen said so. Whoever does not see both
-- does not see the link.
create table citizen_links (
  municipality_id uuid not null,
  id uuid not null,
  owner_party_id uuid not null,
  citizen_id uuid not null,
  other_party_id uuid not null,
  other_citizen_id uuid not null,
  made_at timestamptz not null default now(),
  made_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, other_party_id, other_citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, made_by) references people on delete restrict,
  foreign key (municipality_id, ended_by) references people on delete restrict,
  check (owner_party_id <> other_party_id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index citizen_links_once on citizen_links (municipality_id, owner_party_id, citizen_id, other_party_id, other_citizen_id)
  where ended_at is null;
create index citizen_links_of_citizen on citizen_links (municipality_id, owner_party_id, citizen_id);
create index citizen_links_back on citizen_links (municipality_id, other_party_id, other_citizen_id);
alter table citizen_links enable row level security;
alter table citizen_links force row level security;

-- Breaking the glass: for an hour at most, from a citizen whom one's own party already has, into what
-- that record is linked to at parties of the same public controller; never court.
create table glass_openings (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  owner_party_id uuid not null,
  citizen_id uuid not null,
  reason text not null check (length(btrim(reason)) between 10 and 1000),
  ground text not null check (ground in ('danger', 'child', 'law')),
  opened_at timestamptz not null default now(),
  until timestamptz not null,
  closed_at timestamptz,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, person_id) references people on delete restrict,
  check (until > opened_at and until <= opened_at + interval '60 minutes')
);
create index glass_openings_of_person on glass_openings (municipality_id, person_id, until) where closed_at is null;
alter table glass_openings enable row level security;
alter table glass_openings force row level security;

grant select on consents, citizen_links, glass_openings, controllers, parties to brobygger_lookup;
create policy lookup on consents for all to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on citizen_links for all to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on glass_openings for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on controllers for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on parties for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy here on municipalities for select to brobygger_lookup using (id = (select current_municipality()));

create function breaks_glass() returns boolean language sql stable security definer set search_path = public
  return coalesce((select m.breaks_glass from municipalities m where m.id = current_municipality()), false);

-- Records that a record is or was linked to, in either direction.
create function linked_to(party uuid, citizen uuid)
  returns table (owner_party_id uuid, citizen_id uuid, made_at timestamptz, ended_at timestamptz)
  language sql stable rows 2 security definer set search_path = public
  begin atomic
    select l.other_party_id, l.other_citizen_id, l.made_at, l.ended_at from citizen_links l
      where l.municipality_id = current_municipality() and l.owner_party_id = party and l.citizen_id = citizen
    union all
    select l.owner_party_id, l.citizen_id, l.made_at, l.ended_at from citizen_links l
      where l.municipality_id = current_municipality() and l.other_party_id = party and l.other_citizen_id = citizen;
  end;

-- And of those the ones that breaking the glass can open: at another party of the same public controller.
create function behind_glass(party uuid, citizen uuid)
  returns table (owner_party_id uuid, citizen_id uuid, made_at timestamptz, ended_at timestamptz)
  language sql stable rows 1 security definer set search_path = public
  begin atomic
    select t.owner_party_id, t.citizen_id, t.made_at, t.ended_at from linked_to(party, citizen) t
      join parties mine on mine.municipality_id = current_municipality() and mine.id = party
      join parties theirs on theirs.municipality_id = mine.municipality_id and theirs.id = t.owner_party_id and theirs.controller_id = mine.controller_id
      join controllers k on k.municipality_id = mine.municipality_id and k.id = mine.controller_id and k.kind = 'public';
  end;

-- What I have open behind broken glass at this moment.
create function glass_records() returns table (owner_party_id uuid, citizen_id uuid)
  language sql stable rows 1 security definer set search_path = public
  begin atomic
    select t.owner_party_id, t.citizen_id from glass_openings g cross join lateral behind_glass(g.owner_party_id, g.citizen_id) t
      where g.municipality_id = current_municipality() and g.person_id = current_person() and g.closed_at is null
        and g.until > now() and breaks_glass() and g.owner_party_id in (select my_record_parties()) and t.ended_at is null;
  end;

-- The yeses in force to a party of mine; those to one party add up, those to two do not.
create function consents_to_me() returns table (owner_party_id uuid, citizen_id uuid, topics smallint)
  language sql stable rows 20 security definer set search_path = public
  begin atomic
    select c.owner_party_id, c.citizen_id, bit_or(c.topics) from consents c
      where c.municipality_id = current_municipality() and c.receiving_party_id in (select my_record_parties())
        and c.ground in ('obtain', 'disclose') and c.withdrawn_at is null
        and c.valid_from <= danish_today() and c.valid_until >= danish_today()
      group by c.owner_party_id, c.citizen_id, c.receiving_party_id;
  end;

-- These are asked whether they hold something, so that what is in them twice need not be found and taken out.

-- Citizens of other parties whose name and wishes I see.
create function shared_citizens() returns table (owner_party_id uuid, citizen_id uuid)
  language sql stable rows 20 security definer set search_path = public
  begin atomic
    select c.owner_party_id, c.citizen_id from consents_to_me() c
    union all
    select g.owner_party_id, g.citizen_id from glass_records() g;
  end;

-- And of which single topics I see their records: for tables whose rows have exactly one.
create function shared_topics() returns table (owner_party_id uuid, citizen_id uuid, topic smallint)
  language sql stable rows 50 security definer set search_path = public
  begin atomic
    select c.owner_party_id, c.citizen_id, t.bit from consents_to_me() c
      cross join unnest('{1,2,4,8,16,32}'::smallint[]) as t(bit) where c.topics & t.bit <> 0
    union all
    select g.owner_party_id, g.citizen_id, t.bit from glass_records() g cross join unnest('{1,2,4,8,16}'::smallint[]) as t(bit);
  end;

-- And of which sets of topics: a record with several is seen when every one of them is covered.
create function shared_topic_sets() returns table (owner_party_id uuid, citizen_id uuid, topics smallint)
  language sql stable rows 100 security definer set search_path = public
  begin atomic
    select c.owner_party_id, c.citizen_id, s.mask::smallint from consents_to_me() c
      cross join generate_series(1, 63) as s(mask) where s.mask & ~c.topics::integer = 0
    union all
    select g.owner_party_id, g.citizen_id, s.mask::smallint from glass_records() g cross join generate_series(1, 31) as s(mask);
  end;

-- Openings into records of my parties: the owning party is told, also when the link was untied since.
create function glass_into_mine() returns table (owner_party_id uuid, opening_id uuid)
  language sql stable security definer set search_path = public
  begin atomic
    select g.owner_party_id, g.id from glass_openings g where g.municipality_id = current_municipality()
      and exists (select from behind_glass(g.owner_party_id, g.citizen_id) t where t.owner_party_id in (select my_record_parties())
        and t.made_at < coalesce(g.closed_at, g.until) and (t.ended_at is null or t.ended_at > g.opened_at));
  end;

alter function breaks_glass() owner to brobygger_lookup;
alter function linked_to(uuid, uuid) owner to brobygger_lookup;
alter function behind_glass(uuid, uuid) owner to brobygger_lookup;
alter function glass_records() owner to brobygger_lookup;
alter function consents_to_me() owner to brobygger_lookup;
alter function shared_citizens() owner to brobygger_lookup;
alter function shared_topics() owner to brobygger_lookup;
alter function shared_topic_sets() owner to brobygger_lookup;
alter function glass_into_mine() owner to brobygger_lookup;
-- These two take any id, so nobody but the functions above may ask them.
revoke all on function linked_to(uuid, uuid) from public;
revoke all on function behind_glass(uuid, uuid) from public;

-- The giving party writes down a yes and takes it back; the receiving party sees it while it stands.
grant select, insert (municipality_id, id, owner_party_id, citizen_id, receiving_party_id, topics, ground, valid_from,
    valid_until, given_how, witness, recorded_by),
  update (withdrawn_at, withdrawn_by) on consents to brobygger_web;
create policy own_party on consents for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy received on consents for select to brobygger_web
  using (municipality_id = (select current_municipality()) and receiving_party_id in (select my_record_parties())
    and withdrawn_at is null and valid_from <= danish_today() and valid_until >= danish_today());
create policy give on consents for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties())
    and recorded_by = (select current_person()) and valid_from >= danish_today() and withdrawn_at is null);
create policy withdraw on consents for update to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()) and withdrawn_at is null)
  with check (municipality_id = (select current_municipality()) and withdrawn_by = (select current_person()));

-- The clock of a withdrawal is the database's own, and it is heard by every process at once.
create function consent_withdrawn() returns trigger language plpgsql as $$
begin
  new.withdrawn_at := now();
  perform pg_notify('sharing', new.municipality_id || ' ' || coalesce(new.receiving_party_id::text, ''));
  return new;
end $$;
create trigger consent_withdrawn before update on consents for each row execute function consent_withdrawn();
-- What goes with a deleted record is heard of as well.
create function consent_deleted() returns trigger language plpgsql as $$
begin
  perform pg_notify('sharing', old.municipality_id || ' ' || coalesce(old.receiving_party_id::text, ''));
  return null;
end $$;
create trigger consent_deleted after delete on consents for each row execute function consent_deleted();

grant select, insert (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by) on citizen_links to brobygger_web;
create policy both_sides on citizen_links for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (owner_party_id in (select my_record_parties()) or (owner_party_id, citizen_id) in (select owner_party_id, citizen_id from shared_citizens()))
    and (other_party_id in (select my_record_parties()) or (other_party_id, other_citizen_id) in (select owner_party_id, citizen_id from shared_citizens())));
-- Tying is the citizen's own act: what is seen behind broken glass alone cannot be tied.
create policy tie on citizen_links for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and made_by = (select current_person())
    and owner_party_id in (select my_record_parties())
    and (other_party_id in (select my_record_parties()) or (other_party_id, other_citizen_id) in (select owner_party_id, citizen_id from consents_to_me())));

-- Untying asks nobody and tells nothing: not even whether there was a tie.
create function untie_citizen(party uuid, citizen uuid) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  if party not in (select my_record_parties()) then return; end if;
  update citizen_links l set ended_at = now(), ended_by = current_person()
    where l.municipality_id = current_municipality() and l.ended_at is null
      and ((l.owner_party_id = party and l.citizen_id = citizen) or (l.other_party_id = party and l.other_citizen_id = citizen));
  perform pg_notify('sharing', current_municipality() || ' ' || party);
end $$;
alter function untie_citizen(uuid, uuid) owner to brobygger_lookup;
grant update (ended_at, ended_by) on citizen_links to brobygger_lookup;

grant select, insert (municipality_id, id, person_id, owner_party_id, citizen_id, reason, ground, until), update (closed_at)
  on glass_openings to brobygger_web;
create policy seen on glass_openings for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (person_id = (select current_person()) or owner_party_id in (select my_record_parties())
      or (select i_am('data_protection_officer')) or (owner_party_id, id) in (select owner_party_id, opening_id from glass_into_mine())));
create policy break on glass_openings for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and person_id = (select current_person())
    and owner_party_id in (select my_record_parties()) and (select breaks_glass()) and closed_at is null
    and until <= now() + interval '60 minutes');
create policy close on glass_openings for update to brobygger_web
  using (municipality_id = (select current_municipality()) and person_id = (select current_person()) and closed_at is null)
  with check (municipality_id = (select current_municipality()) and closed_at is not null);

-- What is closed stays closed, and nobody says when it was but the database.
create function glass_stays_closed() returns trigger language plpgsql as $$
begin
  if old.closed_at is null and new.closed_at is not null then new.closed_at := now(); end if;
  return new;
end $$;
create trigger glass_stays_closed before update on glass_openings for each row execute function glass_stays_closed();

create index citizens_by_id on citizens (municipality_id, id);

-- What was said about the records of one's own party (0006, 0007) stands; this comes beside it.
create policy shared on citizens for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (owner_party_id, id) in (select owner_party_id, citizen_id from shared_citizens()));
create policy shared on contacts for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (owner_party_id, citizen_id, topics) in (select owner_party_id, citizen_id, topics from shared_topic_sets()));

grant select, insert, update, delete on consents, citizen_links, glass_openings to brobygger_operator;
create policy operator on consents for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on citizen_links for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on glass_openings for all to brobygger_operator using (municipality_id = (select current_municipality()));
