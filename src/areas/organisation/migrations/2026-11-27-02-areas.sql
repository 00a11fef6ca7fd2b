-- Areas can be added, changed and closed: a closed one is no choice any more, and old records keep its name.
alter table organisation.area_node
  add column active boolean not null default true,
  add column version integer not null default 1;
