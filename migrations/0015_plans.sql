-- The plan: what a citizen wants, the small steps on the way, what those who work have promised, and the
-- appointments elsewhere. Each row belongs to one party and has at most one topic; without one it is never
-- shared. Another party reads along by the citizen's yes, and writes nothing, save in a task that it was handed.

-- What may follow what, in steps and appointments: the same table as `state-rules.ts`, which draws the buttons.
create function may_follow(record text, former text, later text) returns boolean language sql immutable
  return former = later or (record, former, later) in (
    ('step', 'open', 'next'), ('step', 'open', 'waiting'), ('step', 'open', 'resting'), ('step', 'open', 'done'),
    ('step', 'next', 'open'), ('step', 'next', 'waiting'), ('step', 'next', 'resting'), ('step', 'next', 'done'),
    ('step', 'waiting', 'open'), ('step', 'waiting', 'next'), ('step', 'waiting', 'resting'), ('step', 'waiting', 'done'),
    ('step', 'resting', 'open'), ('step', 'resting', 'next'), ('step', 'resting', 'waiting'), ('step', 'resting', 'done'),
    ('step', 'done', 'next'), ('step', 'done', 'open'),
    ('appointment', 'planned', 'held'), ('appointment', 'planned', 'missed'), ('appointment', 'planned', 'calledOff'),
    ('appointment', 'planned', 'moved'), ('appointment', 'held', 'planned'), ('appointment', 'missed', 'planned'),
    ('appointment', 'calledOff', 'planned'));
create function state_follows() returns trigger language plpgsql as $$
begin
  if not may_follow(tg_argv[0], old.state, new.state) then
    raise exception '% does not follow %', new.state, old.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- That one party works on a plan with a citizen, and who is told when it stands still: when nobody has met the
-- citizen for so many weeks, or a step has no owner. Nothing closes a plan by itself.
create table plans (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  kept_by uuid not null,
  weeks smallint not null default 4 check (weeks between 1 and 52),
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, owner_party_id, id),
  unique (municipality_id, owner_party_id, citizen_id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, kept_by) references people on delete restrict
);
create index plans_kept_by on plans (municipality_id, kept_by) where closed_at is null;
alter table plans enable row level security;
alter table plans force row level security;

-- A part of the plan in the citizen's own words. `areas`: bits 1 social mastery, 2 use of network, 4 citizenship,
-- 8 feels involved, 16 substance use and illness insight, 32 self-support, 64 master of one's own life (domain 182);
-- several at once, and none for what has no box.
create table plan_parts (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  topic smallint check (topic in (1, 2, 4, 8, 16, 32)),
  kind text not null check (kind in ('goal', 'goodAt', 'help', 'justHere')),
  areas smallint not null default 0 check (areas between 0 and 127),
  words text not null check (length(btrim(words)) between 1 and 1000),
  put_away_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, created_by) references people on delete restrict,
  check (areas = 0 or kind = 'goal')
);
create index plan_parts_of_citizen on plan_parts (municipality_id, owner_party_id, citizen_id, id);
alter table plan_parts enable row level security;
alter table plan_parts force row level security;

-- Somebody who works with the citizen, and what they do, in the citizen's words.
create table plan_people (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  topic smallint check (topic in (1, 2, 4, 8, 16, 32)),
  person_id uuid not null,
  words text not null check (length(btrim(words)) between 1 and 80),
  put_away_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, person_id) references people on delete restrict
);
create index plan_people_of_citizen on plan_people (municipality_id, owner_party_id, citizen_id);
alter table plan_people enable row level security;
alter table plan_people force row level security;

-- A small step (domain 107): the citizen's own, somebody's who works with the citizen, or both together. It may
-- wait for another, and rest without being late; one that is done stays.
create table steps (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  topic smallint check (topic in (1, 2, 4, 8, 16, 32)),
  words text not null check (length(btrim(words)) between 1 and 120),
  day date,
  -- Null: nobody's yet, which somebody is told.
  whose text check (whose in ('citizen', 'worker', 'together')),
  person_id uuid,
  whose_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'next', 'waiting', 'resting', 'done')),
  waits_for uuid,
  -- Why it rests, and what the citizen said when it was done.
  rest_words text check (length(btrim(rest_words)) between 1 and 200),
  done_words text check (length(btrim(done_words)) between 1 and 200),
  done_on date,
  put_away_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (municipality_id, owner_party_id, id),
  unique (municipality_id, owner_party_id, citizen_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, owner_party_id, citizen_id, waits_for) references steps (municipality_id, owner_party_id, citizen_id, id),
  foreign key (municipality_id, person_id) references people on delete restrict,
  foreign key (municipality_id, created_by) references people on delete restrict,
  check (coalesce(whose in ('worker', 'together'), false) = (person_id is not null)),
  check (state <> 'waiting' or waits_for is not null),
  check ((state = 'resting') = (rest_words is not null)),
  check ((state = 'done') = (done_on is not null)),
  check (done_words is null or state = 'done'),
  check (waits_for <> id),
  -- What is done stays where it can be seen.
  check (put_away_at is null or state <> 'done')
);
create index steps_of_person on steps (municipality_id, person_id) where state <> 'done' and put_away_at is null;
create index steps_unowned on steps (municipality_id, owner_party_id) where whose is null and state <> 'done' and put_away_at is null;
alter table steps enable row level security;
alter table steps force row level security;

