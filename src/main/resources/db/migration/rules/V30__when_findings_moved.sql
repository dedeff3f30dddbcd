-- what began to wait and what was settled in a month is counted, and listed, from the events of that month
create index on rules.finding_event (at);
