"""What can go wrong with the window's conveniences and with time stamps, in translated words: see `error_texts`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

WINDOW_TEMPLATES = (
    QT_TRANSLATE_NOOP("errors", "which words are to be quoted?"),
    QT_TRANSLATE_NOOP("errors", "contact {number} is in no case yet: file it first"),
    QT_TRANSLATE_NOOP("errors", "contact {number} does not say that: quote its own words"),
    QT_TRANSLATE_NOOP("errors", "a view needs a name"),
    QT_TRANSLATE_NOOP("errors", "there is a view named '{name}' already"),
    QT_TRANSLATE_NOOP("errors", "there is no view {number} in this casebook"),
    QT_TRANSLATE_NOOP("errors", "there is no ledger entry {number}"),
    QT_TRANSLATE_NOOP("errors", "what ledger entry {number} tells of cannot be taken back"),
    QT_TRANSLATE_NOOP("errors", "{label} cannot be taken back: its earlier words were erased"),
    QT_TRANSLATE_NOOP("errors", "{label} was changed since: take that back first, or change it by hand"),
    QT_TRANSLATE_NOOP("errors", "{label} stays: something that was recorded since names it"),
    QT_TRANSLATE_NOOP("errors", "nothing is drawn yet: draw an arrow, a box, or write some words"),
    QT_TRANSLATE_NOOP("errors", "{count} marks are more than anybody can read: draw at most {most}"),
    QT_TRANSLATE_NOOP("errors", "the {shape} at {where} cannot be drawn: it has no size, or no words"),
    QT_TRANSLATE_NOOP(
        "errors",
        "'{text}' is no mark: write left,top,right,bottom in pixels, such as 40,120,600,180, and for words "
        "left,top,height,WORDS",
    ),
    QT_TRANSLATE_NOOP("errors", "{exhibit} has more than {most} pages: split it, and draw on a part"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{exhibit} is too large to be drawn on ({wide} x {high} pixels): cut the part that matters out of a copy, add "
        "that as an exhibit, and draw on it",
    ),
    QT_TRANSLATE_NOOP("errors", "{exhibit} is nothing that can be drawn on: only pictures and PDFs are"),
    QT_TRANSLATE_NOOP("errors", "{exhibit} is in no case yet: file its mail first"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{time} has not been yet: a contact lies in the past, so give the time when it happened",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "'{text}' is not understood as a time: write 14:03, yesterday 9pm, 2 hours ago, or 2026-11-20 14:03",
    ),
    QT_TRANSLATE_NOOP("errors", "'{text}' names a weekday that {day} is not: check the date"),
    QT_TRANSLATE_NOOP("errors", "'{text}' names a day that no calendar has: check the date"),
    QT_TRANSLATE_NOOP(
        "errors",
        "'{text}' can be two days, by which of its numbers is the month: write it as {one} or {other}",
    ),
    QT_TRANSLATE_NOOP("errors", "'{text}' names a time that no clock shows: check hour and minute"),
    QT_TRANSLATE_NOOP("errors", "the picture cannot be drawn ({reason}): free some space"),
)
"""Further templates go at the end here."""

STAMP_NOUNS = (
    QT_TRANSLATE_NOOP("nouns", "it did not answer in time"),
    QT_TRANSLATE_NOOP("nouns", "it cannot be read as a time stamp"),
    QT_TRANSLATE_NOOP("nouns", "it is too long for a time stamp"),
    QT_TRANSLATE_NOOP("nouns", "the service refused to give a time stamp"),
    QT_TRANSLATE_NOOP("nouns", "it is a time stamp of other bytes"),
    QT_TRANSLATE_NOOP("nouns", "it answers another question than the one that was sent"),
    QT_TRANSLATE_NOOP("nouns", "it is not signed by exactly one service"),
    QT_TRANSLATE_NOOP("nouns", "its signature is wrong"),
    QT_TRANSLATE_NOOP("nouns", "its certificate is not one for time stamps"),
    QT_TRANSLATE_NOOP("nouns", "its certificate was not valid at the time that it states"),
)
"""Why a time stamp was refused."""
