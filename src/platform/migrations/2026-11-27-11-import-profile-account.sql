-- Whose a saved way of reading is: nobody else but who reaches the whole district changes it. Null: made before.
alter table platform.import_profile add column account uuid;
