-- What the index of lists needs to stay true on every node, and what each person keeps for lists.

-- The transaction that wrote a row last. Whoever has seen all that was committed before the oldest transaction still
-- running needs to read only rows stamped from there on, in whatever order transactions commit.
alter table registry.subject add column stamp bigint not null default 0;
create function registry.stamp_subject() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.stamp := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger stamp_subject before insert or update on registry.subject
  for each row execute function registry.stamp_subject();
create index subject_stamp on registry.subject (stamp);

-- a list narrowed as somebody likes it, under a name of their own; others get it by its address only
create table registry.saved_filter (
  id       uuid primary key,
  staff    uuid not null,
  kind     text not null check (kind in ('app', 'account', 'group')),
  name     text not null check (char_length(name) between 1 and 40),
  query    text not null check (char_length(query) between 1 and 2000),
  saved_at timestamptz not null,
  unique (staff, kind, name)
);
alter table registry.saved_filter enable row level security;
create policy filter_own on registry.saved_filter
  using (staff = (select access.actor())) with check (staff = (select access.actor()));
grant select, insert, update, delete on registry.saved_filter to zhijian_app;

-- what somebody wants a list to show
create table registry.list_choice (
  staff   uuid not null,
  kind    text not null check (kind in ('app', 'account', 'group')),
  details text[] not null,
  primary key (staff, kind)
);
alter table registry.list_choice enable row level security;
create policy choice_own on registry.list_choice
  using (staff = (select access.actor())) with check (staff = (select access.actor()));
grant select, insert, update, delete on registry.list_choice to zhijian_app;
