-- The machinery's own tables: the ledger and its seals, files, imports.
create schema if not exists platform;

-- Time-ordered ids (UUID version 7): 48 bits of milliseconds, then chance.
create function platform.uuid_v7() returns uuid
language sql volatile parallel safe
return encode(
  set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid())
      placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
    52, 1), 53, 1),
  'hex')::uuid;

-- Every act, written in the act's own transaction. At once the audit trail, each record's history, and the change feed.
create table platform.ledger_entry (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  -- Readers take only what no running transaction can still precede: xid below the oldest running one.
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  at timestamptz not null,
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
  primary key (district, id)
);
create index ledger_entry_subject on platform.ledger_entry (district, kind, subject, seq);
create index ledger_entry_order on platform.ledger_entry (district, xid, seq);
create index ledger_entry_at on platform.ledger_entry using brin (at);

-- The sealer gives each entry its position and chains a hash over it, behind the writers' backs.
create table platform.ledger_seal (
  district text not null,
  position bigint not null check (position > 0),
  entry uuid not null,
  xid xid8 not null,
  seq bigint not null,
  hash bytea not null,
  primary key (district, position)
);
create unique index ledger_seal_entry on platform.ledger_seal (district, entry);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;
create trigger ledger_entry_append_only before update or delete or truncate on platform.ledger_entry
  for each statement execute function platform.refuse_change();
create trigger ledger_seal_append_only before update or delete or truncate on platform.ledger_seal
  for each statement execute function platform.refuse_change();

-- Files by content: the bytes lie under their SHA-256, the row says who brought them and what they are.
create table platform.file (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  bytes bigint not null,
  -- Null where the command line brought it.
  account uuid,
  at timestamptz not null,
  primary key (district, id)
);

-- A saved way of reading a foreign file.
create table platform.import_profile (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  kind text not null,
  name text not null,
  profile jsonb not null,
  at timestamptz not null,
  primary key (district, id),
  unique (district, kind, name)
);

-- One reading of one file: a trial run or the real one.
create table platform.import_run (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  kind text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'refused', 'interrupted')),
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
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (district, id)
);

-- The first answer to a POST that came with an Idempotency-Key; kept for a week.
create table platform.idempotent_answer (
  district text not null,
  account uuid not null,
  key text not null,
  question text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (district, account, key)
);
create index idempotent_answer_at on platform.idempotent_answer (at);
