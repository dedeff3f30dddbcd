-- How many accounts a unit may have from a day on, what leaves an app, merging beyond the own unit, and near names.

-- nothing has been written here yet
drop table registry.quota;
create table registry.quota (
  id          uuid primary key,
  unit        uuid not null references people.unit,
  origin      text not null default 'local',
  unit_path   text not null,
  region      text not null,
  line        text,
  -- empty: all accounts of the unit together
  platform    text not null default '',
  from_day    date not null,
  -- null: no limit from that day on
  most        int check (most between 0 and 999),
  basis       text not null,
  reason      text not null,
  set_at      timestamptz not null,
  set_by      uuid not null,
  set_by_name text not null,
  version     int not null default 1,
  unique (unit, platform, from_day)
);
select access.guard('registry.quota', 'read', 'decide');
grant select, insert, update on registry.quota to zhijian_app;

-- What left an app, or was to leave it, of points, ranks and times that it holds (K23 article 10); rows are added, never
-- changed. FOUND: it came out that they were used for an appraisal; STOPPED: they no longer are.
create table registry.data_export (
  id         uuid primary key,
  subject    uuid not null references registry.subject,
  origin     text not null default 'local',
  unit_path  text not null,
  region     text not null,
  line       text,
  state      text not null check (state in ('ALLOWED', 'REFUSED', 'FOUND', 'STOPPED')),
  what       text not null,
  recipient  text not null,
  purpose    text not null,
  why        text not null,
  at         timestamptz not null,
  actor      uuid not null,
  actor_name text not null
);
create index data_export_subject on registry.data_export (subject, at);
alter table registry.data_export enable row level security;
do $$
begin
  execute 'create policy export_read on registry.data_export for select using '
          '(exists (select 1 from registry.subject where subject.id = data_export.subject))';
  execute format('create policy export_insert on registry.data_export for insert with check (%s or %s)',
                 access.condition('edit'), access.condition('decide'));
end $$;
grant select, insert on registry.data_export to zhijian_app;
alter table registry.subject drop column exported;

-- The significant head of a region code: 2, 4, 6, 9 or 12 digits; nothing of the whole country's.
create function registry.area(region text) returns text
language sql immutable parallel safe as $$
  select case when region = '000000000000' then '' when right(region, 10) = '0000000000' then left(region, 2)
              when right(region, 8) = '00000000' then left(region, 4) when right(region, 6) = '000000' then left(region, 6)
              when right(region, 3) = '000' then left(region, 9) else region end
$$;

-- Running accounts that could go on in one's place: of the same host or of another one in the same area or above it. The
-- name, platform and host of a public account are public; the caller must be one who may edit what goes.
create function registry.merge_targets(goes uuid, patterns text[], wanted uuid)
returns table (id uuid, name text, form text, host_name text, host_unit uuid)
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.name, o.form, o.host_name, o.host_unit
    from registry.subject s
    join registry.subject o on o.kind = s.kind and o.stage = 'ONLINE' and o.provenance = 'OWN' and o.id <> s.id
                           and (s.unit_path like o.unit_path || '%' or s.region like registry.area(o.region) || '%')
   where s.id = goes and s.kind = 'account' and (wanted is null or o.id = wanted)
     and (wanted is not null or s.unit_path like o.unit_path || '%' or cardinality(patterns) > 0)
     and o.search like all (patterns)
     and (s.unit_path like any ((select access.reach('edit', 'unit'))::text[])
          or s.region like any ((select access.reach('edit', 'region'))::text[])
          or s.line = any ((select access.reach('edit', 'line'))::text[]))
   order by o.host_unit = s.host_unit desc, s.unit_path like o.unit_path || '%' desc, o.region, o.unit_path, o.name, o.id
   limit 30
$$;
revoke execute on function registry.merge_targets(uuid, text[], uuid) from public;
grant execute on function registry.merge_targets(uuid, text[], uuid) to zhijian_app;

-- A name and what is left of it without any one of its characters: two names of which these meet differ by one
-- character put in, left out or put in place of another, or by one that has moved.
create function registry.near(core text) returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select case when length(core) between 4 and 60
    then array(select core union select left(core, i - 1) || substr(core, i + 1) from generate_series(1, length(core)) i)
    else array[core] end
$$;
create index subject_ended_near on registry.subject using gin (registry.near(core))
  where stage in ('CLOSED', 'MERGED', 'DISSOLVED');

-- Names that differ in numbers, in parts of the compass and the like only are other ones, not the same again.
create function registry.untold(core text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select translate(core, '0123456789零〇一二三四五六七八九十百两甲乙丙丁戊东南西北中上下左右前后内外春夏秋冬男女', '')
$$;

create or replace function registry.closed_like(wanted uuid) returns uuid
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select o.id from (
    (select o.id, o.stage_at, true as same
       from registry.subject s
       join registry.subject o
         on o.kind = s.kind and o.region = s.region and o.stage in ('CLOSED', 'MERGED', 'DISSOLVED')
            and o.id <> s.id and o.stage_at < s.entered_at
            and o.core = s.core and length(s.core) >= 2
      where s.id = wanted
      order by o.stage_at desc limit 1)
    union all
    (select o.id, o.stage_at, false
       from registry.subject s
       join registry.subject o
         on registry.near(o.core) && registry.near(s.core) and o.stage in ('CLOSED', 'MERGED', 'DISSOLVED')
            and o.kind = s.kind and o.region = s.region
            and o.id <> s.id and o.stage_at < s.entered_at
            and length(o.core) >= 4 and o.core <> s.core and registry.untold(o.core) <> registry.untold(s.core)
      where s.id = wanted and length(s.core) >= 4
      order by o.stage_at desc limit 1)) as o
   where (select access.context()) is not null
   order by o.same desc
   limit 1
$$;
