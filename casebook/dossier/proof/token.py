"""Read what a time-stamp service answered (RFC 3161), and hold it against the bytes that it is to be about."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

LONGEST = 1 << 18
"""The most bytes that an answer may have; usual ones have some thousand."""
_DIGESTS = ("sha256", "sha384", "sha512")
_TIME_STAMPING = "1.3.6.1.5.5.7.3.8"
_GRANTED = {"granted", "granted_with_mods"}


class BadToken(Exception):
    """The answer is no time stamp of these bytes; the argument says why, as an English clause."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a service states: that the bytes existed by a time. Whether the service is to be trusted is not in it."""

    time: datetime
    service: str
    """Whom the certificate names with which it was signed."""
    issuer: str


def query(content: bytes, nonce: int) -> bytes:
    """Return the question to a service: the content's SHA-256, a number of our own, and a wish for certificates."""
    from asn1crypto import algos, tsp

    imprint = tsp.MessageImprint(
        {
            "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
            "hashed_message": hashlib.sha256(content).digest(),
        }
    )
    asked = {"version": 1, "message_imprint": imprint, "nonce": nonce, "cert_req": True}
    return bytes(tsp.TimeStampReq(asked).dump())


def read(answer: bytes, content: bytes, nonce: int | None = None) -> Stamp:
    """Return what an answer states of the content. Raises BadToken.

    The reader takes what services send in practice: certificates in another order than strict DER asks for.
    """
    try:
        return _read(answer, content, nonce)
    except BadToken:
        raise
    except Exception as error:  # the bytes are anybody's, and the parser raises whatever they make it stumble over
        raise BadToken("it cannot be read as a time stamp") from error


def _read(answer: bytes, content: bytes, nonce: int | None) -> Stamp:
    from asn1crypto import cms, core, tsp

    class Response(core.Sequence):  # type: ignore[misc]  # the library has no types
        """As the standard has it: a service that refuses sends no token, which the library's own class demands."""

        _fields = [("status", tsp.PKIStatusInfo), ("time_stamp_token", cms.ContentInfo, {"optional": True})]  # noqa: RUF012

    if len(answer) > LONGEST:
        raise BadToken("it is too long for a time stamp")
    response = Response.load(answer, strict=True)
    if response["status"]["status"].native not in _GRANTED:
        raise BadToken("the service refused to give a time stamp")
    signed = response["time_stamp_token"]["content"]
    encapsulated = signed["encap_content_info"]
    if encapsulated["content_type"].native != "tst_info":
        raise BadToken("it cannot be read as a time stamp")
    info = encapsulated["content"].parsed
    imprint = info["message_imprint"]
    digest = imprint["hash_algorithm"]["algorithm"].native
    if digest not in _DIGESTS or hashlib.new(digest, content).digest() != imprint["hashed_message"].native:
        raise BadToken("it is a time stamp of other bytes")
    if nonce is not None and info["nonce"].native != nonce:
        raise BadToken("it answers another question than the one that was sent")
    time: datetime = info["gen_time"].native
    certificate = _signer(signed, encapsulated["content"].contents, time)
    from casebook.dossier.proof.identity import name_of

    return Stamp(time, name_of(certificate.subject), name_of(certificate.issuer))


def _signer(signed: Any, content: bytes, time: datetime) -> Certificate:
    """Return the certificate with which a token was signed, after its signature was found right. Raises BadToken."""
    from cryptography import x509
    from pyhanko.sign.general import extract_certificate_info
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    if len(signed["signer_infos"]) != 1:
        raise BadToken("it is not signed by exactly one service")
    signer = signed["signer_infos"][0]
    own = extract_certificate_info(signed).signer_cert
    digest = hashlib.new(signer["digest_algorithm"]["algorithm"].native, content).digest()
    same, valid = validate_sig_integrity(signer, own, "tst_info", digest)
    if not (same and valid) or not _names(signer, own.dump()):
        raise BadToken("its signature is wrong")
    certificate = x509.load_der_x509_certificate(own.dump())
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    if not usage.critical or [use.dotted_string for use in usage.value] != [_TIME_STAMPING]:
        raise BadToken("its certificate is not one for time stamps")
    if not certificate.not_valid_before_utc <= time <= certificate.not_valid_after_utc:
        raise BadToken("its certificate was not valid at the time that it states")
    return certificate


def _names(signer: Any, certificate: bytes) -> bool:
    """Return whether what was signed names the very certificate, so that no other of the same key takes its place."""
    from pyhanko.sign.validation.generic_cms import get_signing_cert_attr

    named = get_signing_cert_attr(signer["signed_attrs"])
    if named is None:
        return False
    first = named["certs"][0]
    digest = "sha1" if "hash_algorithm" not in first.native else first["hash_algorithm"]["algorithm"].native
    return bool(hashlib.new(digest, certificate).digest() == first["cert_hash"].native)
