-- The ledger; its byte format is docs/decisions/0004-ledger-format.md.
-- The application role may add and read, never change or remove.

create schema ledger;
grant usage on schema ledger to zhijian_app;

-- whether the actor holds the power to audit, wherever; what of the entries is shown is for their own policy
create function ledger.audits() returns boolean
language sql stable parallel restricted as $$
  select cardinality(access.reach('audit', 'unit')) + cardinality(access.reach('audit', 'region'))
       + cardinality(access.reach('audit', 'line')) > 0
$$;

-- body is the truth; the other columns repeat it for searching, and verification compares them
create table ledger.entry (
  id           uuid primary key,
  body         bytea not null,
  commitment   bytea not null check (octet_length(commitment) = 32),
  at           timestamptz not null,
  actor_id     uuid not null,
  action       text not null,
  subject_kind text not null,
  subject_id   uuid not null,
  unit_path    text not null,
  region       text not null,
  line         text,
  origin       text not null default 'local',
  -- number of the writing transaction, by which the sealer finds late commits; never given by hand
  xid          bigint not null default pg_current_xact_id()::text::bigint
);
create index entry_at on ledger.entry (at desc, id desc);
create index entry_actor on ledger.entry (actor_id, at desc);
create index entry_subject on ledger.entry (subject_id, at desc);
create index entry_action on ledger.entry (action, at desc);
create index entry_xid on ledger.entry (xid);
grant select on ledger.entry to zhijian_app;
grant insert (id, body, commitment, at, actor_id, action, subject_kind, subject_id, unit_path, region, line, origin)
  on ledger.entry to zhijian_app;
alter table ledger.entry enable row level security;
create policy own_insert on ledger.entry for insert with check (actor_id = (select access.actor()));
do $$ begin
  execute 'create policy audit_read on ledger.entry for select using ' || access.condition('audit');
end $$;

-- what may be erased, by the owner alone, without breaking the chain
create table ledger.payload (
  entry_id   uuid primary key references ledger.entry,
  salt       bytea not null check (octet_length(salt) = 32),
  actor_name text not null,
  reason     text not null,
  details    jsonb not null
);
grant select, insert on ledger.payload to zhijian_app;
alter table ledger.payload enable row level security;
create policy own_insert on ledger.payload for insert with check ((select access.actor()) is not null);
create policy audit_read on ledger.payload for select
  using (exists (select from ledger.entry e where e.id = entry_id));

-- leaf numbers are given by the sealer: no sequence, no gap
create table ledger.leaf (
  number   bigint primary key check (number >= 0),
  entry_id uuid not null unique references ledger.entry,
  hash     bytea not null check (octet_length(hash) = 32)
);

-- roots of complete subtrees of 256 leaves and more, so that a proof does not read the whole tree
create table ledger.node (
  level  int not null check (level >= 8),
  index  bigint not null,
  hash   bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

create table ledger.key (
  id         text primary key,
  profile    smallint not null,
  public_key bytea not null,
  since      timestamptz not null
);

create table ledger.seal (
  size      bigint primary key check (size > 0),
  root      bytea not null check (octet_length(root) = 32),
  at        timestamptz not null,
  previous  bytea check (octet_length(previous) = 32),
  key_id    text not null references ledger.key,
  signature bytea not null,
  frontier  bytea not null,
  -- every transaction below this number had ended when the seal was made
  upto      bigint not null
);

do $$
declare target text;
begin
  foreach target in array array['leaf', 'node', 'key', 'seal'] loop
    execute format('grant select, insert on ledger.%I to zhijian_app', target);
    execute format('alter table ledger.%I enable row level security', target);
    execute format('create policy audit_read on ledger.%I for select using ((select ledger.audits()))', target);
    execute format('create policy sealer_insert on ledger.%I for insert with check ((select access.service()) = ''sealer'')', target);
  end loop;
end $$;
