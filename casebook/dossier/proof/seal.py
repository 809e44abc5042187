"""Close a pack whose PDF and originals are there: signature, VERIFY.txt, manifest, time stamp, in this order."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from casebook.dossier import pack
from casebook.dossier.collect import Facts
from casebook.dossier.names import MANIFEST, PDF
from casebook.dossier.pages.labels import Labels
from casebook.dossier.proof import stamp
from casebook.dossier.proof.identity import Credential
from casebook.dossier.proof.instructions import write_verify
from casebook.dossier.proof.sign import sign_apart
from casebook.journal.progress import Progress
from casebook.journal.terms import StampState


@dataclass(frozen=True, slots=True)
class Sealed:
    """The SHA-256 of the manifest, and where its time stamp stands."""

    manifest: str
    state: StampState


def seal(
    folder: Path, facts: Facts, labels: Labels, *, credential: Credential | None, stamp_url: str
) -> Generator[Progress, None, Sealed]:
    """Close a pack. A service that gives no time stamp does not stop it: the stamp waits. Raises OSError, BadInput."""
    if credential:
        yield from sign_apart(folder / PDF, credential, facts.as_of)
    host = stamp.host_of(stamp_url) if stamp_url else ""
    write_verify(facts, labels, folder, credential=credential, stamp_host=host)
    pack.write_manifest(folder)
    state = StampState.NONE
    if stamp_url:
        try:
            yield from stamp.stamp(folder, stamp_url)
            state = StampState.STAMPED
        except stamp.NoStamp:
            state = StampState.WAITING
    return Sealed(pack.hash_of(folder / MANIFEST), state)
