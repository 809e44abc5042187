"""The marks that support desk software leaves in a message, found by the patterns of `resources/mail/desks.toml`.

A mark tells which messages belong to one request and what number the firm gave it, never who wrote the message.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from casebook import paths
from casebook.journal.errors import BadInput
from casebook.journal.incoming import Mark
from casebook.mail.message.headers import Headers

ANY = "any"
"""The `system` of a mark that only a word such as "ticket" before the number tells."""

_FIRST_TEXT, _LAST_TEXT, _LAST_HTML = 20_000, 2_000, 40_000
_LABELLED_TEXT = 6_000  # a number with its label stands near the top
_LONGEST_HEADER = 20_000
_MOST_TICKETS = 5
_MOST_NUMBERS = 200
_LONGEST_LABEL = 40
_LABELS = ("words", "fillers")
_DIGITS = "0123456789"
_SIGNS = ":#([：№＃（"
_NUMBER = re.compile(
    rf"[{re.escape(_SIGNS)}]\s{{0,2}}#?"
    r"(?P<number>(?=[A-Za-z-]{0,20}\d)[A-Za-z0-9]{1,20}(?:-[A-Za-z0-9]{1,20}){0,4})(?<=[\w-]{3})(?![\w@]|[.:/-]\w)"
)
_ID_HEADERS = ("message-id", "in-reply-to", "references")
_WORDS = frozenset({"subject", "text", "html"})
_QUOTE = re.compile(
    r"\n(?:>|-{2,} ?(?:Original|原始|Forwarded|转发|轉寄)|_{10,}\n|On .{10,200}wrote:|在.{5,100}写道[:：])"
)


@dataclass(frozen=True, slots=True)
class _Find:
    """One pattern, and where it is looked for."""

    where: str
    pattern: re.Pattern[str]
    needle: str
    alone: bool


@dataclass(frozen=True, slots=True)
class _Desk:
    """One desk's software: by what it is known, and what it leaves."""

    id: str
    name: str
    prefixes: tuple[str, ...]
    signed_by: tuple[tuple[str, tuple[bytes, ...]], ...]
    finds: tuple[_Find, ...]
    alone: tuple[_Find, ...]


@dataclass(frozen=True, slots=True)
class Desks:
    """All desks of a file, and the words that stand before a number whatever the software."""

    desks: tuple[_Desk, ...]
    label: re.Pattern[str]
    prefixes: tuple[str, ...]
    """Of every desk's signs, so that the names of a message's headers are gone through once."""
    signed_by: Mapping[str, tuple[tuple[bytes, str], ...]]
    """By header: the words by which a desk is told, and which."""
    alone: Mapping[str, tuple[tuple[str, str], ...]]
    """By place: the needles of what is taken without a sign, and whose it is."""

    def name(self, system: str) -> str:
        """Return what a desk is called, empty for `any`."""
        return next((desk.name for desk in self.desks if desk.id == system), "")

    def signed(self, headers: Headers, names: frozenset[str]) -> set[str]:
        """Return the desks whose software signed a message."""
        found = set[str]()
        for name in names:
            if name.startswith(self.prefixes):
                found.update(desk.id for desk in self.desks if name.startswith(desk.prefixes))
        for name, wanted in self.signed_by.items():
            if name in names:
                value = b"\n".join(each[:2_000] for each in headers.all(name)[:10]).lower()
                found.update(desk for words, desk in wanted if words in value)
        return found

    def quoted(self, message: _Message, names: frozenset[str]) -> set[str]:
        """Return the desks of which there may be a mark in a message that they did not send."""
        found = set[str]()
        for where, needles in self.alone.items():
            if where in _WORDS or where == "ids" or where in names:
                part = message.part(where).lower()
                found.update(desk for needle, desk in needles if needle in part)
        return found


