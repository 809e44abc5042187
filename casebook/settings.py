"""The user's preferences: one dataclass, one small JSON file, written whole or not at all."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(slots=True)
class Settings:
    """What the user chose. Empty text means "as the system has it"."""

    language: str = ""
    """`en`, `zh`, or empty."""
    theme: str = ""
    """`light`, `dark`, or empty."""
    report_language: str = ""
    report_audience: str = ""
    report_form: str = ""
    report_as: str = ""
    """The ending of a dossier's name: `.zip`, or empty for a folder."""
    report_limit: str = ""
    """The most bytes of one part."""
    report_signing: str = ""
    """`file`, `name`, or empty for no signature."""
    signer_file: str = ""
    signer_name: str = ""
    stamp_url: str = ""
    """The time-stamp service that was asked last; it is never asked by itself."""
    paper: str = "a4"
    notifications: str = ""
    """Of follow-ups: `away` for only while Casebook is not in front, `off`, or empty for always."""
    notification_text: str = ""
    """`quiet` where a notification names nothing, or empty for what is to be done."""
    tray: str = ""
    """`off`, or empty for an icon in the tray where there is one."""
    on_close: str = ""
    """What closing the window does while follow-ups wait: `quit`, `tray`, or empty to be asked."""
    login_offered: str = ""
    """`yes` once it was offered to start at login."""
    last_import_folder: str = ""
    last_export_folder: str = ""

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Return the saved settings; what is missing, unreadable or of the wrong kind keeps its default."""
        try:
            raw = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return cls()
        known = {f.name for f in fields(cls)}
        return (
            cls(**{k: v for k, v in raw.items() if k in known and isinstance(v, str)})
            if isinstance(raw, dict)
            else cls()
        )

    def save(self, path: Path) -> None:
        """Write the settings to `path`, through a temporary file. Raises OSError when the disk refuses."""
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(".tmp")
        temporary.write_text(json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n", "utf-8")
        os.replace(temporary, path)
