-- Analyses of a period: drafts, and issued ones with what they counted, which nothing changes any more.
create schema analysis;

create table analysis.analysis (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  period_key text not null,
  period_from date not null,
  period_to date not null,
  -- 1 for the first analysis of a period; each one after an issued one counts up and supersedes it when issued.
  edition integer not null check (edition > 0),
  state text not null check (state in ('draft', 'issued')),
  -- What the rules proposed when the verdict was last chosen, and what the person chose.
  proposed text,
  rule text,
  chosen text,
  reason text,
  chosen_by text,
  chosen_at timestamptz,
  drafted_by text not null,
  drafted_at timestamptz not null,
  issued_by text,
  issued_at timestamptz,
  -- Frozen at issue: the figures, the text of the internal version, and where the ledger stood.
  figures jsonb,
  document jsonb,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  ledger_position bigint,
  ledger_seq bigint,
  version integer not null default 1,
  primary key (district, id),
  unique (district, period_key, edition),
  check (period_from <= period_to),
  check ((chosen is null) = (chosen_at is null)),
  check (chosen is null or chosen = proposed or reason is not null),
  check (state = 'draft' or (chosen is not null and figures is not null and document is not null and digest is not null
    and issued_at is not null and issued_by is not null and ledger_seq is not null))
);
create unique index analysis_draft on analysis.analysis (district, period_key) where state = 'draft';
create index analysis_period on analysis.analysis (district, period_to desc, edition desc);

-- A paragraph as a person wrote it, and the generated text that was before their eyes.
create table analysis.edit (
  district text not null,
  analysis uuid not null,
  paragraph text not null,
  text text not null,
  based_on text not null,
  edited_by text not null,
  edited_at timestamptz not null,
  primary key (district, analysis, paragraph),
  foreign key (district, analysis) references analysis.analysis
);

-- The records that an issued analysis counted, as they were: the same columns as incidents.incident, in its order.
create table analysis.frozen_incident (
  analysis uuid not null,
  like incidents.incident,
  primary key (district, analysis, id),
  foreign key (district, analysis) references analysis.analysis
);
create index frozen_incident_day on analysis.frozen_incident (district, analysis, received_on);

create function analysis.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'an issued analysis does not change';
end $$;
create trigger analysis_issued before update or delete on analysis.analysis
  for each row when (old.state = 'issued') execute function analysis.refuse_change();
create trigger frozen_incident_stays before update or delete on analysis.frozen_incident
  for each row execute function analysis.refuse_change();
create trigger frozen_incident_whole before truncate on analysis.frozen_incident
  for each statement execute function analysis.refuse_change();

-- Months of two years are read from the index alone.
create index incident_fire_days on incidents.incident (district, received_on)
  include (direct_loss_fen, deaths, serious_injuries, minor_injuries) where is_fire;
