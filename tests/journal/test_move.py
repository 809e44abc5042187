"""A case moves to another casebook: whole, provable, once, and whatever stops it on the way."""

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from casebook.journal import BadInput, CasebookError, Damaged, Journal, NotFound
from casebook.journal.secrecy import keys
from tests.conftest import HandClock, finished
from tests.journal.makers import log, mail, picture
from tests.journal.moved_case import SECRET, archive, facts, rich_case, state, there
from tests.killing import duration, instants, run_and_kill

__all__ = ["archive", "there"]


def test_a_case_arrives_whole_and_stays_provable(journal: Journal, archive: Path, there: Journal) -> None:
    made = finished(there.archives.import_case(archive)).made
    assert made == 2
    assert facts(there, made) == facts(journal, 2)
    assert [e.label for e in there.exhibits.of_case(made)] == ["EX-1", "EX-2", "EX-3"]
    for ours, theirs in zip(journal.exhibits.of_case(2), there.exhibits.of_case(made), strict=True):
        assert there.exhibits.read(theirs.file) == journal.exhibits.read(ours.file)
    assert [firm.name for firm in there.firms.all()] == ["kestrel exchange"]
    assert there.accounts.all()[0].uid == "88213"
    assert [hit.case_id for hit in there.search.find("0xabc123")] == [made]
    thread = {there.mail.of_contact(c.id).thread_id for c in there.contacts.of_case(made) if c.subject == "Message 2"}
    assert len(there.mail.thread(thread.pop())) == 2
    assert finished(there.verify()).ok
    assert there.bin.contents()[0].case == made


def test_nothing_of_other_cases_goes_along(archive: Path) -> None:
    assert SECRET.encode() not in archive.read_bytes()
    with zipfile.ZipFile(archive) as parcel:
        assert "later.pdf" in parcel.read("tables/exhibit.jsonl").decode()
        assert "Orca" not in parcel.read("tables/firm.jsonl").decode()


def test_the_same_case_gives_the_same_bytes(journal: Journal, archive: Path, tmp_path: Path) -> None:
    again = finished(journal.archives.export_case(2, tmp_path / "again.zip"))
    assert again.read_bytes() == archive.read_bytes()
    assert (archive.stat().st_mode & 0o777) == 0o600 or os.name == "nt"
    with pytest.raises(BadInput, match="is there already"):
        finished(journal.archives.export_case(2, again))
    assert finished(journal.archives.export_case(2, again, replace=True)).read_bytes() == archive.read_bytes()
    assert sorted(path.suffix for path in tmp_path.glob("*.*")) == [".zip", ".zip"]


def test_what_came_before_is_refused(journal: Journal, archive: Path, there: Journal, clock: HandClock) -> None:
    finished(there.archives.import_case(archive))
    before = state(there)
    with pytest.raises(BadInput, match=r"taken in before: it is C-2 here"):
        finished(there.archives.import_case(archive))
    log(journal, 2, "something new")
    later = finished(journal.archives.export_case(2, archive.with_name("later.zip")))
    with pytest.raises(BadInput, match="taken in before"):
        finished(there.archives.import_case(later))
    assert state(there) == before
    with pytest.raises(BadInput, match="written by this casebook: it is C-2"):
        finished(journal.archives.import_case(archive))


def test_a_case_that_is_not_there_or_in_the_bin_is_not_exported(
    journal: Journal, archive: Path, tmp_path: Path
) -> None:
    journal.bin.delete_case(2)
    for number, kind, words in ((2, BadInput, "in the bin"), (77, NotFound, "no case C-77")):
        with pytest.raises(kind, match=words):
            finished(journal.archives.export_case(number, tmp_path / "x.zip"))
    assert not (tmp_path / "x.zip").exists()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE contact SET text = 'They paid' WHERE id = (SELECT max(id) FROM contact)", "contact:"),
        ("DELETE FROM reference", "reference:1"),
        ("DELETE FROM ledger_payload WHERE number IN (SELECT number FROM ledger WHERE case_id = 2)", "ledger:"),
        ("UPDATE ledger_payload SET payload = '{}' WHERE number = (SELECT max(number) FROM ledger)", "ledger:"),
    ],
)
def test_a_case_that_is_not_as_recorded_does_not_go_out(
    statement: str, words: str, journal: Journal, archive: Path, tmp_path: Path
) -> None:
    """Nobody could take it in again."""
    journal._core.database.execute_sql(statement)
    with pytest.raises(Damaged, match=words):
        finished(journal.archives.export_case(2, archive, replace=True))
    assert archive.exists()
    assert not (tmp_path / "case.zip.part").exists()


