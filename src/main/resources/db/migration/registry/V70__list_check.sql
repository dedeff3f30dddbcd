-- What a page of a list asks of the database before it shows a row: which of the proposed rows the reader may read now,
-- and as what transaction wrote them; and what was written since the index looked last. Planned once: planning it anew
-- each time costs more than the query, and no value makes another plan better.
create function registry.list_check(ids uuid[], since bigint)
returns table (lately boolean, id uuid, stamp bigint)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select false, s.id, s.stamp from registry.subject s where s.id = any (ids)
    union all
    (select true, s.id, s.stamp from registry.subject s where s.stamp >= since order by s.stamp desc limit 500);
end $$;
revoke execute on function registry.list_check(uuid[], bigint) from public;
grant execute on function registry.list_check(uuid[], bigint) to zhijian_app;
