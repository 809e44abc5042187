"""Every kind of picture is shown, or refused by name with a reason, and none harms the rest."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pillow_heif import register_heif_opener

from casebook.dossier.pages.evidence import Shown
from casebook.dossier.press import images
from casebook.dossier.press.images import Job
from casebook.journal.records import Attachment
from tests.dossier.conftest import check, finish, make, pdf, picture
from tests.dossier.test_hostile import words
from tests.journal.makers import mail

register_heif_opener()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_claiming(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


def saved(image: Image.Image, form: str, **how) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def grey16() -> bytes:
    return saved(Image.new("I;16", (60, 40), 30000), "PNG")


def rgb16() -> bytes:
    """Return a PNG with 16 bits to each colour, which Pillow reads but does not write."""
    row = b"\0" + struct.pack(">HHH", 65535, 0, 30000) * 60
    head = struct.pack(">IIBBBBB", 60, 40, 16, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * 40)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def broken_chunk() -> bytes:
    """Return a PNG of which one byte of the picture's data is another."""
    whole = bytearray(picture())
    whole[whole.index(b"IDAT") + 40] ^= 255
    return bytes(whole)


def moving_webp() -> bytes:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "green")]
    return saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(Image.new("RGB", (60, 40), "red"), "JPEG", exif=exif)


def animated() -> bytes:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "green", "blue")]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:])


