"""A case's checklist as rows: what is there and where, what is missing, under a heading for each part."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from casebook import paths
from casebook.gui import texts
from casebook.gui.models import due_words
from casebook.gui.models.case_facts import CaseFacts
from casebook.gui.models.row_model import Row
from casebook.guide.ready.checklists import Group
from casebook.guide.ready.readiness import State
from casebook.guide.ready.subjects import Flaw
from casebook.journal.terms import TransferKind
from casebook.journal.times import Moment

if TYPE_CHECKING:
    from casebook.guide.ready.readiness import Standing

_GROUPS = {
    Group.FACTS: QT_TRANSLATE_NOOP("ready", "What they will ask for"),
    Group.EVIDENCE: QT_TRANSLATE_NOOP("ready", "What proves it"),
    Group.BEFORE: QT_TRANSLATE_NOOP("ready", "Before you write"),
    Group.AFTER: QT_TRANSLATE_NOOP("ready", "Since you wrote"),
}
_STATES = {
    State.TICKED: QT_TRANSLATE_NOOP("ready", "ticked by you"),
    State.NOT_NEEDED: QT_TRANSLATE_NOOP("ready", "not needed here"),
    State.OPTIONAL: QT_TRANSLATE_NOOP("ready", "good to have, where there is one"),
    State.MISSING: QT_TRANSLATE_NOOP("ready", "missing"),
}
_ADD = {
    "case": QT_TRANSLATE_NOOP("ready", "Edit case…"),
    "account": QT_TRANSLATE_NOOP("ready", "Edit account…"),
    "reference": QT_TRANSLATE_NOOP("ready", "Add reference…"),
    "transfer": QT_TRANSLATE_NOOP("ready", "Add transfer…"),
    "exhibit": QT_TRANSLATE_NOOP("ready", "Add exhibit…"),
    "contact": QT_TRANSLATE_NOOP("ready", "Help-centre search…"),
    "ticket": QT_TRANSLATE_NOOP("ready", "Add ticket number…"),
    "request": QT_TRANSLATE_NOOP("ready", "Show requests"),
    "official": QT_TRANSLATE_NOOP("ready", "Official contacts…"),
    "letter": QT_TRANSLATE_NOOP("ready", "Write to them…"),
    "sent": QT_TRANSLATE_NOOP("ready", "Show the last contact"),
    "reply": QT_TRANSLATE_NOOP("ready", "Show the last contact"),
}
_FLAWS = {
    Flaw.EMPTY: QT_TRANSLATE_NOOP("ready", "It is empty."),
    Flaw.SECRET: QT_TRANSLATE_NOOP("ready", "It may hold a secret: take it out."),
    Flaw.VAGUE: QT_TRANSLATE_NOOP("ready", "It does not say what the matter is."),
    Flaw.LOUD: QT_TRANSLATE_NOOP("ready", "Capitals and exclamation marks do not make it faster."),
    Flaw.LONG: QT_TRANSLATE_NOOP("ready", "It is long: a mail program cuts it off."),
    Flaw.NO_NUMBER: QT_TRANSLATE_NOOP("ready", "It names none of the numbers by which they can find the matter."),
}
_DOUBTS = {
    "small": QT_TRANSLATE_NOOP("ready", "so small that its words may not be readable"),
    "blurred": QT_TRANSLATE_NOOP("ready", "perhaps blurred: look at it"),
    "empty": QT_TRANSLATE_NOOP("ready", "nearly of one colour: look at it"),
    "unreadable": QT_TRANSLATE_NOOP("ready", "cannot be shown as a picture"),
}
_KEPT_BACK = {
    "purged": QT_TRANSLATE_NOOP("ready", "erased for good"),
    "recording": QT_TRANSLATE_NOOP("ready", "a recording without recorded consent stays here"),
    "carrier": QT_TRANSLATE_NOOP("ready", "holds something that must not go out"),
    "twin": QT_TRANSLATE_NOOP("ready", "the same file as one that was redacted"),
}
HEADING = -1
"""From this id downwards a row is the heading of a part."""
_MOST = 3


def folder() -> Path:
    """Return where the checklists of the guide lie."""
    return paths.resources() / "guides" / "checklists"


def told(facts: CaseFacts) -> tuple[Standing, ...]:
    """Return what is to be told to the firm, and where it stands in the case that is shown."""
    from casebook.guide.ready import readiness
    from casebook.guide.ready.known import Known

    known = Known(
        case=facts.case,
        account=facts.account,
        contacts=facts.looked_up,
        exhibits=facts.exhibits,
        tickets=facts.tickets,
        references=facts.references,
        transfers=facts.transfers,
        requests=facts.requests,
        marks=facts.marks,
    )
    return readiness.checklist(folder(), known)


def rows(standings: Sequence[Standing], *, open_only: bool = False) -> list[Row]:
    """Return a heading for each part and a row for each item, with its place in the sequence as id."""
    found: list[Row] = []
    for place, group in enumerate(Group):
        part = [(n, s) for n, s in enumerate(standings) if s.item.group is group and (s.is_open or not open_only)]
        if part:
            found.append(Row(HEADING - place, _tr(_GROUPS[group])))
            found += [_row(number, standing) for number, standing in part]
    return found


def missing(standings: Sequence[Standing]) -> list[Row]:
    """Return the first few things that are missing, and how many more there are; ids are places in the sequence."""
    left = [(n, s) for n, s in enumerate(standings) if s.is_open]
    found = [Row(number, title(standing), add_words(standing)) for number, standing in left[:_MOST]]
    if len(left) > _MOST:
        found.append(Row(left[_MOST][0], ReadyPlurals().more(len(left) - _MOST)))
    return found


def title(standing: Standing) -> str:
    """Return what should be there, in the window's language."""
    return standing.item.texts[due_words.language()]


