"""What comes in is told by the ledger, found, purged, moved, dumped and encrypted like the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.journal import Journal, Kind, check
from casebook.journal.backup.backups import check as check_backup
from casebook.journal.backup.backups import find as find_backups
from casebook.journal.incoming import Mark, NewChat
from casebook.journal.kinds.dkim import NewDkimCheck
from casebook.journal.secrecy import convert, keys
from casebook.journal.store.database import one, rows
from casebook.journal.terms import DkimResult, OfficialKind
from casebook.journal.transfer.dump import load
from tests.conftest import HandClock, finished
from tests.journal.makers import at, mail, picture

SECRET = "ZEBRAFISH-4711"
MAIL, CHAT = 1, 2
KINDS = (Kind.MAIL, Kind.MAIL_COPY, Kind.CHAT, Kind.DKIM, Kind.OFFICIAL)


@pytest.fixture
def filled(journal: Journal) -> Journal:
    """One case with a mail that came twice and a chat; SECRET stands in every text."""
    firm = journal.firms.add("Kestrel").made
    case = journal.cases.add(firm, "Withdrawal on hold").made
    own = f"Words {SECRET}. "
    whole = {"essence": "e1", "text": f"{own}> quoted", "quote_at": len(own), "reply_to": f"{SECRET}@example.org"}
    journal.mail.add(
        [mail(1, marks=(Mark("zendesk", SECRET, "k"),), attachments=(picture("a.pdf", b"%PDF 1"),), **whole)],
        case_id=case,
    )
    again = mail(1, raw=f"Received: elsewhere {SECRET}\nMessage-ID: <1@test>\n\n".encode(), source=SECRET, **whole)
    journal.mail.add([again])
    chat = NewChat(
        raw=f"Lily: {SECRET}".encode(),
        source=f"result.json {SECRET}",
        platform="telegram",
        conversation=f"12 {SECRET}",
        title=f"Support {SECRET}",
        began=at("2026-11-20 14:00"),
        text=f"1  14:00  Lily: {SECRET}",
        keys=("k1", "k2"),
        problems=(f"a line {SECRET}",),
    )
    journal.chats.add([chat], case_id=case)
    journal.dkim.add(MAIL, [NewDkimCheck(DkimResult.PASS, SECRET, SECRET, SECRET, SECRET, SECRET, SECRET)])
    journal.officials.add(firm, OfficialKind.HANDLE, SECRET, how=f"on their page {SECRET}", note=SECRET, platform="x")
    journal.phishing_codes.set(firm, "BLUE-42")
    journal.passed_over.add(MAIL, [("order", SECRET)])
    box = journal.mailboxes.add("imap.example.org", f"{SECRET}@example.org", name=SECRET).made
    journal.mailboxes.choose(box, [f"Folder {SECRET}"])
    return journal


def holding(folder: Path) -> list[str]:
    """Return the files in which the secret stands."""
    word = SECRET.lower().encode()
    return [path.name for path in folder.rglob("*") if path.is_file() and word in path.read_bytes().lower()]


def test_everything_is_told_found_and_sound(filled: Journal) -> None:
    assert finished(filled.verify()).ok
    contact = filled.contacts.get(MAIL)
    assert contact.own_text == f"Words {SECRET}. "
    told = filled.mail.of_contact(MAIL)
    assert (told.reply_to, told.marks) == (f"{SECRET}@example.org", (Mark("zendesk", SECRET, "k"),))
    (copy,) = filled.mail.copies(MAIL)
    assert filled.mail.copy_raw(copy).startswith(b"Received: elsewhere")
    assert filled.chats.of_contact(CHAT).title == f"Support {SECRET}"
    found = {hit.kind for hit in filled.search.find(SECRET)}
    assert {str(Kind.CONTACT), str(Kind.OFFICIAL)} <= found
    for hit in filled.search.find(SECRET):
        assert SECRET.casefold() in hit.snippet.casefold(), hit
    said = {event.what for event in filled.history.of_all(limit=100)}
    assert {"mail.imported", "mail.copied", "dkim.checked", "official.added"} <= said


def test_amended_words_have_no_quote_any_more(filled: Journal) -> None:
    filled.contacts.amend(MAIL, "misread", text="Other words altogether, and long ones at that")
    contact = filled.contacts.get(MAIL)
    assert contact.own_text == contact.text


def test_a_changed_byte_of_a_copy_or_a_chat_is_named(filled: Journal) -> None:
    (copy,) = filled.mail.copies(MAIL)
    for stored in (copy.raw, filled.chats.of_contact(CHAT).raw):
        path = next(p for p in filled.folder.rglob(f"{stored.sha256}*") if p.is_file())
        path.chmod(0o600)
        path.write_bytes(b"other")
    filled.close()
    faults = finished(check(filled.folder)).faults
    assert len(faults) == 2


@pytest.mark.parametrize("what", [MAIL, CHAT])
def test_a_purged_contact_leaves_no_word_and_no_copy(filled: Journal, what: int) -> None:
    (copy,) = filled.mail.copies(MAIL)
    chat = filled.chats.of_contact(CHAT).raw
    finished(filled.backups.make("test"))
    done = finished(filled.purge.contact(what, "personal"))
    assert (len(done.backups), done.left) == (1, ())
    gone = copy.raw if what == MAIL else chat
    assert not [p for p in filled.folder.rglob(f"{gone.sha256}*") if p.is_file()]
    word = b"Received: elsewhere" if what == MAIL else b"Lily: ZEBRA"
    assert [p.name for p in filled.folder.rglob("*") if p.is_file() and word in p.read_bytes()] == []
    if what == MAIL:
        assert filled.mail.copies(MAIL) == ()
        assert filled.mail.of_contact(MAIL).marks == ()
        assert filled.dkim.of_contact(MAIL) == []
        assert filled.passed_over.of_contact(MAIL) == frozenset()
    else:
        assert filled.chats.known(["k1", "k2"]) == set()
    assert finished(filled.verify()).ok
    (backup,) = find_backups(filled.folder)
    assert finished(check_backup(backup)).ok


def test_contacts_and_case_go_for_good_with_all_of_it(filled: Journal) -> None:
    filled.bin.delete_contact(CHAT)
    filled.bin.empty(filled.clock(), everything=True)
    assert filled.chats.is_chat([CHAT]) == set()
    filled.bin.delete_case(1)
    filled.bin.empty(filled.clock(), everything=True)
    for kind in (Kind.MAIL, Kind.MAIL_COPY, Kind.CHAT, Kind.DKIM):
        assert one(filled._core.database, f'SELECT count(*) FROM "{kind}"') == (0,)
    assert finished(filled.verify()).ok


def test_purged_words_go_from_every_new_place(filled: Journal) -> None:
    finished(filled.backups.make("test"))
    looked = filled.purge.look(SECRET)
    assert set(KINDS) <= looked.records.keys()
    done = finished(filled.purge.words(SECRET, "secret"))
    assert done.left == ()
    assert filled.purge.look(SECRET).nothing
    assert filled.contacts.get(MAIL).quote_at is None, "the words have moved"
    assert SECRET not in filled.mailboxes.all()[0].user
    assert rows(filled._core.database, "SELECT name FROM mailbox_folder") == []
    assert finished(filled.verify()).ok
    filled.close()
    assert holding(filled.folder) == []


def test_a_case_moves_with_all_of_it(filled: Journal, tmp_path: Path, clock: HandClock) -> None:
    archive = finished(filled.archives.export_case(1, tmp_path / "case.zip"))
    with Journal.create(tmp_path / "other", clock) as other:
        other.cases.add(other.firms.add("Heron").made, "first here")
        case = finished(other.archives.import_case(archive)).made
        contacts = {contact.text: contact for contact in other.contacts.of_case(case)}
        mailed = next(contact for text, contact in contacts.items() if text.startswith("Words"))
        assert mailed.own_text == f"Words {SECRET}. "
        (copy,) = other.mail.copies(mailed.id)
        assert other.mail.copy_raw(copy).startswith(b"Received: elsewhere")
        assert [each.result for each in other.dkim.of_contact(mailed.id)] == [DkimResult.PASS]
        (chat,) = other.chats.is_chat(contact.id for contact in contacts.values())
        assert other.chats.raw(chat) == filled.chats.raw(CHAT)
        assert finished(other.verify()).ok
        back = finished(other.archives.export_case(case, tmp_path / "back.zip"))
        assert back.stat().st_size


def test_a_dump_is_loaded_with_all_of_it(filled: Journal, tmp_path: Path, clock: HandClock) -> None:
    dump = finished(filled.dump(tmp_path / "all.zip"))
    finished(load(dump, tmp_path / "loaded", clock))
    with Journal.open(tmp_path / "loaded", clock) as loaded:
        assert loaded.mail.copies(MAIL) == filled.mail.copies(MAIL)
        assert loaded.chats.of_contact(CHAT) == filled.chats.of_contact(CHAT)
        assert loaded.dkim.of_contact(MAIL) == filled.dkim.of_contact(MAIL)
        assert loaded.officials.all() == filled.officials.all()
        assert loaded.phishing_codes.all() == filled.phishing_codes.all()
        assert loaded.mailboxes.all() == filled.mailboxes.all()
        assert loaded.contacts.get(MAIL) == filled.contacts.get(MAIL)
        assert loaded.chats.known(["k1", "k3"]) == {"k1"}
        assert finished(loaded.verify()).ok


def test_all_of_it_is_encrypted_and_comes_back(filled: Journal, clock: HandClock) -> None:
    (copy,) = filled.mail.copies(MAIL)
    raw = filled.mail.copy_raw(copy)
    filled.close()
    finished(convert.encrypt(filled.folder, clock, "correct horse battery"))
    assert holding(filled.folder) == []
    key = keys.unlock(filled.folder, "correct horse battery")
    with Journal.open(filled.folder, clock, key) as locked:
        assert locked.mail.copy_raw(copy) == raw
        assert locked.chats.raw(CHAT).startswith(b"Lily")
        assert finished(locked.verify()).ok
    finished(convert.decrypt(filled.folder, clock, key))
    with Journal.open(filled.folder, clock) as plain:
        assert plain.mail.copy_raw(copy) == raw
        assert finished(plain.verify()).ok
