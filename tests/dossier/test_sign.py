"""A signed dossier: the same bytes each time, still readable by the same rules, and every later change is seen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from casebook.dossier.choices import Signing
from casebook.dossier.pack import write_manifest
from casebook.dossier.proof.identity import credential
from casebook.dossier.proof.sign import sign, sign_apart
from casebook.journal import BadInput, Journal
from casebook.journal.errors import CasebookError, DiskTrouble
from tests.dossier.conftest import Clock, check, fill, finish, make

pytestmark = pytest.mark.slow
AS_OF = datetime(2026, 11, 20, 7, 4, tzinfo=UTC)
KEY = rsa.generate_private_key(65537, 2048)
ISSUER_KEY = rsa.generate_private_key(65537, 2048)


def certificate(key, *, issuer="", days=900, begins=AS_OF - timedelta(days=100)):
    """Return a certificate for a key: self-signed, or issued by `issuer`."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Lin Wei")])
    by = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]) if issuer else subject
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(by).public_key(key.public_key())
    builder = builder.serial_number(7).not_valid_before(begins).not_valid_after(begins + timedelta(days=days))
    signer = ISSUER_KEY if issuer else key
    return builder.sign(signer, None if isinstance(signer, ed25519.Ed25519PrivateKey) else SHA256())


