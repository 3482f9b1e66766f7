-- Who is at which centre when: fixed weekly times, single occurrences that are otherwise, absence over
-- days (never with a reason), and the tap that says "I am here".

create table presence_times (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- The party that the person is there for; it says the role line and whether there is authority.
  party_id uuid not null,
  centre_id uuid not null,
  room_id uuid,
  weekday smallint not null check (weekday between 1 and 7),
  weeks text not null default 'all' check (weeks in ('all', 'odd', 'even')),
  from_time time not null,
  until_time time not null check (until_time > from_time),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  come_with text not null default '' check (length(come_with) <= 200),
  primary key (municipality_id, id),
  unique (municipality_id, person_id, id),
  foreign key (municipality_id, person_id) references people on delete cascade,
  foreign key (municipality_id, party_id) references parties on delete restrict,
  foreign key (municipality_id, centre_id) references centres on delete cascade,
  foreign key (municipality_id, centre_id, room_id) references rooms (municipality_id, centre_id, id)
);
create index presence_times_of_centre on presence_times (municipality_id, centre_id);
create index presence_times_of_person on presence_times (municipality_id, person_id);
alter table presence_times enable row level security;
alter table presence_times force row level security;

-- One occurrence of a weekly time, known by its day: called off, moved to another day or centre, or
-- with other hours or another room.
create table presence_changes (
  municipality_id uuid not null,
  person_id uuid not null,
  presence_time_id uuid not null,
  day date not null,
  called_off boolean not null default false,
  moved_to_day date,
  centre_id uuid,
  room_id uuid,
  from_time time,
  until_time time,
  primary key (municipality_id, presence_time_id, day),
  foreign key (municipality_id, person_id, presence_time_id)
    references presence_times (municipality_id, person_id, id) on delete cascade,
  foreign key (municipality_id, centre_id) references centres on delete cascade,
  foreign key (municipality_id, centre_id, room_id) references rooms (municipality_id, centre_id, id),
  check ((from_time is null) = (until_time is null)),
  check (until_time > from_time),
  check (room_id is null or centre_id is not null),
  check (not called_off or (moved_to_day is null and centre_id is null and from_time is null))
);
create index presence_changes_by_day on presence_changes (municipality_id, day);
alter table presence_changes enable row level security;
alter table presence_changes force row level security;

create table absences (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  substitute_person_id uuid check (substitute_person_id <> person_id),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references people on delete cascade,
  foreign key (municipality_id, substitute_person_id) references people
);
create index absences_by_day on absences (municipality_id, until_day);
alter table absences enable row level security;
alter table absences force row level security;

-- "Jeg er her" and "Jeg er gået". At most one open arrival a person.
create table arrivals (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  centre_id uuid not null,
  arrived_at timestamptz not null,
  left_at timestamptz check (left_at >= arrived_at),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references people on delete cascade,
  foreign key (municipality_id, centre_id) references centres on delete cascade
);
create unique index one_place_at_a_time on arrivals (municipality_id, person_id) where left_at is null;
create index arrivals_by_time on arrivals (municipality_id, arrived_at);
alter table arrivals enable row level security;
alter table arrivals force row level security;

grant select, insert, update, delete on presence_times, presence_changes, absences, arrivals to brobygger_web, brobygger_operator;
create policy read on presence_times for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy change on presence_times for all to brobygger_web
  using (municipality_id = (select current_municipality()) and person_id in (select people_i_manage()));
create policy read on presence_changes for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy change on presence_changes for all to brobygger_web
  using (municipality_id = (select current_municipality()) and person_id in (select people_i_manage()));
create policy read on absences for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy change on absences for all to brobygger_web
  using (municipality_id = (select current_municipality()) and person_id in (select people_i_manage()));
create policy read on arrivals for select to brobygger_web using (municipality_id = (select current_municipality()));
create policy change on arrivals for all to brobygger_web
  using (municipality_id = (select current_municipality()) and person_id in (select people_i_manage()));
create policy operator on presence_times for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on presence_changes for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on absences for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on arrivals for all to brobygger_operator using (municipality_id = (select current_municipality()));

grant select, insert on presence_times to brobygger_import;
create policy import on presence_times for all to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing()));

-- Open boards follow: every process that listens hears which municipality changed, and nothing more.
create function board_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('board', coalesce(new.municipality_id, old.municipality_id)::text);
  return null;
end $$;
create trigger board_changed after insert or update or delete on presence_times for each row execute function board_changed();
create trigger board_changed after insert or update or delete on presence_changes for each row execute function board_changed();
create trigger board_changed after insert or update or delete on absences for each row execute function board_changed();
create trigger board_changed after insert or update or delete on arrivals for each row execute function board_changed();
create trigger board_changed after insert or update or delete on centre_hours for each row execute function board_changed();
create trigger board_changed after insert or update or delete on centre_days for each row execute function board_changed();
create trigger board_changed after update on people for each row execute function board_changed();
create trigger board_changed after insert or update or delete on centres for each row execute function board_changed();
