"""Exhibits as pictures: looked at, marked, covered."""
