-- Acts that decide who sees what leave a line in the access log, whoever does them and by whatever door: a role that is
-- given or ended, a party that changes its controller, broken glass and names of staff switched on or off, how long
-- something is kept. `change` says what, from and to, by codes and numbers of rows: nobody's words. And glass that is
-- broken leaves a digest of its reason, so that neither can be rewritten or taken away afterwards.

-- Writes one line. A superuser at the database's own prompt has no purpose, and leaves none.
create function trace(kind text, change jsonb) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  if current_purpose() is not null and current_municipality() is not null then
    insert into access_log (municipality_id, person_id, purpose, kind, change)
      values (current_municipality(), current_person(), current_purpose(), $1, $2);
  end if;
end $$;

create function trace_role() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    perform trace('add', jsonb_build_object('what', 'roleGiven', 'person', new.person_id, 'role', new.role,
      'party', new.party_id, 'from', new.valid_from, 'to', new.valid_until));
  elsif tg_op = 'DELETE' then
    perform trace('delete', jsonb_build_object('what', 'roleDeleted', 'person', old.person_id, 'role', old.role,
      'party', old.party_id, 'from', old.valid_from, 'to', old.valid_until));
  else
    perform trace('change', jsonb_build_object('what', case when new.ended_at is null then 'roleEnds' else 'roleEnded' end,
      'person', new.person_id, 'role', new.role, 'party', new.party_id, 'from', old.valid_until, 'to', new.valid_until));
  end if;
  return null;
end $$;
create trigger trace_role after insert or delete on memberships for each row execute function trace_role();
create trigger trace_role_end after update on memberships for each row
  when (old.valid_until is distinct from new.valid_until) execute function trace_role();

create function trace_controller() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform trace('change', jsonb_build_object('what', 'controller', 'party', new.id, 'from', old.controller_id, 'to', new.controller_id));
  return null;
end $$;
create trigger trace_controller after update on parties for each row
  when (old.controller_id is distinct from new.controller_id) execute function trace_controller();

-- Columns by name, so that a new switch is one more argument.
create function trace_switch() returns trigger language plpgsql security definer set search_path = public as $$
declare
  name text;
  stood jsonb := to_jsonb(old);
  stands jsonb := to_jsonb(new);
begin
  foreach name in array tg_argv loop
    if stood -> name is distinct from stands -> name then
      perform trace('change', jsonb_build_object('what', name, 'from', stood -> name, 'to', stands -> name));
    end if;
  end loop;
  return null;
end $$;
create trigger trace_switch after update on municipalities for each row
  execute function trace_switch('breaks_glass', 'names_staff_in_log', 'backup_days');

create function trace_rule() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform trace('change', jsonb_build_object('what', 'retention', 'controller', new.controller_id, 'kind', new.record_kind,
    'from', jsonb_build_object('months', old.months, 'act', old.act), 'to', jsonb_build_object('months', new.months, 'act', new.act)));
  return null;
end $$;
create trigger trace_rule after update on retention_rules for each row
  when ((old.months, old.act) is distinct from (new.months, new.act)) execute function trace_rule();

-- All that is said when the glass is broken, and does not change afterwards. When it is closed again is not part of it.
create function digest_of_opening(opening glass_openings) returns text language sql stable
  return encode(sha256(convert_to(jsonb_build_array(opening.id, opening.person_id, opening.owner_party_id, opening.citizen_id,
    opening.reason, opening.ground, extract(epoch from opening.opened_at), extract(epoch from opening.until))::text, 'UTF8')), 'hex');
create function trace_glass() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform trace('add', jsonb_build_object('what', 'glass', 'party', new.owner_party_id, 'opening', new.id,
    'citizen', new.citizen_id, 'digest', digest_of_opening(new)));
  return null;
end $$;
create trigger trace_glass after insert on glass_openings for each row execute function trace_glass();

alter function trace(text, jsonb) owner to brobygger_lookup;
alter function trace_role() owner to brobygger_lookup;
alter function trace_controller() owner to brobygger_lookup;
alter function trace_switch() owner to brobygger_lookup;
alter function trace_rule() owner to brobygger_lookup;
alter function trace_glass() owner to brobygger_lookup;
revoke all on function trace(text, jsonb), trace_role(), trace_controller(), trace_switch(), trace_rule(), trace_glass() from public;
grant execute on function digest_of_opening(glass_openings) to brobygger_lookup, brobygger_operator;

-- A month of the log that is deleted as a whole says so in the log: which, and how many lines.
create function trace_month() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform trace('delete', jsonb_build_object('what', 'log', 'month', g.segment, 'lines', sum(g.rows))) from gone g group by g.segment;
  return null;
end $$;
alter function trace_month() owner to brobygger_lookup;
revoke all on function trace_month() from public;
create trigger trace_month after delete on log_batches referencing old table as gone for each statement execute function trace_month();