@dataclass(slots=True)
class _Pieces:
    """What was found of one desk in one message."""

    signed: bool
    key: str = ""
    account: str = ""
    tickets: list[str] = field(default_factory=list)

    def take(self, found: re.Match[str], *, with_key: bool) -> None:
        groups = found.groupdict()
        if with_key and not self.key and groups.get("key"):
            self.key = groups["key"] + (groups.get("key2") or "")
        self.account = self.account or groups.get("account") or ""
        ticket = groups.get("ticket")
        if ticket and ticket not in self.tickets and len(self.tickets) < _MOST_TICKETS:
            self.tickets.append(ticket)

    def marks(self, system: str) -> list[Mark]:
        if not self.tickets:
            return [Mark(system, "", self.key, self.account)] if self.signed or self.key else []
        first, *rest = self.tickets
        return [Mark(system, first, self.key, self.account), *(Mark(system, each, "", self.account) for each in rest)]


@dataclass(slots=True)
class _Message:
    """One message as the patterns look at it; each part is made ready when it is first asked for."""

    headers: Headers
    subject: str
    text: str
    html: str
    _ids: str | None = None
    _words: str | None = None

    def part(self, where: str) -> str:
        if where == "subject":
            return self.subject
        if where == "text":
            if self._words is None:
                long = len(self.text) > _FIRST_TEXT + _LAST_TEXT
                self._words = f"{self.text[:_FIRST_TEXT]}\n{self.text[-_LAST_TEXT:]}" if long else self.text
            return self._words
        if where == "html":
            return self.html[-_LAST_HTML:]
        if where == "ids":
            if self._ids is None:
                values = b" ".join(b"".join(self.headers.get(name)[:_LONGEST_HEADER].split()) for name in _ID_HEADERS)
                self._ids = values.decode("latin-1")
            return self._ids
        return self.headers.get(where)[:_LONGEST_HEADER].decode("latin-1")


def marks(headers: Headers, subject: str, text: str, html: str = "") -> tuple[Mark, ...]:
    """Return what support desks left in a message. `html` is its markup, where it has any. Never raises."""
    known = _usual()
    message, found = _Message(headers, subject, text, html), list[Mark]()
    names = headers.names()
    signed = known.signed(headers, names)
    if likely := signed | known.quoted(message, names):
        for desk in known.desks:
            if desk.id in likely:
                found += _of_desk(desk, message, names, signed=desk.id in signed)
    tickets = {mark.ticket for mark in found if mark.ticket}
    found += [Mark(ANY, number) for number in _labelled(known, subject, text) if number not in tickets]
    return tuple(found)


def keys(found: Iterable[Mark]) -> tuple[str, ...]:
    """Return what tells the conversation by these marks, as `NewMail.thread_keys` holds it."""
    return tuple(dict.fromkeys(f"{mark.system}:{mark.key}" for mark in found if mark.key))


@cache
def _usual() -> Desks:
    return desks(paths.resources() / "mail" / "desks.toml")


@cache
def desks(file: Path) -> Desks:
    """Return the desks of a file. Raises BadInput naming the desk where a field is missing, misspelt or wrong."""
    try:
        document = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput("the guide file {file} cannot be read: {reason}", file=file.name, reason=str(error)) from None
    made = [_desk(file.name, entry) for entry in document.get("desk", []) if not entry.get("switched_off")]
    labels = document.get("labels", {"words": [], "fillers": []})
    if set(document) - {"desk", "labels"} or len({desk.id for desk in made}) < len(made):
        raise _wrong(file.name, "", "only [[desk]] tables, each with an id of its own, and [labels]")
    if set(labels) != set(_LABELS):
        raise _wrong(file.name, "labels", "words and fillers")
    words, fillers = ("|".join(map(re.escape, sorted(labels[name], key=len, reverse=True))) for name in _LABELS)
    label = re.compile(
        rf"(?:(?<![^\W\d_])|(?<=[^\x00-\x7f])|(?=[^\x00-\x7f]))(?:{words})(?:\s{{0,2}}(?:{fillers}))?\s{{0,2}}$"
    )
    by_header: dict[str, list[tuple[bytes, str]]] = {}
    for desk in made:
        for header, wanted in desk.signed_by:
            by_header.setdefault(header, []).extend((each, desk.id) for each in wanted)
    prefixes = tuple(prefix for desk in made for prefix in desk.prefixes)
    alone: dict[str, list[tuple[str, str]]] = {}
    for desk in made:
        for find in desk.alone:
            alone.setdefault(find.where, []).append((find.needle, desk.id))
    return Desks(
        tuple(made),
        label,
        prefixes,
        {name: tuple(wanted) for name, wanted in by_header.items()},
        {k: tuple(v) for k, v in alone.items()},
    )


