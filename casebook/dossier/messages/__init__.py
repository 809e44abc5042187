"""Messages to a firm, made ready from the facts of a case: the user reads, changes and sends them."""
