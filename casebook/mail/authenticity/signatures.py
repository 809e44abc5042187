"""DKIM (RFC 6376): the signatures of a mail, and what each comes to with a key. Works without a network.

A pass proves that the domain signed these headers and this body, nothing about the person who wrote.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from casebook.journal.terms import DkimResult

MOST = 5
"""How many signatures of a mail are looked at."""
_SMALLEST_KEY = 1024
_LARGEST = 64 * 1024 * 1024
_BODY = "the body is not the one that was signed"
DETAILS = (
    "the signature is not written as the standard asks",
    "the signature cannot be checked: {reason}",
    "the signature names no domain that could be asked",
    "there is no key",
    "what is kept at that name is no key",
    "the key was taken back by the domain",
    "the name server has no key there (any more)",
    "the message cannot be read as the standard asks",
    "the body is not the one that was signed",
    "the headers are not the ones that were signed, or the key is another",
    "only the first {count} characters of the body are signed",
    "the From line is not signed",
    "the subject is not signed",
    "signed with SHA-1, which no longer counts as safe",
    "the signature says of itself that it is valid until {time} UTC",
)
"""Everything that a detail can say, for the translators; several stand with a semicolon between them."""
_QUOTED = re.compile(rb"(?m)^>(>*From )")


@dataclass(frozen=True, slots=True)
class Signature:
    """One DKIM signature as it stands in the header. `problem` says why it cannot be checked, empty where it can."""

    number: int
    domain: str = ""
    selector: str = ""
    algorithm: str = ""
    signed_at: datetime | None = None
    expires: datetime | None = None
    length: int | None = None
    """How much of the body is signed; None for all of it."""
    problem: str = ""

    @property
    def name(self) -> str:
        """Where the key is asked for."""
        return f"{self.selector}._domainkey.{self.domain}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a signature came to with a key, and what else is to be known of it."""

    result: DkimResult
    detail: str = ""


def signatures(raw: bytes) -> tuple[Signature, ...]:
    """Return the signatures of a mail, the topmost first. Never raises."""
    if len(raw) > _LARGEST:
        return ()
    message = _message(raw)
    if message is None:
        return ()
    headers = [value for name, value in message.headers if name.lower() == b"dkim-signature"]
    return tuple(_read(number, value) for number, value in enumerate(headers[:MOST]))


def check(raw: bytes, signature: Signature, record: str) -> Outcome:
    """Return what a signature comes to with a key record as a name server gave it. Never raises."""
    if signature.problem:
        return Outcome(DkimResult.UNREADABLE, signature.problem)
    problem = _key_problem(record)
    if problem is not None:
        return problem
    outcome = _verify(raw, signature, record)
    if outcome.result is DkimResult.FAIL and _QUOTED.search(raw):
        # A mailbox file puts a > before such lines; the message that was signed has it not.
        again = _verify(_QUOTED.sub(rb"\1", raw), signature, record)
        if again.result is DkimResult.PASS:
            return again
    return outcome


def _read(number: int, value: bytes) -> Signature:
    from dkim.util import InvalidTagValueList, parse_tag_value

    try:
        tags = parse_tag_value(value)
    except InvalidTagValueList:
        return Signature(number, problem="the signature is not written as the standard asks")
    text = {name.decode("ascii", "replace"): content.decode("utf-8", "replace") for name, content in tags.items()}
    domain, selector = text.get("d", "").lower().strip("."), text.get("s", "").strip(".")
    return Signature(
        number,
        domain=domain[:253],
        selector=selector[:200],
        algorithm=text.get("a", "")[:40],
        signed_at=_time(text.get("t", "")),
        expires=_time(text.get("x", "")),
        length=int(text["l"]) if re.fullmatch(r"\d{1,18}", text.get("l", "")) else None,
        problem=_problem(tags),
    )


def _problem(tags: dict[bytes, bytes]) -> str:
    import dkim

    lasting = {name: value for name, value in tags.items() if name != b"x"}  # a signature outlives its own date here
    try:
        dkim.validate_signature_fields(lasting)
    except dkim.DKIMException as error:
        return _cannot(_plain(error))
    except (ValueError, TypeError, IndexError, UnicodeError):
        return "the signature is not written as the standard asks"
    if not re.fullmatch(rb"[A-Za-z0-9._-]{1,253}", tags[b"d"]) or not re.fullmatch(
        rb"[A-Za-z0-9._-]{1,200}", tags[b"s"]
    ):
        return "the signature names no domain that could be asked"
    return ""


def _key_problem(record: str) -> Outcome | None:
    tags = dict(pair.strip().split("=", 1) for pair in record.split(";") if "=" in pair)
    tags = {name.strip(): value.strip() for name, value in tags.items()}
    if not record.strip():
        return Outcome(DkimResult.NO_KEY, "there is no key")
    if "p" not in tags:
        return Outcome(DkimResult.NO_KEY, "what is kept at that name is no key")
    if not tags["p"]:
        return Outcome(DkimResult.NO_KEY, "the key was taken back by the domain")
    return None


