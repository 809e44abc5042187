"""Where data, logs, cache and resources live; nobody else knows."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

import platformdirs

_NAME = "casebook"


def resources() -> Path:
    """Return the folder of icons, guides, languages and dossier templates: inside the wheel, or beside the package."""
    packaged = Path(__file__).parent / "resources"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "resources"


def default_casebook() -> Path:
    """Return the casebook folder used when none is named: `$CASEBOOK_DIR`, else the one that was chosen at the first
    start, else one in the user's data folder.
    """
    if named := os.environ.get("CASEBOOK_DIR", ""):
        return Path(named)
    try:
        chosen = _chosen_file().read_text("utf-8").strip()
    except (OSError, ValueError):
        chosen = ""
    return Path(chosen) if chosen else platformdirs.user_data_path(_NAME, appauthor=False) / "casebook"


def sample_casebook() -> Path:
    """Return the folder of the sample that the window shows; it may be deleted at any time."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "sample"


def choose_casebook(folder: Path) -> None:
    """Use another casebook folder from now on when none is named. Raises OSError."""
    _chosen_file().parent.mkdir(parents=True, exist_ok=True)
    _chosen_file().write_text(f"{folder.absolute()}\n", "utf-8")


def keys() -> Path:
    """Return the folder of what this computer knows of each casebook: signing keys, and the ledger's last hashes."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "keys"


def signing() -> Path:
    """Return the folder of the keys that were made for signing dossiers; it is the user's own, and private."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "signing"


def stamps() -> Path:
    """Return the folder of what waits for an outside time stamp: where each pack lies, and whom to ask."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "stamps"


def logs() -> Path:
    """Return the folder for log files."""
    return platformdirs.user_log_path(_NAME, appauthor=False)


def cache() -> Path:
    """Return the folder for derived files that may be deleted at any time."""
    return platformdirs.user_cache_path(_NAME, appauthor=False)


def runtime() -> Path:
    """Return the folder for what only concerns programs that run now: locks, sockets, copies opened elsewhere."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # without a session there is none, and a folder of /tmp is named instead
        try:
            return platformdirs.user_runtime_path(_NAME, appauthor=False)
        except OSError:  # that folder of /tmp is somebody else's
            return cache() / "run"


def settings_file() -> Path:
    """Return the path of the one settings file."""
    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.json"


def _chosen_file() -> Path:
    return platformdirs.user_config_path(_NAME, appauthor=False) / "casebook.txt"
