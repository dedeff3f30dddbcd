-- The register of apps: the entry as it stands, every version of it, every move of its life, and what is being typed.

create schema registry;
grant usage on schema registry to zhijian_app;

create table registry.app (
  id          uuid primary key,
  origin      text not null default 'local',
  provenance  text not null check (provenance in ('OWN', 'PUBLISHED')),
  name        text not null,
  form        text,
  level       text,
  host_unit   uuid references people.unit,
  host_name   text not null,
  unit_path   text,
  region      text,
  line        text,
  -- those who make their people use it may read it
  user_paths  text[] not null default '{}',
  stage       text,
  -- published entries: the place as published and how far the source is to be trusted
  place       text not null default '',
  reliability text not null default '',
  version     int  not null,
  updated_at  timestamptz not null,
  -- how many facts the host has still to declare
  to_complete int  not null,
  search      text not null,
  doc         jsonb not null,
  -- what is only known from published sources belongs to no unit here, and so can be neither judged nor moved
  constraint published_has_no_unit check (
    case provenance
      when 'OWN' then num_nonnulls(host_unit, unit_path, region, stage) = 4
      else num_nulls(host_unit, unit_path, region, line, stage) = 5 and user_paths = '{}'
    end)
);
create index app_unit on registry.app (unit_path text_pattern_ops);
create index app_updated on registry.app (updated_at desc, id);

create table registry.app_version (
  app        uuid not null references registry.app,
  number     int  not null,
  origin     text not null default 'local',
  unit_path  text not null,
  region     text not null,
  line       text,
  doc        jsonb not null,
  at         timestamptz not null,
  actor      uuid not null,
  actor_name text not null,
  reason     text not null,
  primary key (app, number)
);

create table registry.app_move (
  id         uuid primary key,
  app        uuid not null references registry.app,
  origin     text not null default 'local',
  unit_path  text not null,
  region     text not null,
  line       text,
  -- null: set to its true stage by a supervisor
  move       text,
  from_stage text,
  to_stage   text not null,
  at         timestamptz not null,
  actor      uuid not null,
  actor_name text not null,
  reason     text not null
);
create index app_move_app on registry.app_move (app, at);

-- saved as typed, one per app and person; before the app exists its id is already fixed here
create table registry.app_draft (
  app          uuid not null,
  staff        uuid not null,
  base_version int  not null,
  typed        jsonb not null,
  updated_at   timestamptz not null,
  primary key (app, staff)
);
create index app_draft_staff on registry.app_draft (staff, updated_at desc);

alter table registry.app enable row level security;
do $$
declare
  own       text := format('(provenance = ''OWN'' and %s)', access.condition('edit'));
  own_moved text := format('(provenance = ''OWN'' and (%s or %s))', access.condition('edit'), access.condition('decide'));
  imported  text := '(provenance = ''PUBLISHED'' and (select access.service()) = ''published-import'')';
begin
  execute format($p$create policy app_read on registry.app for select using (
      %s
      or exists (select 1 from unnest(user_paths) as used (path)
                  where used.path like any ((select access.reach('read', 'unit'))::text[]))
      or provenance = 'PUBLISHED' and (select access.actor()) is not null)$p$, access.condition('read'));
  execute format('create policy app_insert on registry.app for insert with check (%s or %s)', own, imported);
  execute format('create policy app_update on registry.app for update using (%s or %s) with check (%s or %s)',
                 own_moved, imported, own_moved, imported);
  -- who may read the app may read how it came about
  execute format('alter table registry.app_version enable row level security');
  execute format('create policy version_read on registry.app_version for select using '
                 '(exists (select 1 from registry.app where app.id = app_version.app))');
  execute format('create policy version_insert on registry.app_version for insert with check %s', access.condition('edit'));
  execute format('alter table registry.app_move enable row level security');
  execute format('create policy move_read on registry.app_move for select using '
                 '(exists (select 1 from registry.app where app.id = app_move.app))');
  execute format('create policy move_insert on registry.app_move for insert with check (%s or %s)',
                 access.condition('edit'), access.condition('decide'));
end $$;

alter table registry.app_draft enable row level security;
create policy draft_own on registry.app_draft
  using (staff = (select access.actor())) with check (staff = (select access.actor()));

grant select, insert, update on registry.app to zhijian_app;
grant select, insert on registry.app_version, registry.app_move to zhijian_app;
grant select, insert, update, delete on registry.app_draft to zhijian_app;