def test_a_mail_that_waits_in_the_inbox_takes_its_place_in_the_case(
    archive: Path, there: Journal, journal: Journal
) -> None:
    there.mail.add([mail(2, attachments=(picture("a.pdf", b"%PDF 1"), picture("extra.png", b"extra")))])
    made = finished(there.archives.import_case(archive)).made
    assert there.inbox.waiting() == []
    exhibits = there.exhibits.of_case(made)
    assert [(e.number, e.name) for e in exhibits] == [(1, "chat.png"), (2, "a.pdf"), (3, "later.pdf"), (4, "extra.png")]
    assert [c.recorded_at for c in there.contacts.of_case(made)] == [c.recorded_at for c in journal.contacts.of_case(2)]
    assert finished(there.verify()).ok


def test_a_mail_in_another_case_is_no_second_time_taken_in(archive: Path, there: Journal) -> None:
    there.mail.add([mail(2)], case_id=1)
    before = state(there)
    with pytest.raises(BadInput, match=r"filed in C-1 here \(Message 2\)"):
        finished(there.archives.import_case(archive))
    assert state(there) == before


def test_a_case_moves_on_with_both_histories(archive: Path, there: Journal, tmp_path: Path, clock: HandClock) -> None:
    second = finished(there.archives.import_case(archive)).made
    log(there, second, "added on the second computer")
    onward = finished(there.archives.export_case(second, tmp_path / "onward.zip"))
    key, _recovery = keys.make(tmp_path / "third", "correct horse battery")
    with Journal.create(tmp_path / "third", clock, key) as third:
        made = finished(third.archives.import_case(onward)).made
        assert facts(third, made) == facts(there, second)
        kept = third._core.database.execute_sql("SELECT origin_case FROM imported_case ORDER BY id").fetchall()
        assert kept == [(2,), (second,)]
        assert finished(third.verify()).ok
    for path in (tmp_path / "third").rglob("*"):
        assert not path.is_file() or b"On hold since" not in path.read_bytes()


def test_what_was_erased_is_no_fault_of_the_history(
    journal: Journal, there: Journal, tmp_path: Path, clock: HandClock
) -> None:
    case = rich_case(journal)
    clock.now += timedelta(days=40)
    journal.bin.empty(clock())
    path = finished(journal.archives.export_case(case, tmp_path / "case.zip"))
    assert b"put away" not in path.read_bytes()
    made = finished(there.archives.import_case(path)).made
    assert facts(there, made) == facts(journal, case)
    assert finished(there.verify()).ok


def test_the_kept_history_is_followed_again(archive: Path, there: Journal) -> None:
    finished(there.archives.import_case(archive))
    (sha256,) = there._core.database.execute_sql("SELECT sha256 FROM imported_case").fetchone()
    path = there._core.files.place(sha256)
    good = path.read_bytes()
    path.write_bytes(good.replace(b"On hold", b"Settled"))
    named = finished(there.verify()).faults
    assert [fault.where for fault in named] == [path.relative_to(there.folder).as_posix()]
    path.write_bytes(good)
    there._core.database.execute_sql("UPDATE imported_case SET head_number = head_number - 1")
    assert any(
        "history of the case" in f.what and f.where.endswith("imported_case:1") for f in finished(there.verify()).faults
    )


