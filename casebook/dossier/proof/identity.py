"""With whose key a dossier is signed: a certificate file of the user's, or one made here for a name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook import paths
from casebook.dossier.choices import Signing
from casebook.journal.errors import BadInput, DiskTrouble
from casebook.journal.store.durable import write_whole

if TYPE_CHECKING:
    from cryptography.x509 import Certificate, Name

_BITS = 3072
_YEARS = timedelta(days=3652)
_LONGEST_FILE = 1 << 20
_LONGEST_NAME = 64  # a certificate's common name has no room for more
_PEM_CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_PEM_KEY = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----.+?-----END [A-Z ]*PRIVATE KEY-----", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Credential:
    """A private key with its certificate, both DER, and the further certificates that came with them."""

    key: bytes
    certificate: bytes
    chain: tuple[bytes, ...]
    subject: str
    """Whom the certificate names, in one line."""
    self_signed: bool
    """Whether nobody else vouches for the name."""

    @property
    def fingerprint(self) -> str:
        """The certificate's SHA-256, by which two people compare it."""
        return hashlib.sha256(self.certificate).hexdigest()


def credential(signing: Signing, as_of: datetime, folder: Path | None = None) -> Credential:
    """Return what to sign with; for a name a certificate is made where there is none yet.

    One that was made is kept in `folder` (left out: among the user's data), so that the same name signs with the same
    key. Raises BadInput, DiskTrouble.
    """
    if signing.file is not None:
        return _of_file(signing.file, signing.passphrase, as_of)
    name = " ".join(signing.name.split())
    if not name or not name.isprintable() or len(name.encode()) > _LONGEST_NAME:
        raise BadInput(
            "a signature needs a certificate file, or a name to make one for: at most 64 letters, or 21 Chinese ones"
        )
    try:
        return _of_name(name, as_of, folder or paths.signing())
    except OSError as error:
        reason = error.strerror or str(error)
        raise DiskTrouble("the key for signing cannot be kept ({reason}): free some space", reason=reason) from error


def opens(path: Path, passphrase: str) -> bool:
    """Return whether a certificate file opens with a passphrase; what cannot be read at all needs none."""
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_FILE)
        (_pem if b"-----BEGIN " in content else _pkcs12)(content, passphrase.encode() or None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return False
    except OSError:
        return True
    return True


def name_of(name: Name) -> str:
    """Return a certificate's subject or issuer in one line, its common name first."""
    from cryptography.x509.oid import NameOID

    common = [str(part.value) for part in name.get_attributes_for_oid(NameOID.COMMON_NAME)]
    words = ", ".join([*common, *(str(part.value) for part in name if part.oid != NameOID.COMMON_NAME)]) or "—"
    # A certificate may hold whatever somebody wrote into it: line breaks and marks that turn the text around too.
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in words)


def is_self_signed(certificate: Certificate) -> bool:
    """Return whether a certificate vouches for itself."""
    from cryptography.exceptions import InvalidSignature

    try:
        certificate.verify_directly_issued_by(certificate)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _of_file(path: Path, passphrase: str, as_of: datetime) -> Credential:
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_FILE)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(
            "the certificate file {path} cannot be read ({reason}): check its name", path=path, reason=reason
        ) from error
    read = _pem if b"-----BEGIN " in content else _pkcs12
    try:
        key, certificates = read(content, passphrase.encode() or None)
        own = next((c for c in certificates if key and c.public_key() == key.public_key()), None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise BadInput(
            "{path} cannot be opened with this passphrase, or is no certificate file (.p12, .pfx or .pem)", path=path
        ) from error
    if own is None:
        raise BadInput("{path} holds no private key with its certificate: export both into one .p12 file", path=path)
    _require_useful(key, own, path, as_of)
    return _made(key, own, [c for c in certificates if c != own])


def _pkcs12(content: bytes, passphrase: bytes | None) -> tuple[Any, list[Certificate]]:
    from cryptography.hazmat.primitives.serialization import pkcs12

    key, own, more = pkcs12.load_key_and_certificates(content, passphrase)
    return key, [c for c in (own, *more) if c is not None]


def _pem(content: bytes, passphrase: bytes | None) -> tuple[Any, list[Certificate]]:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    found = _PEM_KEY.search(content)
    if found and passphrase and b"ENCRYPTED" not in found[0]:
        passphrase = None
    key = load_pem_private_key(found[0] + b"\n", passphrase) if found else None
    return key, [x509.load_pem_x509_certificate(c + b"\n") for c in _PEM_CERTIFICATE.findall(content)]


def _require_useful(key: Any, certificate: Certificate, path: Path, as_of: datetime) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa

    known = (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey, ed25519.Ed25519PrivateKey, ed448.Ed448PrivateKey)
    if not isinstance(key, known):
        raise BadInput(
            "the key in {path} is of a kind that cannot sign a PDF: take RSA or an elliptic curve", path=path
        )
    if certificate.not_valid_after_utc < as_of:
        ended = certificate.not_valid_after_utc.date().isoformat()
        raise BadInput("the certificate in {path} ended on {date}: choose a newer one", path=path, date=ended)


def _made(key: Any, certificate: Certificate, chain: Iterable[Certificate]) -> Credential:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return Credential(
        key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        certificate.public_bytes(Encoding.DER),
        tuple(sorted(c.public_bytes(Encoding.DER) for c in chain)),
        name_of(certificate.subject),
        is_self_signed(certificate),
    )


def _of_name(name: str, as_of: datetime, folder: Path) -> Credential:
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    path = folder / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.pem"
    key: Any = None
    if path.is_file():
        key, certificates = _pem(path.read_bytes(), None)
        if key and certificates and as_of < certificates[0].not_valid_after_utc:
            return _made(key, certificates[0], ())
    key = key or rsa.generate_private_key(65537, _BITS)
    certificate = _certify(name, key, as_of)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_whole(path, private + certificate.public_bytes(Encoding.PEM))
    return _made(key, certificate, ())


def _certify(name: str, key: Any, as_of: datetime) -> Certificate:
    """Return a self-signed certificate. It begins with the day of the record, which is the time a signature names."""
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.x509.oid import NameOID

    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begin = as_of.replace(hour=0, minute=0, second=0, microsecond=0)
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign", "encipher_only",
         "decipher_only"), False
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + _YEARS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )
