-- Two equal parties: who sees the records of a private controller's party, and who answers for it, is changed by that
-- party's own manager and by nobody of the municipality.

-- Where a private controller answers for nothing yet: none of its parties has a manager, today or to come, nor a record.
-- There, and nowhere else, the administrator lets the first manager in.
create function unled_parties() returns setof uuid language sql stable security definer set search_path = public
  begin atomic
    select p.id from parties p join controllers k on k.municipality_id = p.municipality_id and k.id = p.controller_id
      where p.municipality_id = current_municipality() and k.kind = 'private' and not exists (
        select from parties own where own.municipality_id = k.municipality_id and own.controller_id = k.id and (
          exists (select from citizens z where z.municipality_id = own.municipality_id and z.owner_party_id = own.id)
          or exists (select from memberships m where m.municipality_id = own.municipality_id and m.party_id = own.id
            and m.role = 'centre_manager' and m.valid_from <= coalesce(m.valid_until, m.valid_from)
            and coalesce(m.valid_until, danish_today()) >= danish_today())));
  end;
alter function unled_parties() owner to brobygger_lookup;

-- A role that sees records at a private controller's party, as the administrator has it in mind: it takes force by the
-- yes of the party's own manager. It is answered once, and stays as an answer to who asked whom.
create table role_offers (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  party_id uuid not null,
  role text not null check (sees_records(role)),
  effort text check (effort in ('casework', 'substanceUse', 'contactPerson', 'health', 'employment')),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  offered_by uuid not null,
  offered_at timestamptz not null default now(),
  answered_by uuid,
  answered_at timestamptz,
  accepted boolean,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references people on delete cascade,
  foreign key (municipality_id, party_id) references parties on delete restrict,
  foreign key (municipality_id, offered_by) references people on delete restrict,
  foreign key (municipality_id, answered_by) references people on delete restrict,
  check ((accepted is null) = (answered_at is null) and (accepted is null) = (answered_by is null))
);
create unique index role_offers_open on role_offers (municipality_id, party_id, person_id, role) where answered_at is null;
create index role_offers_of_person on role_offers (municipality_id, person_id);
alter table role_offers enable row level security;
alter table role_offers force row level security;

-- The clock of an answer is the database's own.
create function offer_answered() returns trigger language plpgsql as $$
begin
  new.answered_at := now();
  return new;
end $$;
create trigger offer_answered before update on role_offers for each row execute function offer_answered();

grant select, insert (municipality_id, id, person_id, party_id, role, effort, valid_from, valid_until, offered_by),
  update (accepted, answered_by) on role_offers to brobygger_web;
create policy read on role_offers for select to brobygger_web
  using (municipality_id = (select current_municipality())
    and ((select i_am('administrator')) or party_id in (select parties_i_lead())));
create policy offer on role_offers for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and (select i_am('administrator'))
    and offered_by = (select current_person()) and party_id in (select private_parties()));
create policy answer on role_offers for update to brobygger_web
  using (municipality_id = (select current_municipality()) and answered_at is null and party_id in (select parties_i_lead()))
  with check (municipality_id = (select current_municipality()) and answered_by = (select current_person()));
grant select, insert, update, delete on role_offers to brobygger_operator;
create policy operator on role_offers for all to brobygger_operator using (municipality_id = (select current_municipality()));

-- In place of the administrator's word alone (0001). Whoever leads a party takes others in; oneself only for what one
-- holds already.
alter policy add on memberships
  with check (municipality_id = (select current_municipality()) and (select i_am('administrator'))
    and valid_from >= danish_today()
    and (not sees_records(role) or party_id not in (select private_parties())
      or (role = 'centre_manager' and person_id <> (select current_person()) and party_id in (select unled_parties()))));
create policy take_in on memberships for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and valid_from >= danish_today()
    and party_id in (select parties_i_lead()) and sees_records(role)
    and (role = 'centre_manager' or person_id <> (select current_person())));
-- Either may end a role there. Only the party's own manager gives it a later last day.
alter policy finish on memberships
  using (municipality_id = (select current_municipality()) and (valid_until is null or valid_until >= danish_today())
    and ((select i_am('administrator')) or party_id in (select parties_i_lead())));
create function lengthened_by_own() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if coalesce(new.valid_until, 'infinity') > coalesce(old.valid_until, 'infinity') and current_person() is not null
    and sees_records(new.role) and new.party_id in (select private_parties()) and new.party_id not in (select parties_i_lead()) then
    raise exception using errcode = 'insufficient_privilege', message = 'a role at a private party is lengthened by its own manager';
  end if;
  return new;
end $$;
alter function lengthened_by_own() owner to brobygger_lookup;
create trigger lengthened_by_own before update of valid_until on memberships for each row execute function lengthened_by_own();

-- Who answers for a record never changes: it was told to another. A party without records changes hands, from a private
-- controller by the party's own manager, and to one without anybody whom its manager has not taken in.
create function controller_stays() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.controller_id = old.controller_id then return new; end if;
  if exists (select from citizens z where z.municipality_id = new.municipality_id and z.owner_party_id = new.id) then
    raise exception using errcode = 'check_violation', constraint = 'controller_has_records',
      message = 'a party with records keeps its controller';
  end if;
  if new.id in (select private_parties()) then
    if current_person() is not null and new.id not in (select parties_i_lead()) then
      raise exception using errcode = 'insufficient_privilege', message = 'a private party changes hands by its own manager';
    end if;
  elsif exists (select from memberships m where m.municipality_id = new.municipality_id and m.party_id = new.id
      and sees_records(m.role) and m.valid_from <= coalesce(m.valid_until, m.valid_from)
      and coalesce(m.valid_until, danish_today()) >= danish_today()) then
    raise exception using errcode = 'check_violation', constraint = 'controller_has_roles',
      message = 'whoever sees records here was let in by another controller';
  end if;
  return new;
end $$;
alter function controller_stays() owner to brobygger_lookup;
create trigger controller_stays before update of controller_id on parties for each row execute function controller_stays();
create policy own on parties for update to brobygger_web
  using (municipality_id = (select current_municipality()) and id in (select parties_i_lead()))
  with check (municipality_id = (select current_municipality()) and id in (select my_parties('centre_manager')));
create function kind_stays() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', constraint = 'controller_has_records', message = 'a controller stays what it is';
end $$;
create trigger kind_stays before update of kind on controllers
  for each row when (old.kind <> new.kind) execute function kind_stays();

-- Both parties get a mail, without names of citizens, when somebody is to see records at a private party: its managers
-- and the administrators. Only those who may write the role down, or ask for it, can send one.
create function tell_both(party uuid, subject text, body text) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  if not (i_am('administrator') or party in (select parties_i_lead()) or current_person() is null) then return; end if;
  perform send_message(gen_random_uuid(), a.email, subject, body) from accounts a
    where a.municipality_id = current_municipality() and a.closed_at is null and a.person_id in (
      select m.person_id from memberships m where m.municipality_id = current_municipality()
        and m.valid_from <= danish_today() and (m.valid_until is null or m.valid_until >= danish_today())
        and (m.role = 'administrator' or (m.role = 'centre_manager' and m.party_id = party)));
end $$;
alter function tell_both(uuid, text, text) owner to brobygger_lookup;
revoke all on function tell_both(uuid, text, text) from public;
grant execute on function tell_both(uuid, text, text) to brobygger_web, brobygger_operator;