-- No step waits for itself, however long the way round; and none waits for what is done already. The lock is one
-- a citizen: two halves of a ring, made at the same moment, meet here.
create function step_written() returns trigger language plpgsql as $$
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
create trigger step_written before insert or update on steps for each row execute function step_written();
create trigger state_follows before update on steps for each row execute function state_follows('step');

-- What waited for a step that is done is the next one, or can begin where there is a next one already.
create function step_done() returns trigger language plpgsql as $$
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
create trigger step_done after update on steps for each row when (new.state = 'done' and old.state <> 'done') execute function step_done();

-- What somebody who works has promised, about a citizen or about nobody. It is `person_id`'s when they have said
-- yes to it; until then, and when they say no, it stays with who gave it.
create table tasks (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null,
  citizen_id uuid,
  topic smallint check (topic in (1, 2, 4, 8, 16, 32)),
  words text not null check (length(btrim(words)) between 1 and 200),
  day date not null,
  person_id uuid not null,
  -- The party in which they have it: the owner's, or the one that it was handed to.
  party_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null default now(),
  -- Who passed it on to a colleague, in the party that it was handed to: it is theirs until the colleague says yes.
  passed_by uuid,
  accepted_at timestamptz,
  refused_at timestamptz,
  refused_words text check (length(btrim(refused_words)) between 1 and 200),
  held_by uuid not null generated always as (case when accepted_at is null then coalesce(passed_by, given_by) else person_id end) stored,
  -- A list of small things, one a line; bit n is line n + 1.
  list text not null default '' check (length(list) <= 2000),
  ticked integer not null default 0 check (ticked >= 0),
  done_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  -- That somebody said it: it is about no citizen. Words about one would reach another party without a yes and a log.
  about_nobody boolean not null default false,
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id) references parties on delete restrict,
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, person_id) references people on delete restrict,
  foreign key (municipality_id, party_id) references parties on delete restrict,
  foreign key (municipality_id, given_by) references people on delete restrict,
  foreign key (municipality_id, passed_by) references people on delete restrict,
  foreign key (municipality_id, created_by) references people on delete restrict,
  check (citizen_id is not null or topic is null),
  check (passed_by is null or party_id <> owner_party_id),
  -- What another party is to see has a topic that the citizen said yes to.
  check (party_id = owner_party_id or citizen_id is null or topic is not null),
  check (party_id = owner_party_id or citizen_id is not null or about_nobody),
  check (citizen_id is null or not about_nobody),
  check (accepted_at is null or refused_at is null),
  check ((refused_at is null) = (refused_words is null)),
  check (done_at is null or accepted_at is not null)
);
create index tasks_held on tasks (municipality_id, held_by, day) where done_at is null;
create index tasks_offered on tasks (municipality_id, person_id) where accepted_at is null and refused_at is null;
create index tasks_of_citizen on tasks (municipality_id, owner_party_id, citizen_id) where citizen_id is not null;
create index tasks_given on tasks (municipality_id, given_by) where done_at is null;
create index tasks_to_party on tasks (municipality_id, party_id);
create index tasks_unanswered on tasks (municipality_id, given_at) where accepted_at is null and refused_at is null;
alter table tasks enable row level security;
alter table tasks force row level security;

-- Whether a yes in force lets another party see this topic of a citizen of mine.
create function may_hand_to(party uuid, citizen uuid, asked_topic smallint, receiver uuid) returns boolean
  language sql stable security definer set search_path = public
  return party in (select my_record_parties()) and exists (
    select from consents c where c.municipality_id = current_municipality() and c.owner_party_id = party and c.citizen_id = citizen
      and c.receiving_party_id = receiver and c.ground in ('obtain', 'disclose') and c.withdrawn_at is null
      and c.valid_from <= danish_today() and c.valid_until >= danish_today()
    having bit_or(c.topics) & asked_topic = asked_topic);
