-- What two who do not see a record are told of it: a colleague of another party, that there is more than they see;
-- and a helper from outside (a volunteer debt adviser, a home help), the few named things that a citizen lets them.

-- How many notes and talks of another party stay closed to me, told only where the citizen's own yes already says
-- that this party works with them, and never of mental health, substance use or court: that there is such a record
-- is itself a secret. What is the other party's alone is not counted either.
create function hidden_from_me(party uuid, citizen uuid) returns table (notes bigint, talks bigint)
  language sql stable security definer set search_path = public
  begin atomic
    with yes as (
      select c.topics from consents_to_me() c where c.owner_party_id = party and c.citizen_id = citizen
    )
    select
      (select count(*) from notes n where n.municipality_id = current_municipality() and n.owner_party_id = party
        and n.citizen_id = citizen and n.kind <> 'own' and n.topic in (1, 4, 16)
        and not exists (select from yes where n.topic & ~yes.topics = 0)),
      (select count(*) from contacts t where t.municipality_id = current_municipality() and t.owner_party_id = party
        and t.citizen_id = citizen and t.outcome = 'held' and t.topics <> 0 and t.topics & 42 = 0
        and not exists (select from yes where t.topics & ~yes.topics = 0))
    where exists (select from yes) and party not in (select my_record_parties());
  end;
alter function hidden_from_me(uuid, uuid) owner to brobygger_lookup;
grant select (topics) on contacts to brobygger_lookup;
grant select on notes, plan_parts to brobygger_lookup;
create policy lookup on notes for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on plan_parts for select to brobygger_lookup using (municipality_id = (select current_municipality()));

-- A share with a helper from outside. The link and its code reach them by two ways; the browser that uses them
-- first is the only one that can. Only hashes are here.
create table helper_shares (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  citizen_id uuid not null,
  id uuid not null,
  helper_name text not null check (length(btrim(helper_name)) between 1 and 120),
  helper_kind text not null check (helper_kind in ('debtAdviser', 'homeHelp', 'relative', 'contactPerson', 'other')),
  valid_until date not null,
  link_hash bytea not null,
  code_hash bytea not null,
  wrong_codes smallint not null default 0,
  browser_hash bytea,
  opened_at timestamptz,
  given_by uuid not null,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, given_by) references people on delete restrict,
  foreign key (municipality_id, withdrawn_by) references people on delete restrict,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((browser_hash is null) = (opened_at is null))
);
create index helper_shares_of_citizen on helper_shares (municipality_id, owner_party_id, citizen_id, given_at desc);
create unique index helper_shares_by_link on helper_shares (municipality_id, link_hash);
create index helper_shares_by_browser on helper_shares (municipality_id, browser_hash) where browser_hash is not null;
alter table helper_shares enable row level security;
alter table helper_shares force row level security;

-- The things that are shared, by name: nothing else of the record is.
create table helper_things (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  share_id uuid not null,
  kind text not null check (kind in ('step', 'appointment', 'part', 'task')),
  thing_id uuid not null,
  primary key (municipality_id, owner_party_id, share_id, kind, thing_id),
  foreign key (municipality_id, owner_party_id, share_id) references helper_shares on delete cascade
);
alter table helper_things enable row level security;
alter table helper_things force row level security;

-- When the helper looked, and at which things.
create table helper_looks (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  share_id uuid not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default now(),
  shown uuid[] not null,
  primary key (municipality_id, owner_party_id, share_id, id),
  foreign key (municipality_id, owner_party_id, share_id) references helper_shares on delete cascade
);
create index helper_looks_of_share on helper_looks (municipality_id, owner_party_id, share_id, at desc);
alter table helper_looks enable row level security;
alter table helper_looks force row level security;

grant select (municipality_id, owner_party_id, citizen_id, id, helper_name, helper_kind, valid_until, wrong_codes, opened_at,
    given_by, given_at, withdrawn_at, withdrawn_by),
  insert (municipality_id, owner_party_id, citizen_id, id, helper_name, helper_kind, valid_until, link_hash, code_hash, given_by),
  update (withdrawn_at, withdrawn_by) on helper_shares to brobygger_web;
create policy own_party on helper_shares for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy give on helper_shares for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties())
    and given_by = (select current_person()) and valid_until between danish_today() and danish_today() + 366);
create policy withdraw on helper_shares for update to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()) and withdrawn_at is null)
  with check (municipality_id = (select current_municipality()) and withdrawn_by = (select current_person()));
