-- What a citizen is told before anybody writes something down (databeskyttelsesforordningen, articles 13 and 14): the public
-- page of each controller. Most of it is text; this is what only the controller itself can say.

create table controller_contacts (
  municipality_id uuid not null,
  controller_id uuid not null,
  -- How one reaches the controller, and its data protection officer, in its own words; never one that we made up.
  contact text not null default '' check (length(contact) <= 300),
  officer text not null default '' check (length(officer) <= 300),
  primary key (municipality_id, controller_id),
  foreign key (municipality_id, controller_id) references controllers on delete cascade
);
alter table controller_contacts enable row level security;
alter table controller_contacts force row level security;

grant select, insert (municipality_id, controller_id, contact, officer), update (contact, officer) on controller_contacts to brobygger_web;
create policy read on controller_contacts for select to brobygger_web
  using (municipality_id = (select current_municipality()));
-- A municipality's administrator for all, a private centre's manager for the centre's own.
create policy add on controller_contacts for insert to brobygger_web
  with check (municipality_id = (select current_municipality()) and controller_id in (select my_managed_controllers()));
create policy change on controller_contacts for update to brobygger_web
  using (municipality_id = (select current_municipality()) and controller_id in (select my_managed_controllers()));
grant select, insert, update, delete on controller_contacts to brobygger_operator;
create policy operator on controller_contacts for all to brobygger_operator
  using (municipality_id = (select current_municipality()));

-- How long records are kept stands on the page too: it is no secret.
alter policy read on retention_rules using (municipality_id = (select current_municipality()));
