"""Import, inbox, export, verify, demo and doctor: the long ways, on real files."""

from __future__ import annotations

import hashlib
import os
import select
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from casebook import paths
from casebook.cli import system_check
from casebook.cli.demo_pictures import Bubble, chat, record
from tests.cli.conftest import START, Casebook
from tests.killing import HELD, recorded

SAMPLE = paths.resources() / "sample" / "kestrel.mbox"


def mail(
    number: int, subject: str = "Re: your case", *, sender: str = "support@kestrel.example", after: int = 0
) -> str:
    reply = f"In-Reply-To: <{after}@kestrel.example>\n" if after else ""
    return (
        f"From: Support <{sender}>\nTo: lin@example.org\nSubject: {subject}\n"
        f"Date: Thu, 19 Nov 2026 10:{number % 60:02d}:00 +0800\nMessage-ID: <{number}@kestrel.example>\n{reply}"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nMessage {number}.\n"
    )


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    folder = tmp_path / "mails"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.eml").write_text(mail(number))
    return folder


def test_import_into_a_case(filled: Casebook) -> None:
    done = filled.json("import", SAMPLE, "--case", "C-1")
    assert done == {"new": 8, "known": 0, "filed": 8, "waiting": 0, "failed": [], "contacts": list(range(1, 9))}
    again = filled.json("import", SAMPLE)
    assert again == {"new": 0, "known": 8, "filed": 0, "waiting": 0, "failed": [], "contacts": []}
    contacts = filled.json("contact", "list", "1")
    assert {c["direction"] for c in contacts} == {"in", "out"}
    assert {c["automatic"] for c in contacts} == {"", "auto-reply"}
    assert all(c["known"] == "mail-header" and c["happened_at"].endswith("+08:00") for c in contacts)
    assert filled.json("contact", "show", "1")["mail"]["message_id"]
    assert "提币" in filled.ok("contact", "show", "1")
    assert filled.json("search", "风控")[0]["case"] == "C-1"
    assert filled.json("verify")["ok"]


def test_import_makes_the_casebook_and_fills_the_inbox(casebook: Casebook, mails: Path) -> None:
    assert casebook.run("import", mails, "--dry-run").code == 1
    assert not casebook.book.exists()
    done = casebook.json("import", mails)
    assert (done["new"], done["waiting"], done["contacts"]) == (3, 3, [1, 2, 3])
    assert casebook.json("import", mails, "--dry-run")["known"] == 3
    rows = casebook.json("inbox", "list")
    assert [row["id"] for row in rows] == [3, 2, 1]
    assert rows[0]["sender"] == "support@kestrel.example"
    assert rows[0]["suggested_case"] is None
    casebook.ok("firm", "add", "--name", "Kestrel")
    casebook.ok("case", "add", "--firm", "Kestrel", "--title", "t")
    assert "name one with --case" in casebook.refused("inbox", "file", "1")
    (filed,) = casebook.json("inbox", "file", "1", "--case", "C-1")
    assert (filed["id"], filed["case"]) == (1, "C-1")
    casebook.ok("inbox", "discard", "2")
    assert [row["id"] for row in casebook.json("inbox", "list")] == [3]
    assert casebook.json("import", mails)["known"] == 3
    casebook.ok("inbox", "restore", "2")
    assert "no discarded mail 1" in casebook.refused("inbox", "restore", "1")
    assert len(casebook.json("inbox", "file", "--all", "--case", "1")) == 2
    assert casebook.json("inbox", "list") == []
    assert "empty" in casebook.ok("inbox", "list")


