-- Units in their tree, staff, what each may do, and who is signed in.
-- Passwords and sessions are reached only by the person, by the service "sign-in" and by the administrator in charge.

create schema people;
grant usage on schema people to zhijian_app;

-- equality of uuid and text inside exclusion constraints
create extension if not exists btree_gist with schema people;

create table people.unit (
  id           uuid primary key,
  parent       uuid references people.unit,
  path         text collate "C" not null unique check (path ~ '^/([0-9]+/)+$'),
  child_number int not null check (child_number > 0),
  name         text not null check (char_length(name) between 2 and 100),
  level        text not null check (level in ('CENTRE', 'PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE')),
  level_rank   smallint not null generated always as
                 (array_position(array['CENTRE', 'PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE'], level)) stored,
  region       text collate "C" not null check (region ~ '^[0-9]{12}$'),
  credit_code  text collate "C" unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  line         text check (line !~ '[%_\\]'),
  kinds        text[] not null default '{}'
                 check (kinds <@ array['HOST', 'APPROVER', 'CYBERSPACE', 'GOV_SERVICE', 'DISCIPLINE', 'DATA']),
  phone        text,
  version      int not null default 1,
  created_at   timestamptz not null default now(),
  origin       text not null default 'local',
  unique nulls not distinct (parent, child_number)
);
create index on people.unit (region);

create table people.staff (
  id          uuid primary key,
  unit        uuid not null references people.unit,
  -- where the unit lies, kept by trigger, so that the row policies need no join
  unit_path   text collate "C" not null,
  region      text collate "C" not null,
  line        text,
  name        text not null check (char_length(name) between 2 and 50),
  login       text collate "C" not null unique check (login ~ '^[a-z][a-z0-9._-]{2,31}$'),
  phone       text,
  disabled_at timestamptz,
  version     int not null default 1,
  created_at  timestamptz not null default now(),
  origin      text not null default 'local'
);
create index on people.staff (unit);

