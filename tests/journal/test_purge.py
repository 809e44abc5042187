"""What was purged is nowhere any more: not in a table, an index, a log, a free page, a file, a draft, a backup."""

import base64
import io
import json
import quopri
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from casebook.journal import BadInput, Journal, Kind, NotFound
from casebook.journal.backup.backups import Backup, restore
from casebook.journal.removal.purge import Purged
from casebook.journal.removal.secret import Secret
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import Key
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail, picture

SECRET = "correct-horse-7 提币密码"
PASS = "a passphrase of four words"


@pytest.fixture(params=["plain", "encrypted"])
def kept(request: pytest.FixtureRequest, book: Path, clock: HandClock) -> Iterator[Journal]:
    """A new casebook with a case, plain and encrypted."""
    key: Key | None = None
    if request.param == "encrypted":
        book.mkdir()
        key, _recovery = keys.make(book, PASS)
    with Journal.create(book, clock, key) as made:
        made.cases.add(made.firms.add("Kestrel").made, "Withdrawal on hold")
        yield made


def traces(folder: Path, text: str = SECRET) -> list[Path]:
    """Return the files under a folder that hold a text as `grep` would find it, or in the search index's letters."""
    needles = [text.encode(), text.casefold().encode(), *(w.encode() for w in text.casefold().split())]
    return [p for p in folder.rglob("*") if p.is_file() and any(n in p.read_bytes() for n in needles)]


def eml(body: bytes, coding: str = "7bit") -> bytes:
    head = b"Message-ID: <9@test>\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
    return head + coding.encode() + b"\n\n" + body


