"""The command line as a person uses it: words in, exit code and two streams out, on a real casebook."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from casebook.cli.main import run

START = datetime(2026, 11, 20, 6, 3, tzinfo=UTC)  # a Friday, 14:03 in Singapore


@dataclass
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Casebook:
    """Runs commands on one casebook; `now` is its clock."""

    book: Path
    capture: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch
    now: datetime = START
    windows: list[tuple[Path, list[Path]]] = field(default_factory=list)
    forms: list[tuple[Path, str]] = field(default_factory=list)

    def run(self, *words: str | Path, stdin: bytes | None = None) -> Answer:
        """Run `casebook --book BOOK WORDS…`."""
        return self.bare("--book", self.book, *words, stdin=stdin)

    def bare(self, *words: str | Path, stdin: bytes | None = None) -> Answer:
        """Run `casebook WORDS…`."""
        self.patch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin or b"")))
        self.capture.readouterr()
        arguments = [str(word) for word in words]
        code = run(arguments, open_window=self._window, open_form=self._form, clock=lambda: self.now)
        out, err = self.capture.readouterr()
        return Answer(code, out, err)

    def ok(self, *words: str | Path, stdin: bytes | None = None) -> str:
        """Run a command that must succeed quietly; return what it printed."""
        answer = self.run(*words, stdin=stdin)
        assert answer.code == 0, answer
        return answer.out

    def json(self, *words: str | Path, stdin: bytes | None = None) -> Any:
        """Run a command with --json that must succeed; return the value."""
        return json.loads(self.ok(*words, "--json", stdin=stdin))

    def refused(self, *words: str | Path, code: int = 1, stdin: bytes | None = None) -> str:
        """Run a command that must be refused in one line; return the line."""
        answer = self.run(*words, stdin=stdin)
        assert answer.code == code, answer
        assert answer.out == ""
        lines = answer.err.splitlines()
        assert len(lines) == 1, answer.err
        assert lines[0].startswith("casebook: ")
        assert "Traceback" not in answer.err
        return lines[0]

    def wait(self, **length: float) -> None:
        """Let time pass."""
        self.now += timedelta(**length)

    def _window(self, book: Path, files: Sequence[Path]) -> int:
        self.windows.append((book, list(files)))
        return 0

    def _form(self, book: Path, case: str) -> int:
        self.forms.append((book, case))
        return 0


@pytest.fixture
def casebook(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Casebook:
    """An empty place for a casebook; the first firm makes it."""
    monkeypatch.delenv("CASEBOOK_DIR", raising=False)
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return Casebook(tmp_path / "book", capsys, monkeypatch)


@pytest.fixture
def filled(casebook: Casebook) -> Casebook:
    """A casebook with one firm in Singapore, one account and one case."""
    casebook.ok("firm", "add", "--name", "Kestrel", "--country", "SG", "--zone", "Asia/Singapore")
    casebook.ok("account", "add", "--firm", "Kestrel", "--email", "lin@example.org", "--uid", "80041277")
    casebook.ok("case", "add", "--firm", "Kestrel", "--title", "Withdrawal on hold", "--account", "1")
    return casebook
