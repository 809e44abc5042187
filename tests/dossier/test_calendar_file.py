"""The calendar file, read back by icalendar: what rings when, under which name, and what is off again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from casebook.dossier import calendar_file
from casebook.journal import Journal
from casebook.journal.errors import BadInput, DiskTrouble
from casebook.journal.times import HowKnown, Moment, Precision, moment

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path, clock: Clock):
    with Journal.create(tmp_path / "book", clock) as made:
        firm = made.firms.add("Kestrel; Exchange, Ltd", country="SG", zone="Asia/Singapore").made
        made.cases.add(firm, "提币被冻结, order 88213")
        made.cases.add(firm, "Fee")
        yield made


def add(journal: Journal, case_id: int = 1, reason: str = "Ask for a date", days: float = 3, **more: Any) -> int:
    return journal.follow_ups.add(case_id, moment(NOW + timedelta(days=days), "Asia/Singapore"), reason, **more).made


def events(path: Path) -> dict[str, Any]:
    calendar = Calendar.from_ical(path.read_bytes())
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["VERSION"] == "2.0"
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def only(path: Path) -> Any:
    (event,) = events(path).values()
    return event


def test_what_is_written_is_read_back_with_its_alarm(journal: Journal, tmp_path: Path) -> None:
    add(journal, reason="催问：提币\nsecond line; with, signs\\")
    made = calendar_file.write(journal, tmp_path / "out.ics")
    assert (made.ringing, made.cancelled) == (1, 0)
    event = only(made.path)
    assert event.start == NOW + timedelta(days=3)
    assert event.start.tzinfo is not None
    assert "DTSTART:20261123T063000Z" in made.path.read_text("utf-8")
    assert event["STATUS"] == "CONFIRMED"
    assert str(event["SUMMARY"]) == "催问：提币 second line; with, signs\\ · Kestrel; Exchange, Ltd · C-1"
    assert "提币被冻结, order 88213" in str(event["DESCRIPTION"])
    (alarm,) = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta())
    raw = made.path.read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_the_name_stays_and_the_sequence_rises_with_each_change(journal: Journal, tmp_path: Path, clock: Clock) -> None:
    number, out = add(journal), tmp_path / "out.ics"
    seen = []

    def look() -> Any:
        clock.now += timedelta(minutes=1)
        calendar_file.write(journal, out)
        event = only(out)
        seen.append((str(event["UID"]), int(event["SEQUENCE"]), event["LAST-MODIFIED"].dt))
        return event

    look()
    journal.follow_ups.snooze(number, NOW + timedelta(days=4))
    assert look().start == NOW + timedelta(days=4)
    journal.follow_ups.reschedule(number, moment(NOW + timedelta(days=9), "UTC"))
    assert look().start == NOW + timedelta(days=9)
    journal.cases.edit(1, title="Withdrawal refused")
    assert "Withdrawal refused" in str(look()["DESCRIPTION"])
    journal.follow_ups.done(number)
    off = look()
    assert off["STATUS"] == "CANCELLED"
    assert not off.walk("VALARM")
    journal.follow_ups.reopen(number)
    assert look()["STATUS"] == "CONFIRMED"
    assert len({name for name, _, _ in seen}) == 1
    assert [n for _, n, _ in seen] == sorted({n for _, n, _ in seen})
    assert [at for _, _, at in seen] == sorted(at for _, _, at in seen)
    assert seen[0][0].endswith(f"{journal.calendar_rows.casebook_id}@casebook")


def test_two_casebooks_never_share_a_name(journal: Journal, tmp_path: Path, clock: Clock) -> None:
    add(journal)
    with Journal.create(tmp_path / "other", clock) as other:
        other.cases.add(other.firms.add("Kestrel").made, "Fee")
        add(other)
        calendar_file.write(other, tmp_path / "b.ics")
    calendar_file.write(journal, tmp_path / "a.ics")
    assert not events(tmp_path / "a.ics").keys() & events(tmp_path / "b.ics").keys()


def test_a_day_alone_is_a_day_there_and_rings_at_nine(journal: Journal, tmp_path: Path) -> None:
    midnight = datetime(2026, 11, 22, 16, tzinfo=UTC)  # the 23rd in Singapore
    day = Moment(midnight, "Asia/Singapore", 8 * 3600, Precision.DATE, HowKnown.MEMORY)
    number = journal.follow_ups.add(1, day, "The bank's statement").made
    event = only(calendar_file.write(journal, tmp_path / "out.ics").path)
    assert event["DTSTART"].dt == date(2026, 11, 23)
    assert event.walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=9)
    journal.follow_ups.snooze(number, midnight + timedelta(hours=12))
    event = only(calendar_file.write(journal, tmp_path / "out.ics").path)
    assert event["DTSTART"].dt == midnight + timedelta(hours=12)


def test_one_a_case_s_or_all(journal: Journal, tmp_path: Path) -> None:
    first, second, third = add(journal), add(journal, 2), add(journal, 2, days=5)

    def named(**which: int) -> list[int]:
        calendar_file.write(journal, tmp_path / "out.ics", **which)
        return sorted(int(name.split(".")[0].removeprefix("follow-up-")) for name in events(tmp_path / "out.ics"))

    assert named() == [first, second, third]
    assert named(case_id=2) == [second, third]
    assert named(follow_up_id=third) == [third]


def test_what_is_quiet_has_no_word_of_the_case(journal: Journal, tmp_path: Path) -> None:
    add(journal, reason="Ask Lily about the frozen withdrawal")
    out = calendar_file.write(journal, tmp_path / "out.ics", quiet=True).path
    text = out.read_text("utf-8")
    assert str(only(out)["SUMMARY"]) == "Casebook: something is due in C-1"
    assert not [word for word in ("Lily", "Kestrel", "提币", "withdrawal") if word in text]


def test_a_case_in_the_bin_takes_its_alarms_off_the_phone(journal: Journal, tmp_path: Path) -> None:
    add(journal)
    before = int(only(calendar_file.write(journal, tmp_path / "out.ics").path)["SEQUENCE"])
    journal.bin.delete_case(1)
    event = only(calendar_file.write(journal, tmp_path / "out.ics").path)
    assert (event["STATUS"], int(event["SEQUENCE"]) > before) == ("CANCELLED", True)
    assert "提币" not in str(event["SUMMARY"])


def test_what_was_answered_long_ago_is_left_out(journal: Journal, tmp_path: Path, clock: Clock) -> None:
    journal.follow_ups.done(add(journal))
    waiting = add(journal, days=-1)
    clock.now = NOW + timedelta(days=120)
    made = calendar_file.write(journal, tmp_path / "out.ics")
    assert (made.ringing, made.cancelled) == (1, 0)
    assert [name.split(".")[0] for name in events(made.path)] == [f"follow-up-{waiting}"]


def test_the_guide_s_reason_is_in_the_language_that_was_asked_for(journal: Journal, tmp_path: Path) -> None:
    from casebook import paths
    from casebook.guide import Guide
    from casebook.journal.terms import Channel, Direction

    journal.contacts.log(
        1, channel=Channel.EMAIL, direction=Direction.OUT, happened=moment(NOW, "Asia/Singapore"), text="Asked"
    )
    guide = Guide.load(paths.resources() / "guides")
    step = guide.suggest(journal.firms.get(1), journal.contacts.of_case(1), NOW, "Asia/Singapore")[0]
    journal.follow_ups.add(
        1, step.due, step.reason["en"], rule=step.rule, explanation=step.explanation.to_json(), contact_id=1
    )
    for language in ("en", "zh"):
        event = only(calendar_file.write(journal, tmp_path / "out.ics", language=language).path)
        assert step.explanation.sentence(language) in str(event["DESCRIPTION"])


def test_the_same_follow_ups_give_the_same_bytes(journal: Journal, tmp_path: Path, clock: Clock) -> None:
    add(journal)
    first = calendar_file.write(journal, tmp_path / "out.ics")
    clock.now += timedelta(hours=5)
    second = calendar_file.write(journal, tmp_path / "out.ics")
    assert (first.changed, second.changed) == (True, False)


def test_nothing_but_a_calendar_is_written_over(journal: Journal, tmp_path: Path) -> None:
    letter = tmp_path / "letter.ics"
    letter.write_text("Dear Sir", "utf-8")
    for name in (letter, tmp_path / "photo.png"):
        with pytest.raises(BadInput):
            calendar_file.write(journal, name)
    assert letter.read_text("utf-8") == "Dear Sir"
    assert calendar_file.write(journal, tmp_path / "plain").path.name == "plain.ics"


def test_it_goes_neither_into_the_casebook_nor_nowhere(journal: Journal, tmp_path: Path) -> None:
    add(journal)
    for place in (journal.folder / "due.ics", tmp_path / "nowhere" / "due.ics"):
        with pytest.raises(BadInput):
            calendar_file.write(journal, place)
        assert not place.exists()


def test_the_kept_file_follows_and_a_folder_that_is_gone_is_said(journal: Journal, tmp_path: Path) -> None:
    assert calendar_file.keep(journal) is None
    place = tmp_path / "phone"
    place.mkdir()
    journal.preferences.set(calendar_file=str(place / "casebook.ics"))
    add(journal)
    kept = calendar_file.keep(journal)
    assert kept is not None
    assert (kept.ringing, kept.changed) == (1, True)
    kept.path.unlink()
    place.rmdir()
    with pytest.raises(DiskTrouble, match="is not there"):
        calendar_file.keep(journal)
