"""How a contact went, in the dossier: waiting time in the table of attempts, number and menu, consent, and secrets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from casebook.dossier.gaps.leaks import suspected
from casebook.dossier.pages.attempts import attempts
from casebook.dossier.pages.story import chronology
from casebook.journal.planning import NOTHING, Details
from casebook.journal.terms import Channel, Consent, Direction
from tests.dossier.builder import at, contact, facts
from tests.dossier.writing import writer

CALL = Details(
    waited=25 * 60,
    talked=260,
    address="+65 6000 0000",
    menu="2 > 4 > 0",
    language="English",
    cost="SGD 4.20",
    recorded=True,
    consent=Consent.NOTICE,
    consent_how="told at the start",
    read_back=True,
    course=(
        "2026-11-18T06:00:00.000Z started",
        "2026-11-18T06:25:00.000Z answered Tom",
        "2026-11-18T06:27:00.000Z scam-sign",
        "2026-11-18T06:29:20.000Z ended",
    ),
)


def told(rows: Any) -> str:
    """Every word of a section, one space between."""
    if isinstance(rows, dict):
        return " ".join(map(told, rows.values()))
    if isinstance(rows, list | tuple):
        return " ".join(map(told, rows))
    return str(rows)


def sections(language: str, details: Details, channel: Channel = Channel.PHONE) -> tuple[str, str]:
    """The attempt and the entry of the chronology of one contact."""
    base = facts(language)
    happened = at("2026-11-18 14:00")
    one = contact(900, happened, channel, Direction.BOTH, "Called.", agent="Tom", details=details)
    page = writer(replace(base, contacts=(*base.contacts, one)), language)
    [attempt] = [row for row in attempts(page)["rows"] if row["number"] == 900]
    [entry] = [row for row in chronology(page)["rows"] if row["number"] == 900]
    return told(attempt["outcome"]), told(entry["facts"])


def test_the_attempt_says_how_long_one_waited_and_the_chronology_the_rest() -> None:
    attempt, entry = sections("en", CALL)
    assert "Answered in the conversation. Waited 25 min, talked 4 min." in attempt
    for words in ("+65 6000 0000", "2 > 4 > 0", "English", "SGD 4.20", "told at the start", "read the summary back"):
        assert words in entry, words
    assert "14:00 began" in entry and "14:25 Tom answered" in entry and "14:29 ended" in entry
    assert "14:27 asked for a password, private key or recovery phrase" in entry


def test_it_says_so_in_chinese_too() -> None:
    attempt, entry = sections("zh", CALL)
    assert "等待 25 分钟，通话 4 分钟。" in attempt.replace(" 分", " 分")
    assert "14:25 Tom 接听" in entry and "拨打号码" in entry and "Waited" not in entry


def test_what_is_not_given_is_not_there() -> None:
    attempt, entry = sections("en", NOTHING)
    assert "Waited" not in attempt and not entry.strip()
    only, _entry = sections("en", Details(waited=600))
    assert only.endswith("Waited 10 min.") or "Waited 10 min." in only


@pytest.mark.parametrize("consent", [Consent.UNKNOWN, Consent.NO])
def test_a_recording_that_stays_at_home_is_not_told_of_here(consent: Consent) -> None:
    _attempt, entry = sections("en", replace(CALL, consent=consent, consent_how="asked, and they refused"))
    assert "Recording" not in entry and "they refused" not in entry


def test_on_social_media_the_number_is_a_handle() -> None:
    given = Details(address="@kestrel_help", badge="blue", link="https://example.org/p/1")
    _attempt, entry = sections("en", given, Channel.SOCIAL)
    assert "Their handle" in entry and "@kestrel_help" in entry and "Badge seen" in entry and "blue" in entry


def test_a_secret_among_the_details_stops_the_dossier_as_one_in_the_words_does() -> None:
    base = facts()
    phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow"
    one = contact(
        900, at("2026-11-18 14:00"), Channel.CHAT, Direction.BOTH, "Chat.", details=Details(instructions=phrase)
    )
    found = [f for f in suspected(replace(base, contacts=(*base.contacts, one))) if f.place[1] == 900]
    assert [str(f.values["field"]) for f in found] == ["instructions"]
