-- Registers that come in as spreadsheets: the file, how its columns were understood, what each row would do, and what was
-- done, so that it can be taken back.

create table registry.import (
  id          uuid primary key,
  origin      text not null default 'local',
  kind        text not null check (kind in ('app', 'account', 'group')),
  unit        uuid not null references people.unit,
  unit_path   text not null,
  region      text not null,
  line        text,
  staff       uuid not null,
  staff_name  text not null,
  file_name   text not null,
  file_hash   text not null,
  format      text not null check (format in ('XLSX', 'CSV')),
  sheet       text not null,
  columns     jsonb not null,
  state       text not null,
  -- the code of what stopped it, and the figures its words need
  refusal     text,
  refused     jsonb not null default '[]',
  total       int not null,
  done        int not null default 0,
  entered     int not null default 0,
  revised     int not null default 0,
  same        int not null default 0,
  wrong       int not null default 0,
  likely      int not null default 0,
  -- what was left out when only the good rows were taken
  left_out    int not null default 0,
  created_at  timestamptz not null,
  -- a run that has not told of itself for a while was cut off
  beat_at     timestamptz not null,
  finished_at timestamptz,
  version     int not null default 1
);
create index on registry.import (unit, created_at desc);
create index on registry.import (beat_at) where state in ('READING', 'WRITING');
select access.guard('registry.import', 'edit', 'edit');
grant select, insert, update on registry.import to zhijian_app;

create table registry.import_file (
  import    uuid primary key references registry.import,
  origin    text not null default 'local',
  unit_path text not null,
  region    text not null,
  line      text,
  content   bytea not null
);
alter table registry.import_file alter column content set storage external;
select access.guard('registry.import_file', 'edit', 'edit');
grant select, insert, delete on registry.import_file to zhijian_app;

-- the hosts that the rows name: a unit out of the importer's reach cannot even be staged
create table registry.import_host (
  import    uuid not null references registry.import,
  unit      uuid not null references people.unit,
  origin    text not null default 'local',
  name      text not null,
  level     text not null,
  unit_path text not null,
  region    text not null,
  line      text,
  primary key (import, unit)
);
select access.guard('registry.import_host', 'edit', 'edit');
grant select, insert, delete on registry.import_host to zhijian_app;

create table registry.import_row (
  import       uuid not null references registry.import,
  -- as the person sees it in the sheet
  number       int not null,
  origin       text not null default 'local',
  unit_path    text not null,
  region       text not null,
  line         text,
  state        text not null check (state in ('ENTERED', 'REVISED', 'SAME', 'WRONG')),
  name         text not null,
  subject      uuid,
  base_version int,
  host         uuid,
  form         text,
  user_paths   text[] not null default '{}',
  to_complete  int not null default 0,
  search       text not null default '',
  core         text not null default '',
  ends_on      date,
  doc          jsonb,
  problems     jsonb not null default '[]',
  -- another subject, or another row of the same file, that may be the same
  likely       uuid,
  likely_row   int,
  primary key (import, number)
);
create index on registry.import_row (import, core) where state = 'ENTERED';
select access.guard('registry.import_row', 'edit', 'edit');
grant select, insert, update, delete on registry.import_row to zhijian_app;

-- under which heading a unit keeps which field; '' is a column that is not taken
create table registry.import_heading (
  unit      uuid not null references people.unit,
  kind      text not null check (kind in ('app', 'account', 'group')),
  heading   text not null check (char_length(heading) between 1 and 200),
  origin    text not null default 'local',
  field     text not null,
  unit_path text not null,
  region    text not null,
  line      text,
  set_at    timestamptz not null,
  primary key (unit, kind, heading)
);
select access.guard('registry.import_heading', 'edit', 'edit');
grant select, insert, update on registry.import_heading to zhijian_app;

-- after a host's first import it is told of no findings until this day, so that it can tidy up
create table registry.import_grace (
  unit      uuid primary key references people.unit,
  origin    text not null default 'local',
  import    uuid not null references registry.import,
  until     date not null,
  told      boolean not null default false,
  unit_path text not null,
  region    text not null,
  line      text
);
select access.guard('registry.import_grace', 'read', 'edit');
create policy told on registry.import_grace for update using ((select access.service()) = 'grace-end');
grant select, insert, delete on registry.import_grace to zhijian_app;
grant update (told) on registry.import_grace to zhijian_app;

create index subject_core on registry.subject (kind, core) where provenance = 'OWN' and length(core) >= 2;

-- Takes out again what one import has entered and nobody has touched since; nothing else deletes a subject. The caller must
-- be able to edit both the import and every subject, and the import must have been carried out.
create function registry.take_out_import(wanted uuid) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  ids  uuid[];
  gone int;
begin
  select array_agg(r.subject) into ids
    from registry.import i
    join registry.import_row r on r.import = i.id and r.state = 'ENTERED'
    join registry.subject s on s.id = r.subject and s.version = 1 and s.updated_at = i.finished_at
   where i.id = wanted and i.state = 'DONE'
     and (i.unit_path like any (access.reach('edit', 'unit')) or i.region like any (access.reach('edit', 'region'))
          or i.line = any (access.reach('edit', 'line')))
     and (s.unit_path like any (access.reach('edit', 'unit')) or s.region like any (access.reach('edit', 'region'))
          or s.line = any (access.reach('edit', 'line')));
  delete from registry.subject_move where subject = any (ids);
  delete from registry.subject_version where subject = any (ids);
  delete from registry.subject where id = any (ids);
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function registry.take_out_import(uuid) from public;
grant execute on function registry.take_out_import(uuid) to zhijian_app;
