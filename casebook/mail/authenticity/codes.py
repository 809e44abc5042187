"""Whether a firm's anti-phishing code stands in a mail: present, the old one, absent, or it cannot be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casebook.journal.fingerprints import stands_in
from casebook.journal.incoming import PhishingCode
from casebook.mail.message import charset, html
from casebook.mail.message.tree import Part

_LONGEST = 20_000  # a code stands at the top or the foot of a short mail
_WORDS = 12
_MOST_PARTS = 20
_PICTURE = re.compile(r"<img\b", re.IGNORECASE)


class CodeState(StrEnum):
    """What is said of the code."""

    PRESENT = "present"
    OLD = "old"
    ABSENT = "absent"
    CANNOT_TELL = "cannot-tell"
    NOT_SET = "not-set"


class Unclear(StrEnum):
    """Why it cannot be told."""

    NO = ""
    PICTURES = "pictures"
    ENCRYPTED = "encrypted"
    BEFORE = "before"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class CodeCheck:
    """The answer, for the firm it is about."""

    state: CodeState
    firm_id: int | None = None
    code: PhishingCode | None = None
    """The code that was found."""
    unclear: Unclear = Unclear.NO


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a mail can be searched: its texts, whether pictures may say more, whether it is locked or was cut."""

    texts: tuple[str, ...]
    pictures: bool
    encrypted: bool
    cut: bool


def shown(root: Part, subject: str = "") -> Shown:
    """Return the texts of a mail as a reader would see them, from every text part: a code may stand in one of two."""
    texts, pictures, encrypted, cut = [subject], False, False, False
    for number, part in enumerate(root.walk()):
        if number > _MOST_PARTS * 10 or len(texts) > _MOST_PARTS:
            cut = True
            break
        if part.type in {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}:
            encrypted = True
        if part.main == "image":
            pictures = True
        if part.main != "text" or part.children or part.disposition.main == "attachment":
            continue
        content = charset.decode(part.content()[0][: _LONGEST * 20], part.label).text
        if part.type == "text/html":
            pictures = pictures or _PICTURE.search(content) is not None
            content = html.to_text(content)
        for piece in (content[:_LONGEST], content[-_LONGEST:] if len(content) > _LONGEST else ""):
            texts.append(piece)
        cut = cut or len(content) > 2 * _LONGEST
    return Shown(tuple(filter(None, texts)), pictures, encrypted, cut)


def check(codes: Sequence[PhishingCode], seen: Shown, sent: date | None, firm_id: int | None = None) -> CodeCheck:
    """Return what the codes of a firm say of a mail sent on a day. `firm_id` is the firm it comes from or claims to.

    Without one, only a code that is there tells anything.
    """
    ours = [code for code in codes if firm_id in {None, code.firm_id}]
    if not ours:
        return CodeCheck(CodeState.NOT_SET, firm_id)
    for code in sorted(ours, key=lambda c: (bool(c.until), -c.id)):
        if any(stands_in(text, code.salt, code.fingerprint, code.length) for text in seen.texts):
            old = bool(code.until) and (sent is None or sent.isoformat() > code.until)
            return CodeCheck(CodeState.OLD if old else CodeState.PRESENT, code.firm_id, code)
    if firm_id is None:
        return CodeCheck(CodeState.NOT_SET)
    unclear = _unclear(ours, seen, sent)
    return CodeCheck(CodeState.CANNOT_TELL if unclear else CodeState.ABSENT, firm_id, unclear=unclear)


def _unclear(codes: Iterable[PhishingCode], seen: Shown, sent: date | None) -> Unclear:
    if sent is not None and all(sent.isoformat() < code.since for code in codes):
        return Unclear.BEFORE
    if seen.encrypted:
        return Unclear.ENCRYPTED
    if seen.pictures:
        return Unclear.PICTURES
    return Unclear.TOO_LONG if seen.cut else Unclear.NO
