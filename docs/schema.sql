-- The schema after all migrations. Written by `npm run db:types`; a test says when it is stale.
--   2026-11-24-01-platform
--   2026-11-24-02-organisation
--   2026-11-24-03-incidents
--   2026-11-24-04-analysis
--   2026-11-27-02-areas
--   2026-11-27-05-incident-indexes
--   2026-11-27-06-session-token
--   2026-11-27-07-import-changes
--   2026-11-27-08-premises
--   2026-11-27-09-import-restarts
--   2026-11-27-09-incident-premises
--   2026-11-27-10-premises-pairs
--   2026-11-27-11-import-profile-account
--   2026-11-27-12-premises-files
--   2026-11-27-13-calendar
--   2026-11-27-20-duties
--   2026-11-27-21-hazards
--   2026-11-27-24-papers
--   2026-11-27-25-checklists
--   2026-11-27-30-draws
--   2026-11-27-31-visits
--   2026-11-27-32-premises-due
--   2026-11-27-34-reference-stamp

create table analysis.analysis (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  period_key text not null,
  period_from date not null,
  period_to date not null,
  edition integer not null,
  state text not null,
  proposed text,
  rule text,
  chosen text,
  reason text,
  chosen_by text,
  chosen_at timestamp with time zone,
  drafted_by text not null,
  drafted_at timestamp with time zone not null,
  issued_by text,
  issued_at timestamp with time zone,
  figures jsonb,
  document jsonb,
  digest text,
  ledger_position bigint,
  ledger_seq bigint,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  UNIQUE (district, period_key, edition),
  CHECK ((period_from <= period_to)),
  CHECK (((chosen IS NULL) = (chosen_at IS NULL))),
  CHECK (((chosen IS NULL) OR (chosen = proposed) OR (reason IS NOT NULL))),
  CHECK (((state = 'draft'::text) OR ((chosen IS NOT NULL) AND (figures IS NOT NULL) AND (document IS NOT NULL) AND (digest IS NOT NULL) AND (issued_at IS NOT NULL) AND (issued_by IS NOT NULL) AND (ledger_seq IS NOT NULL)))),
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((edition > 0)),
  CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text])))
);

create table analysis.edit (
  district text not null,
  analysis uuid not null,
  paragraph text not null,
  text text not null,
  based_on text not null,
  edited_by text not null,
  edited_at timestamp with time zone not null,
  PRIMARY KEY (district, analysis, paragraph),
  FOREIGN KEY (district, analysis) REFERENCES analysis.analysis(district, id)
);

create table analysis.frozen_incident (
  analysis uuid not null,
  district text not null,
  id uuid not null,
  incident_no text not null,
  kind text not null,
  state text not null,
  received_at timestamp with time zone not null,
  dispatched_at timestamp with time zone,
  arrived_at timestamp with time zone,
  controlled_at timestamp with time zone,
  ended_at timestamp with time zone,
  received_on date not null,
  received_hour smallint not null,
  received_weekday smallint not null,
  station uuid,
  community uuid,
  street uuid,
  address text not null,
  lng double precision,
  lat double precision,
  urban text,
  place text,
  cause text,
  sub_cause text,
  vehicles integer,
  personnel integer,
  rescued integer,
  evacuated integer,
  saved_fen bigint,
  direct_loss_fen bigint,
  economic_loss_fen bigint,
  burned_area_m2 numeric(14,2),
  households integer,
  people integer,
  deaths integer,
  serious_injuries integer,
  minor_injuries integer,
  production_accident boolean,
  source text not null,
  written_off_reason text,
  premises_no text,
  is_fire boolean not null,
  minor_fire boolean not null,
  stat_class text,
  accident_class text,
  import_digest text,
  corrected boolean not null,
  version integer not null,
  entered_at timestamp with time zone not null,
  PRIMARY KEY (district, analysis, id),
  FOREIGN KEY (district, analysis) REFERENCES analysis.analysis(district, id)
);

create table hazards.hazard (
  district text not null,
  id uuid not null,
  premises uuid not null,
  premises_no text not null,
  premises_name text not null,
  address text not null,
  visit uuid,
  item text,
  conduct text not null,
  words text not null,
  spot text,
  photos uuid[] not null default '{}'::uuid[],
  minor boolean not null,
  serious boolean not null,
  found_at timestamp with time zone not null,
  inspected_on date not null,
  body uuid not null,
  body_kind text not null,
  station uuid,
  community uuid,
  officer uuid,
  state text not null,
  "order" text,
  ordered_at timestamp with time zone,
  term date,
  term_ends date,
  served_on date,
  service_mode text,
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
  photos_after uuid[] not null default '{}'::uuid[],
  serious_on date,
  reported_on date,
  refer_to text,
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
  next_duty text,
  next_law text,
  next_by timestamp with time zone,
  next_on date,
  next_provisional boolean,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, body) REFERENCES organisation.body(district, id),
  FOREIGN KEY (district, officer) REFERENCES organisation.person(district, id),
  FOREIGN KEY (district, premises) REFERENCES premises.premises(district, id),
  CHECK ((body_kind = ANY (ARRAY['brigade'::text, 'station'::text, 'street'::text]))),
  CHECK (((state <> 'ordered'::text) OR ((ordered_at IS NOT NULL) AND (term IS NOT NULL)))),
  CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL))),
  CHECK (((state = 'referred'::text) = ((referred_on IS NOT NULL) AND (referred_to IS NOT NULL)))),
  CHECK (((state = 'voided'::text) = (void_reason IS NOT NULL))),
  CHECK (((sealed_on IS NULL) OR (body_kind = 'brigade'::text))),
  CHECK (((major_on IS NULL) OR (body_kind = 'brigade'::text))),
  CHECK (("order" = ANY (ARRAY['spot'::text, 'atOnce'::text, 'term'::text]))),
  CHECK ((refer_to = ANY (ARRAY['housing'::text, 'brigade'::text, 'street'::text, 'other'::text]))),
  CHECK ((service_mode = ANY (ARRAY['direct'::text, 'left'::text, 'agent'::text, 'post'::text, 'notice'::text]))),
  CHECK ((state = ANY (ARRAY['found'::text, 'ordered'::text, 'uncorrected'::text, 'referred'::text, 'closed'::text, 'voided'::text])))
);

