"""Packs whose time stamp has not come yet: where they lie and whom to ask, kept among the user's data."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import zipfile
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from casebook import paths
from casebook.dossier.names import MANIFEST, STAMP
from casebook.dossier.pack import add_to_zip
from casebook.dossier.proof import stamp
from casebook.journal import Journal
from casebook.journal.errors import BadInput, CasebookError, DiskTrouble, NotFound
from casebook.journal.outgoing import Export
from casebook.journal.progress import Progress
from casebook.journal.store.durable import write_whole
from casebook.journal.terms import StampState

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One pack that waits: the SHA-256 of its manifest, its folder or ZIP file, and the service to ask."""

    manifest: str
    pack: Path
    url: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one pack."""

    export: Export
    manifest: str
    pack: Path | None
    """None where nothing is known of the pack on this computer."""
    problem: CasebookError | None
    """Why it is not stamped; None where it is now."""

    @property
    def said(self) -> str:
        """The problem in words, empty where there is none."""
        return str(self.problem or "")


def remember(waiting: Waiting, folder: Path | None = None) -> None:
    """Keep where a pack lies that waits for its time stamp. Raises OSError."""
    folder = folder or paths.stamps()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = {"pack": str(waiting.pack.absolute()), "url": waiting.url}
    write_whole(_file(waiting, folder), (json.dumps(kept, ensure_ascii=False) + "\n").encode())


def find(manifest: str, folder: Path | None = None) -> list[Waiting]:
    """Return what is kept of the packs that have this manifest: the same record may lie in several places."""
    found = list[Waiting]()
    for file in sorted((folder or paths.stamps()).glob(f"{manifest}.*.json")) if _HASH.fullmatch(manifest) else ():
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(file.read_text("utf-8"))
            found.append(Waiting(manifest, Path(str(kept["pack"])), str(kept["url"])))
    return found


def all_waiting(journal: Journal, folder: Path | None = None) -> Iterator[tuple[Export, str, Waiting | None]]:
    """Yield each pack of the casebook that waits: its export, its manifest, and what is kept of it here.

    A part that is stamped already is not among them.
    """
    for export in journal.exports.waiting():
        kept = [(manifest, one) for manifest in export.manifests for one in _own(export, find(manifest, folder))]
        yield from ((export, manifest, one) for manifest, one in kept)
        if not kept:
            yield export, export.manifests[0] if export.manifests else "", None


def try_again(journal: Journal, folder: Path | None = None) -> Generator[Progress, None, list[Tried]]:
    """Ask again for every pack that waits and is still there; the record then says which exports are stamped.

    One that fails does not stop the others. Raises what the journal raises.
    """
    tried, tokens = list[Tried](), dict[str, bytes]()
    for export, manifest, kept in list(all_waiting(journal, folder)):
        problem = (yield from _try(kept, tokens)) if kept else _unknown(export)
        tried.append(Tried(export, manifest, kept.pack if kept else None, problem))
    for export in journal.exports.waiting():
        mine = [one for one in tried if one.export.id == export.id]
        if mine and not any(one.problem for one in mine):
            journal.exports.stamped(export.id, StampState.STAMPED)
    # Only now: two exports may have been written to the same place, and both wait for the one token.
    for one in tried:
        if one.pack and not one.problem:
            forget(one.manifest, one.pack, folder)
    return tried


def give_up(journal: Journal, export_id: int, folder: Path | None = None) -> None:
    """Wait no longer for the time stamp of an export. Raises NotFound, BadInput, OSError."""
    export = journal.exports.get(export_id)
    if export.stamp is not StampState.WAITING:
        raise BadInput("this export waits for no time stamp")
    for manifest in export.manifests:
        for one in _own(export, find(manifest, folder)):
            forget(manifest, one.pack, folder)
    journal.exports.stamped(export_id, StampState.NONE)


def forget(manifest: str, pack: Path, folder: Path | None = None) -> None:
    """Forget a pack: it is stamped, or is not to be. Raises OSError."""
    _file(Waiting(manifest, pack, ""), folder or paths.stamps()).unlink(missing_ok=True)


def _file(waiting: Waiting, folder: Path) -> Path:
    place = hashlib.sha256(str(waiting.pack.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
    return folder / f"{waiting.manifest}.{place[:16]}.json"


def _own(export: Export, found: list[Waiting]) -> list[Waiting]:
    """Return those packs that go by the export's name; all of them where they were renamed."""
    stem = Path(export.name).stem
    named = [one for one in found if one.pack.name == export.name or one.pack.name.startswith(f"{stem}-part-")]
    return named or found


def _unknown(export: Export) -> NotFound:
    return NotFound("this computer does not know where {name} lies: give it up, or make it again", name=export.name)


def _try(kept: Waiting, tokens: dict[str, bytes]) -> Generator[Progress, None, CasebookError | None]:
    """Return why a pack was not stamped, None if it was. `tokens` holds those that came, by manifest."""
    try:
        content = _manifest(kept.pack)
        if hashlib.sha256(content).hexdigest() != kept.manifest:
            raise NotFound("{path} is another pack by now, or was changed", path=kept.pack)
        if kept.manifest not in tokens:
            tokens[kept.manifest] = yield from stamp.ask(kept.url, content)
        _put(kept.pack, tokens[kept.manifest])
    except CasebookError as error:
        return error
    except OSError as error:
        reason = error.strerror or str(error)
        return DiskTrouble("{path} cannot be written ({reason}): check its permissions", path=kept.pack, reason=reason)
    return None


def _manifest(pack: Path) -> bytes:
    try:
        if pack.is_dir():
            return (pack / MANIFEST).read_bytes()
        with zipfile.ZipFile(pack) as archive:
            return archive.read(MANIFEST)
    except (FileNotFoundError, KeyError):
        raise NotFound("{path} is not there any more", path=pack) from None
    except zipfile.BadZipFile:
        raise NotFound("{path} is another pack by now, or was changed", path=pack) from None


def _put(pack: Path, token: bytes) -> None:
    """Put the token into a pack, whole or not at all."""
    if pack.is_dir():
        write_whole(pack / STAMP, token)
        (pack / STAMP).chmod((pack / MANIFEST).stat().st_mode & 0o777)
        return
    grown = pack.with_name(f".{pack.name}.{secrets.token_hex(4)}.tmp")
    try:
        add_to_zip(pack, grown, STAMP, token)
        os.replace(grown, pack)
    finally:
        grown.unlink(missing_ok=True)
