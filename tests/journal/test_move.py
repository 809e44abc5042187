"""A case on its way to another casebook: all of it arrives, its history proves it, and nothing hostile gets in."""

import hashlib
import json
import os
import random
import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from casebook.journal import BadInput, CasebookError, Damaged, Journal, NotFound, TooNew
from casebook.journal.changes import Kind
from casebook.journal.proof.ledger import canonical
from casebook.journal.secrecy import keys
from casebook.journal.store.schema_steps import STEPS
from casebook.journal.terms import PromiseState, ReferenceKind
from casebook.journal.transfer.case_archive import HISTORY
from casebook.journal.transfer.parcel import FORMAT, MANIFEST
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail, picture
from tests.killing import duration, instants, run_and_kill

SECRET = "words of the other case"


def rich_case(journal: Journal) -> int:
    """Return a case with every kind of record, between other cases and mails that are none of its business."""
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone="Asia/Singapore", note="二手消息").made
    account = journal.accounts.add(firm, uid="88213", email="lin@example.org").made
    other = journal.cases.add(journal.firms.add("Orca").made, "Other").made
    log(journal, other, SECRET, attachments=[picture(content=SECRET.encode())])
    waiting = [mail(9, attachments=(picture("later.pdf", b"%PDF later"),))]
    journal.mail.add(waiting)
    case = journal.cases.add(
        firm, "提币被冻结", account_id=account, amount="1250", asset="USDT", problem=at("2026-11-19")
    ).made
    first = log(journal, case, "On hold", attachments=[picture(content=b"\x89PNG" * 900)], tickets=["T-1", "T-2"])
    journal.contacts.change(first, "typo", text="On hold since Tuesday")
    journal.contacts.amend(first, "they said so later", agent="Lily")
    log(journal, other, SECRET)
    journal.mail.add(
        [mail(1), mail(2, references=("1@test",), attachments=(picture("a.pdf", b"%PDF 1"),))], case_id=case
    )
    journal.inbox.file([contact.contact_id for contact in journal.inbox.waiting()], case)
    promise = journal.promises.add(case, "within 24 h", due=at("2026-11-21 14:00"), contact_id=first, agent="Lily").made
    journal.promises.resolve(promise, PromiseState.BROKEN, "nothing came")
    journal.requests.supply(journal.requests.add(case, "a selfie").made)
    done = journal.follow_ups.add(case, at("2026-11-22"), "nudge", contact_id=first, promise_id=promise).made
    journal.follow_ups.done(done, "nudged")
    journal.references.add(case, ReferenceKind.TXID, "0xabc123", network="TRC20")
    gone = log(journal, case, "put away")
    journal.bin.delete_contact(gone)
    return case


def facts(journal: Journal, case_id: int) -> dict[str, Any]:
    """Return everything that a case says, with its ids replaced by the order in which they came."""
    order: dict[tuple[str, int], int] = {}
    told: dict[str, Any] = {}
    within = "IN (SELECT id FROM contact WHERE case_id = ?)"
    places = {Kind.CASE: "id = ?", **dict.fromkeys((Kind.MAIL, Kind.CHAT), f"id {within}")}
    places |= dict.fromkeys((Kind.AMENDMENT, Kind.MAIL_COPY, Kind.DKIM), f"contact_id {within}")
    for kind in Kind:
        if kind in {Kind.FIRM, Kind.ACCOUNT, Kind.IMPORTED_CASE, Kind.OFFICIAL, Kind.PHISHING_CODE, Kind.MAILBOX}:
            continue
        where = places.get(kind, "case_id = ?")
        cursor = journal._core.database.execute_sql(f'SELECT * FROM "{kind}" WHERE {where} ORDER BY id', (case_id,))
        names = [each[0] for each in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        for row in rows:
            order[kind, row["id"]] = len(order)
        told[str(kind)] = rows
    point = {"contact_id": Kind.CONTACT, "promise_id": Kind.PROMISE}
    for rows in told.values():
        for row in rows:
            row.pop("id")
            for name in ("case_id", "firm_id", "account_id", "thread_id"):
                row.pop(name, None)
            for name, kind in point.items():
                if row.get(name) is not None:
                    row[name] = order[kind, row[name]]
    return told


@pytest.fixture
def archive(journal: Journal, tmp_path: Path) -> Path:
    """The rich case as a file; it is C-2 of `journal`."""
    return finished(journal.archives.export_case(rich_case(journal), tmp_path / "case.zip"))


@pytest.fixture
def there(tmp_path: Path, clock: HandClock) -> Journal:
    """Another casebook, with something in it."""
    with Journal.create(tmp_path / "there", clock) as made:
        log(made, made.cases.add(made.firms.add("kestrel exchange").made, "Mine").made, "mine")
        yield made


def state(journal: Journal) -> tuple[Any, ...]:
    """Return what must not change when something is refused."""
    files = sorted((path.name, path.stat().st_size) for path in journal.folder.rglob("*") if path.is_file())
    return journal.ledger.head(), [file for file in files if "casebook.db" not in file[0]]


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


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None], compression: int = zipfile.ZIP_STORED) -> Path:
    """Return a copy of an archive with its members changed and listed anew, as a careful forger would do it."""
    with zipfile.ZipFile(path) as parcel:
        members = {name: parcel.read(name) for name in parcel.namelist() if name != MANIFEST}
    change(members)
    members.setdefault(
        MANIFEST,
        "".join(
            f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(members.items())
        ).encode(),
    )
    forged = path.with_name(f"forged-{random.randrange(10**9)}.zip")
    with zipfile.ZipFile(forged, "w", compression) as parcel:
        for name, content in members.items():
            parcel.writestr(name, content)
    return forged