JPEG = picture(form="JPEG")
GOOD = {
    "plain.png": picture(60, 40),
    "photo.jpg": picture(60, 40, "JPEG"),
    "grey.jpg": picture(60, 40, "JPEG", "L"),
    "cmyk.jpg": picture(60, 40, "JPEG", "CMYK"),
    "palette.png": picture(60, 40, mode="P"),
    "bits.png": picture(60, 40, mode="1"),
    "alpha.png": picture(60, 40, mode="RGBA"),
    "grey alpha.png": picture(60, 40, mode="LA"),
    "grey16.png": grey16(),
    "rgb16.png": rgb16(),
    "moving.webp": moving_webp(),
    "photo.webp": picture(60, 40, "WEBP"),
    "old.bmp": picture(60, 40, "BMP"),
    "scan.tif": picture(60, 40, "TIFF"),
    "moving.gif": animated(),
    "phone.heic": picture(64, 40, "HEIF"),
    "new.avif": picture(64, 40, "AVIF"),
    "turned.jpg": turned(),
    "jpeg named.png": picture(60, 40, "JPEG"),
    "no ending": picture(60, 40),
    "paper.pdf": pdf(3),
}
GREY = {"grey.jpg", "bits.png", "grey16.png"}
BAD = {
    "empty.png": (b"", "empty"),
    "text.png": (b"hello, I am a text", "unknown"),
    "bomb.png": (png_claiming(100_000, 100_000), "too_large"),
    "large.png": (png_claiming(9_000, 9_000), "too_large"),
    "cut.jpg": (JPEG[: len(JPEG) // 2], "truncated"),
    "cut.png": (picture()[:900], "truncated"),
    "chunk.png": (broken_chunk(), "broken"),
    "broken.pdf": (b"%PDF-1.7\nnothing more", "pdf"),
    "drawing.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>", "unknown"),
}


def drawn(tmp_path: Path, files: dict[str, bytes]) -> dict[str, Shown]:
    folder = tmp_path / "pages"
    folder.mkdir()
    jobs = []
    for number, content in enumerate(files.values(), start=1):
        source = tmp_path / f"source-{number}"
        source.write_bytes(content)
        jobs.append(Job(number, source))
    shown = finish(images.draw(jobs, folder))
    return {name: shown[number] for number, name in enumerate(files, start=1)}


def test_good_pictures_come_out_plain_and_bad_ones_say_why(tmp_path):
    shown = drawn(tmp_path, {**GOOD, **{name: content for name, (content, reason) in BAD.items() if reason}})
    for name in GOOD:
        assert not shown[name].refused, (name, shown[name].refused)
        for page in shown[name].pictures:
            with Image.open(tmp_path / page.file) as image:
                image.load()
                assert image.mode == ("L" if name in GREY else "RGB") or name == "paper.pdf", (name, page)
                assert image.size == (page.width, page.height)
                assert not image.getexif()
    for name, (_, reason) in BAD.items():
        if reason:
            assert shown[name].refused == reason, (name, shown[name])
    assert (shown["bomb.png"].width, shown["bomb.png"].height) == (100_000, 100_000)
    assert shown["moving.gif"].total == 3
    assert shown["turned.jpg"].pictures[0].height == 60
    assert [shown["paper.pdf"].kind, shown["paper.pdf"].total] == ["pages", 3]


def test_grey_of_16_bits_and_transparency_keep_their_look(tmp_path):
    clear = saved(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "PNG")
    shown = drawn(tmp_path, {"grey": grey16(), "clear": clear})
    for name, level in (("grey", 117), ("clear", 255)):
        with Image.open(tmp_path / shown[name].pictures[0].file) as image:
            assert all(abs(v - level) <= 1 for v in image.convert("RGB").getpixel((1, 1))), name


def test_tall_picture_is_split_with_overlap_and_nothing_is_lost(tmp_path):
    tall = Image.new("RGB", (200, 1900))
    for y in range(1900):
        tall.paste((y % 256, y // 256, 99), (0, y, 200, y + 1))
    shown = drawn(tmp_path, {"tall": saved(tall, "PNG")})["tall"]
    rows: list[tuple[int, int, int]] = []
    for part in shown.pictures:
        with Image.open(tmp_path / part.file) as image:
            rows += [image.getpixel((5, y)) for y in range(image.height)]
    assert shown.kind == "parts"
    assert shown.total == len(shown.pictures) > 3
    assert {(y % 256, y // 256, 99) for y in range(1900)} == set(rows)
    assert len(rows) == 1900 + 20 * (shown.total - 1)


def test_long_pdf_shows_its_first_pages_and_says_so(tmp_path):
    shown = drawn(tmp_path, {"long": pdf(25)})["long"]
    assert (len(shown.pictures), shown.total) == (20, 25)


def test_file_that_kills_the_child_is_refused_and_the_rest_goes_on(tmp_path):
    """A directory where a file should be makes the child fail outside its own answers."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in (1, 3):
        (tmp_path / f"{n}.png").write_bytes(picture(60, 40))
    (tmp_path / "2.png").mkfifo() if hasattr(Path, "mkfifo") else (tmp_path / "2.png").write_bytes(b"")
    shown = finish(images.draw([Job(n, tmp_path / f"{n}.png") for n in (1, 2, 3)], folder))
    assert [bool(shown[n].refused) for n in (1, 2, 3)] == [False, True, False]


def test_closing_stops_the_child(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "big").write_bytes(picture(6000, 6000))
    work = images.draw([Job(n, tmp_path / "big") for n in range(1, 9)], tmp_path / "pages")
    next(work)
    work.close()
    size = [p.stat().st_size for p in sorted((tmp_path / "pages").iterdir())]
    assert size == [p.stat().st_size for p in sorted((tmp_path / "pages").iterdir())]


@pytest.mark.slow
def test_whole_table_in_one_dossier(journal, tmp_path):
    firm = journal.firms.add("Orca").made
    case = journal.cases.add(firm, "Pictures").made
    files = {**GOOD, **{name: content for name, (content, _) in BAD.items()}, "data.bin": b"\0\1\2"}
    # By mail, because nobody can attach an empty file or an impossible picture by hand.
    attachments = tuple(Attachment(name, content) for name, content in files.items())
    journal.mail.add([mail(1, attachments=attachments)], case_id=case)
    pack = make(journal, case, tmp_path / "out")
    text = words(pack / "dossier.pdf")
    assert check(pack).ok
    assert len(list((pack / "originals").glob("EX-*"))) == len(files)
    assert text.count("Thisfilecannotbeshownhere:") == sum(1 for _, reason in BAD.values() if reason)
    assert text.count("Thiskindoffileisnotshownasapage.") == 1
    assert "claims100000×100000pixels" in text.replace("\u202f", "")
    document = pypdfium2.PdfDocument(pack / "dossier.pdf")
    drawn_there = sum(1 for page in document for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    assert document.count_attachments() == len(files) + 1
    document.close()
    assert drawn_there >= len(GOOD) + 2
