"""The pack can be checked by a stranger, and every change is named."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from casebook.dossier.names import is_safe
from casebook.dossier.pack import files_of
from casebook.journal import BadInput, NotFound
from tests.dossier.conftest import check

pytestmark = pytest.mark.slow


def contents(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in files_of(folder)}


def test_pack_holds_what_the_contract_says(packs):
    assert files_of(packs["en"]) == [
        "MANIFEST.sha256",
        "VERIFY.txt",
        "dossier.pdf",
        "originals/EX-0001-chat.png",
        "originals/EX-0002-statement.pdf",
        "originals/mail-0004.eml",
    ]


def test_same_record_gives_the_same_bytes_in_folder_and_zip(packs):
    assert contents(packs["en"]) == contents(packs["again"]) == contents(packs["unzipped"])


def test_zip_carries_no_time_or_compression_of_its_making(packs):
    with zipfile.ZipFile(packs["zip"]) as archive:
        entries = archive.infolist()
    assert {e.compress_type for e in entries} == {zipfile.ZIP_STORED}
    assert {e.date_time[:3] for e in entries} == {(2026, 11, 20)}
    assert entries[0].filename == "MANIFEST.sha256"


def test_clean_packs_are_clean(packs):
    for name in ("en", "zh", "firm", "zip", "unzipped"):
        verdict = check(packs[name])
        assert verdict.ok, (name, verdict)
        assert verdict.checked == 6


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_plain_sha256sum_agrees(packs):
    done = subprocess.run(
        ["sha256sum", "-c", "MANIFEST.sha256"], cwd=packs["zh"], capture_output=True, text=True, check=True
    )
    assert done.stdout.count(": OK") == 5
    assert not done.stderr
    lines = (packs["zh"] / "MANIFEST.sha256").read_bytes()
    first, rest = lines.split(b"\n", 1)
    assert first.decode() == "# SHA-256 of the lines below: " + hashlib.sha256(rest).hexdigest()


@pytest.mark.skipif(not shutil.which("shasum"), reason="shasum is not installed")
def test_plain_shasum_agrees(packs):
    subprocess.run(["shasum", "-a", "256", "-c", "MANIFEST.sha256"], cwd=packs["en"], capture_output=True, check=True)


def test_one_flipped_byte_names_exactly_that_file(packs, tmp_path):
    pack = tmp_path / "pack"
    shutil.copytree(packs["en"], pack)
    for path in files_of(pack):
        whole = (pack / path).read_bytes()
        for place in {0, len(whole) // 2, len(whole) - 1}:
            (pack / path).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            verdict = check(pack)
            assert [fault.where for fault in verdict.faults] == [path], (path, place, verdict)
        (pack / path).write_bytes(whole)
    assert check(pack).ok


def test_every_byte_of_the_manifest_counts(packs, tmp_path):
    pack = tmp_path / "pack"
    shutil.copytree(packs["en"], pack)
    manifest = pack / "MANIFEST.sha256"
    whole = manifest.read_bytes()
    for place in range(0, len(whole), 7):
        manifest.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert [fault.where for fault in check(pack).faults] == ["MANIFEST.sha256"], place


def test_added_removed_renamed_and_linked_files_are_named(packs, tmp_path):
    pack = tmp_path / "pack"
    shutil.copytree(packs["en"], pack)
    (pack / "originals" / "extra.txt").write_text("x")
    (pack / "VERIFY.txt").unlink()
    image = pack / "originals" / "EX-0001-chat.png"
    image.rename(tmp_path / "elsewhere.png")
    image.symlink_to(tmp_path / "elsewhere.png")
    faults = {fault.where: fault.what for fault in check(pack).faults}
    assert set(faults) == {"originals/extra.txt", "VERIFY.txt", "originals/EX-0001-chat.png"}
    assert "added" in faults["originals/extra.txt"]
    assert "missing" in faults["VERIFY.txt"]
    assert "link" in faults["originals/EX-0001-chat.png"]


def test_missing_manifest_is_named(packs, tmp_path):
    shutil.copytree(packs["en"], tmp_path / "pack")
    (tmp_path / "pack" / "MANIFEST.sha256").unlink()
    assert [fault.where for fault in check(tmp_path / "pack").faults] == ["MANIFEST.sha256"]


def test_flipped_byte_inside_a_zip_names_the_file(packs, tmp_path):
    whole = packs["zip"].read_bytes()
    with zipfile.ZipFile(packs["zip"]) as archive:
        places = {e.filename: e.header_offset + 30 + len(e.filename) + e.file_size // 2 for e in archive.infolist()}
    for name, place in places.items():
        changed = tmp_path / "changed.zip"
        changed.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert [fault.where for fault in check(changed).faults] == [name]


def test_zip_packed_again_by_hand_is_as_good(packs, tmp_path):
    made = shutil.make_archive(str(tmp_path / "again"), "zip", packs["folder"], "en")
    assert check(Path(made)).ok


def test_damaged_zip_is_a_fault_and_other_things_are_refused(packs, tmp_path):
    broken = tmp_path / "broken.zip"
    broken.write_bytes(packs["zip"].read_bytes()[:-100])
    assert [fault.where for fault in check(broken).faults] == ["broken.zip"]
    (tmp_path / "letter.txt").write_text("hello")
    for path, kind in ((tmp_path / "none", NotFound), (tmp_path, BadInput), (tmp_path / "letter.txt", BadInput)):
        with pytest.raises(kind, match="dossier"):
            check(path)


def test_manifest_cannot_point_out_of_the_pack(packs, tmp_path):
    pack = tmp_path / "pack"
    shutil.copytree(packs["en"], pack)
    (tmp_path / "secret").write_text("x")
    digest = hashlib.sha256(b"x").hexdigest()
    lines = f"{digest}  ../secret\n".encode()
    own = hashlib.sha256(lines).hexdigest()
    (pack / "MANIFEST.sha256").write_bytes(f"# SHA-256 of the lines below: {own}\n".encode() + lines)
    assert "../secret" in {fault.where for fault in check(pack).faults}
    assert not any(is_safe(p) for p in ("../a", "/a", "a//b", "C:/a", "a\\b", "NUL", "originals/con.txt", ""))


def test_verify_text_gives_commands_for_each_system_in_the_readers_language(packs):
    english = (packs["en"] / "VERIFY.txt").read_text("utf-8")
    chinese = (packs["zh"] / "VERIFY.txt").read_text("utf-8")
    for command in ("sha256sum -c", "shasum -a 256 -c", "Get-FileHash", "certutil -hashfile", "casebook verify ."):
        assert command in english
        assert command in chinese
    assert re.search("[\u4e00-\u9fff]", chinese)
    assert not re.search("[\u4e00-\u9fff]", english)


def test_neither_time_zone_nor_locale_nor_folder_shows_in_the_bytes(packs, tmp_path):
    program = (
        "import sys; from pathlib import Path; from casebook.journal import Journal\n"
        "from casebook.dossier import export\n"
        "with Journal.open(Path(sys.argv[1])) as journal:\n"
        "    for _ in export.run(journal, 1, Path(sys.argv[2])): pass\n"
    )
    root = str(Path(__file__).parents[2])
    settings = {"TZ": "America/New_York", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": root}
    command = [sys.executable, "-c", program, str(packs["folder"] / "book"), str(tmp_path / "another name")]
    subprocess.run(command, env={**os.environ, **settings}, cwd=tmp_path, check=True)
    assert contents(tmp_path / "another name") == contents(packs["en"])
