"""Exported chats that are dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from casebook.gui.widgets.incoming.mail_drop import local

_ENDINGS = (".json", ".txt", ".zip")


def dropped_chat(mime: QMimeData) -> Path | None:
    """Return the exported chat that a drop brings; None for several files, and for any other file."""
    paths = local(mime)
    if len(paths) != 1 or paths[0].suffix.lower() not in _ENDINGS:
        return None
    from casebook.mail.chats import exports

    return paths[0] if exports.detect(paths[0]) else None
