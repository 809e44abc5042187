"""How an address, a domain, a handle or a number is written down, so that two ways of writing it are one value."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from casebook.journal.errors import BadInput
from casebook.journal.terms import OfficialKind

_DOTS = re.compile("[\u3002\uff0e\uff61]")  # full stops that browsers take for the dot of a host name
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"\+?[0-9]{5,20}")
_LONGEST_HOST = 253


def fold_host(text: str) -> str:
    """Return a host name in lower case and in the ASCII form that name servers use (`xn--…`). Never raises."""
    plain = _DOTS.sub(".", unicodedata.normalize("NFKC", text)).strip().strip(".").lower()
    return plain if plain.isascii() else ".".join(_ascii(label) for label in plain.split("."))


def shown_host(host: str) -> str:
    """Return a host name with its `xn--` labels in the letters they stand for. Never raises."""
    return ".".join(_unicode(label) for label in host.split(".")) if "xn--" in host else host


def fold_address(text: str) -> str:
    """Return a mail address in lower case, its host as `fold_host` gives it; empty where it is none."""
    name, at, host = text.strip().strip("<>").lower().removeprefix("mailto:").rpartition("@")
    return f"{name}@{fold_host(host)}" if at and name and host else ""


def folded(kind: OfficialKind, text: str) -> str:
    """Return the form in which a value is kept and compared. Raises BadInput for what is none of its kind."""
    if kind is OfficialKind.ADDRESS:
        address = fold_address(text)
        if not address or " " in address or not _is_host(address.rpartition("@")[2]):
            raise BadInput("'{address}' is not a mail address: write name@example.org", address=text.strip())
        return address
    if kind in {OfficialKind.DOMAIN, OfficialKind.SITE}:
        host = fold_host(_host_of(text))
        if not _is_host(host):
            raise BadInput("'{domain}' is not a domain: write example.org", domain=text.strip())
        return host
    if kind is OfficialKind.PHONE:
        number = re.sub(r"[\s()./\u2010-\u2015-]+", "", unicodedata.normalize("NFKC", text))
        if not _NUMBER.fullmatch(number):
            raise BadInput("'{phone}' is not a phone number: write +65 6123 4567", phone=text.strip())
        return number
    return fold_handle(text)


def fold_handle(text: str) -> str:
    """Return a handle without its @ and the address of its page, in lower case. Raises BadInput for none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if "/" in plain:
        plain = next((part for part in reversed(plain.split("?")[0].split("/")) if part), "")
    plain = plain.lstrip("@").lower()
    if not plain or re.search(r"\s", plain):
        raise BadInput("'{handle}' is not a handle: write it without spaces, such as @name", handle=text.strip())
    return plain


def _host_of(text: str) -> str:
    plain = text.strip()
    try:
        host = urlsplit(plain if "//" in plain else f"//{plain}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("*.").removeprefix("www.")


def _is_host(host: str) -> bool:
    labels = host.split(".")
    return len(labels) > 1 and len(host) <= _LONGEST_HOST and all(map(_LABEL.fullmatch, labels))


def _ascii(label: str) -> str:
    if label.isascii():
        return label
    try:
        return label.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return "xn--" + label.encode("punycode").decode("ascii").lower()


def _unicode(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label
