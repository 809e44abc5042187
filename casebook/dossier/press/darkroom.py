"""The picture child, `python -m casebook.dossier.press.darkroom JOBS RESULTS`: unknown files become plain pictures.

It may be killed at any time by its own limits; images.py then knows which file did it. One result line per job.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

PIXELS = 60_000_000
MEMORY = 1_500_000_000
SECONDS = 20
PAGES = 20
DISK = 4
"""Exit code: a result could not be written."""
_WIDE, _HIGH, _HIGH_PART = 6.7, 7.8, 9.4
"""Inches that a page has for a picture: across, down beside its facts, and down where it has the page to itself."""
_SHARP = 300
"""Dots to the inch of a picture, as courts' bundle rules have it; shrinking it further costs more than it saves."""
_WORTH = 0.9
"""A picture that would only shrink a little is left as it is: that would cost sharpness and save nothing."""
_MANY, _FEWER_DOTS = 300, 150
"""From so many pictures on, a page of a document is drawn with so few dots to the inch."""
_TALL = 2.4  # height to width: any phone's screen is below it, a whole scrolled page above
_PART, _OVERLAP, _PARTS = 1.7, 0.1, 30
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "AVIF", "HEIF")
_JPEG_FROM = 700_000
"""Pixels from which a sharp picture is kept as a JPEG of high quality: the typesetter takes it over as it is."""
_QUALITY = 88


class Refused(Exception):
    """The file cannot be shown; `reason` is a key of the labels' refusals."""

    def __init__(self, reason: str, width: int = 0, height: int = 0) -> None:
        self.reason, self.width, self.height = reason, width, height
        super().__init__(reason)


def main(arguments: list[str]) -> int:
    """Work through the jobs file and write one JSON line per job as soon as it is done. Returns the exit code."""
    jobs = json.loads(Path(arguments[0]).read_text("utf-8"))
    limit_memory()
    try:
        with Path(arguments[1]).open("a", encoding="utf-8") as results:
            drawn = 0
            for job in jobs:
                _say(results, {"number": job["number"], "begun": True})
                limit_time()
                dots = job["dots"] if drawn < _MANY else min(job["dots"], _FEWER_DOTS)
                line = _develop(Path(job["source"]), job["target"], dots)
                drawn += len(line.get("pictures", ()))
                _say(results, {"number": job["number"], **line})
    except OSError as error:
        sys.stderr.write(str(error))
        return DISK
    return 0


def _say(results: IO[str], line: dict[str, Any]) -> None:
    results.write(json.dumps(line) + "\n")
    results.flush()


def _develop(source: Path, target: str, dots: int) -> dict[str, Any]:
    """Return what came of one file: its pictures, or why there are none."""
    try:
        with source.open("rb") as file:
            head = file.read(1024)
        if not head:
            raise Refused("empty")
        return _pages(source, target, dots) if b"%PDF-" in head else _picture(source, target, _SHARP)
    except Refused as refused:
        return {"refused": refused.reason, "width": refused.width, "height": refused.height}
    except MemoryError:
        return {"refused": "memory"}


def _picture(source: Path, target: str, dots: int) -> dict[str, Any]:
    plain, frames, lossless = _opened(source, dots)
    parts = list(_parts(plain, dots))
    saved = [_save(part, f"{target}-{index}", lossless=lossless) for index, part in enumerate(parts, start=1)]
    tall = len(parts) > 1
    return {"kind": "parts" if tall else "picture", "pictures": saved, "total": len(parts) if tall else frames}


def opened(source: Path, pixels: int = PIXELS) -> tuple[Picture, int, bool]:
    """Return a file as an upright plain RGB picture, how many frames it has, and whether it was kept without loss.

    Raises Refused, also for more than so many pixels.
    """
    plain, frames, lossless = _opened(source, pixels=pixels)
    return plain if plain.mode == "RGB" else plain.convert("RGB"), frames, lossless


def _opened(source: Path, dots: int = 0, pixels: int = PIXELS) -> tuple[Picture, int, bool]:
    """Return a picture, grey or RGB; with `dots` it need not be larger than a page shows with so many to the inch."""
    from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False)
    # Above the limit Pillow only warns, up to twice the limit: here the warning is a refusal too.
    Image.MAX_IMAGE_PIXELS = pixels
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(source, formats=_FORMATS) as opened:
            if opened.width * opened.height > pixels:
                raise Refused("too_large", opened.width, opened.height)
            frames = int(getattr(opened, "n_frames", 1)) if opened.format in ("GIF", "WEBP", "PNG", "AVIF") else 1
            lossless = opened.format not in ("JPEG", "MPO", "HEIF", "AVIF", "WEBP")
            if dots:  # a JPEG can be read at half its size or less, which is most of the work
                wide, high = opened.size
                factor = max(_factor(wide, high, dots), _factor(high, wide, dots))  # it may have to be turned
                opened.draft(opened.mode, (round(opened.width * factor), round(opened.height * factor)))
            # In place: without a turn it would copy every picture.
            ImageOps.exif_transpose(opened, in_place=True)
            opened.load()
            plain = _plain(opened)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Refused("too_large", *_claimed(source)) from None
    except UnidentifiedImageError:
        raise Refused("unknown") from None
    except MemoryError:
        raise Refused("memory") from None
    except Refused:
        raise
    except Exception as error:  # the file is anybody's, and the readers raise whatever it makes them stumble over
        reason = "truncated" if "truncat" in str(error).lower() else "broken"
        raise Refused(reason) from None
    return plain, frames, lossless


