"""`casebook import` on what mail programs leave: archives, Outlook files, a Maildir, a source from a pipe."""

from __future__ import annotations

import mailbox
from pathlib import Path

from casebook.mail.outlook import mapi
from tests.cli.conftest import Casebook
from tests.mail import outlook_files, samples
from tests.mail.test_archive import zipped
from tests.mail.test_formats import takeout

OUTLOOK = outlook_files.msg(
    outlook_files.Message(
        {
            mapi.SUBJECT: "提现",
            mapi.BODY: "words of Outlook",
            mapi.SENDER_SMTP[0]: "support@kestrel.example",
            mapi.SUBMITTED: outlook_files.SENT,
            mapi.RECEIVED_BY[1]: "Lin",
        },
        attachments=[outlook_files.Attached({mapi.CONTENT: samples.png(), mapi.LONG_NAME: "截图.png"})],
    )
)


def test_everything_at_once_and_a_second_time(filled: Casebook, tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "Maildir")
    box.add_folder("Sent").add(samples.mail(b"from the maildir\n", Message_ID=b"<m@x>"))
    (tmp_path / "one.msg").write_bytes(OUTLOOK)
    mails = b"".join(
        b"From %d@xxx Fri Nov 20 14:03:00 +0000 2026\r\n" % n + takeout(n, label) + b"\r\n"
        for n, label in enumerate((b"Inbox", b"Sent", b"Drafts"))
    )
    (tmp_path / "takeout.zip").write_bytes(zipped({"Takeout/Mail/All.mbox": mails, "a.png": samples.png()}))
    where = (tmp_path / "Maildir", tmp_path / "one.msg", tmp_path / "takeout.zip")
    done = filled.json("import", *where, "--case", "C-1")
    assert (done["new"], done["filed"]) == (4, 4)
    assert {failure["source"] for failure in done["failed"]} == {
        "takeout.zip/Takeout/Mail/All.mbox #3",
        "takeout.zip",
    }
    contacts = filled.json("contact", "list", "1")
    assert sorted(c["direction"] for c in contacts) == ["in", "in", "out", "out"]
    outlook = next(c for c in contacts if c["subject"] == "提现")
    assert outlook["happened_at"].startswith("2026-11-20T06:03:00")
    assert [e["file"] for e in filled.json("case", "show", "1")["exhibits"]] == ["截图.png"]
    again = filled.json("import", *where)
    assert (again["new"], again["known"]) == (0, 4)
    assert filled.json("verify")["ok"]


def test_a_source_from_a_pipe(filled: Casebook) -> None:
    source = b"Here it is:\n\n" + samples.mail(b"from a pipe\n", Message_ID=b"<p@x>")
    assert filled.json("import", "-", stdin=source)["waiting"] == 1
    assert filled.json("import", "-", stdin=samples.mbox([samples.mail(), samples.thread()[0]]))["new"] == 2
    refused = filled.run("import", "-", stdin=b"no mail at all")
    assert refused.code == 1
    assert "copy the whole source" in refused.out + refused.err
