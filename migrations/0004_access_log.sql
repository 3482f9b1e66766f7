-- Who has looked: one row for each request that reads or writes anything about a person, and under it
-- one for each citizen shown or changed (an anonymous contact stands there by its own id, as does a
-- request for access at the party that is asked). Written in
-- the same transaction and before the answer is sent. Append-only: a job seals what is new into
-- batches chained by keyed hash, in monthly segments, so that an old month can be deleted by its date
-- and the rest still verifies.

create table access_log (
  municipality_id uuid not null,
  id bigint not null generated always as identity,
  at timestamptz not null default clock_timestamp(),
  person_id uuid,
  purpose text not null,
  kind text not null check (kind in ('read', 'add', 'change', 'search', 'extract', 'delete', 'refused')),
  -- The words of a search, encrypted; they are kept nowhere else, and here no longer than a spot check may want them.
  words bytea,
  -- What the seal holds of them, so that it stands when they are gone.
  words_digest bytea,
  -- What `digest_of` makes of the row's subjects, so that the seal need not read fifty rows for one. Empty: no subjects.
  subjects_digest bytea,
  -- What an act that decides who sees what changed, in words of the house and numbers (`0020_who_decided.sql`).
  change jsonb,
  batch bigint,
  primary key (municipality_id, id)
);
create index access_log_unsealed on access_log (municipality_id, id) where batch is null;
create index access_log_by_time on access_log (municipality_id, at);
alter table access_log enable row level security;
alter table access_log force row level security;

create table access_log_subjects (
  municipality_id uuid not null,
  log_id bigint not null,
  subject_id uuid not null,
  subject text not null check (subject in ('citizen', 'contact', 'account', 'request')),
  -- Nil for an account, which no party owns. Ids are chosen by clients: one may stand at two parties, and for a talk
  -- and a citizen alike, and whoever chose it so must not be able to hide the one behind the other.
  owner_party_id uuid not null,
  primary key (municipality_id, log_id, subject_id, owner_party_id, subject)
);
create index access_log_of_subject on access_log_subjects (municipality_id, subject_id, log_id);
alter table access_log_subjects enable row level security;
alter table access_log_subjects force row level security;

-- Only `log_access` adds subjects, right after their row, so that a foreign key would look up the same row fifty
-- times for a list of fifty: two thirds of what the log costs. When rows go, their subjects go with them.
create function subjects_go_too() returns trigger language plpgsql as $$
begin
  delete from access_log_subjects s using gone where s.municipality_id = gone.municipality_id and s.log_id = gone.id;
  return null;
end $$;
create trigger subjects_go_too after delete on access_log
  referencing old table as gone for each statement execute function subjects_go_too();

create table log_batches (
  municipality_id uuid not null,
  segment date not null,
  number bigint not null,
  rows integer not null,
  previous bytea not null,
  seal bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (municipality_id, segment, number)
);
alter table log_batches enable row level security;
alter table log_batches force row level security;

-- The subjects of one row in the order of id, party and subject, as 32 bytes. Whoever verifies the log reckons it again.
create function digest_of(ids uuid[], subjects text[], parties uuid[]) returns bytea language sql immutable
  return case when cardinality(ids) > 0 then sha256(convert_to(ids::text || subjects::text || parties::text, 'UTF8')) end;

-- The only way in. Runs as brobygger_lookup; who and why come from the transaction, not the caller. `ids` are in
-- order and each is there once.
create function log_access(kind text, subjects text[], ids uuid[], parties uuid[], words bytea) returns void
  language plpgsql volatile security definer set search_path = public as $$
declare row_id bigint := nextval('access_log_id_seq');
begin
  insert into access_log (municipality_id, id, person_id, purpose, kind, words, words_digest, subjects_digest) overriding system value
    values (current_municipality(), row_id, current_person(), current_purpose(), $1, $5, sha256($5), digest_of(ids, subjects, parties));
  if cardinality(ids) > 0 then
    insert into access_log_subjects (municipality_id, log_id, subject_id, subject, owner_party_id)
      select current_municipality(), row_id, u.id, u.subject, u.party
      from unnest(ids, subjects, parties) as u(id, subject, party);
  end if;
end $$;
alter function log_access(text, text[], uuid[], uuid[], bytea) owner to brobygger_lookup;
revoke all on function log_access(text, text[], uuid[], uuid[], bytea) from public;
grant execute on function log_access(text, text[], uuid[], uuid[], bytea)
  to brobygger_web, brobygger_figures, brobygger_import, brobygger_operator;

grant insert on access_log, access_log_subjects to brobygger_lookup;
grant usage on sequence access_log_id_seq to brobygger_lookup;
create policy lookup on access_log for insert to brobygger_lookup with check (municipality_id = (select current_municipality()));
create policy lookup on access_log_subjects for insert to brobygger_lookup with check (municipality_id = (select current_municipality()));

-- The data protection officer reads the log and nothing that it is about.
grant select on access_log, access_log_subjects, log_batches to brobygger_web;
create policy read on access_log for select to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('data_protection_officer')));
create policy read on access_log_subjects for select to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('data_protection_officer')));
create policy read on log_batches for select to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('data_protection_officer')));

-- The job that seals may mark a row as sealed, the one that follows the rules take the words of a search away.
grant select, delete, update (batch, words) on access_log to brobygger_operator;
grant select, delete on access_log_subjects to brobygger_operator;
grant select, insert, delete on log_batches to brobygger_operator;
create policy operator on access_log for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on access_log_subjects for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on log_batches for all to brobygger_operator using (municipality_id = (select current_municipality()));
create function sealed_stays_sealed() returns trigger language plpgsql as $$
begin
  if old.batch is not null and (to_jsonb(new) - 'words' is distinct from to_jsonb(old) - 'words'
    or new.words is distinct from old.words and new.words is not null) then
    raise exception 'a sealed row does not change';
  end if;
  return new;
end $$;
create trigger sealed_stays_sealed before update on access_log for each row execute function sealed_stays_sealed();

-- Where there is something to seal: asked twice a second, so that nobody goes through a hundred municipalities for nothing.
grant select (municipality_id, id, batch) on access_log to brobygger_lookup;
create policy unsealed on access_log for select to brobygger_lookup using (batch is null);
create function unsealed_municipalities() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select distinct municipality_id from access_log where batch is null;
  end;
alter function unsealed_municipalities() owner to brobygger_lookup;
revoke all on function unsealed_municipalities() from public;
grant execute on function unsealed_municipalities() to brobygger_operator;

-- The job goes from municipality to municipality; only the operator may ask for the list of them all.
create policy jobs on municipalities for select to brobygger_operator using (current_purpose() = 'operator.jobs');
