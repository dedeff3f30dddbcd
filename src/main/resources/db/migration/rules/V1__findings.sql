-- What seems wrong, what people decided about it, and the rules it rests on, kept for ever by hash.

create schema rules;
grant usage on schema rules to zhijian_app;

-- every rule text a finding ever rested on; append-only
create table rules.rule_text (
  hash     text primary key,
  rule_id  text not null,
  text     text not null,
  since    timestamptz not null
);
grant select, insert on rules.rule_text to zhijian_app;

-- when all subjects were judged again, and by which rules; no unit's data
create table rules.sweep (
  id            uuid primary key,
  rulebook_hash text not null,
  rules         jsonb not null,
  rules_changed boolean not null,
  started_at    timestamptz not null,
  finished_at   timestamptz,
  judged        bigint not null default 0
);
grant select, insert, update on rules.sweep to zhijian_app;

-- one row per rule and subject, however often it comes back
create table rules.finding (
  id             uuid primary key,
  subject_kind   text not null,
  subject_id     uuid not null,
  subject_name   text not null,
  rule_id        text not null,
  rule_hash      text not null references rules.rule_text,
  regulation     text not null,
  article        int not null,
  severity       text not null check (severity in ('SERIOUS', 'ORDINARY', 'NOTICE')),
  state          text not null
                 check (state in ('OPEN', 'CONFIRMED', 'EXEMPTED', 'DISMISSED', 'CURED', 'WITHDRAWN')),
  facts          jsonb not null,
  params         jsonb not null,
  opened_at      timestamptz not null,
  closed_at      timestamptz,
  times_reopened int not null default 0,
  exempt_reason  text,
  exempt_basis   text,
  exempt_until   date,
  unit_id        uuid not null,
  unit_path      text not null,
  region         text not null,
  line           text,
  origin         text not null default 'local',
  version        int not null default 1,
  unique (subject_kind, subject_id, rule_id),
  check ((state = 'EXEMPTED') = (exempt_until is not null)),
  check ((state in ('DISMISSED', 'CURED', 'WITHDRAWN')) = (closed_at is not null))
);
create index on rules.finding (unit_path text_pattern_ops, state);
create index on rules.finding (region text_pattern_ops, state);
create index on rules.finding (exempt_until) where state = 'EXEMPTED';

-- its life, move by move; append-only
create table rules.finding_event (
  id         uuid primary key,
  finding_id uuid not null references rules.finding,
  move       text not null,
  from_state text,
  to_state   text not null,
  at         timestamptz not null,
  actor_kind text not null,
  actor_id   uuid not null,
  actor_name text not null,
  reason     text not null,
  basis      text,
  until      date,
  rule_hash  text not null references rules.rule_text,
  facts      jsonb not null,
  sweep_id   uuid references rules.sweep,
  unit_path  text not null,
  region     text not null,
  line       text,
  origin     text not null default 'local'
);
create index on rules.finding_event (finding_id, at);
create index on rules.finding_event (sweep_id) where sweep_id is not null;

-- what each subject was last judged by, so that a sweep redoes only what changed
create table rules.judged (
  subject_kind  text not null,
  subject_id    uuid not null,
  facts_hash    text not null,
  rulebook_hash text not null,
  at            timestamptz not null,
  unit_path     text not null,
  region        text not null,
  line          text,
  primary key (subject_kind, subject_id)
);

grant select, insert, update on rules.finding, rules.judged to zhijian_app;
grant select, insert on rules.finding_event to zhijian_app;

-- Whoever keeps an entry causes findings to open and be cured; only who may decide settles one. So two writing
-- policies: by "edit" a row can never end in a state that is a decision, by "decide" it can.
create function rules.protect(target regclass, settled text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy reach_read on %s for select using %s', target, access.condition('read'));
  execute format('create policy edit_insert on %s for insert with check (%s and not (%s))', target,
                 access.condition('edit'), settled);
  execute format('create policy edit_update on %s for update using %s with check (%s and not (%s))', target,
                 access.condition('edit'), access.condition('edit'), settled);
  execute format('create policy decide_insert on %s for insert with check %s', target, access.condition('decide'));
  execute format('create policy decide_update on %s for update using %s with check %s', target,
                 access.condition('decide'), access.condition('decide'));
end $$;
revoke execute on function rules.protect(regclass, text) from public;

select rules.protect('rules.finding', $$state in ('CONFIRMED', 'EXEMPTED', 'DISMISSED')$$);
select rules.protect('rules.finding_event', $$move in ('CONFIRM', 'EXEMPT', 'DISMISS', 'REOPEN')$$);
select rules.protect('rules.judged', 'false');