create table incidents.incident (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  incident_no text not null,
  kind text not null,
  state text not null,
  received_at timestamp with time zone not null,
  dispatched_at timestamp with time zone,
  arrived_at timestamp with time zone,
  controlled_at timestamp with time zone,
  ended_at timestamp with time zone,
  received_on date not null generated always as (((received_at AT TIME ZONE 'Asia/Shanghai'::text))::date) stored,
  received_hour smallint not null generated always as (EXTRACT(hour FROM (received_at AT TIME ZONE 'Asia/Shanghai'::text))) stored,
  received_weekday smallint not null generated always as (EXTRACT(isodow FROM (received_at AT TIME ZONE 'Asia/Shanghai'::text))) stored,
  station uuid,
  community uuid,
  street uuid,
  address text not null default ''::text,
  lng double precision,
  lat double precision,
  urban text,
  place text,
  cause text,
  sub_cause text,
  vehicles integer,
  personnel integer,
  rescued integer,
  evacuated integer,
  saved_fen bigint,
  direct_loss_fen bigint,
  economic_loss_fen bigint,
  burned_area_m2 numeric(14,2),
  households integer,
  people integer,
  deaths integer,
  serious_injuries integer,
  minor_injuries integer,
  production_accident boolean,
  source text not null,
  written_off_reason text,
  premises_no text,
  is_fire boolean not null generated always as (((kind = 'fire'::text) AND (state <> 'writtenOff'::text))) stored,
  minor_fire boolean not null default false,
  stat_class text,
  accident_class text,
  import_digest text,
  corrected boolean not null default false,
  version integer not null default 1,
  entered_at timestamp with time zone not null,
  PRIMARY KEY (district, id),
  CHECK ((accident_class = ANY (ARRAY['ordinary'::text, 'larger'::text, 'major'::text, 'extreme'::text]))),
  CHECK ((burned_area_m2 >= (0)::numeric)),
  CHECK (((state = 'writtenOff'::text) = (written_off_reason IS NOT NULL))),
  CHECK ((dispatched_at >= received_at)),
  CHECK ((arrived_at >= COALESCE(dispatched_at, received_at))),
  CHECK ((controlled_at >= COALESCE(arrived_at, dispatched_at, received_at))),
  CHECK ((ended_at >= COALESCE(controlled_at, arrived_at, dispatched_at, received_at))),
  CHECK (((lng IS NULL) = (lat IS NULL))),
  CHECK (((sub_cause IS NULL) OR (cause IS NOT NULL))),
  CHECK (((kind = 'fire'::text) OR ((place IS NULL) AND (cause IS NULL) AND (direct_loss_fen IS NULL) AND (economic_loss_fen IS NULL) AND (burned_area_m2 IS NULL) AND (households IS NULL) AND (people IS NULL) AND (deaths IS NULL) AND (serious_injuries IS NULL) AND (minor_injuries IS NULL) AND (production_accident IS NULL)))),
  CHECK ((deaths >= 0)),
  CHECK ((direct_loss_fen >= 0)),
  CHECK ((economic_loss_fen >= 0)),
  CHECK ((evacuated >= 0)),
  CHECK ((households >= 0)),
  CHECK (((length(incident_no) >= 1) AND (length(incident_no) <= 64))),
  CHECK ((kind = ANY (ARRAY['fire'::text, 'rescue'::text, 'service'::text, 'false'::text, 'other'::text]))),
  CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  CHECK (((lng >= ('-180'::integer)::double precision) AND (lng <= (180)::double precision))),
  CHECK ((minor_injuries >= 0)),
  CHECK ((people >= 0)),
  CHECK ((personnel >= 0)),
  CHECK ((rescued >= 0)),
  CHECK ((saved_fen >= 0)),
  CHECK ((serious_injuries >= 0)),
  CHECK ((source = ANY (ARRAY['official'::text, 'local'::text]))),
  CHECK ((stat_class = ANY (ARRAY['ordinary'::text, 'larger'::text, 'major'::text, 'extreme'::text]))),
  CHECK ((state = ANY (ARRAY['recorded'::text, 'writtenOff'::text]))),
  CHECK ((urban = ANY (ARRAY['urban'::text, 'rural'::text]))),
  CHECK ((vehicles >= 0))
);

create table inspections.checklist (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  key text not null,
  zh text not null,
  en text not null,
  forms text[] not null,
  edition integer not null,
  state text not null,
  from_on date,
  until_on date,
  items jsonb not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  UNIQUE (district, key, edition),
  CHECK (((state = 'issued'::text) = (from_on IS NOT NULL))),
  CHECK ((edition > 0)),
  CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'discarded'::text])))
);

create table inspections.draw (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  title text not null,
  state text not null,
  body uuid not null,
  filter jsonb not null,
  cap_months integer,
  take jsonb not null,
  strata jsonb,
  per_object integer not null,
  source jsonb not null,
  inspectors jsonb not null,
  recusals jsonb not null default '[]'::jsonb,
  population integer not null,
  excluded integer not null,
  to_draw integer not null,
  prepared_by text not null,
  prepared_at timestamp with time zone not null,
  digest text,
  published_by text,
  published_at timestamp with time zone,
  seed text,
  evidence text,
  drawn_by text,
  drawn_at timestamp with time zone,
  void_reason text,
  voided_by text,
  voided_at timestamp with time zone,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, body) REFERENCES organisation.body(district, id),
  CHECK (((cap_months >= 1) AND (cap_months <= 60))),
  CHECK (((excluded >= 0) AND (excluded <= population))),
  CHECK (((to_draw >= 0) AND (to_draw <= (population - excluded)))),
  CHECK (((digest IS NULL) = (published_at IS NULL))),
  CHECK (((seed IS NULL) = (drawn_at IS NULL))),
  CHECK (((drawn_at IS NULL) OR (published_at IS NOT NULL))),
  CHECK (((state <> 'prepared'::text) OR (published_at IS NULL))),
  CHECK (((state <> 'published'::text) OR ((published_at IS NOT NULL) AND (drawn_at IS NULL)))),
  CHECK (((state <> 'drawn'::text) OR (drawn_at IS NOT NULL))),
  CHECK (((state = 'voided'::text) = (voided_at IS NOT NULL))),
  CHECK (((voided_at IS NULL) = (void_reason IS NULL))),
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  CHECK (((per_object >= 1) AND (per_object <= 5))),
  CHECK ((population >= 0)),
  CHECK ((state = ANY (ARRAY['prepared'::text, 'published'::text, 'drawn'::text, 'voided'::text]))),
  CHECK (((length(title) >= 1) AND (length(title) <= 100)))
);

