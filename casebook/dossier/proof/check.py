"""What a pack says of itself beyond its manifest: the PDF's signature, the files in it, and the time stamp."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Generator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from casebook.dossier.names import ORIGINALS, PDF, STAMP
from casebook.dossier.press import child
from casebook.dossier.proof.token import BadToken, read
from casebook.journal.progress import Progress
from casebook.journal.records import Fault

_MODULE = "casebook.dossier.proof.reader"
_LIMIT = 300.0

Found = tuple[list[Fault], list[str]]
"""Faults, and notes on what is as it should be and what that does not prove."""


def check_pdf(pdf: Path, originals: Mapping[str, str]) -> Generator[Progress, None, Found]:
    """Look into a pack's PDF. `originals` has the hash of each original by its path; only whole ones are in it.

    A child does it: the file may be made to harm whoever reads it.
    """
    with tempfile.TemporaryDirectory(prefix="casebook-verify-") as folder:
        output = Path(folder) / "found.json"
        running = child.run(_MODULE, [str(pdf), str(output)], _LIMIT)
        try:
            while True:
                try:
                    next(running)
                except StopIteration:
                    break
                yield Progress(0, 0, "pages", PDF)
        finally:
            running.close()
        if not output.is_file():
            return [Fault("cannot be read as a PDF, so that its signature was not checked", PDF)], []
        found = json.loads(output.read_text("utf-8"))
    faults, notes = _signatures(found["signatures"])
    return [*_attached(found["attachments"], originals), *faults], notes


def check_stamp(token: bytes, manifest: bytes) -> Found:
    """Hold a time stamp against the manifest that it is to be about."""
    try:
        stamp = read(token, manifest)
    except BadToken as error:
        return [Fault(f"is no time stamp of this manifest: {error}", STAMP)], []
    time = _time(stamp.time)
    return [], [
        f"time stamp: {stamp.service} states that the manifest existed at {time}; certificate issued by {stamp.issuer}",
        "whether that service is to be trusted was not checked: VERIFY.txt says how",
    ]


def _attached(attachments: list[list[str]], originals: Mapping[str, str]) -> list[Fault]:
    by_name = {PurePosixPath(path).name: digest for path, digest in originals.items() if path.startswith(ORIGINALS)}
    faults = []
    for name, digest in attachments:
        if name not in by_name:
            faults.append(Fault(f"holds an attached file that is not in the folder {ORIGINALS}: {name}", PDF))
        elif by_name[name] not in {digest, ""}:
            faults.append(Fault(f"holds another {name} than the folder {ORIGINALS}", PDF))
    return faults


def _signatures(signatures: list[dict[str, Any]]) -> Found:
    faults, notes = list[Fault](), list[str]()
    for one in signatures:
        if not one["intact"]:
            faults.append(Fault(f"was changed after {one['name']} signed it", PDF))
        elif not one["valid"]:
            faults.append(Fault(f"the signature of {one['name']} is wrong", PDF))
        elif not (one["entire"] or one["extended"]):
            faults.append(Fault(f"something was added to it after {one['name']} signed it", PDF))
        else:
            notes += _signed(one)
    return faults, notes


def _signed(one: Mapping[str, Any]) -> list[str]:
    name, print_ = one["name"], one["fingerprint"]
    whole = "the whole file" if one["entire"] else "all but what was added later to prove it"
    lines = [f"signature: {name} signed {whole}; certificate SHA-256 {print_}"]
    if one["self_signed"]:
        lines.append(f"identity not confirmed: the certificate is self-signed, nobody else says that it is {name}'s")
    else:
        lines.append(
            f"identity not checked: the certificate was issued by {one['issuer']}; whether to trust that is yours"
        )
    if one["time"]:
        when = _time(datetime.fromisoformat(one["time"]))
        lines.append(f"the signature's time, {when}, was set by the signer: it is that of the record")
    return lines


def _time(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
