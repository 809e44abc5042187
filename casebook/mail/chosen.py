"""What the user chose to bring in: files and folders, and messages that came as bytes (pasted or dropped)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casebook.journal.errors import BadInput
from casebook.mail.chats import exports
from casebook.mail.chats.stretches import Known, Reading, nothing_known
from casebook.mail.formats import paste
from casebook.mail.formats.sources import Failure, Found, files, messages


@dataclass(frozen=True, slots=True)
class Pasted:
    """A message that is in no file: what it is called, and its bytes."""

    name: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Chosen:
    """Everything that one import shall read."""

    paths: tuple[Path, ...] = ()
    pasted: tuple[Pasted, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paths or self.pasted)

    def open(
        self, known: Known = nothing_known, reading: Reading | None = None
    ) -> tuple[Iterator[Found | Failure], int]:
        """Return the stream of messages, and how many bytes it counts. Raises BadInput for a path that is not there.

        `known` tells which lines of chats are here already, `reading` how the exports of chats are read.
        """
        sources = files(self.paths)
        of_files = sum(source.size for source in sources)
        total = of_files + sum(len(each.raw) for each in self.pasted)

        def stream() -> Iterator[Found | Failure]:
            yield from exports.with_mails(sources, messages, known, reading)
            position = of_files
            for each in self.pasted:
                yield from paste.messages(each.raw, each.name, position)
                position += len(each.raw)

        return stream(), total


def pasted(text: str, name: str) -> Pasted:
    """Return a message from its source as it was copied. Raises BadInput where it does not begin with mail headers."""
    raw = paste.source(text)
    if not paste.is_source(raw):
        raise BadInput(
            "this text does not begin with the headers of a mail (From, Subject, Date): in the mail program choose "
            "'Show source' or 'Show original', and copy all of it"
        )
    return Pasted(name, raw)
