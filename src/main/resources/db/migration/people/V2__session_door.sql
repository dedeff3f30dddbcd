-- Every request asks who comes with a token. Through the row policies of four tables that costs a dozen checks of the
-- signed context; this door checks it once, opens for the service "sign-in" only, and tells nothing but what is asked.
create function people.who_comes(sha256 bytea, at timestamptz, idle_since timestamptz)
returns table (session uuid, seen_at timestamptz, id uuid, name text, unit uuid, unit_path text, region text, line text,
               issued boolean, role text, axis text, value text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.seen_at, st.id, st.name, st.unit, st.unit_path, st.region, st.line, c.issued, g.role, g.axis, g.value
    from people.session s
    join people.staff st on st.id = s.staff and st.disabled_at is null
    join people.credential c on c.staff = st.id and (not c.issued or s.started_at >= c.changed_at)
    left join people.role_grant g on g.staff = st.id and g.revoked_at is null
   where (select access.service()) = 'sign-in'
     and s.token = sha256 and s.ended_at is null and s.ends_at > at and s.seen_at > idle_since
$$;
revoke execute on function people.who_comes(bytea, timestamptz, timestamptz) from public;
grant execute on function people.who_comes(bytea, timestamptz, timestamptz) to zhijian_app;

drop policy sign_in on people.role_grant;