alter function may_hand_to(uuid, uuid, smallint, uuid) owner to brobygger_lookup;

-- The receiving party answers, ticks and chooses who of its own has it, and writes nothing else; and nothing about a
-- citizen is handed to a party that the citizen did not say yes to.
create function task_handed() returns trigger language plpgsql as $$
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
create trigger task_handed before insert or update on tasks for each row execute function task_handed();

-- An appointment elsewhere: where, what to bring, and who goes along.
create table appointments (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  topic smallint check (topic in (1, 2, 4, 8, 16, 32)),
  at_place text not null check (at_place in ('court', 'police', 'doctor', 'hospital', 'bank', 'jobCentre', 'townHall', 'insurer', 'other')),
  words text not null check (length(btrim(words)) between 1 and 120),
  address text check (length(btrim(address)) between 1 and 120),
  bring text check (length(btrim(bring)) between 1 and 200),
  day date not null,
  clock time,
  companion_id uuid,
  -- Somebody who does not work here, in the citizen's words: "min søster".
  companion_words text check (length(btrim(companion_words)) between 1 and 80),
  meet_place text check (length(btrim(meet_place)) between 1 and 120),
  meet_clock time,
  state text not null default 'planned' check (state in ('planned', 'held', 'missed', 'calledOff', 'moved')),
  state_words text check (length(btrim(state_words)) between 1 and 200),
  state_at timestamptz,
  moved_from uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (municipality_id, owner_party_id, id),
  unique (municipality_id, owner_party_id, citizen_id, id),
  foreign key (municipality_id, owner_party_id, citizen_id) references citizens on delete cascade,
  foreign key (municipality_id, owner_party_id, citizen_id, moved_from) references appointments (municipality_id, owner_party_id, citizen_id, id),
  foreign key (municipality_id, companion_id) references people on delete restrict,
  foreign key (municipality_id, created_by) references people on delete restrict,
  -- Court and police have the narrowest topic, whoever writes it down.
  check (at_place not in ('court', 'police') or topic is not distinct from 32),
  check (companion_id is null or companion_words is null),
  check ((state = 'planned') = (state_at is null)),
  check (state_words is null or state <> 'planned')
);
create index appointments_of_citizen on appointments (municipality_id, owner_party_id, citizen_id, day);
create index appointments_of_companion on appointments (municipality_id, companion_id, day) where companion_id is not null;
create unique index appointments_moved_once on appointments (municipality_id, owner_party_id, moved_from) where moved_from is not null;
alter table appointments enable row level security;
alter table appointments force row level security;
create trigger state_follows before update on appointments for each row execute function state_follows('appointment');

create trigger keep_version before update on plans for each row execute function keep_version('plan');
create trigger keep_version before update on plan_parts for each row execute function keep_version('plan_part');
create trigger keep_version before update on plan_people for each row execute function keep_version('plan_person');
create trigger keep_version before update on steps for each row execute function keep_version('step');
create trigger keep_version before update on tasks for each row when (old.citizen_id is not null) execute function keep_version('task');
create trigger keep_version before update on appointments for each row execute function keep_version('appointment');

grant select, insert, update on plans, plan_parts, plan_people, steps, tasks, appointments to brobygger_web;
create policy own_party on plans for all to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy own_party on plan_parts for all to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy own_party on plan_people for all to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy own_party on steps for all to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy own_party on tasks for all to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy own_party on appointments for all to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));
create policy shared on plan_parts for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (owner_party_id, citizen_id, topic) in (select owner_party_id, citizen_id, topic from shared_topics()));
create policy shared on plan_people for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (owner_party_id, citizen_id, topic) in (select owner_party_id, citizen_id, topic from shared_topics()));
create policy shared on steps for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (owner_party_id, citizen_id, topic) in (select owner_party_id, citizen_id, topic from shared_topics()));
create policy shared on tasks for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (owner_party_id, citizen_id, topic) in (select owner_party_id, citizen_id, topic from shared_topics()));
create policy shared on appointments for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and (owner_party_id, citizen_id, topic) in (select owner_party_id, citizen_id, topic from shared_topics()));

-- Whoever was handed a task sees it and answers: while the yes stands, and where it is about nobody.
create policy handed on tasks for select to brobygger_web
  using (municipality_id = (select current_municipality()) and party_id in (select my_record_parties()) and citizen_id is null);
