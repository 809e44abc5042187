"""What is kept for the dossier is told by the ledger, found, purged, moved, dumped and encrypted like the rest."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from casebook.journal import BadInput, Journal, Kind, NotFound, check
from casebook.journal.backup.backups import check as check_backup
from casebook.journal.backup.backups import find as find_backups
from casebook.journal.outgoing import Export
from casebook.journal.records import Attachment
from casebook.journal.secrecy import convert, keys
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.terms import Consent, LossKind, StampState, TransferKind
from casebook.journal.transfer.dump import load
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log
from tests.journal.test_upgrades import DATA

SECRET = "ZEBRAFISH-4711"
TXID = "5f2c0a9d7e41b8c3" * 4
EXPORT = Export(
    id=0,
    case_id=1,
    name="C-1.zip",
    language="en",
    audience="outside",
    form="full",
    paper="a4",
    recipient=f"an office {SECRET}",
    parts=1,
    head_number=3,
    head_hash="0" * 64,
    manifests=("1" * 64,),
    signed_by="",
    stamp=StampState.WAITING,
    stamp_host="tsa.example",
    recorded_at=at("2026-11-20").utc,
)


@pytest.fixture
def filled(journal: Journal) -> Journal:
    """One case with everything in it that this file is about; SECRET stands in every text."""
    fill(journal)
    return journal


def fill(journal: Journal) -> None:
    firm = journal.firms.add("Kestrel", legal_name=f"Kestrel {SECRET}", licence=SECRET, address=SECRET).made
    case = journal.cases.add(firm, "Withdrawal on hold").made
    shot = Attachment("shot.png", f"original {SECRET}".encode())
    contact = log(journal, case, attachments=[shot])
    journal.contacts.add_to(contact, role=f"role {SECRET}", translation=f"own words {SECRET}")
    (exhibit,) = journal.exhibits.of_case(case)
    texts = dict.fromkeys(("origin", "url", "crop", "translation", "transcript", "clause"), f"of the picture {SECRET}")
    journal.exhibits.edit(exhibit.id, **texts, dated_on="2026-11-16", consent=Consent.NOTICE)
    journal.exhibits.mark_read(exhibit.id)
    further = dict.fromkeys(("body", "representative", "client_reference", "proceedings", "insolvency"), SECRET)
    journal.cases.edit(
        case, **further, deadline=at("2026-12-21"), deadline_source=f"terms {SECRET}", final_contact_id=contact
    )
    names = ("asset", "network", "from_address", "to_address", "txid", "order_number", "status", "explorer", "note")
    journal.transfers.add(
        case,
        kind=TransferKind.WITHDRAWAL,
        made=at("2026-11-16 09:41"),
        amount="1250.50",
        fee="1",
        contact_id=contact,
        exhibit_id=exhibit.id,
        **{name: f"{name} {SECRET}" for name in names},
    )
    journal.losses.add(
        case,
        f"the withdrawal {SECRET}",
        amount="1250.50",
        rate="0.9996",
        currency="USD",
        rate_source=f"index {SECRET}",
        rated=at("2026-11-16"),
        exhibit_id=exhibit.id,
        note=SECRET,
    )
    redact(journal, exhibit.id)
    journal.exports.add(replace(EXPORT, case_id=case))
    journal.answers.put(case, "silence:1", f"a holiday {SECRET}")


def redact(journal: Journal, exhibit_id: int, content: bytes = b"burnt, but for ZEBRAFISH-4711") -> int:
    areas = [{"page": 1, "box": [1, 2, 3, 4]}]
    return journal.redactions.add(
        exhibit_id, content, reason=f"a number {SECRET}", areas=areas, name="shot-redacted.png", media_type="image/png"
    ).made


def holding(folder: Path) -> list[str]:
    """Return the files in which the secret stands."""
    return [path.name for path in folder.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


def test_everything_is_told_found_and_sound(filled: Journal) -> None:
    assert finished(filled.verify()).ok
    transfer = filled.transfers.of_case(1)[0]
    assert (transfer.amount, transfer.made, transfer.contact_id, transfer.exhibit_id) == (
        *("1250.50", at("2026-11-16 09:41"), 1, 1),
    )
    loss = filled.losses.of_case(1)[0]
    assert (loss.kind, loss.rate, loss.rated) == (LossKind.PRINCIPAL, "0.9996", at("2026-11-16"))
    redaction = filled.redactions.of_case(1)[0]
    exhibit = filled.exhibits.get(1)
    assert redaction.original_sha256 == exhibit.file.sha256 != redaction.file.sha256
    assert filled.exhibits.read(redaction.file).startswith(b"burnt")
    export = filled.exports.of_case(1)[0]
    assert replace(export, id=0, recorded_at=EXPORT.recorded_at) == EXPORT
    assert filled.answers.of_case(1)["silence:1"].text == f"a holiday {SECRET}"
    found = {hit.kind for hit in filled.search.find(SECRET)}
    assert found == set(
        map(
            str,
            (
                Kind.FIRM,
                Kind.CASE,
                Kind.CONTACT,
                Kind.EXHIBIT,
                Kind.TRANSFER,
                Kind.LOSS,
                Kind.REDACTION,
                Kind.EXPORT,
                Kind.ANSWER,
            ),
        )
    )
    for hit in filled.search.find(SECRET):
        assert SECRET in hit.snippet, hit
    told = {event.what for event in filled.history.of_all(limit=100)}
    assert {"transfer.added", "loss.added", "redaction.added", "export.made", "answer.given", "exhibit.read"} <= told
    assert {"contact.supplemented", "exhibit.described", "case.edited"} <= told


def test_a_changed_byte_of_a_redacted_copy_is_named(filled: Journal) -> None:
    stored = filled.redactions.of_case(1)[0].file
    path = next(p for p in filled.folder.rglob(f"{stored.sha256}*") if p.is_file())
    filled.close()
    path.chmod(0o600)
    path.write_bytes(b"other")
    (fault,) = finished(check(filled.folder)).faults
    assert stored.sha256 in fault.where


def test_what_the_rooms_refuse(filled: Journal) -> None:
    log(filled, filled.cases.add(1, "another").made)
    head = filled.ledger.head()
    for wrong, words in (
        (lambda: filled.transfers.add(1, asset="USDT"), "needs an amount"),
        (lambda: filled.transfers.add(1, amount="1e999"), "not an amount"),
        (lambda: filled.transfers.add(1, amount="NaN"), "not an amount"),
        (lambda: filled.transfers.add(2, amount="1", exhibit_id=1), "no exhibit 1"),
        (lambda: filled.transfers.add(1, amount="1", contact_id=99), "no contact 99"),
        (lambda: filled.transfers.edit(1, case_id=2), "cannot be edited"),
        (lambda: filled.losses.add(1, " ", amount="1"), "needs words"),
        (lambda: filled.losses.edit(1, kind="plunder"), "not a known kind of loss"),
        (lambda: filled.cases.edit(1, final_contact_id=2), "contact 2 is not in C-1"),
        (lambda: filled.redactions.add(1, b"x", reason=" ", areas=[], name="a", media_type=""), "needs a reason"),
        (lambda: filled.answers.put(1, "silence:1", " "), "needs words"),
        (lambda: filled.exhibits.edit(1, dated_on="16.11.2026"), "not a date"),
        (lambda: filled.exhibits.edit(1, name="other.png"), "cannot be edited"),
    ):
        with pytest.raises((BadInput, NotFound), match=words):
            wrong()
    assert filled.ledger.head() == head


def test_a_redaction_is_replaced_and_taken_back(filled: Journal) -> None:
    first = filled.redactions.of_exhibit(1)[0]
    second = redact(filled, 1, b"burnt more")
    assert [r.id for r in filled.redactions.of_case(1)] == [second]
    assert filled.redactions.get(first.id).withdrawn_at is not None
    filled.redactions.withdraw(second)
    assert filled.redactions.of_case(1) == []
    with pytest.raises(BadInput, match="taken back already"):
        filled.redactions.withdraw(second)
    assert finished(filled.verify()).ok


def test_exports_tell_no_fact_and_answers_are_taken_back(filled: Journal) -> None:
    head = filled.exports.head()
    made = filled.exports.add(EXPORT).made
    assert filled.exports.head() == head
    assert made in {export.id for export in filled.exports.waiting()}
    filled.exports.stamped(made, StampState.STAMPED)
    assert made not in {export.id for export in filled.exports.waiting()}
    filled.answers.remove(1, "silence:1")
    assert filled.answers.of_case(1) == {}
    assert filled.exports.since(1, head.number) == [("answer.erased", "answer:1")]


def test_an_exhibit_in_the_bin_takes_its_redacted_copy_with_it_for_good(filled: Journal) -> None:
    copy = filled.redactions.of_case(1)[0].file
    filled.bin.delete_exhibit(1)
    with pytest.raises(BadInput, match="no file that could be redacted"):
        redact(filled, 1)
    assert filled.redactions.of_case(1) == []
    filled.bin.restore(Kind.EXHIBIT, 1)
    assert [r.file for r in filled.redactions.of_case(1)] == [copy]
    filled.bin.delete_contact(1)
    assert filled.redactions.of_case(1) == []
    filled.bin.restore(Kind.CONTACT, 1)
    filled.bin.delete_exhibit(1)
    filled.bin.empty(filled.clock(), everything=True)
    assert filled.redactions.of_case(1) == []
    assert not [p for p in filled.folder.rglob(f"{copy.sha256}*") if p.is_file()]
    assert filled.transfers.of_case(1)[0].exhibit_id == 1, "its number stays taken, and the transfer names it"
    assert finished(filled.verify()).ok


def test_a_contact_and_a_case_go_for_good_with_what_names_them(filled: Journal) -> None:
    filled.bin.delete_contact(1)
    filled.bin.empty(filled.clock(), everything=True)
    assert filled.cases.get(1).final_contact_id is None
    assert filled.transfers.of_case(1)[0].contact_id is None
    assert finished(filled.verify()).ok
    again = log(filled, 1)
    filled.cases.edit(1, final_contact_id=again)
    filled.bin.delete_case(1)
    filled.bin.empty(filled.clock(), everything=True)
    for room in (filled.transfers, filled.losses, filled.redactions, filled.exports):
        assert room.of_case(1) == []
    assert finished(filled.verify()).ok


@pytest.mark.parametrize("what", ["exhibit", "contact"])
def test_a_purged_record_leaves_no_word_and_no_copy(filled: Journal, what: str) -> None:
    finished(filled.backups.make("test"))
    copy = filled.redactions.of_case(1)[0].file
    done = finished(filled.purge.exhibit(1, "personal") if what == "exhibit" else filled.purge.contact(1, "personal"))
    assert len(done.backups) == 1
    assert done.left == ()
    exhibit = filled.exhibits.get(1)
    assert (exhibit.origin, exhibit.url, exhibit.dated_on, exhibit.consent) == ("", "", "", Consent.UNKNOWN)
    assert (exhibit.crop, exhibit.translation, exhibit.transcript, exhibit.clause) == ("", "", "", "")
    assert filled.redactions.of_case(1) == []
    assert not [p for p in filled.folder.rglob(f"{copy.sha256}*") if p.is_file()]
    if what == "contact":
        contact = filled.contacts.get(1)
        assert (contact.role, contact.translation) == ("", "")
    for word in (b"of the picture", b"shot-redacted", b"a number", *((b"own words",) if what == "contact" else ())):
        assert [p.name for p in filled.folder.rglob("*") if p.is_file() and word in p.read_bytes()] == []
    assert finished(filled.verify()).ok
    (backup,) = find_backups(filled.folder)
    assert finished(check_backup(backup)).ok


def test_purged_words_go_from_every_new_place(filled: Journal) -> None:
    finished(filled.backups.make("test"))
    assert holding(filled.folder)
    looked = filled.purge.look(SECRET)
    assert {Kind.TRANSFER, Kind.LOSS, Kind.REDACTION, Kind.EXPORT, Kind.ANSWER} <= looked.records.keys()
    assert looked.files == 2, "the original and its redacted copy"
    done = finished(filled.purge.words(SECRET, "secret"))
    assert done.left == ()
    assert filled.purge.look(SECRET).nothing
    assert filled.transfers.of_case(1)[0].amount == "1250.50"
    assert filled.redactions.of_case(1) == []
    assert finished(filled.verify()).ok
    filled.close()
    assert holding(filled.folder) == []
    (backup,) = find_backups(filled.folder)
    assert finished(check_backup(backup)).ok


@pytest.mark.parametrize("schema", ["schema-2", "schema-3"])
def test_words_are_purged_from_a_backup_of_an_older_schema(tmp_path: Path, clock: HandClock, schema: str) -> None:
    folder = Path(shutil.copytree(DATA / schema, tmp_path / "old"))
    with Journal.open(folder, clock) as journal:
        (backup,) = find_backups(folder)
        assert journal.purge.look("Waited 25 minutes").backups == 1
        done = finished(journal.purge.words("Waited 25 minutes", "mistake"))
        assert [path.name for path in done.backups] == [backup.name]
        assert finished(journal.verify()).ok
    assert finished(check_backup(find_backups(folder)[0])).ok
    assert not [p for p in folder.rglob("*") if p.is_file() and b"Waited 25 minutes" in p.read_bytes()]


def test_a_case_moves_with_all_of_it(filled: Journal, tmp_path: Path, clock: HandClock) -> None:
    archive = finished(filled.archives.export_case(1, tmp_path / "case.zip"))
    with Journal.create(tmp_path / "other", clock) as other:
        other.cases.add(other.firms.add("Heron").made, "first here")
        log(other, 1)
        case = finished(other.archives.import_case(archive)).made
        (contact,) = other.contacts.of_case(case)
        assert other.cases.get(case).final_contact_id == contact.id != 1
        assert other.cases.get(case).deadline == at("2026-12-21")
        (transfer,) = other.transfers.of_case(case)
        exhibit = other.exhibits.of_case(case)[0]
        assert (transfer.contact_id, transfer.exhibit_id) == (contact.id, exhibit.id)
        (redaction,) = other.redactions.of_case(case)
        assert redaction.exhibit_id == exhibit.id
        assert other.exhibits.read(redaction.file) == filled.exhibits.read(filled.redactions.of_case(1)[0].file)
        assert len(other.exports.of_case(case)) == len(other.losses.of_case(case)) == len(other.answers.of_case(case))
        assert finished(other.verify()).ok
        back = finished(other.archives.export_case(case, tmp_path / "back.zip"))
        assert back.stat().st_size


@pytest.mark.parametrize("archive", [f"case-of-schema-{schema}.zip" for schema in (2, 3, 4)])
def test_a_case_that_an_older_program_wrote_moves_in(filled: Journal, archive: str) -> None:
    case = finished(filled.archives.import_case(DATA / archive)).made
    assert filled.cases.get(case).title == "Card payment reversed"
    assert filled.transfers.of_case(case) == []
    assert finished(filled.verify()).ok


def test_a_dump_is_loaded_with_all_of_it(filled: Journal, tmp_path: Path, clock: HandClock) -> None:
    dump = finished(filled.dump(tmp_path / "all.zip"))
    finished(load(dump, tmp_path / "loaded", clock))
    with Journal.open(tmp_path / "loaded", clock) as loaded:
        assert loaded.transfers.of_case(1) == filled.transfers.of_case(1)
        assert loaded.losses.of_case(1) == filled.losses.of_case(1)
        assert loaded.redactions.of_case(1) == filled.redactions.of_case(1)
        assert loaded.exports.of_case(1) == filled.exports.of_case(1)
        assert loaded.answers.of_case(1) == filled.answers.of_case(1)
        assert loaded.cases.get(1) == filled.cases.get(1)
        assert loaded.exhibits.get(1) == filled.exhibits.get(1)
        assert loaded.search.find("the withdrawal")
        assert finished(loaded.verify()).ok


def test_redacted_copies_are_encrypted_and_come_back(filled: Journal, tmp_path: Path, clock: HandClock) -> None:
    copy = filled.exhibits.read(filled.redactions.of_case(1)[0].file)
    filled.close()
    finished(convert.encrypt(filled.folder, clock, "correct horse battery"))
    assert holding(filled.folder) == []
    key = keys.unlock(filled.folder, "correct horse battery")
    with Journal.open(filled.folder, clock, key) as locked:
        assert locked.exhibits.read(locked.redactions.of_case(1)[0].file) == copy
        assert finished(locked.verify()).ok
    finished(convert.decrypt(filled.folder, clock, key))
    with Journal.open(filled.folder, clock) as plain:
        assert plain.exhibits.read(plain.redactions.of_case(1)[0].file) == copy
        assert finished(plain.verify()).ok
    assert (filled.folder / DATABASE_NAME).read_bytes().startswith(b"SQLite format 3")
