-- The register of places and units (场所、单位): what is known of each, and the one body that supervises it.
create schema premises;
-- Any part of a name is found through its sound in Latin letters, so the database's locale does not matter to it.
create extension if not exists pg_trgm;

create table premises.premises (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  premises_no text collate "C" not null check (length(premises_no) between 1 and 64),
  form text not null check (form in ('unit', 'estate', 'building', 'company', 'committee')),
  state text not null check (state in ('open', 'paused', 'deregistered', 'demolished', 'merged')),
  -- The day since which it is so, where that is known.
  state_since date,
  merged_into uuid,
  kind text,
  tags text[] not null default '{}',
  name text not null check (length(name) between 1 and 200),
  -- 统一社会信用代码, GB 32100-2015; a shop without a licence has none.
  uscc text collate "C" check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  operator_id_tail text check (operator_id_tail ~ '^[0-9]{3}[0-9X]$'),
  address text not null default '',
  lng double precision check (lng between -180 and 180),
  lat double precision check (lat between -90 and 90),
  street uuid,
  community uuid,
  grid uuid,
  station uuid,
  -- What it is part of: a shop of its building, a building of its estate, an estate of its company and committee.
  building uuid,
  estate uuid,
  company uuid,
  committee uuid,
  floors text,
  legal_person text,
  responsible_name text,
  responsible_phone text,
  manager_name text,
  manager_phone text,
  -- Exactly one body supervises it; only an accepted transfer or a merge puts another here.
  supervisor uuid not null,
  list text not null,
  officer uuid,
  area_m2 numeric(12, 2) check (area_m2 >= 0),
  height_m numeric(6, 2) check (height_m >= 0 and height_m <= 1000),
  floors_above integer check (floors_above between 0 and 200),
  floors_below integer check (floors_below between 0 and 20),
  fire_rating integer check (fire_rating between 1 and 4),
  built_year integer check (built_year between 1000 and 2100),
  usage text,
  households integer check (households >= 0),
  residents integer check (residents >= 0),
  tenants integer check (tenants >= 0),
  staff integer check (staff >= 0),
  beds integer check (beds >= 0),
  rooms integer check (rooms >= 0),
  diners integer check (diners >= 0),
  pupils integer check (pupils >= 0),
  boarders integer check (boarders >= 0),
  exits integer check (exits >= 0),
  gas text check (gas in ('none', 'piped', 'bottled', 'both')),
  ebike_charging text check (ebike_charging in ('none', 'outdoor', 'indoor')),
  dangerous_goods text,
  facilities jsonb not null default '[]',
  papers jsonb not null default '[]',
  photos jsonb not null default '[]',
  remarks text,
  -- What follows by rule, worked out at every save: criteria of 重点单位 that are met, and who ought to supervise.
  criteria text[] not null default '{}',
  due_body text not null check (due_body in ('brigade', 'station', 'street')),
  -- A person decided that it stays where it is in spite of these criteria.
  kept_criteria text[],
  -- The rule would give it to another kind of body than the one it has, and nobody has decided otherwise.
  proposed boolean not null default false,
  -- The first day on which a facility or a paper runs out.
  expires_on date,
  last_inspected_on date,
  open_hazards integer not null default 0 check (open_hazards >= 0),
  -- For finding: without blanks and signs, in small letters; as it sounds in full and in initials.
  name_key text collate "C" not null,
  name_pinyin text collate "C" not null,
  name_initials text collate "C" not null,
  name_sound text not null,
  address_key text collate "C" not null,
  address_sound text not null,
  -- Digest of the row that an import last brought.
  import_digest text,
  version integer not null default 1,
  entered_at timestamptz not null,
  primary key (district, id),
  unique (district, premises_no),
  check ((lng is null) = (lat is null)),
  check ((state = 'merged') = (merged_into is not null)),
  foreign key (district, building) references premises.premises,
  foreign key (district, estate) references premises.premises,
  foreign key (district, company) references premises.premises,
  foreign key (district, committee) references premises.premises,
  foreign key (district, merged_into) references premises.premises,
  foreign key (district, supervisor) references organisation.body,
  foreign key (district, officer) references organisation.person
);
create index premises_station on premises.premises (district, station, id desc);
create index premises_community on premises.premises (district, community, id desc);
create index premises_supervisor on premises.premises (district, supervisor, id desc);
create index premises_officer on premises.premises (district, officer, id desc);
create index premises_kind on premises.premises (district, kind, id desc);
create index premises_inspected on premises.premises (district, coalesce(last_inspected_on, '0001-01-01'::date), id);
create index premises_name on premises.premises (district, name_pinyin, id);
-- Beside the search for names, the search for duplicates: the same name in one community, or not far off.
create index premises_key on premises.premises (district, name_key, community);
create index premises_key_point on premises.premises (district, name_key, lng, lat) where lng is not null;
create index premises_initials on premises.premises (district, name_initials);
create index premises_address on premises.premises (district, address_key);
create index premises_uscc on premises.premises (district, uscc) where uscc is not null;
create index premises_responsible_phone on premises.premises (district, responsible_phone) where responsible_phone is not null;
create index premises_manager_phone on premises.premises (district, manager_phone) where manager_phone is not null;
create index premises_building on premises.premises (district, building) where building is not null;
create index premises_estate on premises.premises (district, estate) where estate is not null;
create index premises_company on premises.premises (district, company) where company is not null;
create index premises_committee on premises.premises (district, committee) where committee is not null;
create index premises_merged on premises.premises (district, merged_into) where merged_into is not null;
create index premises_point on premises.premises (district, lng, lat) where lng is not null;
create index premises_proposed on premises.premises (district, id desc) where proposed;
create index premises_tags on premises.premises using gin (tags) where tags <> '{}';
create index premises_name_sound on premises.premises using gin (name_sound gin_trgm_ops);
create index premises_address_sound on premises.premises using gin (address_sound gin_trgm_ops);

