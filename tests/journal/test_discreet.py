"""A log tells where something broke, and no word of a record."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.journal.errors import BadInput
from casebook.journal.secrecy import discreet
from tests.cli.conftest import Casebook, casebook

__all__ = ["casebook"]
SECRET = "ZEBRAFISH"


def raising(error: BaseException) -> Callable[[], None]:
    def culprit() -> None:
        raise error

    return culprit


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BadInput("'{value}' is not an amount", value=SECRET), "BadInput: '{value}' is not an amount"),
        (ValueError(f"could not convert {SECRET}"), "ValueError"),
        (KeyError(SECRET), "KeyError"),
        (OSError(errno.ENOSPC, "No space left on device", f"/home/lin/{SECRET}.png"), "No space left on device"),
        (TypeError("'<' not supported between 'str' and 'int'"), "'<' not supported"),
        (RuntimeError("Internal C++ object already deleted"), "already deleted"),
        (UnicodeEncodeError("ascii", SECRET, 0, 1, "no"), "UnicodeEncodeError"),
    ],
)
def test_the_kind_and_the_place_are_told_and_no_words(error: BaseException, told: str) -> None:
    try:
        raising(error)()
    except BaseException as caught:
        text = discreet.trace(caught)
    assert told in text
    assert "in culprit" in text
    assert SECRET not in text


def test_what_it_came_from_is_told_as_well() -> None:
    try:
        try:
            raising(KeyError(SECRET))()
        except KeyError as first:
            raise BadInput("'{value}' is not known", value=SECRET) from first
    except BadInput as caught:
        text = discreet.trace(caught)
    assert text.index("KeyError") < text.index("which led to") < text.index("BadInput")
    assert SECRET not in text


def test_a_fault_of_a_command_is_logged_without_words(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from casebook.journal.kinds.firms import Firms

    def broken(*_words: object, **_more: object) -> None:
        raise ValueError(f"cannot store {SECRET}")

    monkeypatch.setattr(Firms, "add", broken)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    line = casebook.run("firm", "add", "--name", SECRET).err.splitlines()[-1]
    assert "fault of Casebook itself" in line
    logged = [path.read_text() for path in (tmp_path / "state").rglob("*.log")]
    assert len(logged) == 1
    assert "ValueError" in logged[0]
    assert "in broken" in logged[0]
    assert SECRET not in logged[0]
