"""What a file is called when it goes out: what it shows, what kind it is, of which day. The original keeps its name."""

from __future__ import annotations

import mimetypes
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import tzinfo
from zoneinfo import ZoneInfo

from casebook.journal.records import Exhibit

_LONGEST = 48
"""Characters of what it shows; portals cut longer names, and nobody reads them."""
_SIGNS = re.compile(r"""[\x00-\x1f\x7f\\/:*?"<>|%#&{}$!'@+`=~^\[\];,.，。；：！？、“”‘’《》（）()]+""")
_UNSAID = re.compile(
    r"(?i)(img|image|dsc|dscn|pxl|photo|picture|pic|scan|file|document|doc|screenshot|screen.?shot|screenrecord\w*|capture"
    r"|untitled|unnamed|attachment|attached|download|video|vid|mov|whatsapp|wechat|telegram|signal|snip|clip|copy|new"
    r"|mmexport|wx_camera|at|am|pm|of|the|微信图片|微信截图|qq图片|qq截图|屏幕截图|屏幕快照|截图|截屏|图片|照片|附件|文件|未命名|新建"
    r"|副本|扫描件?|录屏|录音|[0-9a-f]{8,}|\d+|[\W_])+"
)
_KINDS: Mapping[str, tuple[str, str]] = {
    "image": ("screenshot", "截图"),
    "video": ("screen-recording", "录屏"),
    "audio": ("recording", "录音"),
    "text": ("log", "日志"),
    "table": ("record", "记录"),
    "mail": ("mail", "邮件"),
    "terms": ("terms", "条款"),
    "document": ("document", "文件"),
    "": ("attachment", "附件"),
}
_TABLES = (".csv", ".tsv", ".xls", ".xlsx", ".ods")
_SAID = re.compile(
    r"(?i)screenshot|screen shot|record|statement|receipt|invoice|log\b|mail|letter|terms|photo|passport|licen"
    r"|截图|截屏|录屏|录音|记录|日志|流水|账单|回单|邮件|信件|条款|照片|护照|证件|证明|执照|合同|凭证"
)
_MORE_THAN_ONE = "redacted", "已遮盖"


def outgoing(
    exhibits: Iterable[Exhibit], language: str, zone: str, redacted: Mapping[int, str] | None = None
) -> dict[int, str]:
    """Return the names under which copies of exhibits go out, by exhibit id; no two are the same.

    `redacted` are the file names of redacted copies that go out in place of originals. `zone` is where days are told.
    """
    names: dict[int, str] = {}
    taken: set[str] = set()
    for exhibit in exhibits:
        copy = (redacted or {}).get(exhibit.id, "")
        stem, ending = _stem(exhibit, language, ZoneInfo(zone), copied=bool(copy)), _ending(exhibit, copy)
        name, number = f"{stem}{ending}", 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}_{number}{ending}"
        taken.add(name.casefold())
        names[exhibit.id] = name
    return names


def says_what(exhibit: Exhibit) -> bool:
    """Return whether something is known of an exhibit that its name can say: what it shows, or its own file name."""
    return bool(_subject(exhibit))


def kind_of(exhibit: Exhibit) -> str:
    """Return what kind of attachment an exhibit is: `image`, `video`, `audio`, `text`, `table`, `mail`, `document`."""
    name, media = exhibit.name.lower(), exhibit.media_type
    if exhibit.clause:
        return "terms"
    if name.endswith(_TABLES) or "spreadsheet" in media or media in {"text/csv", "application/vnd.ms-excel"}:
        return "table"
    if media == "message/rfc822" or name.endswith((".eml", ".msg")):
        return "mail"
    main = media.partition("/")[0]
    if main in {"image", "video", "audio", "text"}:
        return main
    if media in {"application/json", "application/xml"}:
        return "text"
    return "document" if media in {"application/pdf", "application/msword"} or "officedocument" in media else ""


def _stem(exhibit: Exhibit, language: str, zone: tzinfo, *, copied: bool) -> str:
    chinese = language == "zh"
    what, kind = _subject(exhibit), _KINDS[kind_of(exhibit)][chinese]
    if not what:
        stem = kind
    elif _SAID.search(what):
        stem = what
    else:
        joined = "" if chinese and _is_han(what[-1]) else "-"
        stem = f"{what}{joined}{kind}"
    day = exhibit.dated_on.replace("-", "")
    if not day and exhibit.taken_at:
        day = f"{exhibit.taken_at.astimezone(zone):%Y%m%d}"
    if day and day not in stem:
        stem = f"{stem}_{day}"
    return f"{stem}_{_MORE_THAN_ONE[chinese]}" if copied else stem


def _subject(exhibit: Exhibit) -> str:
    """Return what an exhibit shows, as a part of a file name; empty where nobody said, and never a secret."""
    from casebook.guide import secrets

    own = exhibit.name.rpartition(".")[0] or exhibit.name
    for words in (exhibit.description.strip().partition("\n")[0], "" if _UNSAID.fullmatch(own) else own):
        if words.strip() and not secrets.find(words):
            return _plain(words)
    return ""


def _plain(words: str) -> str:
    flat = _SIGNS.sub(" ", unicodedata.normalize("NFKC", words))
    kept = "".join(sign for sign in flat if sign == " " or not unicodedata.category(sign).startswith(("C", "Z", "S")))
    stem = "-".join(kept.split())
    if len(stem) > _LONGEST:
        cut = stem[: _LONGEST + 1].rpartition("-")[0]
        stem = cut if len(cut) > _LONGEST // 2 else stem[:_LONGEST]
    return stem.strip("-_ ")


def _ending(exhibit: Exhibit, copy: str) -> str:
    name = copy or exhibit.name
    _, dot, ending = name.rpartition(".")
    if dot and re.fullmatch(r"[A-Za-z0-9]{1,8}", ending):
        return f".{ending.lower()}"
    return mimetypes.guess_extension(exhibit.media_type) or ""


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"
