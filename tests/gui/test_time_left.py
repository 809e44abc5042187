"""How long a dossier will still take is a guess that comes true, goes down, and is not made too early."""

from __future__ import annotations

import pytest

from casebook.gui.models.time_left import SteadyLeft, TimeLeft, words
from casebook.journal import Progress


def run(phases: list[tuple[str, float, bool]], *, contacts: int, exhibits: int) -> list[tuple[float, float | None]]:
    """Play phases of (unit, seconds, says how far it is); return (really left, said) each half second."""
    clock = [0.0]
    left = TimeLeft(lambda: clock[0], contacts=contacts, exhibits=exhibits)
    total, told = sum(length for _unit, length, _says in phases), []
    for unit, length, says in phases:
        steps = int(length * 2)
        for step in range(steps):
            clock[0] += 0.5
            progress = Progress(step + 1, steps, unit) if says else Progress(0, 0, unit)
            told.append((total - clock[0], left.seconds(progress)))
    return told


def test_nothing_is_said_in_the_first_seconds() -> None:
    told = run([("files", 2, True), ("pictures", 20, True)], contacts=10, exhibits=20)
    assert all(said is None for really, said in told if really > 19.5)


@pytest.mark.parametrize(("contacts", "exhibits", "pictures", "pages"), [(1000, 60, 12.5, 26), (60, 60, 9, 8.5)])
def test_the_guess_comes_true(contacts: int, exhibits: int, pictures: float, pages: float) -> None:
    """With times as they were measured it is roughly right at first, and better later."""
    phases = [("", 1.5, False), ("files", 0.5, True), ("pictures", pictures, True), ("pages", pages, False)]
    phases.append(("files", 0.5, True))
    told = [(really, said) for really, said in run(phases, contacts=contacts, exhibits=exhibits) if said is not None]
    total = sum(length for _unit, length, _says in phases)
    assert told
    assert all(abs(really - said) < 0.75 * total for really, said in told)
    late = [(really, said) for really, said in told if really < total / 4]
    assert all(abs(really - said) < total / 5 for really, said in late)


def test_packing_at_the_end_is_not_taken_for_the_beginning() -> None:
    told = run(
        [("files", 2, True), ("pictures", 4, True), ("pages", 4, False), ("files", 2, True)], contacts=9, exhibits=9
    )
    assert all(said is not None and said < 3 for _really, said in told[-4:])


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (0.3, "about 5 s left"),
        (22, "about 20 s left"),
        (59, "about 60 s left"),
        (100, "about 2 minutes left"),
    ],
)
def test_it_is_said_in_round_numbers(seconds: float | None, said: str) -> None:
    assert words(seconds).replace("(s)", "s") == said


def test_steady_work_says_how_long_it_still_takes_and_begins_anew_with_another_unit() -> None:
    clock, told = [0.0], []
    left = SteadyLeft(lambda: clock[0])
    for unit, total in (("mails", 40), ("files", 20)):
        for done in range(total + 1):
            told.append((unit, total - done, left.seconds(Progress(done, total, unit))))
            clock[0] += 0.5
    said = [(unit, rest * 0.5, seconds) for unit, rest, seconds in told if seconds is not None]
    assert {unit for unit, _rest, _seconds in said} == {"mails", "files"}
    assert all(abs(seconds - rest) < 0.01 for _unit, rest, seconds in said)
    assert all(seconds is None for _unit, _rest, seconds in told[:6]), "a guess from less would jump"
    assert left.seconds(Progress(5)) is None, "without a total nothing can be told"