def _of_desk(desk: _Desk, message: _Message, names: frozenset[str], *, signed: bool) -> list[Mark]:
    """Return the marks of one desk in a message."""
    pieces = _Pieces(signed)
    for find in desk.finds if signed else desk.alone:
        in_words = find.where in _WORDS
        if not in_words and find.where != "ids" and find.where not in names:
            continue
        where = message.part(find.where)
        if not where or (find.needle and find.needle not in where and find.needle not in where.lower()):
            continue
        if found := find.pattern.search(where):
            pieces.take(found, with_key=signed or not in_words)
    return pieces.marks(desk.id)


def _labelled(known: Desks, subject: str, text: str) -> list[str]:
    """Return the numbers that stand behind a word such as "ticket", of the subject and of the words above a quote."""
    found = list[str]()
    own = "" if text.startswith(">") else text[:_LABELLED_TEXT]
    if quote := _QUOTE.search(own):
        own = own[: quote.start()]
    for part in (subject, own):
        for number in sorted(_numbers(part), key=re.Match.start):
            before = part[max(0, number.start() - _LONGEST_LABEL) : number.start()].lower()
            shown = number["number"]
            if known.label.search(before) and shown not in found and len(found) < _MOST_TICKETS:
                found.append(shown)
    return found


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers behind a colon, a hash sign or a bracket."""
    for sign in _SIGNS[:4] if text.isascii() else _SIGNS:  # finding one character is ten times faster than a pattern
        at = text.find(sign)
        for _ in range(_MOST_NUMBERS):
            if at < 0:
                break
            if not (at and text[at - 1] in _DIGITS) and (found := _NUMBER.match(text, at)):  # 14:03 is no ticket
                yield found
            at = text.find(sign, at + 1)


_FIELDS = {"id", "name", "source", "checked_on", "signs", "signed_by"}


def _desk(file: str, entry: Mapping[str, Any]) -> _Desk:
    name = str(entry.get("id") or "without id")
    if wrong := _FIELDS ^ (set(entry) - {"find", "switched_off"}):
        raise _wrong(file, name, f"fields {', '.join(sorted(wrong))}")
    if not all(sign == sign.lower() for sign in entry["signs"]):
        raise _wrong(file, name, "signs in lower case")
    finds = tuple(_find(file, name, find) for find in entry.get("find", []))
    return _Desk(
        id=name,
        name=entry["name"],
        prefixes=tuple(sign.removesuffix("*") for sign in entry["signs"]) or ("\0",),
        signed_by=tuple((header, tuple(word.encode() for word in words)) for header, words in entry["signed_by"]),
        finds=finds,
        alone=tuple(find for find in finds if find.alone),
    )


def _find(file: str, desk: str, entry: Mapping[str, Any]) -> _Find:
    if set(entry) - {"in", "pattern", "needle", "alone"} or not {"in", "pattern"} <= set(entry):
        raise _wrong(file, desk, "each find has in and pattern, and may have needle and alone")
    if (entry["in"] in {"text", "html"} or entry.get("alone")) and not entry.get("needle"):
        raise _wrong(file, desk, "what is looked for in text or html, or alone, has a needle")
    try:
        pattern = re.compile(entry["pattern"])
    except re.error as error:
        raise _wrong(file, desk, f"pattern: {error}") from None
    if not set(pattern.groupindex) & {"ticket", "key", "account"}:
        raise _wrong(file, desk, "each pattern has a group ticket, key or account")
    return _Find(entry["in"], pattern, entry.get("needle", ""), bool(entry.get("alone")))


def _wrong(file: str, desk: str, problem: str) -> BadInput:
    return BadInput("the guide file {file}, rule {rule}: {problem}", file=file, rule=desk, problem=problem)
