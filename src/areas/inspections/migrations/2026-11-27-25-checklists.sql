-- Checklists (检查项目表) by edition: what visits went by stays what they went by.
create schema if not exists inspections;

create table inspections.checklist (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  key text not null,
  zh text not null,
  en text not null,
  forms text[] not null,
  edition integer not null check (edition > 0),
  state text not null check (state in ('draft', 'issued', 'discarded')),
  from_on date,
  until_on date,
  items jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (district, id),
  unique (district, key, edition),
  check ((state = 'issued') = (from_on is not null))
);
-- One draft of a checklist at a time.
create unique index checklist_draft on inspections.checklist (district, key) where state = 'draft';
