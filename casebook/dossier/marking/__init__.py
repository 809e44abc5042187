"""Copies of exhibits with arrows, boxes and words drawn on them; the original stays as it is."""
