"""What is recorded: one module a kind of record, and the search over all of them."""
