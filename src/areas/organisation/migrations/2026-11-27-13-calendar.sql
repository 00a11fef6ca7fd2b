-- The working-day calendar: a year that is not here has no notice yet.
create table organisation.calendar_year (
  district text not null references organisation.district,
  year integer not null check (year between 2000 and 2099),
  -- [{ "from": day, "to": day, "name": festival }]
  holidays jsonb not null,
  workdays date[] not null,
  source text,
  -- Edited by the district: a new release leaves it alone.
  edited boolean not null default false,
  version integer not null default 1,
  primary key (district, year)
);
