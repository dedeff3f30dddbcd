-- Under which child of a unit, or part of a region, a row is held; empty where it is held elsewhere.

create function access.child_unit(root text, path text) returns text
language sql immutable parallel safe as $$
  select case when starts_with(path, root)
              then left(path, length(root) + strpos(substr(path, length(root) + 1), '/'))
              else '' end
$$;

create function access.child_region(stem text, region text) returns text
language sql immutable parallel safe as $$
  select case when starts_with(region, stem)
              then left(region, case length(stem) when 0 then 2 when 2 then 4 when 4 then 6 when 6 then 9 else 12 end)
              else '' end
$$;