def _claimed(source: Path) -> tuple[int, int]:
    """Return the size a PNG's header claims; other formats are not asked a second time."""
    with source.open("rb") as file:
        head = file.read(24)
    if head[:8] == b"\x89PNG\r\n\x1a\n" and head[12:16] == b"IHDR":
        return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    return 0, 0


def _plain(image: Picture) -> Picture:
    """Return the picture as 8-bit grey or RGB, on white."""
    from PIL import Image

    if image.mode.startswith("I"):  # grey in 16 bits
        return image.convert("F").point(lambda value: value * (255.0 / 65535.0)).convert("L")
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        layered = image.convert("RGBA")
        ground = Image.new("RGB", layered.size, "white")
        ground.paste(layered, mask=layered.getchannel("A"))
        return ground
    if image.mode in ("RGB", "L"):
        return image
    return image.convert("L" if image.mode in ("1", "F") else "RGB")


def _cuts(width: int, height: int) -> list[tuple[int, int]]:
    """Return where the parts of a tall picture begin and end, overlapping; one part if it is not tall."""
    part, overlap = round(width * _PART), round(width * _OVERLAP)
    count = 1 + -(-(height - part) // (part - overlap)) if height > width * _TALL else 1
    if not 1 < count <= _PARTS:
        return [(0, height)]
    tops = (index * (part - overlap) for index in range(count))
    return [(top, min(top + part, height)) for top in tops]


def _factor(width: int, height: int, dots: int) -> float:
    """Return by how much a picture can shrink and still have `dots` to the inch on the page."""
    cuts = _cuts(width, height)
    high = _HIGH_PART if len(cuts) > 1 else _HIGH
    factor = min(_WIDE * dots / width, high * dots / max(end - top for top, end in cuts))
    return factor if factor < _WORTH else 1.0


def _parts(image: Picture, dots: int) -> Iterator[Picture]:
    """Yield the picture, reduced to what a page can show, a tall one in parts that overlap. Nothing is cut away."""
    from PIL import Image

    factor, cuts = _factor(*image.size, dots), _cuts(*image.size)
    for top, end in cuts:
        piece = image if len(cuts) == 1 else image.crop((0, top, image.width, end))
        size = (max(1, round(piece.width * factor)), max(1, round(piece.height * factor)))
        # Hamming is nearly as sharp as Lanczos and takes half the time.
        yield piece if factor == 1 else piece.resize(size, Image.Resampling.HAMMING)


def _save(image: Picture, target: str, *, lossless: bool) -> dict[str, Any]:
    """Write PNG for what is small and sharp, else JPEG of high quality. No metadata goes along."""
    path = Path(f"{target}.png" if lossless and image.width * image.height <= _JPEG_FROM else f"{target}.jpg")
    image.info.clear()
    if path.suffix == ".png":
        image.save(path, "PNG", compress_level=1)  # the typesetter compresses it anew
    else:
        image.save(path, "JPEG", quality=_QUALITY, subsampling=0)
    return {"file": path.name, "width": image.width, "height": image.height}


def _pages(source: Path, target: str, dots: int) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        raise Refused("password" if "password" in str(error).lower() else "pdf") from None
    try:
        total = len(document)
        saved = [_page(document, index, f"{target}-{index + 1}", dots) for index in range(min(total, PAGES))]
    except pypdfium2.PdfiumError:
        raise Refused("pdf") from None
    finally:
        document.close()
    if not saved:
        raise Refused("pdf")
    return {"kind": "pages", "pictures": saved, "total": total}


def _page(document: Any, index: int, target: str, dots: int) -> dict[str, Any]:
    page = document[index]
    width, height = page.get_size()
    # A page may claim any size: its picture is at most as wide and as tall as a paper page can show.
    scale = min(_WIDE * dots / max(width, 1), _HIGH * dots / max(height, 1))
    drawn = page.render(scale=scale)
    image = drawn.to_pil()
    image = _without_colour(image if image.mode in ("RGB", "L") else image.convert("RGB"))
    limit_time()
    saved = _save(image, target, lossless=True)
    drawn.close()
    page.close()
    return saved


def _without_colour(image: Picture) -> Picture:
    """Return an RGB picture in which nothing has a colour as grey: a third of the memory at the typesetter's."""
    if image.mode != "RGB":
        return image
    red, green, blue = (channel.tobytes() for channel in image.split())
    return image.getchannel("G") if red == green == blue else image


def limit_memory(most: int = MEMORY) -> None:
    """Refuse more memory than one picture may need (Unix; elsewhere the parent's time limit must do)."""
    try:
        import resource
    except ImportError:
        return
    if hasattr(resource, "RLIMIT_AS") and sys.platform != "darwin":
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: int = SECONDS) -> None:
    """Give the next picture its own seconds of processor time."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, most))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