def test_a_full_disk_leaves_neither_half_a_case_nor_half_a_file(
    archive: Path, there: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, wrote = state(there), 0
    replace = os.replace

    def full(*names: Any) -> None:
        nonlocal wrote
        wrote += 1
        if wrote == 3:
            raise OSError(28, "No space left on device")
        replace(*names)

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(CasebookError, match="disk is full"):
        finished(there.archives.import_case(archive))
    monkeypatch.undo()
    assert state(there) == before
    assert finished(there.archives.import_case(archive)).made == 2


def test_killed_at_any_instant_a_case_is_there_whole_or_not_at_all(
    archive: Path, there: Journal, tmp_path: Path, clock: HandClock
) -> None:
    there.close()
    kept = tmp_path / "there"

    def bring(folder: Path) -> Callable[[Callable[[str], None]], None]:
        def work(tell: Callable[[str], None]) -> None:
            with Journal.open(folder, clock) as book:
                tell(str(finished(book.archives.import_case(archive)).made))

        return work

    shutil.copytree(kept, tmp_path / "timed")
    whole, outcomes = duration(bring(tmp_path / "timed")), set[int]()
    for number, instant in enumerate(instants(whole)):
        folder = tmp_path / f"round-{number}"
        shutil.copytree(kept, folder)
        killed = run_and_kill(bring(folder), instant)
        with Journal.open(folder, clock) as book:
            cases = len(book.cases.rows())
            assert cases == 2 or not killed.told
            assert cases in {1, 2}
            assert finished(book.verify()).ok
            outcomes.add(cases)
        shutil.rmtree(folder)
    assert outcomes


@pytest.mark.parametrize("secret", ["since Tuesday", 'her "pass\\word" 提币'])
def test_a_secret_is_purged_from_the_kept_history_as_well(
    secret: str, journal: Journal, there: Journal, tmp_path: Path
) -> None:
    case = rich_case(journal)
    log(journal, case, f"They asked for {secret}!", subject="Tuesday")
    made = finished(there.archives.import_case(finished(journal.archives.export_case(case, tmp_path / "c.zip")))).made
    finished(there.purge.words(secret, "secret"))
    assert finished(there.verify()).ok
    inside = [path.read_bytes() for path in there.folder.rglob("*") if path.is_file()]
    forms = (secret, json.dumps(secret, ensure_ascii=False)[1:-1])
    forms += (json.dumps(forms[1], ensure_ascii=False)[1:-1],)
    assert not [form for form in forms for content in inside if form.encode() in content]
    assert there.cases.get(made).title == "提币被冻结"


@pytest.mark.parametrize("how", ["purge the contact", "purge the exhibit", "empty the bin"])
def test_what_is_erased_here_is_erased_from_the_kept_history(
    how: str, archive: Path, there: Journal, tmp_path: Path, clock: HandClock
) -> None:
    made = finished(there.archives.import_case(archive)).made
    mine = log(there, made, "written down here")
    there.bin.delete_contact(mine)
    there.bin.empty(clock(), everything=False)
    contact = next(c for c in there.contacts.of_case(made) if c.text.startswith("On hold since"))
    if how == "purge the contact":
        finished(there.purge.contact(contact.id, "personal"))
    elif how == "purge the exhibit":
        finished(there.purge.exhibit(contact.exhibits[0].id, "personal"))
    else:
        there.bin.delete_contact(contact.id)
        there.bin.empty(clock(), everything=True)
    assert finished(there.verify()).ok
    gone = b"chat.png" if how == "purge the exhibit" else b"On hold since"
    there.close()
    assert not [path for path in there.folder.rglob("*") if path.is_file() and gone in path.read_bytes()]
    with Journal.open(there.folder, clock) as again:
        assert finished(again.verify()).ok
        onward = finished(again.archives.export_case(made, tmp_path / "onward.zip"))
    with Journal.create(tmp_path / "fourth", clock) as fourth:
        finished(fourth.archives.import_case(onward))
        assert finished(fourth.verify()).ok


def test_what_never_was_in_the_kept_history_leaves_it_alone(archive: Path, there: Journal) -> None:
    made = finished(there.archives.import_case(archive)).made
    before = there._core.database.execute_sql("SELECT sha256 FROM imported_case").fetchone()
    finished(there.purge.contact(log(there, made, "written down here"), "personal"))
    assert there._core.database.execute_sql("SELECT sha256 FROM imported_case").fetchone() == before
    assert finished(there.verify()).ok


def test_purged_mails_move_as_well(journal: Journal, there: Journal, tmp_path: Path) -> None:
    for book, case in ((journal, rich_case(journal)), (there, 1)):
        hidden = [mail(number, raw=f"Message-ID: <{number}@x>\n\nhidden words {case}".encode()) for number in (31, 32)]
        book.mail.add(hidden, case_id=case)
        finished(book.purge.words("hidden words", "secret"))
    path = finished(journal.archives.export_case(2, tmp_path / "c.zip"))
    made = finished(there.archives.import_case(path)).made
    assert facts(there, made) == facts(journal, 2)
    assert finished(there.verify()).ok
