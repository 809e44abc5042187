"""The list behind the inbox: threads, the mails of the longer ones below them, and where each seems to belong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.gui import texts, times
from casebook.gui.models.inbox_items import Guess, InboxThread
from casebook.gui.models.inbox_words import guess_words
from casebook.journal.listings import InboxRow
from casebook.journal.terms import Direction

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class InboxLine:
    """One row: a thread as a whole (`mail` is None), a thread of one mail, or one mail of several (`inner`)."""

    thread: InboxThread
    mail: InboxRow | None
    inner: bool = False

    @property
    def ids(self) -> tuple[int, ...]:
        """The contact ids that an action on this row is about."""
        return (self.mail.contact_id,) if self.mail else self.thread.ids

    @property
    def shown(self) -> InboxRow:
        """The mail whose words are shown: the newest of a thread."""
        return self.mail or self.thread.mails[-1]


class InboxModel(QAbstractListModel):
    """Rows are `InboxLine`s."""

    LineRole = Qt.ItemDataRole.UserRole
    SecondRole = Qt.ItemDataRole.UserRole + 1
    """Who wrote, how many mails and attachments; the first words for a mail within a thread."""
    WhenRole = Qt.ItemDataRole.UserRole + 2
    GuessRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._lines: list[InboxLine] = []
        self._places: dict[int, int] | None = None

    def set_lines(self, lines: list[InboxLine]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._lines, self._places = lines, None
        self.endResetModel()

    @property
    def lines(self) -> Sequence[InboxLine]:
        """The rows."""
        return self._lines

    def line(self, index: Index) -> InboxLine | None:
        """Return the line of a row, None for an invalid index."""
        return self._lines[index.row()] if index.isValid() else None

    def find(self, contact_id: int) -> QModelIndex:
        """Return the index of the row of one mail, or an invalid one."""
        if self._places is None:
            self._places = {line.mail.contact_id: row for row, line in enumerate(self._lines) if line.mail}
        row = self._places.get(contact_id, -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def ids(self, rows: Iterable[int]) -> list[int]:
        """Return the contact ids of these rows, each once."""
        return list(dict.fromkeys(contact_id for row in rows for contact_id in self._lines[row].ids))

    def guess(self, rows: Iterable[int]) -> Guess | None:
        """Return the one case that all these rows seem to belong to, None where there is none or they differ."""
        guesses = [self._lines[row].thread.guess for row in rows]
        same = len({guess.case_id if guess else None for guess in guesses}) == 1
        return guesses[0] if same else None

    def guesses(self, rows: Sequence[int]) -> tuple[Guess, ...]:
        """Return the cases that all these rows may belong to, the most probable of the first one first."""
        first = self._lines[rows[0]].thread.guesses if rows else ()
        shared = {guess.case_id for guess in first}
        for row in rows:
            if not shared:
                return ()
            shared &= {guess.case_id for guess in self._lines[row].thread.guesses}
        return tuple(guess for guess in first if guess.case_id in shared)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row."""
        line = self.line(index)
        if line is None:
            return None
        if role == self.LineRole:
            return line
        asked: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: _first(line),
            self.SecondRole: lambda: _second(line),
            self.WhenRole: lambda: times.short_moment(line.shown.happened, self._clock()),
            self.GuessRole: lambda: "" if line.inner else guess_words(line.thread.guess),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(line),
        }
        return asked[role]() if role in asked else None

    def _spoken(self, line: InboxLine) -> str:
        when = times.short_moment(line.shown.happened, self._clock())
        guess = "" if line.inner else guess_words(line.thread.guess)
        return ". ".join(part for part in (_first(line), _second(line), when, guess) if part)


def lines_of(threads: Sequence[InboxThread]) -> list[InboxLine]:
    """Return the rows of these threads: the mails of a longer one stand below it."""
    lines: list[InboxLine] = []
    for thread in threads:
        if len(thread.mails) == 1:
            lines.append(InboxLine(thread, thread.mails[0]))
            continue
        lines.append(InboxLine(thread, None))
        lines += [InboxLine(thread, mail, inner=True) for mail in thread.mails]
    return lines


def subject_words(subject: str) -> str:
    """Return a subject, or words for its absence."""
    return subject or QCoreApplication.translate("inbox_model", "(no subject)")


def person(mail: InboxRow) -> str:
    """Return who wrote a mail; the user's own are marked."""
    name = mail.sender_name or mail.sender
    if mail.direction is Direction.OUT:
        return QCoreApplication.translate("inbox_model", "you ({name})").format(name=name)
    return name


def _first(line: InboxLine) -> str:
    return person(line.shown) if line.inner else subject_words(line.thread.subject)


def _second(line: InboxLine) -> str:
    if line.inner:
        return " ".join(line.shown.snippet.split())
    people = dict.fromkeys(person(mail) for mail in line.thread.mails)
    count = len(line.thread.mails)
    files = sum(mail.exhibits for mail in line.thread.mails)
    mails = InboxPlurals().mails(count) if count > 1 else ""
    attached = InboxPlurals().attachments(files) if files else ""
    return texts.joined(", ".join(people), mails, attached)


class InboxPlurals(QObject):
    """Words with a number: the tool that collects words sees plural forms only in `tr`."""

    def mails(self, count: int) -> str:
        """Return how many mails there are."""
        return self.tr("%n mail(s)", None, count)

    def attachments(self, count: int) -> str:
        """Return how many attachments there are."""
        return self.tr("%n attachment(s)", None, count)
