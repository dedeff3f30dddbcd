-- Messages to staff, one digest of them per person and working day, and the address it goes to.
-- Whoever causes a message knows neither who keeps the unit nor their rows: people.put_messages finds them.

create table people.mail (
  staff        uuid primary key references people.staff,
  address      text check (char_length(address) <= 254),
  confirmed_at timestamptz,
  -- an address that waits for the code that was mailed to it
  wanted       text check (char_length(wanted) <= 254),
  -- a keyed digest, so that six digits cannot be guessed from the table
  code         bytea,
  code_until   timestamptz,
  code_tries   int not null default 0,
  code_sent_at timestamptz,
  digest       boolean not null default true,
  version      int not null default 1,
  origin       text not null default 'local',
  check ((address is null) = (confirmed_at is null)),
  check (num_nulls(wanted, code, code_until) in (0, 3))
);

create table people.digest (
  id       uuid primary key,
  staff    uuid not null references people.staff,
  day      date not null,
  state    text not null check (state in ('WAITING', 'SENT', 'FAILED', 'SKIPPED')),
  made_at  timestamptz not null,
  tries    int not null default 0,
  next_try timestamptz not null,
  sent_at  timestamptz,
  fault    text,
  origin   text not null default 'local',
  -- sent once, however many nodes there are
  unique (staff, day),
  check ((state = 'SENT') = (sent_at is not null))
);
create index on people.digest (next_try) where state = 'WAITING';

create table people.message (
  id           uuid primary key,
  staff        uuid not null references people.staff,
  cause        text not null check (cause ~ '^[a-z]+([.-][a-z]+)*$'),
  unit         uuid not null references people.unit,
  subject_kind text not null,
  subject_id   uuid not null,
  subject_name text not null,
  href         text not null check (href ~ '^/[^/\\]' or href = '/'),
  -- what it tells of, such as findings: putting the same twice changes nothing, and it is counted by these
  about        uuid[] not null check (about <> '{}'),
  put_at       timestamptz not null,
  changed_at   timestamptz not null,
  read_at      timestamptz,
  archived_at  timestamptz,
  digest       uuid references people.digest,
  unit_path    text collate "C" not null,
  region       text collate "C" not null,
  line         text,
  origin       text not null default 'local'
);
-- while nobody has read it, one message per person, unit, subject and cause
create unique index message_once on people.message (staff, unit, subject_kind, subject_id, cause)
  where read_at is null and archived_at is null;
create index on people.message (staff, changed_at desc, id);
create index on people.message (subject_id) where read_at is null and archived_at is null;
create index on people.message (digest) where digest is not null;

-- the significant head of a 12-digit region code, as io.zhijian.base.Scope knows it
create function people.region_stem(code text) returns text
language sql immutable as $$
  select case when code ~ '^0+$' then ''
              when substr(code, 3) ~ '^0+$' then left(code, 2)
              when substr(code, 5) ~ '^0+$' then left(code, 4)
              when substr(code, 7) ~ '^0+$' then left(code, 6)
              when substr(code, 10) ~ '^0+$' then left(code, 9)
              else code end
$$;

create function people.covers(axis text, value text, path text, region text, line text) returns boolean
language sql immutable as $$
  select case axis when 'UNIT' then starts_with(path, value)
                   when 'REGION' then starts_with(region, people.region_stem(value))
                   else value = line end
$$;

-- Whether a person may see rows held there today; the three administrators see none.
create function people.sees(who uuid, path text, region text, line text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from people.role_grant g
                  where g.staff = who and g.revoked_at is null and g.family = 'BUSINESS'
                    and people.covers(g.axis, g.value, path, region, line))
$$;

