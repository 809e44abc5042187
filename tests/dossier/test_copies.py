"""Copies that go out under good names, pictures that may not be readable, and searches among the attempts."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from casebook.dossier import copies, legible
from casebook.dossier.collect import collect
from casebook.dossier.legible import Doubt
from casebook.dossier.pages.attempts import attempts
from casebook.dossier.pages.figures import figures
from casebook.journal import Journal
from casebook.journal.errors import BadInput
from casebook.journal.planning import Details
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction
from tests.conftest import finished
from tests.dossier.gap_book import at
from tests.dossier.writing import writer

ZONE = "Asia/Singapore"


def screen(size: tuple[int, int] = (1280, 800), *, blur: float = 0, ground: str = "white", ink: str = "#333") -> bytes:
    """A page with lines of text, as a PNG."""
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    for line in range(6):
        draw.text((30, 40 + 30 * line), "Withdrawal refused: error 50012", fill=ink, font=ImageFont.load_default(16))
    out = BytesIO()
    (image.filter(ImageFilter.GaussianBlur(blur)) if blur else image).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "doubt"),
    [
        (screen(), None),
        (screen((2560, 1600)), None),
        (screen(ground="#0b0e11", ink="#848e9c"), None),
        (screen(blur=2), Doubt.BLURRED),
        (screen(blur=5), Doubt.BLURRED),
        (screen((200, 120)), Doubt.SMALL),
        (screen(ink="white"), Doubt.EMPTY),
        (b"GIF89a and no picture at all", Doubt.UNREADABLE),
    ],
)
def test_what_may_not_be_readable_is_told(journal: Journal, case_id: int, content: bytes, doubt: Doubt | None) -> None:
    made = journal.exhibits.add(case_id, Attachment("shot.png", content, "image/png")).made
    found = finished(legible.look(journal, journal.exhibits.of_case(case_id)))
    assert found == ({made: doubt} if doubt else {})


def test_one_broken_picture_keeps_no_other_from_being_looked_at(journal: Journal, case_id: int) -> None:
    ids = [
        journal.exhibits.add(case_id, Attachment(f"{n}.png", content, "image/png")).made
        for n, content in enumerate((screen(), b"\x89PNG broken", screen(blur=3)))
    ]
    journal.exhibits.add(case_id, Attachment("words.txt", b"words", "text/plain"))
    found = finished(legible.look(journal, journal.exhibits.of_case(case_id)))
    assert found == {ids[1]: Doubt.UNREADABLE, ids[2]: Doubt.BLURRED}


def test_a_failure_leaves_no_copy_behind(journal: Journal, case_id: int, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        journal.exhibits.add(case_id, Attachment(name, name.encode(), "text/plain"))
    wanted = copies.copies(collect(journal, case_id), "en", ZONE)
    assert [copy.name for copy in wanted] == ["a-log.txt", "b-log.txt"]
    out = tmp_path / "out"
    work = copies.write(journal, wanted, out)
    next(work)
    assert [path.name for path in out.iterdir()] == ["a-log.txt"]
    work.close()
    assert not list(out.iterdir())
    (out / "b-log.txt").write_text("mine")
    with pytest.raises(BadInput, match="is there already"):
        finished(copies.write(journal, wanted, out))
    assert [path.read_text() for path in out.iterdir()] == ["mine"]


def test_a_search_is_an_attempt_of_which_no_answer_is_expected(journal: Journal, case_id: int) -> None:
    looked = journal.contacts.log(
        case_id,
        channel=Channel.HELP_CENTRE,
        direction=Direction.OUT,
        happened=at("2026-11-16 09:00"),
        details=Details(keywords=("提币", "提现"), articles=("Limits",), helped="no"),
    ).made
    sent = journal.contacts.log(
        case_id, channel=Channel.EMAIL, direction=Direction.OUT, happened=at("2026-11-16 10:00"), text="Please pay."
    ).made
    journal.contacts.log(
        case_id, channel=Channel.HELP_CENTRE, direction=Direction.IN, happened=at("2026-11-16 11:00"), text="x"
    )
    told = figures(collect(journal, case_id))
    assert told.first_out is not None
    assert told.first_out.id == sent
    assert told.answers == {sent: None}
    assert told.last_in is None
    assert looked not in told.answers
    for language, words in (
        ("en", "Searched for: 提币, 提现. It did not answer the question."),
        ("zh", "搜索词：提币, 提现。未能解答问题。"),
    ):
        row = attempts(writer(collect(journal, case_id), language))["rows"][0]
        assert row["number"] == looked
        assert "".join(part if isinstance(part, str) else part["text"] for part in row["outcome"]) == words
