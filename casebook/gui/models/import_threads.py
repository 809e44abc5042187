"""The list of what an import would bring: conversations, each ticked or not, with what would happen to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from casebook.gui import texts, times
from casebook.gui.models.inbox_model import subject_words
from casebook.gui.models.placing_words import placing_words
from casebook.gui.tips import plain_tip
from casebook.mail.preview import Thread

_Index = QModelIndex | QPersistentModelIndex


class ImportThreads(QAbstractListModel):
    """Rows are `Thread`s; a filter hides rows and changes no tick."""

    ThreadRole = Qt.ItemDataRole.UserRole
    WhenRole = Qt.ItemDataRole.UserRole + 1
    SecondRole = Qt.ItemDataRole.UserRole + 2
    """Who wrote, how many messages, which firm."""
    ComesRole = Qt.ItemDataRole.UserRole + 3
    """What would happen to it."""

    ticks_changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._threads: Sequence[Thread] = ()
        self._ticked = bytearray()
        self._shown: list[int] = []
        self._spoken: list[str] = []
        self._firms: Mapping[int, str] = {}
        self._chosen_case: int | None = None

    def show(self, threads: Sequence[Thread], firms: Mapping[int, str]) -> None:
        """Show these, all ticked that bring anything new; `firms` are the names of the firms by id."""
        self.beginResetModel()
        self._threads, self._firms = threads, firms
        self._ticked = bytearray(bool(thread.new) for thread in threads)
        self._spoken = []
        self._shown = list(range(len(threads)))
        self.endResetModel()
        self.ticks_changed.emit()

    def use_case(self, case_id: int | None) -> None:
        """Say what would happen if everything went to this case; None: each to where it belongs."""
        self._chosen_case = case_id
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def filter(self, words: str, *, related: bool = False) -> None:
        """Show only what names all these words, and with `related` only what concerns a case or a firm."""
        wanted = words.casefold().split()
        if wanted and not self._spoken:
            self._spoken = [self._searched(thread) for thread in self._threads]
        self.beginResetModel()
        self._shown = [
            number
            for number, thread in enumerate(self._threads)
            if (thread.related or not related) and all(word in self._spoken[number] for word in wanted)
        ]
        self.endResetModel()

    def tick_shown(self, *, on: bool) -> None:
        """Tick all rows that are shown and bring anything new, or none of them."""
        for number in self._shown:
            self._ticked[number] = on and bool(self._threads[number].new)
        self._tell()

    def tick_related(self) -> None:
        """Tick what concerns a case or a firm, and nothing else."""
        for number, thread in enumerate(self._threads):
            self._ticked[number] = thread.related and bool(thread.new)
        self._tell()

    def toggle(self, row: int) -> None:
        """Tick a row, or take its tick away; one that brings nothing new has none."""
        number = self._shown[row]
        if self._threads[number].new:
            self._ticked[number] = not self._ticked[number]
            self.dataChanged.emit(self.index(row), self.index(row))
            self.ticks_changed.emit()

    def counts(self) -> tuple[int, int, int]:
        """Return how many conversations are ticked, their new messages, and how many of those file themselves."""
        some = [thread for thread, on in zip(self._threads, self._ticked, strict=True) if on]
        return len(some), sum(thread.new for thread in some), sum(thread.filed for thread in some)

    def left_out(self) -> frozenset[bytes]:
        """Return the keys of the messages that shall not come in."""
        off = (thread for thread, on in zip(self._threads, self._ticked, strict=True) if not on)
        return frozenset(key for thread in off for key in thread.each_key())

    def thread_at(self, index: _Index) -> Thread | None:
        """Return the conversation of a row."""
        return self._threads[self._shown[index.row()]] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows that bring something can be ticked."""
        thread = self.thread_at(index)
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if thread and thread.new else usual

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row."""
        thread = self.thread_at(index)
        if thread is None:
            return None
        asked: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._title(thread),
            Qt.ItemDataRole.CheckStateRole: lambda: self._state(index.row(), thread),
            self.ThreadRole: lambda: thread,
            self.WhenRole: lambda: _when(thread, self._now()),
            self.SecondRole: lambda: self._second(thread),
            self.ComesRole: lambda: self._comes(thread),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._aloud(index.row(), thread),
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(thread),
        }
        return asked[role]() if role in asked else None

    def _state(self, row: int, thread: Thread) -> Qt.CheckState | None:
        if not thread.new:
            return None
        return Qt.CheckState.Checked if self._ticked[self._shown[row]] else Qt.CheckState.Unchecked

    def _title(self, thread: Thread) -> str:
        if thread.rest:
            return QCoreApplication.translate("import_threads", "Everything else, not told apart")
        return subject_words(thread.subject)

    def _second(self, thread: Thread) -> str:
        people = ", ".join(thread.people)
        mails = ImportPlurals().messages(thread.mails)
        firm = self._firms.get(thread.firm_id, "")
        if thread.warns:
            firm = (
                QCoreApplication.translate("import_threads", "looks like {firm}, is not known to be it").replace(
                    "{firm}", firm
                )
                if firm
                else QCoreApplication.translate("import_threads", "the sender looks odd")
            )
        return texts.joined(firm, mails, people)

    def _comes(self, thread: Thread) -> str:
        if not thread.new:
            return QCoreApplication.translate("import_threads", "in this casebook already")
        if self._chosen_case is not None:
            return QCoreApplication.translate("import_threads", "to {case}").replace("{case}", f"C-{self._chosen_case}")
        some_new = ImportPlurals().new(thread.new) if thread.new < thread.mails else ""
        if thread.placing is None:
            return texts.joined(some_new, QCoreApplication.translate("import_threads", "waits in the inbox"))
        where = placing_words(thread.placing)
        words = (
            QCoreApplication.translate("import_threads", "files itself in {where}")
            if thread.filed
            else QCoreApplication.translate("import_threads", "waits in the inbox; perhaps {where}")
        )
        return texts.joined(some_new, words.replace("{where}", where))

    def _aloud(self, row: int, thread: Thread) -> str:
        ticked = self._state(row, thread) is Qt.CheckState.Checked
        state = QCoreApplication.translate("import_threads", "ticked") if ticked else ""
        parts = (state, self._title(thread), self._second(thread), _when(thread, self._now()), self._comes(thread))
        return ". ".join(part for part in parts if part)

    def _tip(self, thread: Thread) -> str:
        return plain_tip("\n".join((self._title(thread), self._second(thread), self._comes(thread))))

    def _searched(self, thread: Thread) -> str:
        return " ".join((thread.subject, *thread.people, self._firms.get(thread.firm_id, ""))).casefold()

    def _tell(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.ticks_changed.emit()


def _when(thread: Thread, now: datetime) -> str:
    return span_words(thread.first, thread.last, now)


def span_words(first: datetime | None, last: datetime | None, now: datetime) -> str:
    """Return `Wed 18 Nov – Fri 20 Nov`, one date where both are the same day, empty where none is known."""
    if first is None or last is None:
        return ""
    from_day, to_day = times.here(first).date(), times.here(last).date()
    if from_day == to_day:
        return times.short_date(to_day, now)
    return f"{times.short_date(from_day, now)} – {times.short_date(to_day, now)}"


class ImportPlurals(QObject):
    """Words with a number: the tool that collects words sees plural forms only in `tr`."""

    def messages(self, count: int) -> str:
        """Return how many messages there are."""
        return self.tr("%n message(s)", None, count)

    def new(self, count: int) -> str:
        """Return how many of them are new."""
        return self.tr("%n new", None, count)

    def threads(self, count: int) -> str:
        """Return how many conversations there are."""
        return self.tr("%n thread(s)", None, count)
