"""Whether a server is the one it says it is: by those this computer trusts, or by a fingerprint the user accepted."""

from __future__ import annotations

import hashlib
import ssl

from casebook.mail.mailbox.errors import Exchanged, Untrusted

_REASONS = {
    9: "it is not valid yet",
    10: "it has expired",
    18: "it is signed by itself",
    19: "it is signed by itself",
    20: "this computer does not know who signed it",
    21: "this computer does not know who signed it",
    62: "it is made out for another server",
    64: "it is made out for another server",
}
"""OpenSSL's numbers for what is wrong with a certificate (X509_V_ERR_…)."""


def usual_context() -> ssl.SSLContext:
    """Return the system's own rules: a valid chain, the right name."""
    return ssl.create_default_context()


def open_context() -> ssl.SSLContext:
    """Return the context with which a certificate is looked at. Its fingerprint is to be compared before a login."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def fingerprint_of(connection: ssl.SSLSocket) -> str:
    """Return the SHA-256 of the server's certificate in hexadecimal digits."""
    return hashlib.sha256(connection.getpeercert(binary_form=True) or b"").hexdigest()


def for_people(fingerprint: str) -> str:
    """Return a fingerprint as it is written for people to compare: `AB:CD:…`."""
    return ":".join(fingerprint[at : at + 2] for at in range(0, len(fingerprint), 2)).upper()


def untrusted(host: str, error: ssl.SSLCertVerificationError, shown: str, accepted: str) -> Untrusted:
    """Return the question to the user: whether the certificate with this fingerprint is to be accepted."""
    reason = _REASONS.get(error.verify_code, error.verify_message)
    if accepted:
        return Exchanged(
            "{host} shows another certificate than the one you accepted: somebody may stand in between; ask your "
            "provider, and accept the new SHA-256 fingerprint only if it is theirs: {fingerprint}",
            host=host,
            fingerprint=for_people(shown),
        )
    return Untrusted(
        "the certificate of {host} proves nothing ({reason}): accept its SHA-256 fingerprint only if your provider "
        "states the same: {fingerprint}",
        host=host,
        reason=reason,
        fingerprint=for_people(shown),
    )
