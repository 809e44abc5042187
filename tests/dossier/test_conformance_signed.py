"""A signed PDF passes PDF/A-3a and PDF/UA-1 as the unsigned one does; one signed carelessly does not."""

from __future__ import annotations

from datetime import UTC, datetime

from casebook.dossier.choices import Signing
from casebook.dossier.proof.identity import credential
from casebook.dossier.proof.sign import sign
from tests.dossier.conftest import fill, make
from tests.dossier.test_conformance import pytestmark, verdicts  # noqa: F401 (the marks hold for this file too)


def test_signed_dossiers_pass_in_both_languages_papers_and_forms(journal, tmp_path):
    case = fill(journal)
    signing = Signing(name="林 Lin")
    files = [
        make(journal, case, tmp_path / "en", signing=signing) / "dossier.pdf",
        make(journal, case, tmp_path / "zh", signing=signing, language="zh", paper="letter") / "dossier.pdf",
        make(journal, case, tmp_path / "short", signing=signing, form="short", audience="firm") / "dossier.pdf",
    ]
    assert all(b"/ByteRange" in file.read_bytes() for file in files)
    found = verdicts(*files)
    assert not any(found.values()), found


def test_a_signature_that_begins_in_the_middle_of_a_line_fails(journal, tmp_path):
    pdf = make(journal, fill(journal), tmp_path / "pack") / "dossier.pdf"
    as_of = datetime(2026, 11, 20, 7, 4, tzinfo=UTC)
    key = credential(Signing(name="Lin"), as_of, tmp_path)
    whole = pdf.read_bytes()
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(whole)
    bad.write_bytes(whole.removesuffix(b"\n"))
    for file in (good, bad):
        sign(file, key, as_of)
    found = verdicts(good, bad, flavours="3a")
    assert not found["3a", str(good)]
    assert any("6.1.9" in rule for rule in found["3a", str(bad)]), found