create table inspections.draw_object (
  district text not null,
  draw uuid not null,
  premises uuid not null,
  premises_no text not null,
  name text not null,
  address text not null,
  form text not null,
  kind text,
  list text not null,
  station uuid,
  state text not null,
  last_inspected_on date,
  excluded text,
  words text,
  rank integer,
  ticket text,
  inspectors uuid[],
  PRIMARY KEY (district, draw, premises),
  UNIQUE (district, draw, premises_no),
  FOREIGN KEY (district, draw) REFERENCES inspections.draw(district, id),
  FOREIGN KEY (district, premises) REFERENCES premises.premises(district, id),
  CHECK (((excluded IS DISTINCT FROM 'by-hand'::text) OR (words IS NOT NULL))),
  CHECK (((excluded IS NULL) OR (rank IS NULL))),
  CHECK ((((rank IS NULL) = (ticket IS NULL)) AND ((rank IS NULL) = (inspectors IS NULL)))),
  CHECK ((excluded = ANY (ARRAY['not-open'::text, 'within-cap'::text, 'by-hand'::text]))),
  CHECK ((rank > 0))
);

create table inspections.draw_text (
  district text not null,
  draw uuid not null,
  part text not null,
  text text not null,
  PRIMARY KEY (district, draw, part),
  FOREIGN KEY (district, draw) REFERENCES inspections.draw(district, id),
  CHECK ((part = ANY (ARRAY['register'::text, 'outcome'::text])))
);

create table inspections.visit (
  district text not null,
  id uuid not null,
  premises uuid not null,
  premises_no text not null,
  premises_name text not null,
  address text not null,
  kind text not null,
  body uuid not null,
  station uuid,
  community uuid,
  inspectors uuid[] not null,
  inspector_names text[] not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  said_started_at timestamp with time zone not null,
  said_ended_at timestamp with time zone not null,
  device_at timestamp with time zone,
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
  due_on date,
  marks text[] not null,
  submitted_at timestamp with time zone not null,
  submitted_by text not null,
  account uuid,
  digest text not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, corrects) REFERENCES inspections.visit(district, id),
  FOREIGN KEY (district, premises) REFERENCES premises.premises(district, id),
  CHECK ((ended_at > started_at)),
  CHECK (((cardinality(inspectors) >= 1) AND (cardinality(inspectors) <= 10)))
);

create table organisation.account (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  person uuid not null,
  username text not null,
  password_hash text not null,
  role text not null,
  active boolean not null default true,
  failures smallint not null default 0,
  locked_until timestamp with time zone,
  must_change boolean not null default false,
  password_on date not null,
  language text not null default 'zh'::text,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  UNIQUE (district, person),
  UNIQUE (district, username),
  FOREIGN KEY (district, person) REFERENCES organisation.person(district, id),
  CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  CHECK ((username = lower(username)))
);

create table organisation.area_node (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  level smallint not null,
  parent uuid,
  code text not null,
  name text not null,
  polygon jsonb,
  station uuid,
  body uuid,
  person uuid,
  urban text,
  active boolean not null default true,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  UNIQUE (district, code),
  FOREIGN KEY (district, body) REFERENCES organisation.body(district, id),
  FOREIGN KEY (district, parent) REFERENCES organisation.area_node(district, id),
  FOREIGN KEY (district, person) REFERENCES organisation.person(district, id),
  FOREIGN KEY (district, station) REFERENCES organisation.body(district, id),
  CHECK (((level = 1) = (parent IS NULL))),
  CHECK (((level >= 1) AND (level <= 5))),
  CHECK ((urban = ANY (ARRAY['urban'::text, 'rural'::text])))
);

create table organisation.body (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  kind text not null,
  code text not null,
  name text not null,
  parent uuid,
  polygon jsonb,
  active boolean not null default true,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  UNIQUE (district, code),
  FOREIGN KEY (district) REFERENCES organisation.district(district),
  FOREIGN KEY (district, parent) REFERENCES organisation.body(district, id),
  CHECK ((kind = ANY (ARRAY['branch'::text, 'brigade'::text, 'station'::text, 'department'::text, 'street'::text])))
);

create table organisation.calendar_year (
  district text not null,
  year integer not null,
  holidays jsonb not null,
  workdays date[] not null,
  source text,
  edited boolean not null default false,
  version integer not null default 1,
  PRIMARY KEY (district, year),
  FOREIGN KEY (district) REFERENCES organisation.district(district),
  CHECK (((year >= 2000) AND (year <= 2099)))
);

create table organisation.code (
  district text not null,
  table_key text not null,
  code text not null,
  valid_from date not null default '0001-01-01'::date,
  valid_until date not null default '9999-12-31'::date,
  "position" integer not null,
  zh text not null,
  en text not null,
  parent text,
  props jsonb not null default '{}'::jsonb,
  edited boolean not null default false,
  PRIMARY KEY (district, table_key, code, valid_from),
  FOREIGN KEY (district, table_key) REFERENCES organisation.code_table(district, key)
);

create table organisation.code_table (
  district text not null,
  key text not null,
  zh text not null,
  en text not null,
  PRIMARY KEY (district, key),
  FOREIGN KEY (district) REFERENCES organisation.district(district)
);

create table organisation.district (
  district text not null,
  name text not null,
  city text not null,
  levels jsonb not null,
  demonstration boolean not null default false,
  created_at timestamp with time zone not null,
  PRIMARY KEY (district),
  CHECK ((district ~ '^[0-9]{6}$'::text))
);

create table organisation.notice (
  district text not null,
  account uuid not null,
  id uuid not null default platform.uuid_v7(),
  at timestamp with time zone not null,
  message text not null,
  message_values jsonb not null default '{}'::jsonb,
  link text,
  read_at timestamp with time zone,
  PRIMARY KEY (district, account, id),
  FOREIGN KEY (district, account) REFERENCES organisation.account(district, id)
);

create table organisation.past_password (
  district text not null,
  account uuid not null,
  at timestamp with time zone not null,
  password_hash text not null,
  PRIMARY KEY (district, account, at),
  FOREIGN KEY (district, account) REFERENCES organisation.account(district, id)
);