-- Puts messages into the inboxes of those whom they concern: one person, or the nearest people who hold one of the
-- roles over the unit: in the unit itself, else in a unit above it, else in the narrowest scope that covers it.
-- Nobody is told of a unit that their roles do not reach, and nobody of what they are doing themselves.
create function people.put_messages(puts jsonb, at timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.actor() is null then
    raise exception 'nobody acts' using errcode = 'insufficient_privilege';
  end if;
  insert into people.message as known (id, staff, cause, unit, subject_kind, subject_id, subject_name, href, about,
                                       put_at, changed_at, unit_path, region, line)
  with put as (
    select p.*, u.path, u.region, u.line
      from jsonb_to_recordset(puts) as p(cause text, unit uuid, kind text, subject uuid, name text, href text,
                                         about uuid[], roles text[], staff uuid)
      join people.unit u on u.id = p.unit
  ), held as (
    select q.unit, q.roles, s.id as staff,
           case when starts_with(q.path, s.unit_path) then 1000 + char_length(s.unit_path)
                when g.axis = 'REGION' then char_length(people.region_stem(g.value))
                when g.axis = 'LINE' then 3
                else 1 end as nearness
      from (select distinct unit, roles, path, region, line from put where roles is not null) q
      join people.role_grant g on g.role = any (q.roles) and g.revoked_at is null
                              and people.covers(g.axis, g.value, q.path, q.region, q.line)
      join people.staff s on s.id = g.staff and s.disabled_at is null
  ), nearest as (
    select distinct unit, roles, staff
      from (select *, max(nearness) over (partition by unit, roles) as best from held) ranked
     where nearness = best
  ), told as (
    select n.staff, p.* from put p join nearest n on n.unit = p.unit and n.roles = p.roles
     where n.staff <> access.actor() and p.staff is null
    union all
    select s.id, p.* from put p join people.staff s on s.id = p.staff and s.disabled_at is null
     where people.sees(s.id, p.path, p.region, p.line)
  )
  select uuidv7(), t.to_staff, t.cause, t.unit, t.kind, t.subject, max(t.name), max(t.href), array_agg(distinct a),
         at, at, t.path, t.region, t.line
    from told t(to_staff, cause, unit, kind, subject, name, href, about, roles, staff, path, region, line),
         unnest(t.about) a
   group by t.to_staff, t.cause, t.unit, t.kind, t.subject, t.path, t.region, t.line
   order by t.to_staff, t.subject
  on conflict (staff, unit, subject_kind, subject_id, cause) where read_at is null and archived_at is null
  do update set about = (select array_agg(distinct a) from unnest(known.about || excluded.about) a),
                subject_name = excluded.subject_name,
                href = excluded.href,
                changed_at = case when excluded.about <@ known.about then known.changed_at else excluded.changed_at end;
end $$;
revoke execute on function people.put_messages(jsonb, timestamptz) from public;
grant execute on function people.put_messages(jsonb, timestamptz) to zhijian_app;

-- Takes back what no longer holds from messages nobody has read; one that tells of nothing any more is put away.
create function people.take_back(gone uuid[], subjects uuid[], at timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.actor() is null then
    raise exception 'nobody acts' using errcode = 'insufficient_privilege';
  end if;
  update people.message set archived_at = at
   where subject_id = any (subjects) and read_at is null and archived_at is null and about <@ gone;
  update people.message set about = array(select a from unnest(about) a where a <> all (gone))
   where subject_id = any (subjects) and read_at is null and archived_at is null and about && gone;
end $$;
revoke execute on function people.take_back(uuid[], uuid[], timestamptz) from public;
grant execute on function people.take_back(uuid[], uuid[], timestamptz) to zhijian_app;

-- Makes the digests of a day: of what was put before the cut and is still unread, once for each person who wants one.
create function people.make_digests(on_day date, cut timestamptz, at timestamptz) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made int;
begin
  if access.service() is distinct from 'digest' then
    raise exception 'only the digest makes digests' using errcode = 'insufficient_privilege';
  end if;
  -- what an earlier day could not send goes into today's instead: one mail a day
  update people.message m set digest = null from people.digest d
   where d.id = m.digest and d.day < on_day and d.state in ('WAITING', 'FAILED');
  update people.digest set state = 'FAILED', fault = coalesce(fault, 'late') where day < on_day and state = 'WAITING';
  with fresh as (
    insert into people.digest (id, staff, day, state, made_at, next_try)
    select uuidv7(), s.id, on_day, 'WAITING', at, at
      from people.staff s join people.mail a on a.staff = s.id and a.address is not null and a.digest
     where s.disabled_at is null
       and exists (select from people.message m
                    where m.staff = s.id and m.digest is null and m.read_at is null and m.archived_at is null
                      and m.put_at <= cut and people.sees(s.id, m.unit_path, m.region, m.line))
    on conflict (staff, day) do nothing
    returning id, staff
  ), taken as (
    update people.message m set digest = f.id from fresh f
     where m.staff = f.staff and m.digest is null and m.read_at is null and m.archived_at is null and m.put_at <= cut
       and people.sees(f.staff, m.unit_path, m.region, m.line)
    returning m.id
  )
  select count(*) into made from fresh, (select count(*) from taken) as all_taken;
  return made;
end $$;
revoke execute on function people.make_digests(date, timestamptz, timestamptz) from public;
grant execute on function people.make_digests(date, timestamptz, timestamptz) to zhijian_app;

alter table people.message enable row level security;
do $$
begin
  execute format('create policy own on people.message for select using (staff = (select access.actor()) and %s)',
                 access.condition('read'));
  execute format('create policy own_mark on people.message for update using (staff = (select access.actor()) and %s)',
                 access.condition('read'));
end $$;
create policy digest on people.message for select using ((select access.service()) = 'digest');
grant select on people.message to zhijian_app;
grant update (read_at, archived_at) on people.message to zhijian_app;

alter table people.digest enable row level security;
create policy digest on people.digest using ((select access.service()) = 'digest');
create policy own on people.digest for select using (staff = (select access.actor()));
-- whoever keeps the accounts sees that mail to them fails, not what it says
create policy within_reach on people.digest for select using (people.reaches('staff', staff));
grant select, update on people.digest to zhijian_app;

alter table people.mail enable row level security;
create policy own on people.mail using (staff = (select access.actor()));
create policy digest on people.mail for select using ((select access.service()) = 'digest');
grant select, insert, update, delete on people.mail to zhijian_app;

create policy digest on people.staff for select using ((select access.service()) = 'digest');

-- who comes is told in the same breath how much unread waits for them; beyond 99 nobody counts
drop function people.who_comes(bytea, timestamptz, timestamptz);
create function people.who_comes(sha256 bytea, at timestamptz, idle_since timestamptz)
returns table (session uuid, seen_at timestamptz, id uuid, name text, unit uuid, unit_path text, region text, line text,
               issued boolean, role text, axis text, value text, unread bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.seen_at, st.id, st.name, st.unit, st.unit_path, st.region, st.line, c.issued, g.role, g.axis, g.value,
         (select count(*) from (
            select from people.message m
             where m.staff = st.id and m.read_at is null and m.archived_at is null
               and people.sees(st.id, m.unit_path, m.region, m.line) limit 100) as counted)
    from people.session s
    join people.staff st on st.id = s.staff and st.disabled_at is null
    join people.credential c on c.staff = st.id and (not c.issued or s.started_at >= c.changed_at)
    left join people.role_grant g on g.staff = st.id and g.revoked_at is null
   where (select access.service()) = 'sign-in'
     and s.token = sha256 and s.ended_at is null and s.ends_at > at and s.seen_at > idle_since
$$;
revoke execute on function people.who_comes(bytea, timestamptz, timestamptz) from public;
grant execute on function people.who_comes(bytea, timestamptz, timestamptz) to zhijian_app;
