-- Accounts, sessions, one-time links, known devices, and the throttle. Nobody reads these tables at a
-- page: what sign-in needs before there is an actor is one named function each.

-- One account a person and municipality. The second factor's secret is encrypted by the application.
create table accounts (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  email text not null check (email = lower(email) and length(email) <= 254 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  password_hash text,
  -- Whether the invitation was taken: all that an administrator learns of a password.
  has_password boolean not null generated always as (password_hash is not null) stored,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The last time step that was used: one code opens one session.
  totp_last_step bigint,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, email),
  unique (municipality_id, person_id),
  foreign key (municipality_id, person_id) references people on delete cascade
);
alter table accounts enable row level security;
alter table accounts force row level security;

-- Opaque tokens; only their hash is here. `stage`: 'second_factor' waits for a code; 'password' is signed
-- in by password alone, which counts only while the person sees no records; 'open' is signed in. An ended
-- session stays for half a day, so that it is known whose words a form in a forgotten window holds.
create table sessions (
  municipality_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  stage text not null check (stage in ('second_factor', 'password', 'open')),
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, account_id) references accounts on delete cascade
);
create index sessions_of_account on sessions (municipality_id, account_id);
alter table sessions enable row level security;
alter table sessions force row level security;

-- Of each purpose an account has one link at a time: a new one takes the older ones away. Whoever asks for a link as
-- somebody who has forgotten their password takes no invitation away with it.
create table one_time_links (
  municipality_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  purpose text not null check (purpose in ('invitation', 'forgotten')),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, account_id) references accounts on delete cascade
);
alter table one_time_links enable row level security;
alter table one_time_links force row level security;

-- A device on which this account has signed in before: its owner is never locked out on it.
create table known_devices (
  municipality_id uuid not null,
  account_id uuid not null,
  device_hash bytea not null,
  seen_at timestamptz not null default now(),
  primary key (municipality_id, account_id, device_hash),
  foreign key (municipality_id, account_id) references accounts on delete cascade
);
alter table known_devices enable row level security;
alter table known_devices force row level security;

-- Wrong tries by a keyed hash of what was tried (an e-mail, an address, a device), so that the table
-- tells nothing about who has an account.
create table sign_in_tries (
  municipality_id uuid not null references municipalities on delete cascade,
  key_hash bytea not null,
  at timestamptz not null default clock_timestamp(),
  id uuid not null default gen_random_uuid(),
  primary key (municipality_id, key_hash, at, id)
);
alter table sign_in_tries enable row level security;
alter table sign_in_tries force row level security;

-- Everything sign-in does before there is an actor runs as brobygger_lookup, in one municipality.
grant select, insert, update, delete on accounts, sessions, one_time_links, known_devices, sign_in_tries to brobygger_lookup;
create policy lookup on accounts for all to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on sessions for all to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on one_time_links for all to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on known_devices for all to brobygger_lookup using (municipality_id = (select current_municipality()));
create policy lookup on sign_in_tries for all to brobygger_lookup using (municipality_id = (select current_municipality()));

-- The roles of a person today, and whether one of them sees records, which takes a second factor; `recordRoles`
-- in src/features/people/rules.ts is the same list.
create function roles_today(person uuid) returns text[] language sql stable security definer set search_path = public
  return (select coalesce(array_agg(role order by role), '{}') from memberships
    where municipality_id = current_municipality() and person_id = person
      and valid_from <= danish_today() and (valid_until is null or valid_until >= danish_today()));
alter function roles_today(uuid) owner to brobygger_lookup;
create function sees_records(person uuid) returns boolean language sql stable security definer set search_path = public
  return roles_today(person) && array['outreach_worker', 'centre_staff', 'centre_manager', 'coordinator'];
alter function sees_records(uuid) owner to brobygger_lookup;

-- The municipality of an address and who the cookie says is asking, in one round trip. No row: no such
-- municipality. No person: nobody is signed in. A session idles out after 15 minutes and ends after 12 hours.
-- A password alone is enough until the day its person gets a role that sees records.
create function open_request(asked text, presented bytea)
  returns table (municipality_id uuid, slug text, name text, demo boolean, child_concern boolean,
    account_id uuid, person_id uuid, person_name text, stage text, memberships jsonb)
  language plpgsql volatile security definer set search_path = public as $$
declare found_id uuid; s record;
begin
  perform set_config('app.slug', asked, true);
  select m.id, m.slug, m.name, m.demo, m.child_concern_text is not null
    into municipality_id, slug, name, demo, child_concern
    from municipalities m where m.slug = asked;
  if municipality_id is null then return; end if;
  if presented is not null then
    found_id := municipality_id;
    perform set_config('app.municipality', found_id::text, true);
    select a.id as account_id, a.person_id, p.public_name, x.stage, x.seen_at into s
      from sessions x join accounts a on a.municipality_id = x.municipality_id and a.id = x.account_id
      join people p on p.municipality_id = a.municipality_id and p.id = a.person_id
      where x.municipality_id = found_id and x.token_hash = presented and x.ended_at is null and a.closed_at is null
        and x.seen_at > now() - interval '15 minutes' and x.started_at > now() - interval '12 hours';
    if found then
      account_id := s.account_id; person_id := s.person_id; person_name := s.public_name;
      stage := case when s.stage <> 'password' then s.stage
        when demo or not sees_records(s.person_id) then 'open' else 'second_factor' end;
      if stage = 'open' and s.seen_at < now() - interval '20 seconds' then
        update sessions x set seen_at = now() where x.municipality_id = found_id and x.token_hash = presented;
      end if;
      select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'partyId', r.party_id, 'effort', r.effort,
          'mayDecide', r.may_decide)), '[]') into memberships
        from memberships r where r.municipality_id = found_id and r.person_id = s.person_id
          and r.valid_from <= danish_today() and (r.valid_until is null or r.valid_until >= danish_today());
    end if;
  end if;
  return next;
end $$;
alter function open_request(text, bytea) owner to brobygger_lookup;

-- An administrator sees who has an account, never a password or a secret; so does one see one's own.
grant select (municipality_id, id, person_id, email, has_password, totp_confirmed_at, closed_at, created_at),
  insert (municipality_id, id, person_id, email), update (email, closed_at) on accounts to brobygger_web;
create policy read on accounts for select to brobygger_web
  using (municipality_id = (select current_municipality()) and person_id = (select current_person()));
create policy change on accounts for all to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('administrator')));

grant select, insert, update, delete on accounts, sessions, one_time_links, known_devices, sign_in_tries to brobygger_operator;
create policy operator on accounts for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on sessions for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on one_time_links for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on known_devices for all to brobygger_operator using (municipality_id = (select current_municipality()));
create policy operator on sign_in_tries for all to brobygger_operator using (municipality_id = (select current_municipality()));