create table organisation.person (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  post uuid not null,
  name text not null,
  phone text,
  active boolean not null default true,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, post) REFERENCES organisation.post(district, id)
);

create table organisation.post (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  body uuid not null,
  name text not null,
  PRIMARY KEY (district, id),
  UNIQUE (district, body, name),
  FOREIGN KEY (district, body) REFERENCES organisation.body(district, id)
);

create table organisation.reference_stamp (
  district text not null,
  changes bigint not null,
  PRIMARY KEY (district)
);

create table organisation.saved_view (
  district text not null,
  account uuid not null,
  id uuid not null default platform.uuid_v7(),
  list text not null,
  name text not null,
  query jsonb not null,
  PRIMARY KEY (district, account, id),
  UNIQUE (district, account, list, name),
  FOREIGN KEY (district, account) REFERENCES organisation.account(district, id)
);

create table organisation.session (
  district text not null,
  token_hash text not null,
  account uuid not null,
  began_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  agent text,
  PRIMARY KEY (district, token_hash),
  FOREIGN KEY (district, account) REFERENCES organisation.account(district, id)
);

create table papers.about (
  district text not null,
  kind text not null,
  record uuid not null,
  paper uuid not null,
  PRIMARY KEY (district, kind, record, paper),
  FOREIGN KEY (district, paper) REFERENCES papers.paper(district, id)
);

create table papers.letterhead (
  district text not null,
  body uuid not null,
  full_name text not null,
  organ text not null,
  station text not null,
  review_body text not null,
  court text not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (district, body),
  FOREIGN KEY (district, body) REFERENCES organisation.body(district, id)
);

create table papers.paper (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  form text not null,
  title text not null,
  no text not null,
  year integer not null,
  serial integer not null,
  body uuid not null,
  body_kind text not null,
  letterhead jsonb not null,
  copies jsonb not null,
  subject_kind text not null,
  subject uuid not null,
  premises uuid,
  party_name text not null,
  station uuid,
  community uuid,
  "values" jsonb not null,
  edition integer not null,
  issued_at timestamp with time zone not null,
  issued_on date not null,
  issued_by text not null,
  state text not null,
  served_on date,
  serving_mode text,
  recipient_name text,
  witness text,
  scans uuid[] not null default '{}'::uuid[],
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  UNIQUE (district, body, form, year, serial),
  UNIQUE (district, no),
  FOREIGN KEY (district, body) REFERENCES organisation.body(district, id),
  FOREIGN KEY (district, form, edition) REFERENCES papers.template(district, form, edition),
  FOREIGN KEY (district, premises) REFERENCES premises.premises(district, id),
  CHECK (((state = 'voided'::text) = (void_reason IS NOT NULL))),
  CHECK (((served_on IS NULL) = (serving_mode IS NULL))),
  CHECK ((serial > 0)),
  CHECK ((serving_mode = ANY (ARRAY['direct'::text, 'left'::text, 'agent'::text, 'post'::text, 'notice'::text]))),
  CHECK ((state = ANY (ARRAY['issued'::text, 'voided'::text])))
);

create table papers.pattern (
  district text not null,
  body uuid not null,
  form text not null,
  pattern text not null,
  PRIMARY KEY (district, body, form),
  FOREIGN KEY (district, body) REFERENCES organisation.body(district, id)
);

create table papers.series (
  district text not null,
  body uuid not null,
  form text not null,
  year integer not null,
  last integer not null,
  PRIMARY KEY (district, body, form, year),
  FOREIGN KEY (district, body) REFERENCES organisation.body(district, id),
  CHECK ((last >= 0))
);

create table papers.template (
  district text not null,
  form text not null,
  edition integer not null,
  state text not null,
  texts jsonb not null,
  shipped boolean not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  in_force_at timestamp with time zone,
  version integer not null default 1,
  PRIMARY KEY (district, form, edition),
  CHECK ((edition > 0)),
  CHECK ((state = ANY (ARRAY['draft'::text, 'inForce'::text, 'past'::text])))
);

create table platform.duty (
  district text not null,
  kind text not null,
  subject uuid not null,
  duty text not null,
  since date not null,
  law text not null,
  body uuid not null,
  officer uuid,
  premises uuid,
  by timestamp with time zone not null,
  due_on date not null,
  provisional boolean not null,
  done_at timestamp with time zone,
  reminded_at timestamp with time zone,
  alarmed_at timestamp with time zone,
  PRIMARY KEY (district, kind, subject, duty, since)
);

create table platform.file (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  sha256 text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  account uuid,
  at timestamp with time zone not null,
  PRIMARY KEY (district, id),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table platform.idempotent_answer (
  district text not null,
  account uuid not null,
  key text not null,
  question text not null,
  answer jsonb,
  at timestamp with time zone not null,
  PRIMARY KEY (district, account, key)
);

create table platform.import_change (
  district text not null,
  run uuid not null,
  line integer not null,
  record uuid not null,
  no text not null,
  name text not null,
  fields jsonb not null,
  PRIMARY KEY (district, run, line)
);

create table platform.import_profile (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  kind text not null,
  name text not null,
  profile jsonb not null,
  at timestamp with time zone not null,
  account uuid,
  PRIMARY KEY (district, id),
  UNIQUE (district, kind, name)
);

create table platform.import_run (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  kind text not null,
  state text not null,
  file uuid,
  file_name text not null,
  dry_run boolean not null,
  skip_bad boolean not null,
  profile jsonb not null,
  rows_read bigint not null default 0,
  rows_bad bigint not null default 0,
  rows_new bigint not null default 0,
  rows_changed bigint not null default 0,
  rows_same bigint not null default 0,
  progress real not null default 0,
  message jsonb,
  faults jsonb,
  fault_file uuid,
  account uuid,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  rows_kept bigint not null default 0,
  approval jsonb,
  restarts smallint not null default 0,
  PRIMARY KEY (district, id),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'refused'::text, 'interrupted'::text])))
);

create table platform.ledger_entry (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null generated always as identity,
  at timestamp with time zone not null,
  account uuid,
  person uuid,
  actor_name text not null,
  role text not null,
  act text not null,
  kind text not null,
  subject uuid not null,
  before jsonb,
  after jsonb,
  note text,
  request text,
  PRIMARY KEY (district, id)
);

