-- Visits (检查): submitted whole, once, and never changed afterwards; a correction is another that cites it.
create schema if not exists inspections;

create table inspections.visit (
  district text not null,
  -- Made by the client: a visit that is submitted twice is one.
  id uuid not null,
  premises uuid not null,
  premises_no text not null,
  premises_name text not null,
  address text not null,
  kind text not null,
  body uuid not null,
  station uuid,
  community uuid,
  inspectors uuid[] not null check (cardinality(inspectors) between 1 and 10),
  inspector_names text[] not null,
  -- By the server's clock, and as the device said.
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at > started_at),
  said_started_at timestamptz not null,
  said_ended_at timestamptz not null,
  device_at timestamptz,
  visited_on date not null,
  start_fix jsonb,
  end_fix jsonb,
  checklist uuid,
  answers jsonb not null,
  findings jsonb not null,
  rechecks jsonb not null,
  accompanying jsonb,
  signature jsonb not null,
  photos uuid[] not null,
  -- Every picture that it shows, wherever in it.
  files uuid[] not null,
  guidance text,
  remarks text,
  reason text not null,
  reason_ref uuid,
  reason_words text,
  corrects uuid,
  answered integer not null,
  hazards integer not null,
  rechecked integer not null,
  -- The day by which the place was to be inspected, where this visit counts as the inspection.
  due_on date,
  marks text[] not null,
  submitted_at timestamptz not null,
  submitted_by text not null,
  account uuid,
  -- SHA-256 of what was submitted: a second submission must be the same.
  digest text not null,
  primary key (district, id),
  foreign key (district, premises) references premises.premises,
  foreign key (district, corrects) references inspections.visit
);
create unique index visit_corrects on inspections.visit (district, corrects) where corrects is not null;
create index visit_premises on inspections.visit (district, premises, started_at desc, id desc);
create index visit_started on inspections.visit (district, started_at desc, id desc);
create index visit_station on inspections.visit (district, station, started_at desc, id desc);
create index visit_body on inspections.visit (district, body, started_at desc, id desc);
create index visit_due on inspections.visit (district, due_on) include (body, visited_on) where due_on is not null;
create index visit_files on inspections.visit using gin (files) where files <> '{}';

create function inspections.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a visit is never changed';
end $$;
create trigger visit_stays before update or delete or truncate on inspections.visit
  for each statement execute function inspections.refuse_change();
