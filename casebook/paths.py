"""Where data, logs, cache and resources live; nobody else knows."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_NAME = "casebook"


def resources() -> Path:
    """Return the folder of icons, guides, languages and dossier templates: inside the wheel, or beside the package."""
    packaged = Path(__file__).parent / "resources"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "resources"


def default_casebook() -> Path:
    """Return the casebook folder used when none is named: `$CASEBOOK_DIR`, else one in the user's data folder."""
    named = os.environ.get("CASEBOOK_DIR", "")
    return Path(named) if named else platformdirs.user_data_path(_NAME, appauthor=False) / "casebook"


def keys() -> Path:
    """Return the folder of what this computer knows of each casebook: signing keys, and the ledger's last hashes."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "keys"


def logs() -> Path:
    """Return the folder for log files."""
    return platformdirs.user_log_path(_NAME, appauthor=False)


def cache() -> Path:
    """Return the folder for derived files that may be deleted at any time."""
    return platformdirs.user_cache_path(_NAME, appauthor=False)


def settings_file() -> Path:
    """Return the path of the one settings file."""
    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.json"