create table platform.ledger_seal (
  district text not null,
  "position" bigint not null,
  entry uuid not null,
  xid xid8 not null,
  seq bigint not null,
  hash bytea not null,
  PRIMARY KEY (district, "position"),
  CHECK (("position" > 0))
);

create table platform.migration (
  name text not null,
  digest text not null,
  at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table premises.business (
  district text not null,
  uscc text not null,
  name text not null,
  address text not null default ''::text,
  legal_person text,
  status text not null,
  standing boolean not null generated always as ((status = ANY (ARRAY['active'::text, 'dormant'::text]))) stored,
  opened_on date,
  ended_on date,
  scope text,
  name_key text not null,
  address_key text not null,
  as_of date not null,
  missing_since date,
  PRIMARY KEY (district, uscc),
  CHECK ((status = ANY (ARRAY['active'::text, 'dormant'::text, 'revoked'::text, 'cancelled'::text, 'moved'::text])))
);

create table premises.business_file (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  name text not null,
  as_of date not null,
  complete boolean not null,
  businesses integer not null,
  brought_by text not null,
  brought_at timestamp with time zone not null,
  PRIMARY KEY (district, id)
);

create table premises.merge (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  kept uuid not null,
  dropped uuid not null,
  kept_before jsonb not null,
  dropped_before jsonb not null,
  kept_after jsonb not null,
  moved jsonb not null default '[]'::jsonb,
  reason text not null,
  merged_by text not null,
  merged_at timestamp with time zone not null,
  undone_by text,
  undone_at timestamp with time zone,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, dropped) REFERENCES premises.premises(district, id),
  FOREIGN KEY (district, kept) REFERENCES premises.premises(district, id),
  CHECK ((kept <> dropped))
);

create table premises.premises (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  premises_no text not null,
  form text not null,
  state text not null,
  state_since date,
  merged_into uuid,
  kind text,
  tags text[] not null default '{}'::text[],
  name text not null,
  uscc text,
  operator_id_tail text,
  address text not null default ''::text,
  lng double precision,
  lat double precision,
  street uuid,
  community uuid,
  grid uuid,
  station uuid,
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
  supervisor uuid not null,
  list text not null,
  officer uuid,
  area_m2 numeric(12,2),
  height_m numeric(6,2),
  floors_above integer,
  floors_below integer,
  fire_rating integer,
  built_year integer,
  usage text,
  households integer,
  residents integer,
  tenants integer,
  staff integer,
  beds integer,
  rooms integer,
  diners integer,
  pupils integer,
  boarders integer,
  exits integer,
  gas text,
  ebike_charging text,
  dangerous_goods text,
  facilities jsonb not null default '[]'::jsonb,
  papers jsonb not null default '[]'::jsonb,
  photos jsonb not null default '[]'::jsonb,
  remarks text,
  criteria text[] not null default '{}'::text[],
  due_body text not null,
  kept_criteria text[],
  proposed boolean not null default false,
  expires_on date,
  last_inspected_on date,
  open_hazards integer not null default 0,
  name_key text not null,
  name_pinyin text not null,
  name_initials text not null,
  name_sound text not null,
  address_key text not null,
  address_sound text not null,
  import_digest text,
  version integer not null default 1,
  entered_at timestamp with time zone not null,
  due_months smallint not null default 12,
  due_on date generated always as (
CASE
    WHEN (state = 'open'::text) THEN ((COALESCE(last_inspected_on, ((entered_at AT TIME ZONE 'Asia/Shanghai'::text))::date) + make_interval(months => (due_months)::integer)))::date
    ELSE NULL::date
END) stored,
  PRIMARY KEY (district, id),
  UNIQUE (district, premises_no),
  FOREIGN KEY (district, building) REFERENCES premises.premises(district, id),
  FOREIGN KEY (district, committee) REFERENCES premises.premises(district, id),
  FOREIGN KEY (district, company) REFERENCES premises.premises(district, id),
  FOREIGN KEY (district, estate) REFERENCES premises.premises(district, id),
  FOREIGN KEY (district, merged_into) REFERENCES premises.premises(district, id),
  FOREIGN KEY (district, officer) REFERENCES organisation.person(district, id),
  FOREIGN KEY (district, supervisor) REFERENCES organisation.body(district, id),
  CHECK ((area_m2 >= (0)::numeric)),
  CHECK ((beds >= 0)),
  CHECK ((boarders >= 0)),
  CHECK (((built_year >= 1000) AND (built_year <= 2100))),
  CHECK (((lng IS NULL) = (lat IS NULL))),
  CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
  CHECK ((diners >= 0)),
  CHECK ((due_body = ANY (ARRAY['brigade'::text, 'station'::text, 'street'::text]))),
  CHECK (((due_months >= 1) AND (due_months <= 60))),
  CHECK ((ebike_charging = ANY (ARRAY['none'::text, 'outdoor'::text, 'indoor'::text]))),
  CHECK ((exits >= 0)),
  CHECK (((fire_rating >= 1) AND (fire_rating <= 4))),
  CHECK (((floors_above >= 0) AND (floors_above <= 200))),
  CHECK (((floors_below >= 0) AND (floors_below <= 20))),
  CHECK ((form = ANY (ARRAY['unit'::text, 'estate'::text, 'building'::text, 'company'::text, 'committee'::text]))),
  CHECK ((gas = ANY (ARRAY['none'::text, 'piped'::text, 'bottled'::text, 'both'::text]))),
  CHECK (((height_m >= (0)::numeric) AND (height_m <= (1000)::numeric))),
  CHECK ((households >= 0)),
  CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  CHECK (((lng >= ('-180'::integer)::double precision) AND (lng <= (180)::double precision))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((open_hazards >= 0)),
  CHECK ((operator_id_tail ~ '^[0-9]{3}[0-9X]$'::text)),
  CHECK (((length(premises_no) >= 1) AND (length(premises_no) <= 64))),
  CHECK ((pupils >= 0)),
  CHECK ((residents >= 0)),
  CHECK ((rooms >= 0)),
  CHECK ((staff >= 0)),
  CHECK ((state = ANY (ARRAY['open'::text, 'paused'::text, 'deregistered'::text, 'demolished'::text, 'merged'::text]))),
  CHECK ((tenants >= 0)),
  CHECK ((uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'::text))
);

create table premises.serial (
  district text not null,
  last bigint not null,
  PRIMARY KEY (district)
);

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
  PRIMARY KEY (district, id)
);

create table premises.transfer (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  premises uuid not null,
  from_body uuid not null,
  to_body uuid not null,
  state text not null,
  criteria text[] not null default '{}'::text[],
  reason text not null,
  offered_by text not null,
  offered_at timestamp with time zone not null,
  answer text,
  answered_by text,
  answered_at timestamp with time zone,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, from_body) REFERENCES organisation.body(district, id),
  FOREIGN KEY (district, premises) REFERENCES premises.premises(district, id),
  FOREIGN KEY (district, to_body) REFERENCES organisation.body(district, id),
  CHECK ((from_body <> to_body)),
  CHECK (((state = 'offered'::text) = (answered_at IS NULL))),
  CHECK (((state <> 'returned'::text) OR (answer IS NOT NULL))),
  CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'returned'::text, 'withdrawn'::text])))
);

