"""Whole journeys through a real window, by the keys and the accessibility tree a person would use."""
