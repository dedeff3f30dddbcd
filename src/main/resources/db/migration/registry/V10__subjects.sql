-- One table for the three kinds of subject: apps, public accounts, work groups.

alter table registry.app rename to subject;
alter table registry.app_version rename to subject_version;
alter table registry.app_move rename to subject_move;
alter table registry.app_draft rename to subject_draft;
alter table registry.subject_version rename column app to subject;
alter table registry.subject_move rename column app to subject;
alter table registry.subject_draft rename column app to subject;

alter index registry.app_pkey rename to subject_pkey;
alter index registry.app_unit rename to subject_unit;
alter index registry.app_version_pkey rename to subject_version_pkey;
alter index registry.app_move_pkey rename to subject_move_pkey;
alter index registry.app_move_app rename to subject_move_subject;
alter index registry.app_draft_pkey rename to subject_draft_pkey;
alter index registry.app_draft_staff rename to subject_draft_staff;
alter policy app_read on registry.subject rename to subject_read;
alter policy app_insert on registry.subject rename to subject_insert;
alter policy app_update on registry.subject rename to subject_update;

alter table registry.subject
  add column kind text not null default 'app' check (kind in ('app', 'account', 'group')),
  -- the name without place and common words, for finding like ones
  add column core text not null default '',
  add column entered_at timestamptz not null default '2000-01-01',
  add column stage_at timestamptz not null default '2000-01-01',
  -- groups: the last day
  add column ends_on date,
  -- accounts: what goes on in its place; the day of the closing notice; whether opening was looked at beforehand
  add column merged_into uuid references registry.subject,
  add column notice_on date,
  add column opening_checked boolean,
  -- whether points, ranks or online times were let out for an appraisal
  add column exported boolean not null default false,
  add constraint only_apps_are_published check (provenance = 'OWN' or kind = 'app');
update registry.subject s
   set core = lower(name),
       entered_at = coalesce((select min(at) from registry.subject_move m where m.subject = s.id), updated_at),
       stage_at = coalesce((select max(at) from registry.subject_move m where m.subject = s.id), updated_at);
alter table registry.subject alter column kind drop default, alter column entered_at drop default,
  alter column stage_at drop default;

drop index registry.app_updated;
create index subject_updated on registry.subject (kind, updated_at desc, id);
create index subject_host on registry.subject (host_unit, kind, stage);
create index subject_ends on registry.subject (ends_on) where kind = 'group' and stage = 'ONLINE';
create index subject_ended on registry.subject (kind, region, core) where stage in ('CLOSED', 'MERGED', 'DISSOLVED');

alter table registry.subject_move add column details jsonb not null default '{}';
alter table registry.subject_draft add column kind text not null default 'app';
alter table registry.subject_draft alter column kind drop default;

-- how many accounts a unit may have on a platform, where a supervisor has set it
create table registry.quota (
  unit      uuid not null references people.unit,
  platform  text not null,
  origin    text not null default 'local',
  unit_path text not null,
  region    text not null,
  line      text,
  most      int not null check (most between 0 and 99),
  reason    text not null,
  set_at    timestamptz not null,
  set_by    uuid not null,
  version   int not null default 1,
  primary key (unit, platform)
);
select access.guard('registry.quota', 'read', 'decide');
grant select, insert, update, delete on registry.quota to zhijian_app;

-- A subject of the same kind that ended before this one came, under the same or nearly the same name, at the same host
-- or in the same region. It looks beyond the caller's reach, so it answers with an id only, and the page that shows it
-- asks again whether the reader may see it. Names that differ in digits only are other years', not the same again.
create function registry.closed_like(wanted uuid) returns uuid
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select o.id
    from registry.subject s
    join registry.subject o
      on o.kind = s.kind and o.region = s.region and o.stage in ('CLOSED', 'MERGED', 'DISSOLVED')
         and o.id <> s.id and o.stage_at < s.entered_at
         and o.core = s.core and length(s.core) >= 2
   where s.id = wanted and (select access.context()) is not null
   order by o.stage_at desc
   limit 1
$$;
revoke execute on function registry.closed_like(uuid) from public;
grant execute on function registry.closed_like(uuid) to zhijian_app;