create table premises.twin (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  one uuid not null,
  other uuid not null,
  grounds text[] not null,
  score real not null,
  state text not null,
  found_at timestamp with time zone not null,
  judged_by text,
  judged_at timestamp with time zone,
  PRIMARY KEY (district, id),
  UNIQUE (district, one, other),
  CHECK ((one < other)),
  CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision))),
  CHECK ((state = ANY (ARRAY['open'::text, 'different'::text, 'merged'::text])))
);

create table premises.upkeep_task (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  kind text not null,
  uscc text not null,
  premises uuid,
  station uuid,
  community uuid,
  located_by text,
  as_of date not null,
  says jsonb not null,
  state text not null,
  settled_how text,
  note text,
  settled_by text,
  settled_at timestamp with time zone,
  version integer not null default 1,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, premises) REFERENCES premises.premises(district, id),
  CHECK (((state = 'open'::text) = (settled_at IS NULL))),
  CHECK (((state = 'open'::text) = (settled_how IS NULL))),
  CHECK (((kind = 'new'::text) OR (premises IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['new'::text, 'changed'::text, 'gone'::text]))),
  CHECK ((located_by = ANY (ARRAY['community'::text, 'number'::text, 'road'::text]))),
  CHECK ((settled_how = ANY (ARRAY['register'::text, 'link'::text, 'adopt'::text, 'close'::text, 'dismiss'::text, 'lapse'::text]))),
  CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dismissed'::text])))
);

