-- Alarms received (接警) and, where they are one, fires. Null is unknown, which is not zero.
create schema incidents;

create table incidents.incident (
  district text not null,
  id uuid not null default platform.uuid_v7(),
  incident_no text not null check (length(incident_no) between 1 and 64),
  kind text not null check (kind in ('fire', 'rescue', 'service', 'false', 'other')),
  state text not null check (state in ('recorded', 'writtenOff')),
  received_at timestamptz not null,
  dispatched_at timestamptz,
  arrived_at timestamptz,
  controlled_at timestamptz,
  ended_at timestamptz,
  received_on date not null generated always as ((received_at at time zone 'Asia/Shanghai')::date) stored,
  received_hour smallint not null generated always as (extract(hour from received_at at time zone 'Asia/Shanghai')) stored,
  received_weekday smallint not null generated always as (extract(isodow from received_at at time zone 'Asia/Shanghai')) stored,
  station uuid,
  community uuid,
  street uuid,
  address text not null default '',
  lng double precision check (lng between -180 and 180),
  lat double precision check (lat between -90 and 90),
  urban text check (urban in ('urban', 'rural')),
  place text,
  cause text,
  sub_cause text,
  vehicles integer check (vehicles >= 0),
  personnel integer check (personnel >= 0),
  rescued integer check (rescued >= 0),
  evacuated integer check (evacuated >= 0),
  saved_fen bigint check (saved_fen >= 0),
  direct_loss_fen bigint check (direct_loss_fen >= 0),
  economic_loss_fen bigint check (economic_loss_fen >= 0),
  burned_area_m2 numeric(14, 2) check (burned_area_m2 >= 0),
  households integer check (households >= 0),
  people integer check (people >= 0),
  deaths integer check (deaths >= 0),
  serious_injuries integer check (serious_injuries >= 0),
  minor_injuries integer check (minor_injuries >= 0),
  production_accident boolean,
  source text not null check (source in ('official', 'local')),
  written_off_reason text,
  premises_no text,
  -- A fire that counts as one; written off, it stays an alarm.
  is_fire boolean not null generated always as (kind = 'fire' and state <> 'writtenOff') stored,
  minor_fire boolean not null default false,
  stat_class text check (stat_class in ('ordinary', 'larger', 'major', 'extreme')),
  accident_class text check (accident_class in ('ordinary', 'larger', 'major', 'extreme')),
  -- Digest of the row that an import last brought: the same row again changes nothing, even after a correction by hand.
  import_digest text,
  corrected boolean not null default false,
  version integer not null default 1,
  entered_at timestamptz not null,
  primary key (district, id),
  check ((state = 'writtenOff') = (written_off_reason is not null)),
  check (dispatched_at >= received_at),
  check (arrived_at >= coalesce(dispatched_at, received_at)),
  check (controlled_at >= coalesce(arrived_at, dispatched_at, received_at)),
  check (ended_at >= coalesce(controlled_at, arrived_at, dispatched_at, received_at)),
  check ((lng is null) = (lat is null)),
  check (sub_cause is null or cause is not null),
  check (kind = 'fire' or (place is null and cause is null and direct_loss_fen is null and economic_loss_fen is null
    and burned_area_m2 is null and households is null and people is null and deaths is null
    and serious_injuries is null and minor_injuries is null and production_accident is null))
);
create unique index incident_no on incidents.incident (district, incident_no);
create index incident_received on incidents.incident (district, received_at desc, id desc);
create index incident_station on incidents.incident (district, station, received_at desc, id desc);
create index incident_fires on incidents.incident (district, received_on) where is_fire;
create index incident_day on incidents.incident (district, received_on);
