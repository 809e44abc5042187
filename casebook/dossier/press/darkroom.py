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
_WIDEST, _TALLEST = 1400, 2200
_TALL = 2.4  # height to width: any phone's screen is below it, a whole scrolled page above
_PART, _OVERLAP, _PARTS = 1.7, 0.1, 30
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "AVIF", "HEIF")
_JPEG_FROM = 2_500_000
_PAGE_WIDTH = 1240


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
            for job in jobs:
                _say(results, {"number": job["number"], "begun": True})
                limit_time()
                _say(results, {"number": job["number"], **_develop(Path(job["source"]), job["target"])})
    except OSError as error:
        sys.stderr.write(str(error))
        return DISK
    return 0


def _say(results: IO[str], line: dict[str, Any]) -> None:
    results.write(json.dumps(line) + "\n")
    results.flush()


def _develop(source: Path, target: str) -> dict[str, Any]:
    """Return what came of one file: its pictures, or why there are none."""
    try:
        with source.open("rb") as file:
            head = file.read(1024)
        if not head:
            raise Refused("empty")
        return _pages(source, target) if b"%PDF-" in head else _picture(source, target)
    except Refused as refused:
        return {"refused": refused.reason, "width": refused.width, "height": refused.height}
    except MemoryError:
        return {"refused": "memory"}


def _picture(source: Path, target: str) -> dict[str, Any]:
    plain, frames, lossless = opened(source)
    parts = list(_parts(plain))
    saved = [_save(part, f"{target}-{index}", lossless=lossless) for index, part in enumerate(parts, start=1)]
    tall = len(parts) > 1
    return {"kind": "parts" if tall else "picture", "pictures": saved, "total": len(parts) if tall else frames}


def opened(source: Path) -> tuple[Picture, int, bool]:
    """Return a file as an upright plain picture, how many frames it has, and whether it was kept without loss.

    Raises Refused.
    """
    from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False)
    # Above the limit Pillow only warns, up to twice the limit: here the warning is a refusal too.
    Image.MAX_IMAGE_PIXELS = PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(source, formats=_FORMATS) as opened:
            if opened.width * opened.height > PIXELS:
                raise Refused("too_large", opened.width, opened.height)
            frames = int(getattr(opened, "n_frames", 1)) if opened.format in ("GIF", "WEBP", "PNG", "AVIF") else 1
            lossless = opened.format not in ("JPEG", "MPO", "HEIF", "AVIF", "WEBP")
            plain = _plain(ImageOps.exif_transpose(opened))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Refused("too_large", *_claimed(source)) from None
    except UnidentifiedImageError:
        raise Refused("unknown") from None
    except MemoryError:
        raise Refused("memory") from None
    except Refused:
        raise
    except Exception as error:
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
    """Return the picture as 8-bit RGB on white."""
    from PIL import Image

    if image.mode.startswith("I"):  # grey in 16 bits
        return image.convert("F").point(lambda value: value * (255.0 / 65535.0)).convert("L").convert("RGB")
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        ground.alpha_composite(layered)
        return ground.convert("RGB")
    return image.convert("RGB")


def _parts(image: Picture) -> Iterator[Picture]:
    """Yield the picture, reduced to what a page can show, a tall one in parts that overlap. Nothing is cut away."""
    from PIL import Image

    width, height = image.size
    part = round(width * _PART)
    overlap = round(width * _OVERLAP)
    count = 1 + -(-(height - part) // (part - overlap)) if height > width * _TALL else 1
    if 1 < count <= _PARTS:
        for index in range(count):
            top = index * (part - overlap)
            piece = image.crop((0, top, width, min(top + part, height)))
            if width > _WIDEST:
                piece = piece.resize((_WIDEST, max(1, round(piece.height * _WIDEST / width))), Image.Resampling.LANCZOS)
            yield piece
        return
    factor = min(1.0, _WIDEST / width, _TALLEST / height)
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    yield image.resize(size, Image.Resampling.LANCZOS) if factor < 1 else image


def _save(image: Picture, target: str, *, lossless: bool) -> dict[str, Any]:
    """Write PNG for what was sharp, JPEG for photographs and for what PNG would make huge. No metadata goes along."""
    png = Path(f"{target}.png")
    if lossless:
        image.save(png, "PNG", compress_level=1)  # the typesetter compresses it anew
    if not lossless or png.stat().st_size > _JPEG_FROM:
        png.unlink(missing_ok=True)
        path = Path(f"{target}.jpg")
        image.save(path, "JPEG", quality=90, subsampling=0)
        return {"file": path.name, "width": image.width, "height": image.height}
    return {"file": png.name, "width": image.width, "height": image.height}


def _pages(source: Path, target: str) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        raise Refused("password" if "password" in str(error).lower() else "pdf") from None
    try:
        total = len(document)
        saved = [_page(document, index, f"{target}-{index + 1}") for index in range(min(total, PAGES))]
    except pypdfium2.PdfiumError:
        raise Refused("pdf") from None
    finally:
        document.close()
    if not saved:
        raise Refused("pdf")
    return {"kind": "pages", "pictures": saved, "total": total}


def _page(document: Any, index: int, target: str) -> dict[str, Any]:
    page = document[index]
    width, height = page.get_size()
    # A page may claim any size: its picture is at most as wide and as tall as a paper page can show.
    scale = min(_PAGE_WIDTH / max(width, 1), _TALLEST / max(height, 1))
    image = page.render(scale=scale).to_pil().convert("RGB")
    limit_time()
    return _save(image, target, lossless=True)


def limit_memory() -> None:
    """Refuse more memory than one picture may need (Unix; elsewhere the parent's time limit must do)."""
    try:
        import resource
    except ImportError:
        return
    if hasattr(resource, "RLIMIT_AS") and sys.platform != "darwin":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time() -> None:
    """Give the next picture its own seconds of processor time."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS + 1, most))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
