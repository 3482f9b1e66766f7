-- One row for each file that was taken in: who, what kind, and counts. Never a cell of it.
create table imports (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('registrations', 'presence')),
  rows_read integer not null,
  rows_added integer not null,
  rows_changed integer not null,
  rows_same integer not null,
  rows_refused integer not null,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references people on delete set null (person_id)
);
alter table imports enable row level security;
alter table imports force row level security;
grant select on imports to brobygger_web;
create policy read on imports for select to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('administrator')));
grant select, insert on imports to brobygger_import;
create policy import on imports for all to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing()));
grant select, insert, update, delete on imports to brobygger_operator;
create policy operator on imports for all to brobygger_operator using (municipality_id = (select current_municipality()));
