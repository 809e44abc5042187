"""Sign a dossier's PDF (PAdES B-B, nothing visible on a page), so that the same key and record give the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Generator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.dossier.press import child
from casebook.dossier.proof.identity import Credential
from casebook.journal.errors import CasebookError, DiskTrouble
from casebook.journal.progress import Progress

if TYPE_CHECKING:
    from pyhanko.sign.signers import PdfSigner, Signer

_MODULE = "casebook.dossier.proof.sign"
_FIELD = "Signature1"
_LIMIT = 300.0
DISK = 4
"""The exit code of the child where the result could not be written."""


def sign_apart(pdf: Path, credential: Credential, as_of: datetime) -> Generator[Progress, None, None]:
    """Sign a PDF in place, in a child that can be stopped at any moment; the key goes to it through a pipe.

    Raises DiskTrouble, CasebookError.
    """
    known = {
        **asdict(credential),
        "key": credential.key.hex(),
        "certificate": credential.certificate.hex(),
        "chain": [one.hex() for one in credential.chain],
    }
    ended = yield from child.watched(
        _MODULE,
        [str(pdf), as_of.isoformat()],
        _LIMIT,
        Progress(0, 0, "sign", credential.subject),
        json.dumps(known).encode(),
    )
    if ended.code == DISK:
        raise DiskTrouble(
            "the dossier cannot be written ({reason}): free some space and export again", reason=ended.error
        )
    if ended.code:
        reason = ended.error.splitlines()[-1] if ended.error else f"exit code {ended.code}"
        raise CasebookError("the dossier could not be signed ({reason}); the record is unchanged", reason=reason)


def main(arguments: list[str]) -> int:
    """Sign a PDF with the key that comes through standard input; return an exit code."""
    pdf, as_of = arguments
    known = json.load(sys.stdin)
    unpacked = {name: bytes.fromhex(known[name]) for name in ("key", "certificate")}
    chain = tuple(bytes.fromhex(one) for one in known["chain"])
    try:
        sign(Path(pdf), Credential(**{**known, **unpacked, "chain": chain}), datetime.fromisoformat(as_of))
    except OSError as error:
        sys.stderr.write(error.strerror or str(error))
        return DISK
    return 0


def sign(pdf: Path, credential: Credential, as_of: datetime) -> None:
    """Sign a PDF in place. The time that the signature names is that of the record: nothing in it is of the moment.

    The file must end with a newline, or the signature would begin in the middle of a line. Raises OSError.
    """
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Writer(IncrementalPdfFileWriter):
        """Adds the signature and changes nothing else; the file's second identifier follows from what is signed."""

        def _update_meta(self) -> None:
            pass

        @classmethod
        def _handle_id(cls, prev: Any) -> Any:
            first = prev.trailer["/ID"][0]
            own = first.original_bytes if isinstance(first, generic.TextStringObject) else bytes(first)
            second = hashlib.sha256(own + credential.certificate).digest()[:16]
            return generic.ArrayObject([generic.ByteStringObject(own), generic.ByteStringObject(second)])

    signed = pdf.with_suffix(".signed")
    with pdf.open("rb") as source, signed.open("w+b") as out:
        _pdf_signer(credential, as_of).sign_pdf(Writer(source), output=out)
    os.replace(signed, pdf)


def _pdf_signer(credential: Credential, as_of: datetime) -> PdfSigner:
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    class AtTheRecordsTime(PdfSigner):
        def init_signing_session(self, *arguments: Any, **options: Any) -> Any:
            session = super().init_signing_session(*arguments, **options)
            session.system_time = as_of
            return session

    how = PdfSignatureMetadata(
        field_name=_FIELD, md_algorithm=_digest(credential), subfilter=SigSeedSubFilter.PADES, name=credential.subject
    )
    return AtTheRecordsTime(how, _signer(credential))


def _signer(credential: Credential) -> Signer:
    from asn1crypto import keys, x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import load_der_private_key
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class Repeatable(SimpleSigner):
        """Signs the same bytes with the same signature, with elliptic curves too (RFC 6979)."""

        def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
            private = load_der_private_key(credential.key, None)
            if not isinstance(private, ec.EllipticCurvePrivateKey):
                return bytes(super().sign_raw(data, digest_algorithm))
            return private.sign(data, ec.ECDSA(SHA256(), deterministic_signing=True))

    store = SimpleCertificateStore()
    store.register_multiple([x509.Certificate.load(der) for der in credential.chain])
    return Repeatable(
        x509.Certificate.load(credential.certificate), keys.PrivateKeyInfo.load(credential.key), cert_registry=store
    )


def _digest(credential: Credential) -> str:
    """Return the digest to sign: Ed25519 and Ed448 go with one of their own."""
    from cryptography.hazmat.primitives.asymmetric import ed448, ed25519
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    private = load_der_private_key(credential.key, None)
    if isinstance(private, ed448.Ed448PrivateKey):
        return "shake256"
    return "sha512" if isinstance(private, ed25519.Ed25519PrivateKey) else "sha256"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
