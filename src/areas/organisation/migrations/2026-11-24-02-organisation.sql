-- The district, its bodies, posts and people; its areas; accounts and sessions; code tables.
create schema organisation;

create table organisation.district (
  district text primary key check (district ~ '^[0-9]{6}$'),
  name text not null,
  city text not null,
  -- Names of the area tree's levels from the top, e.g. 街道, 社区, 网格.
  levels jsonb not null,
  demonstration boolean not null default false,
  created_at timestamptz not null
);

create table organisation.body (
  district text not null references organisation.district,
  id uuid not null default platform.uuid_v7(),
  kind text not null check (kind in ('branch', 'brigade', 'station', 'department', 'street')),
  code text not null,
  name text not null,
  parent uuid,
  -- A station's area: GeoJSON coordinates of a polygon, WGS-84.
  polygon jsonb,
  active boolean not null default true,
  version integer not null default 1,
  primary key (district, id),
  unique (district, code),
  foreign key (district, parent) references organisation.body
);
create unique index body_name on organisation.body (district, kind, name) where active;

create table organisation.post (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  body uuid not null,
  name text not null,
  primary key (district, id),
  unique (district, body, name),
  foreign key (district, body) references organisation.body
);

create table organisation.person (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  post uuid not null,
  name text not null,
  phone text,
  active boolean not null default true,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, post) references organisation.post
);
create index person_post on organisation.person (district, post);

-- Streets, communities, grids: a tree whose levels the district names.
create table organisation.area_node (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  level smallint not null check (level between 1 and 5),
  parent uuid,
  code text not null,
  name text not null,
  polygon jsonb,
  -- The station that polices it (communities), the body that governs it (streets), who answers for it (grids).
  station uuid,
  body uuid,
  person uuid,
  urban text check (urban in ('urban', 'rural')),
  primary key (district, id),
  unique (district, code),
  check ((level = 1) = (parent is null)),
  foreign key (district, parent) references organisation.area_node,
  foreign key (district, station) references organisation.body,
  foreign key (district, body) references organisation.body,
  foreign key (district, person) references organisation.person
);
create index area_node_parent on organisation.area_node (district, parent);

create table organisation.account (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  person uuid not null,
  username text not null check (username = lower(username)),
  password_hash text not null,
  role text not null,
  active boolean not null default true,
  failures smallint not null default 0,
  locked_until timestamptz,
  must_change boolean not null default false,
  password_on date not null,
  language text not null default 'zh' check (language in ('zh', 'en')),
  version integer not null default 1,
  primary key (district, id),
  unique (district, username),
  unique (district, person),
  foreign key (district, person) references organisation.person
);

create table organisation.past_password (
  district text not null,
  account uuid not null,
  at timestamptz not null,
  password_hash text not null,
  primary key (district, account, at),
  foreign key (district, account) references organisation.account
);

create table organisation.session (
  district text not null,
  -- SHA-256 of the token; the token itself is in the cookie alone.
  token_hash text not null,
  account uuid not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  agent text,
  primary key (district, token_hash),
  foreign key (district, account) references organisation.account
);
create index session_account on organisation.session (district, account);

create table organisation.code_table (
  district text not null references organisation.district,
  key text not null,
  zh text not null,
  en text not null,
  primary key (district, key)
);

create table organisation.code (
  district text not null,
  table_key text not null,
  code text not null,
  valid_from date not null default '0001-01-01',
  valid_until date not null default '9999-12-31',
  position integer not null,
  zh text not null,
  en text not null,
  parent text,
  props jsonb not null default '{}',
  -- Edited by the district: a new release leaves it alone.
  edited boolean not null default false,
  primary key (district, table_key, code, valid_from),
  foreign key (district, table_key) references organisation.code_table
);

create table organisation.saved_view (
  district text not null,
  account uuid not null,
  id uuid not null default platform.uuid_v7(),
  list text not null,
  name text not null,
  query jsonb not null,
  primary key (district, account, id),
  unique (district, account, list, name),
  foreign key (district, account) references organisation.account
);

create table organisation.notice (
  district text not null,
  account uuid not null,
  id uuid not null default platform.uuid_v7(),
  at timestamptz not null,
  -- What it says, as a message key with values; the page has the words.
  message text not null,
  message_values jsonb not null default '{}',
  link text,
  read_at timestamptz,
  primary key (district, account, id),
  foreign key (district, account) references organisation.account
);
