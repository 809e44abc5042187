"""Why a message belongs to a case, in the user's language: the same words before, during and after an import."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.gui import texts
from casebook.journal.incoming import Placing
from casebook.journal.terms import Why

_WHY = {
    Why.CHOSEN: QT_TRANSLATE_NOOP("placing_words", "you chose the case"),
    Why.THREAD: QT_TRANSLATE_NOOP("placing_words", "the same thread"),
    Why.TICKET: QT_TRANSLATE_NOOP("placing_words", "the firm's ticket number"),
    Why.REFERENCE: QT_TRANSLATE_NOOP("placing_words", "an order number or TxID of the case"),
    Why.SENDER: QT_TRANSLATE_NOOP("placing_words", "the sender"),
    Why.SUBJECT: QT_TRANSLATE_NOOP("placing_words", "the subject and the people, which is a guess"),
}


def why_words(why: Why | None) -> str:
    """Return what tells where a message belongs; of `None`, that nothing does."""
    if why is None:
        return QCoreApplication.translate("placing_words", "nothing tells the case")
    return QCoreApplication.translate("placing_words", str(_WHY[why]))


def placing_words(placing: Placing) -> str:
    """Return `C-12 · the firm's ticket number: T-99812`."""
    return texts.joined(f"C-{placing.case_id}", with_detail(why_words(placing.why), placing.detail))


def with_detail(words: str, detail: str) -> str:
    """Return words with what they are about behind them, if there is anything."""
    if not detail:
        return words
    return (
        QCoreApplication.translate("placing_words", "{what}: {value}")
        .replace("{what}", words)
        .replace("{value}", detail)
    )
