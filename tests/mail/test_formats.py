"""Mail as programs leave it: Maildir, Apple Mail, Takeout, Outlook files, folders of it all."""

from __future__ import annotations

import base64
import mailbox
from pathlib import Path

import pytest

from casebook.journal.errors import BadInput
from casebook.mail.formats import labels, reasons
from casebook.mail.formats.sources import Failure, Found, files, messages
from casebook.mail.importer import read
from casebook.mail.outlook import mapi
from tests.mail import outlook_files, samples


def found(*where: Path) -> list[Found]:
    return [each for each in messages(files(where)) if isinstance(each, Found)]


def failed(*where: Path) -> dict[str, str]:
    return {each.source: each.reason for each in messages(files(where)) if isinstance(each, Failure)}


def plist(flags: int) -> bytes:
    return (
        b'<?xml version="1.0"?>\n<plist version="1.0"><dict><key>flags</key><integer>%d</integer></dict></plist>'
        % flags
    )


def emlx(raw: bytes, flags: int = 1) -> bytes:
    return b"%-10d\n" % len(raw) + raw + plist(flags)


def test_a_maildir_as_the_standard_library_writes_it(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "Maildir")
    sent = box.add_folder("&XfJT0ZAB-")
    drafts = box.add_folder("Drafts")
    for number in range(3):
        box.add(samples.mail(Message_ID=b"<%d@in>" % number))
    sent.add(samples.mail(Message_ID=b"<1@out>"))
    drafts.add(samples.mail(Message_ID=b"<1@draft>"))
    draft = mailbox.MaildirMessage(samples.mail(Message_ID=b"<2@draft>"))
    draft.set_subdir("cur")
    draft.set_flags("D")
    box.add(draft)
    (tmp_path / "Maildir" / "tmp" / "1.x").write_bytes(samples.mail(Message_ID=b"<unfinished@x>"))
    (tmp_path / "Maildir" / "dovecot.index.cache").write_bytes(b"\0\1")
    (tmp_path / "Maildir" / "maildirsize").write_text("0S")
    (tmp_path / "Maildir" / "new" / "9.bare").write_bytes(b"no header at all\n")
    got = found(tmp_path / "Maildir")
    assert {read(each).message_id: each.outgoing for each in got if b"no header" not in each.raw} == {
        "0@in": False,
        "1@in": False,
        "2@in": False,
        "1@out": True,
    }
    assert list(failed(tmp_path / "Maildir").values()) == [reasons.DRAFT, reasons.DRAFT]


def test_apple_mail_in_its_store(tmp_path: Path) -> None:
    messages_ = tmp_path / "V10" / "INBOX.mbox" / "1F2E" / "Data" / "Messages"
    messages_.mkdir(parents=True)
    whole = samples.mail("您好\n".encode(), b"Content-Type: text/plain; charset=utf-8", Message_ID=b"<1@apple>")
    (messages_ / "1.emlx").write_bytes(emlx(whole))
    (messages_ / "2.emlx").write_bytes(emlx(samples.mail(), flags=1 | 1 << 6))
    (messages_ / "3.emlx").write_bytes(b"999999\n" + whole)
    (messages_ / "4.emlx").write_bytes(b"12\n")
    kind, body = samples.multipart(
        b"mixed",
        b"Content-Type: text/plain\n\nwords",
        b'Content-Type: image/png; name="shot.png"\nContent-Disposition: attachment; filename="shot.png"\n'
        b"X-Apple-Content-Length: 99\nContent-Transfer-Encoding: base64\n\n",
    )
    (messages_ / "5.partial.emlx").write_bytes(emlx(samples.mail(body, kind)))
    (messages_ / "6.partial.emlx").write_bytes(emlx(samples.mail(body, kind, Message_ID=b"<6@x>")))
    aside = messages_.parent / "Attachments" / "5" / "2"
    aside.mkdir(parents=True)
    (aside / "shot.png").write_bytes(samples.png())
    (messages_.parent.parent / "table_of_contents").write_bytes(b"\0")
    (messages_.parent.parent / "Info.plist").write_bytes(plist(0))
    got = {Path(each.source).name: each for each in found(tmp_path / "V10")}
    assert set(got) == {"1.emlx", "3.emlx", "5.partial.emlx", "6.partial.emlx"}
    assert got["1.emlx"].raw == whole
    assert got["3.emlx"].raw == whole
    partial, bare = read(got["5.partial.emlx"]), read(got["6.partial.emlx"])
    assert [(a.name, a.content) for a in partial.attachments] == [("shot.png", aside / "shot.png")]
    assert any("in files beside it" in problem for problem in partial.problems)
    assert any("on the server" in problem for problem in bare.problems)
    assert sorted(failed(tmp_path / "V10").values()) == sorted([reasons.DRAFT, reasons.DAMAGED_APPLE])


def test_an_apple_mailbox_as_it_is_exported(tmp_path: Path) -> None:
    package = tmp_path / "Sent Messages.mbox"
    package.mkdir()
    (package / "mbox").write_bytes(samples.mbox(samples.thread()[:2]))
    (package / "table_of_contents").write_bytes(b"\0\0\0\1")
    assert [each.outgoing for each in found(package)] == [True, True]
    assert [each.outgoing for each in found(package / "mbox")] == [True, True]
    assert failed(package) == {}