grant select, insert on helper_things to brobygger_web;
create policy own_party on helper_things for all to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
grant select on helper_looks to brobygger_web;
create policy own_party on helper_looks for select to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
-- The clock is the database's own (0014).
create trigger share_withdrawn before update of withdrawn_by on helper_shares for each row execute function power_withdrawn();
-- The page that the helper has open hears of it, also when the record is deleted; it knows itself by its browser's hash.
create function share_told() returns trigger language plpgsql as $$
begin
  perform pg_notify('sharing', old.municipality_id || ' ' || coalesce(encode(old.browser_hash, 'hex'), ''));
  return null;
end $$;
create trigger share_told after delete or update of withdrawn_by on helper_shares for each row execute function share_told();

grant select, update (wrong_codes, browser_hash, opened_at) on helper_shares to brobygger_lookup;
grant select on helper_things to brobygger_lookup;
-- A closed record shares nothing.
grant select (closed_at) on citizens to brobygger_lookup;
grant insert on helper_looks to brobygger_lookup;
create policy lookup on helper_shares for all to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on helper_things for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on helper_looks for insert to brobygger_lookup with check (municipality_id = (select current_municipality()));
grant select, insert, update, delete on helper_shares, helper_things, helper_looks to brobygger_operator;
create policy operator on helper_shares for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on helper_things for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on helper_looks for all to brobygger_operator using (municipality_id = (select current_municipality()));

-- The first use: link and code together bind the share to the browser that brought them. A wrong code counts, and
-- the fifth ends the share; nothing tells whether it was the link or the code that was wrong.
create function open_helper_share(here uuid, link bytea, code bytea, browser bytea) returns boolean
  language plpgsql volatile security definer set search_path = public as $$
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

-- What the helper at this browser sees, and no more: only named things, only while the share stands, and only where
-- they are the citizen's whom the share is about. Each look stands in the log, before the answer.
create function look_as_helper(here uuid, browser bytea)
  returns table (share_id uuid, helper_name text, party_name text, valid_until date, kind text, id uuid, words text,
    day date, clock time, place text, more text, state text)
  language plpgsql volatile security definer set search_path = public as $$
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

-- A share's id is chosen by a form, and may stand at two parties: the party says whose it is.
create function helper_view(here uuid, party uuid, share uuid)
  returns table (kind text, id uuid, words text, day date, clock time, place text, more text, state text)
  language sql stable security definer set search_path = public
  begin atomic
    select g.kind, g.thing_id, coalesce(p.words, t.words, a.words, k.words), coalesce(p.day, a.day, k.day), a.clock, a.address,
      a.bring, coalesce(p.state, a.state, case when k.done_at is not null then 'done' end)
    from helper_shares s
    join citizens z on z.municipality_id = s.municipality_id and z.owner_party_id = s.owner_party_id and z.id = s.citizen_id
      and z.closed_at is null
    join helper_things g on g.municipality_id = s.municipality_id and g.owner_party_id = s.owner_party_id and g.share_id = s.id
    left join steps p on g.kind = 'step' and p.municipality_id = s.municipality_id and p.owner_party_id = s.owner_party_id
      and p.citizen_id = s.citizen_id and p.id = g.thing_id and p.put_away_at is null
    left join plan_parts t on g.kind = 'part' and t.municipality_id = s.municipality_id and t.owner_party_id = s.owner_party_id
      and t.citizen_id = s.citizen_id and t.id = g.thing_id and t.put_away_at is null
    left join appointments a on g.kind = 'appointment' and a.municipality_id = s.municipality_id and a.owner_party_id = s.owner_party_id
      and a.citizen_id = s.citizen_id and a.id = g.thing_id
    left join tasks k on g.kind = 'task' and k.municipality_id = s.municipality_id and k.owner_party_id = s.owner_party_id
      and k.citizen_id = s.citizen_id and k.id = g.thing_id
    where s.municipality_id = here and s.owner_party_id = party and s.id = share and coalesce(p.id, t.id, a.id, k.id) is not null;
  end;

do $$
declare step regprocedure;
begin
  foreach step in array array['open_helper_share(uuid,bytea,bytea,bytea)', 'look_as_helper(uuid,bytea)', 'helper_view(uuid,uuid,uuid)']::regprocedure[]
  loop
    execute format('alter function %s owner to brobygger_lookup', step);
    execute format('revoke all on function %s from public', step);
    if step::text !~ '^helper_view' then execute format('grant execute on function %s to brobygger_app', step); end if;
  end loop;
end $$;
