"""Redacted copies: what is covered, burnt into a fresh file, and what must stay back because of it."""
