-- What leaves the house: mail (and later SMS) waits here until the job has sent it. Without a mail
-- server an administrator reads it on a page instead.
create table outbox (
  municipality_id uuid not null references municipalities on delete cascade,
  id uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (municipality_id, id)
);
create index outbox_waiting on outbox (municipality_id, created_at) where sent_at is null;
alter table outbox enable row level security;
alter table outbox force row level security;
grant select on outbox to brobygger_web;
create policy read on outbox for select to brobygger_web
  using (municipality_id = (select current_municipality()) and (select i_am('administrator')));
grant select, insert, update, delete on outbox to brobygger_operator;
create policy operator on outbox for all to brobygger_operator using (municipality_id = (select current_municipality()));

-- A job is asked for in the transaction that writes the message, through this one wrapper of the owner: the
-- job tables are the owner's, and a payload holds ids and never words.
create function ask_for_sending(message uuid) returns void language plpgsql volatile security definer set search_path = public as $$
begin
  perform graphile_worker.add_job('send-outbox',
    json_build_object('municipalityId', current_municipality(), 'messageId', message), max_attempts := 16);
end $$;
revoke all on function ask_for_sending(uuid) from public;
grant execute on function ask_for_sending(uuid) to brobygger_lookup;

-- Anybody's request may lead to a message (a forgotten password has no actor), so one function writes it.
create function send_message(id uuid, recipient text, subject text, body text) returns void
  language sql volatile security definer set search_path = public
  begin atomic
    insert into outbox (municipality_id, id, recipient, subject, body) values (current_municipality(), $1, $2, $3, $4);
    select ask_for_sending($1);
  end;
alter function send_message(uuid, text, text, text) owner to brobygger_lookup;
grant insert on outbox to brobygger_lookup;
create policy lookup on outbox for insert to brobygger_lookup with check (municipality_id = (select current_municipality()));

-- The application's login may ask which migrations are done, and no more of how the house is built.
create function migrations_done() returns table (name text) language sql stable security definer
  as 'select name from migration.kysely_migration';
