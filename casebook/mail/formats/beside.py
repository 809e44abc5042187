"""What mail programs and desktops keep beside the mails: it is passed over without a word."""

from __future__ import annotations

from collections.abc import Sequence

_NAMES = frozenset(
    {
        "thumbs.db",
        "desktop.ini",
        "archive_browser.html",
        "table_of_contents",
        "info.plist",
        "maildirsize",
        "maildirfolder",
        "subscriptions",
        "filterlog.html",
        "popstate.dat",
    }
)
_STARTS = ("dovecot", "courierimap", "msgfilterrules")
_ENDINGS = (".msf", ".dat~", ".lock", ".emlxpart", ".plist", ".part")


def is_file(name: str) -> bool:
    """Return whether a file of this name is none to import."""
    low = name.lower()
    return name[:1] == "." or low in _NAMES or low.startswith(_STARTS) or low.endswith(_ENDINGS)


def is_folder(name: str, folders: Sequence[str]) -> bool:
    """Return whether a folder is none to look into; `folders` are those it stands among.

    Of a Maildir, `tmp` holds mails still being written; of Apple Mail's store, `Attachments` belongs to `Messages`.
    """
    beside = set(folders)
    if name == "tmp":
        return {"cur", "new"} <= beside
    return name == "__MACOSX" or (name == "Attachments" and "Messages" in beside)