def state_words(standing: Standing) -> str:
    """Return where it stands: what answers it, or in which way it is open, with the user's note."""
    found = standing.found
    if not found:
        return texts.joined(_tr(_STATES[standing.state]), standing.note)
    if isinstance(found.value, Moment):
        return texts.joined(texts.short_moment(found.value), standing.note)
    if (found.kind, found.what) == ("transfer", "kind"):
        return texts.caption(TransferKind(found.value))
    return texts.joined(" ".join(found.value.split()), standing.note)


def add_words(standing: Standing) -> str:
    """Return the words of the button that adds it; empty where only the user's word settles it."""
    words = _ADD.get(standing.item.needs[0][0])
    return _tr(words) if words else ""


def source(standing: Standing) -> str:
    """Return who says that it should be there, and when somebody last read that."""
    words = QCoreApplication.translate("ready", "{source} Read there on {day}.")
    day = standing.item.checked_on.isoformat()
    return words.format(source=standing.item.sources[due_words.language()], day=day)


def flaw(which: Flaw) -> str:
    """Return what is wrong with a subject line."""
    return _tr(_FLAWS[which])


def doubt(which: str) -> str:
    """Return why a picture may not be readable."""
    return _tr(_DOUBTS[which])


def kept_back(why: str) -> str:
    """Return why no copy of an exhibit goes out."""
    return _tr(_KEPT_BACK[why])


class ReadyPlurals(QObject):
    """Sentences with a number: the tool that collects words sees plural forms only in `tr`."""

    def more(self, count: int) -> str:
        """Return how many things are missing beside those that are shown."""
        return self.tr("and %n more", None, count)


def _row(number: int, standing: Standing) -> Row:
    settled = standing.state in {State.THERE, State.TICKED, State.NOT_NEEDED}
    return Row(number, title(standing), state_words(standing), ring=True, ticked=settled, warn=standing.is_open)


def _tr(words: object) -> str:
    return QCoreApplication.translate("ready", str(words))
