-- What offices have set about rules, and which rules the files held since when: "which rule applied on that day" always
-- has an answer. Both append-only.

create table rules.rule_check (
  id           uuid primary key,
  seq          bigint generated always as identity,
  rule_id      text not null,
  scope_axis   text not null check (scope_axis in ('UNIT', 'REGION')),
  scope_value  text not null,
  state        text not null check (state in ('SHIPPED', 'ON', 'OFF')),
  params       jsonb not null,
  from_day     date not null,
  reason       text not null check (reason <> ''),
  checked_text text,
  checked_on   date,
  shipped_hash text not null references rules.rule_text,
  office_id    uuid not null,
  office_name  text not null,
  actor_id     uuid not null,
  actor_name   text not null,
  at           timestamptz not null,
  origin       text not null default 'local',
  check ((checked_text is null) = (checked_on is null))
);
create index on rules.rule_check (rule_id, seq);
grant select, insert on rules.rule_check to zhijian_app;

-- An office's settings are read by whoever is judged by them; only an office sets them, within its own reach.
alter table rules.rule_check enable row level security;
create policy read_all on rules.rule_check for select using (true);
create policy office_insert on rules.rule_check for insert with check (
  case scope_axis
    when 'UNIT' then scope_value like any ((select access.reach('decide', 'unit'))::text[])
    else scope_value like any ((select access.reach('decide', 'region'))::text[])
  end and actor_id = (select access.actor()));

create table rules.rulebook_edition (
  id    uuid primary key,
  at    timestamptz not null,
  hash  text not null,
  rules jsonb not null
);
create index on rules.rulebook_edition (at);
grant select, insert on rules.rulebook_edition to zhijian_app;
