"""A stranger without this program checks a pack: the commands of VERIFY.txt, typed as they stand, in an empty world."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from casebook.dossier.choices import Signing
from casebook.dossier.pack import files_of
from casebook.journal import Journal
from tests.dossier.conftest import Clock, check, fill, make
from tests.dossier.service import Authority, serve

ROOT = Path(__file__).parents[2]
TOOLS = ("sha256sum", "pdfdetach", "pdfsig", "openssl", "diff", "head", "tail", "cp", "mkdir")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"one of {', '.join(TOOLS)} is not installed"),
]


@dataclass
class Said:
    code: int
    out: str


def _emptied() -> list[str]:
    """Return what begins a shell without network, and without this program and its interpreter, where that works."""
    hidden = [folder for folder in (ROOT, Path(sys.prefix)) if not Path("/usr/bin").is_relative_to(folder)]
    mounts = "".join(f"mount -t tmpfs none {shlex.quote(str(folder))} && " for folder in hidden)
    begin = ["unshare", "-Urmn", "/bin/sh", "-c", f'{mounts}exec /bin/sh -c "$0"']
    check = "".join(f'test -z "$(ls -A {shlex.quote(str(folder))})" && ' for folder in hidden) + "true"
    try:
        works = subprocess.run([*begin, check], cwd="/", capture_output=True, timeout=30).returncode == 0
    except OSError:
        works = False
    return begin if works else ["/bin/sh", "-c"]


@dataclass
class Stranger:
    """Somebody at a shell with nothing but the system's own programs, in the folder of a pack."""

    pack: Path
    shell: ClassVar[list[str]] = []

    def type(self, line: str) -> Said:
        """Type one line and return what it said."""
        world = {"PATH": "/usr/bin:/bin", "HOME": str(self.pack.parent), "LC_ALL": "C"}
        self.shell[:] = self.shell or _emptied()
        done = subprocess.run(
            [*self.shell, line], cwd=self.pack, env=world, capture_output=True, text=True, timeout=60, check=False
        )
        return Said(done.returncode, done.stdout + done.stderr)

    def follow(self) -> dict[str, Said]:
        """Type every line of VERIFY.txt that is for this system, from the top; return what each said."""
        lines = re.findall("(?m)^    (.+)$", (self.pack / "VERIFY.txt").read_text("utf-8"))
        return {line: self.type(line) for line in lines if line.split()[0] in TOOLS}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Signed and stamped dossiers of the small case in both languages, and the root certificate of the service."""
    folder = tmp_path_factory.mktemp("stranger")
    authority = Authority(tmp_path_factory.mktemp("authority"))
    with pytest.MonkeyPatch.context() as patch, serve(authority) as service:
        patch.delenv("http_proxy", raising=False)
        patch.delenv("HTTP_PROXY", raising=False)
        with Journal.create(folder / "book", Clock(), keys=folder / "keys") as journal:
            case = fill(journal)
            packs = {
                language: make(
                    journal, case, folder / language, language=language, signing=Signing(name="Lin"),
                    stamp_url=service.url,
                )
                for language in ("en", "zh")
            }  # fmt: skip
    return packs | {"root": authority.folder / "root.pem"}


@pytest.fixture(params=["en", "zh"])
def stranger(request: pytest.FixtureRequest, made: dict[str, Path], tmp_path: Path) -> Stranger:
    """A stranger with a copy of the pack, and the service's root certificate beside it."""
    shutil.copyfile(made["root"], tmp_path / "root.pem")
    return Stranger(Path(shutil.copytree(made[request.param], tmp_path / "pack")))


def one(said: dict[str, Said], begin: str) -> Said:
    """Return what the one line that begins so said."""
    found = [answer for line, answer in said.items() if line.startswith(begin)]
    assert len(found) == 1, (begin, list(said))
    return found[0]


