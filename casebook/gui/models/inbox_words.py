"""Why a waiting message may belong to a case, and what speaks against it, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.gui import texts
from casebook.gui.models.inbox_items import Guess

_WHY = {
    "thread": QT_TRANSLATE_NOOP("inbox_words", "same thread"),
    "ticket": QT_TRANSLATE_NOOP("inbox_words", "names {value}"),
    "reference": QT_TRANSLATE_NOOP("inbox_words", "names {value}"),
    "sender": QT_TRANSLATE_NOOP("inbox_words", "from or to {value}"),
    "subject": QT_TRANSLATE_NOOP("inbox_words", "a guess: same subject and people"),
}
_ONLY = QT_TRANSLATE_NOOP("inbox_words", "the only open case with {value}")
_DOUBTS = {
    "impostor": QT_TRANSLATE_NOOP("inbox_words", "but look at the sender first"),
    "forwarded": QT_TRANSLATE_NOOP("inbox_words", "but it was passed on"),
    "several-cases": QT_TRANSLATE_NOOP("inbox_words", "but another case fits as well"),
    "other-case": QT_TRANSLATE_NOOP("inbox_words", "but it names a number of another case"),
    "other-firm": QT_TRANSLATE_NOOP("inbox_words", "but it is from or to another firm"),
    "stranger": QT_TRANSLATE_NOOP("inbox_words", "but from or to somebody new in the case"),
    "closed": QT_TRANSLATE_NOOP("inbox_words", "which is closed"),
    "short-number": QT_TRANSLATE_NOOP("inbox_words", "which may be chance"),
    "quoted": QT_TRANSLATE_NOOP("inbox_words", "in what it quotes"),
}
_LONGEST = 40


def guess_words(guess: Guess | None) -> str:
    """Return where a thread belongs, or may belong, and why, in one line; empty where nothing says so."""
    if guess is None:
        return ""
    return f"{'→' if guess.certain else '?'} {texts.joined(guess.number, guess.case_title, reason_words(guess))}"


def reason_words(guess: Guess) -> str:
    """Return why a thread may belong to a case, and what speaks against it."""
    suggestion = guess.suggestion
    value = suggestion.detail if len(suggestion.detail) <= _LONGEST else f"{suggestion.detail[:_LONGEST]}…"
    alone = suggestion.why == "sender" and guess.only and "@" not in suggestion.detail
    words = _ONLY if alone else _WHY.get(str(suggestion.why), "")
    why = QCoreApplication.translate("inbox_words", str(words)).replace("{value}", value)
    doubt = _DOUBTS.get(str(suggestion.doubt or ""), "")
    return texts.joined(why, QCoreApplication.translate("inbox_words", str(doubt))) if doubt else why
