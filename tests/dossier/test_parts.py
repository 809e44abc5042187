"""A dossier that is too large is divided: every part below the limit, a pack of its own, and none can be missed."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from casebook.dossier import export, parts, portals
from casebook.dossier.choices import Choices
from casebook.dossier.pack import files_of
from casebook.dossier.parts import Room, Unit, divide
from casebook.journal import BadInput, Journal
from casebook.journal.records import Attachment
from tests.dossier.conftest import Clock, check, fill, make
from tests.journal.makers import log, mail

LIMIT = 1_600_000


def noise(seed: int, size: int) -> bytes:
    """Return bytes that nothing makes smaller: a plain file of a kind that is not drawn."""
    return random.Random(seed).randbytes(size)


def large_case(journal: Journal) -> int:
    """Put eight files of 400 kB and a large mail beside the small case."""
    case = fill(journal)
    for number in range(8):
        log(
            journal,
            case,
            f"See EX-{number + 1}.",
            attachments=[Attachment(f"log {number}.bin", noise(number, 400_000))],
        )
    journal.mail.add([mail(7, raw=b"Subject: large\n\n" + noise(99, 300_000).hex().encode()[:300_000])], case_id=case)
    return case


def size_of(path: Path) -> int:
    return path.stat().st_size if path.is_file() else sum((path / name).stat().st_size for name in files_of(path))


def words(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[Path]]]:
    """The large case in parts, as folders and as ZIPs. Read them, never write."""
    folder = tmp_path_factory.mktemp("parts")
    with Journal.create(folder / "book", Clock()) as journal:
        case = large_case(journal)
        (folder / "en").mkdir()
        (folder / "zh").mkdir()
        first = make(journal, case, folder / "en" / "out", part_size=LIMIT)
        zipped = make(journal, case, folder / "zh" / "out.zip", part_size=LIMIT, language="zh")
        exports = journal.exports.of_case(case)
        assert [made.parts for made in exports] == [len(parts.siblings(first)), len(parts.siblings(zipped))]
        yield {"en": parts.siblings(first), "zh": parts.siblings(zipped)}


@pytest.mark.slow
def test_every_part_is_below_the_limit_and_a_pack_of_its_own(divided):
    for made in divided.values():
        assert len(made) >= 3
        assert {path.name for path in made[0].parent.iterdir()} == {path.name for path in made}
        for path in made:
            assert size_of(path) <= LIMIT, path
            assert check(path).ok, path
    assert divided["zh"][0].name == f"out-part-1-of-{len(divided['zh'])}.zip"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_plain_sha256sum_agrees_on_each_part(divided):
    for path in divided["en"]:
        subprocess.run(["sha256sum", "-c", "MANIFEST.sha256"], cwd=path, capture_output=True, check=True)


@pytest.mark.slow
def test_every_file_is_in_exactly_one_part_and_numbers_go_on(divided):
    names = [sorted(path.name for path in (part / "originals").iterdir()) for part in divided["en"]]
    listed = [name for part in names for name in part]
    assert len(listed) == len(set(listed)) == 12
    numbers = [int(name[3:7]) for part in names for name in part if name.startswith("EX-")]
    assert numbers == sorted(numbers) == list(range(1, 11))


@pytest.mark.slow
def test_each_part_lists_all_exhibits_and_only_the_first_tells_the_story(divided):
    total = len(divided["en"])
    for number, part in enumerate(divided["en"], start=1):
        text = words(part / "dossier.pdf")
        here = {int(path.name[3:7]) for path in (part / "originals").glob("EX-*")}
        assert f"part {number} of {total}" in text
        assert {int(found) for found in re.findall(r"EX-(\d+)", text)} >= set(range(1, 11))
        assert len(re.findall("this part", text)) >= len(here)
        for other in {1, total} - {number}:
            assert f"in part {other}" in text
        assert ("Attempts to resolve" in text.replace("front page, the attempts", "")) == (number == 1)
        for name in (path.name for part in divided["en"] for path in (part / "originals").iterdir()):
            assert name.split(".")[0] in text.replace("\n", "").replace("\r", "").replace("\ufffe", "-"), name


@pytest.mark.slow
def test_a_folder_of_parts_is_checked_as_a_whole(divided, tmp_path):
    whole = tmp_path / "all"
    shutil.copytree(divided["en"][0].parent, whole)
    verdict = check(whole)
    assert verdict.ok, verdict
    assert verdict.checked == sum(check(path).checked for path in divided["en"])
    (whole / divided["en"][1].name / "originals" / "EX-9999-extra.bin").write_bytes(b"x")
    assert [fault.where for fault in check(whole).faults] == [f"{divided['en'][1].name}/originals/EX-9999-extra.bin"]
    shutil.rmtree(whole / divided["en"][1].name)
    assert [(fault.where, "missing" in fault.what) for fault in check(whole).faults] == [(divided["en"][1].name, True)]
    assert check(divided["zh"][0].parent).ok


@pytest.mark.slow
def test_parts_of_two_states_of_the_record_are_told_apart(journal, tmp_path):
    case = large_case(journal)
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        made = parts.siblings(make(journal, case, tmp_path / name / "out.zip", part_size=LIMIT))
        journal.tickets.add(case, f"T-{name}")
    shutil.copy(tmp_path / "old" / made[1].name, made[1])
    assert [fault.where for fault in check(tmp_path / "new").faults] == [made[1].name]


@pytest.mark.slow
def test_parts_are_the_same_bytes_again_and_replace_the_earlier_ones(journal, tmp_path):
    case = large_case(journal)
    out = tmp_path / "out.zip"
    first = {path: path.read_bytes() for path in parts.siblings(make(journal, case, out, part_size=LIMIT))}
    with pytest.raises(BadInput, match="exists already"):
        make(journal, case, out, part_size=LIMIT)
    again = parts.siblings(make(journal, case, out, part_size=LIMIT, replace=True))
    assert {path: path.read_bytes() for path in again} == first
    whole = make(journal, case, out, part_size=50_000_000, replace=True)
    assert whole == out
    assert {path.name for path in tmp_path.iterdir()} == {"book", "out.zip"}
    with zipfile.ZipFile(out) as archive:
        assert sum(name.startswith("originals/") for name in archive.namelist()) == 12


def test_what_fits_into_no_part_is_named_before_anything_is_written(journal, tmp_path):
    case = large_case(journal)
    with pytest.raises(BadInput, match=r"^EX-3 takes [0-9,]+ bytes .* part of 350,000: choose a larger limit"):
        make(journal, case, tmp_path / "out", part_size=350_000)
    assert {path.name for path in tmp_path.iterdir()} == {"book"}


@pytest.mark.slow
def test_stopping_while_parts_are_made_leaves_nothing(journal, tmp_path):
    case = large_case(journal)
    choices = Choices(part_size=LIMIT)
    steps = sum(1 for _ in export.run(journal, case, tmp_path / "count.zip", choices))
    for path in tmp_path.glob("count*"):
        path.unlink()
    for stop in range(1, steps, max(1, steps // 6)):
        work = export.run(journal, case, tmp_path / "out.zip", choices)
        for _ in range(stop):
            next(work, None)
        work.close()
        left = {path.name for path in tmp_path.iterdir()} - {"book"}
        assert not left or left == {path.name for path in parts.existing(tmp_path / "out.zip")}
        for path in parts.existing(tmp_path / "out.zip"):
            path.unlink()


def test_a_plan_never_breaks_the_limit_nor_the_order():
    chance = random.Random(4)
    for _ in range(300):
        limit = chance.randrange(500_000, 2_000_000)
        room = Room(chance.randrange(60_000, 200_000), chance.randrange(60_000, 200_000))
        given = [
            Unit(n, f"EX-{n}", f"p{n}", chance.randrange(0, 100_000), chance.randrange(50_000)) for n in range(1, 40)
        ]
        planned = divide(given, limit, room)
        assert [unit for part in planned for unit in part.units] == given
        assert [part.number for part in planned] == list(range(1, len(planned) + 1))
        for part in planned:
            assert sum(unit.size for unit in part.units) <= room.left(part.number, limit) < limit


@pytest.mark.parametrize(
    ("text", "size"),
    [("25MB", 25_000_000), ("25 mb", 25_000_000), ("1,5 MB", 1_500_000), ("900kB", 900_000), ("7200000", 7_200_000)],
)
def test_sizes_as_they_are_typed(text, size):
    assert portals.size_of(text) == size


@pytest.mark.parametrize("text", ["", "MB", "-3MB", "0", "twenty", "25 MiB", "mail-11"])
def test_what_is_no_size_is_refused(text):
    with pytest.raises(BadInput, match="mail-10"):
        portals.size_of(text)


def test_every_preset_has_a_name_and_a_source_in_both_languages():
    found = portals.load()
    assert [portals.size_of(portal.key) for portal in found] == sorted(portal.size for portal in found)
    for portal in found:
        assert set(portal.name) == set(portal.source) == {"en", "zh"}
        assert all(portal.name.values())
        assert all(portal.source.values())
        # A mail grows by 37 % on its way.
        (limit,) = re.findall(r"(\d+) MB", portal.name["en"])
        assert portal.size * 1.37 < int(limit) * 1_000_000
