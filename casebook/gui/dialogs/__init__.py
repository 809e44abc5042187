"""Dialogs: they ask, check what was typed, and hand back values; they write nothing."""
