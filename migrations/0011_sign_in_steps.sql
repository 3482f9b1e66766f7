-- The steps of signing in. All but the last three happen before there is an actor: each is one narrow function
-- that runs as brobygger_lookup in the municipality that it is told, and only the application may call it.

-- A try is written down before it is judged, so that a hundred at once do not pass for one. Under each key the
-- first `free` tries of the last hours cost nothing; after them each doubles the pause, up to `longest` seconds.
-- Answers how many seconds to wait; 0 when the try may go on.
create function take_try(here uuid, try uuid, keys bytea[], free integer[], longest integer[], hours integer[])
  returns integer language plpgsql volatile security definer set search_path = public as $$
declare tried integer; latest timestamptz; pause double precision; wait integer := 0;
begin
  perform set_config('app.municipality', here::text, true);
  perform pg_advisory_xact_lock(hashtextextended(encode(sorted.key, 'hex'), 0))
    from (select key from unnest(keys) as key order by key) as sorted;
  for place in 1 .. cardinality(keys) loop
    select count(*), max(t.at) into tried, latest from sign_in_tries t
      where t.municipality_id = here and t.key_hash = keys[place]
        and t.at > clock_timestamp() - make_interval(hours => hours[place]);
    if tried >= free[place] then
      pause := least(longest[place], power(2, least(tried - free[place], 30)));
      wait := greatest(wait, ceil(extract(epoch from latest + make_interval(secs => pause) - clock_timestamp()))::integer);
    end if;
  end loop;
  if wait <= 0 then
    insert into sign_in_tries (municipality_id, key_hash, id) select here, key, try from unnest(keys) as key;
  end if;
  return greatest(wait, 0);
end $$;

-- A try that was right counts for nothing.
create function forgive_try(here uuid, try uuid, keys bytea[]) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  perform set_config('app.municipality', here::text, true);
  delete from sign_in_tries t where t.municipality_id = here and t.key_hash = any (keys) and t.id = try;
end $$;

-- The open account of an e-mail, and whether it knows the device that asks.
create function find_account(here uuid, asked_email text, device bytea)
  returns table (account_id uuid, password_hash text, second_factor boolean, roles text[], known boolean)
  language plpgsql volatile security definer set search_path = public as $$
begin
  perform set_config('app.municipality', here::text, true);
  return query select a.id, a.password_hash, a.totp_confirmed_at is not null, roles_today(a.person_id),
      exists (select from known_devices d where d.municipality_id = here and d.account_id = a.id and d.device_hash = device)
    from accounts a where a.municipality_id = here and a.email = asked_email and a.closed_at is null;
end $$;

-- A session begins with a new token, and the one that the browser came with ends. The device is given when
-- nothing more is asked: then it is its owner's.
create function begin_session(here uuid, account uuid, token bytea, opened text, former bytea, device bytea)
  returns void language plpgsql volatile security definer set search_path = public as $$
begin
  perform set_config('app.municipality', here::text, true);
  update sessions x set ended_at = now() where x.municipality_id = here and x.token_hash = former and x.ended_at is null;
  insert into sessions (municipality_id, token_hash, account_id, stage) values (here, token, account, opened);
  if device is not null then
    insert into known_devices (municipality_id, account_id, device_hash) values (here, account, device)
      on conflict (municipality_id, account_id, device_hash) do update set seen_at = now();
  end if;
end $$;

create function end_session(here uuid, token bytea) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  perform set_config('app.municipality', here::text, true);
  update sessions x set ended_at = now() where x.municipality_id = here and x.token_hash = token and x.ended_at is null;
end $$;

-- A living session at any stage, with what judging a code takes.
create function find_session(here uuid, token bytea, device bytea)
  returns table (account_id uuid, email text, stage text, totp_secret bytea, second_factor boolean, last_step bigint,
    roles text[], known boolean)
  language plpgsql volatile security definer set search_path = public as $$
begin
  perform set_config('app.municipality', here::text, true);
  return query select a.id, a.email, x.stage, a.totp_secret, a.totp_confirmed_at is not null, a.totp_last_step,
      roles_today(a.person_id),
      exists (select from known_devices d where d.municipality_id = here and d.account_id = a.id and d.device_hash = device)
    from sessions x join accounts a on a.municipality_id = x.municipality_id and a.id = x.account_id
    where x.municipality_id = here and x.token_hash = token and x.ended_at is null and a.closed_at is null
      and x.seen_at > now() - interval '15 minutes' and x.started_at > now() - interval '12 hours';
end $$;

-- Whose a session was, so that what was typed can wait for the same person; nothing else of it.
create function find_session_owner(here uuid, token bytea) returns table (account_id uuid)
  language plpgsql volatile security definer set search_path = public as $$
begin
  perform set_config('app.municipality', here::text, true);
  return query select x.account_id from sessions x
    where x.municipality_id = here and x.token_hash = token and x.seen_at > now() - interval '12 hours';
end $$;

-- What people change about their own access stands in the log, like what an administrator changes.
create function log_own_access(account uuid) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  perform set_config('app.person', a.person_id::text, true) from accounts a
    where a.municipality_id = current_municipality() and a.id = account;
  perform set_config('app.purpose', 'sign-in.change', true);
  perform log_access('change', array['account'], array[account], array['00000000-0000-0000-0000-000000000000']::uuid[], null);
end $$;

-- A code was right: its time step is used up, and the session goes on under a new token. With a secret it is
-- the first code, which sets the second factor up and ends the account's other sessions. False: the code was
-- used before, or somebody else was quicker.
create function pass_second_factor(here uuid, former bytea, token bytea, step bigint, secret bytea, device bytea)
  returns boolean language plpgsql volatile security definer set search_path = public as $$
declare account uuid;
begin
  select f.account_id into account from find_session(here, former, device) f;
  update accounts a set totp_last_step = step, totp_secret = coalesce(secret, a.totp_secret),
      totp_confirmed_at = coalesce(a.totp_confirmed_at, now())
    where a.municipality_id = here and a.id = account and coalesce(a.totp_last_step, -1) < step
      and (a.totp_confirmed_at is null) = (secret is not null);
  if not found then return false; end if;
  if secret is not null then
    update sessions x set ended_at = now() where x.municipality_id = here and x.account_id = account and x.ended_at is null;
    perform log_own_access(account);
  end if;
  perform begin_session(here, account, token, 'open', former, device);
  return true;
end $$;

-- Whose a one-time link is, as long as it can be used.
create function find_link(here uuid, token bytea) returns table (account_id uuid, email text)
  language plpgsql volatile security definer set search_path = public as $$
begin
  perform set_config('app.municipality', here::text, true);
  return query select a.id, a.email from one_time_links l
    join accounts a on a.municipality_id = l.municipality_id and a.id = l.account_id
    where l.municipality_id = here and l.token_hash = token and l.used_at is null and l.expires_at > now()
      and a.closed_at is null;
end $$;

-- A new password uses up every link of the account, ends all its sessions and forgets its devices, save the
-- one on which the link was opened. False: the link was used meanwhile.
create function choose_password(here uuid, token bytea, hashed text, device bytea) returns boolean
  language plpgsql volatile security definer set search_path = public as $$
declare account uuid;
begin
  select f.account_id into account from find_link(here, token) f;
  update one_time_links l set used_at = now()
    where l.municipality_id = here and l.token_hash = token and l.account_id = account and l.used_at is null;
  if not found then return false; end if;
  update one_time_links l set used_at = now()
    where l.municipality_id = here and l.account_id = account and l.used_at is null;
  update accounts a set password_hash = hashed where a.municipality_id = here and a.id = account;
  update sessions x set ended_at = now() where x.municipality_id = here and x.account_id = account and x.ended_at is null;
  delete from known_devices d where d.municipality_id = here and d.account_id = account;
  insert into known_devices (municipality_id, account_id, device_hash) values (here, account, device);
  perform log_own_access(account);
  return true;
end $$;

-- A new password by whoever is signed in and knows the old one: `judged` is what the old one was held against. Every
-- other session, every link and every other device is of no more use. False: it was changed meanwhile.
create function change_password(here uuid, former bytea, judged text, hashed text, token bytea, device bytea)
  returns boolean language plpgsql volatile security definer set search_path = public as $$
declare account uuid; opened text;
begin
  select f.account_id, f.stage into account, opened from find_session(here, former, device) f where f.stage <> 'second_factor';
  update accounts a set password_hash = hashed where a.municipality_id = here and a.id = account and a.password_hash = judged;
  if not found then return false; end if;
  update one_time_links l set used_at = now()
    where l.municipality_id = here and l.account_id = account and l.used_at is null;
  update sessions x set ended_at = now() where x.municipality_id = here and x.account_id = account and x.ended_at is null;
  delete from known_devices d where d.municipality_id = here and d.account_id = account;
  perform begin_session(here, account, token, opened, former, device);
  perform log_own_access(account);
  return true;