-- Numbers given to records that came without one.
create table premises.serial (
  district text primary key,
  last bigint not null
);

-- How many records have which values: a sum of differences, so that counting does not read the register and writers
-- never wait for each other. The house-sweep adds them up.
create table premises.tally (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  form text not null,
  state text not null,
  kind text,
  tags text[] not null,
  street uuid,
  community uuid,
  station uuid,
  supervisor uuid not null,
  list text not null,
  officer uuid,
  located boolean not null,
  proposed boolean not null,
  hazardous boolean not null,
  inspected boolean not null,
  n bigint not null,
  primary key (district, id)
);

create function premises.count_in() returns trigger language plpgsql as $$
begin
  insert into premises.tally (district, form, state, kind, tags, street, community, station, supervisor, list, officer,
    located, proposed, hazardous, inspected, n)
  select district, form, state, kind, tags, street, community, station, supervisor, list, officer,
    lng is not null, proposed, open_hazards > 0, last_inspected_on is not null, count(*)
  from fresh group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15;
  return null;
end $$;

create function premises.count_out() returns trigger language plpgsql as $$
begin
  insert into premises.tally (district, form, state, kind, tags, street, community, station, supervisor, list, officer,
    located, proposed, hazardous, inspected, n)
  select district, form, state, kind, tags, street, community, station, supervisor, list, officer,
    lng is not null, proposed, open_hazards > 0, last_inspected_on is not null, -count(*)
  from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15;
  return null;
end $$;

create function premises.count_over() returns trigger language plpgsql as $$
begin
  insert into premises.tally (district, form, state, kind, tags, street, community, station, supervisor, list, officer,
    located, proposed, hazardous, inspected, n)
  select district, form, state, kind, tags, street, community, station, supervisor, list, officer,
    located, proposed, hazardous, inspected, sum(n)
  from (
    select district, form, state, kind, tags, street, community, station, supervisor, list, officer,
      lng is not null as located, proposed, open_hazards > 0 as hazardous,
      last_inspected_on is not null as inspected, 1 as n from fresh
    union all
    select district, form, state, kind, tags, street, community, station, supervisor, list, officer,
      lng is not null, proposed, open_hazards > 0, last_inspected_on is not null, -1 from gone) moved
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  having sum(n) <> 0;
  return null;
end $$;

create trigger count_in after insert on premises.premises
  referencing new table as fresh for each statement execute function premises.count_in();
create trigger count_out after delete on premises.premises
  referencing old table as gone for each statement execute function premises.count_out();
create trigger count_over after update on premises.premises
  referencing new table as fresh old table as gone for each statement execute function premises.count_over();

-- A handing over of one record from one supervising body to another.
create table premises.transfer (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  premises uuid not null,
  from_body uuid not null,
  to_body uuid not null,
  state text not null check (state in ('offered', 'accepted', 'returned', 'withdrawn')),
  -- The criteria of 重点单位 that were met when it was offered.
  criteria text[] not null default '{}',
  reason text not null,
  offered_by text not null,
  offered_at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, premises) references premises.premises,
  foreign key (district, from_body) references organisation.body,
  foreign key (district, to_body) references organisation.body,
  check (from_body <> to_body),
  check ((state = 'offered') = (answered_at is null)),
  check (state <> 'returned' or answer is not null)
);
-- One record is offered to one body at a time.
create unique index transfer_open on premises.transfer (district, premises) where state = 'offered';
create index transfer_premises on premises.transfer (district, premises, id desc);
create index transfer_from on premises.transfer (district, from_body, id desc);
create index transfer_to on premises.transfer (district, to_body, id desc);

