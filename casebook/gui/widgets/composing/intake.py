"""What a paste or a drop carries: files, pictures in any of their disguises, messages, words; never a download."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from casebook.gui.widgets.incoming.mail_drop import brings_mail, taken
from casebook.journal.records import Attachment
from casebook.journal.terms import ExhibitSource

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"GIF8", "gif", "image/gif"),
    (b"BM", "bmp", "image/bmp"),
)
_PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")
_STREAM = "application/octet-stream"
_MESSAGE = "message/rfc822"
_DRAWN_AT_ONCE = 200_000
"""Pixels that are made a PNG before anybody notices; with those of a whole screen it takes half a second."""
_MOST_MARKUP = 4_000_000
"""Letters of HTML that are read; what comes after is no message that anybody copied."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A picture that came as pixels, and has no bytes before `attachment` makes them: that is for the background."""

    image: QImage
    now: datetime
    source: ExhibitSource

    @property
    def name(self) -> str:
        """What it will be called, if nothing else is called so."""
        return picture(b"", self.now, self.source).name

    def attachment(self) -> Attachment | None:
        """Return it as PNG; None where there is no room for that."""
        raw = _png(self.image)
        return picture(raw, self.now, self.source) if raw else None


@dataclass(frozen=True, slots=True)
class Brought:
    """What a paste or drop brings: attachments or words, or in words why a message did not come with it."""

    attachments: tuple[Attachment, ...] = ()
    words: str = ""
    refused: str = ""
    drawn: Drawn | None = None

    def __bool__(self) -> bool:
        return bool(self.attachments or self.words or self.refused or self.drawn)


def picture_type(data: bytes) -> tuple[str, str] | None:
    """Return file ending and media type of a picture by its first bytes, None for anything else (SVG too)."""
    for magic, ending, media_type in _MAGIC:
        if data.startswith(magic):
            return ending, media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp", "image/webp"
    return None


def local_files(mime: QMimeData) -> list[Path]:
    """Return the files of this computer that a paste or drop names; folders and web addresses are left out."""
    paths = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return [path for path in paths if path.is_file()]


def can_take(mime: QMimeData) -> bool:
    """Return whether `brought` would find something, without reading the bytes of a drag under way."""
    if mime.hasImage() or any(mime.hasFormat(name) for name in (*_PICTURES, _STREAM)):
        return True
    return any(url.isLocalFile() for url in mime.urls()) or mime.hasText() or mime.hasHtml() or brings_mail(mime)


def brought(mime: QMimeData, now: datetime, source: ExhibitSource) -> Brought:
    """Return what a paste or drop brings, in the order files, messages, picture, picture in disguise, words.

    `now` is the user's local time and names the pictures: `screenshot 2026-11-20 14-03.png`. An address on the web is
    words: nobody asked for it to be fetched.
    """
    if files := local_files(mime):
        return Brought(tuple(from_file(path, source) for path in files))
    if any(url.isLocalFile() for url in mime.urls()):
        return Brought()  # folders
    if brings_mail(mime):
        mail = taken(mime)
        found = (Attachment(f"{m.name.removesuffix('.eml')}.eml", m.raw, _MESSAGE, source) for m in mail.messages)
        return Brought(tuple(found), refused=mail.refusal())
    if not _words_beside(mime) and (shown := shot(_picture(mime), now, source)):
        return shown
    return Brought(words=_words(mime))


def shot(found: bytes | QImage, now: datetime, source: ExhibitSource) -> Brought:
    """Return a picture as what it is brought as: a large one without bytes is made a PNG later."""
    if isinstance(found, bytes):
        return Brought((picture(found, now, source),)) if found else Brought()
    drawn = Drawn(found, now, source)
    if found.width() * found.height() > _DRAWN_AT_ONCE:
        return Brought(drawn=drawn)
    made = drawn.attachment()
    return Brought((made,)) if made else Brought()


def from_file(path: Path, source: ExhibitSource) -> Attachment:
    """Return an attachment that will be copied from a file, with the file's own time stamp."""
    try:
        taken = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        taken = None
    return Attachment(path.name, path, mimetypes.guess_type(path.name)[0] or "", source, taken_at=taken)


def size_of(attachment: Attachment) -> int:
    """Return how many bytes an attachment has; what cannot be read is refused, in words, where it is recorded."""
    if isinstance(attachment.content, bytes):
        return len(attachment.content)
    try:
        return attachment.content.stat().st_size
    except OSError:
        return 0


def picture(raw: bytes, now: datetime, source: ExhibitSource) -> Attachment:
    """Return a picture as an attachment that is named by when it was taken."""
    ending, media_type = picture_type(raw) or ("png", "image/png")
    return Attachment(f"screenshot {now:%Y-%m-%d %H-%M}.{ending}", raw, media_type, source)


def _words(mime: QMimeData) -> str:
    """Return the words of a paste or drop: as they came, else those of its markup, which is never shown as such."""
    if mime.hasText() and (words := mime.text()).strip():
        return words
    if not mime.hasHtml():
        return ""
    from casebook.mail.message.html import to_text

    return to_text(mime.html()[:_MOST_MARKUP]).strip()


def _picture(mime: QMimeData) -> bytes | QImage:
    """Return the bytes of a picture as they were given if possible, else its pixels; empty where there is none.

    Firefox names formats it has no bytes for; Chromium hides a dragged picture in a nameless stream.
    """
    for name in _PICTURES:
        if mime.hasFormat(name) and picture_type(raw := bytes(mime.data(name).data())):
            return raw
    if mime.hasImage() and isinstance(image := mime.imageData(), QImage) and not image.isNull():
        return image
    raw = bytes(mime.data(_STREAM).data()) if mime.hasFormat(_STREAM) else b""
    return raw if picture_type(raw) else b""


def _words_beside(mime: QMimeData) -> bool:
    """Return whether the picture is only a drawing of copied words, as spreadsheets and word processors add one."""
    words = mime.text().strip() if mime.hasText() else ""
    return bool(words) and not mime.hasUrls() and not words.lower().startswith(("http://", "https://", "data:"))


def _png(image: QImage) -> bytes:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(store.data())
