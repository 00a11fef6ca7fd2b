-- Draws of objects and inspectors (双随机): what was fixed when, and everything by which a stranger recomputes them.
create schema if not exists inspections;

create table inspections.draw (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  title text not null check (length(title) between 1 and 100),
  state text not null check (state in ('prepared', 'published', 'drawn', 'voided')),
  -- Whose draw it is: a station sees its own.
  body uuid not null,
  filter jsonb not null,
  -- Nobody is inspected again within so many months (国办发〔2024〕54号); null: no cap.
  cap_months integer check (cap_months between 1 and 60),
  take jsonb not null,
  strata jsonb,
  per_object integer not null check (per_object between 1 and 5),
  source jsonb not null,
  inspectors jsonb not null,
  recusals jsonb not null default '[]',
  population integer not null check (population >= 0),
  excluded integer not null check (excluded between 0 and population),
  to_draw integer not null check (to_draw between 0 and population - excluded),
  prepared_by text not null,
  prepared_at timestamptz not null,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  published_by text,
  published_at timestamptz,
  seed text,
  evidence text,
  drawn_by text,
  drawn_at timestamptz,
  void_reason text,
  voided_by text,
  voided_at timestamptz,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, body) references organisation.body,
  check ((digest is null) = (published_at is null)),
  check ((seed is null) = (drawn_at is null)),
  check (drawn_at is null or published_at is not null),
  check (state <> 'prepared' or published_at is null),
  check (state <> 'published' or (published_at is not null and drawn_at is null)),
  check (state <> 'drawn' or drawn_at is not null),
  check ((state = 'voided') = (voided_at is not null)),
  check ((voided_at is null) = (void_reason is null))
);
create index draw_body on inspections.draw (district, body, id desc);

-- The canonical texts as they were published: the register before the seed, the outcome after it. Written once.
create table inspections.draw_text (
  district text not null,
  draw uuid not null,
  part text not null check (part in ('register', 'outcome')),
  text text not null,
  primary key (district, draw, part),
  foreign key (district, draw) references inspections.draw
);

-- The population as it was in the register at that moment, and who of it was drawn.
create table inspections.draw_object (
  district text not null,
  draw uuid not null,
  premises uuid not null,
  premises_no text collate "C" not null,
  name text not null,
  address text not null,
  form text not null,
  kind text,
  list text not null,
  station uuid,
  state text not null,
  last_inspected_on date,
  excluded text check (excluded in ('not-open', 'within-cap', 'by-hand')),
  -- Why it was excluded by hand, or drawn from in spite of the cap.
  words text,
  rank integer check (rank > 0),
  ticket text,
  inspectors uuid[],
  primary key (district, draw, premises),
  unique (district, draw, premises_no),
  foreign key (district, draw) references inspections.draw,
  foreign key (district, premises) references premises.premises,
  check (excluded is distinct from 'by-hand' or words is not null),
  check (excluded is null or rank is null),
  check ((rank is null) = (ticket is null) and (rank is null) = (inspectors is null))
);
create unique index draw_object_rank on inspections.draw_object (district, draw, rank) where rank is not null;
