"""Whatever goes wrong is one line on stderr with the right exit code, and leaves the record as it was."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import struct
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.cli import output
from casebook.cli.main import main, run
from casebook.cli.options import length
from casebook.cli.session import Session
from casebook.journal.errors import BadInput
from tests.cli.conftest import Casebook

COMMAND = [sys.executable, "-m", "casebook"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["frm"], "did you mean 'firm'"),
        (["firm"], "needs a command: add, edit, list, show"),
        (["firm", "lst"], "did you mean 'list'"),
        (["firm", "add"], "--name"),
        (["--nonsense"], "--nonsense"),
        (["case", "list", "--nonsense"], "--nonsense"),
        (["log", "1"], "--channel"),
        (["log", "1", "--channel", "pigeon", "--text", "x"], "pigeon"),
        (["log", "1", "--channel", "chat", "--text", "x", "--about", "--date-only"], "exclude each other"),
        (["amend", "1", "--reason", "r"], "nothing to change"),
        (["amend", "1", "--reason", "r", "--zone", "UTC"], "goes with --at"),
        (["amend", "one", "--reason", "r", "--text", "x"], "one"),
        (["firm", "edit", "Kestrel"], "nothing to change"),
        (["case", "edit", "1"], "nothing to change"),
        (["account", "edit", "1"], "nothing to change"),
        (["case", "edit", "1", "--zone", "UTC"], "goes with --problem-at"),
        (["promise", "resolve", "1", "perhaps"], "perhaps"),
        (["import"], "name the files"),
        (["import", "x", "--case", "1", "--auto"], "exclude each other"),
        (["inbox", "file"], "--all"),
        (["export", "1", "out", "--lang", "fr"], "fr"),
        (["search"], "QUERY"),
    ],
)
def test_usage_is_two(filled: Casebook, words: list[str], says: str) -> None:
    assert says in filled.refused(*words, code=2)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["log", "9", "--channel", "chat", "--text", "x"], "no case C-9"),
        (["log", "nine", "--channel", "chat", "--text", "x"], "write its number, such as C-12"),
        (["log", "1", "--channel", "chat"], "empty contact"),
        (["log", "1", "--channel", "chat", "--text", "x", "--at", "some day"], "is not understood"),
        (["log", "1", "--channel", "chat", "--text", "x", "--at", "2026-02-30"], "no calendar has"),
        (["log", "1", "--channel", "chat", "--text", "x", "--zone", "Mars/Base"], "is not a time zone"),
        (["log", "1", "--channel", "chat", "--text", "x", "--attach", "/nowhere/a.png"], "/nowhere/a.png"),
        (["log", "1", "--channel", "chat", "--text", "x", "--attach", "."], "no file"),
        (["firm", "add", "--name", " "], "needs a name"),
        (["firm", "add", "--name", "kestrel"], "already"),
        (["firm", "add", "--name", "X", "--country", "Singapore"], "two-letter code"),
        (["firm", "add", "--name", "X", "--zone", "Singapore City"], "is not a time zone"),
        (["firm", "show", "Nobody"], "no firm 'Nobody'"),
        (["account", "add", "--firm", "Nobody"], "no firm"),
        (["account", "add", "--firm", "Kestrel", "--email", "me"], "is not a mail address"),
        (["account", "edit", "9", "--uid", "1"], "no account 9"),
        (["case", "add", "--firm", "Nobody", "--title", "x"], "no firm"),
        (["case", "add", "--firm", "Kestrel", "--title", "x", "--amount", "much"], "is not an amount"),
        (["case", "add", "--firm", "Kestrel", "--title", "x", "--account", "9"], "no account 9"),
        (["case", "show", "C-9"], "no case C-9"),
        (["case", "reopen", "1"], "open already"),
        (["contact", "show", "9"], "no contact 9"),
        (["amend", "9", "--reason", "r", "--text", "x"], "no contact 9"),
        (["promise", "add", "1", "--text", "x", "--contact", "9"], "no contact 9"),
        (["promise", "resolve", "9", "kept"], "no promise 9"),
        (["request", "supply", "9"], "no request 9"),
        (["ticket", "add", "1", " "], "cannot be empty"),
        (["reference", "add", "1", "txid", " "], "cannot be empty"),
        (["import", "/nowhere/mails"], "/nowhere/mails"),
        (["inbox", "file", "9", "--case", "1"], "does not wait"),
        (["inbox", "discard", "9"], "does not wait"),
        (["inbox", "restore", "9"], "no discarded mail 9"),
        (["export", "9", "out"], "no case C-9"),
        (["verify", "/nowhere/pack"], "/nowhere/pack"),
    ],
)
def test_refusals_are_one_and_change_nothing(filled: Casebook, words: list[str], says: str) -> None:
    before = filled.json("doctor")["casebook"]["ledger head"]
    assert says in filled.refused(*words)
    assert filled.json("doctor")["casebook"]["ledger head"] == before


def test_files_that_cannot_be_evidence(filled: Casebook, tmp_path: Path) -> None:
    empty, giant = tmp_path / "empty.png", tmp_path / "giant.png"
    empty.touch()
    giant.write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 100_000, 100_000) + b"\x08\x02\0\0\0")
    for path, says in ((empty, "empty (0 bytes)"), (giant, "100000 x 100000")):
        assert says in filled.refused("log", "1", "--channel", "chat", "--text", "x", "--attach", path)
        assert says in filled.refused("exhibit", "add", "1", path)
    assert filled.json("case", "show", "1")["contacts"] == []
    assert filled.json("verify")["ok"]


def test_text_that_is_no_text(filled: Casebook) -> None:
    assert "not UTF-8" in filled.refused("log", "1", "--channel", "chat", "--text", "-", stdin=b"\xff\xfe")
    assert "no text" in filled.refused("log", "1", "--channel", "chat", "--text", "a\udcffb")


def test_reading_where_there_is_no_casebook(casebook: Casebook) -> None:
    for words in (["case", "list"], ["due"], ["search", "x"], ["log", "1", "--channel", "chat", "--text", "x"]):
        assert "there is no casebook in" in casebook.refused(*words)
    assert "there is no casebook in" in casebook.refused("verify")
    assert not casebook.book.exists()
    assert casebook.json("doctor")["casebook"]["state"].startswith("none yet")


def test_a_folder_with_other_things_is_left_alone(casebook: Casebook) -> None:
    casebook.book.mkdir()
    (casebook.book / "diary.txt").write_text("mine")
    assert "is not empty" in casebook.refused("firm", "add", "--name", "X")
    assert [p.name for p in casebook.book.iterdir()] == ["diary.txt"]


def test_a_file_that_is_no_casebook(casebook: Casebook) -> None:
    casebook.book.mkdir()
    (casebook.book / "casebook.db").write_bytes(b"not a database" * 100)
    for words in (["case", "list"], ["firm", "add", "--name", "X"]):
        assert str(casebook.book) in casebook.refused(*words)
    assert casebook.run("doctor").code == 1
    assert casebook.run("verify").code == 1


def test_a_casebook_of_a_newer_program_is_left_alone(filled: Casebook) -> None:
    database = filled.book / "casebook.db"
    with contextlib.closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("UPDATE meta SET value = '99' WHERE key = 'min_reader'")
        raw.execute("PRAGMA user_version = 99")
    before = database.read_bytes()
    for words in (["case", "list"], ["firm", "add", "--name", "X"], ["log", "1", "--channel", "chat", "--text", "x"]):
        assert "newer" in filled.refused(*words)
    assert database.read_bytes() == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be written")
def test_a_read_only_folder(filled: Casebook) -> None:
    filled.book.chmod(0o500)
    try:
        assert "cannot be written" in filled.refused("firm", "add", "--name", "X")
    finally:
        filled.book.chmod(0o700)


def test_a_fault_of_our_own_is_one_line_and_a_log(casebook: Casebook, tmp_path: Path) -> None:
    @click.command()
    def broken() -> None:
        raise KeyError("where")

    main.add_command(broken, "broken")
    try:
        line = casebook.refused("broken")
    finally:
        main.commands.pop("broken")
    assert "KeyError" in line
    (log,) = (tmp_path / "home").rglob("casebook.log")
    assert str(log) in line
    assert "Traceback" in log.read_text("utf-8")


def test_stopping_is_one_line(casebook: Casebook) -> None:
    @click.command()
    def stopped() -> None:
        raise KeyboardInterrupt

    main.add_command(stopped, "stopped")
    try:
        answer = casebook.run("stopped")
    finally:
        main.commands.pop("stopped")
    assert answer.code == 1
    assert answer.err.strip().splitlines()[-1].startswith("casebook: stopped")


def test_without_a_command_the_window_opens(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert casebook.run().code == 0
    monkeypatch.setenv("CASEBOOK_DIR", str(tmp_path / "other"))
    assert casebook.bare().code == 0
    assert casebook.windows == [(casebook.book, []), (tmp_path / "other", [])]
    assert run([], open_window=lambda book, files: 7) == 7


def test_help_and_version(casebook: Casebook) -> None:
    for words in (["--help"], ["log", "--help"], ["follow-up", "--help"]):
        answer = casebook.bare(*words)
        assert answer.code == 0
        assert answer.out.startswith("Usage: casebook")
    assert casebook.bare("--version").out.startswith("casebook ")


def commands(command: click.Command, name: str = "") -> list[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        return [found for key, sub in command.commands.items() for found in commands(sub, f"{name} {key}".strip())]
    return [(name, command)]


@pytest.mark.parametrize(("name", "command"), commands(main))
def test_every_command_explains_itself_and_knows_json(name: str, command: click.Command) -> None:
    assert command.help, name
    assert "--json" in {option for parameter in command.params for option in parameter.opts}, name
    context = click.Context(command, info_name=name, obj=Session(lambda book, files: 0))
    assert "Usage" in command.get_help(context)


def test_a_closed_pipe_is_quiet(filled: Casebook) -> None:
    for number in range(40):
        filled.ok("reference", "add", "1", "other", f"{number:0900}")
    done = subprocess.run(
        f"{' '.join(COMMAND)} --book {filled.book} case show 1 | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("case ")
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_answer_that_cannot_be_written_is_no_success(filled: Casebook) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "--book", filled.book, "case", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert os.strerror(errno.ENOSPC) in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_real_start(tmp_path: Path) -> None:
    def start(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "CASEBOOK_DIR": str(tmp_path / "book"), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
        return subprocess.run([*COMMAND, *words], capture_output=True, check=False, env=environment, encoding="utf-8")

    assert start("firm", "add", "--name", "红隼").stdout == "added firm 1: 红隼\n"
    assert start("case", "add", "--firm", "红隼", "--title", "t", "--json").returncode == 0
    refused = start("case", "show", "7")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == "casebook: there is no case C-7 in this casebook: see 'casebook case list'\n"
    assert start("nonsense").returncode == 2


@given(st.text(max_size=60), st.integers(1, 30))
def test_lines_are_lines_and_no_wider_than_asked(text: str, longest: int) -> None:
    line = output.one_line(text, longest)
    assert len(line.splitlines()) <= 1
    assert output.width(line) <= longest


@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9), st.text(max_size=9)), min_size=1, max_size=5))
def test_tables_have_one_line_for_each_row(rows: list[tuple[str, str, str]]) -> None:
    assert len(output.table(rows)) == len(rows)


def test_lengths_of_time() -> None:
    for text, expected in (
        ("30m", timedelta(minutes=30)),
        ("3 h", timedelta(hours=3)),
        ("2 days", timedelta(days=2)),
        ("1W", timedelta(weeks=1)),
    ):
        assert length(text) == expected
    for text in ("", "2", "h", "-2d", "2 years", "99999d"):
        with pytest.raises(BadInput):
            length(text)
    assert output.span(timedelta(days=2, hours=4)) == "2 d 4 h"
    assert output.span(timedelta(seconds=20)) == "less than a minute"


@pytest.mark.parametrize(
    "command",
    [
        ("contact", "show"),
        ("contact", "delete"),
        ("amend", "--text", "x"),
        ("purge", "contact"),
        ("explain",),
        ("inbox", "discard"),
    ],
)
@pytest.mark.parametrize("number", [str(2**63), str(-(2**64)), "9" * 30])
def test_a_number_that_no_record_can_have_is_no_fault_of_the_program(
    filled: Casebook, command: tuple[str, ...], number: str
) -> None:
    assert "too large" in filled.refused(*command, "--", number, code=2)