def takeout(number: int, label: bytes, end: bytes = b"\r\n") -> bytes:
    head = b"X-GM-THRID: 17%d\nX-Gmail-Labels: %s\n" % (number, label)
    return (head + samples.mail(Message_ID=b"<%d@gm>" % number)).replace(b"\n", end)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_google_takeout_and_its_labels(tmp_path: Path, end: bytes) -> None:
    chinese = b"=?UTF-8?Q?" + b"".join(b"=%02X" % byte for byte in "重要,已发邮件,已读".encode()) + b"?="
    drafts = b"=?UTF-8?B?" + base64.b64encode("草稿".encode()) + b"?="
    said = [b"Inbox,Opened", b"Sent,Important", chinese, drafts, b'"Sent to bank",Inbox', b"Spam"]
    sent = [takeout(number, label, end) for number, label in enumerate(said)]
    folder = tmp_path / "Takeout" / "Mail"
    folder.mkdir(parents=True)
    data = b"".join(b"From 17%d@xxx Fri Nov 20 14:03:00 +0000 2026" % n + end + raw + end for n, raw in enumerate(sent))
    (folder / "所有邮件，包括“垃圾邮件”和“已删除邮件”.mbox").write_bytes(data)
    (tmp_path / "Takeout" / "archive_browser.html").write_text("<html>")
    got = found(tmp_path / "Takeout")
    assert [each.outgoing for each in got] == [False, True, True, False, False]
    assert [each.raw for each in got] == [raw for n, raw in enumerate(sent) if n != 3]
    assert list(failed(tmp_path / "Takeout").values()) == [reasons.DRAFT]


def test_thunderbird_folders(tmp_path: Path) -> None:
    profile = tmp_path / "Mail" / "Local Folders"
    (profile / "Archive.sbd").mkdir(parents=True)
    for name in ("Inbox", "Sent", "Drafts", "Archive.sbd/已发送"):
        (profile / name).write_bytes(samples.mbox([samples.mail(Message_ID=f"<{len(name)}@x>".encode())]))
        (profile / f"{name}.msf").write_text("// index")
    (profile / "msgFilterRules.dat").write_text("version=9")
    got = {each.source.partition("/Local Folders/")[2]: each.outgoing for each in found(tmp_path / "Mail")}
    assert got == {"Inbox #1": False, "Sent #1": True, "Archive.sbd/已发送 #1": True}
    assert list(failed(tmp_path / "Mail").values()) == [reasons.DRAFT]


def test_a_folder_the_user_calls_drafts_is_no_mail_program_s(tmp_path: Path) -> None:
    (tmp_path / "Drafts").mkdir()
    (tmp_path / "Drafts" / "answer.eml").write_bytes(samples.mail())
    assert len(found(tmp_path / "Drafts" / "answer.eml")) == len(found(tmp_path / "Drafts")) == 1


def test_outlook_files_in_a_folder(tmp_path: Path) -> None:
    message = outlook_files.Message({mapi.SUBJECT: "提现", mapi.BODY: "words", mapi.SENDER_SMTP[0]: "a@b.example"})
    (tmp_path / "one.msg").write_bytes(outlook_files.msg(message))
    (tmp_path / "winmail.dat").write_bytes(outlook_files.tnef(message))
    (tmp_path / "letter.doc").write_bytes(outlook_files.compound({"WordDocument": b"x" * 5_000}))
    (tmp_path / "all.pst").write_bytes(b"!BDN" + bytes(600))
    (tmp_path / "Inbox.dbx").write_bytes(b"\xcf\xad\x12\xfe" + bytes(600))
    (tmp_path / "mac.olm").write_bytes(b"PK\x03\x04" + bytes(600))
    (tmp_path / "all.7z").write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(600))
    (tmp_path / "all.rar").write_bytes(b"Rar!\x1a\x07\x01\x00" + bytes(600))
    got = {Path(each.source).name: read(each) for each in found(tmp_path)}
    assert {name: (mail.subject, mail.text) for name, mail in got.items()} == {
        "one.msg": ("提现", "words"),
        "winmail.dat": ("提现", "words"),
    }
    assert got["one.msg"].raw == (tmp_path / "one.msg").read_bytes()
    assert {Path(name).name: reason for name, reason in failed(tmp_path).items()} == {
        "letter.doc": reasons.NO_OUTLOOK_MESSAGE,
        "all.pst": reasons.OUTLOOK_DATA_FILE,
        "Inbox.dbx": reasons.OUTLOOK_EXPRESS,
        "mac.olm": reasons.OUTLOOK_FOR_MAC,
        "all.7z": reasons.OTHER_ARCHIVE,
        "all.rar": reasons.OTHER_ARCHIVE,
    }


@pytest.mark.parametrize(
    ("name", "mailbox_", "outgoing", "draft"),
    [
        ("Mail/Sent", True, True, False),
        ("Mail/Sent", False, False, False),
        ("Mail/[Gmail].sbd/Sent Mail", True, True, False),
        ("Maildir/.INBOX.Sent Items/cur/1:2,S", False, True, False),
        ("Maildir/.&XfJT0ZAB-/cur/1:2,S", False, True, False),
        ("Maildir/cur/1:2,DS", False, False, True),
        ("Maildir/cur/1;2,D", False, False, True),
        ("Mail/Entwürfe", True, False, True),
        ("Mail/Sent to lawyer", True, False, False),
        ("Sent", True, True, False),
        ("a\\Sent Items\\1.eml", False, True, False),
        ("", True, False, False),
        ("Maildir/.&!!-/cur/1", False, False, False),
    ],
)
def test_what_a_place_says(name: str, mailbox_: bool, outgoing: bool, draft: bool) -> None:
    said = labels.place(name, mailbox=mailbox_)
    assert (said.outgoing, said.draft) == (outgoing, draft)


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        files([tmp_path / "nothing"])
