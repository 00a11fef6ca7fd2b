-- Days are asked for as instants, so that one index gives both the range and the newest-first order of the list.
drop index incidents.incident_day;
drop index incidents.incident_fires;
create index incident_fires on incidents.incident (district, received_at desc, id desc) where is_fire;
