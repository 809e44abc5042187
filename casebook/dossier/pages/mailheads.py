"""The annex of mail headers: every header line as it stands in the raw message, and what its signature amounts to."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header

from casebook.dossier.collect import RawHead
from casebook.dossier.names import mail_path
from casebook.dossier.pages.labels import grouped
from casebook.dossier.pages.writer import Row, Writer
from casebook.journal.incoming import DkimCheck
from casebook.journal.terms import DkimResult

_EACH, _ALL = 16 << 10, 400 << 10
"""Bytes of headers that are printed of one message, and of all of them: about a hundred pages."""
_ENCODED = re.compile(r"=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=")
_DOMAIN = re.compile(r"(?:^|;)\s*d\s*=\s*([A-Za-z0-9.-]+)")
_FIELD = re.compile(r"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)
_MOST_WORDS = 600
# What a check that passed noted beside it, found by its words.
_LIMITS = (
    ("check_part", re.compile(r"only the first (\d+) characters")),
    ("check_from", re.compile(r"From line is not signed")),
    ("check_subject", re.compile(r"subject is not signed")),
    ("check_sha1", re.compile(r"SHA-1")),
)


def mail_headers(writer: Writer) -> Row:
    """Return the headers of every raw mail, in the order of the contacts."""
    words = writer.labels.group("mail_headers")
    left, rows = _ALL, []
    for contact in writer.facts.contacts:
        head = writer.facts.headers.get(contact.id)
        if head is None:
            continue
        rows.append(_one(writer, contact.id, head, left))
        left -= min(len(head.content), _EACH)
    return {"words": dict(words), "rows": rows}


def _one(writer: Writer, number: int, head: RawHead, left: int) -> Row:
    words = writer.labels.group("mail_headers")
    shown = head.content[:_EACH] if left > 0 else b""
    if len(shown) < len(head.content):  # no half line
        shown = shown[: shown.rfind(b"\n") + 1]
    if not shown:
        more = words["not_printed"].format(bytes=grouped(head.size))
    else:
        cut = head.size - len(shown)
        more = words["cut"].format(n=grouped(cut)) if cut > 0 else ""
    fields = list(_fields(head.content))
    return {
        "number": number,
        "file": writer.line(mail_path(number).rpartition("/")[2]),
        "dkim": writer.line(_dkim(writer, fields, checked=number in writer.facts.dkim)),
        "checks": [_check(writer, check) for check in writer.facts.dkim.get(number, ())],
        "server": [writer.line(value[:_MOST_WORDS]) for name, value in fields if name == "authentication-results"],
        "lines": [writer.line(line) for line in _lines(shown)] if shown else [],
        "more": writer.line(more),
    }


def _dkim(writer: Writer, fields: list[tuple[str, str]], *, checked: bool) -> str:
    words = writer.labels.group("mail_headers")
    signatures = [value for name, value in fields if name == "dkim-signature"]
    if not signatures:
        return words["dkim_none"]
    domains = dict.fromkeys(found[1].lower() for value in signatures if (found := _DOMAIN.search(value)))
    given = words["dkim_checked" if checked else "dkim_signed"]
    return given.format(domains=writer.labels.joined(list(domains) or ["?"]))


def _check(writer: Writer, check: DkimCheck) -> Row:
    """Return what a recorded check came to, what it leaves open, and the key it was made with."""
    words, when = writer.labels.group("mail_headers"), check.fetched_at or check.recorded_at
    values = {"time": writer.labels.stamp(when), "domain": check.domain or "?", "server": check.server or "?"}
    values["name"] = f"{check.selector}._domainkey.{check.domain}"
    said = [words[f"check_{check.result.value.replace('-', '_')}"].format(**values)]
    if check.result is DkimResult.PASS:
        said += [words[key].format(n=found[1] if found.re.groups else "") for key, found in _limits(check.detail)]
        said.append(words["check_proves"])
    return {
        "text": writer.line(" ".join(said)),
        "key": [writer.plain(line) for line in textwrap.wrap(check.key_record, 96)],
    }


def _limits(detail: str) -> Iterator[tuple[str, re.Match[str]]]:
    for key, pattern in _LIMITS:
        if found := pattern.search(detail):
            yield key, found


def _fields(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield every field with its folded lines joined, its name in lower case."""
    for block in re.split(r"\r?\n(?![ \t])", _text(content)):
        if found := _FIELD.match(block):
            yield found[1].lower(), re.sub(r"\r?\n[ \t]+", " ", found[2]).strip()


def _lines(content: bytes) -> Iterator[str]:
    """Yield the lines as they stand; after a field with encoded words, what they say."""
    for block in re.split(r"\r?\n(?![ \t])", _text(content)):
        for line in re.split(r"\r?\n", block):
            inner = line.lstrip(" \t")
            # The typesetter drops blanks at the start of a line: these are kept as ones that it may not drop.
            yield "\u00a0" * min(len(line) - len(inner), 8) + inner
        if _ENCODED.search(block) and (plain := _decoded(re.sub(r"\r?\n[ \t]+", " ", block))):
            yield f"⇒ {plain}"


def _decoded(field: str) -> str:
    """Return a field with its encoded words decoded; empty where they cannot be."""
    parts = []
    try:
        for content, charset in decode_header(field):
            parts.append(
                content if isinstance(content, str) else content.decode(charset or "ascii", "backslashreplace")
            )
    except (HeaderParseError, LookupError, ValueError):
        return ""
    return " ".join("".join(parts).split())


def _text(content: bytes) -> str:
    """Return bytes as text; what is not UTF-8 stays visible by its number."""
    return content.decode("utf-8", "backslashreplace").rstrip("\r\n")