def p12(path: Path, key, own, chain=(), passphrase: str = "") -> Path:
    protection = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"lin", key, own, list(chain) or None, protection))
    return path


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Signed dossiers of the small case: by name, again, and with a file whose certificate somebody issued."""
    folder = tmp_path_factory.mktemp("signed")
    issued = p12(folder / "lin.p12", KEY, certificate(KEY, issuer="Example CA"), passphrase="open sesame")
    with Journal.create(folder / "book", Clock()) as journal:
        case = fill(journal)
        made = {
            "plain": make(journal, case, folder / "plain"),
            "name": make(journal, case, folder / "name", signing=Signing(name=" 林 Lin ")),
            "again": make(journal, case, folder / "again", signing=Signing(name="林 Lin")),
            "zip": make(journal, case, folder / "signed.zip", signing=Signing(name="林 Lin")),
            "zh": make(journal, case, folder / "zh", signing=Signing(name="林 Lin"), language="zh", paper="letter"),
            "file": make(journal, case, folder / "file", signing=Signing(issued, "open sesame")),
        }
        assert [export.signed_by for export in journal.exports.of_case(case)] == ["", *["林 Lin"] * 4, "Lin Wei"]
    return made | {"p12": issued}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_key_gives_the_same_bytes_and_adds_only_to_the_end(signed, tmp_path):
    assert contents(signed["name"]) == contents(signed["again"])
    pdf = shutil.copyfile(signed["plain"] / "dossier.pdf", tmp_path / "copy.pdf")
    sign(pdf, credential(Signing(name="Lin"), AS_OF, tmp_path), AS_OF)
    assert pdf.read_bytes().startswith((signed["plain"] / "dossier.pdf").read_bytes())


def test_verify_tells_signature_and_identity_apart(signed):
    for name in ("name", "zip", "zh"):
        verdict = check(signed[name])
        assert verdict.ok, verdict
        assert any("林 Lin signed the whole file" in note for note in verdict.notes)
        assert any("self-signed" in note and "not confirmed" in note for note in verdict.notes)
    notes = " ".join(check(signed["file"]).notes)
    assert "issued by Example CA" in notes
    assert "not checked" in notes
    assert not check(signed["plain"]).notes


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig is not installed")
def test_a_strangers_reader_finds_the_signature_valid(signed):
    for name in ("name", "zh", "file"):
        said = subprocess.run(
            ["pdfsig", signed[name] / "dossier.pdf"], capture_output=True, text=True, check=False
        ).stdout
        assert "Signature is Valid" in said
        assert "Total document signed" in said
        assert "Nov 20 2026" in said


def damage(pack: Path, work, target: Path) -> Path:
    """Copy a pack, change its PDF, and write the manifest anew, as somebody would who wants it unseen."""
    shutil.copytree(pack, target)
    pdf = target / "dossier.pdf"
    pdf.write_bytes(work(pdf.read_bytes()))
    (target / "MANIFEST.sha256").unlink()
    write_manifest(target)
    return target


def test_a_changed_byte_is_seen_although_the_manifest_was_written_anew(signed, tmp_path):
    whole = (signed["name"] / "dossier.pdf").read_bytes()
    place = whole.index(b"/Title(") + 8
    pack = damage(signed["name"], lambda pdf: pdf[:place] + b"x" + pdf[place + 1 :], tmp_path / "flipped")
    assert [(f.where, "was changed after" in f.what) for f in check(pack).faults] == [("dossier.pdf", True)]


def test_appended_bytes_are_seen_although_the_signature_still_holds(signed, tmp_path):
    for number, more in enumerate((b"\n", b"% a note\n", _update(signed["name"] / "dossier.pdf"))):
        pack = damage(signed["name"], lambda pdf, more=more: pdf + more, tmp_path / str(number))
        faults = check(pack).faults
        assert [(f.where, "added to it after" in f.what) for f in faults] == [("dossier.pdf", True)], faults


def _update(pdf: Path) -> bytes:
    """Return an incremental update that changes the title, as an editor would append it."""
    import io

    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    whole = pdf.read_bytes()
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(whole))
    writer.root["/Lang"] = generic.pdf_string("xx")
    writer.update_root()
    writer.write(out)
    assert out.getvalue().startswith(whole)
    return out.getvalue()[len(whole) :]


def test_another_attached_file_is_seen(signed, tmp_path):
    pack = tmp_path / "pack"
    shutil.copytree(signed["plain"], pack)
    original = pack / "originals" / "EX-0001-chat.png"
    original.write_bytes(original.read_bytes() + b"x")
    original = pack / "originals" / "EX-0002-statement.pdf"
    original.rename(original.with_name("EX-0002-other.pdf"))
    (pack / "MANIFEST.sha256").unlink()
    write_manifest(pack)
    faults = check(pack).faults
    assert {fault.where for fault in faults} == {"dossier.pdf"}
    assert sorted(fault.what for fault in faults) == [
        "holds an attached file that is not in the folder originals: EX-0002-statement.pdf",
        "holds another EX-0001-chat.png than the folder originals",
    ]


def test_a_file_that_is_no_pdf_is_a_fault_and_no_crash(signed, tmp_path):
    for number, content in enumerate((b"%PDF-1.7\n/ByteRange [", b"", b"%PDF-1.7\n" + b"[" * 100_000)):
        pack = damage(signed["plain"], lambda _, content=content: content, tmp_path / str(number))
        assert [fault.where for fault in check(pack).faults] == ["dossier.pdf"]


@pytest.mark.parametrize("kind", ["ec", "ed25519", "chain"])
def test_every_kind_of_key_signs_the_same_way_twice_in_another_process_too(kind, signed, tmp_path):
    key = {"ec": ec.generate_private_key(ec.SECP256R1()), "ed25519": ed25519.Ed25519PrivateKey.generate()}.get(
        kind, KEY
    )
    others = [rsa.generate_private_key(65537, 2048) for _ in range(3)] if kind == "chain" else []
    file = p12(tmp_path / "k.p12", key, certificate(key, issuer="X"), [certificate(other) for other in others])
    made = tmp_path / "here.pdf"
    shutil.copyfile(signed["plain"] / "dossier.pdf", made)
    sign(made, credential(Signing(file), AS_OF), AS_OF)
    program = (
        "import sys, shutil; from pathlib import Path; from datetime import datetime\n"
        "from casebook.dossier.choices import Signing; from casebook.dossier.proof.identity import credential\n"
        "from casebook.dossier.proof.sign import sign\n"
        "shutil.copyfile(sys.argv[1], sys.argv[2]); as_of = datetime.fromisoformat(sys.argv[4])\n"
        "sign(Path(sys.argv[2]), credential(Signing(Path(sys.argv[3])), as_of), as_of)\n"
    )
    there = tmp_path / "there.pdf"
    words = [signed["plain"] / "dossier.pdf", there, file, AS_OF.isoformat()]
    settings = {"PYTHONHASHSEED": "11", "TZ": "America/New_York", "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-c", program, *map(str, words)], env={**os.environ, **settings}, check=True)
    assert there.read_bytes() == made.read_bytes()


def test_pem_files_are_read_and_what_cannot_sign_is_refused(tmp_path):
    plain = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    sealed = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"word"))
    own = certificate(KEY).public_bytes(Encoding.PEM)
    other = certificate(ISSUER_KEY).public_bytes(Encoding.PEM)
    pem = tmp_path / "lin.pem"
    pem.write_bytes(other + plain + own)
    found = credential(Signing(pem), AS_OF)
    assert (found.subject, found.self_signed, len(found.chain)) == ("Lin Wei", True, 1)
    pem.write_bytes(sealed + own)
    assert credential(Signing(pem, "word"), AS_OF).fingerprint == found.fingerprint
    with pytest.raises(BadInput, match="passphrase"):
        credential(Signing(pem, "another"), AS_OF)
    for content, reason in ((own, "no private key"), (plain, "no private key"), (plain + other, "no private key"),
                            (b"hello", "no certificate file"), (b"-----BEGIN X-----", "no private key")):  # fmt: skip
        pem.write_bytes(content)
        with pytest.raises(BadInput, match=reason):
            credential(Signing(pem), AS_OF)
    with pytest.raises(BadInput, match="ended on 2026-08-22"):
        credential(Signing(p12(pem, KEY, certificate(KEY, days=10))), AS_OF)
    old = dsa.generate_private_key(1024)
    with pytest.raises(BadInput, match="RSA"):
        credential(Signing(p12(pem, old, certificate(old))), AS_OF)
    with pytest.raises(BadInput, match="cannot be read"):
        credential(Signing(tmp_path / "none.p12"), AS_OF)


def test_a_name_keeps_its_key_and_nobody_else_may_read_it(tmp_path):
    first = credential(Signing(name="Lin Wei"), AS_OF, tmp_path)
    assert credential(Signing(name="Lin  Wei "), AS_OF + timedelta(days=1000), tmp_path) == first
    later = credential(Signing(name="Lin Wei"), AS_OF + timedelta(days=4000), tmp_path)
    assert later.key == first.key
    assert later.certificate != first.certificate
    assert credential(Signing(name="Somebody"), AS_OF, tmp_path).key != first.key
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    for name in ("", "  ", "x" * 65, "a\x00b", "林" * 22):
        with pytest.raises(BadInput, match="name"):
            credential(Signing(name=name), AS_OF, tmp_path)


def test_verify_text_names_the_fingerprint_and_what_it_does_not_prove(signed):
    verdict = check(signed["name"])
    digits = next(note for note in verdict.notes if "SHA-256" in note).split()[-1]
    for name, words in (("name", "nobody confirms"), ("zh", "没有人确认")):
        text = (signed[name] / "VERIFY.txt").read_text("utf-8")
        assert digits.upper() in text.replace(":", "")
        assert words in text
    assert "whether that issuer is to be trusted" in (signed["file"] / "VERIFY.txt").read_text("utf-8")
    assert "pdfsig" not in (signed["plain"] / "VERIFY.txt").read_text("utf-8")


def test_stopping_while_it_is_signed_leaves_nothing_and_takes_no_time(journal, tmp_path):
    from casebook.dossier import export
    from casebook.dossier.choices import Choices

    running = export.run(journal, fill(journal), tmp_path / "out.zip", Choices(signing=Signing(name="Lin")))
    assert any(step.unit == "sign" for step in running)  # it stands still within the signing
    begun = time.monotonic()
    running.close()
    assert time.monotonic() - begun < 10
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book"]


def test_a_disk_that_is_full_while_it_is_signed_is_said_so(signed, tmp_path):
    pdf = shutil.copyfile(signed["plain"] / "dossier.pdf", tmp_path / "copy.pdf")
    pdf.with_suffix(".signed").mkdir()  # nothing can be written there
    with pytest.raises(DiskTrouble, match="free some space"):
        finish(sign_apart(pdf, credential(Signing(name="Lin"), AS_OF, tmp_path), AS_OF))
    pdf.write_bytes(b"not a PDF")
    pdf.with_suffix(".signed").rmdir()
    with pytest.raises(CasebookError, match="could not be signed"):
        finish(sign_apart(pdf, credential(Signing(name="Lin"), AS_OF, tmp_path), AS_OF))
