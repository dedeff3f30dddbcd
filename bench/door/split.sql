-- For measuring the public door: of the names that stand in the register unreleased, a half chosen by a hash of the name
-- ceases to exist (its subjects get other names). What is left of the two halves differs in nothing but that. Writes the
-- files `hidden` and `absent` into the current directory. Run as zhijian_owner, after release.sql.
create temporary table half as
select distinct s.name, hashtextextended(s.name, 1) % 2 = 0 as hidden
  from registry.subject s left join registry.public_entry e on e.subject = s.id
 where e.doc is null and s.kind <> 'group' and s.provenance = 'OWN'
   and not exists (select from registry.public_entry p where p.doc ->> 'name' = s.name);
update registry.subject s set name = '改名' || replace(s.id::text, '-', '')
  from half where half.name = s.name and not half.hidden;
\copy (select name from half where hidden order by hashtextextended(name, 2)) to 'hidden'
\copy (select name from half where not hidden order by hashtextextended(name, 2)) to 'absent'
