-- By when a place is to be inspected (令第120号 art. 30, and its list's interval): counted from the last inspection, of one
-- that never was from the day on which it was entered. Places that do not stand open owe none.
alter table premises.premises
  add column due_months smallint not null default 12 check (due_months between 1 and 60);
alter table premises.premises
  add column due_on date generated always as (
    case when state = 'open' then
      (coalesce(last_inspected_on, (entered_at at time zone 'Asia/Shanghai')::date)
        + make_interval(months => due_months))::date
    end) stored;
create index premises_due on premises.premises (district, due_on, id) where due_on is not null;
create index premises_due_officer on premises.premises (district, officer, due_on, id) where due_on is not null;
create index premises_due_supervisor on premises.premises (district, supervisor, due_on, id) where due_on is not null;