def edit_rows(table: str, **changed: object) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        name = f"tables/{table}.jsonl"
        first, *rest = members[name].decode().splitlines()
        members[name] = "\n".join([json.dumps({**json.loads(first), **changed}), *rest, ""]).encode()

    return change


def edit_format(**changed: object) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        members[FORMAT] = json.dumps({**json.loads(members[FORMAT]), **changed}).encode()

    return change


def edit_history(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        assert old in members[HISTORY]
        members[HISTORY] = members[HISTORY].replace(old, new, 1)

    return change


def add(name: str, content: bytes = b"x") -> Callable[[dict[str, bytes]], None]:
    return lambda members: members.update({name: content})


def drop(beginning: str) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        del members[next(name for name in members if name.startswith(beginning))]

    return change


def other_bytes(members: dict[str, bytes]) -> None:
    name = next(name for name in members if name.startswith("files/"))
    members[name] = b"?" * len(members[name])


def cut_the_ledger(members: dict[str, bytes]) -> None:
    members[HISTORY] = b"".join(members[HISTORY].splitlines(keepends=True)[:-1])


def drop_a_payload(members: dict[str, bytes]) -> None:
    lines = members[HISTORY].decode().splitlines()
    at_line = next(n for n, line in enumerate(lines) if n and "case.opened" in line and "payload" in json.loads(line))
    lines[at_line] = canonical({"entry": json.loads(lines[at_line])["entry"]})
    members[HISTORY] = "\n".join([*lines, ""]).encode()


COMMON: dict[str, tuple[Callable[[dict[str, bytes]], None], type[CasebookError]]] = {
    "a way out": (add("../evil.txt"), Damaged),
    "a way out below": (add("files/../../evil"), Damaged),
    "an absolute name": (add("/etc/evil"), Damaged),
    "a drive": (add("C:\\evil.txt"), Damaged),
    "a further file": (add("files/" + "ab" * 32), Damaged),
    "a file gone": (drop("files/"), Damaged),
    "a table gone": (drop("tables/ticket"), Damaged),
    "no format": (drop(FORMAT), BadInput),
    "other bytes": (other_bytes, Damaged),
    "other words": (edit_rows("contact", text="They paid"), Damaged),
    "another time": (edit_rows("contact", recorded_at="2020-01-01T00:00:00.000Z"), Damaged),
    "another hash": (edit_rows("exhibit", sha256="0" * 64), Damaged),
    "a number as text": (edit_rows("exhibit", size="many"), Damaged),
    "a true as number": (edit_rows("contact", amended=True), Damaged),
    "a number too large": (edit_rows("contact", amended=1 << 70), Damaged),
    "half a character": (edit_rows("case", title="\ud800"), Damaged),
    "a list": (edit_rows("case", title=["x"]), Damaged),
    "a further column": (edit_rows("case", evil="x"), Damaged),
    "not JSON": (add("tables/ticket.jsonl", b"{nonsense\n"), Damaged),
    "deep JSON": (add("tables/ticket.jsonl", b"[" * 100_000 + b"\n"), Damaged),
    "not UTF-8": (add("tables/ticket.jsonl", b'{"a":"\xff"}\n'), Damaged),
    "no last line break": (add("tables/ticket.jsonl", b"{}"), Damaged),
    "an unlisted member": (add(MANIFEST, b""), Damaged),
    "a newer form": (edit_format(version=2), TooNew),
    "a newer schema": (edit_format(schema=len(STEPS) + 1), TooNew),
    "an impossible schema": (edit_format(schema="x"), Damaged),
    "no kind": (edit_format(format=None), BadInput),
}
"""What must not get in, in a case or in a whole casebook."""
FORGERIES = {
    **COMMON,
    "a further table": (add("tables/meta.jsonl"), Damaged),
    "the history gone": (drop(HISTORY), Damaged),
    "a case of another number": (edit_rows("case", id=7), Damaged),
    "a cut ledger": (cut_the_ledger, Damaged),
    "a payload gone": (drop_a_payload, Damaged),
    "another entry": (edit_history(b"contact.logged", b"contact.loggeD"), Damaged),
    "another payload": (edit_history(b"On hold since", b"Settled since"), Damaged),
    "another head": (edit_format(head={"number": 1, "hash": "0" * 64}), Damaged),
    "another kind": (edit_format(format="casebook-dump"), BadInput),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_archive_is_refused_and_changes_nothing(name: str, archive: Path, there: Journal) -> None:
    change, kind = FORGERIES[name]
    before = state(there)
    with pytest.raises(kind) as refusal:
        finished(there.archives.import_case(rewritten(archive, change)))
    assert "\n" not in str(refusal.value)
    assert state(there) == before
    assert not list(archive.parent.glob("**/evil*"))
    assert finished(there.verify()).ok


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("contact", "channel", "pigeon"),
        ("contact", "happened_zone", "Mars/Olympus"),
        ("contact", "happened_precision", "vague"),
        ("contact", "tickets", "[1]"),
        ("contact", "happened_at", "yesterday"),
        ("exhibit", "name", "../../.bashrc"),
        ("case", "status", "eternal"),
        ("promise", "state", "maybe"),
    ],
)
def test_a_value_that_cannot_be_shown_is_refused_even_when_its_ledger_agrees(
    table: str, column: str, value: str, journal: Journal, there: Journal, tmp_path: Path
) -> None:
    """A casebook made to do harm can write whatever it likes into its own ledger."""
    case = rich_case(journal)
    room = journal._rooms[Kind(table)]
    with journal._core.write():
        place = "id" if table == "case" else "case_id"
        row = journal._core.database.execute_sql(f'SELECT min(id) FROM "{table}" WHERE {place} = ?', (case,)).fetchone()
        room.blot("evil", row[0], case, {column: value})
    path = finished(journal.archives.export_case(case, tmp_path / "evil.zip"))
    before = state(there)
    with pytest.raises(Damaged, match=column):
        finished(there.archives.import_case(path))
    assert state(there) == before


