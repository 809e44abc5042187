"""The actions of the Edit menu: see `action_table`."""

from __future__ import annotations

from casebook.gui.action_spec import Spec

EDIT = "edit"

EDIT_SPECS: tuple[Spec, ...] = ()
"""In the order of the menu."""
