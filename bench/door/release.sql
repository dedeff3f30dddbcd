-- For measuring the public door: releases every second app and account in use of a demo filled by
-- `./zhijian demo --subjects N`, as if host and office had agreed. Run as zhijian_owner; the server takes it in within a second.
--
--   psql -h 127.0.0.1 -p "$(cat DATA/postgres/port)" -U zhijian_owner -d zhijian -f bench/door/release.sql
begin;
create temporary table chosen on commit drop as
select * from registry.subject s
 where kind in ('app', 'account') and provenance = 'OWN' and stage in ('ONLINE', 'SUSPENDED', 'CLOSING')
   and hashtextextended(id::text, 0) % 2 = 0
   and not exists (select from registry.public_release r where r.subject = s.id);

insert into registry.public_release (subject, unit_path, region, line, audience)
select id, unit_path, region, line, 'PUBLIC' from chosen;

insert into registry.public_entry (subject, token, unit_path, region, line, doc, stage, released_on, changed_at)
select id, substr(replace(gen_random_uuid()::text, '-', ''), 1, 22), unit_path, region, line,
       jsonb_build_object(
         'kind', kind,
         'name', name,
         'aliases', coalesce(doc -> 'aliases', '[]'),
         'form', lower(coalesce(form, '')),
         'account', coalesce(doc ->> 'accountId', ''),
         'summary', coalesce(doc ->> 'summary', doc ->> 'purpose', ''),
         'host', host_name,
         'icp', coalesce(doc -> 'icp' ->> 'number', ''),
         'gov', coalesce(doc -> 'gov' ->> 'number', ''),
         'norm', (doc -> 'norm' -> 'versions' -> -1)
                 - array['withoutScenes', 'withoutTargetUsers', 'withoutRequirements'],
         'complaint', coalesce(doc -> 'complaintEntry' ->> 'where', ''),
         'zone', coalesce(doc -> 'complaintZone' ->> 'where', ''),
         'stores', '[]'::jsonb,
         'items', (select coalesce(jsonb_agg(jsonb_build_object('name', i ->> 'name', 'code', coalesce(i ->> 'code', ''),
                                                               'theme', 'other')), '[]')
                     from jsonb_array_elements(coalesce(doc -> 'items', '[]')) i)),
       stage, current_date, now()
  from chosen;
select count(*) as public_now from registry.public_entry where doc is not null;
commit;
