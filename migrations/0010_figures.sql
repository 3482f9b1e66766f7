-- The figures' own copy of the contacts, so that a page of figures is as quick with a million contacts as with
-- a thousand: one packed row for each past month, which holds the columns that the figures count and nothing else.
-- It is a copy and never the truth: a month that changed after it was packed is read from the contacts themselves
-- until the job packs it again. docs/decisions/0012-figures-from-packed-months.md has the measurements.

create table figure_months (
  municipality_id uuid not null references municipalities on delete cascade,
  month date not null check (extract(day from month) = 1),
  -- The ids of the centres, with commas; a contact names its own by place, 0 for none.
  centres text not null,
  -- Half of `counted_as`, 8 bytes for each person of the month, and 8 bytes for each contact, person by person.
  people text not null,
  contacts text not null,
  packed_at timestamptz not null default now(),
  primary key (municipality_id, month)
);
-- What is packed is dense already; unpacking it again would cost more than reading it.
alter table figure_months alter column people set storage external, alter column contacts set storage external;
alter table figure_months enable row level security;
alter table figure_months force row level security;

-- What the packed months before the present one come to, counted from the first of January two years ago on: the
-- page that is asked for first adds the present month to it. One row a municipality, renewed by the job that packs;
-- whoever reads it makes sure in the same statement that none of its months has changed since.
create table figure_sums (
  municipality_id uuid primary key references municipalities on delete cascade,
  first_month date not null check (extract(day from first_month) = 1),
  until_month date not null check (extract(day from until_month) = 1),
  check (first_month < until_month),
  -- The ids of the centres, with commas; the sums; 8 bytes for each person and what they have had part in.
  centres text not null,
  sums text not null,
  people text not null
);
alter table figure_sums alter column people set storage external;
alter table figure_sums enable row level security;
alter table figure_sums force row level security;

-- That a month changed, written in the transaction that changed it. Rows are only added and taken away: nobody who
-- records a contact waits for somebody else who does.
create table figure_changes (
  municipality_id uuid not null references municipalities on delete cascade,
  id bigint generated always as identity,
  month date not null,
  primary key (municipality_id, id)
);
alter table figure_changes enable row level security;
alter table figure_changes force row level security;

-- Packs one month with the rights of who asks. The bits, from the lowest: 5 day of the month, 3 effort, 3 venue,
-- 2 kind, 3 outcome, 5 topics, 2 known before (1 no, 2 yes), 3 income, 6 free; 8 help forms, 10 minutes, 11 centre,
-- 1 whether it is the first contact of its person. Who has no person comes first, each person's own by day and time.
create function packed_month(municipality uuid, of_month date)
  returns table (centres text, people text, contacts text) language sql stable
  begin atomic
    with places as (
      select coalesce(array_agg(c.id order by c.id), '{}') as ids from centres c where c.municipality_id = municipality
    ), sorted as (
      select c.counted_as, c.counted_as is distinct from lag(c.counted_as) over in_order as is_first,
        extract(day from c.day)::bigint
          + (case c.effort when 'casework' then 0 when 'substanceUse' then 1 when 'contactPerson' then 2 when 'health' then 3 else 4 end << 5)
          + (case c.venue when 'centre' then 0 when 'townHall' then 1 when 'home' then 2 when 'street' then 3 when 'phone' then 4 else 5 end << 8)
          + (case c.kind when 'walkIn' then 0 when 'booked' then 1 else 2 end << 11)
          + (case c.outcome when 'held' then 0 when 'excused' then 1 when 'calledOff' then 2 when 'noShow' then 3 when 'moved' then 4 else 5 end << 13)
          + ((c.topics & 31)::bigint << 16)
          + (case when c.known_before then 2 when not c.known_before then 1 else 0 end << 21)
          + (case c.income when 'labourMarketBenefit' then 1 when 'pension' then 2 when 'wage' then 3 when 'other' then 4 else 0 end << 23)
          + (c.help_forms::bigint << 32)
          + (coalesce(c.minutes, 0)::bigint << 40)
          + (coalesce(array_position(p.ids, c.centre_id), 0)::bigint << 50) as bits
      from contacts c cross join places p
      where c.municipality_id = municipality and c.day >= of_month and c.day < (of_month + interval '1 month')::date
      window in_order as (order by c.counted_as nulls first, c.day, c.clock nulls first, c.id)
    )
    select (select array_to_string(p.ids, ',') from places p),
      encode(coalesce(string_agg(substring(uuid_send(s.counted_as) from 9 for 8), '') filter (where s.is_first and s.counted_as is not null), ''), 'base64'),
      encode(coalesce(string_agg(int8send(s.bits + case when s.is_first and s.counted_as is not null then 1::bigint << 61 else 0 end), ''), ''), 'base64')
    from sorted s;
  end;
revoke all on function packed_month(uuid, date) from public;
grant execute on function packed_month(uuid, date) to brobygger_figures, brobygger_operator;

create function month_of(day date) returns date language sql immutable
  return date_trunc('month', day::timestamp)::date;

create function figures_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op <> 'DELETE' then
    insert into figure_changes (municipality_id, month) select distinct municipality_id, month_of(day) from after_change;
  end if;
  if tg_op <> 'INSERT' then
    insert into figure_changes (municipality_id, month) select distinct municipality_id, month_of(day) from before_change;
  end if;
  return null;
end $$;
alter function figures_changed() owner to brobygger_lookup;
create trigger figures_changed_by_insert after insert on contacts
  referencing new table as after_change for each statement execute function figures_changed();
create trigger figures_changed_by_update after update on contacts
  referencing old table as before_change new table as after_change for each statement execute function figures_changed();
create trigger figures_changed_by_delete after delete on contacts
  referencing old table as before_change for each statement execute function figures_changed();

grant insert on figure_changes to brobygger_lookup;
-- Without a municipality nobody writes a contact but a superuser, whose changes count as well.
create policy lookup on figure_changes for insert to brobygger_lookup
  with check (municipality_id = (select current_municipality()) or (select current_municipality()) is null);

grant select on figure_months, figure_sums, figure_changes to brobygger_figures;
create policy figures on figure_months for select to brobygger_figures
  using (municipality_id = (select current_municipality()) and (select i_see_figures()));
create policy figures on figure_sums for select to brobygger_figures
  using (municipality_id = (select current_municipality()) and (select i_see_figures()));
create policy figures on figure_changes for select to brobygger_figures
  using (municipality_id = (select current_municipality()) and (select i_see_figures()));

-- The job that packs.
grant select, insert, update, delete on figure_months, figure_sums to brobygger_operator;
grant select, delete on figure_changes to brobygger_operator;
create policy operator on figure_months for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on figure_sums for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on figure_changes for all to brobygger_operator using (municipality_id = (select current_municipality()));
