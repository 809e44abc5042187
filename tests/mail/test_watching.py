"""The watch folder: only what is complete, each file once, and again when it has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.journal import Journal
from casebook.mail.importer import ImportReport
from casebook.mail.watching import SETTLED, Watch, take_in
from tests.mail.test_importer import finished
from tests.mail.test_preview import mail


class Now:
    """A clock that is moved by hand; it starts long after every file of the test was written."""

    def __init__(self) -> None:
        self.seconds = 4_000_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.create(tmp_path / "book") as book:
        yield book


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "saved mail"
    made.mkdir()
    return made


def taken(journal: Journal, watch: Watch) -> ImportReport | None:
    return finished(take_in(journal, watch))[0]


def test_each_file_comes_in_once_also_for_another_run(journal: Journal, folder: Path) -> None:
    (folder / "one.eml").write_bytes(mail(1))
    (folder / "sub").mkdir()
    (folder / "sub" / "two.eml").write_bytes(mail(2))
    first = taken(journal, Watch(folder, Now()))
    assert first is not None
    assert first.new == 2
    again = Watch(folder, Now())
    assert taken(journal, again) is None
    (folder / "three.eml").write_bytes(mail(3))
    third = taken(journal, again)
    assert third is not None
    assert (third.new, third.known) == (1, 0), "what was taken in is not even read again"


def test_a_mailbox_that_grew_is_read_again_and_only_what_is_new_comes_in(journal: Journal, folder: Path) -> None:
    box, start = folder / "Inbox", b"From a@b.example Thu Nov 19 10:00:00 2026\n"
    box.write_bytes(start + mail(1) + b"\n")
    watch = Watch(folder, Now())
    assert taken(journal, watch) is not None
    with box.open("ab") as more:
        more.write(start + mail(2) + b"\n")
    report = taken(journal, watch)
    assert report is not None
    assert (report.new, report.known) == (1, 1)


def test_what_still_grows_waits(journal: Journal, folder: Path) -> None:
    path, now = folder / "slow.eml", Now()
    path.write_bytes(mail(1)[:100])
    now.seconds = path.stat().st_ctime + SETTLED / 2
    watch = Watch(folder, now)
    report, growing = finished(take_in(journal, watch))
    assert (report, growing) == (None, True)
    path.write_bytes(mail(1))
    now.seconds = path.stat().st_ctime + SETTLED / 2
    assert finished(take_in(journal, watch)) == (None, True)
    now.seconds += SETTLED
    complete = taken(journal, watch)
    assert complete is not None
    assert complete.new == 1


def test_a_clock_that_runs_behind_does_not_hold_a_file_back_for_ever(journal: Journal, folder: Path) -> None:
    (folder / "one.eml").write_bytes(mail(1))
    now = Now()
    now.seconds = 0.0
    watch = Watch(folder, now)
    assert finished(take_in(journal, watch)) == (None, True)
    second = taken(journal, watch)
    assert second is not None
    assert second.new == 1


@pytest.mark.parametrize("name", ["one.eml.part", ".one.eml", "one.eml.crdownload", "one.tmp", "empty.eml"])
def test_what_is_unfinished_or_hidden_is_left_alone(journal: Journal, folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"" if name == "empty.eml" else mail(1))
    assert taken(journal, Watch(folder, Now())) is None


def test_what_cannot_be_read_is_said_once(journal: Journal, folder: Path) -> None:
    (folder / "shot.jpg").write_bytes(b"\xff\xd8 no mail")
    watch = Watch(folder, Now())
    report = taken(journal, watch)
    assert report is not None
    assert [failure.source for failure in report.failed] == ["shot.jpg"]
    assert taken(journal, watch) is None


def test_a_folder_that_is_gone_is_empty(journal: Journal, folder: Path) -> None:
    folder.rmdir()
    assert taken(journal, Watch(folder, Now())) is None


def test_what_is_remembered_names_no_file_and_goes_with_it(journal: Journal, folder: Path) -> None:
    (folder / "secret name.eml").write_bytes(mail(1))
    watch = Watch(folder, Now())
    taken(journal, watch)
    (mark,) = journal.preferences.watched()
    assert "secret" not in mark
    (folder / "secret name.eml").unlink()
    (folder / "other.eml").write_bytes(mail(2))
    taken(journal, watch)
    assert len(journal.preferences.watched()) == 1
    assert mark not in journal.preferences.watched()
