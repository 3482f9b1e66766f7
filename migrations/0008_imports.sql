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

-- Which of these citizens bear the name that a file calls them by. An import asks it only of rows that it knows already,
-- so that a file that was exported comes in with nothing changed; it never reads a name.
create function citizens_called(parties uuid[], ids uuid[], names text[]) returns setof uuid
  language sql stable security definer set search_path = public
  begin atomic
    select c.id from unnest(parties, ids, names) as asked(party, id, name)
      join citizens c on c.municipality_id = current_municipality() and c.owner_party_id = asked.party and c.id = asked.id
      where c.alias = asked.name and (importing() or current_purpose() = 'operator.import')
        and asked.party not in (select closed_to_files());
  end;
alter function citizens_called(uuid[], uuid[], text[]) owner to brobygger_lookup;
revoke all on function citizens_called(uuid[], uuid[], text[]) from public;
grant execute on function citizens_called(uuid[], uuid[], text[]) to brobygger_import, brobygger_operator;
grant select (alias) on citizens to brobygger_lookup;
