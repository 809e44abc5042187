"""Qt models over the journal: rows fetched by SQL, refreshed when the feed says so."""
