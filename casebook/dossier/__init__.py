"""What goes out: collect a case, typeset it, pack it with its originals, and verify a pack."""