def test_a_known_thread_is_followed_and_a_ticket_with_a_known_sender(filled: Casebook, tmp_path: Path) -> None:
    first, answer, ticket, other = (tmp_path / f"{name}.eml" for name in "abcd")
    first.write_text(mail(1))
    answer.write_text(mail(2, after=1))
    ticket.write_text(mail(3, "[T-99812] news"))
    other.write_text(mail(4, "[T-99812] more news", sender="someone@osprey.example"))
    filled.ok("import", first, "--case", "1")
    assert filled.json("import", answer)["filed"] == 1
    filled.ok("ticket", "add", "1", "T-99812")
    assert filled.json("import", ticket)["filed"] == 1
    waiting = filled.json("import", other)
    assert (waiting["filed"], waiting["waiting"]) == (0, 1)
    (row,) = filled.json("inbox", "list")
    assert row["suggested_case"] == "C-1"
    assert row["suggestions"][0] == {
        "case": "C-1",
        "why": "ticket",
        "detail": "T-99812",
        "certain": False,
        "doubt": "stranger",
    }
    assert "maybe C-1: names T-99812, but from or to somebody new" in filled.ok("inbox", "list")
    other.write_text(mail(5, "[T-99812] yet more news", sender="someone@osprey.example"))
    done = filled.json("import", other, "--auto")
    assert (done["filed"], done["waiting"], done["contacts"]) == (1, 0, [5])
    assert filled.json("inbox", "file", "4")[0]["case"] == "C-1"
    assert filled.json("inbox", "unfile", "4")[0]["case"] is None
    assert [row["id"] for row in filled.json("inbox", "list")] == [4]


def test_what_is_no_mail_is_named_and_the_rest_goes_on(filled: Casebook, mails: Path) -> None:
    (mails / "holiday.eml").write_bytes(bytes(range(256)) * 8)
    (mails / "nothing.eml").touch()
    answer = filled.run("import", mails, "--json")
    assert answer.code == 0
    assert answer.json["new"] == 3
    assert {Path(f["source"]).name for f in answer.json["failed"]} == {"holiday.eml", "nothing.eml"}
    assert all(f["reason"] for f in answer.json["failed"])
    assert len(answer.err.splitlines()) == 2
    alone = filled.run("import", mails / "nothing.eml")
    assert alone.code == 1
    assert len(alone.err.splitlines()) == 1