end $$;

-- A forgotten password: a link goes out where there is an open account, and nothing tells whether there is.
create function send_forgotten_link(here uuid, asked_email text, token bytea, message uuid, subject text, body text)
  returns void language plpgsql volatile security definer set search_path = public as $$
declare account uuid;
begin
  perform set_config('app.municipality', here::text, true);
  select a.id into account from accounts a
    where a.municipality_id = here and a.email = asked_email and a.closed_at is null;
  if not found then return; end if;
  delete from one_time_links l
    where l.municipality_id = here and l.account_id = account and l.purpose = 'forgotten' and l.used_at is null;
  insert into one_time_links (municipality_id, token_hash, account_id, purpose, expires_at)
    values (here, token, account, 'forgotten', now() + interval '1 hour');
  perform send_message(message, asked_email, subject, body);
end $$;

-- One account for each role of the demo, to be shown where demo sign-ins work; nothing for a real municipality.
create function list_demo_sign_ins(asked text) returns table (email text, name text, roles text[])
  language plpgsql volatile security definer set search_path = public as $$
declare here uuid;
begin
  perform set_config('app.slug', asked, true);
  select m.id into here from municipalities m where m.slug = asked and m.demo;
  perform set_config('app.municipality', coalesce(here::text, ''), true);
  return query select a.email, p.public_name, roles_today(a.person_id)
    from accounts a join people p on p.municipality_id = a.municipality_id and p.id = a.person_id
    where a.municipality_id = here and a.closed_at is null and a.has_password order by a.id;
end $$;

-- What an administrator at a page and the operator at the command line do to accounts. The login cannot be
-- pretended, unlike a setting.
create function may_manage_accounts() returns boolean language sql stable security definer set search_path = public
  return i_am('administrator') or pg_has_role(session_user, 'brobygger_operator', 'member');

create function create_link(account uuid, token bytea, hours integer) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  if not may_manage_accounts() then raise insufficient_privilege; end if;
  delete from one_time_links l
    where l.municipality_id = current_municipality() and l.account_id = account and l.purpose = 'invitation' and l.used_at is null;
  insert into one_time_links (municipality_id, token_hash, account_id, purpose, expires_at)
    values (current_municipality(), token, account, 'invitation', now() + make_interval(hours => hours));
end $$;

create function end_sessions_of(account uuid) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  if not may_manage_accounts() then raise insufficient_privilege; end if;
  update sessions x set ended_at = now()
    where x.municipality_id = current_municipality() and x.account_id = account and x.ended_at is null;
end $$;

-- Somebody lost their telephone: the next sign-in sets up a new one, and whoever has the old one is out.
create function reset_second_factor(account uuid) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  perform end_sessions_of(account);
  update accounts a set totp_secret = null, totp_confirmed_at = null, totp_last_step = null
    where a.municipality_id = current_municipality() and a.id = account;
end $$;

do $$
declare step regprocedure;
begin
  foreach step in array array['take_try(uuid,uuid,bytea[],integer[],integer[],integer[])', 'forgive_try(uuid,uuid,bytea[])',
    'find_account(uuid,text,bytea)', 'begin_session(uuid,uuid,bytea,text,bytea,bytea)', 'end_session(uuid,bytea)',
    'find_session(uuid,bytea,bytea)', 'find_session_owner(uuid,bytea)', 'log_own_access(uuid)',
    'pass_second_factor(uuid,bytea,bytea,bigint,bytea,bytea)', 'find_link(uuid,bytea)',
    'choose_password(uuid,bytea,text,bytea)', 'change_password(uuid,bytea,text,text,bytea,bytea)',
    'send_forgotten_link(uuid,text,bytea,uuid,text,text)',
    'list_demo_sign_ins(text)', 'may_manage_accounts()', 'create_link(uuid,bytea,integer)', 'end_sessions_of(uuid)',
    'reset_second_factor(uuid)']::regprocedure[]
  loop
    execute format('alter function %s owner to brobygger_lookup', step);
    execute format('revoke all on function %s from public', step);
    if step::text ~ '^(create_link|end_sessions_of|reset_second_factor|may_manage_accounts)' then
      execute format('grant execute on function %s to brobygger_web, brobygger_operator', step);
    elsif step::text !~ '^log_own_access' then
      execute format('grant execute on function %s to brobygger_app', step);
    end if;
  end loop;
end $$;
