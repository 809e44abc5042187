"""What the place of a mail says: folders and Gmail labels of sent mail and of drafts, as mail programs name them."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import lru_cache

from casebook.mail.message import words

_SENT = frozenset(
    """
    sent|sent mail|sent messages|sent items|sent-mail|sent mails|sentmail|sentbox
    已发邮件|已发送|已发送邮件|已发送的邮件|发件夹|已傳送郵件|已傳送|寄件備份|寄件匣|已寄郵件|已寄出|寄件備份匣
    送信済み|送信済みメール|送信済みアイテム|送信済みトレイ|送信控|보낸편지함|보낸 편지함|보낸 메일함
    gesendet|gesendete objekte|gesendete elemente|gesendete nachrichten|gesendete mails
    messages envoyés|éléments envoyés|envoyés|courrier envoyé|enviados|elementos enviados|correo enviado
    mensajes enviados|itens enviados|e-mails enviados|mensagens enviadas|enviadas|enviado|posta inviata|inviati|inviata
    verzonden|verzonden items|verzonden berichten|отправленные|отправленное|отправленные письма|надіслані
    wysłane|elementy wysłane|gönderilmiş postalar|gönderilmiş öğeler|gönderilenler|gönderilen postalar
    skickat|skickade objekt|skickade|sendt|sendte elementer|sendt post|lähetetyt|odeslaná pošta|odeslané|elküldött
    trimise|απεσταλμένα|terkirim|surat terkirim|đã gửi|thư đã gửi|ส่งแล้ว|المرسلة|נשלח
    """.strip().replace("\n", "|").split("|")
)  # fmt: skip
_DRAFTS = frozenset(
    """
    drafts|draft|unsent messages|unsent|templates|草稿|草稿箱|草稿匣|草稿夹|下書き|임시보관함|임시 보관함|임시 보관 메일
    entwürfe|entwurf|vorlagen|brouillons|brouillon|borradores|borrador|rascunhos|rascunho|bozze|bozza|concepten|concept
    черновики|чернетки|kopie robocze|szkice|taslaklar|utkast|kladder|koncepty|luonnokset|piszkozatok|ciorne
    πρόχειρα|draf|konsep|thư nháp|bản nháp|ฉบับร่าง|المسودات|טיוטות
    """.strip().replace("\n", "|").split("|")
)  # fmt: skip
SENT = frozenset(name.strip() for name in _SENT)
DRAFTS = frozenset(name.strip() for name in _DRAFTS)

_VALUE = re.compile(rb"(?:.{0,2000}\n[ \t]){0,50}.{0,2000}")
_HEAD = 16_384
_ENDING = re.compile(r"\.(?:mbox|mbx|mbs|sbd|imapmbox|mbxd|directory)$", re.IGNORECASE)
_SHIFTED = re.compile(r"&([A-Za-z0-9+,]*)-")
_PATH = re.compile(r"[/\\]+")


@dataclass(frozen=True, slots=True)
class Place:
    """What the place of a message says of it."""

    outgoing: bool = False
    draft: bool = False
    is_mail: bool = False
    """Whether only mails lie there: the message needs no telling name or headers."""


def place(name: str, *, mailbox: bool = False) -> Place:
    """Return what a path says of the messages in it; `mailbox`: the file is one itself, so its name counts too."""
    parts = _PATH.split(name)
    folders = parts if mailbox else parts[:-1]
    inside = len(parts) > 1 and parts[-2] in {"cur", "new"}
    flags = re.search(r"[:;!]2,([A-Za-z]*)$", parts[-1]) if inside else None
    names = {_folder(part) for part in folders}
    # A folder that the user calls "Drafts" and fills with saved mails is no mail program's.
    of_program = mailbox or inside or parts[-1].lower().endswith(".emlx")
    draft = (of_program and bool(names & DRAFTS)) or bool(flags and "D" in flags[1])
    return Place(bool(names & SENT), draft, inside)


def of_gmail(raw: bytes) -> Place | None:
    """Return what Gmail's labels say of a message of Google Takeout; None if it has none."""
    at = raw.find(b"X-Gmail-Labels:", 0, _HEAD)
    if at < 0 or b"\n\n" in (before := raw[:at]) or b"\n\r\n" in before:
        return None  # none, or a word of the body
    found = _VALUE.match(raw, at + len(b"X-Gmail-Labels:"))
    return _labelled(found[0]) if found else None


@lru_cache(maxsize=1_000)
def _labelled(value: bytes) -> Place:
    labels = {label.strip().strip('"').casefold() for label in words.decode(value).split(",")}
    return Place(bool(labels & SENT), bool(labels & DRAFTS))


def unshifted(name: str) -> str:
    """Return a folder name of a mail server as it was meant (modified UTF-7: `&XfJT0ZAB-` is 已发送)."""

    def plain(found: re.Match[str]) -> str:
        packed = found[1].replace(",", "/")
        if not packed:
            return "&"
        try:
            return base64.b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-16-be")
        except ValueError:
            return found[0]

    return _SHIFTED.sub(plain, name)


def _folder(part: str) -> str:
    """Return the name of a folder as it is compared: `.INBOX.Sent Items` of a Maildir, `Sent.mbox`, `Sent.sbd`."""
    bare = unshifted(_ENDING.sub("", part))
    return bare.rpartition(".")[2].strip().casefold() if "." in bare else bare.strip().casefold()