def docx(text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:t>{text[:5]}</w:t><w:t>{text[5:]}</w:t>")
    return packed.getvalue()


def spread(journal: Journal, secret: str = SECRET) -> None:
    """Put the secret into every kind of place there is."""
    firm = journal.firms.add(f"Firm {secret}", note=secret).made
    journal.accounts.add(firm, uid=secret, holder=f"Lin\n{secret}", user_name=secret)
    case = journal.cases.add(firm, f"Case {secret}", claim=f"I gave {secret}", asset="USDT").made
    contact = log(
        journal,
        case,
        f"They asked for {secret.upper()}, and said:\n> {secret.replace(' ', chr(10) + '> ')}",
        subject=secret,
        agent=f"Lily {secret}",
        tickets=[f"T-{secret}", "T-1"],
        attachments=[
            picture("innocent.png", b"\x89PNG nothing here"),
            picture(f"{secret}.png", b"only its name"),
            picture("notes.txt", f"my words: {secret}".encode("utf-16-le")),
            picture("statement.docx", docx(f"kept under {secret} at home")),
        ],
    )
    log(journal, 1, f"{secret} in another case", attachments=[picture("same.txt", f"again {secret}".encode("gb18030"))])
    journal.contacts.amend(contact, f"had {secret}", agent="Lily")
    journal.promises.add(case, f"will forget {secret}", agent=secret)
    journal.requests.add(case, f"the seed {secret}")
    journal.references.add(case, "other", secret, note=secret)  # type: ignore[arg-type]
    journal.references.add(case, "order", f"{secret}", network=secret)  # type: ignore[arg-type]
    follow_up = journal.follow_ups.add(
        case, at("2026-11-21"), f"change {secret}", explanation=f'{{"texts": {{"en": "because {secret}"}}}}'
    ).made
    journal.follow_ups.done(follow_up, f"changed {secret}")
    journal.mail.add(
        [
            mail(
                1,
                subject=f"Re: {secret}",
                text=f"hello {secret}",
                raw=eml(base64.encodebytes(b"Hi " * 30 + secret.encode()), "base64"),
            ),
            mail(2, text="nothing", raw=eml(quopri.encodestring(f"Hi {secret}".encode()), "quoted-printable")),
            mail(3, text="nothing", raw=eml(b"nothing at all")),
        ],
        case_id=case,
    )
    journal.drafts.save(
        case, {"text": f"half of {secret}"}, [picture("a.txt", secret.encode()), picture("b.txt", b"b")]
    )
    binned = log(journal, case, f"deleted {secret}")
    journal.bin.delete_contact(binned)


def test_after_a_purge_no_file_holds_it_and_the_record_is_whole(kept: Journal, book: Path, clock: HandClock) -> None:
    spread(kept)
    for query in ("correct-horse-7", "提币密码"):
        assert kept.search.find(query)
    kept._core.database.execute_sql("ANALYZE")  # the planner's samples hold words of the indexes, too
    done = finished(kept.purge.words(SECRET, "secret"))
    assert done.left == ()
    assert (done.files, done.drafts) == (5, 1)
    assert traces(book) == []  # also while it is open, in the write-ahead log
    for query in ("correct-horse-7", "提币密码"):
        assert kept.search.find(query) == []
    assert kept.search.find("purged")
    verdict = finished(kept.verify())
    assert verdict.ok, verdict.faults
    assert kept.purge.look(SECRET).nothing
    assert [t.number for t in kept.tickets.of_case(2)][1:] == ["T-1"]
    by_name = {e.name: e for e in kept.exhibits.of_case(2)}
    assert kept.exhibits.read(by_name["innocent.png"].file) == b"\x89PNG nothing here"
    assert kept.exhibits.read(by_name["[purged].png"].file) == b"only its name"
    assert by_name["notes.txt"].purged_at is not None
    assert by_name["notes.txt"].file.sha256 == ""
    assert [e.label for e in kept.exhibits.of_case(2)] == ["EX-1", "EX-2", "EX-3", "EX-4"]
    draft = kept.drafts.load(2)
    assert draft is not None
    assert (draft.words, [f.name for f in draft.files]) == ({"text": "half of [purged]"}, ["b.txt"])
    key = kept.key
    kept.close()
    assert traces(book) == []
    with Journal.open(book, clock, key) as again:
        assert finished(again.verify()).ok


def test_the_ledger_says_that_and_why_and_not_what(kept: Journal) -> None:
    spread(kept)
    before = kept.ledger.head()
    finished(kept.purge.words(SECRET, "personal"))
    entries = kept.ledger.entries(after=before.number, limit=500)
    assert entries[-1].what == "record.purged"
    assert {e.what for e in entries} >= {"contact.purged", "case.purged", "firm.purged", "exhibit.purged"}
    payload = next(p for e, p, _wrong in kept.ledger.walk() if e.number == entries[-1].number)
    assert payload is not None
    assert '"reason":"personal"' in payload
    assert kept.ledger.entries(limit=1)[0].number == 1  # the chain itself is whole
    assert not any(wrong for _entry, _payload, wrong in kept.ledger.walk())


def test_looking_changes_nothing_and_counts_everything(kept: Journal, book: Path) -> None:
    finished(kept.backups.make())
    spread(kept)
    finished(kept.backups.make())
    head = kept.ledger.head()
    found = kept.purge.look(SECRET)
    assert kept.ledger.head() == head
    assert found.records[Kind.FIRM] == 1
    assert found.records[Kind.CONTACT] == 4
    assert found.records[Kind.MAIL] == 2
    assert (found.files, found.drafts, found.backups, found.nothing) == (5, 1, 1, False)
    assert kept.purge.look("something nobody wrote").nothing


def test_backups_are_rewritten_and_can_be_restored(kept: Journal, book: Path, clock: HandClock, tmp_path: Path) -> None:
    clean = finished(kept.backups.make())
    spread(kept)
    gone = log(kept, 1, "soon gone", attachments=[picture("gone.txt", f"{SECRET} and more".encode())])
    held = [finished(kept.backups.make())]
    kept.bin.delete_contact(gone)
    kept.bin.empty(kept.clock(), everything=True)  # now only the backup has that file
    held.append(finished(kept.backups.make()))
    done = finished(kept.purge.words(SECRET, "secret"))
    assert sorted(done.backups) == sorted(b.path for b in held)
    assert done.left == ()
    assert traces(book) == []
    for backup in kept.backups.list():
        verdict = finished(kept.backups.check(backup))
        assert verdict.ok, (backup.path, verdict.faults)
    assert {b.path for b in kept.backups.list()} == {clean.path, *(b.path for b in held)}
    key = kept.key
    kept.close()
    other = tmp_path / "other"
    finished(restore(held[0].path, other, clock, key=key))
    with Journal.open(other, clock, key) as back:
        assert finished(back.verify()).ok
        assert [c.text for c in back.contacts.of_case(1)][-1] == "soon gone"
    assert traces(other) == []


def test_a_backup_that_cannot_be_opened_is_named(kept: Journal) -> None:
    spread(kept)
    good, bad = finished(kept.backups.make()), _another(kept)
    content = bytearray(bad.database.read_bytes())
    content[:100] = b"\0" * 100
    bad.database.write_bytes(content)
    done = finished(kept.purge.words(SECRET, "secret"))
    assert done.backups == (good.path,)
    assert [left.path for left in done.left] == [bad.path]
    assert str(done.left[0].why)


def _another(journal: Journal) -> Backup:
    log(journal, 1, "one more, so that there is something to keep")
    return finished(journal.backups.make())


def test_a_backup_folder_that_is_away_is_named(kept: Journal, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    spread(kept)
    finished(kept.backups.make(to=drive))
    drive.rename(tmp_path / "taken")
    done = finished(kept.purge.words(SECRET, "secret"))
    assert [left.path.parent for left in done.left] == [drive]
    (tmp_path / "taken").rename(drive)
    again = finished(kept.purge.words(SECRET, "secret"))  # the casebook is clean: the backup is what is left to do
    assert (again.records, len(again.backups), again.left) == (0, 1, ())
    assert traces(drive) == []


def test_a_copy_that_somebody_left_in_the_folder_is_named(kept: Journal, book: Path) -> None:
    spread(kept)
    kept.ledger.head()
    copy = book / "casebook (copy).db"
    copy.write_bytes(f"SQLite format 3\0 {SECRET}".encode())
    done = finished(kept.purge.words(SECRET, "secret"))
    assert [left.path for left in done.left] == [copy]
    assert "delete it" in str(done.left[0].why)


def test_words_that_become_the_same_stay_apart_where_they_must(kept: Journal) -> None:
    for number in (1, 2):
        firm = kept.firms.add(f"{SECRET}{'!' * number}").made
        kept.tickets.add(1, f"T-{SECRET.upper() if number == 1 else SECRET}")
        kept.references.add(1, "other", SECRET if number == 1 else SECRET.upper())  # type: ignore[arg-type]
    log(kept, 1, "named there", tickets=[f"T-{SECRET}"])
    finished(kept.purge.words(f"{SECRET}", "secret"))
    assert [t.number for t in kept.tickets.of_case(1)] == ["T-[purged]", "T-[purged] 2"]
    assert [r.value for r in kept.references.of_case(1)] == ["[purged]", "[purged] 2"]
    assert kept.firms.get(firm).name == "[purged]!!"
    assert finished(kept.verify()).ok


def test_logs_are_blotted_and_copies_deleted(kept: Journal, tmp_path: Path) -> None:
    spread(kept)
    cache, logs = tmp_path / "cache", tmp_path / "logs"
    (cache / "opened" / "ab").mkdir(parents=True)
    logs.mkdir()
    (cache / "opened" / "ab" / "notes.txt").write_bytes(f"my words: {SECRET}".encode("utf-16-le"))
    (cache / "opened" / "ab" / f"{SECRET}.png").write_bytes(b"x")
    (cache / "opened" / "ab" / "other.png").write_bytes(b"x")
    (logs / "casebook.log").write_text(f"one\nerror in {SECRET}\ntwo\n", encoding="utf-8")
    done = finished(kept.purge.words(SECRET, "secret", also=[cache, logs, tmp_path / "none"]))
    assert traces(cache) == [] and traces(logs) == []
    assert (logs / "casebook.log").read_text("utf-8") == "one\nerror in [purged]\ntwo\n"
    assert [p.name for p in (cache / "opened" / "ab").iterdir()] == ["other.png"]
    assert len(done.others) == 3


def test_a_purged_exhibit_is_gone_from_files_and_backups_and_keeps_its_number(
    kept: Journal, book: Path, tmp_path: Path
) -> None:
    contact = log(kept, 1, "words", attachments=[picture("seed.png", SECRET.encode()), picture("two.png", b"two")])
    finished(kept.backups.make())
    exhibit = kept.contacts.get(contact).exhibits[0]
    copy = tmp_path / "opened" / "seed.png"
    copy.parent.mkdir()
    copy.write_bytes(SECRET.encode())
    done = finished(kept.purge.exhibit(exhibit.id, "mistake", also=[copy.parent]))
    assert (done.records, done.files, len(done.backups), done.left) == (1, 1, 1, ())
    assert done.changes.ids[Kind.EXHIBIT] == {exhibit.id}
    assert traces(book) == [] and not copy.exists()
    now = kept.exhibits.get(exhibit.id)
    assert (now.label, now.name, now.file.sha256, now.purged_at is not None) == ("EX-1", "", "", True)
    with pytest.raises(NotFound, match="purged"):
        kept.exhibits.read(now.file)
    assert finished(kept.verify()).ok
    assert all(finished(kept.backups.check(b)).ok for b in kept.backups.list())


def test_a_purged_contact_keeps_its_place_in_time_and_nothing_else(kept: Journal, book: Path) -> None:
    message = mail(
        1, subject=SECRET, text=SECRET, raw=eml(SECRET.encode()), attachments=(picture("m.txt", SECRET.encode()),)
    )
    kept.mail.add([message], case_id=1)
    (contact,) = kept.contacts.of_case(1)
    kept.contacts.amend(contact.id, SECRET, agent=SECRET)
    kept.promises.add(1, "soon", contact_id=contact.id)
    finished(kept.backups.make())
    done = finished(kept.purge.contact(contact.id, "personal"))
    assert len(done.backups) == 1
    assert traces(book) == []
    (now,) = kept.contacts.of_case(1)
    assert (now.text, now.subject, now.agent, now.tickets) == ("", "", "", ())
    assert (now.happened, now.channel, now.purged_at is not None) == (contact.happened, contact.channel, True)
    assert kept.mail.of_contact(contact.id).sender == ""
    with pytest.raises(NotFound, match="purged"):
        kept.mail.raw(contact.id)
    assert [p.contact_id for p in kept.promises.of_case(1)] == [contact.id]
    verdict = finished(kept.verify())
    assert verdict.ok, verdict.faults
    assert all(finished(kept.backups.check(b)).ok for b in kept.backups.list())


def test_a_purged_mail_can_be_followed_by_its_reply(kept: Journal) -> None:
    kept.mail.add([mail(1, text=SECRET, raw=eml(SECRET.encode()))], case_id=1)
    kept.mail.add([mail(2, text=SECRET, raw=eml(SECRET.encode() + b"!"))], case_id=1)
    finished(kept.purge.words(SECRET, "secret"))
    added = kept.mail.add([mail(3, references=("1@test",))])
    assert added.filed == 1
    assert finished(kept.verify()).ok


@pytest.mark.parametrize("short", ["", "  ", "abc", " a b "])
def test_what_is_too_short_is_refused(journal: Journal, short: str) -> None:
    for work in (lambda: journal.purge.look(short), lambda: finished(journal.purge.words(short, "secret"))):
        with pytest.raises(BadInput, match="4 characters"):
            work()


def test_the_reason_is_a_choice_and_the_record_must_be_there(journal: Journal) -> None:
    with pytest.raises(BadInput, match="secret, personal, mistake"):
        finished(journal.purge.words("long enough", "because I said correct-horse"))
    for work in (journal.purge.exhibit, journal.purge.contact):
        with pytest.raises(NotFound):
            finished(work(99, "secret"))
    assert journal.purge.unfinished() is None


def purged(journal: Journal, text: str = SECRET) -> Purged:
    return finished(journal.purge.words(text, "secret"))


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("correct horse", "Correct  HORSE"),
        ("correct horse", "> correct\n> horse"),
        ("correct horse", "correct　horse"),
        ("ｈｕｎｔｅｒ２", "it is hunter2."),
        ("hunter2", "it is ｈｕｎｔｅｒ２."),
        ("café-77", "CAFE\u0301-77"),
        ("a" * 20 + "b" * 20, "key " + "a" * 20 + "b" * 3 + "\r\n> " + "b" * 17),
        ("提币密码", "我的提币密码是"),
        ('it\'s "here"', 'I said: it\'s "here"!'),
        ("back\\slash", "x back\\slash y"),
    ],
)
def test_other_ways_to_write_it_are_found(secret: str, text: str) -> None:
    wanted = Secret(secret)
    assert wanted.in_text(text)
    blotted = wanted.out_of_text(text)
    assert "[purged]" in blotted
    assert not wanted.in_text(blotted)
    assert not wanted.in_text("nothing of the kind, at all: cor rect")


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("secret", [SECRET, 'it\'s "here"', '""""', "back\\slash", "提币密码", "a" * 40, "line\nbreak"])
def test_json_is_searched_inside(secret: str, ascii_only: bool) -> None:
    inner = json.dumps([f"T-{secret}"], ensure_ascii=ascii_only)
    for value in ({"words": f"x {secret} y"}, [{"deep": [inner]}], {secret: 1}):
        text = json.dumps(value, ensure_ascii=ascii_only)
        assert Secret(secret).in_json(text)
        blotted = Secret(secret).out_of_json(text)
        assert not Secret(secret).in_json(blotted)
        assert "[purged]" in blotted
        json.loads(blotted)
    assert not Secret(secret).in_json(json.dumps({"words": ["another"]}))