create policy received on tasks for update to brobygger_web
  using (municipality_id = (select current_municipality()) and party_id in (select my_record_parties())
    -- By the citizen's yes alone: whoever breaks the glass looks, and answers nothing.
    and (citizen_id is null or (owner_party_id, citizen_id, topic) in (select c.owner_party_id, c.citizen_id, t.bit
      from consents_to_me() c cross join unnest('{1,2,4,8,16,32}'::smallint[]) as t(bit) where c.topics & t.bit <> 0)));

-- A coordinator sees of every party of the municipality, and whoever leads a private one of that, that something stands
-- still, never what or how much: twice as long as its own people were told. A record that is closed and a plan that somebody closed are left in peace. The caller
-- reckons the working days, and cannot ask for less than six days.
drop function parties_standing_still();
create function parties_i_follow() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select p.id from parties p where p.municipality_id = current_municipality() and i_am('coordinator')
      and p.id not in (select private_parties())
    union
    select parties_i_lead();
  end;
create function parties_standing_still(unanswered_before date) returns setof uuid
  language sql stable security definer set search_path = public
  begin atomic
    select c.owner_party_id from contacts c
      where c.municipality_id = current_municipality() and c.owner_party_id in (select parties_i_follow())
        and ((c.outcome = 'open' and c.day < danish_today() - 3)
          or (c.next_thing is not null and c.next_done_at is null and c.next_day < danish_today() - 3))
    union
    select t.owner_party_id from tasks t
      where t.municipality_id = current_municipality() and t.owner_party_id in (select parties_i_follow()) and t.done_at is null
        and not exists (select from citizens z where z.municipality_id = t.municipality_id and z.owner_party_id = t.owner_party_id
          and z.id = t.citizen_id and z.closed_at is not null)
        and (t.day < danish_today() - 3 or (t.accepted_at is null and t.refused_at is null
          and (t.given_at at time zone 'Europe/Copenhagen')::date < least(unanswered_before, danish_today() - 6)))
    union
    select s.owner_party_id from steps s
      where s.municipality_id = current_municipality() and s.owner_party_id in (select parties_i_follow()) and s.state in ('open', 'next', 'waiting')
        and s.put_away_at is null and s.whose is distinct from 'citizen'
        and exists (select from plans p join citizens z on z.municipality_id = p.municipality_id and z.owner_party_id = p.owner_party_id and z.id = p.citizen_id
          where p.municipality_id = s.municipality_id and p.owner_party_id = s.owner_party_id and p.citizen_id = s.citizen_id
            and p.closed_at is null and z.closed_at is null)
        and (s.whose_at at time zone 'Europe/Copenhagen')::date < least(unanswered_before, danish_today() - 6)
        and not exists (select from memberships m where m.municipality_id = s.municipality_id and m.person_id = s.person_id
          and m.valid_from <= danish_today() and coalesce(m.valid_until, danish_today()) >= least(unanswered_before, danish_today() - 6))
    union
    select p.owner_party_id from plans p
      where p.municipality_id = current_municipality() and p.owner_party_id in (select parties_i_follow()) and p.closed_at is null
        and not exists (select from citizens z where z.municipality_id = p.municipality_id and z.owner_party_id = p.owner_party_id
          and z.id = p.citizen_id and z.closed_at is not null)
        and (p.opened_at at time zone 'Europe/Copenhagen')::date < danish_today() - 14 * p.weeks
        and not exists (select from contacts c where c.municipality_id = p.municipality_id and c.owner_party_id = p.owner_party_id
          and c.citizen_id = p.citizen_id and c.outcome = 'held' and c.day >= danish_today() - 14 * p.weeks)
        and not exists (select from appointments a where a.municipality_id = p.municipality_id and a.owner_party_id = p.owner_party_id
          and a.citizen_id = p.citizen_id and a.companion_id is not null and a.state = 'held' and a.day >= danish_today() - 14 * p.weeks);
  end;
alter function parties_i_follow() owner to brobygger_lookup;
alter function parties_standing_still(date) owner to brobygger_lookup;
grant select (citizen_id) on contacts to brobygger_lookup;
grant select (closed_at) on citizens to brobygger_lookup;
grant select on plans, steps, tasks, appointments to brobygger_lookup;
create policy lookup on plans for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on steps for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on tasks for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on appointments for select to brobygger_lookup using (municipality_id = (select current_municipality()));

grant select, insert, update, delete on plans, plan_parts, plan_people, steps, tasks, appointments to brobygger_operator;
create policy operator on plans for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on plan_parts for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on plan_people for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on steps for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on tasks for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on appointments for all to brobygger_operator using (municipality_id = (select current_municipality()));