def test_bombs_and_other_files_are_refused(archive: Path, there: Journal, tmp_path: Path) -> None:
    before = state(there)
    bomb = rewritten(archive, add("tables/ticket.jsonl", b" " * 200_000_000), zipfile.ZIP_DEFLATED)
    assert bomb.stat().st_size < 1_000_000
    (tmp_path / "text.zip").write_bytes(b"hello")
    with zipfile.ZipFile(tmp_path / "plain.zip", "w") as plain:
        plain.writestr("readme.txt", "hello")
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as two:
        two.writestr(FORMAT, "{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            two.writestr(FORMAT, "{}")
    for path, kind in (
        (bomb, Damaged),
        (tmp_path / "text.zip", BadInput),
        (tmp_path / "plain.zip", CasebookError),
        (tmp_path / "two.zip", Damaged),
        (tmp_path, NotFound),
        (tmp_path / "nowhere.zip", NotFound),
    ):
        with pytest.raises(kind):
            finished(there.archives.import_case(path))
    assert state(there) == before


def test_an_archive_packed_again_by_another_program_is_taken_in(archive: Path, there: Journal) -> None:
    packed = rewritten(archive, lambda members: None, zipfile.ZIP_DEFLATED)
    assert finished(there.archives.import_case(packed)).made == 2


@pytest.mark.parametrize("seed", range(30))
def test_a_cut_or_flipped_archive_never_gets_in_changed(
    seed: int, journal: Journal, archive: Path, there: Journal
) -> None:
    dice = random.Random(seed)
    content = bytearray(archive.read_bytes())
    if seed % 3 == 0:
        del content[dice.randrange(len(content)) :]
    else:
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    broken = archive.with_name("broken.zip")
    broken.write_bytes(content)
    before = state(there)
    try:
        made = finished(there.archives.import_case(broken)).made
    except CasebookError:
        assert state(there) == before
    else:
        assert facts(there, made) == facts(journal, 2), "a flip in a date or a permission of the ZIP changes nothing"
    assert finished(there.verify()).ok


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
