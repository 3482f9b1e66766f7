-- A citizen as one party knows them: an alias, and nothing that needs more (zone 1). Two parties that
-- meet the same person have two records, and neither can tell.

create table citizens (
  municipality_id uuid not null,
  owner_party_id uuid not null,
  id uuid not null,
  alias text not null check (length(btrim(alias)) between 1 and 80),
  -- A keyed hash of municipality and pseudonym, where the record came from a file: only figures and
  -- imports read it, so that one person of a file counts once.
  person_key bytea,
  created_at timestamptz not null default now(),
  primary key (municipality_id, owner_party_id, id),
  foreign key (municipality_id, owner_party_id) references parties on delete restrict
);
create unique index citizens_by_person_key on citizens (municipality_id, owner_party_id, person_key) where person_key is not null;
alter table citizens enable row level security;
alter table citizens force row level security;

grant select (municipality_id, owner_party_id, id, alias, created_at),
  insert (municipality_id, owner_party_id, id, alias), update (alias) on citizens to brobygger_web;
create policy own_party on citizens for all to brobygger_web
  using (municipality_id = (select current_municipality()) and owner_party_id in (select my_record_parties()));

grant select (municipality_id, owner_party_id, id, person_key),
  insert (municipality_id, owner_party_id, id, alias, person_key) on citizens to brobygger_import;
-- What a private controller's people have written is not for the municipality's files.
create policy import on citizens for all to brobygger_import
  using (municipality_id = (select current_municipality()) and (select importing())
    and owner_party_id not in (select closed_to_files()));

grant select (municipality_id, owner_party_id, id, person_key) on citizens to brobygger_figures;
create policy figures on citizens for select to brobygger_figures
  using (municipality_id = (select current_municipality()) and (select i_see_figures()));

grant select, insert, update, delete on citizens to brobygger_operator;
create policy operator on citizens for all to brobygger_operator using (municipality_id = (select current_municipality()));
