-- What the law wants done about a record, by whom and by when: written by each area's save from its table of duties, read
-- as work lists, alarms and figures of punctuality. A new start of the count is a duty of its own.
create table platform.duty (
  district text not null,
  kind text not null,
  subject uuid not null,
  duty text not null,
  since date not null,
  law text not null,
  -- The body that owes it, and the one person who answers for it.
  body uuid not null,
  officer uuid,
  -- The place that it is about, where there is one.
  premises uuid,
  -- The first instant at which it is late, and the last day on which it is not.
  by timestamptz not null,
  due_on date not null,
  provisional boolean not null,
  done_at timestamptz,
  -- Told that it runs out soon, and told that it has run out.
  reminded_at timestamptz,
  alarmed_at timestamptz,
  primary key (district, kind, subject, duty, since)
);
create index duty_open_officer on platform.duty (district, officer, by, subject) where done_at is null;
create index duty_open_body on platform.duty (district, body, by, subject) where done_at is null;
create index duty_open on platform.duty (district, by, subject) where done_at is null;
create index duty_due on platform.duty (district, due_on) include (body, law, duty, by, done_at);
create index duty_provisional on platform.duty (district, kind, subject) where provisional and done_at is null;
