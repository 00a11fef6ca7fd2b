-- What a trial would change, kept until a person has approved it or not.
create table platform.import_change (
  district text not null,
  run uuid not null,
  line integer not null,
  -- The record that would be changed, with its number and name as people know it.
  record uuid not null,
  no text not null,
  name text not null,
  -- [{ field, before, after }]
  fields jsonb not null,
  primary key (district, run, line)
);

alter table platform.import_run
  add column rows_kept bigint not null default 0,
  -- { trial, except, only }: which changes of which trial may be made; null where nobody approved any.
  add column approval jsonb;
