"""Drawn screenshots for the sample casebook: invented firms, so that no real one's pages are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_INK, _SOFT, _LINE, _PAGE, _CARD = "#1d2329", "#6b7480", "#dfe3e8", "#f3f5f7", "#ffffff"
_THEIRS, _OURS = "#ffffff", "#cfeee0"
_REGULAR, _BOLD = 400, 700
_SIMPLIFIED = 2  # the place of the mainland Chinese forms in the font collection


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message of a drawn chat; `ours` are the user's."""

    ours: bool
    text: str
    time: str


def chat(title: str, agent: str, colour: str, bubbles: Sequence[Bubble]) -> bytes:
    """Return a PNG of a chat window, 900 pixels wide and as high as its messages need."""
    wide, margin, inner, size, pad = 900, 32, 560, 26, 20
    laid = [(bubble, _wrap(bubble.text, _font(size), inner)) for bubble in bubbles]
    high = 150 + sum(len(lines) * 38 + 2 * pad + 52 for _, lines in laid) + 110
    image, draw = _canvas(wide, high, "#e9edf0")
    draw.rectangle((0, 0, wide, 112), fill=colour)
    draw.ellipse((margin, 24, margin + 64, 88), fill="#ffffff")
    draw.text((margin + 32, 55), title[:1], font=_font(34, _BOLD), fill=colour, anchor="mm")
    draw.text((margin + 84, 40), title, font=_font(28, _BOLD), fill="#ffffff", anchor="lm")
    draw.text((margin + 84, 78), agent, font=_font(22), fill="#ffffff", anchor="lm")
    top = 140
    for bubble, lines in laid:
        box = max(_font(size).getlength(line) for line in lines) + 2 * pad
        left = wide - margin - box if bubble.ours else margin
        bottom = top + len(lines) * 38 + 2 * pad - 6
        draw.rounded_rectangle((left, top, left + box, bottom), 18, fill=_OURS if bubble.ours else _THEIRS)
        for number, line in enumerate(lines):
            draw.text((left + pad, top + pad + 16 + number * 38), line, font=_font(size), fill=_INK, anchor="lm")
        edge, anchor = (left + box, "rm") if bubble.ours else (left, "lm")
        draw.text((edge, bottom + 18), bubble.time, font=_font(18), fill=_SOFT, anchor=anchor)
        top = bottom + 58
    draw.rounded_rectangle((margin, high - 84, wide - margin, high - 24), 30, fill=_CARD, outline=_LINE, width=2)
    draw.text((margin + 28, high - 54), "Type a message… / 输入消息…", font=_font(22), fill=_SOFT, anchor="lm")
    return _png(image)


def record(title: str, colour: str, heading: str, status: str, rows: Sequence[tuple[str, str]]) -> bytes:
    """Return a PNG of a page that shows one deposit or withdrawal, 1,100 pixels wide."""
    wide, margin = 1100, 48
    high = 330 + len(rows) * 68 + 60
    image, draw = _canvas(wide, high, _PAGE)
    draw.rectangle((0, 0, wide, 84), fill=colour)
    draw.text((margin, 42), title, font=_font(28, _BOLD), fill="#ffffff", anchor="lm")
    draw.text((wide - margin, 42), "Wallet / 钱包    History / 记录", font=_font(20), fill="#ffffff", anchor="rm")
    draw.rounded_rectangle((margin, 120, wide - margin, high - 40), 16, fill=_CARD, outline=_LINE, width=2)
    draw.text((margin + 40, 180), heading, font=_font(32, _BOLD), fill=_INK, anchor="lm")
    pill = _font(22, _BOLD).getlength(status) + 44
    draw.rounded_rectangle((margin + 40, 214, margin + 40 + pill, 258), 22, fill="#fbe6d4")
    draw.text((margin + 62, 236), status, font=_font(22, _BOLD), fill="#8f3f0d", anchor="lm")
    for number, (name, value) in enumerate(rows):
        middle = 322 + number * 68
        draw.line((margin + 40, middle - 34, wide - margin - 40, middle - 34), fill=_LINE, width=2)
        draw.text((margin + 40, middle), name, font=_font(22), fill=_SOFT, anchor="lm")
        draw.text((wide - margin - 40, middle), value, font=_font(22), fill=_INK, anchor="rm")
    return _png(image)


def _canvas(wide: int, high: int, colour: str) -> tuple[Image, ImageDraw]:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (wide, high), colour)
    return image, ImageDraw.Draw(image)


def _png(image: Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=16)
def _font(size: int, weight: int = _REGULAR) -> FreeTypeFont:
    """Return Noto Sans CJK in the mainland Chinese forms; without that package, Pillow's own font (no Chinese)."""
    from PIL import ImageFont

    spec = find_spec("manimgx_fonts_cjk")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        for path in sorted(Path(folder).glob("NotoSansCJK*.ttc")):
            font = ImageFont.truetype(path, size, index=_SIMPLIFIED)
            font.set_variation_by_axes([weight])
            return font
    plain = ImageFont.load_default(size)
    assert isinstance(plain, ImageFont.FreeTypeFont), "Pillow is built with FreeType wherever it has wheels"
    return plain


def _wrap(text: str, font: FreeTypeFont, longest: int) -> list[str]:
    """Return text broken into lines: at spaces where there are any, else between characters, as Chinese is set."""
    lines = [""]
    for word in _pieces(text):
        if word == "\n":
            lines.append("")
        elif font.getlength(lines[-1] + word.rstrip()) <= longest or not lines[-1]:
            lines[-1] += word
        else:
            lines.append(word.lstrip())
    return [line.rstrip() for line in lines]


def _pieces(text: str) -> list[str]:
    """Return the pieces between which a line may break; closing marks stay with what they close."""
    pieces = [""]
    for character in text:
        if character == "\n":
            pieces += ["\n", ""]
        elif ord(character) > 0x2E7F and character not in "，。！？：；）”":
            pieces += [character, ""]
        elif character == " ":
            pieces[-1] += character
            pieces.append("")
        elif not pieces[-1] and len(pieces) > 1 and character in "，。！？：；）”":
            pieces[-2] += character
        else:
            pieces[-1] += character
    return [piece for piece in pieces if piece]
