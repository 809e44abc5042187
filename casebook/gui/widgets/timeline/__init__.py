"""The contacts of a case, drawn one below the other."""
