"""What can go wrong with rules, deadlines, letters and reminders, in translated words: see `error_texts`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

PLANNING = (
    QT_TRANSLATE_NOOP("errors", "say how you know: the firm's own words, or what you have seen"),
    QT_TRANSLATE_NOOP("errors", "{figure} is no length of time: write a whole number of at least 1"),
    QT_TRANSLATE_NOOP("errors", "a figure needs its unit, such as 5 business-days"),
    QT_TRANSLATE_NOOP("errors", "the later figure is smaller than the earlier one"),
    QT_TRANSLATE_NOOP("errors", "which rule?"),
    QT_TRANSLATE_NOOP("errors", "the rule {rule} is as the guide has it already"),
    QT_TRANSLATE_NOOP("errors", "deadline {number} runs already"),
    QT_TRANSLATE_NOOP("errors", "deadline {number} does not run any more ({state})"),
    QT_TRANSLATE_NOOP("errors", "which item of the checklist?"),
    QT_TRANSLATE_NOOP("errors", "'{item}' has no mark in C-{case}"),
    QT_TRANSLATE_NOOP("errors", "a template needs words"),
    QT_TRANSLATE_NOOP("errors", "there is no template {number} in this casebook"),
    QT_TRANSLATE_NOOP("errors", "there is no letter {number} in this casebook"),
    QT_TRANSLATE_NOOP("errors", "a chat or call is under way in C-{number} already: end it first"),
    QT_TRANSLATE_NOOP("errors", "no chat or call is under way in C-{number}"),
    QT_TRANSLATE_NOOP("errors", "the details of this contact cannot be read"),
    QT_TRANSLATE_NOOP("errors", "'{text}' is not how long it took: write 12m, 1h 5m, 90s or 12:30"),
    QT_TRANSLATE_NOOP("errors", "nobody has answered in C-{number} yet"),
    QT_TRANSLATE_NOOP("errors", "nothing happened in this chat or call yet that could be taken back"),
    QT_TRANSLATE_NOOP("errors", "contact {number} has an outcome already: amend it"),
    QT_TRANSLATE_NOOP(
        "errors",
        "the transcript of this chat is not in the case any more: put it back, or record without it",
    ),
    QT_TRANSLATE_NOOP(
        "errors", "the calendar file's folder {folder} is not there: connect it, or choose another place"
    ),
    QT_TRANSLATE_NOOP("errors", "{path} is no name for a calendar: let it end in .ics"),
    QT_TRANSLATE_NOOP("errors", "{path} is there and is no calendar: choose another name"),
    QT_TRANSLATE_NOOP("errors", "say how you know that it was broken; what nobody can tell is 'unknown'"),
    QT_TRANSLATE_NOOP("errors", "the exhibit is not in C-{case}: name one of its own"),
    QT_TRANSLATE_NOOP("errors", "the request is open already"),
    QT_TRANSLATE_NOOP("errors", "this session has no message bus, so no notifications can be shown"),
    QT_TRANSLATE_NOOP("errors", "the message bus of this session does not answer: {why}"),
    QT_TRANSLATE_NOOP("errors", "no notification service answers on this desktop"),
    QT_TRANSLATE_NOOP("errors", "this system shows no notifications: {why}"),
    QT_TRANSLATE_NOOP("errors", "the system does not let Casebook notify: allow it in the system's settings"),
    QT_TRANSLATE_NOOP("errors", "the registry cannot be read: {why}"),
    QT_TRANSLATE_NOOP("errors", "the registry cannot be written: {why}"),
    QT_TRANSLATE_NOOP("errors", "the ladder has no step '{id}': choose one of {known}"),
    QT_TRANSLATE_NOOP("errors", "there are no messages in '{language}': choose en or zh"),
    QT_TRANSLATE_NOOP("errors", "{path} must end in .eml: choose such a name"),
    QT_TRANSLATE_NOOP("errors", "exhibit {number} is not of this case"),
    QT_TRANSLATE_NOOP(
        "errors", "{label} cannot go with a message: it is sealed, purged, or a recording that nobody agreed to"
    ),
    QT_TRANSLATE_NOOP("errors", "a call is not sent: log it as a call when it is over"),
    QT_TRANSLATE_NOOP("errors", "the rule {rule} counts nothing: it can only be switched off"),
    QT_TRANSLATE_NOOP("errors", "'{unit}' is not a unit: choose one of {names}"),
    QT_TRANSLATE_NOOP("errors", "the guide has no rule '{rule}': see 'casebook rule list'"),
    QT_TRANSLATE_NOOP("errors", "a pause ends before it begins"),
    QT_TRANSLATE_NOOP("errors", "say why the clock stands still"),
    QT_TRANSLATE_NOOP("errors", "say why there is more time"),
    QT_TRANSLATE_NOOP("errors", "what moved this deadline cannot be read"),
    QT_TRANSLATE_NOOP("errors", "{day} lies before the date as it stands, so it is no more time"),
    QT_TRANSLATE_NOOP("errors", "follow-up {number} does not rest"),
)
"""Further templates go at the end here."""

PLANNING_NOUNS = (
    QT_TRANSLATE_NOOP("nouns", "step of a chat or call"),
    QT_TRANSLATE_NOOP("nouns", "mark"),
    QT_TRANSLATE_NOOP("nouns", "kind of message"),
    QT_TRANSLATE_NOOP("nouns", "deadline"),
    QT_TRANSLATE_NOOP("nouns", "way to a firm"),
    QT_TRANSLATE_NOOP("nouns", "letter"),
)
"""Further words that stand as values in the templates."""
