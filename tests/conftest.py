"""What most tests start from: a clock that the test owns, and a real casebook in a real folder."""

import os
import signal
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings

from casebook.journal import Journal, Progress

# The same examples in every run, so that what passed here passes there; `--hypothesis-profile=explore` looks further.
# None has a time to keep: it would tell of the machine.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2_000, deadline=None)
settings.load_profile("same")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# What a shell starts in the background ignores Ctrl-C, and hands that on to every program that it starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

T = TypeVar("T")

# Files of few and long tests: begun last, one of them would keep a worker busy while the others have nothing left.
_FIRST = ("test_end_to_end.py", "test_dump.py", "test_upgrades.py", "test_purge_crash.py", "test_sealed.py")


_PATIENCE = 60_000
"""Milliseconds that every wait for a condition of the window has at least: it ends when the condition holds."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files with the longest tests first, each in its own order; give slow tests time on a slow machine."""
    items.sort(key=lambda item: item.path.name not in _FIRST)
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(1_200))


@pytest.fixture
def qtbot(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The usual one, as patient as a busy machine needs; a wait that fails says so as before."""
    for name in ("waitUntil", "waitSignal", "waitCallback", "waitExposed"):
        usual = getattr(qtbot, name)

        def patient(*given: Any, _usual: Callable[..., Any] = usual, timeout: int = 0, **named: Any) -> Any:
            if named.get("raising") is False:  # that nothing comes is waited for as long as was asked
                return _usual(*given, timeout=timeout, **named)
            return _usual(*given, timeout=max(timeout, _PATIENCE), **named)

        monkeypatch.setattr(qtbot, name, patient)
    return qtbot


class HandClock:
    """Returns the time it was set to, a second later at each look, so that no two records share a time."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def finished(work: Generator[Progress, None, T]) -> T:
    """Run long work to its end and return its value."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


@pytest.fixture(autouse=True, scope="session")
def _users_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every test, and every program it starts, out of the user's own data folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("user-data")))
        yield


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 11, 20, 6, 0, tzinfo=UTC))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "casebook"


@pytest.fixture
def journal(book: Path, clock: HandClock) -> Iterator[Journal]:
    with Journal.create(book, clock) as made:
        yield made


@pytest.fixture
def case_id(journal: Journal) -> int:
    """A case at Kestrel Exchange in Singapore, whose user writes from lin@example.org."""
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone="Asia/Singapore").made
    account = journal.accounts.add(firm, uid="88213", email="Lin@example.org").made
    return journal.cases.add(
        firm, "提币被冻结 Withdrawal on hold", account_id=account, amount="1,250", asset="USDT"
    ).made
