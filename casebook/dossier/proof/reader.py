"""Looks into a PDF that anybody may have made: `python -m casebook.dossier.proof.reader PDF OUTPUT` (see check.py)."""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from pathlib import Path
from typing import Any

UNREADABLE = 3
"""The exit code for a file that is no PDF to these readers."""


def main(arguments: list[str]) -> int:
    """Write what a PDF carries to OUTPUT as JSON: attached files with their hashes, and what its signatures say."""
    pdf, output = map(Path, arguments)
    logging.disable()
    try:
        found = {"attachments": _attachments(pdf), "signatures": _signatures(pdf) if _may_be_signed(pdf) else []}
    except Exception as error:  # the file is anybody's, and the readers raise whatever it makes them stumble over
        sys.stderr.write(f"{type(error).__name__}: {error}")
        return UNREADABLE
    output.write_text(json.dumps(found), "utf-8")
    return 0


def _attachments(pdf: Path) -> list[list[str]]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        found = [document.get_attachment(number) for number in range(document.count_attachments())]
        return [[one.get_name(), hashlib.sha256(_content(one)).hexdigest()] for one in found]
    finally:
        document.close()


def _content(attachment: Any) -> bytes:
    import pypdfium2

    try:
        return bytes(attachment.get_data())
    except pypdfium2.PdfiumError:  # so an empty file is told of, and so is one that cannot be read: its hash differs
        return b""


def _may_be_signed(pdf: Path) -> bool:
    import mmap

    with pdf.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(b"/ByteRange") >= 0


def _signatures(pdf: Path) -> list[dict[str, Any]]:
    from pyhanko.pdf_utils.reader import PdfFileReader

    with pdf.open("rb") as file:
        return [_signature(embedded) for embedded in PdfFileReader(file).embedded_regular_signatures]


def _signature(embedded: Any) -> dict[str, Any]:
    """Return what can be said of one signature; whether its bytes are the file's, and whether they are all of it."""
    from cryptography import x509
    from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
    from pyhanko.sign.validation import SignatureCoverageLevel
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    from casebook.dossier.proof.identity import is_self_signed, name_of

    embedded.compute_integrity_info()
    intact, valid = validate_sig_integrity(
        embedded.signer_info, embedded.signer_cert, "data", embedded.compute_digest()
    )
    changes = embedded.diff_result
    harmless = isinstance(changes, DiffResult) and changes.modification_level is ModificationLevel.LTA_UPDATES
    entire = embedded.coverage is SignatureCoverageLevel.ENTIRE_FILE
    der = embedded.signer_cert.dump()
    certificate = x509.load_der_x509_certificate(der)
    when = embedded.self_reported_timestamp
    return {
        "name": name_of(certificate.subject),
        "issuer": name_of(certificate.issuer),
        "self_signed": is_self_signed(certificate),
        "fingerprint": hashlib.sha256(der).hexdigest(),
        "time": when.isoformat() if when else "",
        "intact": bool(intact),
        "valid": bool(valid),
        "entire": entire,
        # What a later stamp or revocation data adds may stand behind a revision that is signed as a whole.
        "extended": not entire and harmless and embedded.coverage is SignatureCoverageLevel.ENTIRE_REVISION,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
