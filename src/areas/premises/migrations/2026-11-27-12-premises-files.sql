-- Whether some record shows a file is asked whenever one is looked at.
create index premises_photos on premises.premises using gin (photos jsonb_path_ops) where photos <> '[]';
-- Most papers have no scan.
create index premises_scans on premises.premises using gin (papers jsonb_path_ops) where papers @? '$[*] ? (@.file != null)';
