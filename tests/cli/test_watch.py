"""`casebook watch`: a folder's mail taken in once, and what the window shall watch."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.mail import watching
from tests.cli.conftest import Casebook
from tests.mail.test_preview import mail


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "SETTLED", 0.0)


def test_what_lies_there_comes_in_once(casebook: Casebook, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "one.eml").write_bytes(mail(1))
    (folder / "shot.jpg").write_bytes(b"\xff\xd8 no mail")
    casebook.ok("firm", "add", "--name", "Kestrel")
    first = casebook.json("watch", folder, "--once")
    assert (first["new"], first["waiting"], len(first["failed"])) == (1, 1, 1)
    again = casebook.json("watch", folder, "--once")
    assert (again["new"], again["known"], again["failed"]) == (0, 0, [])
    assert "nothing new" in casebook.ok("watch", folder, "--once")


def test_the_folder_can_be_kept_for_the_window(casebook: Casebook, tmp_path: Path) -> None:
    casebook.ok("firm", "add", "--name", "Kestrel")
    casebook.refused("watch", "--once", code=2)
    casebook.refused("watch", tmp_path / "nowhere", "--once")
    folder = tmp_path / "saved"
    folder.mkdir()
    casebook.ok("watch", folder, "--once", "--keep")
    assert casebook.json("preferences")["watch_folder"] == str(folder)
    casebook.ok("watch", "--once")
    casebook.ok("watch", "--off")
    assert casebook.json("preferences")["watch_folder"] == ""
    casebook.refused("watch", "--off", "--once", code=2)
