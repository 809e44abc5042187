"""Mail that is dropped on a window: what of a drop can be imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

ENDINGS = (".eml", ".mbox", ".mbx")
"""What is taken for mail when it is dropped on the window."""


def dropped_mail(mime: QMimeData) -> list[Path]:
    """Return what a drop brings to import: local mail files and folders, [] if anything else is with them."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    fits = all(path.suffix.lower() in ENDINGS or path.is_dir() for path in paths)
    return paths if paths and fits and len(paths) == len(mime.urls()) else []