def test_an_import_that_is_stopped_says_what_is_kept(filled: Casebook, tmp_path: Path) -> None:
    box = tmp_path / "big.mbox"
    with box.open("w") as file:
        for number in range(1, 401):
            file.write(f"From support@kestrel.example Thu Nov 19 10:00:00 2026\n{mail(number)}\n")
    child = subprocess.Popen(
        [sys.executable, "-c", HELD, "--book", filled.book, "import", box, "--case", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while child.poll() is None and not recorded(filled.book):
        select.select([child.stdout], [], [], 0.01)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    kept = filled.json("case", "list")[0]["contacts"]
    assert 0 < kept < 400
    assert (child.returncode, out) == (1, "")
    assert f"{kept} mails were imported and are kept" in err
    assert "Traceback" not in err
    assert filled.json("verify")["ok"]
    again = filled.json("import", box, "--case", "1")
    assert (again["known"], again["new"]) == (kept, 400 - kept)


def test_export_verify_and_a_flipped_byte(filled: Casebook, tmp_path: Path) -> None:
    filled.ok("import", SAMPLE, "--case", "1")
    folder, packed = tmp_path / "pack", tmp_path / "pack.zip"
    made = filled.json("export", "C-1", folder)
    assert made == {"case": "C-1", "path": str(folder), "lang": "en", "for": "outside", "form": "full", "paper": "a4"}
    assert filled.json("export", "1", packed, "--lang", "zh", "--for", "firm", "--paper", "letter")["lang"] == "zh"
    for out in (folder, packed):
        verdict = filled.json("verify", out)
        assert verdict["ok"]
        assert verdict["checked"] > 8
        assert verdict["faults"] == []
    filled.refused("export", "1", folder)
    filled.ok("export", "1", folder, "--replace")
    victim = next(path for path in sorted((folder / "originals").iterdir()))
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 1
    victim.write_bytes(content)
    answer = filled.run("verify", folder, "--json")
    assert answer.code == 1
    assert [fault["where"] for fault in answer.json["faults"]] == [f"originals/{victim.name}"]
    lines = filled.run("verify", folder).out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"originals/{victim.name}: ")


def test_verify_names_the_file_of_the_casebook_that_was_changed(filled: Casebook, tmp_path: Path) -> None:
    proof = tmp_path / "proof.bin"
    proof.write_bytes(b"x" * 5000)
    filled.ok("exhibit", "add", "1", proof)
    assert filled.json("verify")["ok"]
    assert filled.json("verify", filled.book)["ok"]
    digest = hashlib.sha256(proof.read_bytes()).hexdigest()
    stored = filled.book / "files" / digest[:2] / digest
    stored.chmod(0o600)
    stored.write_bytes(b"x" * 4999 + b"y")
    answer = filled.run("verify", "--json")
    assert answer.code == 1
    assert [fault["where"] for fault in answer.json["faults"]] == [f"files/{digest[:2]}/{digest}"]


def test_the_demo_is_whole_and_sound(casebook: Casebook, tmp_path: Path) -> None:
    made = tmp_path / "demo"
    for now in (START, datetime(2027, 2, 27, 23, 30, tzinfo=START.tzinfo)):
        casebook.now = now
        target = made / f"{now:%Y}"
        answer = casebook.bare("demo", target, "--json")
        assert answer.code == 0, answer.err
        assert answer.json["firms"] == ["Kestrel Exchange SG", "Orca Markets GB"]
        assert [case["case"] for case in answer.json["cases"]] == ["C-1", "C-2", "C-3"]
        states = [promise.split(":")[0] for case in answer.json["cases"] for promise in case["promises"]]
        assert {"broken", "kept"} <= set(states)
        book = target / "casebook"
        due = casebook.bare("--book", book, "due", "--json").json
        assert [(row["case"], row["overdue"]) for row in due] == [("C-2", True)]
        ahead = casebook.bare("--book", book, "due", "--ahead", "9", "--json").json
        assert [(row["case"], row["overdue"]) for row in ahead] == [("C-2", True), ("C-3", False)]
        for row in ahead:
            assert casebook.bare("--book", book, "explain", str(row["id"])).code == 0
        assert casebook.bare("--book", book, "verify").code == 0
        assert casebook.bare("verify", target / "C-1-dossier").code == 0
    line = casebook.refused("demo", made / "2026")
    assert "is not empty" in line


def test_the_demo_prints_what_to_do_next(casebook: Casebook, tmp_path: Path) -> None:
    target = tmp_path / "with space"
    answer = casebook.bare("demo", target)
    assert answer.code == 0
    assert f'casebook --book "{target / "casebook"}"' in answer.out
    assert f'casebook verify "{target / "C-1-dossier"}"' in answer.out


def test_a_demo_that_fails_takes_itself_back(
    casebook: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "nowhere")
    casebook.refused("demo", tmp_path / "demo")
    assert not (tmp_path / "demo").exists()


def test_pictures_are_pictures() -> None:
    from io import BytesIO

    from PIL import Image

    shot = chat("Kestrel", "Lily", "#2c6e5f", [Bubble(False, "您好" * 60, "14:03"), Bubble(True, "a\nb", "14:04")])
    page = record("Kestrel", "#2c6e5f", "提现详情", "审核中", [("a", "b")])
    for content, wide in ((shot, 900), (page, 1100)):
        image = Image.open(BytesIO(content))
        assert image.width == wide
        assert len(image.convert("RGB").getcolors(1_000_000) or []) > 50
    assert shot == chat(
        "Kestrel", "Lily", "#2c6e5f", [Bubble(False, "您好" * 60, "14:03"), Bubble(True, "a\nb", "14:04")]
    )


def test_doctor_tells_versions_folders_and_health(filled: Casebook) -> None:
    report = filled.json("doctor")
    assert report["ok"] is True
    assert report["paths"]["casebook"] == str(filled.book)
    assert report["free_bytes"] > 0
    assert report["packages"]["peewee"][0].isdigit()
    assert report["casebook"]["state"] == "ok"
    assert report["guide_rules"] >= 12
    assert set(report["window"]) == {"ok", "screen", "missing_packages"}
    text = filled.ok("doctor")
    for word in ("PySide6_Essentials", "free disk", "window", "health"):
        assert word in text


def test_missing_libraries_become_packages() -> None:
    report = """/x/libqxcb.so:
\tlibxcb-cursor.so.0 => not found
\tlibxcb-icccm.so.4 => not found
\tlibX11.so.6 => /usr/lib/libX11.so.6 (0x00007f)
/x/libQt6Network.so.6:
\tlibgssapi_krb5.so.2 => not found
\tlibxcb-cursor.so.0 => not found
\tlibmystery.so.3 => not found
"""
    missing = system_check.not_found(report)
    assert missing == ["libgssapi_krb5.so.2", "libmystery.so.3", "libxcb-cursor.so.0", "libxcb-icccm.so.4"]
    assert system_check.packages_of(missing) == (
        "libgssapi-krb5-2",
        "libmystery.so.3",
        "libxcb-cursor0",
        "libxcb-icccm4",
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
def test_every_library_that_qt_asks_for_has_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = system_check.find_spec("PySide6")
    assert spec
    assert spec.submodule_search_locations
    folder = Path(next(iter(spec.submodule_search_locations)))
    files = [folder / name for name in (*system_check._LIBRARIES, system_check._XCB)]
    assert all(path.is_file() for path in files)
    report = subprocess.run(["ldd", *files], capture_output=True, text=True, check=True).stdout
    asked = {line.split()[0] for line in report.splitlines() if "=>" in line and "PySide6" not in line}
    graphics = {name for name in asked if name.startswith(("libX", "libxcb", "libxkb", "libGL", "libEGL"))}
    assert graphics - system_check.PACKAGES.keys() <= {"libGLdispatch.so.0"}
    assert system_check.missing_qt_packages() == ()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system_check.missing_qt_packages() == ()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
def test_looking_for_libraries_loads_no_pyside() -> None:
    code = (
        "import sys; from casebook.cli.system_check import missing_qt_packages as m; m(); "
        "sys.exit('PySide6' in sys.modules)"
    )
    environment = {key: value for key, value in os.environ.items() if key != "DISPLAY"}
    assert subprocess.run([sys.executable, "-c", code], check=False, env=environment).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
def test_progress_is_shown_on_a_terminal_only(filled: Casebook) -> None:
    import pty

    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("this system gives out no pseudo terminals")
    done = subprocess.run(
        [sys.executable, "-m", "casebook", "--book", filled.book, "import", SAMPLE, "--case", "1"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
        text=True,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "100 %" in shown
    assert shown.endswith("\r")
    assert done.stdout.startswith("8 new, 0 known already, 0 failed\n")
    assert filled.run("import", SAMPLE).err == ""


def test_the_inbox_files_what_is_sure_and_makes_a_case_of_a_thread(filled: Casebook, tmp_path: Path) -> None:
    txid = "9f3c6a1b0d5e4f7788990a1b2c3d4e5f60718293a4b5c6d7e8f901122334455a"
    texts = [
        mail(1, "Hello"),
        mail(2, "Re: Hello", after=1),
        mail(3, "Deposit missing", sender="help@curlew.example").replace("Message 3.", f"TxID: {txid}"),
        mail(4, "Re: Deposit missing", sender="help@curlew.example", after=3),
    ]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.eml").write_text(text)
    filled.ok("import", *(tmp_path / f"{number}.eml" for number in range(4)))
    assert "nothing is certain" in filled.ok("inbox", "file", "--sure")
    assert [c["case"] for c in filled.json("inbox", "file", "1", "--case", "1")] == ["C-1"]
    assert [c["id"] for c in filled.json("inbox", "file", "--sure")] == [2]
    assert "--sure chooses" in filled.run("inbox", "file", "--sure", "--all").err
    made = filled.json("inbox", "new-case", "3", "--thread", "--firm", "Curlew", "--with-found")
    assert made["contacts"] == [3, 4]
    assert {"contact": 3, "kind": "txid", "value": txid, "recorded": True} in made["found"]
    case = filled.json("case", "show", made["case"])
    assert (case["title"], case["firm"]) == ("Deposit missing", "Curlew")
    assert [reference["value"] for reference in case["references"]] == [txid]
    assert "names it already" in filled.refused("inbox", "unfile", "3")
    assert filled.json("inbox", "list") == []
