"""Exported chats as a stream for the importer: which program made a file, whose chats are in it, what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from casebook.journal.errors import BadInput, NotFound
from casebook.journal.times import system_zone
from casebook.mail.chats import discord, places, telegram, whatsapp
from casebook.mail.chats.json_stream import BrokenJson, JsonStream
from casebook.mail.chats.lines import Conversation, Line
from casebook.mail.chats.stretches import Known, Reading, Teller, nothing_known, stretches
from casebook.mail.chats.telegram import Wanted
from casebook.mail.formats import reasons
from casebook.mail.formats.found import Failure, Found, Source

_SNIFF = 65_536
_NAMED_AT_MOST = 8
_ENDINGS = frozenset({".json", ".txt", ".zip"})
_MAILS = frozenset({".eml", ".emlx", ".mbox", ".mbx", ".mbs", ".msg", ".mail", ".email", ".dat", ".tnef", *_ENDINGS})


@dataclass(frozen=True, slots=True)
class Export:
    """A file that a chat program exported. `member` is the chat's own name where the file is an archive."""

    path: Path
    program: str
    member: str = ""
    title: str = ""
    """With whom it is, where only the file's name says so."""


def detect(path: Path, start: bytes = b"") -> Export | None:
    """Return which program exported a file, None where it is no exported chat. `start` is its beginning, if known."""
    try:
        start = start or _start(path)
    except OSError:
        return None
    if start.startswith(b"PK\x03\x04"):
        return _in_archive(path)
    if program := _program(start):
        return Export(path, program, title=whatsapp.title_of(path.name) or whatsapp.title_of(path.parent.name))
    return None


def chosen(path: Path) -> Export:
    """Return the export that a file is. Raises NotFound, BadInput for a file that is none."""
    if not path.is_file():
        raise NotFound("there is no file {path}: check the name", path=path)
    if export := detect(path):
        return export
    raise BadInput(
        "{path} is no exported chat: choose the result.json of Telegram, the JSON of a Discord export, or the text that"
        " WhatsApp exports",
        path=path,
    )


def apart(sources: Sequence[Source]) -> tuple[list[Source], list[tuple[Source, Export]]]:
    """Return the files that are no chats, and the exported chats; pictures and the like beside a chat are neither."""
    chats = dict[int, Export]()
    for place, source in enumerate(sources):
        if source.path.suffix.lower() in _ENDINGS and (export := detect(source.path)):
            chats[place] = export
    folders = {export.path.parent for export in chats.values() if not export.member}
    rest = [source for place, source in enumerate(sources) if place not in chats and not _belongs(source.path, folders)]
    return rest, [(sources[place], export) for place, export in chats.items()]


def with_mails(
    sources: Sequence[Source],
    mails: Callable[[Sequence[Source]], Iterator[Found | Failure]],
    known: Known,
    reading: Reading | None = None,
) -> Iterator[Found | Failure]:
    """Yield what `mails` finds in these files, and after that what the exported chats among them bring."""
    rest, chats = apart(sources)
    yield from mails(rest)
    yield from stream(chats, reading, known, sum(source.size for source in sources))


def stream(
    chats: Sequence[tuple[Source, Export]], reading: Reading | None, known: Known, total: int
) -> Iterator[Found | Failure]:
    """Yield what all these exports bring; their bytes are the last of the `total`."""
    before = total - sum(source.size for source, _export in chats)
    for source, export in chats:
        try:
            yield from found(export, reading or Reading(system_zone()), known, name=source.name, before=before)
        except OSError as error:
            yield Failure(source.name, reasons.CANNOT_BE_READ.format(reason=error.strerror or str(error)))
        before += source.size


def found(
    export: Export, reading: Reading, known: Known = nothing_known, *, name: str = "", before: int = 0
) -> Iterator[Found | Failure]:
    """Yield the wanted conversations of an export, a stretch at a time, as `importer.take` wants them.

    Where several are in it and `reading.only` names none, nothing is read: others than the firm may be in there.
    Raises OSError.
    """
    name = name or export.path.name
    try:
        if reading.only is None and len(there := conversations(export, reading)) > 1:
            yield Failure(name, _choose(there))
            return
        size = export.path.stat().st_size
        source = f"{name}\n, SHA-256 of the file {places.digest(export.path)}"
        with places.opened(export.path, export.member) as opened:
            for each in _found(opened, export, reading, known, source):
                yield each if isinstance(each, Failure) else _at(each, before, size, packed=bool(export.member))
    except BadInput as error:
        yield Failure(name, str(error))
    except ValueError as error:
        yield Failure(name, reasons.CHATS_PACKED.format(reason=error))


