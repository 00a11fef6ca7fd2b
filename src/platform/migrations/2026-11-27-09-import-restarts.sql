-- How often a run was begun anew by itself, because the program that carried it out had died.
alter table platform.import_run add column restarts smallint not null default 0;
