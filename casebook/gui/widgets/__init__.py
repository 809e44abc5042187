"""Widgets with no knowledge of the journal's doors: what they show is handed to them."""