def _verify(raw: bytes, signature: Signature, record: str) -> Outcome:
    import dkim

    message = _message(raw)
    headers = [pair for pair in message.headers if pair[0].lower() == b"dkim-signature"] if message else []
    if signature.number >= len(headers):
        return Outcome(DkimResult.UNREADABLE, "the message cannot be read as the standard asks")
    header = headers[signature.number]
    try:
        tags = dkim.util.parse_tag_value(header[1])
        include = [name.lower() for name in re.split(rb"\s*:\s*", tags[b"h"])]
        passed = _holds(message, signature, tags, include, header, record)
    except dkim.ValidationError as error:
        body = "body hash" in str(error)
        return Outcome(DkimResult.FAIL, _BODY if body else _cannot(_plain(error)))
    except dkim.DKIMException as error:
        return Outcome(DkimResult.UNREADABLE, _cannot(_plain(error)))
    except Exception as error:  # a hostile signature or key must not end the check of the others
        return Outcome(DkimResult.UNREADABLE, _cannot(type(error).__name__))
    if not passed:
        return Outcome(DkimResult.FAIL, "the headers are not the ones that were signed, or the key is another")
    return Outcome(DkimResult.PASS, _limits(signature, tags, include))


def _holds(
    message: Any, signature: Signature, tags: dict[bytes, bytes], include: list[bytes], header: Any, record: str
) -> bool:
    import dkim

    if _is_ed25519(record):
        return _ed25519(message, tags, include, header, record)
    key = dkim.evaluate_pk(signature.name.encode(), record.encode("ascii", "replace"))
    message.pk, message.keysize, message.ktag, message.seqtlsrpt = key
    return bool(message.verify_sig_process(tags, include, header, None))


def _limits(signature: Signature, tags: dict[bytes, bytes], include: list[bytes]) -> str:
    """Return what a pass leaves open."""
    found = []
    if signature.length is not None:
        found.append(f"only the first {signature.length} characters of the body are signed")
    if b"from" not in include:
        found.append("the From line is not signed")
    if b"subject" not in include:
        found.append("the subject is not signed")
    if tags.get(b"a", b"").endswith(b"sha1"):
        found.append("signed with SHA-1, which no longer counts as safe")
    if signature.expires:
        found.append(f"the signature says of itself that it is valid until {signature.expires:%Y-%m-%d %H:%M} UTC")
    return "; ".join(found)


def _ed25519(message: Any, tags: dict[bytes, bytes], include: list[bytes], header: Any, record: str) -> bool:
    """Verify with this program's own library: the DKIM library asks for a further one for such keys (RFC 8463)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    key = re.search(r"(?:^|;)\s*p\s*=\s*([A-Za-z0-9+/=\s]+)", record)
    taken = _Taken()
    message.pk, message.keysize, message.ktag, message.seqtlsrpt = taken, 256, b"ed25519", False
    message.verify_sig_process(tags, include, header, None)
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key[1] if key else ""))
        public.verify(taken.signature, taken.digest)
    except InvalidSignature:
        return False
    return True


class _Taken:
    """Stands where the DKIM library expects a key, and takes what there is to verify."""

    digest = b""
    signature = b""

    def verify(self, digest: bytes, signature: bytes) -> None:
        self.digest, self.signature = digest, signature


def _is_ed25519(record: str) -> bool:
    return re.search(r"(?:^|;)\s*k\s*=\s*ed25519\s*(?:;|$)", record) is not None


def _message(raw: bytes) -> Any:
    import dkim

    start = re.match(rb"(?:\xef\xbb\xbf)?\s*(?:>?From [^\n]*\n)?", raw)
    try:
        return dkim.DKIM(raw[start.end() if start else 0 :], logger=_silent(), minkey=_SMALLEST_KEY)
    except Exception:  # the head is anybody's: what cannot be taken apart has no signature to check
        return None


def _silent() -> Any:
    import logging

    logger = logging.getLogger("casebook.dkim")
    logger.disabled = True  # refusals are results here; the library would write them to standard error
    return logger


def _cannot(reason: str) -> str:
    return f"the signature cannot be checked: {reason}"


def _time(text: str) -> datetime | None:
    return datetime.fromtimestamp(int(text), UTC) if re.fullmatch(r"\d{1,11}", text) else None


def _plain(error: Exception) -> str:
    """Return a library's reason on one short line."""
    text = str(error.args[0] if error.args else error)
    return " ".join(re.sub(r"b'([^']*)'", r"\1", text).split())[:200]
