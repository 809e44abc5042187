"""Words of a record in a tooltip: Qt guesses whether a tooltip is markup, and would open what the markup names."""

from __future__ import annotations

import html

from PySide6.QtGui import Qt as Rich


def plain_tip(words: str) -> str:
    """Return the words so that a tooltip shows them as they are."""
    if not Rich.mightBeRichText(words):
        return words
    return f'<span style="white-space: pre-wrap">{html.escape(words)}</span>'
