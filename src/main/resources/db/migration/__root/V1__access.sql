-- Who acts in this transaction and what they reach, as every row policy asks it.
-- The application signs the context (io.zhijian.database.RowContext); here it is checked with a key that the
-- application role cannot read. No context, a forged one, one of another connection or an old one: no row.

create schema access;
grant usage on schema access to zhijian_app;

create table access.signing_key (
  id        uuid primary key,
  inner_pad bytea not null,
  outer_pad bytea not null,
  added_at  timestamptz not null default now()
);

-- zj.context is <key id>.<hex of HMAC-SHA-256>.<JSON>
create function access.context() returns jsonb
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
  raw     text := current_setting('zj.context', true);
  payload text;
  keys    access.signing_key;
  claims  jsonb;
begin
  if raw is null or length(raw) < 102 then
    return null;
  end if;
  select * into keys from access.signing_key where id::text = left(raw, 36);
  if not found then
    return null;
  end if;
  payload := substr(raw, 103);
  if substr(raw, 38, 64) <> encode(sha256(keys.outer_pad || sha256(keys.inner_pad || convert_to(payload, 'UTF8'))), 'hex') then
    return null;
  end if;
  claims := payload::jsonb;
  -- now() is the start of the transaction: a long import does not lose its context on the way
  if (claims ->> 'pid')::int <> pg_backend_pid() or (claims ->> 'until')::bigint < extract(epoch from now()) then
    return null;
  end if;
  return claims;
end $$;

-- LIKE patterns an actor reaches with a power (read, edit, decide, audit, staff, roles) along an axis (unit, region, line)
create function access.reach(power text, axis text) returns text[]
language sql stable parallel restricted as $$
  select array(select jsonb_array_elements_text(access.context() -> 'reach' -> (power || ':' || axis)))
$$;

create function access.actor() returns uuid
language sql stable parallel restricted as $$ select (access.context() ->> 'actor')::uuid $$;

-- the name of the acting service, null for people
create function access.service() returns text
language sql stable parallel restricted as $$ select nullif(access.context() ->> 'name', '') $$;

-- the standard condition of a row policy; the sub-selects are evaluated once per query, not once per row
create function access.condition(power text) returns text
language sql immutable as $$
  select format(
    '(unit_path like any ((select access.reach(%1$L, ''unit''))::text[])'
    ' or region like any ((select access.reach(%1$L, ''region''))::text[])'
    ' or line = any ((select access.reach(%1$L, ''line''))::text[]))', power)
$$;

-- puts a table with the columns unit_path, region and line under the standard policies
create function access.guard(target regclass, read_power text, write_power text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy reach_read on %s for select using %s', target, access.condition(read_power));
  execute format('create policy reach_insert on %s for insert with check %s', target, access.condition(write_power));
  execute format('create policy reach_update on %s for update using %s with check %s', target,
                 access.condition(write_power), access.condition(write_power));
  execute format('create policy reach_delete on %s for delete using %s', target, access.condition(write_power));
end $$;

revoke execute on function access.guard(regclass, text, text) from public;
