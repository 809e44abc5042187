"""The papers a dossier can be printed on."""

from __future__ import annotations

PAPERS = {"a4": ("a4", 210 - 46, 297 - 48), "letter": ("us-letter", 215.9 - 46, 279.4 - 48)}
"""The template's name of a paper, and the width and height of its text area in millimetres."""
