"""Packs made to do harm: nothing is read or written outside of them, and each trick is named where it is."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from casebook.dossier.names import is_safe
from casebook.dossier.pack import write_manifest
from casebook.dossier.proof.identity import name_of
from casebook.dossier.verify import heads
from tests.dossier.conftest import check

pytestmark = pytest.mark.slow
MANIFEST = "MANIFEST.sha256"


def manifest_of(files: dict[str, bytes]) -> bytes:
    """Return a manifest that is right in itself, whatever the files are called."""
    lines = "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in files.items()).encode()
    return f"# SHA-256 of the lines below: {hashlib.sha256(lines).hexdigest()}\n".encode() + lines


def archive(path: Path, files: dict[str, bytes]) -> Path:
    """Return a ZIP with these files and a manifest over them."""
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(MANIFEST, manifest_of(files))
        for name, content in files.items():
            made.writestr(name, content)
    return path


@pytest.fixture
def files(packs) -> dict[str, bytes]:
    """What a good pack holds, without its manifest."""
    found = (path for path in packs["en"].rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(packs["en"]).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def pack(packs, tmp_path) -> Path:
    return Path(shutil.copytree(packs["en"], tmp_path / "pack"))


TRICKS = ["../escaped", "/etc/escaped", "originals/../../escaped", "..\\escaped", "C:escaped", "a\x01b", "COM1"]
TRICKS += ["originals/NUL", "originals/con.txt", "originals/aux .png", "originals/name.", "originals/name "]


@pytest.mark.parametrize("path", TRICKS)
def test_a_path_that_leads_elsewhere_is_named_and_nothing_is_written(path, files, tmp_path):
    assert not is_safe(path)
    made = archive(tmp_path / "made.zip", {**files, path: b"gotcha"})
    before = sorted(tmp_path.rglob("*"))
    assert {fault.where for fault in check(made).faults} == {path}
    assert sorted(tmp_path.rglob("*")) == before
    assert not Path("/etc/escaped").exists()


@pytest.mark.parametrize("name", ["dossier.pdf", MANIFEST, "VERIFY.txt", "originals/EX-0001-chat.png"])
def test_links_and_pipes_are_named_and_not_opened(name, pack, tmp_path):
    secret = tmp_path / "secret"
    shutil.copyfile(pack / name, secret)
    (pack / name).unlink()
    (pack / name).symlink_to(secret)
    assert [(f.where, "is a link" in f.what) for f in check(pack).faults] == [(name, True)]
    (pack / name).unlink()
    os.mkfifo(pack / name)  # opened, it would wait for ever
    assert [(f.where, "is a link" in f.what) for f in check(pack).faults] == [(name, True)]
    heads(pack)


def test_a_linked_folder_is_not_walked_into(pack, tmp_path):
    (pack / "originals").rename(tmp_path / "originals")
    (pack / "originals").symlink_to(tmp_path / "originals")
    found = {fault.where: fault.what for fault in check(pack).faults}
    assert found.pop("originals") == "is not in the manifest: it was added later"
    assert set(found.values()) == {"is missing"}


def test_links_inside_a_zip_are_named(files, tmp_path):
    made = tmp_path / "made.zip"
    with zipfile.ZipFile(made, "w") as zipped:
        zipped.writestr(MANIFEST, manifest_of({**files, "originals/link": b"/etc/passwd"}))
        for name, content in files.items():
            zipped.writestr(name, content)
        link = zipfile.ZipInfo("originals/link")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        zipped.writestr(link, "/etc/passwd")
    assert [(f.where, "is a link" in f.what) for f in check(made).faults] == [("originals/link", True)]


def test_two_files_of_one_name_are_named(files, tmp_path):
    made = archive(tmp_path / "made.zip", files)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(made, "a") as zipped:
        zipped.writestr("VERIFY.txt", "another")
    assert {fault.where for fault in check(made).faults} == {"VERIFY.txt"}
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(made, "a") as zipped:
        zipped.writestr(MANIFEST, "another")
    assert {fault.where for fault in check(made).faults} == {MANIFEST}
    made = archive(tmp_path / "capitals.zip", {**files, "originals/ex-0001-CHAT.png": b"x"})
    assert {fault.where.casefold() for fault in check(made).faults} == {"originals/ex-0001-chat.png"}


def test_entries_that_cannot_be_read_are_named(files, tmp_path):
    made = archive(tmp_path / "made.zip", files)
    whole = made.read_bytes()
    place = whole.rindex(b"VERIFY.txt") - 46  # its line in the list at the end
    for at, value in ((8, 1), (10, 14), (10, 99)):  # encrypted; packed by LZMA; by nobody knows what
        changed = tmp_path / "changed.zip"
        changed.write_bytes(whole[: place + at] + bytes([value]) + whole[place + at + 1 :])
        assert [fault.where for fault in check(changed).faults] == ["VERIFY.txt"]


def test_an_attached_file_and_a_certificate_cannot_write_into_the_answer(pack, capsys):
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    trick = "Lin\n    rm -rf ~\N{RIGHT-TO-LEFT OVERRIDE}"
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, trick)])
    assert name_of(name).isprintable()
    (pack / "originals" / "EX-0001-chat.png").unlink()
    (pack / MANIFEST).unlink()
    write_manifest(pack)
    assert [fault.where for fault in check(pack).faults] == ["dossier.pdf"]
