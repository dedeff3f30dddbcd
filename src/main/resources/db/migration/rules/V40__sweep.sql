-- A sweep that was cut short goes on where it was; a later one takes up only what changed, what is due and what other
-- rules judge.

alter table rules.sweep
  -- whether every subject is taken up, changed or not
  add column whole   boolean not null default true,
  -- by kind of subject: up to which moment of its keeper the sweep has seen what was written
  add column moments jsonb,
  -- by kind of subject: up to which mark all are judged; "done" behind the last one
  add column reached jsonb not null default '{}';

-- the next day on which days that go by could change what the rules say, without anything having been written
alter table rules.judged add column due_on date;
create index judged_due on rules.judged (subject_kind, due_on) where due_on is not null;
create index judged_place on rules.judged (subject_kind, unit_path);