@pytest.mark.parametrize(
    "content",
    [
        SECRET.encode("utf-16-be"),
        SECRET.upper().encode("utf-8"),
        SECRET.encode("gb18030"),
        b"data:text/plain;base64," + base64.b64encode(b"x" + SECRET.encode()),
        f"?pin={quote(SECRET)}".encode(),
        eml(base64.encodebytes(b"y" * 55 + SECRET.encode()), "base64"),
        eml(quopri.encodestring(b"z" * 70 + SECRET.encode()), "quoted-printable"),
        b"Subject: =?utf-8?b?" + base64.b64encode(SECRET.encode()) + b"?=\n\nnothing",
        docx(f"kept {SECRET}"),
        b"<html><p>" + SECRET.encode()[:9] + b"<b>" + SECRET.encode()[9:] + b"</b></p></html>",
    ],
    ids=["utf-16", "upper", "gb", "data", "url", "base64", "quoted", "header", "docx", "html"],
)
def test_files_of_many_kinds_are_searched(content: bytes) -> None:
    assert Secret(SECRET).in_file([content])
    assert Secret(SECRET).in_file([b"-" * 70_000_000, content]) == Secret(SECRET).in_bytes(content)
    assert not Secret("another thing").in_file([content])


def test_it_is_found_across_the_border_of_two_chunks() -> None:
    content = b"." * 1000 + SECRET.encode() + b"." * 1000
    for place in range(995, 1000 + len(SECRET.encode()) + 5):
        assert Secret(SECRET).in_file([content[:place], content[place:]])
