-- The page of a place shows what happened there.
create index incident_premises on incidents.incident (district, premises_no, received_at desc) where premises_no is not null;
