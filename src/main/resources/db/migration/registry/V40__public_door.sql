-- The public door. What host and office agree to release is written down in public_release; what is public stands in
-- public_entry, and nothing else is ever read without sign-in.

create table registry.public_release (
  subject          uuid primary key references registry.subject,
  origin           text not null default 'local',
  unit_path        text not null,
  region           text not null,
  line             text,
  -- whom it is for, as the host marked it; only what is for everybody can become public
  audience         text not null check (audience in ('PUBLIC', 'STAFF', 'POLICE', 'DISCIPLINE', 'CORRECTION')),
  -- word for word what the host asks to release; null: nothing waits for the office
  proposed         jsonb,
  proposed_by      uuid,
  proposed_by_name text not null default '',
  proposed_at      timestamptz,
  -- what was last said about it, by whom
  note             text not null default '',
  note_by          text not null default '',
  -- a closing notice, which follows the entry without being asked for
  notice           jsonb,
  version          int not null default 1,
  constraint only_for_everybody check (audience = 'PUBLIC' or proposed is null),
  constraint proposed_by_somebody check (num_nulls(proposed, proposed_by, proposed_at) in (0, 3))
);
create index public_release_waiting on registry.public_release (proposed_at) where proposed is not null;

create table registry.public_entry (
  subject     uuid primary key references registry.public_release,
  origin      text not null default 'local',
  -- its public name: random, says nothing of the register, stays the same when it is released again
  token       text not null unique check (token ~ '^[A-Za-z0-9_-]{22}$'),
  unit_path   text not null,
  region      text not null,
  line        text,
  -- null: withdrawn; then stage and notice are gone as well
  doc         jsonb,
  stage       text,
  notice      jsonb,
  released_on date,
  changed_at  timestamptz not null,
  revision    bigint not null default 0,
  constraint nothing_stays_when_withdrawn check (num_nulls(doc, stage, released_on) in (0, 3)
                                                 and (doc is not null or notice is null))
);
create unique index public_entry_revision on registry.public_entry (revision);

-- Grows by one with each change of public_entry, in the order of commits: its one row is held until then.
create table registry.public_revision (
  one      boolean primary key default true check (one),
  revision bigint not null
);
insert into registry.public_revision (revision) values (0);

create function registry.public_entry_counts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- words become public by an office only, whatever the statement
  if tg_op = 'UPDATE' and new.doc is not null and new.doc is distinct from old.doc
     and not (new.unit_path like any (access.reach('decide', 'unit'))
              or new.region like any (access.reach('decide', 'region'))
              or coalesce(new.line = any (access.reach('decide', 'line')), false)) then
    raise insufficient_privilege using message = 'only an office releases';
  end if;
  update registry.public_revision set revision = revision + 1 returning revision into new.revision;
  return new;
end $$;
create trigger public_entry_counts before insert or update on registry.public_entry
  for each row execute function registry.public_entry_counts();

-- The stage of what is public, and whose it is, follow the register in the same transaction, whoever changes it.
create function registry.public_entry_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update registry.public_entry set stage = new.stage, changed_at = new.updated_at
   where subject = new.id and doc is not null and stage <> new.stage;
  update registry.public_entry set unit_path = new.unit_path, region = new.region, line = new.line
   where subject = new.id and (unit_path, region, line) is distinct from (new.unit_path, new.region, new.line);
  update registry.public_release set unit_path = new.unit_path, region = new.region, line = new.line
   where subject = new.id and (unit_path, region, line) is distinct from (new.unit_path, new.region, new.line);
  return null;
end $$;
create trigger public_entry_follows after update on registry.subject
  for each row when ((old.stage, old.unit_path, old.region, old.line)
                     is distinct from (new.stage, new.unit_path, new.region, new.line))
  execute function registry.public_entry_follows();
revoke execute on function registry.public_entry_counts(), registry.public_entry_follows() from public;

alter table registry.public_release enable row level security;
alter table registry.public_entry enable row level security;
do $$
declare
  host_or_office text := format('(%s or %s)', access.condition('edit'), access.condition('decide'));
begin
  execute 'create policy release_read on registry.public_release for select using ' || access.condition('read');
  execute 'create policy release_insert on registry.public_release for insert with check ' || access.condition('edit');
  execute format('create policy release_update on registry.public_release for update using %s with check %s',
                 host_or_office, host_or_office);
  execute format('create policy entry_read on registry.public_entry for select using (%s or (select access.service()) = ''portal'')',
                 access.condition('read'));
  -- only an office puts something before the public; taking it away is the host's right too
  execute 'create policy entry_insert on registry.public_entry for insert with check ' || access.condition('decide');
  execute format('create policy entry_update on registry.public_entry for update using %s with check %s',
                 host_or_office, host_or_office);
end $$;

grant select, insert, update on registry.public_release, registry.public_entry to zhijian_app;
