-- Papers (法律文书): what was issued stays as it was filled in, and a number once given is never given again.
create schema papers;

-- How a body calls itself on paper, where it is not as the rule says.
create table papers.letterhead (
  district text not null,
  body uuid not null,
  full_name text not null,
  organ text not null,
  station text not null,
  review_body text not null,
  court text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (district, body),
  foreign key (district, body) references organisation.body
);

-- The pattern of a body's numbers of one form, where it is not the usual one.
create table papers.pattern (
  district text not null,
  body uuid not null,
  form text not null,
  pattern text not null,
  primary key (district, body, form),
  foreign key (district, body) references organisation.body
);

-- The last serial given; its row is locked until the paper that took it is stored.
create table papers.series (
  district text not null,
  body uuid not null,
  form text not null,
  year integer not null,
  last integer not null check (last >= 0),
  primary key (district, body, form, year),
  foreign key (district, body) references organisation.body
);

-- The fixed texts of a form, by edition.
create table papers.template (
  district text not null,
  form text not null,
  edition integer not null check (edition > 0),
  state text not null check (state in ('draft', 'inForce', 'past')),
  texts jsonb not null,
  -- As the program shipped it, which a later release may renew.
  shipped boolean not null,
  changed_by text not null,
  changed_at timestamptz not null,
  in_force_at timestamptz,
  version integer not null default 1,
  primary key (district, form, edition)
);
create unique index template_in_force on papers.template (district, form) where state = 'inForce';
create unique index template_draft on papers.template (district, form) where state = 'draft';

create table papers.paper (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  form text not null,
  title text not null,
  no text not null,
  year integer not null,
  serial integer not null check (serial > 0),
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
  issued_at timestamptz not null,
  issued_on date not null,
  issued_by text not null,
  state text not null check (state in ('issued', 'voided')),
  served_on date,
  serving_mode text check (serving_mode in ('direct', 'left', 'agent', 'post', 'notice')),
  recipient_name text,
  witness text,
  scans uuid[] not null default '{}',
  voided_at timestamptz,
  void_reason text,
  version integer not null default 1,
  primary key (district, id),
  unique (district, body, form, year, serial),
  unique (district, no),
  check ((state = 'voided') = (void_reason is not null)),
  check ((served_on is null) = (serving_mode is null)),
  foreign key (district, premises) references premises.premises,
  foreign key (district, body) references organisation.body,
  foreign key (district, form, edition) references papers.template
);
create index paper_issued on papers.paper (district, issued_at desc, id desc);
create index paper_station on papers.paper (district, station, issued_at desc, id desc);
create index paper_body on papers.paper (district, body, issued_at desc, id desc);
create index paper_premises on papers.paper (district, premises, issued_at desc);
create index paper_scans on papers.paper using gin (scans);

-- Every record that a paper is about: one notice covers several hazards of a visit.
create table papers.about (
  district text not null,
  kind text not null,
  record uuid not null,
  paper uuid not null,
  primary key (district, kind, record, paper),
  foreign key (district, paper) references papers.paper
);
create index about_paper on papers.about (district, paper);
