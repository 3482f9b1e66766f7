-- The drop-in centres, equal parties whether municipal or private: address, opening hours, a profile
-- in their own words, house rules, and rooms of which one at least is fit for confidential talks.

create table centres (
  municipality_id uuid not null,
  id uuid not null,
  -- A centre is a party too: its staff's own records belong to it.
  party_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$'),
  name text not null check (length(btrim(name)) between 1 and 80),
  -- Whether one is "på" or "i" it, which nobody can tell from its name: på Fyrskuret, i Blå Port.
  preposition text not null default 'på' check (preposition in ('på', 'i')),
  address text not null default '' check (length(address) <= 200),
  phone text check (phone ~ '^\+?[0-9]{8,15}$'),
  profile text not null default '' check (length(profile) <= 2000),
  house_rules text not null default '' check (length(house_rules) <= 2000),
  closed_on date,
  primary key (municipality_id, id),
  unique (municipality_id, slug),
  unique (municipality_id, name),
  unique (municipality_id, party_id),
  foreign key (municipality_id, party_id) references parties on delete restrict
);
alter table centres enable row level security;
alter table centres force row level security;

create table rooms (
  municipality_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 80),
  confidential boolean not null default false,
  primary key (municipality_id, id),
  unique (municipality_id, centre_id, name),
  unique (municipality_id, centre_id, id),
  foreign key (municipality_id, centre_id) references centres on delete cascade
);
alter table rooms enable row level security;
alter table rooms force row level security;

-- Weekday 1 is Monday. Several rows a day are allowed: many centres close over noon.
create table centre_hours (
  municipality_id uuid not null,
  centre_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  from_time time not null,
  until_time time not null check (until_time > from_time),
  primary key (municipality_id, centre_id, weekday, from_time),
  foreign key (municipality_id, centre_id) references centres on delete cascade
);
alter table centre_hours enable row level security;
alter table centre_hours force row level security;

-- One day that is otherwise: open on a holiday, closed on an ordinary day, or other hours.
create table centre_days (
  municipality_id uuid not null,
  centre_id uuid not null,
  day date not null,
  open boolean not null,
  from_time time,
  until_time time,
  primary key (municipality_id, centre_id, day),
  foreign key (municipality_id, centre_id) references centres on delete cascade,
  check ((from_time is null) = (until_time is null)),
  check (until_time > from_time),
  check (open or from_time is null)
);
alter table centre_days enable row level security;
alter table centre_days force row level security;

create function centres_i_manage() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select id from centres where municipality_id = current_municipality()
      and (party_id in (select my_parties('centre_manager')) or i_am('administrator'));
  end;
alter function centres_i_manage() owner to brobygger_lookup;
grant select on centres to brobygger_lookup;
create policy lookup on centres for select to brobygger_lookup using (municipality_id = (select current_municipality()));

grant select, insert, update on centres to brobygger_web;
grant select, insert, update, delete on rooms, centre_hours, centre_days to brobygger_web;
create policy read on centres for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy add on centres for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and (select i_am('administrator')));
-- A manager writes about the own centre, and cannot hand it to another party.
create policy change on centres for update to brobygger_web
  using (municipality_id = (select current_municipality()) and id in (select centres_i_manage()))
  with check (municipality_id = (select current_municipality())
    and ((select i_am('administrator')) or party_id in (select my_parties('centre_manager'))));
create policy read on rooms for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy change on rooms for all to brobygger_web
  using (municipality_id = (select current_municipality()) and centre_id in (select centres_i_manage()));
create policy read on centre_hours for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy change on centre_hours for all to brobygger_web
  using (municipality_id = (select current_municipality()) and centre_id in (select centres_i_manage()));
create policy read on centre_days for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy change on centre_days for all to brobygger_web
  using (municipality_id = (select current_municipality()) and centre_id in (select centres_i_manage()));

grant select, insert on centres, rooms to brobygger_import;
create policy import on centres for all to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing()));
create policy import on rooms for all to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing()));

grant select on centres to brobygger_figures;
create policy figures on centres for select to brobygger_figures
  using (municipality_id = (select current_municipality()) and (select i_see_figures()));

grant select, insert, update, delete on centres, rooms, centre_hours, centre_days to brobygger_operator;
create policy operator on centres for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on rooms for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on centre_hours for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on centre_days for all to brobygger_operator using (municipality_id = (select current_municipality()));
