-- The logins and roles of Brobygger, for PostgreSQL 15 to 18.
--
-- The embedded database runs this file by itself. On a server of your own a superuser runs it once, and may
-- run it again after an upgrade, for it only adds what is missing:
--
--   psql -v owner_password="$(openssl rand -hex 24)" -v app_password="$(openssl rand -hex 24)" -f roles.sql
--
-- Running it again sets the two passwords to those that are given. Brobygger then gets
--
--   DATABASE_URL            postgresql://brobygger_app:…@server/brobygger
--   MIGRATION_DATABASE_URL  postgresql://brobygger_owner:…@server/brobygger

-- `create role` knows no `if not exists`.
do $$
declare
  missing name;
begin
  for missing in
    select wanted from unnest(array[
      'brobygger_owner', 'brobygger_app',
      'brobygger_web', 'brobygger_figures', 'brobygger_import', 'brobygger_lookup', 'brobygger_operator'
    ]::name[]) as wanted
    where not exists (select from pg_catalog.pg_roles where rolname = wanted)
  loop
    execute format('create role %I nologin', missing);
  end loop;
end $$;

-- The owner migrates and runs the jobs. It owns every table, and row security is forced, so that it obeys
-- the policies too.
alter role brobygger_owner login nosuperuser nobypassrls nocreaterole noreplication inherit
  password :'owner_password';

-- The application owns nothing and has no right of its own: NOINHERIT makes it take one of the roles below
-- for each transaction.
alter role brobygger_app login nosuperuser nobypassrls nocreaterole nocreatedb noreplication noinherit
  password :'app_password';

-- web: requests of people. figures: reads the columns that the figures need, and no others. import: writes
-- what a spreadsheet brings. lookup: owns the functions that policies ask, so that a policy never waits for
-- a policy. operator: the command line.
alter role brobygger_web nologin nosuperuser nobypassrls;
alter role brobygger_figures nologin nosuperuser nobypassrls;
alter role brobygger_import nologin nosuperuser nobypassrls;
alter role brobygger_lookup nologin nosuperuser nobypassrls;
alter role brobygger_operator nologin nosuperuser nobypassrls;

grant brobygger_web, brobygger_figures, brobygger_import to brobygger_app;

-- The owner hands functions over to lookup and replaces them later, which takes membership.
grant brobygger_web, brobygger_figures, brobygger_import, brobygger_lookup, brobygger_operator to brobygger_owner;

-- Danish order: æ, ø and å come last, and aa sorts as å.
select 'create database brobygger owner brobygger_owner template template0 encoding ''UTF8'' locale ''C'' locale_provider icu icu_locale ''da-DK''' where not exists (select from pg_catalog.pg_database where datname = 'brobygger') \gexec

\connect brobygger

revoke all on database brobygger from public;
grant connect on database brobygger to brobygger_app;
grant connect, create, temporary on database brobygger to brobygger_owner;

revoke create on schema public from public;
grant usage, create on schema public to brobygger_owner;
-- A function can only be handed over to a role that may create in its schema. Nobody signs in as lookup.
grant usage, create on schema public to brobygger_lookup;
grant usage on schema public to brobygger_web, brobygger_figures, brobygger_import, brobygger_operator;
