-- What rules are read by (code tables, the calendar) is kept by each process while it holds. One row a district is written
-- anew with every change of it, whoever makes it: who wrote the row and where it lies tells whether what is known still holds.
create table organisation.reference_stamp (
  district text primary key,
  changes bigint not null
);

create function organisation.stamp_reference() returns trigger language plpgsql as $$
begin
  insert into organisation.reference_stamp (district, changes)
  select distinct district, 1 from changed
  on conflict (district) do update set changes = reference_stamp.changes + 1;
  return null;
end $$;

do $$
declare
  of_table text;
begin
  foreach of_table in array array['code', 'code_table', 'calendar_year'] loop
    execute format('create trigger stamp_insert after insert on organisation.%I referencing new table as changed
      for each statement execute function organisation.stamp_reference()', of_table);
    execute format('create trigger stamp_update after update on organisation.%I referencing new table as changed
      for each statement execute function organisation.stamp_reference()', of_table);
    execute format('create trigger stamp_delete after delete on organisation.%I referencing old table as changed
      for each statement execute function organisation.stamp_reference()', of_table);
  end loop;
end $$;
