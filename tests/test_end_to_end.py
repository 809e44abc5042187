"""The whole way, as its user goes it: sample, mails, chat, reminder, dossier, and what a stranger checks."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from tests.mail.samples import write_thread


def casebook(*words: str | Path, code: int = 0) -> str:
    """Run `casebook WORDS…` as a process of its own; return what it printed."""
    ran = subprocess.run(
        [sys.executable, "-m", "casebook", *map(str, words)],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
    )
    assert ran.returncode == code, (words, ran)
    assert "Traceback" not in ran.stderr
    return ran.stdout


def words_of(pdf: Path) -> str:
    """Return the text of a PDF, all white space folded."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `casebook demo` makes."""
    folder = tmp_path_factory.mktemp("demo") / "sample"
    casebook("demo", folder)
    return folder


def test_the_sample_is_whole(sample: Path) -> None:
    book, pack = sample / "casebook", sample / "C-1-dossier"
    cases = json.loads(casebook("--book", book, "case", "list", "--json"))
    assert len(cases) == 3
    assert len(json.loads(casebook("--book", book, "firm", "list", "--json"))) == 2
    assert "ok" in casebook("--book", book, "verify").lower()
    casebook("verify", pack)
    subprocess.run(["sha256sum", "--quiet", "-c", "MANIFEST.sha256"], cwd=pack, check=True)
    due = json.loads(casebook("--book", book, "due", "--json"))
    assert [row["overdue"] for row in due] == [True]
    explained = json.loads(casebook("--book", book, "explain", str(due[0]["id"]), "--json"))
    assert explained["rule"]
    assert explained["source"]
    assert words_of(pack / "dossier.pdf").count("EX-1") > 2


def test_a_flipped_byte_in_any_file_of_sample_or_pack_is_named(sample: Path) -> None:
    dice = random.Random(11)
    for root, words in ((sample / "casebook", ("--book", sample / "casebook")), (sample / "C-1-dossier", ())):
        files = sorted(p for p in root.rglob("*") if p.is_file())
        for path in dice.sample(files, 6) + [p for p in files if p.parent == root]:
            content = path.read_bytes()
            changed = bytearray(content)
            changed[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
            path.write_bytes(changed)
            target = () if words else (root,)
            told = json.loads(casebook(*words, "verify", *target, "--json", code=1))
            path.write_bytes(content)
            assert {fault["where"] for fault in told["faults"]} == {path.relative_to(root).as_posix()}
    casebook("--book", sample / "casebook", "verify")
    casebook("verify", sample / "C-1-dossier")


def test_a_thread_of_twelve_mails_becomes_a_dossier(tmp_path: Path) -> None:
    book, pack, mbox = tmp_path / "book", tmp_path / "pack", tmp_path / "thread.mbox"
    messages = write_thread(mbox)
    run = lambda *words: casebook("--book", book, *words)  # noqa: E731
    run("firm", "add", "--name", "Kestrel", "--country", "SG", "--zone", "Asia/Singapore")
    run("account", "add", "--firm", "Kestrel", "--email", "lin@example.org")
    run("case", "add", "--firm", "Kestrel", "--title", "提币审核 11 天", "--amount", "1250", "--asset", "USDT")
    imported = json.loads(run("import", mbox, "--case", "C-1", "--json"))
    assert (imported["new"], imported["filed"], imported["failed"]) == (12, 12, [])
    again = json.loads(run("import", mbox, "--case", "C-1", "--json"))
    assert (again["new"], again["known"]) == (0, 12)
    case = json.loads(run("case", "show", "C-1", "--json"))
    assert len(case["contacts"]) == 12
    assert {contact["direction"] for contact in case["contacts"]} == {"in", "out"}
    assert [e["number"] for e in case["exhibits"]] == ["EX-1", "EX-2"]
    run(
        "log",
        "C-1",
        "--channel",
        "chat",
        "--agent",
        "Lily",
        "--text",
        "放行需 24 小时",
        "--date-only",
        "--at",
        "2026-11-20",
    )
    run("follow-up", "add", "C-1", "--due", "2026-11-21 09:00", "--zone", "Asia/Singapore", "--reason", "再次询问")
    [due] = json.loads(run("due", "--now", "2026-11-21T09:00+08:00", "--json"))
    assert json.loads(run("due", "--now", "2026-11-21T08:59+08:00", "--json")) == []
    run("follow-up", "snooze", str(due["id"]), "--for", "2d")
    run("export", "C-1", pack, "--lang", "zh")
    casebook("verify", pack)
    text = words_of(pack / "dossier.pdf")
    for part in ("提币审核 11 天", "1250", "USDT", "放行需 24 小时", "EX-1", "EX-2"):
        assert part in text or part.replace(" ", "") in text.replace(" ", ""), part
    # The bytes stay as the mbox had them: one message begins a line with "From ", which the file quotes.
    kept = {p.read_bytes() for p in (pack / "originals").glob("*.eml")}
    assert kept == {message.replace(b"\nFrom ", b"\n>From ") for message in messages}
    hits = json.loads(run("search", "放行", "--json"))
    assert any(hit["case"] for hit in hits)
    casebook("--book", book, "verify")
