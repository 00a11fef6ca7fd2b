-- A request brings nothing but its session's token: without an index of its own the join began at the posts.
create index session_token on organisation.session (token_hash);
