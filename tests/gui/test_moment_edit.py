"""The time field: gaps and overlaps of the clocks, how a time is known, and that nothing untouched is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.journal.times import HowKnown, Moment, Precision, from_wall, parse
from tests.journal.test_times import WALLS, ZONES

FIRST, SECOND = "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"


def at(text: str, zone: str = "Europe/Berlin", **kinds: HowKnown) -> Moment:
    return parse(text, zone, **kinds)


@pytest.fixture
def field(qtbot: QtBot) -> MomentEdit:
    made = MomentEdit(at("2026-10-24 12:00"), sourced=True)
    qtbot.addWidget(made)
    made.show()
    return made


def state(field: MomentEdit, day: QDate, clock: QTime) -> str:
    """Type day and time, as a person does; return what the field then says."""
    field.day.setDate(day)
    field.clock.setTime(clock)
    stated = field.moment()
    assert stated is not None
    return stated.rfc3339


def test_where_a_time_came_twice_the_user_says_which(field: MomentEdit) -> None:
    assert not field.which.isVisible()
    assert state(field, QDate(2026, 10, 25), QTime(2, 30)) == FIRST
    assert field.which.isVisible()
    assert [field.which.itemText(n) for n in (0, 1)] == ["first, UTC+02:00", "second, UTC+01:00"]
    field.which.setCurrentIndex(1)
    stated = field.moment()
    assert stated is not None
    assert stated.rfc3339 == SECOND
    assert state(field, QDate(2026, 10, 25), QTime(3, 30)) == "2026-10-25T03:30:00+01:00"
    assert not field.which.isVisible()
    field.exact.setCurrentIndex(field.exact.findData(Precision.DATE.value))
    field.clock.setTime(QTime(2, 30))
    assert not field.which.isVisible()


def test_a_time_that_never_was_is_said_and_kept(field: MomentEdit) -> None:
    assert state(field, QDate(2026, 3, 29), QTime(2, 30)) == "2026-03-29T02:30:00+01:00"
    assert field._odd.isVisible()
    state(field, QDate(2026, 3, 29), QTime(3, 30))
    assert not field._odd.isVisible()
    field.zone.setCurrentText("Europe/Nowh")
    assert not field._odd.isVisible()


@pytest.mark.parametrize("text", [FIRST, SECOND])
def test_what_is_shown_of_a_twofold_time_is_what_was_kept(field: MomentEdit, text: str) -> None:
    field.set_moment(at(text))
    assert field.which.currentText().endswith(text[-6:])
    field.zone.setCurrentText("Europe/Paris")  # another place with the same clocks
    stated = field.moment()
    assert stated is not None
    assert (stated.rfc3339, stated.zone) == (text, "Europe/Paris")


def test_how_a_time_is_known_can_be_said_alone(field: MomentEdit) -> None:
    kept = replace(at("2026-11-20T14:03:27+01:00"), known=HowKnown.MEMORY)
    field.set_moment(kept)
    assert field.moment() == kept
    field.source.setCurrentIndex(field.source.findData(HowKnown.SCREENSHOT))
    assert field.moment() == replace(kept, known=HowKnown.SCREENSHOT)


def test_what_a_mail_says_of_its_time_stays_a_choice(field: MomentEdit) -> None:
    kept = replace(at("2026-11-20 14:03"), known=HowKnown.MAIL_HEADER)
    field.set_moment(kept)
    assert field.moment() == kept
    assert field.source.currentData() == HowKnown.MAIL_HEADER
    assert state(field, QDate(2026, 11, 20), QTime(14, 5)) == "2026-11-20T14:05:00+01:00"
    stated = field.moment()
    assert stated is not None
    assert stated.known is HowKnown.MAIL_HEADER


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WALLS, st.sampled_from(ZONES), st.integers(0, 1), st.sampled_from(Precision), st.sampled_from(HowKnown))
def test_every_time_comes_back_and_can_be_typed(
    qapp: QApplication, wall: object, name: str, fold: int, precision: Precision, known: HowKnown
) -> None:
    stated = from_wall(wall.replace(fold=fold), name, precision, known)  # type: ignore[attr-defined]
    field = MomentEdit(at("2026-10-24 12:00"), sourced=True)
    field.set_moment(stated)
    assert field.moment() == stated
    if precision is not Precision.DATE:
        typed = MomentEdit(at("2026-10-24 12:00"))
        local = stated.local
        typed.zone.setCurrentText(name)
        typed.day.setDate(QDate(local.year, local.month, local.day))
        typed.clock.setTime(QTime(local.hour, local.minute))
        typed.which.setCurrentIndex(fold)
        read = typed.moment()
        assert read is not None
        assert read.local.replace(tzinfo=None) == local.replace(second=0, tzinfo=None)
        assert read.offset == stated.offset
        typed.deleteLater()
    field.deleteLater()
