-- How a sweep goes through the register: host by host, and for whom neighbours may have changed.

create index subject_sweep on registry.subject (kind, host_unit, id) where provenance = 'OWN';

-- Those of many that closed_like would find something for; regions in which nothing ended cost nothing.
create function registry.closed_like_among(wanted uuid[]) returns setof uuid
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  with s as materialized (
    select id, kind, region, core, entered_at from registry.subject where id = any (wanted)
  ), o as materialized (
    select o.id, o.kind, o.region, o.core, o.stage_at from registry.subject o
     where (o.kind, o.region) in (select kind, region from s) and o.stage in ('CLOSED', 'MERGED', 'DISSOLVED')
  )
  select s.id
    from s join o on o.kind = s.kind and o.region = s.region and o.core = s.core
                 and o.id <> s.id and o.stage_at < s.entered_at
   where length(s.core) >= 2 and (select access.context()) is not null
  union
  select s.id
    from (select s.*, near from s, unnest(registry.near(s.core)) near
           where length(s.core) >= 4 and (s.kind, s.region) in (select kind, region from o)) s
    join (select o.*, near from o, unnest(registry.near(o.core)) near where length(o.core) >= 4) o
      on o.kind = s.kind and o.region = s.region and o.near = s.near and o.id <> s.id and o.stage_at < s.entered_at
         and o.core <> s.core and registry.untold(o.core) <> registry.untold(s.core)
   where (select access.context()) is not null
$$;
revoke execute on function registry.closed_like_among(uuid[]) from public;
grant execute on function registry.closed_like_among(uuid[]) to zhijian_app;

-- Another number of accounts allowed changes what is known of the unit's accounts: they count as written.
create function registry.stamp_accounts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update registry.subject set stamp = stamp
   where kind = 'account' and host_unit = new.unit and (new.platform = '' or form = new.platform);
  return null;
end $$;
create trigger stamp_accounts after insert or update on registry.quota
  for each row execute function registry.stamp_accounts();
