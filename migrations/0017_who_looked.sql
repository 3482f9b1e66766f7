-- Who has looked: what a citizen is told of the access log when they ask, and what the officer does with it.
--
-- The log stays the officer's. A worker who sits with the citizen gets the lines about that one record, and only of a
-- record of the worker's own party, through the two functions below.

grant select on access_log, access_log_subjects to brobygger_lookup;
create policy looked on access_log for select to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy looked on access_log_subjects for select to brobygger_lookup using (municipality_id = (select current_municipality()));

-- The officer asks for refused tries alone; they are few.
create index access_log_refused on access_log (municipality_id, at) where kind = 'refused';

-- How many lines there are about a record of a party of mine, a Danish month each, up to the line `upto`.
create function looked_months(party uuid, citizen uuid, upto bigint) returns table (month date, times bigint, newest bigint)
  language sql stable security definer set search_path = public
  begin atomic
    select date_trunc('month', l.at at time zone 'Europe/Copenhagen')::date, count(*), max(l.id)
      from access_log_subjects s join access_log l on l.municipality_id = s.municipality_id and l.id = s.log_id
      where s.municipality_id = current_municipality() and s.subject_id = citizen and s.subject = 'citizen'
        and s.owner_party_id = party and s.log_id <= upto and party in (select my_record_parties())
      group by 1;
  end;

-- The lines themselves. `roles` and `parties` are what the person held at that moment: in the record's own party, else
-- wherever records are seen, else whatever it was; a file is brought in by whoever administers. `who` tells people
-- apart and says nothing more, `someone` that it was a person; the name comes where the municipality has chosen so.
-- `ground` and `reason` are of broken glass, the reason in the person's own words: the person had opened a record that
-- was tied to this one just then, and was not of this party.
create function looks_at(party uuid, citizen uuid, first timestamptz, until timestamptz, upto bigint)
  returns table (id bigint, at timestamptz, day date, kind text, purpose text, who bigint, someone boolean, name text, roles text[], parties text[], ground text, reason text)
  language sql stable security definer set search_path = public
  begin atomic
    with lines as (
      select l.id, l.at, l.kind, l.purpose, l.person_id, (l.at at time zone 'Europe/Copenhagen')::date as day,
          l.purpose like 'import.%' as brought
        from access_log_subjects s join access_log l on l.municipality_id = s.municipality_id and l.id = s.log_id
        where s.municipality_id = current_municipality() and s.subject_id = citizen and s.subject = 'citizen'
          and s.owner_party_id = party and s.log_id <= upto and l.at >= first and l.at < until
          and party in (select my_record_parties())
    -- From one change of somebody's roles to the next they are the same, so they are reckoned once for each such time and
    -- not for each line: a citizen may have fifty thousand.
    ), memberships_held as (
      select m.person_id, m.role, m.party_id,
          greatest(m.given_at, m.valid_from::timestamp at time zone 'Europe/Copenhagen') as first,
          coalesce(m.ended_at, (m.valid_until + 1)::timestamp at time zone 'Europe/Copenhagen', 'infinity') as until
        from memberships m where m.municipality_id = current_municipality() and m.person_id in (select l.person_id from lines l)
    ), times as (
      select e.person_id, e.at as first, lead(e.at) over (partition by e.person_id order by e.at) as until
        from (select m.person_id, m.first as at from memberships_held m union select m.person_id, m.until from memberships_held m) e
    ), held as (
      select t.person_id, t.first, t.until, b.brought, m.role, y.from_words, m.party_id is not distinct from party as own,
          rank() over (partition by t.person_id, t.first, b.brought order by (b.brought and m.role = 'administrator') desc,
            (m.party_id is not distinct from party) desc,
            (m.role in ('outreach_worker', 'centre_staff', 'centre_manager', 'coordinator')) desc) as place
        from times t cross join (values (true), (false)) b(brought)
        join memberships_held m on m.person_id = t.person_id and m.first <= t.first and m.until >= t.until
        left join parties y on y.municipality_id = current_municipality() and y.id = m.party_id
    ), stood as (
      select h.person_id, h.first, h.until, h.brought, bool_or(h.own) as own, array_agg(h.role order by h.from_words, h.role) as roles,
          array_agg(h.from_words order by h.from_words, h.role) as parties
        from held h where h.place = 1 group by h.person_id, h.first, h.until, h.brought
    ), tied as (
      select distinct t.owner_party_id, t.citizen_id from linked_to(party, citizen) t
    ), glass as materialized (
      select g.id, g.person_id, g.ground, g.reason, greatest(g.opened_at, b.made_at) as first, least(g.until, g.closed_at, b.ended_at) as until
        from tied t join glass_openings g on g.municipality_id = current_municipality()
          and g.owner_party_id = t.owner_party_id and g.citizen_id = t.citizen_id
        cross join lateral behind_glass(g.owner_party_id, g.citizen_id) b
        where b.owner_party_id = party and b.citizen_id = citizen
    )
    select l.id, l.at, l.day, l.kind, l.purpose, dense_rank() over (order by l.person_id), l.person_id is not null,
        case when (select m.names_staff_in_log from municipalities m where m.id = current_municipality()) then p.public_name end,
        s.roles, s.parties, broken.ground, broken.reason
      from lines l
      left join people p on p.municipality_id = current_municipality() and p.id = l.person_id
      left join stood s on s.person_id = l.person_id and s.brought = l.brought and l.at >= s.first and l.at < s.until
      left join lateral (select g.ground, g.reason from glass g where g.person_id = l.person_id and l.at >= g.first and l.at < g.until
        and not coalesce(s.own, false) order by g.first, g.id limit 1) broken on true
      order by l.at desc, l.id desc;
  end;

