-- Any part of a name or an address is found by its pairs of characters: far fewer records share two Han characters than
-- share three letters of their sound. Pairs with one character between them find what was mistyped in that one.
-- Its cost is set high so that it is looked up in its indexes, and never worked out for record after record.
create function premises.pairs(key text) returns text[] language plpgsql immutable strict parallel safe cost 1000 as $$
declare
  chars text[] := string_to_array(key, null);
  pairs text[] := '{}';
begin
  for i in 2..cardinality(chars) loop
    pairs := pairs || (chars[i - 1] || chars[i]);
    if i > 2 then
      pairs := pairs || (chars[i - 2] || '_' || chars[i]);
    end if;
  end loop;
  return pairs;
end $$;

create index premises_name_pairs on premises.premises using gin (premises.pairs(name_key));
create index premises_address_pairs on premises.premises using gin (premises.pairs(address_key));