def test_every_line_of_verify_text_works_and_says_what_it_is_said_to_say(stranger):
    said = stranger.follow()
    assert {line: answer for line, answer in said.items() if answer.code} == {}
    listed = one(said, "sha256sum -c").out
    assert listed.count(": OK\n") == len(files_of(stranger.pack)) - 2  # neither the manifest nor its stamp
    assert "WARNING" not in listed
    first, own = one(said, "head -n 1").out.split(), one(said, "tail -n +2").out.split()
    assert first[-1] == own[0]
    assert one(said, "diff -r").out == ""
    signature = one(said, "pdfsig dossier.pdf").out
    assert "Signature is Valid" in signature
    assert "Total document signed" in signature
    assert "Certificate issuer is unknown" in signature
    verified = [answer.out for line, answer in said.items() if line.startswith("openssl ts -verify")]
    assert len(verified) == 2
    assert all("Verification: OK" in text for text in verified)
    assert "Time stamp: " in one(said, "openssl ts -reply -in MANIFEST.sha256.tsr -text").out
    fingerprint = one(said, "openssl x509").out.strip().partition("=")[2]
    assert fingerprint in (stranger.pack / "VERIFY.txt").read_text("utf-8")
    assert check(stranger.pack).ok  # following the instructions put nothing into the pack


def test_the_attached_files_are_there_and_the_same(stranger):
    stranger.type("mkdir ../inside && pdfdetach -saveall -o ../inside dossier.pdf")
    inside = {path.name: path.read_bytes() for path in (stranger.pack.parent / "inside").iterdir()}
    assert inside == {path.name: path.read_bytes() for path in (stranger.pack / "originals").iterdir()}


def named_by_sha256sum(stranger: Stranger) -> set[str]:
    text = stranger.type("sha256sum -c MANIFEST.sha256").out
    return set(re.findall(r"(?m)^(?!sha256sum)(.+): FAILED", text))


def test_one_flipped_byte_is_named_by_the_system_and_by_us(made, tmp_path):
    pack = Path(shutil.copytree(made["en"], tmp_path / "pack"))
    for path in files_of(pack):
        whole = (pack / path).read_bytes()
        place = whole.index(b"Test service") if path.endswith(".tsr") else len(whole) // 2
        (pack / path).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert [fault.where for fault in check(pack).faults] == [path]
        if not path.startswith("MANIFEST"):
            assert named_by_sha256sum(Stranger(pack)) == {path}
        elif path.endswith(".tsr"):
            last = [line for line in Stranger(pack).follow().items() if line[0].startswith("openssl ts -verify")]
            assert all("Verification: OK" not in said.out for _, said in last)
        (pack / path).write_bytes(whole)
    assert check(pack).ok


def test_added_removed_and_renamed_files_are_named_and_nothing_else(made, tmp_path):
    pack = Path(shutil.copytree(made["en"], tmp_path / "pack"))
    for path in files_of(pack):
        file = pack / path
        content = file.read_bytes()
        file.unlink()
        gone = [] if path.endswith(".tsr") else [path]  # a pack without a stamp is a whole pack
        assert [fault.where for fault in check(pack).faults] == gone
        file.with_name("other.bin").write_bytes(content)
        added = file.with_name("other.bin").relative_to(pack).as_posix()
        if path != "MANIFEST.sha256":
            assert sorted(fault.where for fault in check(pack).faults) == sorted([*gone, added])
        file.with_name("other.bin").unlink()
        file.write_bytes(content)
    assert check(pack).ok


def test_a_stranger_sees_a_changed_pdf_although_all_hashes_were_written_anew(made, tmp_path):
    from casebook.dossier.pack import write_manifest

    pack = Path(shutil.copytree(made["en"], tmp_path / "pack"))
    pdf = pack / "dossier.pdf"
    pdf.write_bytes(pdf.read_bytes() + b"% more\n")
    (pack / "MANIFEST.sha256").unlink()
    (pack / "MANIFEST.sha256.tsr").rename(tmp_path / "token")
    write_manifest(pack)
    (tmp_path / "token").rename(pack / "MANIFEST.sha256.tsr")
    stranger = Stranger(pack)
    said = stranger.follow()
    assert "Not total document signed" in one(said, "pdfsig dossier.pdf").out
    assert all("FAILED" in a.out for line, a in said.items() if line.startswith("openssl ts -verify"))
    assert {fault.where for fault in check(pack).faults} == {"dossier.pdf", "MANIFEST.sha256.tsr"}