alter function looked_months(uuid, uuid, bigint) owner to brobygger_lookup;
alter function looks_at(uuid, uuid, timestamptz, timestamptz, bigint) owner to brobygger_lookup;
revoke all on function looked_months(uuid, uuid, bigint) from public;
revoke all on function looks_at(uuid, uuid, timestamptz, timestamptz, bigint) from public;
grant execute on function looked_months(uuid, uuid, bigint) to brobygger_web;
grant execute on function looks_at(uuid, uuid, timestamptz, timestamptz, bigint) to brobygger_web;

-- Looks at records that had lain still: whether somebody had talked with the citizen is all that the officer learns.
-- A talk some days after the look counts too: whoever prepares a meeting looks first.
create function quiet_looks(first timestamptz, until timestamptz, apart text[], quiet_days integer, ahead_days integer)
  returns table (person_id uuid, day date, citizens bigint, times bigint)
  language sql stable security definer set search_path = public
  begin atomic
    with lines as materialized (
      select a.id, a.person_id, a.at, (a.at at time zone 'Europe/Copenhagen')::date as day from access_log a
        where a.municipality_id = current_municipality() and a.at >= first and a.at < until
          and a.person_id is not null and a.kind <> 'refused' and a.purpose <> all (apart)
    )
    select l.person_id, l.day, count(distinct (s.owner_party_id, s.subject_id)), count(distinct l.id)
      from lines l
      join access_log_subjects s on s.municipality_id = current_municipality() and s.log_id = l.id and s.subject = 'citizen'
        -- Says nothing new, and keeps to a part of the index where the planner would read every subject of all years.
        and s.log_id >= (select min(lines.id) from lines) and s.log_id <= (select max(lines.id) from lines)
      join citizens z on z.municipality_id = current_municipality() and z.owner_party_id = s.owner_party_id and z.id = s.subject_id
      where (select i_am('data_protection_officer')) and z.created_at < l.at - make_interval(days => quiet_days)
        and not exists (select from contacts c where c.municipality_id = current_municipality()
          and c.owner_party_id = s.owner_party_id and c.citizen_id = s.subject_id
          and c.day >= l.day - quiet_days and c.day <= l.day + ahead_days)
      group by l.person_id, l.day;
  end;
alter function quiet_looks(timestamptz, timestamptz, text[], integer, integer) owner to brobygger_lookup;
revoke all on function quiet_looks(timestamptz, timestamptz, text[], integer, integer) from public;
grant execute on function quiet_looks(timestamptz, timestamptz, text[], integer, integer) to brobygger_web;
grant select (citizen_id) on contacts to brobygger_lookup;
grant select (created_at) on citizens to brobygger_lookup;

-- Spot checks: lines of the log that were drawn by lot, and what the officer found. They outlive the lines.
create table log_checks (
  municipality_id uuid not null,
  -- One draw is one id, chosen by the form: the same post twice is one draw.
  draw_id uuid not null,
  log_id bigint not null,
  first_day date not null,
  last_day date not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null default now(),
  result text check (result in ('fine', 'asked', 'followUp')),
  remark text check (length(btrim(remark)) between 1 and 300),
  checked_by uuid,
  checked_at timestamptz,
  primary key (municipality_id, draw_id, log_id),
  foreign key (municipality_id, drawn_by) references people on delete restrict,
  foreign key (municipality_id, checked_by) references people on delete restrict,
  check (first_day <= last_day),
  check ((result is null) = (checked_at is null) and (result is null) = (checked_by is null)),
  check (remark is null or result is not null)
);
create index log_checks_newest on log_checks (municipality_id, drawn_at desc);
alter table log_checks enable row level security;
alter table log_checks force row level security;

-- Written once: what was found does not change afterwards, and the clock is the database's own.
create function log_check_told() returns trigger language plpgsql as $$
begin
  new.checked_at := now();
  return new;
end $$;
create trigger log_check_told before update on log_checks for each row execute function log_check_told();

grant select, insert (municipality_id, draw_id, log_id, first_day, last_day, drawn_by),
  update (result, remark, checked_by) on log_checks to brobygger_web;
create policy read on log_checks for select to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('data_protection_officer')));
create policy draw on log_checks for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and (select i_am('data_protection_officer'))
    and drawn_by = (select current_person()));
create policy tell on log_checks for update to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('data_protection_officer')) and checked_at is null)
  with check (municipality_id = (select current_municipality()) and checked_by = (select current_person()));
grant select, insert, update, delete on log_checks to brobygger_operator;
create policy operator on log_checks for all to brobygger_operator using (municipality_id = (select current_municipality()));