CREATE UNIQUE INDEX analysis_draft ON analysis.analysis USING btree (district, period_key) WHERE (state = 'draft'::text);
CREATE INDEX analysis_period ON analysis.analysis USING btree (district, period_to DESC, edition DESC);
CREATE INDEX frozen_incident_day ON analysis.frozen_incident USING btree (district, analysis, received_on);
CREATE INDEX hazard_body ON hazards.hazard USING btree (district, body, found_at DESC, id DESC);
CREATE INDEX hazard_body_due ON hazards.hazard USING btree (district, body, next_by, id) WHERE (next_by IS NOT NULL);
CREATE INDEX hazard_due ON hazards.hazard USING btree (district, next_by, id) WHERE (next_by IS NOT NULL);
CREATE INDEX hazard_found ON hazards.hazard USING btree (district, found_at DESC, id DESC);
CREATE INDEX hazard_officer ON hazards.hazard USING btree (district, officer, found_at DESC, id DESC);
CREATE INDEX hazard_photos ON hazards.hazard USING gin (photos) WHERE (photos <> '{}'::uuid[]);
CREATE INDEX hazard_photos_after ON hazards.hazard USING gin (photos_after) WHERE (photos_after <> '{}'::uuid[]);
CREATE INDEX hazard_premises ON hazards.hazard USING btree (district, premises, found_at DESC);
CREATE INDEX hazard_recheck ON hazards.hazard USING btree (district, recheck_visit) WHERE (recheck_visit IS NOT NULL);
CREATE INDEX hazard_station ON hazards.hazard USING btree (district, station, found_at DESC, id DESC);
CREATE INDEX hazard_visit ON hazards.hazard USING btree (district, visit);
CREATE INDEX incident_fire_days ON incidents.incident USING btree (district, received_on) INCLUDE (direct_loss_fen, deaths, serious_injuries, minor_injuries) WHERE is_fire;
CREATE INDEX incident_fires ON incidents.incident USING btree (district, received_at DESC, id DESC) WHERE is_fire;
CREATE UNIQUE INDEX incident_no ON incidents.incident USING btree (district, incident_no);
CREATE INDEX incident_premises ON incidents.incident USING btree (district, premises_no, received_at DESC) WHERE (premises_no IS NOT NULL);
CREATE INDEX incident_received ON incidents.incident USING btree (district, received_at DESC, id DESC);
CREATE INDEX incident_station ON incidents.incident USING btree (district, station, received_at DESC, id DESC);
CREATE UNIQUE INDEX checklist_draft ON inspections.checklist USING btree (district, key) WHERE (state = 'draft'::text);
CREATE INDEX draw_body ON inspections.draw USING btree (district, body, id DESC);
CREATE UNIQUE INDEX draw_object_rank ON inspections.draw_object USING btree (district, draw, rank) WHERE (rank IS NOT NULL);
CREATE INDEX visit_body ON inspections.visit USING btree (district, body, started_at DESC, id DESC);
CREATE UNIQUE INDEX visit_corrects ON inspections.visit USING btree (district, corrects) WHERE (corrects IS NOT NULL);
CREATE INDEX visit_due ON inspections.visit USING btree (district, due_on) INCLUDE (body, visited_on) WHERE (due_on IS NOT NULL);
CREATE INDEX visit_files ON inspections.visit USING gin (files) WHERE (files <> '{}'::uuid[]);
CREATE INDEX visit_premises ON inspections.visit USING btree (district, premises, started_at DESC, id DESC);
CREATE INDEX visit_started ON inspections.visit USING btree (district, started_at DESC, id DESC);
CREATE INDEX visit_station ON inspections.visit USING btree (district, station, started_at DESC, id DESC);
CREATE INDEX area_node_parent ON organisation.area_node USING btree (district, parent);
CREATE UNIQUE INDEX body_name ON organisation.body USING btree (district, kind, name) WHERE active;
CREATE INDEX person_post ON organisation.person USING btree (district, post);
CREATE INDEX session_account ON organisation.session USING btree (district, account);
CREATE INDEX session_token ON organisation.session USING btree (token_hash);
CREATE INDEX about_paper ON papers.about USING btree (district, paper);
CREATE INDEX paper_body ON papers.paper USING btree (district, body, issued_at DESC, id DESC);
CREATE INDEX paper_issued ON papers.paper USING btree (district, issued_at DESC, id DESC);
CREATE INDEX paper_premises ON papers.paper USING btree (district, premises, issued_at DESC);
CREATE INDEX paper_scans ON papers.paper USING gin (scans);
CREATE INDEX paper_station ON papers.paper USING btree (district, station, issued_at DESC, id DESC);
CREATE UNIQUE INDEX template_draft ON papers.template USING btree (district, form) WHERE (state = 'draft'::text);
CREATE UNIQUE INDEX template_in_force ON papers.template USING btree (district, form) WHERE (state = 'inForce'::text);
CREATE INDEX duty_due ON platform.duty USING btree (district, due_on) INCLUDE (body, law, duty, by, done_at);
CREATE INDEX duty_open ON platform.duty USING btree (district, by, subject) WHERE (done_at IS NULL);
CREATE INDEX duty_open_body ON platform.duty USING btree (district, body, by, subject) WHERE (done_at IS NULL);
CREATE INDEX duty_open_officer ON platform.duty USING btree (district, officer, by, subject) WHERE (done_at IS NULL);
CREATE INDEX duty_provisional ON platform.duty USING btree (district, kind, subject) WHERE (provisional AND (done_at IS NULL));
CREATE INDEX idempotent_answer_at ON platform.idempotent_answer USING btree (at);
CREATE INDEX ledger_entry_at ON platform.ledger_entry USING brin (at);
CREATE INDEX ledger_entry_order ON platform.ledger_entry USING btree (district, xid, seq);
CREATE INDEX ledger_entry_subject ON platform.ledger_entry USING btree (district, kind, subject, seq);
CREATE UNIQUE INDEX ledger_seal_entry ON platform.ledger_seal USING btree (district, entry);
CREATE INDEX business_name ON premises.business USING btree (district, name_key);
CREATE INDEX merge_dropped ON premises.merge USING btree (district, dropped, id DESC);
CREATE INDEX merge_kept ON premises.merge USING btree (district, kept, id DESC);
CREATE UNIQUE INDEX merge_standing ON premises.merge USING btree (district, dropped) WHERE (undone_at IS NULL);
CREATE INDEX premises_address ON premises.premises USING btree (district, address_key);
CREATE INDEX premises_address_pairs ON premises.premises USING gin (premises.pairs(address_key));
CREATE INDEX premises_address_sound ON premises.premises USING gin (address_sound gin_trgm_ops);
CREATE INDEX premises_building ON premises.premises USING btree (district, building) WHERE (building IS NOT NULL);
CREATE INDEX premises_committee ON premises.premises USING btree (district, committee) WHERE (committee IS NOT NULL);
CREATE INDEX premises_community ON premises.premises USING btree (district, community, id DESC);
CREATE INDEX premises_company ON premises.premises USING btree (district, company) WHERE (company IS NOT NULL);
CREATE INDEX premises_due ON premises.premises USING btree (district, due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX premises_due_officer ON premises.premises USING btree (district, officer, due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX premises_due_supervisor ON premises.premises USING btree (district, supervisor, due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX premises_estate ON premises.premises USING btree (district, estate) WHERE (estate IS NOT NULL);
CREATE INDEX premises_initials ON premises.premises USING btree (district, name_initials);
CREATE INDEX premises_inspected ON premises.premises USING btree (district, COALESCE(last_inspected_on, '0001-01-01'::date), id);
CREATE INDEX premises_key ON premises.premises USING btree (district, name_key, community);
CREATE INDEX premises_key_point ON premises.premises USING btree (district, name_key, lng, lat) WHERE (lng IS NOT NULL);
CREATE INDEX premises_kind ON premises.premises USING btree (district, kind, id DESC);
CREATE INDEX premises_manager_phone ON premises.premises USING btree (district, manager_phone) WHERE (manager_phone IS NOT NULL);
CREATE INDEX premises_merged ON premises.premises USING btree (district, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX premises_name ON premises.premises USING btree (district, name_pinyin, id);
CREATE INDEX premises_name_pairs ON premises.premises USING gin (premises.pairs(name_key));
CREATE INDEX premises_name_sound ON premises.premises USING gin (name_sound gin_trgm_ops);
CREATE INDEX premises_officer ON premises.premises USING btree (district, officer, id DESC);
CREATE INDEX premises_photos ON premises.premises USING gin (photos jsonb_path_ops) WHERE (photos <> '[]'::jsonb);
CREATE INDEX premises_point ON premises.premises USING btree (district, lng, lat) WHERE (lng IS NOT NULL);
CREATE INDEX premises_proposed ON premises.premises USING btree (district, id DESC) WHERE proposed;
CREATE INDEX premises_responsible_phone ON premises.premises USING btree (district, responsible_phone) WHERE (responsible_phone IS NOT NULL);
CREATE INDEX premises_scans ON premises.premises USING gin (papers jsonb_path_ops) WHERE (papers @? '$[*]?(@."file" != null)'::jsonpath);
CREATE INDEX premises_station ON premises.premises USING btree (district, station, id DESC);
CREATE INDEX premises_supervisor ON premises.premises USING btree (district, supervisor, id DESC);
CREATE INDEX premises_tags ON premises.premises USING gin (tags) WHERE (tags <> '{}'::text[]);
CREATE INDEX premises_uscc ON premises.premises USING btree (district, uscc) WHERE (uscc IS NOT NULL);
CREATE INDEX transfer_from ON premises.transfer USING btree (district, from_body, id DESC);
CREATE UNIQUE INDEX transfer_open ON premises.transfer USING btree (district, premises) WHERE (state = 'offered'::text);
CREATE INDEX transfer_premises ON premises.transfer USING btree (district, premises, id DESC);
CREATE INDEX transfer_to ON premises.transfer USING btree (district, to_body, id DESC);
CREATE INDEX twin_open ON premises.twin USING btree (district, score DESC, id DESC) WHERE (state = 'open'::text);
CREATE INDEX twin_other ON premises.twin USING btree (district, other);
CREATE INDEX upkeep_kind ON premises.upkeep_task USING btree (district, kind, state, id DESC);
CREATE UNIQUE INDEX upkeep_open ON premises.upkeep_task USING btree (district, kind, uscc, premises) NULLS NOT DISTINCT WHERE (state = 'open'::text);
CREATE INDEX upkeep_premises ON premises.upkeep_task USING btree (district, premises) WHERE (premises IS NOT NULL);
CREATE INDEX upkeep_uscc ON premises.upkeep_task USING btree (district, uscc);

CREATE OR REPLACE FUNCTION analysis.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'an issued analysis does not change';
end $function$;

CREATE OR REPLACE FUNCTION inspections.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a visit is never changed';
end $function$;

CREATE OR REPLACE FUNCTION organisation.stamp_reference()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into organisation.reference_stamp (district, changes)
  select distinct district, 1 from changed
  on conflict (district) do update set changes = reference_stamp.changes + 1;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the ledger is append-only';
end $function$;

CREATE OR REPLACE FUNCTION platform.uuid_v7()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
RETURN (encode(set_bit(set_bit(OVERLAY(uuid_send(gen_random_uuid()) PLACING SUBSTRING(int8send((floor((EXTRACT(epoch FROM clock_timestamp()) * (1000)::numeric)))::bigint) FROM 3) FROM 1 FOR 6), (52)::bigint, 1), (53)::bigint, 1), 'hex'::text))::uuid;

CREATE OR REPLACE FUNCTION premises.count_in()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into premises.tally (district, form, state, kind, tags, street, community, station, supervisor, list, officer,
    located, proposed, hazardous, inspected, n)
  select district, form, state, kind, tags, street, community, station, supervisor, list, officer,
    lng is not null, proposed, open_hazards > 0, last_inspected_on is not null, count(*)
  from fresh group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION premises.count_out()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into premises.tally (district, form, state, kind, tags, street, community, station, supervisor, list, officer,
    located, proposed, hazardous, inspected, n)
  select district, form, state, kind, tags, street, community, station, supervisor, list, officer,
    lng is not null, proposed, open_hazards > 0, last_inspected_on is not null, -count(*)
  from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION premises.count_over()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION premises.pairs(key text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT COST 1000
AS $function$
declare
  chars text[] := string_to_array(key, null);
  pairs text[] := '{}';
begin
  for i in 2..cardinality(chars) loop
    pairs := pairs || (chars[i - 1] || chars[i]);
    if i > 2 then
      pairs := pairs || (chars[i - 2] || '_' || chars[i]);
    end if;
  end loop;
  return pairs;
end $function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_trgm(text, internal, smallint, internal, internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_query_trgm$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_trgm(text, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_value_trgm$function$;

CREATE OR REPLACE FUNCTION public.gin_trgm_consistent(internal, smallint, text, integer, internal, internal, internal, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_consistent$function$;

CREATE OR REPLACE FUNCTION public.gin_trgm_triconsistent(internal, smallint, text, integer, internal, internal, internal)
 RETURNS "char"
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_triconsistent$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_compress$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_consistent(internal, text, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_consistent$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_decompress$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_distance(internal, text, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_distance$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_in(cstring)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_in$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_options(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE
AS '$libdir/pg_trgm', $function$gtrgm_options$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_out(gtrgm)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_out$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_penalty$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_picksplit$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_same(gtrgm, gtrgm, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_same$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_union(internal, internal)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_union$function$;

CREATE OR REPLACE FUNCTION public.set_limit(real)
 RETURNS real
 LANGUAGE c
 STRICT
AS '$libdir/pg_trgm', $function$set_limit$function$;

CREATE OR REPLACE FUNCTION public.show_limit()
 RETURNS real
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_limit$function$;

CREATE OR REPLACE FUNCTION public.show_trgm(text)
 RETURNS text[]
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_trgm$function$;

CREATE OR REPLACE FUNCTION public.similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity$function$;

CREATE OR REPLACE FUNCTION public.similarity_dist(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_dist$function$;

CREATE OR REPLACE FUNCTION public.similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_op$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_op$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_op$function$;

CREATE OR REPLACE FUNCTION public.word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_op$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_op$function$;

CREATE TRIGGER analysis_issued BEFORE DELETE OR UPDATE ON analysis.analysis FOR EACH ROW WHEN ((old.state = 'issued'::text)) EXECUTE FUNCTION analysis.refuse_change();
CREATE TRIGGER count_in AFTER INSERT ON premises.premises REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION premises.count_in();
CREATE TRIGGER count_out AFTER DELETE ON premises.premises REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION premises.count_out();
CREATE TRIGGER count_over AFTER UPDATE ON premises.premises REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION premises.count_over();
CREATE TRIGGER frozen_incident_stays BEFORE DELETE OR UPDATE ON analysis.frozen_incident FOR EACH ROW EXECUTE FUNCTION analysis.refuse_change();
CREATE TRIGGER frozen_incident_whole BEFORE TRUNCATE ON analysis.frozen_incident FOR EACH STATEMENT EXECUTE FUNCTION analysis.refuse_change();
CREATE TRIGGER ledger_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER ledger_seal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.ledger_seal FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER stamp_delete AFTER DELETE ON organisation.calendar_year REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation.stamp_reference();
CREATE TRIGGER stamp_delete AFTER DELETE ON organisation.code REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation.stamp_reference();
CREATE TRIGGER stamp_delete AFTER DELETE ON organisation.code_table REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation.stamp_reference();
CREATE TRIGGER stamp_insert AFTER INSERT ON organisation.calendar_year REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation.stamp_reference();
CREATE TRIGGER stamp_insert AFTER INSERT ON organisation.code REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation.stamp_reference();
CREATE TRIGGER stamp_insert AFTER INSERT ON organisation.code_table REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation.stamp_reference();
CREATE TRIGGER stamp_update AFTER UPDATE ON organisation.calendar_year REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation.stamp_reference();
CREATE TRIGGER stamp_update AFTER UPDATE ON organisation.code REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation.stamp_reference();
CREATE TRIGGER stamp_update AFTER UPDATE ON organisation.code_table REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation.stamp_reference();
CREATE TRIGGER visit_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.visit FOR EACH STATEMENT EXECUTE FUNCTION inspections.refuse_change();