-- A grant is ended, never deleted or rewritten: who could do what on a given day stays known.
create table people.role_grant (
  id            uuid primary key,
  staff         uuid not null references people.staff,
  role          text not null check (role in ('CLERK', 'REVIEWER', 'APPROVER', 'SUPERVISOR', 'DISCIPLINE', 'AUDITOR',
                                              'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')),
  -- the three administrators are families of their own; all other roles are one
  family        text not null generated always as
                  (case when role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN') then role else 'BUSINESS' end) stored,
  axis          text not null check (axis in ('UNIT', 'REGION', 'LINE')),
  value         text not null,
  granted_by    uuid not null,
  granted_at    timestamptz not null,
  reason        text not null,
  revoked_by    uuid,
  revoked_at    timestamptz,
  revoke_reason text,
  origin        text not null default 'local',
  constraint not_to_oneself check (granted_by <> staff and revoked_by <> staff),
  constraint revoked_whole check (num_nulls(revoked_by, revoked_at, revoke_reason) in (0, 3)),
  -- nobody holds two of: system, security or audit administration, or any business role
  constraint three_administrators exclude using gist (staff with =, family with <>) where (revoked_at is null)
);
create unique index role_grant_once on people.role_grant (staff, role, axis, value) where revoked_at is null;
create index on people.role_grant (staff);

create table people.credential (
  staff      uuid primary key references people.staff,
  hash       text not null,
  -- issued by an administrator: to be replaced at the next sign-in
  issued     boolean not null,
  changed_at timestamptz not null
);

create table people.session (
  id         uuid primary key,
  staff      uuid not null references people.staff,
  token      bytea not null unique check (length(token) = 32),
  agent      text not null,
  address    text not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null,
  ends_at    timestamptz not null,
  ended_at   timestamptz,
  ended_by   uuid
);
create index on people.session (staff);

create table people.sign_in_attempt (
  -- a keyed digest: people type passwords into the wrong field
  name_mac     bytea primary key,
  failures     int not null,
  last_at      timestamptz not null,
  locked_until timestamptz
);

-- Where a unit lies is known to its staff's rows at once.
create function people.carry_unit_to_staff() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update people.staff set unit_path = new.path, region = new.region, line = new.line where unit = new.id;
  return null;
end $$;
create trigger carry_unit_to_staff after update of path, region, line on people.unit
  for each row execute function people.carry_unit_to_staff();

-- Staff stand where their unit stands, whatever the caller says.
create function people.place_staff() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select path, people.unit.region, people.unit.line into new.unit_path, new.region, new.line
    from people.unit where id = new.unit;
  return new;
end $$;
create trigger place_staff before insert or update of unit on people.staff
  for each row execute function people.place_staff();

-- All of a grant but its end is fixed, and it ends once.
create function people.keep_grant() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.revoked_at is not null
     or (old.id, old.staff, old.role, old.axis, old.value, old.granted_by, old.granted_at, old.reason, old.origin)
        is distinct from
        (new.id, new.staff, new.role, new.axis, new.value, new.granted_by, new.granted_at, new.reason, new.origin) then
    raise exception 'a grant is ended once and never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_grant before update on people.role_grant for each row execute function people.keep_grant();

create function people.administers(who uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from people.role_grant
                  where staff = who and revoked_at is null and family <> 'BUSINESS')
$$;

-- Whether a power along some axis reaches the unit a person belongs to.
create function people.reaches(power text, who uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from people.staff
                  where id = who
                    and (unit_path like any (access.reach(power, 'unit'))
                      or region like any (access.reach(power, 'region'))
                      or line = any (access.reach(power, 'line'))))
$$;

-- Whether the actor's power over roles goes as far as the scope it wants to give.
create function people.may_give(axis text, value text) returns boolean
language sql stable as $$
  select '/%' = any (access.reach('roles', 'unit'))
      or case axis when 'UNIT' then value like any (access.reach('roles', 'unit'))
                   when 'REGION' then value like any (access.reach('roles', 'region'))
                   else value = any (access.reach('roles', 'line')) end
$$;

alter table people.unit enable row level security;
create policy directory on people.unit for select using ((select access.actor()) is not null);
create policy keep on people.unit for insert with check (
  path like any ((select access.reach('staff', 'unit'))::text[])
  or region like any ((select access.reach('staff', 'region'))::text[])
  or line = any ((select access.reach('staff', 'line'))::text[]));
create policy change on people.unit for update using (
  path like any ((select access.reach('staff', 'unit'))::text[])
  or region like any ((select access.reach('staff', 'region'))::text[])
  or line = any ((select access.reach('staff', 'line'))::text[]));
grant select, insert, update on people.unit to zhijian_app;

select access.guard('people.staff', 'staff', 'staff');
create policy self on people.staff for select using (id = (select access.actor()));
create policy sign_in on people.staff for select using ((select access.service()) = 'sign-in');
do $$
begin
  execute format('create policy roles_read on people.staff for select using (%s)', access.condition('roles'));
  execute format('create policy audit_read on people.staff for select using (%s)', access.condition('audit'));
end $$;
grant select, insert, update on people.staff to zhijian_app;

alter table people.role_grant enable row level security;
create policy sign_in on people.role_grant for select using ((select access.service()) = 'sign-in');
create policy self on people.role_grant for select using (staff = (select access.actor()));
create policy within_reach on people.role_grant for select using (
  people.reaches('roles', staff) or people.reaches('staff', staff) or people.reaches('audit', staff));
create policy give on people.role_grant for insert with check (
  people.reaches('roles', staff) and granted_by = (select access.actor()) and people.may_give(axis, value));
create policy take on people.role_grant for update using (people.reaches('roles', staff))
  with check (people.reaches('roles', staff) and revoked_by = (select access.actor()));
grant select, insert, update on people.role_grant to zhijian_app;

alter table people.credential enable row level security;
create policy sign_in on people.credential using ((select access.service()) = 'sign-in');
create policy self on people.credential using (staff = (select access.actor()));
-- who keeps the accounts issues passwords, but never one of an administrator: that would be a way to become one
create policy within_reach on people.credential
  using (people.reaches('staff', staff) and not people.administers(staff));
grant select, insert, update on people.credential to zhijian_app;

alter table people.session enable row level security;
create policy sign_in on people.session using ((select access.service()) = 'sign-in');
create policy self_read on people.session for select using (staff = (select access.actor()));
create policy self_end on people.session for update using (staff = (select access.actor()));
create policy within_reach_read on people.session for select using (people.reaches('roles', staff));
create policy within_reach_end on people.session for update using (people.reaches('roles', staff));
grant select, insert, update, delete on people.session to zhijian_app;

alter table people.sign_in_attempt enable row level security;
create policy sign_in on people.sign_in_attempt using ((select access.service()) = 'sign-in');
create policy unlock on people.sign_in_attempt for select using (access.reach('roles', 'unit') <> '{}');
create policy unlock_delete on people.sign_in_attempt for delete using (access.reach('roles', 'unit') <> '{}');
grant select, insert, update, delete on people.sign_in_attempt to zhijian_app;
