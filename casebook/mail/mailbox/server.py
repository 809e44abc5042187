"""A mailbox that is open for reading: its folders, what is in them, the messages byte for byte. Nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from casebook.journal.incoming import Mailbox
from casebook.mail.mailbox.connect import Connection, Patience
from casebook.mail.mailbox.errors import Dropped, MailboxTrouble
from casebook.mail.mailbox.folders import Folder, listed
from casebook.mail.mailbox.search import Wanted

T = TypeVar("T")

_AT_ONCE = 50_000
"""Messages in one search: the numbers of more would not fit into the longest line that imaplib reads."""
_SIZES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Opened:
    """A folder as it was when it was opened. `next_uid` is 0 where the server does not say."""

    name: str
    uidvalidity: int
    next_uid: int
    messages: int


@dataclass(frozen=True, slots=True)
class Body:
    """A message as the server keeps it; `raw` is None where it did not hand it out."""

    raw: bytes | None
    thread_key: str = ""
    sent: bool = False
    draft: bool = False


class Server:
    """One logged-in connection. Every call raises MailboxTrouble, of which Dropped is worth another try."""

    def __init__(self, box: Mailbox, password: str, patience: Patience) -> None:
        self._connection = Connection(box, patience)
        try:
            self._connection.log_in(password)
        except BaseException:
            self._connection.close(politely=False)
            raise
        self._opened: Opened | None = None
        self._gmail = self._ask(lambda client: client.has_capability("X-GM-EXT-1"))
        self.cut = self._connection.cut
        self.close = self._connection.close

    def folders(self) -> list[Folder]:
        """Return the folders that hold mails."""
        return listed(self._ask(lambda client: client.list_folders()))

    def counted(self, folder: Folder) -> Folder:
        """Return the folder with the number of its messages, where the server tells it."""
        try:
            status = self._ask(lambda client: client.folder_status(folder.name, ["MESSAGES"]))
        except Dropped:
            raise
        except MailboxTrouble:
            return folder
        return replace(folder, messages=int(status.get(b"MESSAGES", 0)))

    def open(self, name: str) -> Opened:
        """Open a folder for reading only, once; return what the server says of it."""
        if self._opened is None or self._opened.name != name:
            answer: Mapping[bytes, Any] = self._ask(lambda client: client.select_folder(name, readonly=True))
            said = {key: int(answer.get(key, 0)) for key in (b"UIDVALIDITY", b"UIDNEXT", b"EXISTS")}
            self._opened = Opened(name, said[b"UIDVALIDITY"], said[b"UIDNEXT"], said[b"EXISTS"])
        return self._opened

    def search(self, opened: Opened, after: int, wanted: Wanted) -> list[int]:
        """Return the numbers (UID) of what is wanted and newer than `after`, rising."""
        keys = wanted.criteria
        found = set[int]()
        for first in range(1, opened.messages + 1, _AT_ONCE):
            criteria = [f"{first}:{min(first + _AT_ONCE - 1, opened.messages)}", "UID", f"{after + 1}:*", *keys]
            charset = None if all(map(str.isascii, keys)) else "UTF-8"
            found.update(self._ask(partial(_search, criteria, charset)))
        return sorted(uid for uid in found if uid > after)  # `n:*` names the last message even where it is older

    def sizes(self, uids: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield number and size in bytes of each of these messages that is still there."""
        for start in range(0, len(uids), _SIZES_AT_ONCE):
            some = list(uids[start : start + _SIZES_AT_ONCE])
            found = self._ask(partial(_fetch, some, ["RFC822.SIZE"]))
            yield from ((uid, int(found[uid].get(b"RFC822.SIZE", 0))) for uid in some if uid in found)

    def bodies(self, uids: Sequence[int], size: int) -> dict[int, Body]:
        """Return these messages, of `size` bytes together, without marking them as read; those gone are left out."""
        wanted = ["BODY.PEEK[]", "FLAGS", *(("X-GM-THRID", "X-GM-LABELS") if self._gmail else ())]
        self._connection.announce(size)
        found = self._ask(partial(_fetch, list(uids), wanted))
        return {uid: _body(items) for uid, items in found.items()}

    def _ask(self, question: Callable[[Any], T]) -> T:
        try:
            return question(self._connection.client)
        except Exception as error:
            raise self._connection.trouble(error) from None


def _search(criteria: list[str], charset: str | None, client: Any) -> list[int]:
    return list(client.search(criteria, charset))


def _fetch(uids: list[int], wanted: list[str], client: Any) -> dict[int, dict[bytes, Any]]:
    return dict(client.fetch(uids, wanted))


def _body(items: Mapping[bytes, Any]) -> Body:
    raw, thread = items.get(b"BODY[]"), items.get(b"X-GM-THRID")
    labels: Iterable[object] = items.get(b"X-GM-LABELS") or ()
    words = {each.lower() for each in (*labels, *items.get(b"FLAGS", ())) if isinstance(each, bytes)}
    return Body(
        raw if isinstance(raw, bytes) else None,
        f"gm:{thread}" if thread else "",
        sent=b"\\sent" in words,
        draft=bool(words & {b"\\draft", b"\\drafts"}),
    )