-- Two records that may be one and the same, and what a person said of them.
create table premises.twin (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  one uuid not null,
  other uuid not null,
  -- Why: uscc, name, similar, address, phone, near; and how sure, 0 to 1.
  grounds text[] not null,
  score real not null check (score between 0 and 1),
  state text not null check (state in ('open', 'different', 'merged')),
  found_at timestamptz not null,
  judged_by text,
  judged_at timestamptz,
  primary key (district, id),
  unique (district, one, other),
  -- No foreign keys: records are never deleted, and a key would lock both, so that two people who correct the two at the
  -- same time would stand in each other's way.
  check (one < other)
);
create index twin_open on premises.twin (district, score desc, id desc) where state = 'open';
create index twin_other on premises.twin (district, other);

-- A merge of two records into one, with all that is needed to take it back.
create table premises.merge (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  kept uuid not null,
  dropped uuid not null,
  -- The rows as they were, and the kept one as the merge left it.
  kept_before jsonb not null,
  dropped_before jsonb not null,
  kept_after jsonb not null,
  -- Records that were parts of the dropped one, by the column that said so.
  moved jsonb not null default '[]',
  reason text not null,
  merged_by text not null,
  merged_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  primary key (district, id),
  foreign key (district, kept) references premises.premises,
  foreign key (district, dropped) references premises.premises,
  check (kept <> dropped)
);
create index merge_kept on premises.merge (district, kept, id desc);
create index merge_dropped on premises.merge (district, dropped, id desc);
create unique index merge_standing on premises.merge (district, dropped) where undone_at is null;

-- 市场监管's business register as the last file told it: one row a code.
create table premises.business (
  district text not null,
  uscc text collate "C" not null,
  name text not null,
  address text not null default '',
  legal_person text,
  -- 存续, 歇业, 吊销, 注销, 迁出: only the first two stand.
  status text not null check (status in ('active', 'dormant', 'revoked', 'cancelled', 'moved')),
  standing boolean not null generated always as (status in ('active', 'dormant')) stored,
  opened_on date,
  ended_on date,
  scope text,
  -- As the register of premises compares names and addresses.
  name_key text collate "C" not null,
  address_key text collate "C" not null,
  -- The day of the file that last named it, and of the complete one that first left it out.
  as_of date not null,
  missing_since date,
  primary key (district, uscc)
);
create index business_name on premises.business (district, name_key);

-- The files of the business register that were brought in, oldest first.
create table premises.business_file (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  name text not null,
  as_of date not null,
  -- A complete extract: what it does not name is in the business register no more.
  complete boolean not null,
  businesses integer not null,
  brought_by text not null,
  brought_at timestamptz not null,
  primary key (district, id)
);

-- What the business register has and the register of premises has not, or the other way round: work to do.
create table premises.upkeep_task (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  kind text not null check (kind in ('new', 'changed', 'gone')),
  uscc text collate "C" not null,
  -- The record that it is about; of what is new, the one that was made or found for it.
  premises uuid,
  -- Of what is new, where its address probably lies, and what tells so.
  station uuid,
  community uuid,
  located_by text check (located_by in ('community', 'number', 'road')),
  as_of date not null,
  -- What the business register said.
  says jsonb not null,
  state text not null check (state in ('open', 'done', 'dismissed')),
  -- How it ended: by which act, or by newer data.
  settled_how text check (settled_how in ('register', 'link', 'adopt', 'close', 'dismiss', 'lapse')),
  note text,
  settled_by text,
  settled_at timestamptz,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, premises) references premises.premises,
  check ((state = 'open') = (settled_at is null)),
  check ((state = 'open') = (settled_how is null)),
  check (kind = 'new' or premises is not null)
);
create unique index upkeep_open on premises.upkeep_task (district, kind, uscc, premises) nulls not distinct where state = 'open';
create index upkeep_kind on premises.upkeep_task (district, kind, state, id desc);
create index upkeep_uscc on premises.upkeep_task (district, uscc);
create index upkeep_premises on premises.upkeep_task (district, premises) where premises is not null;
