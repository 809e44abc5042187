"""The two sets of colours as plain text; `theme.Theme` turns them into what Qt paints with."""

from __future__ import annotations

from typing import NamedTuple


class Colours(NamedTuple):
    """One set of colours as `#rrggbb`. The attributes of `Theme` have the same names and meanings."""

    window: str
    surface: str
    raised: str
    own: str
    line: str
    chip: str
    text: str
    muted: str
    accent: str
    accent_text: str
    accent_faint: str
    accent_soft: str
    accent_hover: str
    warn: str
    warn_text: str
    warn_soft: str
    warn_hover: str
    drawing: str


LIGHT = Colours(
    window="#f5f5f2",
    surface="#ffffff",
    raised="#fafaf8",
    own="#eef4f2",
    line="#e0dfd9",
    chip="#ecebe6",
    text="#1f2328",
    muted="#62676d",
    accent="#2f6f62",
    accent_text="#ffffff",
    accent_faint="#dcebe7",
    accent_soft="#e9efe9",
    accent_hover="#285f54",
    warn="#a8501e",
    warn_text="#ffffff",
    warn_soft="#fbefe4",
    warn_hover="#8f4318",
    drawing="#97b7b0",
)

DARK = Colours(
    window="#17191a",
    surface="#1d1f21",
    raised="#232628",
    own="#1f2b28",
    line="#34383a",
    chip="#2c2f31",
    text="#e8e8e5",
    muted="#a2a7ab",
    accent="#6fc2ae",
    accent_text="#16201d",
    accent_faint="#24433b",
    accent_soft="#26302d",
    accent_hover="#86d0be",
    warn="#e2a06f",
    warn_text="#22150b",
    warn_soft="#372a20",
    warn_hover="#ecb48a",
    drawing="#467067",
)
