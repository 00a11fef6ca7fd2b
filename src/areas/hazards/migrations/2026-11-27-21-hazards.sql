-- Fire hazards (火灾隐患): found at a visit, ordered put right, seen again, closed. Nothing is ever deleted.
create schema hazards;

create table hazards.hazard (
  district text not null,
  id uuid not null,
  premises uuid not null,
  -- As it was called when it was found: papers say so.
  premises_no text not null,
  premises_name text not null,
  address text not null,
  visit uuid,
  item text,
  conduct text not null,
  words text not null,
  spot text,
  photos uuid[] not null default '{}',
  minor boolean not null,
  serious boolean not null,
  found_at timestamptz not null,
  inspected_on date not null,
  body uuid not null,
  body_kind text not null check (body_kind in ('brigade', 'station', 'street')),
  station uuid,
  community uuid,
  officer uuid,
  state text not null check (state in ('found', 'ordered', 'uncorrected', 'referred', 'closed', 'voided')),
  "order" text check ("order" in ('spot', 'atOnce', 'term')),
  ordered_at timestamptz,
  term date,
  term_ends date,
  served_on date,
  service_mode text check (service_mode in ('direct', 'left', 'agent', 'post', 'notice')),
  recipient_name text,
  extension_asked_on date,
  extension_until date,
  extension_reason text,
  extension_decided_on date,
  extension_granted boolean,
  applied_on date,
  rechecked_on date,
  recheck_visit uuid,
  uncorrected_on date,
  photos_after uuid[] not null default '{}',
  serious_on date,
  reported_on date,
  refer_to text check (refer_to in ('housing', 'brigade', 'street', 'other')),
  referred_on date,
  referred_to text,
  penalty_on date,
  major text,
  major_on date,
  major_experts boolean not null default false,
  major_proposed_on date,
  major_served_on date,
  sealed_on date,
  seal_until date,
  release_asked_on date,
  released_on date,
  closed_on date,
  void_reason text,
  -- What must happen next: the open duty that runs out first.
  next_duty text,
  next_law text,
  next_by timestamptz,
  next_on date,
  next_provisional boolean,
  version integer not null default 1,
  primary key (district, id),
  -- What the life cycle says, the database holds too.
  check (state <> 'ordered' or (ordered_at is not null and term is not null)),
  check ((state = 'closed') = (closed_on is not null)),
  check ((state = 'referred') = (referred_on is not null and referred_to is not null)),
  check ((state = 'voided') = (void_reason is not null)),
  check (sealed_on is null or body_kind = 'brigade'),
  check (major_on is null or body_kind = 'brigade'),
  foreign key (district, premises) references premises.premises,
  foreign key (district, body) references organisation.body,
  foreign key (district, officer) references organisation.person
);
create index hazard_premises on hazards.hazard (district, premises, found_at desc);
create index hazard_visit on hazards.hazard (district, visit);
create index hazard_recheck on hazards.hazard (district, recheck_visit) where recheck_visit is not null;
create index hazard_found on hazards.hazard (district, found_at desc, id desc);
create index hazard_station on hazards.hazard (district, station, found_at desc, id desc);
create index hazard_body on hazards.hazard (district, body, found_at desc, id desc);
create index hazard_officer on hazards.hazard (district, officer, found_at desc, id desc);
create index hazard_due on hazards.hazard (district, next_by, id) where next_by is not null;
create index hazard_body_due on hazards.hazard (district, body, next_by, id) where next_by is not null;
create index hazard_photos on hazards.hazard using gin (photos) where photos <> '{}';
create index hazard_photos_after on hazards.hazard using gin (photos_after) where photos_after <> '{}';
