"""`casebook calendar` as a person types it, and the file that is kept up to date by whatever is typed after it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from icalendar import Calendar

from tests.cli.conftest import Casebook


def events(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def add(casebook: Casebook, due: str = "2026-11-23 10:00") -> int:
    return int(casebook.json("follow-up", "add", "1", "--due", due, "--reason", "Ask for a date")["id"])


def test_all_a_case_or_one(filled: Casebook, tmp_path: Path) -> None:
    filled.ok("case", "add", "--firm", "Kestrel", "--title", "Fee")
    first = add(filled)
    filled.ok("follow-up", "add", "2", "--due", "2026-11-24 10:00", "--reason", "Bank")
    out = tmp_path / "all.ics"
    assert filled.json("calendar", out) == {"path": str(out), "ringing": 2, "cancelled": 0, "kept": False}
    assert len(events(out)) == 2
    assert "1 to ring" in filled.ok("calendar", tmp_path / "case.ics", "--case", "C-2")
    filled.ok("calendar", tmp_path / "one.ics", "--follow-up", str(first), "--quiet")
    assert str(events(tmp_path / "one.ics")[0]["SUMMARY"]) == "Casebook: something is due in C-1"
    assert "exclude" in filled.refused("calendar", out, "--case", "1", "--follow-up", "1", code=2)
    assert "follow-up" in filled.refused("calendar", tmp_path / "x.ics", "--follow-up", "99")
    assert not (tmp_path / "x.ics").exists()


def test_a_kept_file_follows_every_command(filled: Casebook, tmp_path: Path) -> None:
    out = tmp_path / "phone.ics"
    assert "no calendar file is kept" in filled.ok("calendar")
    assert filled.json("calendar", out, "--keep", "--lang", "zh")["kept"]
    assert events(out) == []
    number = add(filled)
    assert [event["STATUS"] for event in events(out)] == ["CONFIRMED"]
    filled.ok("follow-up", "done", str(number))
    assert [event["STATUS"] for event in events(out)] == ["CANCELLED"]
    assert filled.json("calendar") == {"path": str(out), "quiet": False, "language": "zh"}
    filled.ok("calendar", "--stop")
    before = out.read_bytes()
    add(filled)
    assert out.read_bytes() == before


def test_a_kept_file_that_cannot_be_written_holds_nothing_up(filled: Casebook, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    filled.ok("calendar", place / "phone.ics", "--keep")
    (place / "phone.ics").unlink()
    place.rmdir()
    answer = filled.run("follow-up", "add", "1", "--due", "2026-11-23 10:00", "--reason", "Ask")
    assert answer.code == 0
    assert "the calendar file is not up to date" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert filled.json("follow-up", "list")[0]["reason"] == "Ask"