def conversations(export: Export, reading: Reading | None = None) -> list[Conversation]:
    """Return the conversations of an export, without reading their lines. Raises OSError, BadInput."""
    there = list[Conversation]()

    def note(conversation: Conversation) -> bool:
        there.append(conversation)
        return conversation.alone  # then it is wanted, so that nothing more is read

    try:
        with places.opened(export.path, export.member) as opened:
            for event in _events(opened.file, export, reading or Reading(), note):
                # Where nothing is wanted nothing comes; the only conversation of a file comes at once.
                return [event] if isinstance(event, Conversation) else there
    except BrokenJson:
        pass  # what comes after the damage cannot be told
    except ValueError as error:
        raise BadInput("{path} cannot be read: {reason}", path=export.path, reason=error) from None
    return there


def wanted(conversation: Conversation, only: frozenset[str] | None) -> bool:
    """Return whether a conversation is one of those that were named, by title or id."""
    return only is None or bool({conversation.title, conversation.ident} & only)


def _found(
    opened: places.Opened, export: Export, reading: Reading, known: Known, source: str
) -> Iterator[Found | Failure]:
    broken = list[BrokenJson]()
    ahead = list[Conversation]()
    events = _events(opened.file, export, reading, lambda conversation: wanted(conversation, reading.only))

    def lines() -> Iterator[Line]:
        """Yield the lines up to the next conversation, which is put into `ahead`, or to where the file is broken."""
        try:
            for event in events:
                if isinstance(event, Conversation):
                    ahead.append(event)
                    return
                yield event
        except BrokenJson as error:
            broken.append(error)

    def read(start: int, end: int) -> bytes:
        here = opened.file.tell()
        opened.file.seek(start)
        raw = opened.file.read(end - start)
        opened.file.seek(here)
        return raw

    some = False
    list(lines())  # up to the first conversation no line comes
    while ahead:
        conversation = ahead.pop()
        teller = Teller(conversation, reading, source, read, opened.fetch)
        for here, old in stretches(lines(), known):
            chat = teller.tell(here, old=old)
            some = True
            yield Found(chat.raw, f"{opened.name}: {conversation.title}", here[-1].end, kind="chat", ready=chat)
    if broken:
        yield Failure(opened.name, reasons.CHATS_CUT_OFF.format(reason=broken[0].at))
    elif not some:
        yield Failure(opened.name, reasons.CHATS_NONE if reading.only is None else reasons.CHATS_NOT_THERE)


def _events(file: BinaryIO, export: Export, reading: Reading, want: Wanted) -> Iterator[Conversation | Line]:
    if export.program == whatsapp.PLATFORM:
        return whatsapp.read(file, export.title, reading)
    read = telegram.read if export.program == telegram.PLATFORM else discord.read
    return read(JsonStream(file), reading, want)


def _at(each: Found, before: int, size: int, *, packed: bool) -> Found:
    """Return a stretch with its place among the bytes of all files; what was packed counts with the whole file."""
    place = before + (size if packed else min(each.position, size))
    return Found(each.raw, each.source, place, kind=each.kind, ready=each.ready)


def _program(start: bytes) -> str:
    text = start.decode("utf-8", "replace").lstrip("\ufeff \t\r\n\u200e")
    if text.startswith("{"):
        return discord.PLATFORM if discord.fits(text) else telegram.PLATFORM if telegram.fits(text) else ""
    return whatsapp.PLATFORM if whatsapp.fits(text) else ""


def _in_archive(path: Path) -> Export | None:
    for member in places.members(path):
        low = member.lower()
        if low.endswith((".json", ".txt")) and (program := _program(places.beginning(path, member, _SNIFF))):
            title = whatsapp.title_of(member) or whatsapp.title_of(path.name)
            return Export(path, program, member, title)
    return None


def _belongs(path: Path, folders: set[Path]) -> bool:
    """Return whether a file is one that a chat program put beside a chat, and not a mail that lies there too."""
    return path.suffix.lower() not in _MAILS and any(parent in folders for parent in path.parents)


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_SNIFF)


def _choose(there: list[Conversation]) -> str:
    titles = ", ".join(each.title for each in there[:_NAMED_AT_MOST])
    more = f" … +{len(there) - _NAMED_AT_MOST}" if len(there) > _NAMED_AT_MOST else ""
    return reasons.CHATS_SEVERAL.format(reason=f"{titles}{more}")
